"""Read the labels of a match: numbers in digits and words, months, years with their era, units.

The labels of a production say which word means what:

- ``day``, ``month``, ``year``, ``era``, ``season``, ``weekday``, ``decade``, ``century``, ``quarter``,
  ``feast``: as their names say; ``code`` is the sign of a quarter, ``iso`` and ``numeric`` a whole date.
- ``edge``: the part of a period that is meant; ``half_number``: which of its halves; ``about``: not exactly.
- ``ordinal``, with its ``tens``: which century or quarter; ``first``: the number before it in a list;
  ``final``: the last quarter.
- ``tail``: the second year of a range; ``days`` up to ``lastday``: a list of days; ``short``: a year of two
  digits; ``spoken``: a year in words; ``other_day`` and ``other_month``: the same day by another calendar.
- ``which``: the word that points; ``unit``: what it points to, or what is counted.
- ``n``, with its ``ones``: how many are counted; ``half``: half a unit more, or only that; ``on``,
  ``ahead`` or ``back``: the direction; ``today``, ``yesterday``, ``tomorrow``: those days.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast

from dossier.recognise.dates.forms import Edge, Which
from dossier.recognise.dates.points import Unit
from dossier.recognise.dates.tokens import Tokens
from dossier.recognise.dates.vocabulary import CODES, Lexicon, Pattern

_DIGITS: Final = re.compile(r"\d+")
#: No date needs a number with more digits.
_MOST_DIGITS: Final = 9
_LAST_MONTH: Final = 12
_TEN: Final = 10
_SPOKEN_YEARS: Final = range(1000, 2200)
#: How many years with an era before a number are considered, and how many after it.
_ANCHORS_ASKED: Final = 12
#: How far a year without an era may be from one with an era, in years.
_LIKE_IT: Final = 150


@dataclass(frozen=True, slots=True)
class LabelledMatch:
    """A match of a pattern: the tokens that it covers, and those of each label."""

    tokens: Tokens
    start: int
    end: int
    at: Mapping[str, tuple[int, int]]

    @property
    def lexicon(self) -> Lexicon:
        """The meanings of the words in the match's language."""
        return self.tokens.language.lexicon

    def word(self, label: str) -> str:
        """The text under a label, in lower case; "" where the label took no part."""
        if label not in self.at:
            return ""
        first, last = self.at[label]
        if last - first == 1:
            return self.tokens.word(first)
        return self.tokens.text[self.tokens.starts[first] : self.tokens.ends[last - 1]].lower()

    def code(self, label: str) -> str:
        """The code of the first token under a label; "" where the label took no part."""
        return self.tokens.codes[self.at[label][0]] if label in self.at else ""

    def position(self, label: str) -> int:
        """The index of the first token under a label."""
        return self.at[label][0]


def match_at(pattern: Pattern, tokens: Tokens, index: int) -> LabelledMatch | None:
    """The match of a pattern that begins at a token, or None."""
    found = pattern.regex.match(tokens.codes, index)
    if found is None:
        return None
    at = {label: found.span(group) for group, label in pattern.labels if found.start(group) >= 0}
    return LabelledMatch(tokens, index, found.end(), at)


def number(word: str, lexicon: Lexicon) -> int | None:
    """A number in digits or words, cardinal or ordinal; None where it has more digits than any date needs."""
    digits = _DIGITS.match(word)
    if digits:
        return int(digits.group()) if len(digits.group()) <= _MOST_DIGITS else None
    return lexicon.numbers.get(word)


def edge_of(match: LabelledMatch) -> Edge:
    """The part of a period that is meant: "early", "the end of", "the first half of"."""
    word = match.word("edge")
    if word:
        return cast(Edge, match.lexicon.edges.get(word, ""))
    if "half_number" in match.at:
        return "START" if number(match.word("half_number"), match.lexicon) == 1 else "END"
    return ""


def month_of(match: LabelledMatch, label: str = "month") -> int | None:
    """The month, 1 to 12, by its name or in digits."""
    word = match.word(label).rstrip(". ")
    month = match.lexicon.months.get(word) or number(word, match.lexicon)
    return month if month is not None and 1 <= month <= _LAST_MONTH else None


def season_of(match: LabelledMatch) -> int | None:
    """The EDTF code of a season."""
    return match.lexicon.seasons.get(match.word("season"))


def day_of(match: LabelledMatch, label: str = "day") -> int | None:
    """The day of the month, in digits or as an ordinal word: "3", "third", "twenty-third"."""
    day = number(match.word(label), match.lexicon)
    tens = number(match.word("tens"), match.lexicon) if label == "day" and "tens" in match.at else None
    return day if day is None or tens is None else day + tens


def weekday_of(match: LabelledMatch) -> int | None:
    """The day of the week, 0 for Monday."""
    return match.lexicon.weekdays.get(match.word("weekday"))


def year_of(match: LabelledMatch) -> int | None:
    """The year under the label, astronomical: 1 BC is 0; None where it names none, or an impossible one."""
    if "spoken" in match.at:
        return _spoken_year(match)
    year = number(match.word("year"), match.lexicon) if "year" in match.at else None
    return 1 - year if year is not None and is_before_christ(match) else year


def _spoken_year(match: LabelledMatch) -> int | None:
    """Reads "nineteen forty-five", "one thousand nine hundred and forty-five"; None where it is no year."""
    tokens, (first, last) = match.tokens, match.at["spoken"]
    total, group, pairs = 0, 0, 0
    for index in range(first, last):
        code, value = tokens.codes[index], match.lexicon.numbers.get(tokens.word(index))
        if code == CODES["thousand"]:
            total, group = group * 1000, 0
        elif code == CODES["hundred"]:
            total, group = total + group * 100, 0
        elif value is not None:
            # “Nineteen forty”: the hundreds are not said.
            if group >= _TEN and value >= _TEN and not (group % 10 == 0 and value < _TEN):
                total, group, pairs = group * 100, value, pairs + 1
            else:
                group += value
    year = total + group
    return year if year in _SPOKEN_YEARS and pairs <= 1 and last - first > 1 else None


def is_before_christ(match: LabelledMatch) -> bool:
    """Whether the era is the one before the year 1."""
    return "era" in match.at and match.lexicon.is_before_christ(match.word("era"))


def which_of(match: LabelledMatch) -> Which:
    """What the pointing word counts from: "next month" from now, "the next month" from a date in the text."""
    which = cast(Which, match.lexicon.pointers.get(match.word("which"), ""))
    if which == "next" and match.tokens.code(match.position("which") - 1) == CODES["the"]:
        return "following"
    return which


def ordinal_of(match: LabelledMatch) -> int | None:
    """The number of "21st", "first" or "twenty-first"."""
    value = number(match.word("ordinal"), match.lexicon)
    tens = match.lexicon.numbers.get(match.word("tens"), 0)
    return None if value is None else value + tens


def unit_of(match: LabelledMatch) -> Unit | None:
    """The unit that is counted or pointed to; a morning or night stands for its day."""
    return cast("Unit | None", match.lexicon.units.get(match.word("unit")))


def is_one(match: LabelledMatch, unit: Unit) -> bool:
    """Whether the unit is this one, in the singular."""
    word = match.word("unit")
    return match.lexicon.units.get(word) == unit and word not in match.lexicon.plural_units


def year_near(tokens: Tokens, index: int, year: int | None) -> tuple[int, tuple[int, int]] | None:
    """The astronomical year of a number without an era, in the era of the nearest similar year that has one.

    With it come the first token of that year and one past its last. None where the text gives no similar
    year: "In July 413" is a month and 413 of something, unless the text has mentioned 415 BC.
    """
    if year is None:
        return None
    split = bisect_left(tokens.anchors, (index,))
    before = tokens.anchors[max(0, split - _ANCHORS_ASKED) : split][::-1]
    for at, told, before_christ in before + tokens.anchors[split : split + _ANCHORS_ASKED]:
        if abs(told - year) <= _LIKE_IT:
            first = at if tokens.code(at + 1) == CODES["era"] else at - 1
            return 1 - year if before_christ else year, (first, first + 2)
    return None
