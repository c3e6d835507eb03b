"""Show what an entity is bound to or mentioned with, as a picture and as a table with the same content.

A bond is a relation that front matter states; texts show which entities are mentioned together. The page
keeps the two apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dossier.index import CoMention, Edge
from dossier.model.mentions import EntityId
from dossier.model.registry import Item
from dossier.model.types import TypeSpec
from dossier.render.page import Page
from dossier.render.pictures import fan, mark, stroke_width
from dossier.render.view import View


@dataclass(frozen=True, slots=True)
class Bond:
    """A stated relation as it reads from one of its ends.

    Attributes:
        words: how it reads from here ("signed by").
        edge: what states it.
        leaving: whether this end states it.
        place: path and anchor of where it is stated; "" where that is a row of this page's own table.
    """

    words: str
    edge: Edge
    leaving: bool
    place: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An item that an entity is bound to, mentioned with, or both."""

    item: Item
    bonds: tuple[Bond, ...]
    together: CoMention | None

    @property
    def anchor(self) -> str:
        """The id of its row on the entity's page."""
        return row_anchor(self.item.id)

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


def neighbours(view: View, item: Item) -> list[Neighbour]:
    """All neighbours of an entity: those most often mentioned with it first, then by title."""
    bonds: dict[str, list[Bond]] = {}
    for other, bond in bonds_of(view, item):
        known = bonds.setdefault(other, [])
        # Keep each statement that only the row shows, with its sources; of the others, one for each wording.
        if (bond.leaving and not bond.place) or all(bond.words != each.words for each in known):
            known.append(bond)
    together = {c.entity: c for c in view.indexes.comentions.get(item.id, ())}
    ids = dict.fromkeys([*together, *bonds])
    found = [
        Neighbour(view.registry[i], tuple(bonds.get(i, ())), together.get(view.registry[i].id)) for i in ids
    ]
    return sorted(found, key=lambda n: (-n.sentences, n.item.title.casefold(), n.item.id))


def bonds_of(view: View, item: Item) -> Iterator[tuple[str, Bond]]:
    """The stated relations of an item with the ids of what they lead to.

    The entities that an article's front matter declares are among its mentions instead.
    """
    relations = view.indexes.relations
    for edge in relations.leaving.get(item.id, ()):
        if edge.label and edge.target != item.id and not item.type.fields[edge.field].declares:
            yield edge.target, Bond(edge.label, edge, leaving=True, place=_place(item, edge))
    for edge in relations.reaching.get(item.id, ()):
        origin = view.registry[edge.origin]
        if edge.inverse and edge.origin != item.id and not origin.type.fields[edge.field].declares:
            place = _place(origin, edge) or f"#{row_anchor(edge.target)}"
            yield edge.origin, Bond(edge.inverse, edge, leaving=False, place=f"{origin.path}{place}")


def _place(origin: Item, edge: Edge) -> str:
    """The anchor of the section that shows the statement; "" where it has no table or list of its own."""
    shown = origin.type.fields[edge.field].show
    return f"#section-{edge.field}" if shown in ("table", "sections") else ""


_IN_PICTURE: Final = 8
_ROWS: Final = 60
_FIRST_ROWS: Final = 20
# The widest curve stands for at least this many sentences, so that one or two do not look like many.
_WIDEST_FROM: Final = 5
_TOGETHER: Final = "mentioned together"


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """An entity's neighbours as its page shows them.

    Attributes:
        bound: those that the picture shows as bound to it.
        together: those that the picture shows as mentioned with it.
        rows: the rows of the table; first what the picture shows, then what only this page states.
        rest: those for whom the table has no more room, by the words that bind them.
    """

    bound: tuple[Neighbour, ...]
    together: tuple[Neighbour, ...]
    rows: tuple[Neighbour, ...]
    rest: Mapping[str, tuple[Neighbour, ...]]

    @property
    def pictured(self) -> frozenset[EntityId]:
        """The ids of those that the picture shows."""
        return frozenset(neighbour.item.id for neighbour in (*self.bound, *self.together))

    @property
    def anchored(self) -> frozenset[EntityId]:
        """The ids of those whose rows have an anchor: all except those bound to it only in other files."""
        rows = (near.item.id for near in self.rows if near.together or near.stated_here)
        return self.pictured.union(rows)


@dataclass(frozen=True, slots=True)
class Ray:
    """A curve of the picture with the neighbour that it leads to; ``width`` is in CSS pixels."""

    neighbour: Neighbour
    path: str
    width: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """The shape of a type, as path data in a box of 10 by 10."""

    type: TypeSpec
    path: str


def relations_context(view: View, item: Item, page: Page) -> dict[str, object]:  # noqa: ARG001
    """What ``relations_of.html`` shows: nothing where there are no ``rows``.

    The context has ``bound`` and ``together`` (the curves of the picture), ``marks`` (the shapes of the types
    in it), ``rows`` and ``more_rows`` of the table, ``anchored`` (the ids of the items whose rows have an
    anchor) and ``rest`` (those without a row, by the words that bind them).
    """
    found = around(view, item)
    first = _FIRST_ROWS if len(found.rows) > _FIRST_ROWS + 2 else len(found.rows)
    shown = (item, *(neighbour.item for neighbour in (*found.bound, *found.together)))
    return {
        "bound": [Ray(n, path) for n, path in zip(found.bound, fan(len(found.bound)), strict=True)],
        "together": _weighed(found.together),
        "marks": marks(view, shown),
        "rows": found.rows[:first],
        "more_rows": found.rows[first:],
        "anchored": found.anchored,
        "rest": found.rest,
    }


def around(view: View, item: Item) -> Neighbourhood:
    """The neighbours of an entity, chosen and in order: a page shows a bounded number of rows."""
    found = neighbours(view, item)
    bound, together = _bound(view, found), [n for n in found if n.together][:_IN_PICTURE]
    pictured = {neighbour.item.id for neighbour in (*bound, *together)}
    ordered = sorted(found, key=lambda near: 0 if near.item.id in pictured else 2 - near.stated_here)
    room = max(_ROWS, sum(near.item.id in pictured or near.stated_here for near in ordered))
    rest: dict[str, list[Neighbour]] = {}
    for near in ordered[room:]:
        rest.setdefault(near.words or _TOGETHER, []).append(near)
    return Neighbourhood(
        tuple(bound),
        tuple(together),
        tuple(ordered[:room]),
        {words: tuple(members) for words, members in rest.items()},
    )


def marks(view: View, items: Iterable[Item]) -> dict[str, Mark]:
    """The shapes of the types of some items, by type, in the order of the schema."""
    shown = {item.type.type for item in items}
    types = enumerate(view.registry.schema.entity_types)
    return {spec.type: Mark(spec, mark(number)) for number, spec in types if spec.type in shown}


def _weighed(together: Sequence[Neighbour]) -> list[Ray]:
    heaviest = max([_WIDEST_FROM, *(neighbour.sentences for neighbour in together)])
    return [
        Ray(neighbour, path, stroke_width(neighbour.sentences, heaviest))
        for neighbour, path in zip(together, fan(len(together)), strict=True)
    ]


def _bound(view: View, found: Sequence[Neighbour]) -> list[Neighbour]:
    """The bound neighbours that the picture shows, those with the same words side by side.

    Relations that appear nowhere else on the two pages come first, then the neighbours mentioned most often.
    """
    ranked = sorted((n for n in found if n.bonds), key=lambda n: (not _apart(view, n), -n.sentences))
    chosen = ranked[:_IN_PICTURE]
    order = {words: number for number, words in enumerate(dict.fromkeys(n.words for n in chosen))}
    return sorted(chosen, key=lambda neighbour: order[neighbour.words])


def _apart(view: View, neighbour: Neighbour) -> bool:
    return any(
        view.registry[bond.edge.origin].type.fields[bond.edge.field].show == "apart"
        for bond in neighbour.bonds
    )
