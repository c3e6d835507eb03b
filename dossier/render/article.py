"""An article in; what its page shows around its text, out."""

from __future__ import annotations

import posixpath
from collections import Counter
from typing import Final, NamedTuple

from markupsafe import Markup

from dossier.index import mentioned_in_article
from dossier.model.edtf import first_day
from dossier.model.fields import DEFAULT_LANGUAGE
from dossier.model.registry import Thing
from dossier.render.export.addresses import citation_paths
from dossier.render.export.csl import csl_of_article
from dossier.render.page import Address, Page, shown
from dossier.render.view import Rendered, View

_LEADING: Final = 8
_FORMATS: Final = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}


class Mentioned(NamedTuple):
    """One kind of thing that an article mentions, the weightiest first: link and number of mentions."""

    label: str
    leading: list[tuple[Markup, int]]
    rest: list[tuple[Markup, int]]


def render_article(view: View, thing: Thing, address: Address) -> Rendered:
    """The byline before an article's text; beside it what it mentions; after it sources and ways on."""
    page = view.page(address, thing)
    language = thing.fields.text("language")
    context = {
        "page": page,
        "thing": thing,
        "day": first_day(thing.fields.text("date")),
        "foreign": language if language != DEFAULT_LANGUAGE else "",
        "infobox": shown(thing, "infobox"),
        "mentioned": _mentioned(view, thing, page),
        "related": view.indexes.related.of(thing.id),
    }
    before = view.render("article_head.html", context)
    after = view.render("article_tail.html", context | _citation(view, thing) | _neighbours(view, thing))
    return Rendered(before, after, tuple(page.headings))


def _mentioned(view: View, thing: Thing, page: Page) -> list[Mentioned]:
    """Whom, what and when an article mentions."""
    document = view.indexes.documents.get(thing.id)
    ranked = mentioned_in_article(view.registry, thing, document)
    groups = [
        _group(spec.plural, [(page.link(entity), count) for entity, count in ranked if entity.type is spec])
        for spec in view.registry.schema.entity_types
    ]
    values = Counter(placed.mention.value for placed in document.dates) if document else Counter[str]()
    dates = sorted(values.items(), key=lambda item: (-item[1], first_day(item[0]), item[0]))
    groups.append(_group("Dates", [(page.date(value), count) for value, count in dates]))
    return [group for group in groups if group.leading]


def _group(label: str, found: list[tuple[Markup, int]]) -> Mentioned:
    # One more is no longer than the words that would hide it.
    leading = _LEADING if len(found) > _LEADING + 1 else len(found)
    return Mentioned(label, found[:leading], found[leading:])


def _citation(view: View, thing: Thing) -> dict[str, object]:
    """The article's own citation: in words, and the names of the files that hold it."""
    address = view.site.address(thing.path)
    item = csl_of_article(thing, view.site.absolute(address), view.site.name)
    files = {_FORMATS[name]: posixpath.basename(path) for name, path in citation_paths(address).items()}
    return {"citation_of_page": view.bibliography.entry(item), "citation_files": files}


def _neighbours(view: View, thing: Thing) -> dict[str, object]:
    """The articles next to this one in time."""
    position = view.position[thing.id]
    return {
        "later": view.articles[position - 1] if position else None,
        "earlier": view.articles[position + 1] if position + 1 < len(view.articles) else None,
    }
