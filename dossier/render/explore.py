"""Render the page that lists all articles, and write the data by which a script narrows the list.

The page is a plain list. The data is a separate file, so readers without JavaScript do not fetch it. It
holds the values of each facet and, for each article in the order of the list, the numbers of its values.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dossier.index import mentioned_in_article
from dossier.model.registry import Item
from dossier.model.site_paths import ASSETS
from dossier.model.types import TypeSpec
from dossier.render.export.addresses import ExportFile
from dossier.render.page import Address
from dossier.render.view import Rendered, View

_ALL: Final = "all"
_ANY: Final = "any"
_SHOWN: Final = 8
_DATA: Final = f"{ASSETS}/explore.json"


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the articles.

    Attributes:
        key: its name in an address.
        label: its name for readers.
        match: whether an article must have ``all`` chosen values or ``any`` of them.
        values: the key of each value and the words for it, in the order in which they are offered.
        rows: for each article the keys of its values.
    """

    key: str
    label: str
    match: str
    values: Mapping[str, str]
    rows: Sequence[Sequence[str]]


def render_explore(view: View, address: Address) -> Rendered:
    """The list of all articles, with the facets that a script uses to narrow it."""
    page = view.page(address)
    found = facets(view)
    context = {
        "page": page,
        "facets": [{"label": facet.label, "leading": _leading(facet)} for facet in found],
        "items": view.registry.items,
        "articles": view.articles,
    }
    html = view.render("explore.html", context)
    return Rendered("", html, tuple(page.headings), ("explore.js",), ("explore.css",))


def explore_files(view: View) -> Iterator[ExportFile]:
    """The file that the page's script reads (see `explore_data`); none where there are no articles."""
    if view.articles:
        yield ExportFile(
            _DATA, json.dumps(explore_data(facets(view)), ensure_ascii=False, separators=(",", ":"))
        )


def _leading(facet: Facet) -> list[tuple[str, str, int]]:
    """The values of the most articles, with words and number of articles; the script shows the same ones."""
    counts = Counter(value for row in facet.rows for value in row)
    numbers = {value: number for number, value in enumerate(facet.values)}
    ranked = sorted(counts, key=lambda value: (facet.match == _ALL and -counts[value], numbers[value]))
    return [(value, facet.values[value], counts[value]) for value in ranked[:_SHOWN]]


def explore_data(found: Sequence[Facet]) -> dict[str, object]:
    """Facets as the script reads them.

    ``facets`` are ``{key, label, match, values}`` with values as pairs of key and words; ``articles`` holds,
    for each article and each facet, the numbers of the article's values.
    """
    columns = []
    for facet in found:
        numbers = {value: number for number, value in enumerate(facet.values)}
        columns.append([[numbers[value] for value in row] for row in facet.rows])
    return {
        "facets": [
            {"key": f.key, "label": f.label, "match": f.match, "values": list(f.values.items())}
            for f in found
        ],
        "articles": [list(row) for row in zip(*columns, strict=True)],
    }


def facets(view: View) -> list[Facet]:
    """A facet for each type whose items articles mention, for the year and for the publisher."""
    articles, documents = view.articles, view.indexes.documents
    mentioned = [
        [entity for entity, _ in mentioned_in_article(view.registry, article, documents.get(article.id))]
        for article in articles
    ]
    years = [[item.fields.text("date")[:4]] for item in articles]
    publishers = [[name] if (name := item.fields.text("publisher")) else [] for item in articles]
    made = [_entity_facet(spec, mentioned) for spec in view.registry.schema.entity_types]
    made.append(Facet("year", "Years", _ANY, _names(years, reverse=True), years))
    made.append(Facet("publisher", "Publishers", _ANY, _names(publishers), publishers))
    return [facet for facet in made if facet.values]


def _entity_facet(spec: TypeSpec, mentioned: Sequence[Sequence[Item]]) -> Facet:
    rows = [[entity for entity in found if entity.type is spec] for found in mentioned]
    items: dict[str, str] = {entity.id: entity.title for found in rows for entity in found}
    values = dict(sorted(items.items(), key=lambda item: (item[1].casefold(), item[0])))
    ids = [[entity.id for entity in found] for found in rows]
    return Facet(spec.type, spec.plural, _ALL, values, ids)


def _names(rows: Sequence[Sequence[str]], *, reverse: bool = False) -> dict[str, str]:
    return {name: name for name in sorted({name for row in rows for name in row}, reverse=reverse)}
