"""Say how a search engine finds an item: by facets and further words, and what a result shows.

Readers narrow a search by the facets. The words are what the registry knows and the page need not say:
other names, in every script, and their case forms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dossier.content.listed_names import names_of
from dossier.index import mentioned_in_article
from dossier.model.registry import Item
from dossier.recognise.case_forms import search_words
from dossier.render.view import View

_TYPE: Final = "Type"
_YEAR: Final = "Year"
_PUBLISHER: Final = "Publisher"
_ENTITY_BOOST: Final = 2.0


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """How a page is found and shown.

    Attributes:
        kind: the label beside its title in a list of results.
        filters: for each facet the values that the page has.
        words: words and phrases that find the page besides its text; none of them is shown.
        summary: what a result says where the text contains none of the words.
        boost: how much more its title weighs than that of other pages.
    """

    kind: str
    filters: Mapping[str, tuple[str, ...]]
    words: tuple[str, ...] = ()
    summary: str = ""
    boost: float = 1.0


def search_entry(view: View, item: Item) -> SearchEntry:
    """How a search engine finds the page of an item."""
    filters: dict[str, tuple[str, ...]] = {_TYPE: (item.type.label,)}
    if item.type.layout == "page":
        return SearchEntry(item.type.label, filters)
    if item.type.layout == "article":
        filters |= {facet: values for facet, values in _article_facets(view, item) if values}
        return SearchEntry(item.type.label, filters, summary=item.summary())
    filters[item.type.label] = (item.title,)
    return SearchEntry(item.type.label, filters, _words(item), item.summary(), _ENTITY_BOOST)


def _article_facets(view: View, item: Item) -> Iterator[tuple[str, tuple[str, ...]]]:
    found = mentioned_in_article(view.registry, item, view.indexes.documents.get(item.id))
    yield _YEAR, tuple(filter(None, (item.fields.text("date")[:4],)))
    for spec in view.registry.schema.entity_types:
        yield spec.label, tuple(entity.title for entity, _ in found if entity.type is spec)
    yield _PUBLISHER, tuple(filter(None, (item.fields.text("publisher"),)))


def _words(item: Item) -> tuple[str, ...]:
    names = tuple(names_of(item))
    return tuple(dict.fromkeys((*(name for name, _ in names), *search_words(names))))
