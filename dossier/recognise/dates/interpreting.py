"""Interpret one form: what it may mean at this point of the text, and what each reading costs.

A form that states its year either moves the narrative or is an aside. One without a year takes that of the
narrative or of the publication. One that points counts from the publication or from the last date mentioned.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dossier.recognise.dates.forms import Calendar, DateContext, FoundForm, Interval, Period, Shift, Weekday
from dossier.recognise.dates.narrative import (
    SAME_YEAR_NEVER_NAMED,
    STEPS,
    YEAR_NEVER_NAMED,
    Clock,
    Interpretation,
    Resolved,
    Stage,
    State,
    candidate_years,
    completed,
    cost_of_aside,
    cost_of_move,
    cost_of_year,
    day_by_publication,
    gap,
    months_of,
    year_by_publication,
)
from dossier.recognise.dates.points import Point, Unit, day_point, shift, week_of, weekday_of, weekend_of

_PUBLICATION_IN_NARRATIVE: Final = 6.0
_PUBLICATION_IN_SENTENCE: Final = 3.0
_PUBLICATION_AFTER_SENTENCE: Final = 1.5
#: "That July" counts from the date just mentioned, whatever the narrative or the publication suggests.
_NOT_BY_REFERENCE: Final = 3.0
_BESIDE: Final = 0.3
_NOT_BESIDE: Final = 0.5
_SIDE_MOVES: Final = 1.0
_LONG_AGO: Final = 2
_FROM_NOW: Final = frozenset(("year this", "year last", "year next"))
_ANAPHORIC: Final = frozenset(("that", "following", "previous"))
_BY_REFERENCE: Final = _FROM_NOW | {"year that", "year following", "year previous"}
_DEICTIC: Final = frozenset(("this", "last", "next"))
_FRIDAY: Final = 4


@dataclass(frozen=True, slots=True)
class Interpreter:
    """The ways to read one form, given the publication date, the document's clock and a stage."""

    published: Point | None
    clock: Clock
    first_stage: Stage | None
    years_named: frozenset[int]

    def interpretations(self, item: FoundForm, context: DateContext, state: State) -> list[Interpretation]:
        """Every way to read a form in a state; if there is none, one that leaves it without a value."""
        form = item.form
        if isinstance(form, Calendar | Interval):
            first = form if isinstance(form, Calendar) else form.first
            told = first.year is not None and not first.lacks
            ways = self._with_year(item, context, state) if told else self._without_year(item, context, state)
        else:
            ways = self._pointed(item, context, state)
        sound = [way for way in ways if way.resolved is not None and way.resolved.sound]
        return sound or [Interpretation(0.0, None, state)]

    def _with_year(self, item: FoundForm, context: DateContext, state: State) -> Iterator[Interpretation]:
        """A date with its year moves the narrative there, or is an aside."""
        one, two = ends(item)
        resolved = Resolved(_point(one, 0), _point(two, 0), relative=False)
        aside = 0.0
        if one.years == 1:
            first, last = _months(resolved, item)
            # News moves from any date to any other.
            stage = state.stage if self.clock == "narrative" else None
            cost = cost_of_move(stage, first, last, context)
            yield Interpretation(cost, resolved, _moved(state, resolved, item, context))
            if state.stage is None:
                return
            aside = cost_of_aside(state.stage, first, last, context)
        yield Interpretation(aside, resolved, state.aside(resolved, context))

    def _without_year(self, item: FoundForm, context: DateContext, state: State) -> Iterator[Interpretation]:
        """A date without its year: the year of the narrative, or that of the publication."""
        one, two = ends(item)
        if one.month is None or one.lacks or one.which in _BY_REFERENCE:
            yield from self._given_by_reference(one, item, context, state)
            return
        if item.until and state.reference is not None:
            yield self._after_reference(one, two, item, context, state)
            return
        by_reference = list(self._pointed_at(one, item, context, state))
        yield from by_reference
        extra = _NOT_BY_REFERENCE if by_reference else 0.0
        told = self._may_be_narrated(one, context, state)
        if self.published is not None:
            year = year_by_publication(one, self.published, context)
            resolved = _over_new_year(one, two, year, "publication")
            cost = extra + self._cost_of_publication(state.stage, context, told=told)
            yield Interpretation(cost, resolved, state.aside(resolved, context))
        if told:
            beside = list(self._beside(item, context, state))
            yield from beside
            yield from self._by_stage(item, context, state, extra + (_NOT_BESIDE if beside else 0.0))

    def _may_be_narrated(self, form: Calendar, context: DateContext, state: State) -> bool:
        """Whether the narrative may give a date its year."""
        if self.clock == "narrative":
            return self.published is None or not _is_of_writing(form, context, state)
        if state.stage is None or form.which in _DEICTIC:
            return False
        return self._still_narrated(state.stage, context, state)

    def _by_stage(
        self, item: FoundForm, context: DateContext, state: State, extra: float
    ) -> Iterator[Interpretation]:
        """The years near the stage of the narrative."""
        one, two = ends(item)
        base = state.stage or self.first_stage
        if base is None:
            return
        for year in candidate_years(one, base):
            resolved = _over_new_year(one, two, year, "narrative")
            cost = extra + cost_of_year(base, *_months(resolved, item), context)
            if year not in self.years_named:
                cost += SAME_YEAR_NEVER_NAMED if year == base.last // 12 else YEAR_NEVER_NAMED
            yield Interpretation(
                cost + _SIDE_MOVES * context.side, resolved, _moved(state, resolved, item, context)
            )
            if context.side or one.which == "previous":
                yield Interpretation(cost, resolved, state.aside(resolved, context))

    def _beside(self, item: FoundForm, context: DateContext, state: State) -> Iterator[Interpretation]:
        """The year of an aside in the same sentence: "(January 1820) and Naples (July)"."""
        one, two = ends(item)
        reference, stage = state.reference, state.stage
        if one.which or reference is None or stage is None or state.sentence != context.sentence or state.now:
            return
        base = Stage(*months_of(reference), state.sentence)
        if reference.years > 1 or stage.first // 12 <= reference.year <= stage.last // 12:
            return
        for year in candidate_years(one, base):
            resolved = _over_new_year(one, two, year, "narrative")
            cost = _BESIDE + cost_of_year(base, *_months(resolved, item), context)
            yield Interpretation(cost, resolved, state.aside(resolved, context))

    def _pointed_at(
        self, form: Calendar, item: FoundForm, context: DateContext, state: State
    ) -> Iterator[Interpretation]:
        """That July, the following spring: counted from a date mentioned in this sentence or the last."""
        near = context.sentence - state.sentence <= 1 or self.clock == "publication"
        reference = state.reference_before(context)
        if form.which not in _ANAPHORIC or reference is None or not near:
            return
        first, last = months_of(reference)
        for year in candidate_years(form, Stage(first, last, state.sentence)):
            point = Point(year, form.month, form.day)
            resolved = Resolved(point, point, relative=True, clock="narrative")
            away = state.stage is not None and gap(state.stage, first, last) != 0
            back = form.which == "previous" or context.side or away
            yield Interpretation(1.0 if back else 0.0, resolved, _moved(state, resolved, item, context))
            if back:
                yield Interpretation(0.0, resolved, state.aside(resolved, context))

    def _after_reference(
        self, one: Calendar, two: Calendar, item: FoundForm, context: DateContext, state: State
    ) -> Interpretation:
        """The end of a period: the first date of its name that is not before the start."""
        reference = state.reference
        year = 0 if reference is None else reference.year
        resolved = _over_new_year(one, two, year, "narrative")
        if (
            reference is not None
            and resolved.sound
            and resolved.last.order < _lowest(reference, resolved.last)
        ):
            resolved = _over_new_year(one, two, year + 1, "narrative")
        return Interpretation(0.0, resolved, _moved(state, resolved, item, context))

    def _cost_of_publication(self, stage: Stage | None, context: DateContext, *, told: bool) -> float:
        """The cost of counting from the publication date: higher, the nearer another date is in the text."""
        if self.clock == "narrative":
            return _PUBLICATION_IN_NARRATIVE if told else 0.0
        if not told or stage is None:
            return 0.0
        return _PUBLICATION_IN_SENTENCE if stage.sentence == context.sentence else _PUBLICATION_AFTER_SENTENCE

    def _still_narrated(self, stage: Stage, context: DateContext, state: State) -> bool:
        """Whether news is still about a date of another year that it has just given."""
        if self.published is None or context.tense == "future" or stage.first // 12 == self.published.year:
            return False
        if context.lasting or state.now:
            return False
        distance = context.sentence - stage.sentence
        if distance and context.side:
            return False
        fine = stage.last - stage.first < 11
        return distance == 0 or (
            distance == 1 and (fine or self.published.year - stage.first // 12 >= _LONG_AGO)
        )

    def _given_by_reference(
        self, form: Calendar, item: FoundForm, context: DateContext, state: State
    ) -> Iterator[Interpretation]:
        """Readings that take the month, the era or the year from the last date mentioned."""
        if form.month is None and form.year is None and self._is_of_now(context, state):
            point = day_by_publication(form, self.published, context)
            clock: Clock = "publication"
        else:
            point, clock = self._by_reference(form, context, state)
        if point is not None:
            resolved = Resolved(point, point, relative=True, clock=clock)
            yield Interpretation(0.0, resolved, _moved(state, resolved, item, context))

    def _by_reference(self, form: Calendar, context: DateContext, state: State) -> tuple[Point | None, Clock]:
        reference, clock = Pointer(self.published, self.clock).anchor(
            state, context, now=form.which in _FROM_NOW
        )
        if form.month is None and form.year is None and (reference is None or reference.month is None):
            reference = state.finer
        return (None if reference is None else completed(form, reference)), clock

    def _is_of_now(self, context: DateContext, state: State) -> bool:
        """Whether "the 16th" in news is in these weeks, and not in a month given in the same sentence."""
        here = state.sentence == context.sentence and state.reference == state.finer
        return self.clock == "publication" and (state.finer is None or not here)

    def _pointed(self, item: FoundForm, context: DateContext, state: State) -> Iterator[Interpretation]:
        """Readings that count forward or back from now, or from the last date mentioned."""
        form = item.form
        resolved = Pointer(self.published, self.clock).resolve(item, context, state)
        if resolved is None:
            return
        back = (isinstance(form, Shift) and form.amount < 0) or (
            isinstance(form, Period) and form.which in ("last", "previous")
        )
        if resolved.clock == "publication":
            yield Interpretation(0.0, resolved, state.aside(resolved, context))
            return
        yield Interpretation(1.0 if back else 0.0, resolved, _moved(state, resolved, item, context))
        yield Interpretation(0.0 if back else 2.0, resolved, state.aside(resolved, context))


def _point(form: Calendar, year: int) -> Point:
    return Point(year if form.year is None else form.year, form.month, form.day, form.years)


def _over_new_year(one: Calendar, two: Calendar, year: int, clock: Clock) -> Resolved:
    """Both ends in one year, or the second in the next year where it would otherwise come first."""
    first = _point(one, year)
    last = first if two is one else _point(two, year)
    if two is not one and two.year is None and last.order < first.order:
        last = last._replace(year=last.year + 1)
    return Resolved(first, last, relative=True, clock=clock)


def _is_of_writing(form: Calendar, context: DateContext, state: State) -> bool:
    """Whether even a history has reached the day of writing: "will appear this spring", "opens on 1 May"."""
    ahead = context.tense == "future" and not context.aside
    if form.which in _DEICTIC:
        return ahead or (context.lasting and not context.aside)
    return ahead and state.now and state.sentence == context.sentence


def _lowest(reference: Point, point: Point) -> tuple[int, int, int]:
    """The first day that may follow a date, where the point is no finer than a month."""
    return reference.order if point.day is not None else reference._replace(day=None).order


def ends(item: FoundForm) -> tuple[Calendar, Calendar]:
    """The first and the last date of a calendar form; the same one unless it is an interval."""
    form = item.form
    if isinstance(form, Interval):
        return form.first, form.last
    if not isinstance(form, Calendar):
        raise TypeError(form)
    return form, form


def _months(resolved: Resolved, item: FoundForm) -> tuple[int, int]:
    """The months that a value covers, from the first of its start to the last of its end."""
    return months_of(resolved.first, item.edge)[0], months_of(resolved.last, item.edge)[1]


def _moved(state: State, resolved: Resolved, item: FoundForm, context: DateContext) -> State:
    """The state after a move; a year alone keeps a month that is already known."""
    first, last = _months(resolved, item)
    stage = state.stage
    if stage is not None and first <= stage.first and stage.last <= last and last - first >= 11:
        first, last = stage.first, stage.last
    return state.moved(resolved, Stage(first, last, context.sentence), context)


# --- what points from now, or from a date in the text


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

    def anchor(self, state: State, context: DateContext, *, now: bool) -> tuple[Point | None, Clock]:
        """The date to count from: now, or the last one mentioned other than in passing."""
        if now and self.clock == "publication":
            return self.published, "publication"
        reference = state.reference_before(context)
        if reference is not None:
            return reference, "narrative"
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
        if self.published is not None and _is_period_of_writing(form, context):
            base: Point | None = self.published
            clock: Clock = "publication"
        else:
            now = (
                form.which in _DEICTIC
                or form.which == "new"
                or (form.which == "the" and self._is_coming(form, context, state))
            )
            base, clock = self.anchor(state, context, now=now)
        if base is None:
            return None
        amount = STEPS.get(form.which, 0)
        if form.which == "new":
            # In January the new year is the current one.
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
        """Whether "the weekend" or "the end of the week" is that of the day of writing."""
        just_mentioned = context.sentence - state.sentence <= 1 and context.paragraph == state.paragraph
        return form.unit == "weekend" or context.tense == "future" or not just_mentioned


def _is_period_of_writing(form: Period, context: DateContext) -> bool:
    """Last week, next year, this month: counted from the day of writing in any text, except in quotations."""
    return form.which in _DEICTIC and form.unit != "day" and not context.aside


def _from_day(form: Shift, base: Point | None) -> Resolved | None:
    """Two years ago tomorrow, a week from today: a day, counted from a named day."""
    if base is None or base.day is None or form.on_day is None:
        return None
    day = day_point(base.number() + form.on_day)
    if form.unit == "year":
        point: Point | None = day._replace(year=day.year + form.amount)
    else:
        point = shift(day, form.unit, form.amount)
    return None if point is None else Resolved(point, point, relative=True, clock="publication")


def _shifted(base: Point | None, unit: Unit, amount: int, state: State, clock: Clock) -> Point | None:
    """A date shifted; where it is too coarse for the unit, the last finer one counts."""
    point = None if base is None else shift(base, unit, amount)
    if point is None and clock == "narrative" and state.finer is not None:
        return shift(state.finer, unit, amount)
    return point
