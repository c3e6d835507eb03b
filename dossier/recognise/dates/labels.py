"""What the labels of a match say: numbers in digits and words, months, years with their era, units."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from dossier.recognise.dates.forms import Edge, Which
from dossier.recognise.dates.lexicon import CODES, EDGES, MONTHS, NUMBERS, ORDINALS, UNITS
from dossier.recognise.dates.pattern import Labelled
from dossier.recognise.dates.points import Unit
from dossier.recognise.dates.tokens import Tokens

_WHICH: Final[dict[str, Which]] = {
    "this": "this", "current": "this", "that": "that", "same": "that", "last": "last", "past": "last",
    "next": "next", "coming": "next", "following": "following", "subsequent": "following",
    "ensuing": "following", "followed": "following", "ensued": "following",
    "previous": "previous", "preceding": "previous", "prior": "previous",
}  # fmt: skip
#: How many of the years with an era before a number are asked, and how many behind it.
_ANCHORS_ASKED: Final = 12
#: How far a year without its era may lie from one that has it, in years.
_LIKE_IT: Final = 150
_OTHER_UNITS: Final[dict[str, Unit]] = {
    "century": "century", "centuries": "century", "millennium": "millennium",
    "millennia": "millennium",
    "quarter": "quarter", "weekend": "weekend",
    "morning": "day", "afternoon": "day", "evening": "day", "night": "day", "date": "day",
}  # fmt: skip


def edge_of(match: Labelled) -> Edge:
    """Which part of a period is meant: "early", "the end of", "the first half of"."""
    word = match.word("edge")
    if word:
        return EDGES[word]
    if "half_number" in match.at:
        return "START" if number(match.word("half_number")) == 1 else "END"
    return ""


_MOST_DIGITS: Final = 9


def number(word: str) -> int | None:
    """A number in digits or words, cardinal or ordinal; None where it has more digits than any date needs."""
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits.group()) if len(digits.group()) <= _MOST_DIGITS else None
    if word in ("a", "an"):
        return 1
    return NUMBERS.get(word, ORDINALS.get(word))


def month_of(match: Labelled) -> int:
    """The month, 1 to 12."""
    return MONTHS[match.word("month").rstrip(". ")]


def year_of(match: Labelled) -> int | None:
    """The year under the label, astronomical: 1 BC is 0; None where it names none, or one that cannot be."""
    year = number(match.word("year")) if "year" in match.at else None
    if year is None:
        return None
    if match.word("era").replace(".", "").replace(" ", "").startswith("b"):
        return 1 - year
    return year


def year_near(tokens: Tokens, index: int, year: int | None) -> int | None:
    """The astronomical year of a number without its era, in that of the nearest year like it that has one.

    None where the text tells no year like it: "In July 413" is a month and 413 of something, unless the text
    has spoken of 415 BC.
    """
    if year is None:
        return None
    split = bisect_left(tokens.anchors, (index,))
    before = tokens.anchors[max(0, split - _ANCHORS_ASKED) : split][::-1]
    for _, told, before_christ in before + tokens.anchors[split : split + _ANCHORS_ASKED]:
        if abs(told - year) <= _LIKE_IT:
            return 1 - year if before_christ else year
    return None


def day_of(match: Labelled) -> int | None:
    """The day of the month, in digits or as an ordinal word."""
    return number(match.word("day"))


def which_of(match: Labelled) -> Which:
    """What the pointing word points at: "next month" from now, "the next month" from a date told."""
    which = _WHICH.get(match.word("which"), "")
    if which == "next" and match.tokens.codes[match.position("which") - 1] == CODES["the"]:
        return "following"
    return which


def ordinal_of(match: Labelled) -> int | None:
    """The number of "21st", "first" or "twenty-first"."""
    value = number(match.word("ordinal"))
    tens = NUMBERS.get(match.word("tens"), 0)
    return None if value is None else value + tens


def unit_of(match: Labelled) -> Unit:
    """The unit that is counted or pointed at; a morning or a night is its day."""
    word = match.word("unit")
    return UNITS.get(word) or _OTHER_UNITS[word]  # type: ignore[return-value]
