"""Compare EDTF values, and say only what is certain about their order.

Dates that are uncertain or approximate (``?``, ``~``, ``%``) say nothing for certain. Two dates contradict
each other only if they do so in every reading: where several statements differ, each of them may be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from dossier.model.edtf import Bounds, bounds, format_date, from_day_number
from dossier.model.fields import Fields

ANY_DAY: Final = Bounds(None, None)
_DOUBT: Final = re.compile("[?~%]")


def certain_days(value: str) -> Bounds:
    """The days among which the value certainly lies; open where it is uncertain or not given."""
    return ANY_DAY if not value or _DOUBT.search(value) else bounds(value)


def stated_days(fields: Fields, name: str) -> Bounds:
    """The days that all statements of a date field together may mean; open where it has none."""
    return together(certain_days(str(statement.value)) for statement in fields[name])


def together(all_days: Iterable[Bounds]) -> Bounds:
    """The days from the first to the last of all bounds; open where there are none."""
    known = list(all_days) or [ANY_DAY]
    firsts, lasts = [days.first for days in known], [days.last for days in known]
    first = None if None in firsts else min(day for day in firsts if day is not None)
    last = None if None in lasts else max(day for day in lasts if day is not None)
    return Bounds(first, last)


def days_covered(term: Fields) -> Bounds:
    """Every day that a record with ``from`` and ``to`` may cover; without ``to`` it still lasts."""
    return Bounds(certain_days(term.text("from")).first, certain_days(term.text("to")).last)


def surely_before(one: Bounds, other: Bounds) -> bool:
    """Whether the first ends before the other begins, whatever days are meant."""
    return one.last is not None and other.first is not None and one.last < other.first


def narrowest(start: Bounds, end: Bounds) -> tuple[int | None, int | None]:
    """The latest possible beginning and the earliest possible end; the days between them are certain.

    The first is None where the beginning is not known, the last where the end is open.
    """
    return start.last, end.first


def day_words(day: int) -> str:
    """A day number as a date."""
    return format_date(*from_day_number(day))
