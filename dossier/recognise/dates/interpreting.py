"""Interpret one form: what it may mean at this point of the text, and what each reading costs.

A form that states its year either moves the narrative or is an aside. One without a year takes that of the
narrative or of the publication. One that points counts from the publication or from the last date mentioned.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dossier.recognise.dates.completing import (
    candidate_years,
    completed,
    day_by_publication,
    falls_on_weekday,
    is_near,
    nearest_year,
    year_by_publication,
)
from dossier.recognise.dates.forms import Calendar, DateContext, FoundForm, Interval, Period, Shift
from dossier.recognise.dates.narrative import (
    OTHER_WEEKDAY,
    SAME_YEAR_NEVER_NAMED,
    YEAR_NEVER_NAMED,
    Anchor,
    Clock,
    Interpretation,
    Resolved,
    Span,
    Stage,
    State,
    cost_of_aside,
    cost_of_move,
    cost_of_year,
    gap,
    months_of,
)
from dossier.recognise.dates.pointing import DEICTIC, Pointer
from dossier.recognise.dates.points import Point

_PUBLICATION_IN_NARRATIVE: Final = 6.0
_PUBLICATION_IN_SENTENCE: Final = 3.0
_PUBLICATION_AFTER_SENTENCE: Final = 1.5
#: More where the sentence speaks of a year long before the publication.
_PUBLICATION_LONG_AFTER: Final = 2.0
#: "That July" counts from the date just mentioned, whatever the narrative or the publication suggests.
_NOT_BY_REFERENCE: Final = 3.0
_BESIDE: Final = 0.3
_NOT_BESIDE: Final = 0.5
_SIDE_MOVES: Final = 1.0
_LONG_AGO: Final = 2
_SENTENCES_ON: Final = 4
_FROM_NOW: Final = frozenset(
    f"{unit} {which}" for unit in ("month", "year") for which in ("this", "last", "next")
)
_ANAPHORIC: Final = frozenset(("that", "following", "previous"))
_BY_REFERENCE: Final = _FROM_NOW | {f"{unit} {which}" for unit in ("month", "year") for which in _ANAPHORIC}


@dataclass(frozen=True, slots=True)
class Interpreter:
    """The ways to read one form in a document.

    Attributes:
        published: the publication date, or None.
        clock: what the document's dates count from where their words leave a choice.
        first_stage: where a narrative begins that gives a month before any year.
        first_span: where the text gives the year of `first_stage`.
        years_named: the years that the text names.
    """

    published: Point | None
    clock: Clock
    first_stage: Stage | None
    first_span: Span | None
    years_named: frozenset[int]

    def interpretations(self, item: FoundForm, context: DateContext, state: State) -> list[Interpretation]:
        """Every way to read a form in a state.

        If there is none, one whose value is None or not sound, which leaves the state as it is.
        """
        ways = self._ways(item, context, state)
        sound = [way for way in ways if way.resolved is not None and way.resolved.sound]
        return sound or [self._left_out(item, context, state)]

    def _ways(self, item: FoundForm, context: DateContext, state: State) -> Iterator[Interpretation]:
        form = item.form
        if isinstance(form, Calendar | Interval):
            first = form if isinstance(form, Calendar) else form.first
            told = first.year is not None and not first.lacks
            return self._with_year(item, context, state) if told else self._without_year(item, context, state)
        return self._pointed(item, context, state)

    def _left_out(self, item: FoundForm, context: DateContext, state: State) -> Interpretation:
        """No way to read a form: the first value that is not sound, to say why."""
        way = next(self._ways(item, context, state), None)
        return Interpretation(0.0, None if way is None else way.resolved, state)

    def _with_year(self, item: FoundForm, context: DateContext, state: State) -> Iterator[Interpretation]:
        """A date with its year moves the narrative there, or is an aside."""
        one, two = ends(item)
        resolved = Resolved(_point(one, 0), _point(two, 0), relative=False)
        aside = 0.0
        if one.years == 1 and not context.note:
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
        if context.note and self.published is not None and not one.which:
            yield self._in_note(one, two, self.published, context, state)
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

    def _in_note(
        self, one: Calendar, two: Calendar, published: Point, context: DateContext, state: State
    ) -> Interpretation:
        """The nearest year: to a date of the note itself where one has just been given, else to the text."""
        anchor, reference = Anchor(published, "publication"), state.reference
        year = nearest_year(one, published)
        told = reference is not None and state.paragraph == context.paragraph and state.finer == reference
        distance = context.sentence - state.sentence
        if reference and told and (distance == 0 or (distance == 1 and not is_near(one, year, published))):
            anchor = Anchor(reference, "narrative", state.reference_span)
            year = nearest_year(one, reference)
        resolved = _over_new_year(one, two, year, anchor.clock, anchor.span)
        return Interpretation(0.0, resolved, state.aside(resolved, context))

    def _may_be_narrated(self, form: Calendar, context: DateContext, state: State) -> bool:
        """Whether the narrative may give a date its year."""
        if self.clock == "narrative":
            return self.published is None or not _is_of_writing(form, context, state)
        if state.stage is None or form.which in DEICTIC:
            return False
        return self._still_narrated(state.stage, form, context, state)

    def _by_stage(
        self, item: FoundForm, context: DateContext, state: State, extra: float
    ) -> Iterator[Interpretation]:
        """The years near the stage of the narrative."""
        one, two = ends(item)
        base, because = (
            (self.first_stage, self.first_span) if state.stage is None else (state.stage, state.main_span)
        )
        if base is None:
            return
        for year in candidate_years(one, base):
            resolved = _over_new_year(one, two, year, "narrative", because)
            cost = extra + cost_of_year(base, *_months(resolved, item), context)
            if not falls_on_weekday(one, year):
                cost += OTHER_WEEKDAY
            if year not in self.years_named:
                cost += SAME_YEAR_NEVER_NAMED if year == base.last // 12 else YEAR_NEVER_NAMED
            yield Interpretation(
                cost + _SIDE_MOVES * (context.side or context.perfect),
                resolved,
                _moved(state, resolved, item, context),
            )
            if context.side or context.perfect or one.which == "previous":
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
            resolved = _over_new_year(one, two, year, "narrative", state.reference_span)
            cost = _BESIDE + cost_of_year(base, *_months(resolved, item), context)
            yield Interpretation(cost, resolved, state.aside(resolved, context))

    def _pointed_at(
        self, form: Calendar, item: FoundForm, context: DateContext, state: State
    ) -> Iterator[Interpretation]:
        """That July, the following spring: counted from a date mentioned in this sentence or the last."""
        near = context.sentence - state.sentence <= 1 or self.clock == "publication"
        anchor = state.reference_before(context)
        if form.which not in _ANAPHORIC or anchor.point is None or not near:
            return
        first, last = months_of(anchor.point)
        for year in candidate_years(form, Stage(first, last, state.sentence)):
            resolved = anchor.gives(Point(year, form.month, form.day))
            away = state.stage is not None and gap(state.stage, first, last) != 0
            back = form.which == "previous" or context.side or away
            yield Interpretation(1.0 if back else 0.0, resolved, _moved(state, resolved, item, context))
            if back:
                yield Interpretation(0.0, resolved, state.aside(resolved, context))

    def _after_reference(
        self, one: Calendar, two: Calendar, item: FoundForm, context: DateContext, state: State
    ) -> Interpretation:
        """The end of a period: the first date of its name that is not before the start."""
        reference, because = state.reference, state.reference_span
        year = 0 if reference is None else reference.year
        resolved = _over_new_year(one, two, year, "narrative", because)
        if (
            reference is not None
            and resolved.sound
            and resolved.last.order < _lowest(reference, resolved.last)
        ):
            resolved = _over_new_year(one, two, year + 1, "narrative", because)
        return Interpretation(0.0, resolved, _moved(state, resolved, item, context))

    def _cost_of_publication(self, stage: Stage | None, context: DateContext, *, told: bool) -> float:
        """The cost of counting from the publication date: higher, the nearer another date is in the text."""
        if self.clock == "narrative":
            return _PUBLICATION_IN_NARRATIVE if told else 0.0
        if not told or stage is None:
            return 0.0
        here = stage.sentence == context.sentence
        cost = _PUBLICATION_IN_SENTENCE if here else _PUBLICATION_AFTER_SENTENCE
        old = self.published is not None and self.published.year - stage.last // 12 >= _LONG_AGO
        return cost + _PUBLICATION_LONG_AFTER * (old and here)

    def _still_narrated(self, stage: Stage, form: Calendar, context: DateContext, state: State) -> bool:
        """Whether news is still about a date of another year that it has just given, or its heading gives."""
        if self.published is None or context.tense == "future" or stage.first // 12 == self.published.year:
            return False
        if context.lasting or state.now:
            return False
        if context.section is not None and not _holds(context.section, self.published.year):
            return _holds(context.section, stage.first // 12)
        distance = context.sentence - stage.sentence
        if distance and context.side:
            return False
        fine = stage.last - stage.first < 11
        on = form.month in (stage.last % 12 + 1, (stage.last + 1) % 12 + 1) and stage.first == stage.last
        if on and distance <= _SENTENCES_ON and state.paragraph == context.paragraph:
            # The days that follow one another in a paragraph are of one year.
            return True
        return distance == 0 or (
            distance == 1 and (fine or self.published.year - stage.first // 12 >= _LONG_AGO)
        )

    def _given_by_reference(
        self, form: Calendar, item: FoundForm, context: DateContext, state: State
    ) -> Iterator[Interpretation]:
        """Readings that take the month, the era or the year from the last date mentioned."""
        if not form.which and form.month is None and form.year is None and self._is_of_now(context, state):
            anchor = Anchor(self.published, "publication")
            point = day_by_publication(form, self.published, context)
        else:
            anchor = self._reference_of(form, context, state)
            point = None if anchor.point is None else completed(form, anchor.point, self.published)
        if point is not None:
            resolved = anchor.gives(point)
            aside = form.years > 1
            after = state.aside(resolved, context) if aside else _moved(state, resolved, item, context)
            yield Interpretation(0.0, resolved, after)

    def _reference_of(self, form: Calendar, context: DateContext, state: State) -> Anchor:
        """The date that gives a form its month, era or year; a day alone needs one with a month."""
        anchor = Pointer(self.published, self.clock).anchor(state, context, now=form.which in _FROM_NOW)
        if form.month is None and form.year is None and (anchor.point is None or anchor.point.month is None):
            return Anchor(state.finer, anchor.clock, state.finer_span)
        return anchor

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
        if isinstance(form, Shift) and form.if_ahead:
            # A plan leaves the text where it is.
            yield Interpretation(0.0, resolved, state)
            return
        back = (isinstance(form, Shift) and form.amount < 0) or (
            isinstance(form, Period) and form.which in ("last", "previous")
        )
        if resolved.clock == "publication":
            yield Interpretation(0.0, resolved, state.aside(resolved, context))
            return
        yield Interpretation(1.0 if back else 0.0, resolved, _moved(state, resolved, item, context))
        yield Interpretation(0.0 if back else 2.0, resolved, state.aside(resolved, context))


def _holds(years: tuple[int, int], year: int) -> bool:
    return years[0] <= year <= years[1]


def _point(form: Calendar, year: int) -> Point:
    return Point(year if form.year is None else form.year, form.month, form.day, form.years)


def _over_new_year(
    one: Calendar, two: Calendar, year: int, clock: Clock, because: Span | None = None
) -> Resolved:
    """Both ends in one year, or the second in the next year where it would otherwise come first."""
    first = _point(one, year)
    last = first if two is one else _point(two, year)
    if two is not one and two.year is None and last.order < first.order:
        last = last._replace(year=last.year + 1)
    return Resolved(first, last, relative=True, clock=clock, because=because)


def _is_of_writing(form: Calendar, context: DateContext, state: State) -> bool:
    """Whether even a history has reached the day of writing: "will appear this spring", "opens on 1 May"."""
    ahead = context.tense == "future" and not context.aside
    if form.which in DEICTIC:
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
