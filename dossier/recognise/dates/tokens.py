"""Divide a text into tokens, and give each the one-character code of its class.

The codes form a string with one character for each token, so the patterns of a grammar run over classes ("day
number, month, comma, year") at the speed of `re`, and never over letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from dossier.recognise.dates.vocabulary import CODES, MARKS, OTHER, DateLanguage

_ISO_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d(?:t.+)?")
_NUMERIC_DATE: Final = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})|\d{4}([./-])\d{1,2}\5\d{1,2}")
_HYPHENS: Final = str.maketrans(dict.fromkeys(MARKS["dash"], "-"))
_ERA: Final = CODES["era"]
_SMALL: Final = "".join(CODES[name] for name in ("three_digits", "two_digits", "day_number"))
_ANCHOR: Final = re.compile(f"[{_SMALL}](?={_ERA})|(?<={_ERA})[{_SMALL}]")
_EARLIEST_YEAR: Final = 1000
_LATEST_YEAR: Final = 2199
_LAST_DAY: Final = 31


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text: ``text[starts[i]:ends[i]]`` is token ``i``, ``codes[i]`` its class.

    Attributes:
        language: the language of the words and classes.
        words: the tokens in lower case.
        anchors: the years with an era, in order: the token, the number, and whether it is before Christ.
    """

    text: str
    language: DateLanguage
    starts: list[int]
    ends: list[int]
    codes: str
    words: list[str]
    anchors: tuple[tuple[int, int, bool], ...] = ()

    def word(self, index: int) -> str:
        """A token in lower case; "" before the first and after the last."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def raw(self, index: int) -> str:
        """A token as it is written; "" before the first and after the last."""
        if 0 <= index < len(self.starts):
            return self.text[self.starts[index] : self.ends[index]]
        return ""

    def code(self, index: int) -> str:
        """The code of a token; "" before the first and after the last."""
        return self.codes[index] if 0 <= index < len(self.codes) else ""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text of the tokens from one up to another."""
        return self.starts[start], self.ends[end - 1]

    def glued(self, index: int) -> bool:
        """Whether no space separates a token from the one before it."""
        return 0 < index < len(self.starts) and self.ends[index - 1] == self.starts[index]


def tokenise(text: str, language: DateLanguage) -> Tokens:
    """The tokens of a text in a language."""
    shapes = language.shapes
    matches: Iterable[re.Match[str]] = shapes.token.finditer(text)
    if "&" in text:
        # A space as HTML writes it separates tokens and is not one.
        matches = (match for match in matches if match.lastgroup is None)
    spans = [match.span() for match in matches]
    get = shapes.codes.get
    raw = [text[start:end] for start, end in spans]
    codes = "".join([get(word) or _shape(word, language) for word in raw])
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    tokens = Tokens(text, language, starts, ends, codes, [word.lower() for word in raw])
    return replace(tokens, anchors=tuple(_anchors(tokens))) if _ERA in tokens.codes else tokens


def _anchors(tokens: Tokens) -> Iterator[tuple[int, int, bool]]:
    """The numbers of up to three digits with an era before or after."""
    is_before_christ = tokens.language.lexicon.is_before_christ
    for found in _ANCHOR.finditer(tokens.codes):
        index = found.start()
        era = tokens.word(index + 1 if tokens.codes[index + 1 : index + 2] == _ERA else index - 1)
        if tokens.word(index).isdigit():
            yield index, int(tokens.word(index)), is_before_christ(era)


@lru_cache(maxsize=8192)
def _shape(word: str, language: DateLanguage) -> str:
    """The code of a token that is in no word list."""
    if word[0].isdigit():
        return CODES.get(_digits(word, language), OTHER)
    if word[0] == "\n":
        return CODES["paragraph"]
    if "." in word and len(word) > 1:
        return language.shapes.codes.get("".join(word.split()).strip(".").lower(), OTHER)
    return OTHER


def _digits(word: str, language: DateLanguage) -> str:
    """The name of the class of a token that begins with a digit."""
    shapes = language.shapes
    if word.isdecimal():
        return _number(word) if word.isascii() else ""
    if ordinal := shapes.ordinal_number.fullmatch(word):
        return "nth" if ordinal[1].isascii() and 1 <= int(ordinal[1]) <= _LAST_DAY else ""
    if decade := shapes.decade_number.fullmatch(word):
        return _decade(decade[1]) if decade[1].isascii() else ""
    word = word.lower().translate(_HYPHENS)
    if not word.isascii():
        return ""
    if _ISO_DATE.fullmatch(word):
        return "iso"
    return "numeric" if _NUMERIC_DATE.fullmatch(word) else ""


def _number(word: str) -> str:
    value = int(word) if len(word) <= 4 else 0
    if len(word) <= 2 and 1 <= value <= _LAST_DAY:
        return "day_number"
    if len(word) == 2:
        return "two_digits"
    if len(word) == 3 and value >= 100:
        return "three_digits"
    if len(word) == 4 and _EARLIEST_YEAR <= value <= _LATEST_YEAR:
        return "year"
    return "number"


def _decade(digits: str) -> str:
    if len(digits) < 2 or int(digits) % 10:
        return ""
    return "short_decade" if len(digits) == 2 else "decade"
