"""What stands around a stretch of text: the words before and after it, sentence starts, headline lines.

Looks at a few dozen characters beside a hit and never at the whole text, so that cost follows the hits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_REACH: Final = 64
_OPENING: Final = "\"'“”‘’«»([{*_—–-"
_LAST_WORD: Final = re.compile(r"\S+$")
_NEXT_WORD: Final = re.compile(r"[ \u00a0\n]([^\W\d_][\w’'-]*)")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.[ -]?)*[^\W\d_]\.?")
_CONTENT_WORD: Final = re.compile(r"[^\W\d_][\w’'-]{3,}")
_SENTENCE_END: Final = ".!?:;…•*#>|"


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its offset; without the quotes and brackets around it."""

    text: str
    start: int
    opens: bool = False

    @property
    def lower(self) -> str:
        """In lower case, without a full stop."""
        return self.text.lower().rstrip(".")

    @property
    def capital(self) -> bool:
        """Begins with a capital."""
        return self.text[:1].isupper()

    @property
    def initials(self) -> bool:
        """One letter, or letters with full stops."""
        return self.capital and _INITIALS.fullmatch(self.text) is not None


def word_before(text: str, start: int) -> Word | None:
    """The word that stands directly before an offset, or None after punctuation and at the start."""
    if start == 0:
        return None
    end = start
    if text[start - 1] in " \n\u00a0":
        end = start - 1
        if end == 0 or text[end - 1].isspace():
            return None
    elif text[start - 1] != ".":
        return None
    match = _LAST_WORD.search(text[max(0, end - _REACH) : end])
    if match is None:
        return None
    word = match.group()
    bare = word.lstrip(_OPENING)
    if not bare or not (bare[-1].isalnum() or bare[-1] in ".'’"):
        return None
    found = Word(bare, end - len(bare), bare != word)
    if end == start and not found.initials:
        return None
    return found


def words_before(text: str, start: int, most: int = 5) -> list[Word]:
    """The words before an offset, the nearest first, as far as no punctuation parts them."""
    found: list[Word] = []
    while len(found) < most:
        word = word_before(text, start)
        if word is None or (word.text[-1] == "." and not word.initials and len(word.text) > 6):
            break
        found.append(word)
        if word.opens:
            break
        start = word.start
    return found


def word_after(text: str, end: int) -> Word | None:
    """The word that follows an offset after a single space, or None."""
    match = _NEXT_WORD.match(text, end)
    return Word(match[1], match.start(1)) if match else None


def starts_sentence(text: str, start: int) -> bool:
    """Whether a sentence, a line or a quotation begins at the offset."""
    before = text[max(0, start - 4) : start]
    stripped = before.rstrip(" \u00a0" + _OPENING)
    if not stripped:
        return start < 4 or before.strip() != ""
    return stripped[-1] in _SENTENCE_END or stripped[-1] == "\n" or before.rstrip()[-1:] in '"“‘«('


def line_around(text: str, start: int, end: int) -> str:
    """The line that holds a stretch of text, cut to what is near."""
    first = max(text.rfind("\n", max(0, start - 200), start) + 1, start - 200, 0)
    last = text.find("\n", end, end + 200)
    return text[first : last if last >= 0 else end + 200]


def in_headline(text: str, start: int, end: int) -> bool:
    """Whether nearly every longer word of the line carries a capital, as in English headlines."""
    words = _CONTENT_WORD.findall(line_around(text, start, end))
    if len(words) < 4:
        return False
    capital = sum(1 for word in words if word[0].isupper())
    return capital >= 0.8 * len(words)


def possessive_after(text: str, end: int) -> bool:
    """Whether "'s" follows, or the apostrophe alone."""
    return text[end : end + 2] in ("'s", "’s", "' ", "’ ")
