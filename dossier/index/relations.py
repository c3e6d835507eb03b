"""Collect the relations between the items of a registry, in both directions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.model.fields import Fields, Statement
from dossier.model.mentions import EntityId
from dossier.model.registry import Reference, Registry


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation that front matter states.

    Attributes:
        origin: the item whose file states it.
        target: the item that it leads to.
        label: how it reads from the origin ("implements").
        inverse: how it reads from the target ("implemented by").
        field: the field that states it.
        statement: the reference, or the record that contains it.
    """

    origin: EntityId
    target: EntityId
    label: str
    inverse: str
    field: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Relations:
    """All edges, by the item where they begin and by the item where they end."""

    leaving: Mapping[EntityId, tuple[Edge, ...]]
    reaching: Mapping[EntityId, tuple[Edge, ...]]


def relations(registry: Registry) -> Relations:
    """Every typed relation of the dossier. References to unknown ids are left out: they are findings."""
    leaving: dict[EntityId, list[Edge]] = {}
    reaching: dict[EntityId, list[Edge]] = {}
    for item in registry.items.values():
        for reference in registry.references(item):
            edge = _edge(reference)
            if edge is not None and edge.target in registry.items:
                leaving.setdefault(edge.origin, []).append(edge)
                reaching.setdefault(edge.target, []).append(edge)
    return Relations(
        {item: tuple(edges) for item, edges in leaving.items()},
        {item: tuple(edges) for item, edges in reaching.items()},
    )


def _edge(reference: Reference) -> Edge | None:
    edge = reference.spec.edge
    if edge is None:
        return None
    label, inverse = edge.label, edge.inverse
    record, spec = reference.record, reference.record_spec
    if edge.by and record is not None and spec is not None and isinstance(record.value, Fields):
        kind = spec.fields[edge.by].choices.get(record.value.text(edge.by))
        if kind is None:
            return None
        label, inverse = kind.label, kind.inverse
    return Edge(
        reference.origin, reference.target, label, inverse, reference.field, record or reference.statement
    )
