"""Collect what happened, what was agreed and which dates texts mention, day by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dossier.index.quotations import Quotation, Quoter
from dossier.model.edtf import bounds, first_day, format_year, from_day_number
from dossier.model.fields import Fields, Statement
from dossier.model.linked import LinkedDocument
from dossier.model.mentions import EntityId
from dossier.model.registry import Item, Registry
from dossier.model.site_paths import date_anchor, date_year
from dossier.model.types import FieldSpec

MENTIONED: Final = "mentioned"
_NO_DAY: Final = 1 << 60
# An event that lasts longer is a period and appears only at its beginning.
_LONGEST_SPAN: Final = 30


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline.

    Attributes:
        value: the date, EDTF.
        what: what happened, in the words of the schema ("signed"), or ``mentioned``.
        item: the item whose date it is; for a date that a text mentions, the article.
        other: a second item that the date is about, such as the position that a person took up.
        statement: the statement in the front matter.
        quotation: the sentence that mentions the date.
        detail: what the record of the date says in words, such as the new state.
    """

    value: str
    what: str
    item: Item
    other: Item | None = None
    statement: Statement | None = None
    quotation: Quotation | None = None
    detail: Statement | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """All entries of one day, month, season or year: one anchor of a year page.

    A month with a day is included too, without entries where nothing is dated to the month itself.
    """

    anchor: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The days of each year, and the entries that belong to no single year (decades, centuries, BC)."""

    years: Mapping[int, tuple[Day, ...]]
    wider: tuple[Entry, ...]


def timeline(registry: Registry, documents: Iterable[LinkedDocument]) -> Timeline:
    """Everything that has a date, in order of time; a longer period comes before its first day."""
    entries = [*_stated(registry), *_mentioned(registry, documents)]
    years: dict[int, dict[str, list[Entry]]] = {}
    wider = []
    for entry in sorted(entries, key=_order):
        year = date_year(entry.value)
        if year is None:
            wider.append(entry)
        else:
            anchor = date_anchor(entry.value)
            days = years.setdefault(year, {})
            days.setdefault(anchor[:7], [])
            days.setdefault(anchor, []).append(entry)
            for later in _later_years(entry):
                years.setdefault(later, {}).setdefault(format_year(later), []).append(entry)
    return Timeline(
        {
            year: tuple(Day(anchor, tuple(found)) for anchor, found in sorted(days.items(), key=_day_order))
            for year, days in sorted(years.items())
        },
        tuple(wider),
    )


def dated_years(registry: Registry, documents: Iterable[LinkedDocument]) -> set[int]:
    """The years in the timeline of these documents, without what is in each."""
    mentioned = {date_year(placed.mention.value) for document in documents for placed in document.dates}
    return stated_years(registry).union(year for year in mentioned if year is not None)


def stated_years(registry: Registry) -> set[int]:
    """The years that front matter mentions: each gets a page."""
    entries = list(_stated(registry))
    years = {date_year(entry.value) for entry in entries}
    return {year for year in years if year is not None}.union(*(_later_years(entry) for entry in entries))


def _later_years(entry: Entry) -> range:
    """The later years that a stated entry covers; a mention appears only at its start."""
    covered = bounds(entry.value)
    if entry.quotation or "/" not in entry.value or covered.first is None or covered.last is None:
        return range(0)
    first, last = from_day_number(covered.first)[0], from_day_number(covered.last)[0]
    return range(first + 1, last + 1) if last - first <= _LONGEST_SPAN else range(0)


def _stated(registry: Registry) -> Iterator[Entry]:
    for item in registry.items.values():
        yield from _entries(registry, item, item.fields, item.type.fields)


def _entries(
    registry: Registry, item: Item, fields: Fields, specs: Mapping[str, FieldSpec]
) -> Iterator[Entry]:
    nested = specs is not item.type.fields
    other = next(_referred(registry, fields, specs), None) if nested else None
    detail = next(_told(fields, specs), None) if nested else None
    for name, statements in fields.items():
        spec = specs[name]
        for statement in statements:
            if isinstance(statement.value, Fields):
                yield from _entries(registry, item, statement.value, spec.fields)
            elif spec.timeline:
                yield Entry(str(statement.value), spec.timeline, item, other, statement, detail=detail)


def _referred(registry: Registry, fields: Fields, specs: Mapping[str, FieldSpec]) -> Iterator[Item]:
    """The items that a record refers to, in the order of its fields."""
    for name, spec in specs.items():
        if spec.value == "reference":
            for target in fields.texts(name):
                if target in registry:
                    yield registry[target]


def _told(fields: Fields, specs: Mapping[str, FieldSpec]) -> Iterator[Statement]:
    """The required texts of a record."""
    for name, spec in specs.items():
        if spec.value == "text" and spec.required:
            yield from fields[name]


def _mentioned(registry: Registry, documents: Iterable[LinkedDocument]) -> Iterator[Entry]:
    for document in documents:
        by_value: dict[str, list[tuple[int, int, str]]] = {}
        for placed in document.dates:
            mention = placed.mention
            by_value.setdefault(mention.value, []).append((mention.start, mention.end, placed.anchor))
        quoter = Quoter(document)
        for value, mentions in by_value.items():
            for quotation in quoter.quotations(mentions):
                yield Entry(value, MENTIONED, registry[EntityId(document.id)], quotation=quotation)


def _order(entry: Entry) -> tuple[int, int, bool, str, str, str]:
    covered = bounds(entry.value)
    last = covered.last if covered.last is not None else _NO_DAY
    mentioned = entry.quotation is not None
    words = entry.quotation.text if entry.quotation else entry.what
    return first_day(entry.value), -last, mentioned, entry.item.type.type, entry.item.id, words


def _day_order(day: tuple[str, list[Entry]]) -> tuple[int, int]:
    covered = bounds(day[0])
    return covered.first or 0, -(covered.last or 0)
