"""Collect what the dossier knows about an item as plain data, which ``show`` prints as text or JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from dossier.content.listed_names import names_of
from dossier.index import Edge, Indexes, mentioned_in_article
from dossier.model.fields import Fields, SourceItem, Statement
from dossier.model.registry import Item, Registry
from dossier.model.types import FieldSpec
from dossier.render.dates import date_words
from dossier.render.plain import words_of

# A profile has these elsewhere: the title at its head, the names and the sources in separate lists.
_APART: Final = ("title", "aliases", "summary", "sources")
# A longer text is only on the page and in the JSON.
_LONGEST: Final = 60

Row = dict[str, object]


def profile(indexes: Indexes, item: Item, content: Path) -> Row:
    """Everything that is known about an item.

    Keys: ``id``, ``title``, ``type``, ``file``, ``draft``, ``summary``, ``names``, ``facts``, ``sources``,
    ``relations``; of an entity ``mentions`` and ``articles`` that mention it, of an article ``mentioned``.
    """
    registry = indexes.registry
    known: Row = {
        "id": item.id,
        "title": item.title,
        "type": item.type.type,
        "file": str(content / item.path),
        "draft": item.is_draft,
        "summary": item.summary(),
        "names": list(dict.fromkeys(name for name, _ in names_of(item))),
        "facts": list(_facts(registry, item)),
        "sources": [_source(registry, item, s.value) for s in item.fields["sources"] if _is_source(s)],
        "relations": [*_leaving(indexes, item), *_reaching(indexes, item)],
    }
    return known | (_in_articles(indexes, item) if item.type.mentionable else _in_text(indexes, item))


def _in_articles(indexes: Indexes, item: Item) -> Row:
    found = indexes.backlinks.get(item.id, ())
    articles = [{**_named(each.article), "mentions": each.count} for each in found]
    return {"mentions": sum(each.count for each in found), "articles": articles}


def _in_text(indexes: Indexes, item: Item) -> Row:
    found = mentioned_in_article(indexes.registry, item, indexes.documents.get(item.id))
    return {"mentioned": [{**_named(entity), "mentions": count} for entity, count in found]}


def _named(item: Item) -> Row:
    date = {"date": item.fields.text("date") or None} if item.type.layout == "article" else {}
    return {"id": item.id, "title": item.title, "type": item.type.type, **date}


def _facts(registry: Registry, item: Item) -> Iterator[Row]:
    """The statements of the fields, without references that are relations, which stand among those."""
    for name, spec in item.type.fields.items():
        is_relation = (spec.value == "reference" and spec.edge) or (
            spec.fields and all(part.edge or part.value == "choice" for part in spec.fields.values())
        )
        if name in _APART or is_relation:
            continue
        for statement in item.fields[name]:
            yield {
                "field": name,
                "label": spec.label,
                "value": plain(statement.value),
                "words": _words(registry, spec, statement),
                "sources": [_source(registry, item, source) for source in statement.sources],
                "note": str(statement.note) if statement.note else None,
            }


def plain(value: object) -> object:
    """A value for JSON: records become objects with a list for each field."""
    if isinstance(value, Fields):
        return {name: [plain(s.value) for s in found] for name, found in value.items()}
    if isinstance(value, str | bool | int | float) or value is None:
        return value
    return list(value) if isinstance(value, tuple) else str(value)


def _words(registry: Registry, spec: FieldSpec, statement: Statement) -> str:
    """One value in words; for a record, its main value and then the others.

    Long texts are left out of values that a page shows in separate sections.
    """
    words = words_of(registry, spec, statement)
    if not isinstance(statement.value, Fields):
        return words
    shown = spec.short or next(iter(spec.fields))
    most = _LONGEST if spec.show == "sections" else sys.maxsize
    others = [
        _part(registry, part, statement.value[name])
        for name, part in spec.fields.items()
        if name != shown and name in statement.value and not part.list
    ]
    return ", ".join([words, *(part for part in others if part and len(part) <= most)])


def _part(registry: Registry, spec: FieldSpec, statements: tuple[Statement, ...]) -> str:
    """A part of a record, with its label first if the value is not clear without it."""
    if spec.value == "boolean":
        return spec.label.lower() if statements[0].value else ""
    words = " or ".join(words_of(registry, spec, each) for each in statements)
    return f"{spec.label.lower()} {words}" if spec.value in ("reference", "date") else words


def _is_source(statement: Statement) -> bool:
    return isinstance(statement.value, SourceItem)


def _source(registry: Registry, item: Item, source: object) -> Row:
    if not isinstance(source, SourceItem):
        return {}
    found = registry.source(item, source)
    title = found.title if isinstance(found, Item) else str(found.item.get("title", "")) if found else ""
    return {"id": source.id or None, "title": title}


def _leaving(indexes: Indexes, item: Item) -> Iterator[Row]:
    for edge in indexes.relations.leaving.get(item.id, ()):
        yield _relation(indexes.registry, edge, edge.label, edge.target)


def _reaching(indexes: Indexes, item: Item) -> Iterator[Row]:
    for edge in indexes.relations.reaching.get(item.id, ()):
        if edge.inverse:
            yield _relation(indexes.registry, edge, edge.inverse, edge.origin)


def _relation(registry: Registry, edge: Edge, words: str, other: str) -> Row:
    record = edge.statement.value if isinstance(edge.statement.value, Fields) else Fields({})
    start, end = record.text("from") or record.text("since"), record.text("to") or record.text("until")
    return {
        "words": words,
        **_named(registry[other]),
        "from": start or None,
        "to": end or None,
        "stated_by": edge.origin,
        "sources": [_source(registry, registry[edge.origin], source) for source in edge.statement.sources],
    }


def period(relation: Mapping[str, object]) -> str:
    """When a relation began and ended, in words; "" where neither is given."""
    start, end = relation["from"], relation["to"]
    parts = [f"from {date_words(str(start))}" if start else "", f"to {date_words(str(end))}" if end else ""]
    return " ".join(part for part in parts if part)
