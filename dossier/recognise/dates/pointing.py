"""What points at a date gets its value: weekdays, periods and shifts, from now or from a date told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dossier.recognise.dates.clock import Clock
from dossier.recognise.dates.forms import DateContext, FoundForm, Period, Shift, Weekday
from dossier.recognise.dates.points import Point, Unit, day_point, shift, week_of, weekday_of, weekend_of
from dossier.recognise.dates.states import Resolved, State
from dossier.recognise.dates.years import STEPS

_FRIDAY: Final = 4
_DEICTIC: Final = ("this", "last", "next", "new")


@dataclass(frozen=True, slots=True)
class Pointer:
    """The two anchors of a document: the day of its publication, and the dates that it tells."""

    published: Point | None
    clock: Clock

    def resolve(self, item: FoundForm, context: DateContext, state: State) -> Resolved | None:
        """The value of a form that points; None where there is nothing fine enough to count from."""
        form = item.form
        if isinstance(form, Weekday):
            return self._weekday(form, item, context, state)
        if isinstance(form, Shift):
            return self._shift(form, context, state)
        if isinstance(form, Period):
            return self._period(form, context, state)
        return None

    def anchor(self, state: State, context: DateContext, *, now: bool) -> tuple[Point | None, Clock]:
        """The date that is counted from: now, or the one last spoken of, not in passing."""
        if now and self.clock == "publication":
            return self.published, "publication"
        spoken = state.spoken_before(context)
        if spoken is not None:
            return spoken, "narrative"
        return self.published, "publication"

    def _weekday(self, form: Weekday, item: FoundForm, context: DateContext, state: State) -> Resolved | None:
        told = item.until or form.which in ("following", "previous", "that", "the")
        base, clock = self.anchor(state, context, now=not (told or self.clock == "narrative"))
        if base is None or base.day is None:
            return None
        ahead = (form.weekday - weekday_of(base)) % 7
        back = ahead - 7 if ahead else 0
        if clock == "publication" and form.which == "the":
            days = ahead if context.tense == "future" else back
        elif item.until or form.which in ("next", "following", "the"):
            days = ahead or 7
        elif form.which in ("last", "previous"):
            days = back or -7
        else:
            days = ahead if context.tense == "future" else back
        point = day_point(base.number() + days)
        return Resolved(point, point, relative=True, clock=clock)

    def _shift(self, form: Shift, context: DateContext, state: State) -> Resolved | None:
        base, clock = self.anchor(state, context, now=form.from_now)
        if form.from_now and clock == "narrative" and form.unit == "day":
            return None
        if form.on_day is not None:
            return _from_day(form, base) if clock == "publication" else None
        point = _shifted(base, form.unit, form.amount, state, clock)
        return None if point is None else Resolved(point, point, relative=True, clock=clock)

    def _period(self, form: Period, context: DateContext, state: State) -> Resolved | None:
        if self.published is not None and _is_of_writing(form, context):
            base: Point | None = self.published
            clock: Clock = "publication"
        else:
            now = form.which in _DEICTIC or (form.which == "the" and self._is_coming(form, context, state))
            base, clock = self.anchor(state, context, now=now)
        if base is None:
            return None
        amount = STEPS.get(form.which, 0)
        if form.which == "new":
            # In January the new year is the running one.
            amount = int(base.first_month > 1 or base.month is None)
        if form.unit in ("week", "weekend", "fortnight"):
            base = base if base.day is not None else state.finer or base
            if base.day is None:
                return None
            recent = clock == "publication" and form.unit == "weekend" and context.tense != "future"
            day = day_point(base.number() + 7 * (amount - (recent and weekday_of(base) < _FRIDAY)))
            first, last = weekend_of(day) if form.unit == "weekend" else week_of(day)
            return Resolved(first, last, relative=True, clock=clock)
        point = _shifted(base, form.unit, amount, state, clock)
        return None if point is None else Resolved(point, point, relative=True, clock=clock)

    def _is_coming(self, form: Period, context: DateContext, state: State) -> bool:
        """Whether "the weekend", "the end of the week" are those of the day of writing."""
        just_spoken = context.sentence - state.sentence <= 1 and context.paragraph == state.paragraph
        return form.unit == "weekend" or context.tense == "future" or not just_spoken


def _is_of_writing(form: Period, context: DateContext) -> bool:
    """Last week, next year, this month: of the day of writing in any text, but for what it quotes."""
    return form.which in ("this", "last", "next") and form.unit != "day" and not context.aside


def _from_day(form: Shift, base: Point | None) -> Resolved | None:
    """Two years ago tomorrow, a week from today: a day, counted from one that is named."""
    if base is None or base.day is None or form.on_day is None:
        return None
    day = day_point(base.number() + form.on_day)
    if form.unit == "year":
        point: Point | None = day._replace(year=day.year + form.amount)
    else:
        point = shift(day, form.unit, form.amount)
    return None if point is None else Resolved(point, point, relative=True, clock="publication")


def _shifted(base: Point | None, unit: Unit, amount: int, state: State, clock: Clock) -> Point | None:
    """A date shifted; where it is too coarse for the unit, the last one that is not."""
    point = None if base is None else shift(base, unit, amount)
    if point is None and clock == "narrative" and state.finer is not None:
        return shift(state.finer, unit, amount)
    return point
