"""An entity in; the picture of its surroundings and the table with the same content, out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dossier.registry import Thing
from dossier.schema import TypeSpec
from dossier.views.page import Page
from dossier.views.pictures import fan, mark, stroke_width
from dossier.views.relations.neighbours import Neighbour, neighbours
from dossier.views.view import View

_IN_PICTURE: Final = 8
_FIRST_ROWS: Final = 20
# The widest curve stands for at least so many sentences, so that one or two do not look like much.
_WIDEST_FROM: Final = 5


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
    """What ``relations_of.html`` shows: nothing where ``neighbours`` is 0.

    The context has ``neighbours`` (their number), ``bound`` and ``together`` (the curves of the picture),
    ``rows`` and ``more_rows`` (of the table; those in the picture come first) and ``marks``.
    """
    found = neighbours(view, thing)
    bound, together = _bound(view, found), [n for n in found if n.together][:_IN_PICTURE]
    pictured = {neighbour.thing.id for neighbour in (*bound, *together)}
    rows = sorted(found, key=lambda neighbour: neighbour.thing.id not in pictured)
    first = rows if len(rows) <= _FIRST_ROWS + 2 else rows[:_FIRST_ROWS]
    return {
        "neighbours": len(found),
        "bound": [Ray(n, path) for n, path in zip(bound, fan(len(bound)), strict=True)],
        "together": _weighed(together),
        "rows": first,
        "more_rows": rows[len(first) :],
        "marks": marks(view, (thing, *(n.thing for n in (*bound, *together)))),
    }


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
