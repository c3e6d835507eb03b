"""List who held which office, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.model.edtf import first_day
from dossier.model.fields import Fields, Statement
from dossier.model.mentions import EntityId
from dossier.model.registry import Item, Registry
from dossier.model.types import FieldSpec


@dataclass(frozen=True, slots=True)
class Term:
    """One term of office.

    Attributes:
        holder: who held the office.
        position: the id of the office, which need not exist.
        fields: the record: ``from``, ``to``, ``acting``.
        statement: where the holder's front matter states it.
        spec: the field that holds it.
    """

    holder: Item
    position: EntityId
    fields: Fields
    statement: Statement
    spec: FieldSpec

    @property
    def is_acting(self) -> bool:
        """Whether the holder only acted in the office."""
        acting = self.fields.first("acting")
        return acting is not None and acting.value is True


def terms(registry: Registry) -> Mapping[EntityId, tuple[Term, ...]]:
    """All terms of office, by the office and by the holder, in order of time."""
    found: dict[EntityId, list[Term]] = {}
    for item in registry.items.values():
        for name, spec in item.type.fields.items():
            for statement in item.fields[name] if spec.term else ():
                if isinstance(statement.value, Fields):
                    position = EntityId(statement.value.text(spec.short))
                    term = Term(item, position, statement.value, statement, spec)
                    found.setdefault(position, []).append(term)
                    found.setdefault(item.id, []).append(term)
    return {
        item: tuple(sorted(held, key=lambda term: (first_day(term.fields.text("from")), term.holder.id)))
        for item, held in found.items()
    }
