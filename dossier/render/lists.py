"""Render the pages that list items: the index of a type, and the home page."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from dossier.model.registry import Item
from dossier.model.types import TypeSpec
from dossier.render.page import Address
from dossier.render.timeline import article_years
from dossier.render.view import Rendered, View

_LATEST: Final = 6
_LEADING: Final = 8


def render_type_index(view: View, spec: TypeSpec, address: Address) -> Rendered:
    """The index page of a type: articles by year, the latest first; entities by initial."""
    page = view.page(address)
    if spec.layout == "article":
        items = [item for item in view.articles if item.type is spec]
        grouped = groupby(items, key=lambda item: item.fields.text("date")[:4] or "Undated")
    else:
        by_person = spec.named_as == "person"
        items = sorted(
            view.registry.of_type(spec.type),
            key=lambda item: (_sort_key(item, by_person=by_person), item.id),
        )
        grouped = groupby(items, key=lambda item: _sort_key(item, by_person=by_person)[:1].upper())
    groups = [(group, list(members)) for group, members in grouped]
    html = view.render("type_index.html", {"page": page, "type": spec, "groups": groups, "total": len(items)})
    return Rendered("", html, tuple(page.headings))


def render_home(view: View, address: Address) -> Rendered:
    """The home page: counts, years, the latest articles and the most mentioned items."""
    page = view.page(address)
    types = [spec for spec in view.registry.schema.types.values() if spec.layout != "page"]
    counts = [(spec, len(view.registry.of_type(spec.type))) for spec in types]
    leading = [(spec, _leading(view, spec)) for spec in types if spec.mentionable]
    html = view.render(
        "home.html",
        {
            "page": page,
            "counts": [(spec, total) for spec, total in counts if total],
            "years": _strip(view),
            "articles": view.articles[:_LATEST],
            "leading": [(spec, items) for spec, items in leading if items],
        },
    )
    return Rendered("", html, tuple(page.headings))


def _strip(view: View) -> list[tuple[int, int, int]]:
    """The years of the articles, each with its height in percent of the fullest and its number of entries."""
    days = view.indexes.timeline.years
    totals = {year: sum(len(day.entries) for day in days[year]) for year in article_years(view)}
    most = max(totals.values(), default=1)
    return [(year, max(1, round(100 * total / most)), total) for year, total in totals.items()]


def _leading(view: View, spec: TypeSpec) -> list[tuple[Item, int]]:
    """The items of a type that the most articles mention, with the number of articles."""
    counted = [(item, view.mentions_of(item.id)) for item in view.registry.of_type(spec.type)]
    counted.sort(key=lambda pair: -pair[1])
    return [(item, count) for item, count in counted[:_LEADING] if count]


def _sort_key(item: Item, *, by_person: bool) -> str:
    words = item.title.casefold().split()
    return " ".join([words[-1], *words[:-1]]) if by_person and words else " ".join(words)
