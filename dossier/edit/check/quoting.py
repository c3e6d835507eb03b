"""The check of quoted passages: what a source quotes must stand in the article that it names.

White space, the form of quotation marks and dashes, and accents are made one before the comparison, so that a
passage copied from a page is found in its Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nlargest
from typing import Final

from dossier.edit.check.definitions import Check, CheckedDossier, Problem, ReadText, check
from dossier.model.fields import QuotedPassage
from dossier.model.findings import Severity
from dossier.model.mentions import EntityId
from dossier.model.registry import cited
from dossier.recognise.names.fold import fold

# What stands for code and pictures in a text.
_OBJECT: Final = "\ufffc"
# And the one dash that names keep.
_PLAINER: Final = str.maketrans({_OBJECT: " ", "—": "-"})
_NEAR: Final = 0.6
_LONGEST_SHOWN: Final = 160
_SHOWN_AROUND: Final = 30
_LONGEST_COMPARED: Final = 600
_MOST_COMPARED: Final = 10
# For so many quotations of one file the nearest passage is looked for, which costs most of all.
_MOST_HINTS: Final = 10


@check(
    "quotation-not-found",
    Severity.ERROR,
    says="A passage that a source quotes does not stand in the article that it names, or not between "
    "the words `prefix` and `suffix`.",
    fix="Copy the passage from the article's text; the hint gives the nearest one. Leave words out "
    "by quoting less.",
    leaves="other white space, other forms of quotation marks and dashes, and accents",
)
def quotation_not_found(dossier: CheckedDossier) -> Iterator[Problem]:
    """An id that nothing has is another finding."""
    for item in dossier.registry.items.values():
        wrong = 0
        for location, source in cited(item.fields):
            quotation = source.quotation
            read = dossier.texts.get(EntityId(source.id)) if quotation else None
            if quotation is None:
                continue
            if read is None:
                if source.id in dossier.registry.sources:
                    message = (
                        f"“{source.id}” is not an article of the dossier, so no passage can be looked for"
                    )
                    hint = "cite it by its id alone, or quote an article"
                    yield Problem.about(item, location, message, hint)
                continue
            title = dossier.title(EntityId(source.id))
            if problem := _problem(read, quotation):
                message = f"“{_short(quotation.exact)}” {problem} “{title}”"
                wrong += 1
                nearest = _around(read, quotation.exact)
                if not nearest and wrong <= _MOST_HINTS:
                    nearest = _nearest(read, quotation.exact)
                hint = (
                    f"the nearest passage there is “{nearest}”" if nearest else "copy it from the text there"
                )
                yield Problem.about(item, location, message, hint)


CHECKS: Final[tuple[Check, ...]] = (quotation_not_found,)


def _problem(read: ReadText, quotation: QuotedPassage) -> str:
    """What is wrong with a quotation in words that the article's title can follow, or ""."""
    text, exact = _plain_text(read.text), plainly(quotation.exact)
    if exact not in text:
        return "does not stand in the text of"
    before, after = plainly(quotation.prefix), plainly(quotation.suffix)
    pattern = r"\s?".join(re.escape(part) for part in (before, exact, after) if part)
    return "" if re.search(pattern, text) else "does not stand between those words in the text of"


def plainly(text: str) -> str:
    """A text with one space for any white space, and letters, quotes and dashes in their plainest form."""
    return " ".join(fold(text).text.translate(_PLAINER).split())


@lru_cache(maxsize=8)
def _plain_text(text: str) -> str:
    return plainly(text)


def _around(read: ReadText, exact: str) -> str:
    """A passage with what stands around it, "" where it does not stand there."""
    text, words = _plain_text(read.text), plainly(exact)
    at = text.find(words)
    return "" if at < 0 else text[max(0, at - _SHOWN_AROUND) : at + len(words) + _SHOWN_AROUND].strip()


def _nearest(read: ReadText, exact: str) -> str:
    """The sentence that is most like a passage, "" where none is."""
    wanted = plainly(exact).casefold()[:_LONGEST_COMPARED]
    words = set(wanted.split())
    text = read.text.replace(_OBJECT, " ")
    sentences = (" ".join(text[start:end].split())[:_LONGEST_COMPARED] for start, end in read.sentences.spans)
    # Only those that share most words are compared letter by letter, which costs more than reading.
    likely = nlargest(
        _MOST_COMPARED, sentences, key=lambda s: len(words & set(plainly(s).casefold().split()))
    )
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    best, found = _NEAR, ""
    for sentence in likely:
        matcher.set_seq1(plainly(sentence).casefold())
        # A passage may be a part of a sentence: what is asked is how much of it is there.
        shared = sum(block.size for block in matcher.get_matching_blocks() if block.size > 2)
        if shared / max(1, len(wanted)) > best:
            best, found = shared / len(wanted), sentence
    return _short(found)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"
