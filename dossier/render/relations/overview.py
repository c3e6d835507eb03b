"""Render one page with the strongest ties between a dossier's entities, as a picture and a table.

The page shows a small, fixed number of ties; the entities' own pages show the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dossier.index import CoMention
from dossier.model.mentions import EntityId
from dossier.model.registry import Item
from dossier.model.types import TypeSpec
from dossier.render.page import Address
from dossier.render.pictures import Ring, ring, stroke_width
from dossier.render.relations.neighbours import Bond, around, bonds_of, joined, marks, row_anchor
from dossier.render.view import Rendered, View

_OF_A_TYPE: Final = 12
_MOST_TIES: Final = 64
_LONGEST_LABEL: Final = 34

Pair = tuple[EntityId, EntityId]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two entities that are mentioned together, bound to each other, or both.

    Attributes:
        number: from 1, the strongest first.
        one: the entity that comes first in the picture.
        other: the other one.
        together: how often both are in the same sentence, or None if they never are.
        bonds: the relations that front matter states, as they read from `one`.
        evidence: path and anchor of the row that leads to the sentences and statements.
        path: the curve between them.
        width: the width of the curve in CSS pixels, where they are mentioned together.
    """

    number: int
    one: Item
    other: Item
    together: CoMention | None
    bonds: tuple[Bond, ...]
    evidence: str
    path: str
    width: str = ""

    @property
    def words(self) -> str:
        """All words of its bonds, each once."""
        return joined(self.bonds)


@dataclass(frozen=True, slots=True)
class Node:
    """An entity in the picture, in units of the picture.

    `begins` holds the ties drawn with this node, `ends` those drawn with the other one.
    """

    item: Item
    label: str
    x: int
    y: int
    left: bool
    begins: tuple[Tie, ...]
    ends: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class NodeGroup:
    """The nodes of one type, one below the other."""

    type: TypeSpec
    nodes: tuple[Node, ...]


def render_relations(view: View, address: Address) -> Rendered:
    """The overview of the whole dossier's relations."""
    page = view.page(address)
    pairs = _strongest(view)
    chosen = dict.fromkeys(entity for pair in pairs for entity in pair)
    groups = [
        [str(entity) for entity in chosen if view.registry[entity].type is spec]
        for spec in view.registry.schema.entity_types
    ]
    weights = [(str(a), str(b), together.strength if together else 0.5) for (a, b), together in pairs.items()]
    drawn = ring(groups, weights)
    ties = _ties(view, pairs, drawn)
    context = {
        "page": page,
        "ties": ties,
        "groups": _groups(view, drawn, ties),
        "width": drawn.width,
        "height": drawn.height,
        "marks": marks(view, (view.registry[entity] for entity in chosen)),
        "total": sum(map(len, view.indexes.comentions.values())) // 2,
    }
    html = view.render("relations.html", context)
    return Rendered("", html, tuple(page.headings), styles=("relations.css",))


def _strongest(view: View) -> dict[Pair, CoMention | None]:
    """The pairs to show: the strongest co-mentions, then the bonds among those entities.

    Pairs that could be due to chance are left out, and each type has a limited number of entities.
    """
    ranked = sorted(_pairs(view), key=lambda item: (-item[1].strength, -item[1].sentences, item[0]))
    chosen: dict[EntityId, None] = {}
    room: dict[str, int] = {}
    pairs: dict[Pair, CoMention | None] = {}
    for pair, together in ranked:
        new = [entity for entity in pair if entity not in chosen]
        if len(pairs) < _MOST_TIES and together.strength > 0 and _has_room(view, new, room):
            pairs[pair] = together
            chosen.update(dict.fromkeys(new))
    for pair in _bound_pairs(view, chosen):
        if len(pairs) < _MOST_TIES + _MOST_TIES // 8:
            pairs.setdefault(pair, None)
    return pairs


def _pairs(view: View) -> Iterator[tuple[Pair, CoMention]]:
    for entity, others in view.indexes.comentions.items():
        for together in others:
            if entity < together.entity:
                yield (entity, together.entity), together


def _has_room(view: View, new: Sequence[EntityId], room: dict[str, int]) -> bool:
    """Whether entities fit among those of their types; if they do, they are counted."""
    counts = dict(room)
    for entity in new:
        name = view.registry[entity].type.type
        counts[name] = counts.get(name, 0) + 1
    if max(counts.values(), default=0) > _OF_A_TYPE:
        return False
    room.update(counts)
    return True


def _bound_pairs(view: View, chosen: Iterable[EntityId]) -> Iterator[Pair]:
    among = set(chosen)
    for entity in chosen:
        for other, _ in bonds_of(view, view.registry[entity]):
            if other in among:
                yield (entity, EntityId(other)) if entity < other else (EntityId(other), entity)


def _ties(view: View, pairs: Mapping[Pair, CoMention | None], drawn: Ring) -> list[Tie]:
    heaviest = max((together.sentences for together in pairs.values() if together), default=0)
    order = {entity: number for number, entity in enumerate(drawn.spots)}
    anchored = {entity: around(view, view.registry[entity]).anchored for entity in drawn.spots}
    ties = []
    for number, (pair, together) in enumerate(pairs.items(), 1):
        one, other = (view.registry[entity] for entity in sorted(pair, key=lambda entity: order[entity]))
        stated = tuple(bond for target, bond in bonds_of(view, one) if target == other.id)
        evidence = _row(one, other, anchored) or _place(view.registry[pair[0]], one, together, stated)
        width = stroke_width(together.sentences, heaviest) if together else ""
        path = drawn.curve(one.id, other.id)
        ties.append(Tie(number, one, other, together, stated, evidence, path, width))
    return ties


def _row(one: Item, other: Item, anchored: Mapping[str, frozenset[EntityId]]) -> str:
    """The row of a pair on the page of either, "" where both have too many neighbours."""
    for page, with_whom in ((one, other), (other, one)):
        if with_whom.id in anchored[page.id]:
            return f"{page.path}#{row_anchor(with_whom.id)}"
    return ""


def _place(counted: Item, one: Item, together: CoMention | None, stated: Sequence[Bond]) -> str:
    """The first shared sentence on the page of `counted`, else the place where a bond is stated."""
    if together:
        return f"{counted.path}#quote-{together.quotations[0]}"
    return f"{one.path}{stated[0].place}" if stated[0].leaving else stated[0].place


def _groups(view: View, drawn: Ring, ties: Sequence[Tie]) -> list[NodeGroup]:
    begins: dict[str, list[Tie]] = {}
    ends: dict[str, list[Tie]] = {}
    for tie in ties:
        begins.setdefault(tie.one.id, []).append(tie)
        ends.setdefault(tie.other.id, []).append(tie)
    by_type: dict[str, list[Node]] = {}
    for name, spot in drawn.spots.items():
        item = view.registry[name]
        node = Node(
            item,
            _shortened(item.title),
            spot.x,
            spot.y,
            spot.left,
            tuple(begins.get(name, ())),
            tuple(ends.get(name, ())),
        )
        by_type.setdefault(item.type.type, []).append(node)
    return [NodeGroup(nodes[0].item.type, tuple(nodes)) for nodes in by_type.values()]


def _shortened(title: str) -> str:
    if len(title) <= _LONGEST_LABEL:
        return title
    return title[: _LONGEST_LABEL - 1].rstrip(" ,-–(") + "…"
