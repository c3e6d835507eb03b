"""An article in; what its page shows around its text, out."""

from __future__ import annotations

from dossier.edtf import first_day
from dossier.index import mentioned_in_article
from dossier.registry import Thing
from dossier.views.page import Address, shown
from dossier.views.view import Rendered, View


def render_article(view: View, thing: Thing, address: Address) -> Rendered:
    """The byline before an article's text; the record, the sources and what it mentions after it."""
    page = view.page(address, thing)
    context = {
        "page": page,
        "thing": thing,
        "infobox": shown(thing, "infobox"),
    }
    before = view.render("article_head.html", context)
    after = view.render("article_tail.html", context | _mentioned(view, thing))
    return Rendered(before, after, tuple(page.headings))


def _mentioned(view: View, thing: Thing) -> dict[str, object]:
    """Whom, what and when an article mentions."""
    document = view.indexes.documents.get(thing.id)
    by_type: dict[str, list[tuple[Thing, int]]] = {}
    ranked = mentioned_in_article(view.registry, thing, document)
    for spec in view.registry.schema.entity_types:
        found = [(entity, count) for entity, count in ranked if entity.type is spec]
        if found:
            by_type[spec.plural] = found
    values = {placed.mention.value for placed in document.dates} if document else set()
    return {"mentioned": by_type, "dates": sorted(values, key=lambda value: (first_day(value), value))}
