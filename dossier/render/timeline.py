"""Render the timeline's overview and the page of each year."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from dossier.index import Entry
from dossier.index.timeline import Day
from dossier.model.site_paths import html_date
from dossier.render.chronology import (
    Chronology,
    article_years,
    brief_date,
    brief_time,
    chronology,
    listed_types,
)
from dossier.render.extents import extent
from dossier.render.page import Address, Heading
from dossier.render.view import Rendered, View

__all__ = ["article_years", "render_overview", "render_year"]

_SENTENCES: Final = 200
"""How many sentences a year's page quotes at most; the days with the most sentences are cut first."""
_STYLES: Final = ("timeline.css",)
_SCRIPTS: Final = ("timeline.js",)


def render_overview(view: View, address: Address) -> Rendered:
    """The timeline's overview: the stated entries by year, and those that belong to no single year."""
    page = view.page(address)
    listed = chronology(view)
    page.headings += [Heading(2, f"year-{year.year}", str(year.year)) for year in listed.years]
    count = Counter(entry.item.type.type for year in listed.years for entry in year.entries)
    lanes = [spec for spec in view.registry.schema.types.values() if spec.layout == "article"]
    lanes += sorted(listed_types(view), key=lambda spec: -count[spec.type])
    html = view.render(
        "timeline.html",
        {
            "page": page,
            "listed": listed,
            "shown": sum(1 for _ in listed.entries()),
            "within": _within(listed),
            "lanes": lanes,
            "wider": view.indexes.timeline.wider,
            "shown_date": "",
            "extent": extent,
            "brief_date": brief_date,
            "brief_time": brief_time,
            "html_date": html_date,
            "weight": lambda entry: view.mentions_of(entry.item.id),
        },
    )
    return Rendered("", html, tuple(page.headings), scripts=_SCRIPTS, styles=_STYLES)


@dataclass(frozen=True, slots=True)
class Within:
    """How many of the listed dates reach into the years of the articles, which the picture shows first."""

    inside: int
    first: int
    last: int


def _within(listed: Chronology) -> Within | None:
    if not listed.years:
        return None
    first, last = listed.years[0].year, listed.years[-1].year
    reaches = [extent(entry.value) for entry in listed.entries()]
    return Within(sum(reach.end > first and reach.start < last + 1 for reach in reaches), first, last)


def render_year(view: View, year: int, address: Address) -> Rendered:
    """The page of a year, day by day."""
    page = view.page(address)
    years = list(view.indexes.timeline.years)
    position = years.index(year)
    days = view.indexes.timeline.years[year]
    most = _most_sentences(days)
    html = view.render(
        "year.html",
        {
            "page": page,
            "year": year,
            "days": [_shown_day(day, most) for day in days],
            "months": _months(days),
            "brief_date": brief_date,
            "before": years[position - 1] if position else None,
            "after": years[position + 1] if position + 1 < len(years) else None,
        },
    )
    return Rendered("", html, tuple(page.headings), styles=_STYLES)


@dataclass(frozen=True, slots=True)
class ShownDay:
    """What a year's page shows of a day, month or year.

    Attributes:
        anchor: the anchor of the `Day`.
        stated: the entries from front matter.
        sentences: sentences that mention it.
        more: how many more sentences there are.
    """

    anchor: str
    stated: tuple[Entry, ...]
    sentences: tuple[Entry, ...]
    more: int


def _shown_day(day: Day, most: int) -> ShownDay:
    sentences = _sentences(day)
    stated = tuple(entry for entry in day.entries if entry.quotation is None)
    return ShownDay(day.anchor, stated, sentences[:most], len(sentences[most:]))


def _sentences(day: Day) -> tuple[Entry, ...]:
    return tuple(entry for entry in day.entries if entry.quotation is not None)


def _most_sentences(days: tuple[Day, ...]) -> int:
    """How many sentences each day may show so that the page stays readable."""
    counts = [len(_sentences(day)) for day in days]
    most = max(counts, default=0)
    while most > 1 and sum(min(count, most) for count in counts) > _SENTENCES:
        most -= 1
    return most


def _months(days: tuple[Day, ...]) -> list[tuple[str, int]]:
    """The months, seasons and quarters of a year that have a heading, with the number of their entries."""
    found = groupby((day for day in days if len(day.anchor) >= 7), key=lambda day: day.anchor[:7])
    return [(anchor, sum(len(day.entries) for day in group)) for anchor, group in found]
