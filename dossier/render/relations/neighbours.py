"""An entity in; all that it is bound to or mentioned with, out.

A bond is a relation that front matter states; being mentioned together is what the texts show. The two are
kept apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.index import CoMention, Edge
from dossier.model.registry import Thing
from dossier.render.view import View


@dataclass(frozen=True, slots=True)
class Bond:
    """A stated relation as it reads from one of its ends.

    Attributes:
        words: how it reads from here ("signed by").
        edge: what states it.
        leaving: whether this end states it.
        place: path and anchor of where it is stated; "" where that is the row of a table of relations here.
    """

    words: str
    edge: Edge
    leaving: bool
    place: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A thing that an entity is bound to, mentioned with, or both."""

    thing: Thing
    bonds: tuple[Bond, ...]
    together: CoMention | None

    @property
    def anchor(self) -> str:
        """The id of its row on the entity's page."""
        return row_anchor(self.thing.id)

    @property
    def sentences(self) -> int:
        """The number of sentences that name both."""
        return self.together.sentences if self.together else 0

    @property
    def words(self) -> str:
        """All words of its bonds, each once."""
        return joined(self.bonds)

    @property
    def stated_here(self) -> bool:
        """Whether its row is the place that shows what the entity's own file states of it."""
        return any(bond.leaving and not bond.place for bond in self.bonds)


def joined(bonds: Iterable[Bond]) -> str:
    """All words of bonds, each once."""
    return ", ".join(dict.fromkeys(bond.words for bond in bonds))


def row_anchor(identifier: str) -> str:
    """The id of a neighbour's row; no heading has a colon in its id."""
    return f"with:{identifier}"


def neighbours(view: View, thing: Thing) -> list[Neighbour]:
    """All neighbours of an entity: the most often mentioned with it first, then by title."""
    bonds: dict[str, list[Bond]] = {}
    for other, bond in bonds_of(view, thing):
        known = bonds.setdefault(other, [])
        # Each statement that only the row shows is kept, with its sources; of the others, one a word.
        if (bond.leaving and not bond.place) or all(bond.words != each.words for each in known):
            known.append(bond)
    together = {c.entity: c for c in view.indexes.comentions.get(thing.id, ())}
    ids = dict.fromkeys([*together, *bonds])
    found = [
        Neighbour(view.registry[i], tuple(bonds.get(i, ())), together.get(view.registry[i].id)) for i in ids
    ]
    return sorted(found, key=lambda n: (-n.sentences, n.thing.title.casefold(), n.thing.id))


def bonds_of(view: View, thing: Thing) -> Iterator[tuple[str, Bond]]:
    """The stated relations of a thing with the ids of what they lead to.

    What an article's front matter says that it is about is among the mentions instead.
    """
    relations = view.indexes.relations
    for edge in relations.leaving.get(thing.id, ()):
        if edge.label and edge.target != thing.id and not thing.type.fields[edge.field].declares:
            yield edge.target, Bond(edge.label, edge, leaving=True, place=_place(thing, edge))
    for edge in relations.reaching.get(thing.id, ()):
        origin = view.registry[edge.origin]
        if edge.inverse and edge.origin != thing.id and not origin.type.fields[edge.field].declares:
            place = _place(origin, edge) or f"#{row_anchor(edge.target)}"
            yield edge.origin, Bond(edge.inverse, edge, leaving=False, place=f"{origin.path}{place}")


def _place(origin: Thing, edge: Edge) -> str:
    """The anchor of the section that shows the statement; "" where no table or list of its own does."""
    shown = origin.type.fields[edge.field].show
    return f"#section-{edge.field}" if shown in ("table", "sections") else ""
