"""Where a telling has got to, and what it costs to believe that it moves to another date.

A narrative runs forward in small steps, goes over new year, and looks back or ahead in asides. Each way to
read a date has a cost; `dossier.recognise.dates.resolving` keeps the cheapest ways to read the whole text.
Months are counted through (``year * 12 + month - 1``), so a distance is a difference.
"""

from __future__ import annotations

from math import log2
from typing import Final, NamedTuple

from dossier.recognise.dates.forms import DateContext, Edge
from dossier.recognise.dates.points import Point

_MONTHS: Final = {"month": 1, "season": 3, "quarter": 3, "half": 6, "day": 1}

# Costs, in a unit of their own: what a step forward of eight months without a year told is worth.
# They weigh the ways to read one date against each other; none is a number of anything.
_ON_A_MONTH: Final = 0.12
_OVER_NEW_YEAR: Final = 1.0
_ON_DESPITE_PERFECT: Final = 1.5
_BACK: Final = 0.3
_BACK_A_MONTH: Final = 0.3
_BACK_OVER_NEW_YEAR: Final = 2.0
_BACK_WITH_PERFECT: Final = -0.3
_LATER_OF_TWO_YEARS: Final = 0.2
_MOVE_ON: Final = 0.2
_MOVE_BACK: Final = 0.8
_MOVE_BACK_FAR: Final = 0.5
_MOVE_BACK_WITH_PERFECT: Final = 0.8
_MOVE_TO_ASIDE: Final = 2.0
_MOVE_TO_NAME: Final = 1.2
_OUTSIDE_SECTION: Final = 1.5
_OUTSIDE_TITLE: Final = 0.3
#: A year that the text never tells.
NEVER_TOLD: Final = 0.5
#: The same where the telling is in it already.
NEVER_TOLD_AGAIN: Final = 0.35
_MOVE_TO_PLAN: Final = 0.5
_ASIDE_AT_OPENING: Final = 1.0
_ASIDE_FROM_HEADING: Final = 6.0
_ASIDE_FRONTED: Final = 3.0
_ASIDE: Final = 1.5
_ASIDE_WITH_CUE: Final = -1.0


class Stage(NamedTuple):
    """The months, first and last, in which the telling is, and the sentence that set them."""

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
    """What it costs that a date without a year lies so far from the stage, or outside its section's years."""
    cost = _distance(stage, first, last, perfect=context.perfect)
    if context.section is not None:
        return cost + _OUTSIDE_SECTION * _outside(first, last, context.section)
    if context.title is not None:
        return cost + _OUTSIDE_TITLE * _outside(first, last, context.title)
    return cost


def _outside(first: int, last: int, years: tuple[int, int]) -> bool:
    return last // 12 < years[0] or first // 12 > years[1]


def _distance(stage: Stage, first: int, last: int, *, perfect: bool) -> float:
    months = gap(stage, first, last)
    if months == 0:
        # Of two years that fit ("1948-49") the first is likelier.
        return _LATER_OF_TWO_YEARS * max(0, first // 12 - stage.first // 12)
    over_new_year = abs(first // 12 - (stage.last if months > 0 else stage.first) // 12)
    if months > 0:
        return _ON_A_MONTH * months + _OVER_NEW_YEAR * over_new_year + _ON_DESPITE_PERFECT * perfect
    cost = _BACK - _BACK_A_MONTH * months + _BACK_OVER_NEW_YEAR * over_new_year
    return cost + _BACK_WITH_PERFECT * perfect


def cost_of_move(stage: Stage | None, first: int, last: int, context: DateContext) -> float:
    """What it costs that the telling moves on, or back, to a date told in full."""
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
    """What it costs that a date told in full leaves the telling where it is.

    A full date that lies back says its year because the telling is elsewhere.
    """
    if context.heading:
        return _ASIDE_FROM_HEADING
    if context.aside or context.in_name or context.side:
        return _ASIDE_AT_OPENING if context.opening and not context.aside else 0.0
    fine = last - first < 11
    cost = _ASIDE_FRONTED if context.fronted or (fine and gap(stage, first, last) >= 0) else _ASIDE
    return cost + (_ASIDE_WITH_CUE if context.perfect or context.future else 0.0)
