"""Work out how far an EDTF value reaches on an axis of years, and how much of that is certain.

It stands alone so that the picture of the timeline draws what the date says and no more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dossier.model.edtf import Bounds, EDTFError, bounds, day_number, from_day_number

NEVER: Final = 9999.0
"""Where an open interval ends on the axis; minus this, where it begins."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of an axis of years: 2014.5 is the middle of 2014.

    Attributes:
        start: the first moment that the value may mean.
        end: the last one; a day later than ``start`` for an exact day.
        sure_start: it is certain from here on.
        sure_end: it is certain up to here. Where nothing is certain, both are the same point in between.
    """

    start: float
    end: float
    sure_start: float
    sure_end: float

    @property
    def is_exact_day(self) -> bool:
        """Whether it is one day that is certain."""
        return self.end - self.start < 1 / 360 and self.sure_start == self.start and self.sure_end == self.end

    def __str__(self) -> str:
        """The numbers needed: start for an exact day, start and end, or all four where an end is soft."""
        numbers = [self.start, self.end, self.sure_start, self.sure_end]
        hard = self.sure_start == self.start and self.sure_end == self.end
        told = 1 if self.is_exact_day else 2 if hard else 4
        return " ".join(f"{number:.3f}".rstrip("0").rstrip(".") for number in numbers[:told])


def extent(value: str) -> Extent:
    """How far an EDTF value reaches (ISO 8601-2:2019).

    Each end of an interval is soft over the days that it may be: "2014-02/2014-03" is certain from the
    last day of February to the first of March. A value that is not a day fades to both sides, since it
    only says that something lies within it. A value in doubt (``?``, ``~``, ``%``) reaches as far again to
    each side.

    >>> str(extent("2014-07-02")), str(extent("2014")), str(extent("2014-02-24/.."))
    ('2014.499', '2014 2015 2014.5 2014.5', '2014.148 9999 2014.148 2014.148')

    Raises:
        EDTFError: the text is no EDTF value.
    """
    start, interval, end = value.partition("/")
    if not interval:
        return _within(_widened(value))
    bounds(value)
    first = Bounds(None, None) if start in ("", "..") else _widened(start)
    last = Bounds(None, None) if end in ("", "..") else _widened(end)
    if first.first is None or first.last is None:
        sure = _year(last.first)
        return Extent(-NEVER, _year(last.last, 1), sure, sure)
    if last.first is None or last.last is None:
        sure = _year(first.last)
        return Extent(_year(first.first), NEVER, sure, sure)
    if first.last > last.first:
        return _within(Bounds(first.first, last.last))
    return Extent(_year(first.first), _year(last.last, 1), _year(first.last), _year(last.first, 1))


def span(start: str, end: str) -> Extent | None:
    """How far something reaches whose beginning and end are stated apart; None where neither is stated."""
    try:
        return extent(f"{start}/{end or '..'}" if start or end else "")
    except EDTFError:
        return extent(start) if start else None


def _widened(value: str) -> Bounds:
    """The days that a value covers, and as many to each side where it is in doubt."""
    covered = bounds(value)
    if covered.first is None or covered.last is None or not any(mark in value for mark in "?~%"):
        return covered
    length = covered.last - covered.first + 1
    return Bounds(covered.first - length, covered.last + length)


def _within(covered: Bounds) -> Extent:
    start, end = _year(covered.first), _year(covered.last, 1)
    if covered.first == covered.last:
        return Extent(start, end, start, end)
    middle = end if covered.first is None else start if covered.last is None else (start + end) / 2
    return Extent(start, end, middle, middle)


def _year(day: int | None, later: int = 0) -> float:
    """A day number as a point on the axis; an unknown day lies beyond its end."""
    if day is None:
        return NEVER if later else -NEVER
    year = from_day_number(day + later)[0]
    first = day_number(year, 1, 1)
    return year + (day + later - first) / (day_number(year + 1, 1, 1) - first)
