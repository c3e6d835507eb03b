"""Resolve what points from now or from a date in the text: "last week", "on Tuesday", "two days later"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dossier.recognise.dates.forms import STEPS, DateContext, FoundForm, Period, Shift, Weekday
from dossier.recognise.dates.narrative import Anchor, Clock, Resolved, State
from dossier.recognise.dates.points import Point, Unit, day_point, shift, week_of, weekday_of, weekend_of

#: Words that point from the day of writing.
DEICTIC: Final = frozenset(("this", "last", "next"))
_FRIDAY: Final = 4


@dataclass(frozen=True, slots=True)
class Pointer:
    """The two anchors of a document: the day of its publication, and the dates that it gives."""

    published: Point | None
    clock: Clock

    def resolve(self, item: FoundForm, context: DateContext, state: State) -> Resolved | None:
        """The value of a form that points; None where no date is precise enough to count from."""
        form = item.form
        if isinstance(form, Weekday):
            return self._weekday(form, item, context, state)
        if isinstance(form, Shift):
            return self._shift(form, context, state)
        if isinstance(form, Period):
            return self._period(form, context, state)
        return None

    def anchor(self, state: State, context: DateContext, *, now: bool) -> Anchor:
        """The date to count from: now, or the last one mentioned other than in passing."""
        if not (now and self.clock == "publication"):
            reference = state.reference_before(context)
            if reference.point is not None:
                return reference
        return Anchor(self.published, "publication")

    def _weekday(self, form: Weekday, item: FoundForm, context: DateContext, state: State) -> Resolved | None:
        if form.in_week or form.weeks:
            return self._weekday_by_week(form, context, state)
        told = item.until or form.which in ("following", "previous", "that", "the")
        anchor = self.anchor(state, context, now=not (told or self.clock == "narrative"))
        base, clock = anchor.point, anchor.clock
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
        return anchor.gives(day_point(base.number() + days))

    def _weekday_by_week(self, form: Weekday, context: DateContext, state: State) -> Resolved | None:
        """Tuesday of last week; Monday week; a week ago on Monday, where that can only mean one day."""
        if form.in_week:
            anchor = self.anchor(state, context, now=form.which in DEICTIC)
        else:
            anchor = Anchor(self.published if self.clock == "publication" else None, "publication")
        base = anchor.point
        if base is None or base.day is None:
            return None
        monday = week_of(base)[0].number()
        if form.in_week:
            return anchor.gives(day_point(monday + 7 * STEPS.get(form.which, 0) + form.weekday))
        ahead = (form.weekday - weekday_of(base)) % 7
        if form.weeks > 0:
            day = base.number() + ahead + 7 * form.weeks
            return anchor.gives(day_point(day)) if ahead and context.tense != "past" else None
        day = base.number() + ahead - 7 + 7 * form.weeks
        return anchor.gives(day_point(day)) if day == monday + 7 * form.weeks + form.weekday else None

    def _shift(self, form: Shift, context: DateContext, state: State) -> Resolved | None:
        anchor = self.anchor(state, context, now=form.from_now)
        if form.from_now and anchor.clock == "narrative" and form.unit == "day":
            return None
        if form.if_ahead and not (anchor.clock == "publication" and context.tense == "future"):
            return None
        if form.on_day is not None:
            return _from_day(form, anchor) if anchor.clock == "publication" else None
        return _shifted(anchor, form.unit, form.amount, state)

    def _period(self, form: Period, context: DateContext, state: State) -> Resolved | None:
        if self.published is not None and _is_period_of_writing(form, context):
            anchor = Anchor(self.published, "publication")
        else:
            now = (
                form.which in DEICTIC
                or form.which == "new"
                or (form.which == "the" and self._is_coming(form, context, state))
            )
            anchor = self.anchor(state, context, now=now)
        base = anchor.point
        if base is None:
            return None
        amount = STEPS.get(form.which, 0)
        if form.which == "new":
            # In January the new year is the current one.
            amount = int(base.first_month > 1 or base.month is None)
        if form.unit in ("week", "weekend", "fortnight"):
            if base.day is None and state.finer is not None:
                anchor = Anchor(state.finer, anchor.clock, state.finer_span)
            return self._week(form, amount, anchor, context)
        return _shifted(anchor, form.unit, amount, state)

    def _week(self, form: Period, amount: int, anchor: Anchor, context: DateContext) -> Resolved | None:
        """A week or weekend, counted from the one that contains a day."""
        base = anchor.point
        if base is None or base.day is None:
            return None
        recent = anchor.clock == "publication" and form.unit == "weekend" and context.tense != "future"
        day = day_point(base.number() + 7 * (amount - (recent and weekday_of(base) < _FRIDAY)))
        return anchor.gives(*(weekend_of(day) if form.unit == "weekend" else week_of(day)))

    def _is_coming(self, form: Period, context: DateContext, state: State) -> bool:
        """Whether "the weekend" or "the end of the week" is that of the day of writing."""
        just_mentioned = context.sentence - state.sentence <= 1 and context.paragraph == state.paragraph
        return form.unit == "weekend" or context.tense == "future" or not just_mentioned


def _is_period_of_writing(form: Period, context: DateContext) -> bool:
    """Last week, next year, this month: counted from the day of writing in any text, except in quotations."""
    return form.which in DEICTIC and form.unit != "day" and not context.aside


def _from_day(form: Shift, anchor: Anchor) -> Resolved | None:
    """Two years ago tomorrow, a week from today: a day, counted from a named day."""
    base = anchor.point
    if base is None or base.day is None or form.on_day is None:
        return None
    day = day_point(base.number() + form.on_day)
    if form.unit == "year":
        return anchor.gives(day._replace(year=day.year + form.amount))
    point = shift(day, form.unit, form.amount)
    return None if point is None else anchor.gives(point)


def _shifted(anchor: Anchor, unit: Unit, amount: int, state: State) -> Resolved | None:
    """A date shifted; where it is too coarse for the unit, the last finer one counts."""
    point = None if anchor.point is None else shift(anchor.point, unit, amount)
    if point is None and anchor.clock == "narrative" and state.finer is not None:
        anchor = Anchor(state.finer, anchor.clock, state.finer_span)
        point = shift(state.finer, unit, amount)
    return None if point is None else anchor.gives(point)
