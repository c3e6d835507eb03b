"""News or narrative: which of the two clocks a document runs by, decided from its own dates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from dossier.recognise.dates.forms import Calendar, Form, FoundForm, Interval, Shift, Weekday
from dossier.recognise.dates.points import Point

Clock = Literal["publication", "narrative"]

#: How much a form speaks for a text that is read on the day that it is written.
_WEEKDAY: Final = 1.0
_DAY_WORD: Final = 1.5
_AGO: Final = 0.5
_DEICTIC: Final = 1.0
_DATELINE: Final = 5.0
_RECENT_YEAR: Final = 1.0
#: How much a year well before publication speaks against it.
_OLD_YEAR: Final = 0.4
_OLD: Final = 2
_DATELINE_WITHIN: Final = 3
#: One old year alone does not make a history.
_AT_FIRST: Final = 0.5


def choose_clock(published: Point | None, found: Iterable[FoundForm]) -> Clock:
    """Narrative where the years told lie well before publication, unless the text speaks as news does."""
    if published is None:
        return "narrative"
    balance = _AT_FIRST
    for number, item in enumerate(found):
        balance += _weight(item.form, published)
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
    return _DEICTIC if form.which in ("this", "last", "next") and form.unit != "day" else 0.0


def _weight_of_year(form: Calendar, published: Point) -> float:
    if form.year is None or form.years > 1 or form.lacks:
        return 0.0
    return -_OLD_YEAR if published.year - form.year >= _OLD else _RECENT_YEAR
