"""An entity in; what its page shows around its text, out."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from dossier.model.registry import Thing
from dossier.model.site_paths import index_of
from dossier.render.export.addresses import feed_path
from dossier.render.page import Address, Page, shown
from dossier.render.relations.chain import chain_context
from dossier.render.relations.neighbours import relations_context
from dossier.render.spans import TermBars, term_bars
from dossier.render.view import Rendered, View


def render_entity(view: View, thing: Thing, address: Address) -> Rendered:
    """The facts before an entity's text; its terms, tables, relations and mentions after it."""
    page = view.page(address, thing)
    mentions = view.indexes.backlinks.get(thing.id, ())
    feed = posixpath.basename(feed_path(view.site.address(thing.path))) if mentions else ""
    context = {
        "page": page,
        "thing": thing,
        "infobox": shown(thing, "infobox"),
        "index_path": index_of(thing.type.folder),
        "asset": address,
        "mentions": mentions,
        "feed": feed,
    }
    before = view.render("entity_head.html", context)
    after = view.render("entity_tail.html", context | _about(view, thing, page))
    return Rendered(before, after, tuple(page.headings), styles=("relations.css",), feed=feed)


def _about(view: View, thing: Thing, page: Page) -> dict[str, object]:
    """What an entity's page shows after its own text."""
    holders = [term for term in view.indexes.terms.get(thing.id, ()) if term.holder is not thing]
    return {
        "holders": holders,
        "holder_bars": term_bars(holders, view.last_day),
        "tables": shown(thing, "table"),
        "own_bars": {name: bars for name, bars in _own_bars(view, thing) if bars},
        "sections": shown(thing, "sections"),
        **chain_context(view, thing, page),
        **relations_context(view, thing, page),
    }


def _own_bars(view: View, thing: Thing) -> Iterator[tuple[str, TermBars | None]]:
    """The bars of a thing's own terms, by the field that holds them."""
    own = [term for term in view.indexes.terms.get(thing.id, ()) if term.holder is thing]
    for name, spec in thing.type.fields.items():
        if spec.term:
            # The table has them in the order of the file.
            terms = {term.statement.location: term for term in own if term.spec is spec}
            yield name, term_bars([terms[each.location] for each in thing.fields[name]], view.last_day)
