"""Give every form of a text its value, relative to the publication date or to the narrative.

News counts from the day of publication; a history has a running date, which gives "on May 10" its year. A
date may be read in several ways (`dossier.recognise.dates.interpreting`); a small beam keeps the cheapest
ways to read the whole text, so a later date can correct an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from dossier.model import edtf
from dossier.recognise.dates.forms import (
    STEPS,
    Calendar,
    DateContext,
    Form,
    FoundForm,
    Interval,
    Period,
    Shift,
    Weekday,
)
from dossier.recognise.dates.interpreting import Interpreter, ends
from dossier.recognise.dates.narrative import SPANS_OF_STATE, Clock, Resolved, Span, Stage, State, months_of
from dossier.recognise.dates.points import Point, day_point

_LONGEST_STRETCH: Final = 100
_BEAM: Final = 6
_FARTHEST_BEHIND: Final = 8.0

#: How strongly a form suggests that the text is news.
_WEEKDAY: Final = 1.0
_DAY_WORD: Final = 1.5
_AGO: Final = 0.5
_DEICTIC: Final = 1.0
_DATELINE: Final = 5.0
_RECENT_YEAR: Final = 1.0
_MOST_RECENT: Final = 3.0
#: How strongly a year well before publication suggests that it is not.
_OLD_YEAR: Final = 0.4
#: The same for a day of such a year, which background seldom gives.
_OLD_DAY: Final = 0.6
_OLD: Final = 2
#: Until this month, the year before is still what news is about.
_AFTER_NEW_YEAR: Final = 3
_DATELINE_WITHIN: Final = 3
#: A single old year does not make a history.
_AT_FIRST: Final = 0.5


class _Path(NamedTuple):
    """A way to read the text so far: its total cost, its state, and the values, the last first."""

    cost: float
    state: State
    values: tuple[object, ...] | None


def resolve_all(
    published: str | None, found: Sequence[FoundForm], contexts: Sequence[DateContext]
) -> list[Resolved | None]:
    """The value of every form, in order, from the cheapest way to read the text.

    It is None where there is nothing to count from, and not sound where no calendar has such a date.
    """
    point = publication_point(published)
    found = [_with_day_of(point, item) for item in found]
    interpreter = Interpreter(
        point, choose_clock(point, found), *_first_stage(found, contexts), _years_named(found)
    )
    paths = [_Path(0.0, State(), None)]
    for item, context in zip(found, contexts, strict=True):
        paths = _extend(paths, item, context, interpreter)
    values: list[Resolved | None] = []
    node = min(paths, key=lambda path: path.cost).values
    while node is not None:
        values.append(node[0])  # type: ignore[arg-type]
        node = node[1]  # type: ignore[assignment]
    return values[::-1]


def _extend(
    paths: list[_Path], item: FoundForm, context: DateContext, interpreter: Interpreter
) -> list[_Path]:
    best: dict[tuple[object, ...], _Path] = {}
    for path in paths:
        for way in interpreter.interpretations(item, context, path.state):
            cost = path.cost + way.cost
            # Of two states that differ only in where the text gives their dates, the cheaper one is kept.
            weighed = way.state[:-SPANS_OF_STATE]
            known = best.get(weighed)
            if known is None or cost < known.cost:
                best[weighed] = _Path(cost, way.state, (way.resolved, path.values))
    ranked = sorted(best.values(), key=lambda path: path.cost)[:_BEAM]
    return [path for path in ranked if path.cost <= ranked[0].cost + _FARTHEST_BEHIND]


def _with_day_of(published: Point | None, item: FoundForm) -> FoundForm:
    """Give "this day in 2003" the month and the day of the publication."""
    if item.rule != "anniversary" or published is None or not isinstance(item.form, Calendar):
        return item
    return replace(item, form=replace(item.form, month=published.month, day=published.day))


def _first_stage(
    found: Sequence[FoundForm], contexts: Sequence[DateContext]
) -> tuple[Stage | None, Span | None]:
    """The first year that a text states, where a narrative begins that gives a month before it; its span."""
    for item, context in zip(found, contexts, strict=True):
        form = item.form.first if isinstance(item.form, Interval) else item.form
        if isinstance(form, Calendar) and form.year is not None and form.years == 1 and not form.lacks:
            first, last = months_of(Point(form.year))
            return Stage(first, last, -1), context.span
    return None, None


def _years_named(found: Sequence[FoundForm]) -> frozenset[int]:
    """Every year that the text names, those within an interval, and "the year after" each."""
    years: set[int] = set()
    last: int | None = None
    for item in found:
        step = _years_on(item.form)
        if step and last is not None:
            last += step
            years.add(last)
        if isinstance(item.form, Calendar | Interval):
            one, two = ends(item)
            if one.year is not None and two.year is not None and two.year - one.year <= _LONGEST_STRETCH:
                years.update(range(one.year, two.year + 1))
                last = two.year
    return frozenset(years)


def _years_on(form: Form) -> int:
    """How many years forward or back a form points: "the following year", "May of the next year"."""
    if isinstance(form, Period) and form.unit == "year":
        return STEPS.get(form.which, 0)
    if isinstance(form, Shift) and form.unit == "year" and not form.from_now:
        return form.amount
    if isinstance(form, Calendar) and form.which.startswith("year"):
        return STEPS.get(form.which.removeprefix("year "), 0)
    return 0


def publication_point(published: str | None) -> Point | None:
    """The publication date, no more precise than its EDTF value; None if it has no day, month or year."""
    if not published or not edtf.is_edtf(published):
        return None
    span = edtf.bounds(published)
    if span.first is None or span.last is None:
        return None
    one, two = day_point(span.first), day_point(span.last)
    if one == two:
        return one
    if (one.year, one.month) == (two.year, two.month):
        return Point(one.year, one.month)
    return Point(one.year) if one.year == two.year else None


def choose_clock(published: Point | None, found: Iterable[FoundForm]) -> Clock:
    """Narrative if the years in the text are well before publication, unless it is written like news."""
    if published is None:
        return "narrative"
    balance, recent = _AT_FIRST, 0.0
    for number, item in enumerate(found):
        weight = _weight(item.form, published)
        # A history that reaches the day of writing names recent years too.
        if weight > 0 and isinstance(item.form, Calendar | Interval):
            weight = min(weight, _MOST_RECENT - recent)
            recent += weight
        balance += weight
        if number < _DATELINE_WITHIN and item.form == Calendar(
            published.year, published.month, published.day
        ):
            balance += _DATELINE
    return "publication" if balance >= 0 else "narrative"


def _weight(form: Form, published: Point) -> float:
    if isinstance(form, Interval):
        return _weight(form.first, published)
    if isinstance(form, Calendar):
        return _weight_of_year(form, published)
    if isinstance(form, Weekday):
        return _WEEKDAY
    if isinstance(form, Shift):
        if not form.from_now:
            return 0.0
        return _DAY_WORD if form.unit == "day" and form.amount else _AGO
    if form.unit == "weekend" and form.which == "the":
        return _DEICTIC
    return _DEICTIC if form.which in ("this", "last", "next") and form.unit != "day" else 0.0


def _weight_of_year(form: Calendar, published: Point) -> float:
    if form.year is None or form.years > 1 or form.lacks:
        return 0.0
    ago = published.year - form.year
    if ago == 1 and published.first_month > _AFTER_NEW_YEAR:
        return 0.0
    if ago < _OLD:
        return _RECENT_YEAR
    return -_OLD_DAY if form.day is not None else -_OLD_YEAR
