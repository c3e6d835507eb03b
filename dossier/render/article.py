"""Render what an article's page shows around its text."""

from __future__ import annotations

import posixpath
from collections import Counter
from typing import Final, NamedTuple

from markupsafe import Markup

from dossier.index import mentioned_in_article
from dossier.model.edtf import first_day
from dossier.model.fields import DEFAULT_LANGUAGE
from dossier.model.registry import Item
from dossier.render.export.addresses import citation_paths
from dossier.render.export.csl import csl_of_article
from dossier.render.page import Address, Page, shown
from dossier.render.view import Rendered, View

_LEADING: Final = 8
_FORMATS: Final = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}


class Mentioned(NamedTuple):
    """One kind of item that an article mentions, the most mentioned first: link and number of mentions."""

    label: str
    leading: list[tuple[Markup, int]]
    rest: list[tuple[Markup, int]]


def render_article(view: View, item: Item, address: Address) -> Rendered:
    """The byline before an article's text, what it mentions beside it, sources and further links after it."""
    page = view.page(address, item)
    language = item.fields.text("language")
    context = {
        "page": page,
        "item": item,
        "day": first_day(item.fields.text("date")),
        "foreign": language if language != DEFAULT_LANGUAGE else "",
        "infobox": shown(item, "infobox"),
        "mentioned": _mentioned(view, item, page),
        "related": view.indexes.related.of(item.id),
    }
    before = view.render("article_head.html", context)
    after = view.render("article_tail.html", context | _citation(view, item) | _neighbours(view, item))
    return Rendered(before, after, tuple(page.headings))


def _mentioned(view: View, item: Item, page: Page) -> list[Mentioned]:
    """The entities and dates that an article mentions."""
    document = view.indexes.documents.get(item.id)
    ranked = mentioned_in_article(view.registry, item, document)
    groups = [
        _group(spec.plural, [(page.link(entity), count) for entity, count in ranked if entity.type is spec])
        for spec in view.registry.schema.entity_types
    ]
    values = Counter(placed.mention.value for placed in document.dates) if document else Counter[str]()
    dates = sorted(values.items(), key=lambda each: (-each[1], first_day(each[0]), each[0]))
    groups.append(_group("Dates", [(page.date(value), count) for value, count in dates]))
    return [group for group in groups if group.leading]


def _group(label: str, found: list[tuple[Markup, int]]) -> Mentioned:
    # One more entry takes no more room than the words that would hide it.
    leading = _LEADING if len(found) > _LEADING + 1 else len(found)
    return Mentioned(label, found[:leading], found[leading:])


def _citation(view: View, item: Item) -> dict[str, object]:
    """The article's own citation: in words, and the names of the files that hold it."""
    address = view.site.address(item.path)
    csl = csl_of_article(item, view.site.absolute(address), view.site.name)
    files = {_FORMATS[name]: posixpath.basename(path) for name, path in citation_paths(address).items()}
    return {"citation_of_page": view.bibliography.entry(csl), "citation_files": files}


def _neighbours(view: View, item: Item) -> dict[str, object]:
    """The articles next to this one in time."""
    position = view.position[item.id]
    return {
        "later": view.articles[position - 1] if position else None,
        "earlier": view.articles[position + 1] if position + 1 < len(view.articles) else None,
    }
