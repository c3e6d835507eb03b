"""Draw terms of office as SVG bars on one axis of time.

A bar is dark for the days that the term certainly covers and light for those that its dates leave open (EDTF
``2014-02``, ``2014~``, an end not stated). It repeats what the row beside it says in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from dossier.index import Term
from dossier.model.edtf import bounds, from_day_number

_NARROWEST: Final = 0.8


@dataclass(frozen=True, slots=True)
class Span:
    """Day numbers of one term: from when to when it may last, and from when to when it certainly does."""

    first: int
    surely_first: int
    surely_last: int
    last: int


@dataclass(frozen=True, slots=True)
class TermBars:
    """The bars of some terms, one for each in their order, and the years at both ends of their axis."""

    bars: tuple[Markup, ...]
    start: int
    end: int


def term_bars(terms: Sequence[Term], last_day: int) -> TermBars | None:
    """The bars of the terms that begin on a known day; a term without an end runs to `last_day`.

    None where fewer than two terms have a place in time: a single bar says nothing.
    """
    spans = [_span(term, last_day) for term in terms]
    known = [span for span in spans if span is not None]
    if len(known) < 2:
        return None
    start, end = min(span.first for span in known), max(span.last for span in known)
    bars = tuple(_bar(span, start, max(1, end - start)) if span else Markup("") for span in spans)
    return TermBars(bars, from_day_number(start)[0], from_day_number(end)[0])


def _span(term: Term, last_day: int) -> Span | None:
    start, end = term.fields.text("from"), term.fields.text("to")
    if not start:
        return None
    began = bounds(start)
    ended = bounds(end) if end else None
    if began.first is None or began.last is None:
        return None
    if ended is None or ended.first is None or ended.last is None:
        last = max(last_day, began.last)
        return Span(began.first, began.last, last, last)
    return Span(began.first, began.last, ended.first, max(ended.last, began.first))


def _bar(span: Span, start: int, days: int) -> Markup:
    light = _rect("dossier-maybe", span.first, span.last, start, days)
    dark = Markup("")
    if span.surely_first <= span.surely_last:
        dark = _rect("dossier-surely", span.surely_first, span.surely_last, start, days)
    return Markup(
        '<svg class="dossier-span" aria-hidden="true" focusable="false" width="100%" height="10">{}{}</svg>'
    ).format(light, dark)


def _rect(name: str, first: int, last: int, start: int, days: int) -> Markup:
    width = max(_NARROWEST, (last - first) * 100 / days)
    x = min((first - start) * 100 / days, 100 - _NARROWEST)
    return Markup('<rect class="{}" x="{}%" width="{}%" height="10" rx="2"/>').format(
        name, round(x, 1), round(width, 1)
    )
