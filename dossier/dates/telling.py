"""Where a telling has got to, and what it costs to believe that it moves to another date.

A narrative runs forward in small steps, goes over new year, and looks back or ahead in asides. Each way to
read a date has a cost; `dossier.dates.resolving` keeps the cheapest ways to read the whole text. Months are
counted through (``year * 12 + month - 1``), so a distance is a difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log2
from typing import Final

from dossier.dates.context import Context
from dossier.dates.forms import Edge
from dossier.dates.points import Point

_MONTHS: Final = {"month": 1, "season": 3, "quarter": 3, "half": 6, "day": 1}


@dataclass(frozen=True, slots=True)
class Stage:
    """The months, first and last, in which the telling is, and the sentence that set them."""

    first: int
    last: int
    sentence: int


def months_of(point: Point, edge: Edge = "") -> tuple[int, int]:
    """The first and the last month of a point; of its early or late part where the words say so."""
    first = point.year * 12 + point.first_month - 1
    length = 12 * point.years if point.month is None else _MONTHS[point.unit]
    if length >= 12 and edge:
        third = length // 3
        start = {"START": 0, "MID": third, "END": length - third}[edge]
        return first + start, first + start + third - 1
    return first, first + length - 1


def gap(stage: Stage, first: int, last: int) -> int:
    """Months from the stage to a date: positive ahead, negative back, 0 where they overlap."""
    if first > stage.last:
        return first - stage.last
    if last < stage.first:
        return last - stage.first
    return 0


def cost_of_year(stage: Stage, first: int, last: int, *, perfect: bool) -> float:
    """What it costs that a date without a year lies so far from the stage."""
    months = gap(stage, first, last)
    if months == 0:
        # Of two years that fit ("1948-49") the first is likelier.
        return 0.2 * max(0, first // 12 - stage.first // 12)
    over_new_year = abs(first // 12 - (stage.last if months > 0 else stage.first) // 12)
    if months > 0:
        return 0.12 * months + 1.0 * over_new_year + 1.5 * perfect
    return 0.3 + 0.3 * -months + 2.0 * over_new_year - 0.3 * perfect


def cost_of_move(stage: Stage | None, first: int, last: int, context: Context) -> float:
    """What it costs that the telling moves on, or back, to a date told in full."""
    cost = 2.0 if context.aside else 0.0
    if stage is None or context.heading:
        return cost
    months = gap(stage, first, last)
    if months >= 0:
        return cost + 0.2 * log2(1 + months / 6)
    return cost + 0.8 + 0.5 * log2(1 - months / 6) + (0.8 if context.perfect else 0.0)


def cost_of_aside(context: Context, *, has_month: bool) -> float:
    """What it costs that a date told in full leaves the telling where it is."""
    if context.heading:
        return 6.0
    if context.aside:
        return 0.0
    cost = 3.0 if context.fronted or has_month else 1.5
    return cost - (1.0 if context.perfect or context.future else 0.0)
