"""Make the data of the cards that a mention of an entity or a date opens.

Each card is a small JSON file, so pages stay small and a reader fetches one card at a time.
What changes with time (an office, the state of an agreement) comes with the days on which it held: the
script that shows a card picks what was true on the date of the article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Final

from dossier.index import Entry, Term
from dossier.model.edtf import bounds
from dossier.model.fields import Fields, Statement
from dossier.model.linked import DATE_CLASS, LINK_CLASS
from dossier.model.registry import Item
from dossier.model.site_paths import CARDS, DATE_CARDS
from dossier.model.types import FieldSpec
from dossier.render.dates import date_words
from dossier.render.export.addresses import ExportFile
from dossier.render.plain import words_of
from dossier.render.view import View

_NAMED: Final = 4
_LISTED: Final = 5
_FROM: Final = "from"
_TO: Final = "to"

# Label, words, first and last day number or None, and the period in words ("" where it always holds).
Fact = tuple[str, str, int | None, int | None, str]

MARK: Final = "data-card"
"""The attribute of a link that has a card."""
_LINK: Final = re.compile(r'<a(?:\s[^\s=">]+(?:="[^"]*")?)*(?=>)')
_CLASSES: Final = re.compile(r'\sclass="([^"]*)"')
_ITEM: Final = re.compile(r'\sdata-id="([^"]*)"')
_ANCHOR: Final = re.compile(r'\shref="[^"#]*#([^"]*)"')


class Cards:
    """The cards of one dossier: of its entities, and of the dates that the timeline has an entry for."""

    def __init__(self, view: View) -> None:
        self._view: Final = view
        self._items: Final = {item.id: item for item in view.registry.entities()}
        self._dates: Final = _by_anchor(view)

    def files(self) -> Iterator[ExportFile]:
        """A file for each card."""
        for item in self._items.values():
            yield ExportFile(f"{CARDS}/{item.id}.json", _json(item_card(self._view, item)))
        for anchor, entries in self._dates.items():
            yield ExportFile(f"{DATE_CARDS}/{anchor}.json", _json(date_card(self._view, anchor, entries)))

    def marked(self, html: str) -> str:
        """The HTML of a page with the attribute `MARK` on each link that has a card.

        Links are made while texts are read, before it is known which dates have a card.
        """
        return _LINK.sub(lambda link: f"{link[0]} {MARK}" if self._has_card(link[0]) else link[0], html)

    def _has_card(self, link: str) -> bool:
        classes = _CLASSES.search(link)
        words = classes[1].split() if classes else []
        item, anchor = _ITEM.search(link), _ANCHOR.search(link)
        if LINK_CLASS in words and item:
            return item[1] in self._items
        return DATE_CLASS in words and anchor is not None and anchor[1] in self._dates


def item_card(view: View, item: Item) -> dict[str, object]:
    """What a card says about an entity.

    Keys: ``title``, ``kind``, ``summary``, ``articles`` (how many mention it) and ``facts``, each a `Fact`.
    """
    facts = [fact for name, spec in item.type.fields.items() for fact in _facts(view, item, name, spec)]
    facts += [_holder(term) for term in view.indexes.terms.get(item.id, ()) if term.holder is not item]
    return {
        "title": item.title,
        "kind": item.type.label,
        "summary": item.summary(),
        "articles": view.mentions_of(item.id),
        "facts": facts,
    }


def date_card(view: View, anchor: str, entries: Sequence[Entry]) -> dict[str, object]:
    """What a card says about a date: the weightiest entries, in their order, and how many more there are.

    Keys: ``title``, ``kind``, ``entries`` (each the label, the words and the item's id) and ``more``.
    """
    weightiest = sorted(entries, key=lambda entry: -view.mentions_of(entry.item.id))[:_LISTED]
    return {
        "title": date_words(anchor),
        "kind": "Timeline",
        "entries": [
            (entry.item.type.label, _entry_words(entry), entry.item.id)
            for entry in entries
            if entry in weightiest
        ],
        "more": len(entries) - len(weightiest),
    }


def _facts(view: View, item: Item, name: str, spec: FieldSpec) -> Iterator[Fact]:
    stated = item.fields[name]
    if not spec.card or not stated:
        return
    if _FROM in spec.fields:
        yield from _periods(view, spec, stated)
        return
    words = [words_of(view.registry, spec, each) for each in stated[: _NAMED if spec.list else 1]]
    more = len(stated) - len(words) if spec.list else 0
    named = ", ".join(words)
    yield spec.label, f"{named} and {more} more" if more else named, None, None, ""


def _periods(view: View, spec: FieldSpec, stated: Sequence[Statement]) -> Iterator[Fact]:
    """Records that hold from one date to another; those that have no end hold until the next begins.

    Before the first record without an end, nothing is known. A fact without words says so: otherwise the
    script would show a later state for an earlier day.
    """
    records = [(each, each.value) for each in stated if isinstance(each.value, Fields)]
    for number, (statement, record) in enumerate(records):
        words = words_of(view.registry, spec, statement)
        first, last = _day(record.text(_FROM), first=True), _day(record.text(_TO), first=False)
        if _TO not in spec.fields and number == 0 and first is not None:
            yield spec.label, "", None, first - 1, ""
        if _TO not in spec.fields and number + 1 < len(records):
            following = _day(records[number + 1][1].text(_FROM), first=True)
            last = following - 1 if following is not None else None
        yield spec.label, words, first, last, _period(record)


def _holder(term: Term) -> Fact:
    first = _day(term.fields.text(_FROM), first=True)
    last = _day(term.fields.text(_TO), first=False)
    edge = term.spec.fields[term.spec.short].edge
    label = edge.inverse.capitalize() if edge else term.spec.label
    return label, term.holder.title, first, last, _period(term.fields)


def _period(record: Fields) -> str:
    start, end = record.text(_FROM), record.text(_TO)
    if start and end:
        return f"{date_words(start)} to {date_words(end)}"
    if start:
        return f"from {date_words(start)}"
    return f"until {date_words(end)}" if end else ""


def _day(value: str, *, first: bool) -> int | None:
    if not value:
        return None
    covered = bounds(value)
    return covered.first if first else covered.last


def _by_anchor(view: View) -> dict[str, list[Entry]]:
    """The stated entries of each day, month and year; a month and a year include those of their days."""
    found: dict[str, list[Entry]] = {}
    for days in view.indexes.timeline.years.values():
        for day in days:
            stated = [entry for entry in day.entries if entry.quotation is None]
            for anchor in dict.fromkeys((day.anchor[:4], day.anchor[:7], day.anchor)):
                found.setdefault(anchor, []).extend(stated)
    return {anchor: entries for anchor, entries in found.items() if entries and anchor in view.anchors}


def _entry_words(entry: Entry) -> str:
    words = entry.item.title
    if entry.what != entry.item.type.type:
        words += f": {entry.what}"
    return f"{words} ({entry.other.title})" if entry.other else words


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
