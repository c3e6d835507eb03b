"""Divide a text into sentences.

Sentences show a mention in its context and limit how far the rules for a date or a name may look. Names,
dates, the index and the checks must all agree on where a sentence ends. The language lists the abbreviations.
"""

from __future__ import annotations

import re
from typing import Final

from dossier.model.linked import Sentences

# A terminator, closing quotes or brackets, then white space; a blank line always ends a sentence.
# Possessive, and never beginning inside a run of stops, so that the search stays linear.
_END: Final = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s)|\n[ \t]*+\n")
_WORD_BEFORE: Final = re.compile(r"[^\s(\[“\"'‘]+$")
_NEXT: Final = re.compile(r"\s*[\"'“‘«(\[]*(\w)")
_STOPPED_INITIALS: Final = re.compile(r"(?:\w\.)+\w")
_LONGEST_WORD: Final = 40


def sentences_of(text: str, abbreviations: frozenset[str]) -> Sentences:
    """The sentences of a text, as `sentence_spans` gives them; a text without any is one sentence."""
    return Sentences(tuple(sentence_spans(text, abbreviations)) or ((0, len(text)),))


def sentence_spans(text: str, abbreviations: frozenset[str]) -> list[tuple[int, int]]:
    """Start and end offsets (code points, end exclusive) of the sentences, without outer white space.

    A full stop does not end a sentence after an initial ("V. Putin"), one of the abbreviations, which are in
    lower case ("Dr. No"), or where the next word begins in lower case.

    >>> text = "Dr. Lee met V. Putin. They spoke."
    >>> [text[start:end] for start, end in sentence_spans(text, frozenset({"dr"}))]
    ['Dr. Lee met V. Putin.', 'They spoke.']
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if not match.group().isspace() and not _ends_sentence(text, match.start(), end, abbreviations):
            continue
        _append(spans, text, start, end)
        start = end
    _append(spans, text, start, len(text))
    return spans


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    part = text[start:end]
    stripped = part.strip()
    if stripped:
        begin = start + len(part) - len(part.lstrip())
        spans.append((begin, begin + len(stripped)))


def _ends_sentence(text: str, stop: int, end: int, abbreviations: frozenset[str]) -> bool:
    following = _NEXT.match(text, end)
    if following is None:
        return True
    if following[1].islower():
        return False
    if text[stop] != ".":
        return True
    before = _WORD_BEFORE.search(text, max(0, stop - _LONGEST_WORD), stop)
    if before is None:
        return True
    word = before.group()
    if len(word) == 1 and word.isalpha() and word.isupper():
        return False
    if _STOPPED_INITIALS.fullmatch(word):
        # "U.S. President": initials with stops end a sentence only before a new paragraph.
        return "\n\n" in text[end : following.start(1)]
    return word.lower().rstrip(".") not in abbreviations
