"""Show by date the items of the same type that an item follows from and those that follow from it.

The schema alone says which relations make a chain: those between items of one type whose label is a choice
("implements", "amends", "supersedes").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dossier.index import Edge
from dossier.model.edtf import first_day
from dossier.model.mentions import EntityId
from dossier.model.registry import Item
from dossier.model.types import FieldSpec
from dossier.render.page import Page
from dossier.render.pictures import Link, Strip, gutter
from dossier.render.relations.neighbours import row_anchor
from dossier.render.view import View

_STEPS: Final = 2
_MOST: Final = 12
_NO_DATE: Final = 1 << 60


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One relation of a chain: its words, where it leads, what states it, and the lines beside it.

    ``place`` is the path and anchor of the row that states it with its sources.
    """

    words: str
    target: Item
    place: str
    strip: Strip


@dataclass(frozen=True, slots=True)
class Member:
    """An item of a chain with its first date (EDTF, "" for none) and its own relations within the chain."""

    item: Item
    date: str
    strip: Strip
    statements: tuple[ChainLink, ...]


def chain_context(view: View, item: Item, page: Page) -> dict[str, object]:  # noqa: ARG001
    """What ``chain.html`` shows: nothing where ``chain`` is empty.

    The context has ``chain`` (its members by date), ``chain_width`` (of the lines, in a box 20 high) and
    ``chain_left_out`` (how many of its members are not shown).
    """
    ids, left_out = _reached(view, item)
    items = sorted((view.registry[i] for i in ids), key=lambda t: (_first_date(t)[0], t.title.casefold()))
    if len(items) < 2:
        return {"chain": (), "chain_width": 0, "chain_left_out": 0}
    edges = {each.id: _stated(view, each, ids) for each in items}
    width, strips = _lines(items, edges)
    members = tuple(_member(view, each, edges[each.id], strips) for each in items)
    return {"chain": members, "chain_width": width, "chain_left_out": left_out}


def _reached(view: View, item: Item) -> tuple[frozenset[EntityId], int]:
    """At most twelve items within two steps, the nearest ones, and how many are left out."""
    distance, queue = {item.id: 0}, [item.id]
    for each in queue:
        if distance[each] < _STEPS:
            for edge in _edges(view, each):
                other = edge.target if edge.origin == each else edge.origin
                if other not in distance:
                    distance[other] = distance[each] + 1
                    queue.append(other)
    return frozenset(queue[:_MOST]), len(queue) - len(queue[:_MOST])


def _edges(view: View, item: EntityId) -> Iterator[Edge]:
    """The edges of an item that make chains."""
    relations = view.indexes.relations
    for edge in (*relations.leaving.get(item, ()), *relations.reaching.get(item, ())):
        origin, target = view.registry[edge.origin], view.registry[edge.target]
        if origin is not target and origin.type is target.type and _by_choice(origin.type.fields[edge.field]):
            yield edge


def _by_choice(spec: FieldSpec) -> bool:
    return any(part.edge is not None and part.edge.by for part in spec.fields.values())


def _stated(view: View, item: Item, ids: frozenset[EntityId]) -> tuple[Edge, ...]:
    """The relations to others in the chain that an item's own file states, each once."""
    edges = (edge for edge in _edges(view, item.id) if edge.origin == item.id and edge.target in ids)
    return tuple({(edge.target, edge.label): edge for edge in edges}.values())


def _lines(
    items: Sequence[Item], edges: dict[EntityId, tuple[Edge, ...]]
) -> tuple[int, dict[tuple[EntityId, int], Strip]]:
    """The lines beside each item (row 0) and each of its relations (rows from 1)."""
    keys = [(item.id, row) for item in items for row in range(len(edges[item.id]) + 1)]
    numbers = {key: number for number, key in enumerate(keys)}
    links = [
        Link(numbers[item, row], numbers[edge.target, 0])
        for item, stated in edges.items()
        for row, edge in enumerate(stated, 1)
    ]
    width, strips = gutter(len(keys), links)
    return width, dict(zip(keys, strips, strict=True))


def _member(
    view: View, item: Item, edges: Iterable[Edge], strips: dict[tuple[EntityId, int], Strip]
) -> Member:
    statements = tuple(
        ChainLink(
            edge.label,
            view.registry[edge.target],
            f"{item.path}#{row_anchor(edge.target)}",
            strips[item.id, row],
        )
        for row, edge in enumerate(edges, 1)
    )
    return Member(item, _first_date(item)[1], strips[item.id, 0], statements)


def _first_date(item: Item) -> tuple[int, str]:
    """The first of an item's dates on the timeline, as a day to sort by and as it is written.

    Where statements compete, the first one in the file counts.
    """
    fields = item.type.fields.items()
    dates = [item.fields.text(name) for name, spec in fields if spec.timeline and name in item.fields]
    return min(((first_day(date), date) for date in dates), default=(_NO_DATE, ""))
