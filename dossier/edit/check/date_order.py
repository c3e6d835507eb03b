"""Check the order of dates: those of one item, and those of an item and another that it refers to.

The types' files say which date comes after which (``after``), so a type that a dossier adds is checked like
the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from dossier.edit.check.days import stated_days, surely_before
from dossier.edit.check.definitions import Check, CheckedDossier, Problem, check
from dossier.model.fields import Fields
from dossier.model.findings import Severity
from dossier.model.mentions import EntityId
from dossier.model.registry import Item, Reference
from dossier.model.types import FieldSpec


@check(
    "dates-out-of-order",
    Severity.ERROR,
    says="An item's dates are in an impossible order: died before born, dissolved before "
    "founded, in force before signed, expired before in force, left office before taking it.",
    fix="Correct whichever date is wrong. If both are right (a treaty was applied before it was signed), "
    "allow the finding at the date, with the reason.",
    leaves="uncertain and approximate dates, and dates that may be in order in one reading",
)
def dates_out_of_order(dossier: CheckedDossier) -> Iterator[Problem]:
    """Both the dates of an item and those of its records count."""
    for item in dossier.registry.items.values():
        yield from _out_of_order(item, item.fields, item.type.fields)


@check(
    "follows-what-is-later",
    Severity.ERROR,
    says="An event follows another one but is dated before it.",
    fix="Correct whichever date is wrong, or reverse the reference.",
    leaves="uncertain and approximate dates, and dates that may be in order in one reading",
)
def follows_what_is_later(dossier: CheckedDossier) -> Iterator[Problem]:
    """References with ``after`` name the date field to compare."""
    for item in dossier.registry.items.values():
        for reference in dossier.registry.references(item):
            other = dossier.registry.items.get(reference.target)
            if other is None:
                continue
            for name in reference.spec.after:
                if not surely_before(stated_days(item.fields, name), stated_days(other.fields, name)):
                    continue
                message = (
                    f"{reference.part}: {item.title} is dated {item.fields.text(name)} but follows "
                    f"{other.title}, dated {other.fields.text(name)}; they cannot both be right"
                )
                yield Problem.about(
                    item, reference.statement.location, message, "correct a date or the reference"
                )


@check(
    "reference-cycle",
    Severity.ERROR,
    says="References of one kind lead back to where they began: an item would be part of itself, "
    "follow itself or supersede itself.",
    fix="Remove the wrong reference.",
)
def reference_cycle(dossier: CheckedDossier) -> Iterator[Problem]:
    """Each circle gives one finding, at the first of its items by id."""
    edges: defaultdict[str, dict[EntityId, list[Reference]]] = defaultdict(dict)
    for item in dossier.registry.items.values():
        for reference in dossier.registry.references(item):
            kind = _acyclic_kind(item, reference)
            if kind and reference.target in dossier.registry:
                edges[kind].setdefault(item.id, []).append(reference)
    for kind, graph in edges.items():
        for circle in _circles(graph):
            item = dossier.registry[circle[0].origin]
            names = " → ".join([item.id, *(reference.target for reference in circle)])
            message = f"{kind.rpartition('.')[2]}: the references form a circle: {names}"
            yield Problem.about(item, circle[0].statement.location, message, "remove the wrong reference")


CHECKS: Final[tuple[Check, ...]] = (dates_out_of_order, follows_what_is_later, reference_cycle)


def _out_of_order(item: Item, fields: Fields, specs: Mapping[str, FieldSpec]) -> Iterator[Problem]:
    for name, statements in fields.items():
        spec = specs[name]
        for record in (s.value for s in statements if isinstance(s.value, Fields)):
            yield from _out_of_order(item, record, spec.fields)
        earlier = _earlier(fields, specs, spec)
        if earlier and surely_before(stated_days(fields, name), stated_days(fields, earlier)):
            message = (
                f"“{name}” is {fields.text(name)} and “{earlier}” is {fields.text(earlier)}; "
                "they cannot both be right"
            )
            yield Problem.about(item, statements[0].location, message, "correct whichever date is wrong")


def _earlier(fields: Fields, specs: Mapping[str, FieldSpec], spec: FieldSpec) -> str:
    """The name of the nearest given date that must not be later than this one, or ""."""
    names = spec.after if spec.value == "date" else ()
    given = (name for name in names if fields[name])
    further = (found for name in names if (found := _earlier(fields, specs, specs[name])))
    return next(given, "") or next(further, "")


def _acyclic_kind(item: Item, reference: Reference) -> str:
    """The kind of a reference that must not form a circle: its type with its field or its choice; else ""."""
    if reference.spec.acyclic:
        return f"{item.type.type}.{reference.part}"
    edge, record = reference.spec.edge, reference.record
    if edge is None or not edge.by or record is None or not isinstance(record.value, Fields):
        return ""
    choice = record.value.text(edge.by)
    choices = reference.record_spec.fields[edge.by].choices if reference.record_spec else {}
    return f"{item.type.type}.{choice}" if choice in choices and choices[choice].acyclic else ""


def _circles(graph: Mapping[EntityId, list[Reference]]) -> Iterator[list[Reference]]:
    """The circles of a graph, each once and from the first of its items by id, found without recursion."""
    done: set[EntityId] = set()
    for start in sorted(graph):
        path: list[Reference] = []
        on_path = {start: 0}
        stack = [iter(graph[start])] if start not in done else []
        while stack:
            reference = next(stack[-1], None)
            if reference is None:
                stack.pop()
                ended = path.pop().target if path else start
                done.add(ended)
                on_path.pop(ended, None)
            elif reference.target in on_path:
                yield _from_the_first([*path[on_path[reference.target] :], reference])
            elif reference.target in graph and reference.target not in done:
                path.append(reference)
                on_path[reference.target] = len(path)
                stack.append(iter(graph[reference.target]))


def _from_the_first(circle: list[Reference]) -> list[Reference]:
    first = min(range(len(circle)), key=lambda number: circle[number].origin)
    return [*circle[first:], *circle[:first]]
