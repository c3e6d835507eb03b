"""An entity in; what its page shows around its text, out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dossier.edtf import first_day
from dossier.index import Edge
from dossier.paths import index_of
from dossier.registry import Thing
from dossier.views.page import Address, Page, shown
from dossier.views.view import Rendered, View

_NO_DATE: Final = 1 << 60


def render_entity(view: View, thing: Thing, address: Address) -> Rendered:
    """The facts before an entity's text; its terms, tables, relations and mentions after it."""
    page = view.page(address, thing)
    context = {
        "page": page,
        "thing": thing,
        "infobox": shown(thing, "infobox"),
        "index_path": index_of(thing.type.folder),
        "asset": address,
    }
    before = view.render("entity_head.html", context)
    after = view.render("entity_tail.html", context | _about(view, thing, page))
    return Rendered(before, after, tuple(page.headings))


def _about(view: View, thing: Thing, page: Page) -> dict[str, object]:
    """What an entity's page shows after its own text."""
    relations, fields = view.indexes.relations, thing.type.fields
    leaving = [
        edge
        for edge in relations.leaving.get(thing.id, ())
        if fields[edge.field].show == "apart" and not fields[edge.field].declares
    ]
    reaching = [edge for edge in relations.reaching.get(thing.id, ()) if not _shown_apart(view, edge)]
    return {
        "holders": [term for term in view.indexes.terms.get(thing.id, ()) if term.holder is not thing],
        "tables": shown(thing, "table"),
        "sections": shown(thing, "sections"),
        "leaving": page.grouped(leaving, inverse=False),
        "reaching": page.grouped(_once(view, reaching), inverse=True),
        "mentions": view.indexes.backlinks.get(thing.id, ()),
    }


def _once(view: View, edges: Iterable[Edge]) -> list[Edge]:
    """Edges by the dates of their origins, without those that say the same of the same thing again."""
    seen: dict[tuple[str, str], Edge] = {}
    for edge in edges:
        seen.setdefault((edge.origin, edge.inverse), edge)
    return sorted(seen.values(), key=lambda edge: _by_date(view.registry[edge.origin]))


def _shown_apart(view: View, edge: Edge) -> bool:
    """Whether an edge has its own place on the page that it reaches: among holders or mentions."""
    spec = view.registry[edge.origin].type.fields[edge.field]
    return spec.term or spec.declares


def _by_date(thing: Thing) -> tuple[int, str]:
    """A thing's first date on the timeline, to sort by; things without one come last, by title."""
    dates = [
        first_day(str(statement.value))
        for name, spec in thing.type.fields.items()
        if spec.timeline
        for statement in thing.fields[name]
    ]
    return min(dates, default=_NO_DATE), thing.title.casefold()
