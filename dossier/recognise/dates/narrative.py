"""Follow a narrative through its dates: the point that it has reached, and the cost of each next date.

A narrative runs forward in small steps, passes new year, and looks back or ahead in asides. Each way to read
a date has a cost; `dossier.recognise.dates.resolving` keeps the cheapest ways to read the whole text. Months
are numbered continuously (``year * 12 + month - 1``), so a distance is a difference.
"""

from __future__ import annotations

from math import log2
from typing import Final, Literal, NamedTuple

from dossier.recognise.dates.forms import DateContext, Edge
from dossier.recognise.dates.points import Point

#: What a date counts from: the day of publication, or an earlier date in the text.
Clock = Literal["publication", "narrative"]
#: The first character of a date in the text, and one past its last.
Span = tuple[int, int]

_MONTHS: Final = {"month": 1, "season": 3, "quarter": 3, "half": 6, "day": 1}

# Costs. The unit is the cost of a step forward of eight months without a stated year.
# They only compare the ways to read one date.
_ON_A_MONTH: Final = 0.12
_OVER_NEW_YEAR: Final = 1.0
_ON_DESPITE_PERFECT: Final = 1.5
_BACK: Final = 0.3
_BACK_A_MONTH: Final = 0.3
_BACK_OVER_NEW_YEAR: Final = 2.0
_BACK_OVER_NEW_YEAR_WITH_PERFECT: Final = 1.4
_BACK_WITH_PERFECT: Final = -0.3
_BACK_AT_OPENING: Final = 0.3
_LATER_OF_TWO_YEARS: Final = 0.2
_MOVE_ON: Final = 0.2
_MOVE_BACK: Final = 0.8
_MOVE_BACK_FAR: Final = 0.5
_MOVE_BACK_WITH_PERFECT: Final = 0.8
_MOVE_TO_ASIDE: Final = 2.0
_MOVE_TO_NAME: Final = 1.2
_OUTSIDE_SECTION: Final = 1.5
_OUTSIDE_TITLE: Final = 0.3
#: A year that the text never names.
YEAR_NEVER_NAMED: Final = 0.5
#: The same where the narrative is already in that year.
SAME_YEAR_NEVER_NAMED: Final = 0.35
#: A year in which the day falls on another weekday than the words say.
OTHER_WEEKDAY: Final = 2.5
_MOVE_TO_PLAN: Final = 0.5
_ASIDE_AT_OPENING: Final = 1.0
_ASIDE_FROM_HEADING: Final = 6.0
_ASIDE_FRONTED: Final = 3.0
_ASIDE: Final = 1.5
_ASIDE_WITH_CUE: Final = -1.0

_LAST_MONTH: Final = 12


class Stage(NamedTuple):
    """The first and the last month of the narrative's current point, and the sentence that set them."""

    first: int
    last: int
    sentence: int


def months_of(point: Point, edge: Edge = "") -> tuple[int, int]:
    """The first and the last month of a point; of its early or late part where the words say so."""
    first = point.year * 12 + point.first_month - 1
    length = 12 * point.years if point.month is None else _MONTHS[point.unit]
    if length >= 12 and edge:
        start, end = {"START": (0, 3), "MID": (4, 7), "END": (6, 11)}[edge]
        return first + start * length // 12, first + end * length // 12
    return first, first + length - 1


def gap(stage: Stage, first: int, last: int) -> int:
    """Months from the stage to a date: positive ahead, negative back, 0 where they overlap."""
    if first > stage.last:
        return first - stage.last
    if last < stage.first:
        return last - stage.first
    return 0


def cost_of_year(stage: Stage, first: int, last: int, context: DateContext) -> float:
    """The cost of a date without a year, by its distance from the stage or from its section's years."""
    cost = _distance(stage, first, last, context)
    if context.section is not None:
        return cost + _OUTSIDE_SECTION * _outside(first, last, context.section)
    if context.title is not None:
        return cost + _OUTSIDE_TITLE * _outside(first, last, context.title)
    return cost


def _outside(first: int, last: int, years: tuple[int, int]) -> bool:
    return last // 12 < years[0] or first // 12 > years[1]


def _distance(stage: Stage, first: int, last: int, context: DateContext) -> float:
    months, perfect = gap(stage, first, last), context.perfect
    if months == 0:
        # Of two years that fit ("1948-49"), the first is more likely.
        return _LATER_OF_TWO_YEARS * max(0, first // 12 - stage.first // 12)
    over_new_year = abs(first // 12 - (stage.last if months > 0 else stage.first) // 12)
    if months > 0:
        return _ON_A_MONTH * months + _OVER_NEW_YEAR * over_new_year + _ON_DESPITE_PERFECT * perfect
    over = _BACK_OVER_NEW_YEAR_WITH_PERFECT if perfect else _BACK_OVER_NEW_YEAR
    cost = over * over_new_year - _BACK_A_MONTH * months
    if perfect and context.opening:
        # A section that begins by looking back may look far back.
        cost *= _BACK_AT_OPENING
    return cost + _BACK + _BACK_WITH_PERFECT * perfect


def cost_of_move(stage: Stage | None, first: int, last: int, context: DateContext) -> float:
    """The cost of moving the narrative forward or back to a date with its year."""
    cost = _MOVE_TO_NAME if (context.in_name or context.side) and not context.opening else 0.0
    cost += _MOVE_TO_PLAN if context.future and not context.fronted else 0.0
    if context.aside:
        cost = _MOVE_TO_ASIDE
    if stage is None or context.heading:
        return cost
    months = gap(stage, first, last)
    if months >= 0:
        return cost + _MOVE_ON * log2(1 + months / 6)
    cost += _MOVE_BACK + _MOVE_BACK_FAR * log2(1 - months / 6)
    return cost + (_MOVE_BACK_WITH_PERFECT if context.perfect else 0.0)


def cost_of_aside(stage: Stage, first: int, last: int, context: DateContext) -> float:
    """The cost of leaving the narrative where it is at a date with its year.

    A full date in the past states its year because the narrative is elsewhere.
    """
    if context.heading:
        return _ASIDE_FROM_HEADING
    if context.aside or context.in_name or context.side:
        return _ASIDE_AT_OPENING if context.opening and not context.aside else 0.0
    fine = last - first < 11
    cost = _ASIDE_FRONTED if context.fronted or (fine and gap(stage, first, last) >= 0) else _ASIDE
    return cost + (_ASIDE_WITH_CUE if context.perfect or context.future else 0.0)


class Resolved(NamedTuple):
    """A form with its value.

    Attributes:
        first: the first point that it covers.
        last: the last point that it covers; the same unless it is an interval.
        relative: whether the words do not give it in full.
        clock: what it counts from; None where the words give it in full.
        because: the span of the date in the text that it counts from, or None.
    """

    first: Point
    last: Point
    relative: bool
    clock: Clock | None = None
    because: Span | None = None

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
        """Whether both ends exist in a calendar and are in this order."""
        if self.first is self.last:
            return self.first.exists
        return self.first.exists and self.last.exists and self.first.order <= self.last.order


class Anchor(NamedTuple):
    """A date to count from: the publication date, or one in the text with its span."""

    point: Point | None
    clock: Clock
    span: Span | None = None

    def gives(self, first: Point, last: Point | None = None) -> Resolved:
        """The value of a form that counts from this date: one point, or from one to another."""
        end = first if last is None else last
        return Resolved(first, end, relative=True, clock=self.clock, because=self.span)


class State(NamedTuple):
    """The point that a text has reached.

    Attributes:
        stage: the months of the narrative's current point.
        reference: the last date mentioned (the reference time), in an aside or not.
        finer: the last one mentioned with a month or a day: "that month" skips a bare year.
        sentence: the number of the sentence of `reference`.
        paragraph: the number of its paragraph.
        main: the date that set the stage: later dates count from it where `reference` was in passing.
        passing: whether `reference` was mentioned in passing ("was to run until 1936", "the 1923 border").
        now: whether `reference` counted from the publication date.
        reference_span: where the text gives `reference`; no reading depends on the spans.
        finer_span: the same for `finer`.
        main_span: the same for `main`.
    """

    stage: Stage | None = None
    reference: Point | None = None
    finer: Point | None = None
    sentence: int = -2
    paragraph: int = -1
    main: Point | None = None
    passing: bool = False
    now: bool = False
    reference_span: Span | None = None
    finer_span: Span | None = None
    main_span: Span | None = None

    def reference_before(self, context: DateContext) -> Anchor:
        """The date that a later one counts from: in another sentence, not one mentioned in passing."""
        if self.passing and self.sentence != context.sentence and self.main is not None:
            return Anchor(self.main, "narrative", self.main_span)
        return Anchor(self.reference, "narrative", self.reference_span)

    def aside(self, resolved: Resolved, context: DateContext) -> State:
        """The state after a date that leaves the narrative where it was."""
        return self._after(resolved, context, self.stage, self.main, self.main_span)

    def moved(self, resolved: Resolved, stage: Stage, context: DateContext) -> State:
        """The state after the narrative has moved to a date."""
        return self._after(resolved, context, stage, resolved.last, context.span)

    def _after(
        self,
        resolved: Resolved,
        context: DateContext,
        stage: Stage | None,
        main: Point | None,
        main_span: Span | None,
    ) -> State:
        point, span = resolved.last, context.span
        fine = point.month is not None and point.month <= _LAST_MONTH
        passing = context.in_name or context.perfect or (context.aside and not context.reached)
        # By position, because this runs for every way to read every date.
        return State(
            stage,
            point,
            point if fine else self.finer,
            context.sentence,
            context.paragraph,
            main,
            passing,
            resolved.clock == "publication",
            span,
            span if fine else self.finer_span,
            main_span,
        )


#: How many fields of a `State` its spans are.
SPANS_OF_STATE: Final = 3


class Interpretation(NamedTuple):
    """One way to read a date: its cost, its value, and the state after it."""

    cost: float
    resolved: Resolved | None
    state: State
