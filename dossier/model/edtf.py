"""Read EDTF values and give the days that they cover.

Every date of a dossier is a value of the Extended Date/Time Format (ISO 8601-2:2019, annex A;
https://www.loc.gov/standards/datetime/). This module knows the part that dossiers use: levels 0 and 1,
and of level 2 the digits left open (``2021-11-2X``), seasons and quarters 21-41, and sets. The library
``edtf`` reads more, but needs 3 to 27 ms a value and fails on ``2021-11-2X`` and ``2021-1X`` (5.0.2);
the tests compare this module with it.
"""

from __future__ import annotations

import datetime
import re
from calendar import isleap, monthrange
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_SEASONS: Final = {
    # Code: first month, last month (a month over 12 is in the following year).
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14),
    25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 14),
    29: (9, 11), 30: (12, 14), 31: (3, 5), 32: (6, 8),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip
_SINGLE: Final = re.compile(
    r"[?~%]?(?P<year>-?[0-9X]{4}|Y-?[0-9]{5,9})[?~%]?"
    r"(?:-[?~%]?(?P<month>[0-9X]{2})[?~%]?(?:-[?~%]?(?P<day>[0-9X]{2})[?~%]?)?)?"
)
_TIME: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d(:?\d\d)?)?")
_DAYS_OF_400_YEARS: Final = 146_097
# By the number of the month, in a common year.
_DAYS_BEFORE_MONTH: Final = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)


class EDTFError(ValueError):
    """The text is not an EDTF value that this module reads. ``args[0]`` says why."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days that a value covers, as day numbers of the proleptic Gregorian calendar.

    Day 1 is 0001-01-01, as in `datetime.date.toordinal`; earlier days are zero or negative.
    ``first`` or ``last`` is None where an interval is open or its end unknown.
    """

    first: int | None
    last: int | None

    def covers(self, day: int) -> bool:
        """Whether the day number is within the bounds, both ends included."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def overlaps(self, other: Bounds) -> bool:
        """Whether at least one day is in both."""
        starts = self.first is None or other.last is None or self.first <= other.last
        return starts and (other.first is None or self.last is None or other.first <= self.last)


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month, of any year (proleptic Gregorian, year 0 is 1 BC)."""
    return monthrange(2000 + year % 400, month)[1]


def day_number(year: int, month: int, day: int) -> int:
    """The day number of a date; years before 1 continue downwards (year 0 is 1 BC)."""
    earlier = year - 1
    days = earlier * 365 + earlier // 4 - earlier // 100 + earlier // 400
    leap_day = month > 2 and isleap(year)
    return days + _DAYS_BEFORE_MONTH[month] + leap_day + day


def from_day_number(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number: the inverse of `day_number`."""
    # The standard library knows only the years 1 to 9999, and the calendar repeats itself every 400 years.
    cycles, rest = divmod(number - 1, _DAYS_OF_400_YEARS)
    found = datetime.date.fromordinal(rest + 1)
    return cycles * 400 + found.year, found.month, found.day


def format_year(year: int) -> str:
    """The year as EDTF: at least four digits, with ``Y`` before more than four."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def format_date(year: int, month: int | None = None, day: int | None = None) -> str:
    """A date as EDTF with the given precision: year, month or day."""
    text = format_year(year)
    if month is not None:
        text += f"-{month:02d}"
        if day is not None:
            text += f"-{day:02d}"
    return text


@lru_cache(maxsize=65536)
def bounds(value: str) -> Bounds:
    """The days that an EDTF value covers.

    >>> bounds("2015-02") == Bounds(day_number(2015, 2, 1), day_number(2015, 2, 28))
    True
    >>> bounds("2014-09/..").last is None
    True

    Raises:
        EDTFError: the text is no EDTF value, or names a day that no calendar has.
    """
    if value[:1] in ("[", "{") and value[-1:] in ("]", "}"):
        return _set_bounds(value)
    if "/" in value:
        start, _, end = value.partition("/")
        first = None if start in ("", "..") else _single(start).first
        last = None if end in ("", "..") else _single(end).last
        if start in ("", "..") and end in ("", ".."):
            raise EDTFError("an interval needs at least one date")
        if first is not None and last is not None and last < first:
            raise EDTFError("the interval ends before it starts")
        return Bounds(first, last)
    return _single(value)


def is_edtf(value: str) -> bool:
    """Whether `bounds` reads the text."""
    try:
        bounds(value)
    except EDTFError:
        return False
    return True


def period(start: str | None, end: str | None) -> Bounds:
    """The days from the first of one value to the last of another.

    They are open where a value is absent or cannot be read.
    """
    return Bounds(_bounds_or_open(start).first, _bounds_or_open(end).last)


def _bounds_or_open(value: str | None) -> Bounds:
    try:
        return bounds(value) if value and value != ".." else Bounds(None, None)
    except EDTFError:
        return Bounds(None, None)


def first_day(value: str) -> int:
    """The day number to sort a value by: its first day, else its last; 0 where there is no value."""
    covered = bounds(value) if value else Bounds(None, None)
    return covered.first if covered.first is not None else covered.last or 0


def _set_bounds(value: str) -> Bounds:
    members = [part.strip() for part in re.split(r",|\.\.", value[1:-1])]
    spans = [_single(part) for part in members if part]
    if not spans:
        raise EDTFError("a set needs at least one date")
    firsts = [span.first for span in spans if span.first is not None]
    lasts = [span.last for span in spans if span.last is not None]
    return Bounds(
        None if not members[0] else min(firsts),
        None if not members[-1] else max(lasts),
    )


def _single(text: str) -> Bounds:
    date, with_time, time = text.partition("T")
    if with_time and not (len(date) == len("2015-02-12") and _TIME.fullmatch(time)):
        raise EDTFError(f"“{time}” is not a time of day")
    match = _SINGLE.fullmatch(date)
    if match is None:
        raise EDTFError("it does not look like 2015, 2015-02 or 2015-02-12")
    year, month, day = match["year"], match["month"], match["day"]
    if year.startswith("Y"):
        years = [int(year[1:])] * 2
    else:
        years = sorted(int(year.replace("X", digit)) for digit in "09")
    if month is None:
        return Bounds(day_number(years[0], 1, 1), day_number(years[1], 12, 31))
    months = _open_digits(month, 1, 12)
    if day is None and "X" not in month and int(month) in _SEASONS:
        first, last = _SEASONS[int(month)]
        end_year = years[1] + (last - 1) // 12
        end_month = (last - 1) % 12 + 1
        end = day_number(end_year, end_month, days_in_month(end_year, end_month))
        return Bounds(day_number(years[0], first, 1), end)
    if not months:
        raise EDTFError(f"there is no month {month}")
    if day is None:
        end = day_number(years[1], months[-1], days_in_month(years[1], months[-1]))
        return Bounds(day_number(years[0], months[0], 1), end)
    first_days = _open_digits(day, 1, days_in_month(years[0], months[0]))
    last_days = _open_digits(day, 1, days_in_month(years[1], months[-1]))
    if not first_days or not last_days:
        raise EDTFError(f"{format_date(years[1], months[-1])} has no day {day}")
    return Bounds(
        day_number(years[0], months[0], first_days[0]),
        day_number(years[1], months[-1], last_days[-1]),
    )


def _open_digits(pattern: str, lowest: int, highest: int) -> list[int]:
    """The numbers from lowest to highest that fit a two-digit pattern such as ``2X``."""
    numbers = range(lowest, highest + 1)
    return [n for n in numbers if all(p in ("X", d) for p, d in zip(pattern, f"{n:02d}", strict=True))]
