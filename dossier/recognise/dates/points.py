"""Calculate with points and periods of time, and write them as EDTF.

A point has a precision (day, month, season, year, decade, century): a date found in a text must not claim
more than the words give, so counting from a point keeps its precision.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from dossier.model import edtf

Unit = Literal[
    "day", "week", "fortnight", "weekend", "month", "season", "quarter", "half", "year", "decade", "century",
    "millennium",
]  # fmt: skip
YEARS_OF: Final[dict[Unit, int]] = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
FIRST_SEASON: Final = 21
_LENGTHS: Final = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FIRST_MONTH_OF_CODE: Final = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}


class Point(NamedTuple):
    """A day, month, season, year, decade or century.

    Attributes:
        year: astronomical (year 0 is 1 BC); for a decade or century its first year.
        month: 1 to 12, or an EDTF code: 21 to 24 season, 33 to 36 quarter, 40 and 41 half-year.
        day: day of the month.
        years: how many years it spans: 1, 10, 100 or 1000.
    """

    year: int
    month: int | None = None
    day: int | None = None
    years: int = 1

    @property
    def unit(self) -> Unit:
        """The precision of the point."""
        if self.day is not None:
            return "day"
        if self.month is not None:
            return _unit_of_code(self.month)
        return {1: "year", 10: "decade", 100: "century"}.get(self.years, "millennium")  # type: ignore[return-value]

    @property
    def first_month(self) -> int:
        """The month in which the point begins; 1 if it names none."""
        if self.month is None:
            return 1
        return _FIRST_MONTH_OF_CODE.get(self.month, self.month)

    @property
    def exists(self) -> bool:
        """Whether it exists in a calendar: not 30 February, not the year 0 of an era."""
        if not -9999 <= self.year <= 9999:
            return False
        if self.day is None or self.month is None:
            return True
        return 1 <= self.day <= _days_in_month(self.year, self.month)

    @property
    def order(self) -> tuple[int, int, int]:
        """The key that sorts points by their first day."""
        return self.year, self.first_month, self.day or 1

    def number(self) -> int:
        """The day number of its first day."""
        return edtf.day_number(self.year, self.first_month, self.day or 1)

    def edtf(self) -> str:
        """The point as EDTF: ``2015-02-12``, ``2015-21``, ``201X``, ``-0899/-0800``."""
        if self.years == 1:
            return edtf.format_date(self.year, self.month, self.day)
        digits = len(str(self.years)) - 1
        if self.year >= 0 and self.year % self.years == 0:
            return f"{self.year:04d}"[:-digits] + "X" * digits
        return f"{edtf.format_year(self.year)}/{edtf.format_year(self.year + self.years - 1)}"


def _days_in_month(year: int, month: int) -> int:
    if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        return 29
    return _LENGTHS[month]


def _unit_of_code(month: int) -> Unit:
    if month <= 12:
        return "month"
    if month <= 24:
        return "season"
    return "quarter" if month <= 36 else "half"


def day_point(number: int) -> Point:
    """The day of a day number."""
    return Point(*edtf.from_day_number(number))


def weekday_of(point: Point) -> int:
    """0 for Monday to 6 for Sunday."""
    return (point.number() + 6) % 7


def coarsen(point: Point, unit: Unit) -> Point:
    """The month, season, year, decade or century that contains a point or its beginning."""
    if unit in YEARS_OF:
        return Point(_first_year(point.year, YEARS_OF[unit]), years=YEARS_OF[unit])
    if unit == "month":
        return Point(point.year, point.first_month)
    if unit == "quarter":
        return Point(point.year, 33 + (point.first_month - 1) // 3)
    if unit == "half":
        return Point(point.year, 40 + (point.first_month - 1) // 6)
    if unit == "season":
        return _season_of(point)
    return point


def _first_year(year: int, years: int) -> int:
    """The first year of its decade, century or millennium; before Christ: 409 to 400 BC, 500 to 401 BC."""
    if year > 0 or years == 1:
        return year - year % years
    before_christ = 1 - year
    if years == YEARS_OF["decade"]:
        return 1 - (before_christ - before_christ % years + years - 1)
    return 1 + (-before_christ // years) * years


def _season_of(point: Point) -> Point:
    if point.month is not None and 21 <= point.month <= 24:
        return point
    month = point.first_month
    year = point.year - 1 if month <= 2 else point.year
    return Point(year, FIRST_SEASON + (month - 3) % 12 // 3)


def shift(point: Point, unit: Unit, amount: int) -> Point | None:
    """The point a number of units later (or earlier), as precise as the unit; None if it is too coarse.

    Two days after a month is not a date; a year after a day is a year.
    """
    if unit in ("day", "week", "fortnight"):
        if point.day is None:
            return None
        days = {"day": 1, "week": 7, "fortnight": 14}[unit] * amount
        return day_point(point.number() + days)
    if unit == "month":
        if point.month is None or point.month > 12:
            return None
        months = point.year * 12 + point.month - 1 + amount
        return Point(months // 12, months % 12 + 1)
    if unit in ("season", "quarter", "half"):
        return _shift_part(coarsen(point, unit), {"season": 4, "quarter": 4, "half": 2}[unit], amount)
    start = coarsen(point, unit)
    return start._replace(year=start.year + amount * YEARS_OF[unit])


def _shift_part(point: Point, parts: int, amount: int) -> Point | None:
    if point.month is None:
        return None
    base = {21: 21, 33: 33, 40: 40}[max(first for first in (21, 33, 40) if first <= point.month)]
    index = point.year * parts + point.month - base + amount
    return Point(index // parts, base + index % parts)


def week_of(point: Point) -> tuple[Point, Point]:
    """Monday and Sunday of the week that contains a day (ISO 8601)."""
    monday = point.number() - weekday_of(point)
    return day_point(monday), day_point(monday + 6)


def weekend_of(point: Point) -> tuple[Point, Point]:
    """Saturday and Sunday of the week that contains a day."""
    sunday = week_of(point)[1]
    return day_point(sunday.number() - 1), sunday
