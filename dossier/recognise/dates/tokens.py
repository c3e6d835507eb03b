"""A text as tokens: where each begins and ends, and one character for the class of each.

The characters together are a string as long as the text has tokens, so the grammar's patterns run over
classes ("day number, month, comma, year") at the speed of `re`, and never over letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from dossier.recognise.dates.lexicon import CODE_OF, CODES, OTHER

# Possessive quantifiers: a long run of digits and dots costs what it is long, and no more.
_TOKEN: Final = re.compile(
    r"""
      (?P<space>&(?:nbsp|ensp|emsp|thinsp|\#160|\#8239|\#x[aA]0);)   # a space, as HTML writes it
    | \d{1,2}/\d{1,2}/\d{2,4}\b      # 12/05/1981
    | \d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?\b   # 1981-12-13, with a time of day
    | \d++(?:[.:]\d++|,\d{3}(?!\d))++   # 1,950  3.5  13.12.1981  5:30
    | (?:B\.\s?C|A\.\s?D|C\.\s?E)\b\.?(?:\s?E\b\.?)?   # B.C.  A.D.  B.C.E.
    | [^\W_]++                         # a word, a number, or both: June  12th  1990s  U2
    | ['’]s\b
    | \n[^\S\n]*+\n\s*+                # a blank line
    | [^\w\s]
    """,
    re.VERBOSE,
)
_NUMERIC_DATE: Final = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})")
_ISO_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d(?:T.+)?")
_SUFFIXED: Final = re.compile(r"(\d{1,4})(st|nd|rd|th|s)", re.IGNORECASE)
_ERA: Final = CODES["era"]
_SMALL: Final = "".join(CODES[name] for name in ("three_digits", "two_digits", "day_number"))
_ANCHOR: Final = re.compile(f"[{_SMALL}](?={_ERA})|(?<={_ERA})[{_SMALL}]")
_QUARTER: Final = re.compile(r"[Qq][1-4]")
_EARLIEST_YEAR: Final = 1000
_LATEST_YEAR: Final = 2199


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text: ``text[starts[i]:ends[i]]`` is token ``i``, ``codes[i]`` its class.

    ``words`` are the tokens in lower case.
    ``anchors`` are the years told with their era, in order: the token, the number, and whether before Christ.
    """

    text: str
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

    def glued(self, index: int) -> bool:
        """Whether no space parts a token from the one before it."""
        return 0 < index < len(self.starts) and self.ends[index - 1] == self.starts[index]


def tokenise(text: str) -> Tokens:
    """The tokens of a text."""
    spans = [match.span() for match in _TOKEN.finditer(text) if match.lastgroup is None]
    get = CODE_OF.get
    raw = [text[start:end] for start, end in spans]
    codes = "".join([get(word) or _shape(word) for word in raw])
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    tokens = Tokens(text, starts, ends, codes, [word.lower() for word in raw])
    return replace(tokens, anchors=tuple(_anchors(tokens))) if _ERA in tokens.codes else tokens


def _anchors(tokens: Tokens) -> Iterator[tuple[int, int, bool]]:
    """The numbers of up to three digits with an era before or behind."""
    for found in _ANCHOR.finditer(tokens.codes):
        index = found.start()
        era = tokens.word(index + 1 if tokens.codes[index + 1 : index + 2] == _ERA else index - 1)
        if tokens.word(index).isdigit():
            yield index, int(tokens.word(index)), era.startswith("b")


@lru_cache(maxsize=8192)
def _shape(word: str) -> str:
    """The code of a token that no word list holds."""
    if word[0].isdigit():
        return CODES.get(_digits(word), OTHER) if word.isascii() else OTHER
    if word in ("'s", "’s"):
        return CODES["possessive"]
    if word[0] == "\n":
        return CODES["paragraph"]
    if _QUARTER.fullmatch(word):
        return CODES["quarter_code"]
    if "." in word and len(word) > 1:
        return CODE_OF.get(re.sub(r"\s", "", word).strip(".").lower(), OTHER)
    return OTHER


def _digits(word: str) -> str:
    """The name of the class of a token that begins with a digit."""
    if word.isdigit():
        return _number(word)
    suffixed = _SUFFIXED.fullmatch(word)
    if suffixed is not None:
        return _suffixed(int(suffixed[1]), suffixed[1], suffixed[2].lower())
    if _ISO_DATE.fullmatch(word):
        return "iso"
    return "numeric" if _NUMERIC_DATE.fullmatch(word) else ""


def _number(word: str) -> str:
    value = int(word) if len(word) <= 4 else 0
    if len(word) <= 2 and 1 <= value <= 31:
        return "day_number"
    if len(word) == 2:
        return "two_digits"
    if len(word) == 3 and value >= 100:
        return "three_digits"
    if len(word) == 4 and _EARLIEST_YEAR <= value <= _LATEST_YEAR:
        return "year"
    return "number"


def _suffixed(value: int, digits: str, suffix: str) -> str:
    if suffix == "s":
        if value % 10 == 0 and len(digits) > 1:
            return "short_decade" if len(digits) == 2 else "decade"
        return ""
    return "nth" if 1 <= value <= 31 else ""
