"""Complete a date that lacks its year, month or century, by the publication or by a date in the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dossier.recognise.dates.forms import STEPS, Calendar, DateContext
from dossier.recognise.dates.narrative import Stage, months_of
from dossier.recognise.dates.points import Point, weekday_of

#: A day that is more than this many days back in the month is one of the next month.
_FAR_BACK: Final = 14
#: The day that stands for a month without one, and how many years a weekday may be away.
_MIDDLE_OF_MONTH: Final = 15
_YEARS_AROUND: Final = 3
#: How many months from a date "Sunday, 9th" may be.
_MONTHS_AROUND: Final = 6
_WINTER: Final = 24
_WINTER_ENDS: Final = 2
#: Days ahead within which a text would state the year for a day of the year before.
_NEAR: Final = 60
#: Days around the publication in which a day of a note without a year is one of that time.
_WEEKS: Final = 30
#: Months ahead in which "by January" looks ahead.
_SOON: Final = 2
_LAST_MONTH: Final = 12


def completed(form: Calendar, reference: Point, now: Point | None = None) -> Point | None:
    """The 13th (of the month last mentioned); '68 (of its century); July of that year."""
    if form.year is not None:
        return _completed_year(form, reference, now)
    if form.which.startswith("month"):
        return _day_in_shifted_month(form, reference)
    if form.month is None:
        if reference.month is None or reference.month > _LAST_MONTH:
            return None
        if form.weekday is not None:
            return day_named(form, reference)
        return _day_in_month(form, reference)
    if form.which.startswith("year"):
        return Point(reference.year + STEPS.get(form.which.removeprefix("year "), 0), form.month, form.day)
    first, last = months_of(reference)
    year = candidate_years(form, Stage(first, last, 0))[0]
    return Point(year, form.month, form.day)


def _day_in_month(form: Calendar, reference: Point) -> Point:
    """The 13th of the month last mentioned; after the 29th, "the 6th" is in the next month."""
    over = reference.day is not None and form.day is not None and reference.day - form.day > _FAR_BACK
    month = reference.year * 12 + reference.first_month - 1 + over
    return Point(month // 12, month % 12 + 1, form.day)


def _day_in_shifted_month(form: Calendar, reference: Point) -> Point | None:
    """The 2nd of this month, the 5th of the month before."""
    if reference.month is None or reference.month > _LAST_MONTH:
        return None
    step = STEPS.get(form.which.removeprefix("month "), 0)
    month = reference.year * 12 + reference.month - 1 + step
    return Point(month // 12, month % 12 + 1, form.day)


def _completed_year(form: Calendar, reference: Point, now: Point | None) -> Point | None:
    """The year of the nearest century; a decade has begun when somebody speaks of it."""
    if form.year is None:
        return None
    century = reference.year - reference.year % 100
    near = [century - 100 + form.year, century + form.year, century + 100 + form.year]
    if form.years > 1 and now is not None:
        near = [year for year in near if year <= now.year]
    year = min(near, key=lambda year: abs(year - reference.year), default=None)
    return None if year is None else Point(year, form.month, form.day, form.years)


def day_named(form: Calendar, base: Point) -> Point | None:
    """Sunday, 9th: the month nearest to the last date mentioned in which the 9th is a Sunday."""
    for step in sorted(range(-_MONTHS_AROUND, _MONTHS_AROUND + 1), key=abs):
        month = base.year * 12 + base.first_month - 1 + step
        point = Point(month // 12, month % 12 + 1, form.day)
        if point.exists and weekday_of(point) == form.weekday:
            return point
    return None


def candidate_years(form: Calendar, stage: Stage) -> list[int]:
    """The years near the stage that a date without a year may have; only one where a word points."""
    first, last = stage.first // 12, stage.last // 12
    month = Point(0, form.month).first_month - 1
    if form.which in ("following", "next"):
        return [last + (last * 12 + month <= stage.last)]
    if form.which in ("last", "previous"):
        return [first - (first * 12 + month >= stage.first)]
    if form.which:
        return [first]
    return list(range(first - 1, min(last, first + 5) + 2))


def year_by_publication(form: Calendar, now: Point, context: DateContext) -> int:
    """The last such day or month; the next one if the clause looks ahead or the day is only weeks away.

    A weekday that the words give decides between that year and those beside it.
    """
    year = _year_by_direction(form, now, context)
    return year if form.which else nearest_with_weekday(form, (year, year - 1, year + 1))


def nearest_with_weekday(form: Calendar, years: Sequence[int]) -> int:
    """The first of the years in which the day falls on its weekday; the first of all if none does."""
    return next((year for year in years if falls_on_weekday(form, year)), years[0])


def falls_on_weekday(form: Calendar, year: int) -> bool:
    """Whether a day falls on the weekday that the words give for it; true where they give none."""
    if form.weekday is None or form.day is None or form.month is None:
        return True
    point = Point(year, form.month, form.day)
    return point.exists and weekday_of(point) == form.weekday


def nearest_year(form: Calendar, base: Point) -> int:
    """The year in which a day or month is nearest to a date; the weekday decides where the words give it."""
    month, day = base.first_month, base.day or _MIDDLE_OF_MONTH
    here = base._replace(month=month, day=day, years=1).number()
    by_distance = sorted(
        range(base.year - _YEARS_AROUND, base.year + _YEARS_AROUND + 1),
        key=lambda year: abs(Point(year, form.month, form.day or _MIDDLE_OF_MONTH).number() - here),
    )
    return nearest_with_weekday(form, by_distance)


def _year_by_direction(form: Calendar, now: Point, context: DateContext) -> int:
    if now.month is None:
        return now.year + STEPS.get(form.which, 0)
    year, month = now.year, now.first_month
    if form.month == _WINTER and month <= _WINTER_ENDS:
        # In January the winter is that of the year before.
        year, month = year - 1, month + 12
    by_day = form.day is not None and now.day is not None
    position = (Point(0, form.month).first_month, (form.day or 0) if by_day else 0)
    # The summer in which the text is written is not yet "last summer".
    last = (position[0] + 2, 0) if form.month is not None and form.month > _LAST_MONTH else position
    today = (month, (now.day or 0) if by_day else 0)
    if form.which in ("last", "previous"):
        return year - (last >= today)
    if form.which in ("next", "following"):
        return year + (position <= today)
    if form.which or position == today:
        return year
    ahead = year + (position < today)
    if context.tense == "past":
        return ahead - 1
    if context.tense or (by_day and _is_soon(form, ahead, now)):
        return ahead
    if context.towards and not context.perfect and 0 < (position[0] - month) % 12 <= _SOON:
        return ahead
    return ahead - 1


def day_by_publication(form: Calendar, now: Point | None, context: DateContext) -> Point | None:
    """The 16th: the last one, or the next one if the clause looks ahead."""
    if now is None or now.month is None or now.day is None or form.day is None:
        return None
    step = (context.tense == "future" and form.day < now.day) - (
        context.tense != "future" and form.day > now.day
    )
    month = now.year * 12 + now.month - 1 + step
    point = Point(month // 12, month % 12 + 1, form.day)
    if form.weekday is None or (point.exists and weekday_of(point) == form.weekday):
        return point
    return day_named(form, now)


def is_near(form: Calendar, year: int, now: Point) -> bool:
    """Whether a day is in the weeks before or after another one."""
    day = Point(year, form.month, form.day)
    return form.day is not None and day.exists and abs(day.number() - now.number()) <= _WEEKS


def _is_soon(form: Calendar, year: int, now: Point) -> bool:
    day = Point(year, form.month, form.day)
    return day.exists and day.number() - now.number() <= _NEAR
