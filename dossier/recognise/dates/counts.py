"""From a match to what it counts or points at: "two years later", "half a century ago", "the next day"."""

from __future__ import annotations

from typing import Final

from dossier.recognise.dates.forms import Form, Period, Shift
from dossier.recognise.dates.labels import number, unit_of, which_of
from dossier.recognise.dates.lexicon import NUMBERS, UNITS
from dossier.recognise.dates.pattern import Labelled
from dossier.recognise.dates.points import Unit

#: The finer unit that a half of a unit is told in, and how many of it the whole has.
_PARTS: Final[dict[Unit, tuple[Unit, int]]] = {
    "year": ("month", 12),
    "decade": ("year", 10),
    "century": ("year", 100),
    "millennium": ("year", 1000),
}
_DAYS: Final = {"yesterday": -1, "today": 0, "tomorrow": 1}
_NOT_AFTER: Final = ("next", "subsequent", "ensuing", "coming")


def period(match: Labelled) -> Form | None:
    """A unit pointed at; last night is a day; "the new year" is no other unit."""
    word = match.word("unit")
    if word in UNITS and word.endswith("s") and match.word("which") != "this":
        return None
    if "new" in match.word("which"):
        return Period("year", "new") if word == "year" else None
    which = which_of(match)
    if word == "night" and which == "last":
        return Shift(-1, "day", from_now=True)
    return Period(unit_of(match), which or "the")


def count(match: Labelled) -> Form | None:
    """So many units before or after; from now where the words say "ago", "from now" or name a day."""
    amount = number(match.word("n")) if "n" in match.at else 1
    if amount is None or match.word("on") in _NOT_AFTER:
        return None
    amount += NUMBERS.get(match.word("ones"), 0)
    unit, back = unit_of(match), "back" in match.at
    for label, day in _DAYS.items():
        if label in match.at:
            if back and unit != "year":
                return None
            return Shift(-amount if back else amount, unit, from_now=True, on_day=day)
    if "half" in match.at or "quarter" in match.at:
        if unit not in _PARTS:
            return None
        amount = 2 * amount + 1 if "n" in match.at else 1
        unit, whole = _PARTS[unit]
        amount = amount * whole // (4 if "quarter" in match.at else 2)
    now = match.word("back") == "ago" or match.word("on") in ("hence", "now")
    return Shift(-amount if back else amount, unit, from_now=now)


def day_word(match: Labelled) -> Form | None:
    """Today, yesterday, the day after tomorrow."""
    if "unit" in match.at and match.word("unit") != "day":
        return None
    further = 2 if "unit" in match.at else 1
    if "today" in match.at:
        return Shift(0, "day", from_now=True)
    return Shift(-further if "yesterday" in match.at else further, "day", from_now=True)
