"""An entity in; the picture of its surroundings and the table with the same content, out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dossier.model.mentions import EntityId
from dossier.model.registry import Thing
from dossier.model.types import TypeSpec
from dossier.render.page import Page
from dossier.render.pictures import fan, mark, stroke_width
from dossier.render.relations.neighbours import Neighbour, neighbours
from dossier.render.view import View

_IN_PICTURE: Final = 8
_ROWS: Final = 60
_FIRST_ROWS: Final = 20
# The widest curve stands for at least so many sentences, so that one or two do not look like much.
_WIDEST_FROM: Final = 5
_TOGETHER: Final = "mentioned together"


@dataclass(frozen=True, slots=True)
class Around:
    """An entity's neighbours as its page shows them.

    Attributes:
        bound: those that the picture shows as bound to it.
        together: those that the picture shows as mentioned with it.
        rows: of the table; first what the picture shows, then what is stated here and nowhere else.
        rest: those for whom there are too many rows, by the words that bind them.
    """

    bound: tuple[Neighbour, ...]
    together: tuple[Neighbour, ...]
    rows: tuple[Neighbour, ...]
    rest: Mapping[str, tuple[Neighbour, ...]]

    @property
    def pictured(self) -> frozenset[EntityId]:
        """The ids of those that the picture shows."""
        return frozenset(neighbour.thing.id for neighbour in (*self.bound, *self.together))

    @property
    def anchored(self) -> frozenset[EntityId]:
        """The ids of those whose rows have an anchor: all but those that are only bound to it elsewhere."""
        rows = (near.thing.id for near in self.rows if near.together or near.stated_here)
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


def relations_context(view: View, thing: Thing, page: Page) -> dict[str, object]:  # noqa: ARG001
    """What ``relations_of.html`` shows: nothing where there are no ``rows``.

    The context has ``bound`` and ``together`` (the curves of the picture), ``marks`` (the shapes of the types
    in it), ``rows`` and ``more_rows`` of the table, ``anchored`` (the ids of the things whose rows have an
    anchor) and ``rest`` (those without a row, by the words that bind them).
    """
    found = around(view, thing)
    first = _FIRST_ROWS if len(found.rows) > _FIRST_ROWS + 2 else len(found.rows)
    shown = (thing, *(neighbour.thing for neighbour in (*found.bound, *found.together)))
    return {
        "bound": [Ray(n, path) for n, path in zip(found.bound, fan(len(found.bound)), strict=True)],
        "together": _weighed(found.together),
        "marks": marks(view, shown),
        "rows": found.rows[:first],
        "more_rows": found.rows[first:],
        "anchored": found.anchored,
        "rest": found.rest,
    }


def around(view: View, thing: Thing) -> Around:
    """The neighbours of an entity, chosen and in order: a page shows a bounded number of rows."""
    found = neighbours(view, thing)
    bound, together = _bound(view, found), [n for n in found if n.together][:_IN_PICTURE]
    pictured = {neighbour.thing.id for neighbour in (*bound, *together)}
    ordered = sorted(found, key=lambda near: 0 if near.thing.id in pictured else 2 - near.stated_here)
    room = max(_ROWS, sum(near.thing.id in pictured or near.stated_here for near in ordered))
    rest: dict[str, list[Neighbour]] = {}
    for near in ordered[room:]:
        rest.setdefault(near.words or _TOGETHER, []).append(near)
    return Around(
        tuple(bound),
        tuple(together),
        tuple(ordered[:room]),
        {words: tuple(members) for words, members in rest.items()},
    )


def marks(view: View, things: Iterable[Thing]) -> dict[str, Mark]:
    """The shapes of the types of some things, by type, in the order of the schema."""
    shown = {thing.type.type for thing in things}
    types = enumerate(view.registry.schema.entity_types)
    return {spec.type: Mark(spec, mark(number)) for number, spec in types if spec.type in shown}


def _weighed(together: Sequence[Neighbour]) -> list[Ray]:
    heaviest = max([_WIDEST_FROM, *(neighbour.sentences for neighbour in together)])
    return [
        Ray(neighbour, path, stroke_width(neighbour.sentences, heaviest))
        for neighbour, path in zip(together, fan(len(together)), strict=True)
    ]


def _bound(view: View, found: Sequence[Neighbour]) -> list[Neighbour]:
    """The bound neighbours that the picture shows, those under the same words side by side.

    First come relations that stand nowhere else on the two pages, then whoever is most often mentioned.
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
