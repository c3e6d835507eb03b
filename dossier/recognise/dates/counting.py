"""Read the words that point to a unit of time or count some: "last week", "two days later", "tomorrow"."""

from __future__ import annotations

from typing import Final

from dossier.recognise.dates.forms import Form, Period, Shift
from dossier.recognise.dates.labels import LabelledMatch, is_one, number, unit_of, which_of
from dossier.recognise.dates.points import Unit
from dossier.recognise.dates.vocabulary import CODES

#: The finer unit that expresses half of a unit, and how many of them the whole has.
_PARTS: Final[dict[Unit, tuple[Unit, int]]] = {
    "year": ("month", 12),
    "decade": ("year", 10),
    "century": ("year", 100),
    "millennium": ("year", 1000),
}
_COUNTED_AHEAD: Final[frozenset[Unit]] = frozenset(("day", "week", "fortnight", "month", "year"))
_WRITTEN_DAYS: Final = ("yesterday", "today", "tomorrow")


def read_period(match: LabelledMatch) -> Form | None:
    """A unit that the words point to; last night is a day; only a year is "new"."""
    word, code = match.word("unit"), match.code("which")
    if word in match.lexicon.plural_units and code != CODES["this"]:
        return None
    if code == CODES["new"]:
        return Period("year", "new") if is_one(match, "year") else None
    which, unit = which_of(match), unit_of(match)
    if which == "last" and word in match.lexicon.nights:
        return Shift(-1, "day", from_now=True)
    return None if unit is None else Period(unit, which or "the")


def read_count(match: LabelledMatch) -> Form | None:
    """A number of units before or after; from now where the words say "ago", "from now" or name a day."""
    amount = number(match.word("n"), match.lexicon) if "n" in match.at else 1
    unit, back = unit_of(match), "back" in match.at
    if amount is None or unit is None or ("ahead" in match.at and unit not in _COUNTED_AHEAD):
        return None
    amount += match.lexicon.numbers.get(match.word("ones"), 0)
    day = _written_day(match)
    if day is not None:
        if back and unit != "year":
            return None
        return Shift(-amount if back else amount, unit, from_now=True, on_day=day)
    if "half" in match.at or "quarter" in match.at:
        if unit not in _PARTS:
            return None
        amount = 2 * amount + 1 if "n" in match.at else 1
        unit, whole = _PARTS[unit]
        amount = amount * whole // (4 if "quarter" in match.at else 2)
    ahead = "ahead" in match.at
    now = ahead or match.code("back") == CODES["ago"] or match.code("on") in (CODES["hence"], CODES["now"])
    if_ahead = ahead and "on" not in match.at
    return Shift(-amount if back else amount, unit, from_now=now, if_ahead=if_ahead)


def read_day_word(match: LabelledMatch) -> Form | None:
    """Today, yesterday, the day after tomorrow."""
    day, further = _written_day(match), "unit" in match.at
    if day is None or (further and not is_one(match, "day")):
        return None
    return Shift(day + further * (1 if day > 0 else -1), "day", from_now=True)


def _written_day(match: LabelledMatch) -> int | None:
    """A day named relative to the day of writing, in days from it."""
    for label in _WRITTEN_DAYS:
        if label in match.at:
            return match.lexicon.days.get(match.word(label))
    return None
