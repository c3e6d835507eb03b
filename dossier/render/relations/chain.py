"""A thing in; the things of its own kind that it follows from and that follow from it, by date, out.

Which relations make a chain is told by the schema alone: those between things of one type whose words a
choice gives ("implements", "amends", "supersedes").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dossier.index import Edge
from dossier.model.edtf import first_day
from dossier.model.mentions import EntityId
from dossier.model.registry import Thing
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

    ``place`` is path and anchor of the row that states it with its sources.
    """

    words: str
    target: Thing
    place: str
    strip: Strip


@dataclass(frozen=True, slots=True)
class Member:
    """A thing of a chain with its first date (EDTF, "" for none) and its own relations within the chain."""

    thing: Thing
    date: str
    strip: Strip
    statements: tuple[ChainLink, ...]


def chain_context(view: View, thing: Thing, page: Page) -> dict[str, object]:  # noqa: ARG001
    """What ``chain.html`` shows: nothing where ``chain`` is empty.

    The context has ``chain`` (its members by date), ``chain_width`` (of the lines, in a box 20 high) and
    ``chain_left_out`` (how many of its members are not shown).
    """
    ids, left_out = _reached(view, thing)
    things = sorted((view.registry[i] for i in ids), key=lambda t: (_first_date(t)[0], t.title.casefold()))
    if len(things) < 2:
        return {"chain": (), "chain_width": 0, "chain_left_out": 0}
    edges = {each.id: _stated(view, each, ids) for each in things}
    width, strips = _lines(things, edges)
    members = tuple(_member(view, each, edges[each.id], strips) for each in things)
    return {"chain": members, "chain_width": width, "chain_left_out": left_out}


def _reached(view: View, thing: Thing) -> tuple[frozenset[EntityId], int]:
    """The things within two steps, the nearest first until there are twelve; and how many are left out."""
    distance, queue = {thing.id: 0}, [thing.id]
    for each in queue:
        if distance[each] < _STEPS:
            for edge in _edges(view, each):
                other = edge.target if edge.origin == each else edge.origin
                if other not in distance:
                    distance[other] = distance[each] + 1
                    queue.append(other)
    return frozenset(queue[:_MOST]), len(queue) - len(queue[:_MOST])


def _edges(view: View, thing: EntityId) -> Iterator[Edge]:
    """The edges of a thing that make chains."""
    relations = view.indexes.relations
    for edge in (*relations.leaving.get(thing, ()), *relations.reaching.get(thing, ())):
        origin, target = view.registry[edge.origin], view.registry[edge.target]
        if origin is not target and origin.type is target.type and _by_choice(origin.type.fields[edge.field]):
            yield edge


def _by_choice(spec: FieldSpec) -> bool:
    return any(part.edge is not None and part.edge.by for part in spec.fields.values())


def _stated(view: View, thing: Thing, ids: frozenset[EntityId]) -> tuple[Edge, ...]:
    """What a thing's own file states of others in the chain, each relation once."""
    edges = (edge for edge in _edges(view, thing.id) if edge.origin == thing.id and edge.target in ids)
    return tuple({(edge.target, edge.label): edge for edge in edges}.values())


def _lines(
    things: Sequence[Thing], edges: dict[EntityId, tuple[Edge, ...]]
) -> tuple[int, dict[tuple[EntityId, int], Strip]]:
    """The lines beside each thing (row 0) and each of its relations (rows from 1)."""
    keys = [(thing.id, row) for thing in things for row in range(len(edges[thing.id]) + 1)]
    numbers = {key: number for number, key in enumerate(keys)}
    links = [
        Link(numbers[thing, row], numbers[edge.target, 0])
        for thing, stated in edges.items()
        for row, edge in enumerate(stated, 1)
    ]
    width, strips = gutter(len(keys), links)
    return width, dict(zip(keys, strips, strict=True))


def _member(
    view: View, thing: Thing, edges: Iterable[Edge], strips: dict[tuple[EntityId, int], Strip]
) -> Member:
    statements = tuple(
        ChainLink(
            edge.label,
            view.registry[edge.target],
            f"{thing.path}#{row_anchor(edge.target)}",
            strips[thing.id, row],
        )
        for row, edge in enumerate(edges, 1)
    )
    return Member(thing, _first_date(thing)[1], strips[thing.id, 0], statements)


def _first_date(thing: Thing) -> tuple[int, str]:
    """The first of a thing's dates on the timeline, as a day to sort by and as it is written.

    Where statements compete, the one that the file puts first counts.
    """
    fields = thing.type.fields.items()
    dates = [thing.fields.text(name) for name, spec in fields if spec.timeline and name in thing.fields]
    return min(((first_day(date), date) for date in dates), default=(_NO_DATE, ""))
