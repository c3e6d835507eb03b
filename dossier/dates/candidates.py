"""The ways to read one form: what it may denote where the text has got to, and what each way costs.

A form that the words give in full either moves the telling or is an aside; one without its year takes that of
the telling or the publication; one that points counts from the publication or from the date last spoken of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from dossier.dates.clock import Clock
from dossier.dates.context import Context
from dossier.dates.forms import Calendar, Found, Interval, Period, Shift, Weekday
from dossier.dates.points import Point, Unit, day_point, shift, week_of, weekday_of, weekend_of
from dossier.dates.telling import NEVER_TOLD, Stage, cost_of_aside, cost_of_move, cost_of_year, months_of
from dossier.dates.years import STEPS, candidate_years, completed, year_by_publication

_PUBLICATION_IN_NARRATIVE: Final = 6.0
_PUBLICATION_IN_SENTENCE: Final = 3.0
_PUBLICATION_AFTER_SENTENCE: Final = 1.5
_LAST_MONTH: Final = 12
_FRIDAY: Final = 4
_LONG_AGO: Final = 2
_FROM_NOW: Final = frozenset(("year this", "year last", "year next"))
_ANAPHORIC: Final = frozenset(("that", "following", "previous"))
_BY_SPOKEN: Final = _FROM_NOW | {"year that", "year following", "year previous"}


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

    @property
    def sound(self) -> bool:
        """Whether a calendar has both ends, in this order."""
        if not (self.first.exists and self.last.exists):
            return False
        return self.first is self.last or self.first.order <= self.last.order


@dataclass(frozen=True, slots=True)
class State:
    """Where a text has got to: the stage of its telling, and the date last spoken of, aside or not.

    ``finer`` is the last one spoken of that named a month or a day: "that month" passes over a bare year.
    ``sentence`` and ``paragraph`` are where the last one was spoken of.
    """

    stage: Stage | None = None
    spoken: Point | None = None
    finer: Point | None = None
    sentence: int = -2
    paragraph: int = -1

    def after(self, point: Point, stage: Stage | None, context: Context) -> State:
        """The state once a date has been spoken of."""
        fine = point.month is not None and point.month <= _LAST_MONTH
        return State(stage, point, point if fine else self.finer, context.sentence, context.paragraph)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a date: what it costs, its value, and the state after it."""

    cost: float
    resolved: Resolved | None
    state: State


@dataclass(frozen=True, slots=True)
class Resolver:
    """The ways to read one form, given the publication date, the document's clock and a stage."""

    published: Point | None
    clock: Clock
    first_stage: Stage | None
    years_told: frozenset[int]

    def readings(self, item: Found, context: Context, state: State) -> list[Reading]:
        """Every way to read a form in a state; one that leaves it without a value where there is none."""
        form = item.form
        if isinstance(form, Calendar | Interval):
            first = form if isinstance(form, Calendar) else form.first
            told = first.year is not None and not first.lacks
            ways = self._told(item, context, state) if told else self._untold(item, context, state)
        else:
            ways = self._pointed(item, context, state)
        sound = [way for way in ways if way.resolved is not None and way.resolved.sound]
        return sound or [Reading(0.0, None, state)]

    def _told(self, item: Found, context: Context, state: State) -> Iterator[Reading]:
        """A date told in full moves the telling there, or is an aside."""
        one, two = ends(item)
        resolved = Resolved(_point(one, 0), _point(two, 0), relative=False)
        aside = 0.0
        if one.years == 1:
            first, last = _months(resolved, item)
            # News goes from any date to any other.
            stage = state.stage if self.clock == "narrative" else None
            cost = cost_of_move(stage, first, last, context)
            yield Reading(cost, resolved, _moved(state, resolved, item, context))
            if state.stage is None:
                return
            aside = cost_of_aside(state.stage, first, last, context)
        yield Reading(aside, resolved, state.after(resolved.last, state.stage, context))

    def _untold(self, item: Found, context: Context, state: State) -> Iterator[Reading]:
        """A date without its year: the year of the telling, or that of the publication."""
        one, two = ends(item)
        anaphoric = one.which in _ANAPHORIC and self.clock == "publication" and state.spoken is not None
        if one.month is None or one.lacks or one.which in _BY_SPOKEN or anaphoric:
            yield from self._given_by_spoken(one, item, context, state)
            return
        if item.until and state.spoken is not None:
            yield self._after_spoken(one, two, item, context, state)
            return
        base = state.stage or self.first_stage
        told = self.clock == "narrative" or (
            state.stage is not None and self._still_told(state.stage, context)
        )
        if self.published is not None:
            year = year_by_publication(one, self.published, context)
            resolved = _over_new_year(one, two, year, "publication")
            cost = self._cost_of_publication(state.stage, context, told=told)
            yield Reading(cost, resolved, state.after(resolved.last, state.stage, context))
        if base is None or not told:
            return
        for year in candidate_years(one, base):
            resolved = _over_new_year(one, two, year, "narrative")
            cost = cost_of_year(base, *_months(resolved, item), context)
            cost += 0.0 if year in self.years_told else NEVER_TOLD
            yield Reading(cost, resolved, _moved(state, resolved, item, context))

    def _after_spoken(
        self, one: Calendar, two: Calendar, item: Found, context: Context, state: State
    ) -> Reading:
        """The end of a stretch: the first of its name that does not come before the start."""
        spoken = state.spoken
        year = 0 if spoken is None else spoken.year
        resolved = _over_new_year(one, two, year, "narrative")
        if spoken is not None and resolved.sound and resolved.last.order < _lowest(spoken, resolved.last):
            resolved = _over_new_year(one, two, year + 1, "narrative")
        return Reading(0.0, resolved, _moved(state, resolved, item, context))

    def _cost_of_publication(self, stage: Stage | None, context: Context, *, told: bool) -> float:
        """What it costs to count from the publication date: the more, the nearer another date was told."""
        if self.clock == "narrative":
            return _PUBLICATION_IN_NARRATIVE
        if not told or stage is None:
            return 0.0
        return _PUBLICATION_IN_SENTENCE if stage.sentence == context.sentence else _PUBLICATION_AFTER_SENTENCE

    def _still_told(self, stage: Stage, context: Context) -> bool:
        """Whether news is still with a date of another year that it has just told."""
        if self.published is None or context.tense == "future" or stage.first // 12 == self.published.year:
            return False
        distance = context.sentence - stage.sentence
        fine = stage.last - stage.first < 11
        return distance == 0 or (
            distance == 1 and (fine or self.published.year - stage.first // 12 >= _LONG_AGO)
        )

    def _given_by_spoken(
        self, form: Calendar, item: Found, context: Context, state: State
    ) -> Iterator[Reading]:
        """What takes its month, its era or its year from the date last spoken of."""
        spoken, clock = self._anchor(state, now=form.which in _FROM_NOW and self.clock == "publication")
        point = None if spoken is None else completed(form, spoken)
        if point is not None:
            resolved = Resolved(point, point, relative=True, clock=clock)
            yield Reading(0.0, resolved, _moved(state, resolved, item, context))

    def _pointed(self, item: Found, context: Context, state: State) -> Iterator[Reading]:
        """What points from now, or from the date last spoken of, on or back."""
        form = item.form
        resolved: Resolved | None = None
        back = False
        if isinstance(form, Weekday):
            resolved = self._weekday(form, item, context, state)
        elif isinstance(form, Shift):
            resolved, back = self._shift(form, state), form.amount < 0
        elif isinstance(form, Period):
            resolved, back = self._period(form, context, state), form.which in ("last", "previous")
        if resolved is None:
            return
        aside = state.after(resolved.last, state.stage, context)
        if resolved.clock == "publication":
            yield Reading(0.0, resolved, aside)
            return
        yield Reading(1.0 if back else 0.0, resolved, _moved(state, resolved, item, context))
        yield Reading(0.0 if back else 2.0, resolved, aside)

    def _anchor(self, state: State, *, now: bool) -> tuple[Point | None, Clock]:
        if now and self.clock == "publication":
            return self.published, "publication"
        if state.spoken is not None:
            return state.spoken, "narrative"
        return self.published, "publication"

    def _weekday(self, form: Weekday, item: Found, context: Context, state: State) -> Resolved | None:
        told = item.until or form.which in ("following", "previous", "that") or self.clock == "narrative"
        base, clock = self._anchor(state, now=not told)
        if base is None or base.day is None:
            return None
        ahead = (form.weekday - weekday_of(base)) % 7
        back = ahead - 7 if ahead else 0
        if item.until or form.which in ("next", "following"):
            days = ahead or 7
        elif form.which in ("last", "previous"):
            days = back or -7
        else:
            days = ahead if context.tense == "future" else back
        point = day_point(base.number() + days)
        return Resolved(point, point, relative=True, clock=clock)

    def _shift(self, form: Shift, state: State) -> Resolved | None:
        base, clock = self._anchor(state, now=form.from_now)
        if form.from_now and clock == "narrative" and form.unit == "day":
            return None
        if form.on_day is not None and base is not None and base.day is not None and clock == "publication":
            day = day_point(base.number() + form.on_day)
            day = replace(day, year=day.year + form.amount)
            return Resolved(day, day, relative=True, clock=clock)
        point = self._shifted(base, form.unit, form.amount, state, clock)
        return None if point is None else Resolved(point, point, relative=True, clock=clock)

    def _shifted(
        self, base: Point | None, unit: Unit, amount: int, state: State, clock: Clock
    ) -> Point | None:
        """A date shifted; where it is too coarse for the unit, the last one that is not."""
        point = None if base is None else shift(base, unit, amount)
        if point is None and clock == "narrative" and state.finer is not None:
            return shift(state.finer, unit, amount)
        return point

    def _period(self, form: Period, context: Context, state: State) -> Resolved | None:
        now = self.clock == "publication" and (
            form.which in ("this", "last", "next")
            or (form.which == "the" and not _just_spoken(state, context))
        )
        base, clock = self._anchor(state, now=now)
        if base is None:
            return None
        amount = STEPS.get(form.which, 0)
        if form.unit in ("week", "weekend", "fortnight"):
            if base.day is None:
                base = state.finer or base
            if base.day is None:
                return None
            if now and form.unit == "weekend" and context.tense != "future" and weekday_of(base) < _FRIDAY:
                amount -= 1
            day = day_point(base.number() + 7 * amount)
            first, last = weekend_of(day) if form.unit == "weekend" else week_of(day)
            return Resolved(first, last, relative=True, clock=clock)
        point = self._shifted(base, form.unit, amount, state, clock)
        return None if point is None else Resolved(point, point, relative=True, clock=clock)


def _point(form: Calendar, year: int) -> Point:
    return Point(year if form.year is None else form.year, form.month, form.day, form.years)


def _over_new_year(one: Calendar, two: Calendar, year: int, clock: Clock) -> Resolved:
    """Both ends in a year, the second in the next where it would come first otherwise."""
    first = _point(one, year)
    last = first if two is one else _point(two, year)
    if two is not one and two.year is None and last.order < first.order:
        last = replace(last, year=last.year + 1)
    return Resolved(first, last, relative=True, clock=clock)


def _just_spoken(state: State, context: Context) -> bool:
    """Whether a date was spoken of in this sentence, or in the one before it in the paragraph."""
    return context.sentence - state.sentence <= 1 and context.paragraph == state.paragraph


def _lowest(spoken: Point, point: Point) -> tuple[int, int, int]:
    """The first day that may follow a date, where the point names no finer part than the month."""
    return spoken.order if point.day is not None else replace(spoken, day=None).order


def ends(item: Found) -> tuple[Calendar, Calendar]:
    """The first and the last date of a calendar form; the same one but for intervals."""
    form = item.form
    if isinstance(form, Interval):
        return form.first, form.last
    if not isinstance(form, Calendar):
        raise TypeError(form)
    return form, form


def _months(resolved: Resolved, item: Found) -> tuple[int, int]:
    """The months that a value covers, from the first of its start to the last of its end."""
    return months_of(resolved.first, item.edge)[0], months_of(resolved.last, item.edge)[1]


def _moved(state: State, resolved: Resolved, item: Found, context: Context) -> State:
    """The state after a move; a year told where its month is known already leaves the month."""
    first, last = _months(resolved, item)
    stage = state.stage
    if stage is not None and first <= stage.first and stage.last <= last and last - first >= 11:
        first, last = stage.first, stage.last
    return state.after(resolved.last, Stage(first, last, context.sentence), context)
