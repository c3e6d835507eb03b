"""Check quoted passages: the words that a source quotes must stand in the article that it names.

The comparison ignores accents, the amount of white space, and the form of quotation marks and dashes, so that
a passage copied from a page is found in its Markdown.
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
from dossier.model.linked import OBJECT
from dossier.model.mentions import EntityId
from dossier.model.registry import cited
from dossier.recognise.names.fold import fold

# This character stands for code and pictures in a text.
# And the one dash that names keep.
_PLAINER: Final = str.maketrans({OBJECT: " ", "—": "-"})
_NEAR: Final = 0.6
_LONGEST_SHOWN: Final = 160
_SHOWN_AROUND: Final = 30
_LONGEST_COMPARED: Final = 600
_MOST_COMPARED: Final = 10
# The nearest passage is searched for only so many quotations of one file, because this search costs most.
_MOST_HINTS: Final = 10


@check(
    "quotation-not-found",
    Severity.ERROR,
    says="A passage that a source quotes is not in the article that it names, or not between the words "
    "`prefix` and `suffix`.",
    fix="Copy the passage from the article's text; the hint gives the nearest one. To leave words "
    "out, quote less.",
    leaves="differences in white space, accents, and the forms of quotation marks and dashes",
)
def quotation_not_found(dossier: CheckedDossier) -> Iterator[Problem]:
    """An unknown id is another check's finding."""
    for item in dossier.registry.items.values():
        wrong = 0
        for location, source in cited(item.fields):
            quotation = source.quotation
            read = dossier.texts.get(EntityId(source.id)) if quotation else None
            if quotation is None:
                continue
            if read is None:
                if source.id in dossier.registry.sources:
                    message = f"“{source.id}” is not an article of the dossier, so it has no passage to quote"
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
                hint = f"the nearest passage there is “{nearest}”" if nearest else "copy it from that text"
                yield Problem.about(item, location, message, hint)


CHECKS: Final[tuple[Check, ...]] = (quotation_not_found,)


def _problem(read: ReadText, quotation: QuotedPassage) -> str:
    """What is wrong with a quotation, in words that the article's title can follow; "" if nothing is."""
    text, exact = _plain_text(read.text), plainly(quotation.exact)
    if exact not in text:
        return "is not in the text of"
    before, after = plainly(quotation.prefix), plainly(quotation.suffix)
    pattern = r"\s?".join(re.escape(part) for part in (before, exact, after) if part)
    return "" if re.search(pattern, text) else "is not between those words in the text of"


def plainly(text: str) -> str:
    """A text with single spaces, and with letters, quotes and dashes in their plainest form."""
    return " ".join(fold(text).text.translate(_PLAINER).split())


@lru_cache(maxsize=8)
def _plain_text(text: str) -> str:
    return plainly(text)


def _around(read: ReadText, exact: str) -> str:
    """A passage with the text around it, "" if the text does not contain it."""
    text, words = _plain_text(read.text), plainly(exact)
    at = text.find(words)
    return "" if at < 0 else text[max(0, at - _SHOWN_AROUND) : at + len(words) + _SHOWN_AROUND].strip()


def _nearest(read: ReadText, exact: str) -> str:
    """The sentence that is most similar to a passage, "" if none is similar."""
    wanted = plainly(exact).casefold()[:_LONGEST_COMPARED]
    words = set(wanted.split())
    text = read.text.replace(OBJECT, " ")
    sentences = (" ".join(text[start:end].split())[:_LONGEST_COMPARED] for start, end in read.sentences.spans)
    # Only the sentences that share most words are compared letter by letter, because this is slow.
    likely = nlargest(
        _MOST_COMPARED, sentences, key=lambda s: len(words & set(plainly(s).casefold().split()))
    )
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    best, found = _NEAR, ""
    for sentence in likely:
        matcher.set_seq1(plainly(sentence).casefold())
        # A passage may be part of a sentence, so what counts is how much of the passage is in it.
        shared = sum(block.size for block in matcher.get_matching_blocks() if block.size > 2)
        if shared / max(1, len(wanted)) > best:
            best, found = shared / len(wanted), sentence
    return _short(found)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"
