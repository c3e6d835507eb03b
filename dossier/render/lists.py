"""The pages that list things: the index of a type, and the home page."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from dossier.model.registry import Thing
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
        things = [thing for thing in view.articles if thing.type is spec]
        grouped = groupby(things, key=lambda thing: thing.fields.text("date")[:4] or "Undated")
    else:
        by_person = spec.named_as == "person"
        things = sorted(
            view.registry.of_type(spec.type),
            key=lambda thing: (_sort_key(thing, by_person=by_person), thing.id),
        )
        grouped = groupby(things, key=lambda thing: _sort_key(thing, by_person=by_person)[:1].upper())
    groups = [(group, list(members)) for group, members in grouped]
    html = view.render(
        "type_index.html", {"page": page, "type": spec, "groups": groups, "total": len(things)}
    )
    return Rendered("", html, tuple(page.headings))


def render_home(view: View, address: Address) -> Rendered:
    """The home page's way into everything."""
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
            "leading": [(spec, things) for spec, things in leading if things],
        },
    )
    return Rendered("", html, tuple(page.headings))


def _strip(view: View) -> list[tuple[int, int, int]]:
    """The years of the articles, each with its height in percent of the fullest and its number of entries."""
    days = view.indexes.timeline.years
    totals = {year: sum(len(day.entries) for day in days[year]) for year in article_years(view)}
    most = max(totals.values(), default=1)
    return [(year, max(1, round(100 * total / most)), total) for year, total in totals.items()]


def _leading(view: View, spec: TypeSpec) -> list[tuple[Thing, int]]:
    """The things of a type that most articles mention, with the number of articles."""
    counted = [(thing, view.mentions_of(thing.id)) for thing in view.registry.of_type(spec.type)]
    counted.sort(key=lambda item: -item[1])
    return [(thing, count) for thing, count in counted[:_LEADING] if count]


def _sort_key(thing: Thing, *, by_person: bool) -> str:
    words = thing.title.casefold().split()
    return " ".join([words[-1], *words[:-1]]) if by_person and words else " ".join(words)
