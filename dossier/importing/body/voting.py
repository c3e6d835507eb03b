"""Ask three extractors which blocks of a page are its text, and take what two of them agree on.

Each of them errs on other pages: trafilatura's rules know many sites, readability weighs elements, and
jusText words. A vote is right more often than any of them (Bevendorff et al., SIGIR 2023). All three come
with trafilatura.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Final

from lxml.etree import LxmlError
from lxml.html import HtmlElement, document_fromstring
from trafilatura import bare_extraction
from trafilatura.external import try_justext, try_readability

from dossier.importing.body.blocks import BLOCKS, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bs4 import Tag

# It logs pages that it cannot read; here its result shows that.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_LETTERS: Final = re.compile(r"\w+")
_AGREED: Final = 2
_MUCH: Final = 0.5
_MANY: Final = 3_000
_ERRORS: Final = (ValueError, RecursionError, TypeError, AttributeError, KeyError, IndexError, LxmlError)
_TEXTS: Final = ("p", "head", "item", "quote", "cell", "code", "ab", "lb", "hi", "list")


def agreed_blocks(markup: str, blocks: Sequence[Tag], language: str) -> list[Tag]:
    """Those of a page's `blocks` that two of three extractors take for its text.

    Where they agree on less than half of what one of them finds, that stands.
    """
    keys = [(block, keys_of(text_of(block))) for block in blocks]
    trusted = _by_rules(markup, favor_recall=True)
    # jusText takes quadratic time for thousands of short blocks, and finds nothing where all are short.
    by_words = _by_words(markup, language) if len(blocks) < _MANY else set()
    by_weight = _by_weight(markup)
    votes = [_by_rules(markup, fast=True), by_weight, by_words or trusted]
    agreed = [block for block, own in keys if sum(bool(own & vote) for vote in votes) >= _AGREED]
    alone = ([block for block, own in keys if own & vote] for vote in (trusted, by_weight))
    longest = max(alone, key=_length)
    return agreed if _length(agreed) >= _MUCH * _length(longest) else longest


def keys_of(text: str) -> set[str]:
    """The keys of a block: its first and its last letters, whatever changed in its spaces and punctuation."""
    letters = "".join(_LETTERS.findall(text)).casefold()
    return {f"^{letters[:40]}", f"{letters[-40:]}$"} if len(letters) > 1 else set()


def _length(blocks: Iterable[Tag]) -> int:
    return sum(len(text_of(block)) for block in blocks)


def _by_rules(markup: str, *, fast: bool = False, favor_recall: bool = False) -> set[str]:
    """What trafilatura keeps."""
    try:
        document = bare_extraction(
            markup, include_comments=False, include_links=False, fast=fast, favor_recall=favor_recall
        )
    except _ERRORS:
        return set()
    root = getattr(document, "body", None)
    return _keys_of_elements(root.iter(*_TEXTS)) if root is not None else set()


def _by_weight(markup: str) -> set[str]:
    """What readability keeps."""
    try:
        root = try_readability(document_fromstring(markup))
        return _keys_of_elements(element for element in root.iter(*BLOCKS, "body"))
    except _ERRORS:
        return set()


def _by_words(markup: str, language: str) -> set[str]:
    """What jusText keeps, which knows the usual words of many languages."""
    try:
        root = try_justext(document_fromstring(markup), None, language or None)
        return _keys_of_elements(root.iter("p"))
    except _ERRORS:
        return set()


def _keys_of_elements(elements: Iterable[HtmlElement]) -> set[str]:
    found: set[str] = set()
    for element in elements:
        found |= keys_of(" ".join("".join(element.itertext()).split()))
        found |= keys_of((element.tail or "").strip())
    return found
