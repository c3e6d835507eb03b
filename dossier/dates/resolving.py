"""Forms and their context in, EDTF out: against the publication date, or where a narrative has got to.

News counts from the day it is published; a history carries a running date along, which gives "on May 10" its
year. Which of the two a text does is decided once, from the text (`choose_clock`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from dossier import edtf
from dossier.dates.context import Context
from dossier.dates.forms import Calendar, Form, Found, Interval, Period, Shift, Weekday
from dossier.dates.points import Point, day_point, shift, week_of, weekday_of, weekend_of

Clock = Literal["publication", "narrative"]
_PAST_YEARS: Final = 2


@dataclass(frozen=True, slots=True)
class Resolved:
    """A form with its value: the first and the last point that it covers (the same but for intervals)."""

    first: Point
    last: Point
    relative: bool
    clock: Clock | None = None

    def edtf(self, *, approximate: bool) -> str:
        """The value as EDTF."""
        mark = "~" if approximate else ""
        if self.first == self.last:
            value = self.first.edtf()
            return value if "/" in value else value + mark
        first, last = self.first.edtf().split("/")[0], self.last.edtf().split("/")[-1]
        return f"{first}{mark}/{last}{mark}"


def choose_clock(published: Point | None, found: Iterable[Found]) -> Clock:
    """Narrative where the years told lie well before publication, unless the text speaks as news does."""
    if published is None:
        return "narrative"
    ages: list[int] = []
    speaks_as_news = 0
    for item in found:
        form = item.form.first if isinstance(item.form, Interval) else item.form
        if isinstance(form, Calendar) and form.year is not None:
            ages.append(published.year - form.year)
        if isinstance(form, Weekday) or (isinstance(form, Shift) and form.from_now):
            speaks_as_news += 1
        if isinstance(form, Period) and form.which in ("this", "last", "next"):
            speaks_as_news += 1
    if not ages:
        return "publication"
    old = sum(age >= _PAST_YEARS for age in ages)
    recent = len(ages) - old
    return "narrative" if old > 2 * (recent + speaks_as_news) else "publication"


@dataclass(slots=True)
class Timeline:
    """Where the telling is: the running date, and the last date told at all."""

    published: Point | None
    clock: Clock
    running: Point | None = None
    last: Point | None = None
    first_year: int | None = None
    running_sentence: int = -1

    def resolve(self, item: Found, context: Context) -> Resolved | None:
        """The value of a form here, or None where nothing gives one. Moves the running date along."""
        resolved = self._resolve(item.form, context)
        if resolved is None or not (resolved.first.exists and resolved.last.exists):
            return None
        if resolved.last.number() < resolved.first.number():
            return None
        self._move(item, resolved, context)
        return resolved

    def _resolve(self, form: Form, context: Context) -> Resolved | None:
        if isinstance(form, Interval):
            return self._interval(form, context)
        if isinstance(form, Calendar):
            return self._calendar(form, context)
        if isinstance(form, Weekday):
            return self._weekday(form, context)
        if isinstance(form, Shift):
            return self._shift(form)
        return self._period(form)

    def _interval(self, form: Interval, context: Context) -> Resolved | None:
        first, last = self._calendar(form.first, context), self._calendar(form.last, context)
        if first is None or last is None:
            return None
        end = last.first
        if end.number() < first.first.number() and last.relative:
            end = replace(end, year=end.year + 1)
        return Resolved(first.first, end, first.relative, first.clock)

    def _calendar(self, form: Calendar, context: Context) -> Resolved | None:
        if form.year is not None:
            point = Point(form.year, form.month, form.day, form.years)
            return Resolved(point, point, relative=False)
        if form.month is None:
            return self._day_of_month(form)
        if self._told(context):
            told = self._nearest_to_running(form)
            return None if told is None else Resolved(told, told, relative=True, clock="narrative")
        if self.published is None:
            return None
        point = self._nearest_to_publication(form, context)
        return Resolved(point, point, relative=True, clock="publication")

    def _told(self, context: Context) -> bool:
        """Whether the narrative, and not the publication date, gives the year."""
        if self.clock == "narrative":
            return True
        if self.running is None or self.published is None:
            return False
        near = context.sentence - self.running_sentence <= 1
        return near and self.published.year - self.running.year >= _PAST_YEARS and not context.future

    def _day_of_month(self, form: Calendar) -> Resolved | None:
        base = self.last if self.last is not None and self.last.day is not None else self.running
        if base is None or base.month is None or base.month > 12 or form.day is None:
            return None
        point = Point(base.year, base.month, form.day)
        return Resolved(point, point, relative=True, clock="narrative")

    def _nearest_to_running(self, form: Calendar) -> Point | None:
        """The year that the running date gives; over new year where the month falls far back."""
        running = self._starting_point()
        if running is None:
            return None
        month = Point(running.year, form.month).first_month
        if form.which in ("following", "next"):
            year = running.year + (month <= running.first_month)
        elif form.which in ("last", "previous"):
            year = running.year - (month >= running.first_month)
        elif running.month is not None and running.first_month - month >= 9:
            year = running.year + 1
        else:
            year = running.year
        return Point(year, form.month, form.day)

    def _starting_point(self) -> Point | None:
        if self.running is None and self.first_year is not None:
            return Point(self.first_year)
        return self.running

    def _nearest_to_publication(self, form: Calendar, context: Context) -> Point:
        assert self.published is not None
        now = self.published
        month = Point(now.year, form.month).first_month
        day = form.day or now.day or 1
        position = (month, day if form.day is not None else 0)
        today = (now.first_month, (now.day or 1) if form.day is not None else 0)
        if form.which in ("last", "previous"):
            year = now.year - (position >= today)
        elif form.which in ("next", "following"):
            year = now.year + (position <= today)
        elif form.which in ("this", "that"):
            year = now.year
        elif context.future:
            year = now.year + (position < today)
        else:
            year = now.year - (position > today)
        return Point(year, form.month, form.day)

    def _weekday(self, form: Weekday, context: Context) -> Resolved | None:
        base = self.published
        clock: Clock = "publication"
        if form.which in ("following", "previous", "that") or self.clock == "narrative":
            base, clock = self.last, "narrative"
        if base is None or base.day is None:
            return None
        ahead = (form.weekday - weekday_of(base)) % 7
        back = ahead - 7 if ahead else 0
        if form.which in ("next", "following"):
            days = ahead or 7
        elif form.which in ("last", "previous"):
            days = back or -7
        else:
            days = ahead if context.future else back
        point = day_point(base.number() + days)
        return Resolved(point, point, relative=True, clock=clock)

    def _shift(self, form: Shift) -> Resolved | None:
        base, clock = self._anchor(from_now=form.from_now)
        if base is None:
            return None
        point = shift(base, form.unit, form.amount)
        return None if point is None else Resolved(point, point, relative=True, clock=clock)

    def _anchor(self, *, from_now: bool) -> tuple[Point | None, Clock]:
        if from_now:
            return (self.published if self.clock == "publication" else None), "publication"
        if self.last is not None:
            return self.last, "narrative"
        return self.published, "publication"

    def _period(self, form: Period) -> Resolved | None:
        news = form.which in ("this", "last", "next") and self.clock == "publication"
        base, clock = self._anchor(from_now=False)
        if news:
            base, clock = self.published, "publication"
        if base is None:
            return None
        amount = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(form.which, 0)
        return self._shifted_period(base, form, amount, clock)

    def _shifted_period(self, base: Point, form: Period, amount: int, clock: Clock) -> Resolved | None:
        if form.unit in ("week", "weekend", "fortnight"):
            if base.day is None:
                return None
            day = day_point(base.number() + 7 * amount)
            first, last = weekend_of(day) if form.unit == "weekend" else week_of(day)
            return Resolved(first, last, relative=True, clock=clock)
        point = shift(base, form.unit, amount)
        return None if point is None else Resolved(point, point, relative=True, clock=clock)

    def _move(self, item: Found, resolved: Resolved, context: Context) -> None:
        point = resolved.first
        if point.years == 1:
            self.last = resolved.last
        if context.aside or point.years > 1 or (isinstance(item.form, Shift) and item.form.from_now):
            return
        if resolved.relative and resolved.clock == "publication":
            return
        self.running = resolved.last if isinstance(item.form, Interval) else point
        self.running_sentence = context.sentence


def resolve_all(
    published: str | None, found: Sequence[Found], contexts: Sequence[Context]
) -> list[Resolved | None]:
    """The value of every form in turn."""
    point = _publication_point(published)
    timeline = Timeline(point, choose_clock(point, found))
    years = [
        f.form.year
        for f in found
        if isinstance(f.form, Calendar) and f.form.year is not None and f.form.years == 1
    ]
    timeline.first_year = years[0] if years else None
    return [timeline.resolve(item, context) for item, context in zip(found, contexts, strict=True)]


def _publication_point(published: str | None) -> Point | None:
    """The first day of the publication date, as fine as it is told."""
    if not published or not edtf.is_edtf(published):
        return None
    first = edtf.bounds(published).first
    last = edtf.bounds(published).last
    if last is None:
        last = first
    if last is None:
        return None
    return day_point(last)
