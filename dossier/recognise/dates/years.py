"""Which year a date without one belongs to: by the stage of a telling, a date spoken of, the publication."""

from __future__ import annotations

from typing import Final

from dossier.recognise.dates.forms import Calendar, DateContext
from dossier.recognise.dates.points import Point, weekday_of
from dossier.recognise.dates.telling import Stage, months_of

#: Words that point on or back, in units.
STEPS: Final = {"last": -1, "previous": -1, "next": 1, "following": 1}
#: Days back in a month after which a day is one of the next.
_FAR_BACK: Final = 14
#: How many months around a date "Sunday, 9th" may lie.
_MONTHS_AROUND: Final = 6
_LAST_MONTH: Final = 12
_WINTER: Final = 24
_WINTER_ENDS: Final = 2
#: Days ahead in which a day of the year before would be told with its year.
_NEAR: Final = 60
#: Months ahead in which "by January" looks ahead.
_SOON: Final = 2


def completed(form: Calendar, spoken: Point) -> Point | None:
    """The 13th (of the month spoken of); '68 (of its century); July of that year."""
    if form.year is not None:
        return _completed_year(form, spoken)
    if form.month is None:
        if spoken.month is None or spoken.month > _LAST_MONTH:
            return None
        if form.weekday is not None:
            return day_named(form, spoken)
        return _day_in_month(form, spoken)
    if form.which.startswith("year"):
        return Point(spoken.year + STEPS.get(form.which.removeprefix("year "), 0), form.month, form.day)
    first, last = months_of(spoken)
    year = candidate_years(form, Stage(first, last, 0))[0]
    return Point(year, form.month, form.day)


def _day_in_month(form: Calendar, spoken: Point) -> Point:
    """The 13th of the month spoken of; after the 29th, "the 6th" is one of the next month."""
    over = spoken.day is not None and form.day is not None and spoken.day - form.day > _FAR_BACK
    month = spoken.year * 12 + spoken.first_month - 1 + over
    return Point(month // 12, month % 12 + 1, form.day)


def _completed_year(form: Calendar, spoken: Point) -> Point | None:
    if form.year is None:
        return None
    century = spoken.year - spoken.year % 100
    near = (century - 100 + form.year, century + form.year, century + 100 + form.year)
    return Point(min(near, key=lambda year: abs(year - spoken.year)), form.month)


def day_named(form: Calendar, base: Point) -> Point | None:
    """Sunday, 9th: the nearest month to the date spoken of in which the 9th is a Sunday."""
    for step in sorted(range(-_MONTHS_AROUND, _MONTHS_AROUND + 1), key=abs):
        month = base.year * 12 + base.first_month - 1 + step
        point = Point(month // 12, month % 12 + 1, form.day)
        if point.exists and weekday_of(point) == form.weekday:
            return point
    return None


def candidate_years(form: Calendar, stage: Stage) -> list[int]:
    """The years near the stage that a date without one may have; just one where a word points."""
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
    """The last such day or month; the next where the clause looks ahead, or where a day is weeks away."""
    if now.month is None:
        return now.year + STEPS.get(form.which, 0)
    year, month = now.year, now.first_month
    if form.month == _WINTER and month <= _WINTER_ENDS:
        # In January the winter is that of the year before.
        year, month = year - 1, month + 12
    by_day = form.day is not None and now.day is not None
    position = (Point(0, form.month).first_month, (form.day or 0) if by_day else 0)
    # The summer in which the text is written is no last summer yet.
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
    if context.tense or (by_day and _is_near(form, ahead, now)):
        return ahead
    if context.towards and not context.perfect and 0 < (position[0] - month) % 12 <= _SOON:
        return ahead
    return ahead - 1


def day_by_publication(form: Calendar, now: Point | None, context: DateContext) -> Point | None:
    """The 16th: the last one, or the next where the clause looks ahead."""
    if now is None or now.month is None or now.day is None or form.day is None:
        return None
    if form.weekday is not None:
        return day_named(form, now)
    step = (context.tense == "future" and form.day < now.day) - (
        context.tense != "future" and form.day > now.day
    )
    month = now.year * 12 + now.month - 1 + step
    return Point(month // 12, month % 12 + 1, form.day)


def _is_near(form: Calendar, year: int, now: Point) -> bool:
    day = Point(year, form.month, form.day)
    return day.exists and day.number() - now.number() <= _NEAR
