"""Render what an entity's page shows around its text."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from dossier.model.registry import Item
from dossier.model.site_paths import index_of
from dossier.render.export.addresses import feed_path
from dossier.render.page import Address, Page, shown
from dossier.render.relations.chain import chain_context
from dossier.render.relations.neighbours import relations_context
from dossier.render.spans import TermBars, term_bars
from dossier.render.view import Rendered, View


def render_entity(view: View, item: Item, address: Address) -> Rendered:
    """The facts before an entity's text, and its terms, tables, relations and mentions after it."""
    page = view.page(address, item)
    mentions = view.indexes.backlinks.get(item.id, ())
    feed = posixpath.basename(feed_path(view.site.address(item.path))) if mentions else ""
    context = {
        "page": page,
        "item": item,
        "infobox": shown(item, "infobox"),
        "index_path": index_of(item.type.folder),
        "asset": address,
        "mentions": mentions,
        "feed": feed,
    }
    before = view.render("entity_head.html", context)
    after = view.render("entity_tail.html", context | _about(view, item, page))
    return Rendered(before, after, tuple(page.headings), styles=("relations.css",), feed=feed)


def _about(view: View, item: Item, page: Page) -> dict[str, object]:
    """What an entity's page shows after its own text."""
    holders = [term for term in view.indexes.terms.get(item.id, ()) if term.holder is not item]
    return {
        "holders": holders,
        "holder_bars": term_bars(holders, view.last_day),
        "tables": shown(item, "table"),
        "own_bars": {name: bars for name, bars in _own_bars(view, item) if bars},
        "sections": shown(item, "sections"),
        **chain_context(view, item, page),
        **relations_context(view, item, page),
    }


def _own_bars(view: View, item: Item) -> Iterator[tuple[str, TermBars | None]]:
    """The bars of an item's own terms, by the field that holds them."""
    own = [term for term in view.indexes.terms.get(item.id, ()) if term.holder is item]
    for name, spec in item.type.fields.items():
        if spec.term:
            # The table shows them in the order of the file.
            terms = {term.statement.location: term for term in own if term.spec is spec}
            yield name, term_bars([terms[each.location] for each in item.fields[name]], view.last_day)
