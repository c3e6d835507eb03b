"""The timeline in; its overview and the page of each year, out."""

from __future__ import annotations

from typing import Final

from dossier.paths import date_year
from dossier.views.page import Address
from dossier.views.view import Rendered, View

_RECENT: Final = 12


def render_overview(view: View, address: Address) -> Rendered:
    """The timeline's overview: a line a year, and what stands under no one year."""
    page = view.page(address)
    years = []
    for year, days in view.indexes.timeline.years.items():
        entries = [entry for day in days for entry in day.entries]
        spoken = sum(entry.quotation is not None for entry in entries)
        years.append((year, len(entries) - spoken, spoken))
    covered = article_years(view)
    first, last = (covered[0], covered[-1]) if covered else (0, 9999)
    around = [
        ("Before", [row for row in years if row[0] < first]),
        ("After", [row for row in years if row[0] > last]),
    ]
    html = view.render(
        "timeline.html",
        {
            "page": page,
            "years": [row for row in years if first <= row[0] <= last],
            "around": [(label, rows) for label, rows in around if rows],
            "most": max((stated + spoken for _, stated, spoken in years), default=1),
            "wider": view.indexes.timeline.wider,
            "shown_date": "",
        },
    )
    return Rendered("", html, tuple(page.headings))


def render_year(view: View, year: int, address: Address) -> Rendered:
    """The page of a year, day by day."""
    page = view.page(address)
    years = list(view.indexes.timeline.years)
    position = years.index(year)
    html = view.render(
        "year.html",
        {
            "page": page,
            "days": view.indexes.timeline.years[year],
            "before": years[position - 1] if position else None,
            "after": years[position + 1] if position + 1 < len(years) else None,
        },
    )
    return Rendered("", html, tuple(page.headings))


def article_years(view: View) -> list[int]:
    """The years from the first article to the last that have a page."""
    years = [year for year in (date_year(thing.fields.text("date")) for thing in view.articles) if year]
    if not years:
        return list(view.indexes.timeline.years)[-_RECENT:]
    return [year for year in view.indexes.timeline.years if min(years) <= year <= max(years)]
