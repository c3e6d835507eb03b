"""Divide a text into sentences.

Sentences show a mention in its context and limit how far the rules for a date or a name may look. Names,
dates, the index and the checks must all agree on where a sentence ends. The language lists the words that
decide whether a full stop ends one.
"""

from __future__ import annotations

import re
from typing import Final

from dossier.model.linked import Sentences
from dossier.recognise.language_data import SentenceWords

# A terminator, closing quotes or brackets and the mark of a note, then white space; a blank line always ends
# a sentence. Possessive, and never beginning inside a run of stops, so that the search stays linear.
_END: Final = re.compile(
    r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?P<note>(?: ?\[\d{1,3}\]|[¹²³⁰⁴-⁹]+)*+|\d{1,2})(?=\s)|\n[ \t]*+\n"
)
_WORD_BEFORE: Final = re.compile(r"[^\s(\[“\"'‘]+$")
_NEXT: Final = re.compile(r"\s*[\"'“‘«(\[]*(\w)")
_NEXT_WORD: Final = re.compile(r"([^\W\d_]+)(?=[\s,’'])")
#: The rest of an ellipsis that is written with spaces: “. . .”
_MORE_STOPS: Final = re.compile(r"\s[.…]")
_STOPPED_INITIALS: Final = re.compile(r"(?:\w{1,2}\.)+\w")
# What is numbered by letters: “no. A/49/765”, “vol. XII”.
_NUMBERED: Final = re.compile(r"\d|[A-Z]{1,4}[/–-]?\d|[A-Z]{1,4}/|[IVXLC]+\b")
_NUMBER: Final = re.compile(r"\d{1,3}|[IVXLC]{1,6}|[A-Za-z]")
_LONGEST_WORD: Final = 40


def sentences_of(text: str, words: SentenceWords) -> Sentences:
    """The sentences of a text, as `sentence_spans` gives them; a text without any is one sentence."""
    return Sentences(tuple(sentence_spans(text, words)) or ((0, len(text)),))


def sentence_spans(text: str, words: SentenceWords) -> list[tuple[int, int]]:
    """Start and end offsets (code points, end exclusive) of the sentences, without outer white space.

    A full stop does not end a sentence after an initial ("V. Putin"), an abbreviation or the number of a
    paragraph, or where the next word begins in lower case. The mark of a note belongs to the sentence before.

    >>> text = "Dr. Lee met V. Putin. They spoke."
    >>> [text[start:end] for start, end in sentence_spans(text, SentenceWords(frozenset({"dr"})))]
    ['Dr. Lee met V. Putin.', 'They spoke.']
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if not match.group().isspace() and not _ends_sentence(text, start, match, words):
            continue
        _append(spans, text, start, match.end())
        start = match.end()
    _append(spans, text, start, len(text))
    return spans


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    part = text[start:end]
    stripped = part.strip()
    if stripped:
        begin = start + len(part) - len(part.lstrip())
        spans.append((begin, begin + len(stripped)))


def _ends_sentence(text: str, start: int, match: re.Match[str], words: SentenceWords) -> bool:
    """Whether a terminator ends the sentence that begins at `start`."""
    stop, end = match.span()
    if _MORE_STOPS.match(text, end):
        return False
    following = _NEXT.match(text, end)
    if following is None:
        return True
    if following[1].islower():
        return False
    if text[stop] != "." or text[stop + 1 : stop + 2] == ".":
        return True
    before = _WORD_BEFORE.search(text, max(start, stop - _LONGEST_WORD), stop)
    if before is None:
        return True
    word, next_at = before.group(), following.start(1)
    if match["note"].isdecimal() and match["note"].isascii() and word[-1].isdigit():
        # The digits belong to a number, such as 3.5.
        return False
    if "\n\n" in text[end:next_at]:
        return True
    if _NUMBER.fullmatch(word) and _begins_item(text, start, before.start()):
        return False
    return _is_last_word(word, text, next_at, words)


def _begins_item(text: str, start: int, at: int) -> bool:
    """Whether a number or letter is that of a paragraph: it begins the sentence, or a colon is before it."""
    between = text[start:at].rstrip(' \t(“"')
    return not between or between[-1:] in (":", ";")


def _is_last_word(word: str, text: str, next_at: int, words: SentenceWords) -> bool:
    """Whether a word with a full stop may be the last one of a sentence before what follows."""
    known = word.lower().rstrip(".")
    if known in words.abbreviations:
        return False
    opener = _NEXT_WORD.match(text, next_at)
    opens = opener is not None and opener[1].lower() in words.openers
    last = word.rpartition("-")[2]
    if (len(last) == 1 and last.isalpha() and last.isupper()) or _STOPPED_INITIALS.fullmatch(last):
        return opens
    if known in words.at_ends:
        return opens
    if known in words.before_numbers:
        return opens or _NUMBERED.match(text, next_at) is None
    return True
