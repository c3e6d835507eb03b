"""Place groups of nodes on two facing arcs and draw the curves between weighted pairs of them.

Labels are horizontal beside their nodes, so each can be read; curves meet in the middle. It is made for some
sixty nodes: the caller chooses them from a big dossier.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

Node = str
_WIDTH: Final = 840
_LABELS: Final = 252
_ROW: Final = 24
_GAP: Final = 30
_BULGE: Final = 46
_MARGIN: Final = 24
_PASSES: Final = 8


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a node is, in units of the picture, and whether its label is to the left of it."""

    x: int
    y: int
    left: bool


@dataclass(frozen=True, slots=True)
class Ring:
    """A whole picture: its size and the spot of each node, in reading order."""

    width: int
    height: int
    spots: Mapping[Node, Spot]

    def curve(self, one: Node, other: Node) -> str:
        """The path data of the curve between two nodes, bent towards the middle of the picture."""
        a, b = self.spots[one], self.spots[other]
        reach = (self.width / 2 - _LABELS) * (0.9 if a.left == b.left else 0.75)
        apart = min(1.0, 0.35 + abs(a.y - b.y) / self.height * 1.3) if a.left == b.left else 1.0
        ax, bx = (round(s.x + (reach if s.left else -reach) * apart) for s in (a, b))
        return f"M{a.x} {a.y}C{ax} {a.y} {bx} {b.y} {b.x} {b.y}"


def ring(groups: Sequence[Sequence[Node]], pairs: Sequence[tuple[Node, Node, float]]) -> Ring:
    """Lay out groups of nodes on two arcs, the groups in their order, so that few curves cross.

    `pairs` are two nodes and their weight. Within its group each node moves several times to the weighted
    mean of the places of the nodes that it is tied to (the barycentre method of Sugiyama, Tagawa and Toda,
    1981).
    """
    sides = _sides([list(group) for group in groups if group])
    ties: dict[Node, list[tuple[Node, float]]] = {}
    for one, other, weight in pairs:
        ties.setdefault(one, []).append((other, weight))
        ties.setdefault(other, []).append((one, weight))
    for _ in range(_PASSES):
        for side in sides:
            for group in side:
                heights = _heights(sides)
                group.sort(key=lambda node: _barycentre(node, heights, ties))
    heights = _heights(sides)
    height = round(max(heights.values(), default=0.0)) + _ROW + _MARGIN
    spots = {
        node: _spot(heights[node], height, left=side is sides[0])
        for side in sides
        for group in side
        for node in group
    }
    return Ring(_WIDTH, height, spots)


def _sides(groups: list[list[Node]]) -> tuple[list[list[Node]], list[list[Node]]]:
    """The groups to the left and to the right, divided where the sides differ least in length."""
    sizes = [len(group) * _ROW + _GAP for group in groups]
    cut = min(range(len(groups) + 1), key=lambda n: (abs(sum(sizes[:n]) - sum(sizes[n:])), n))
    return groups[:cut], groups[cut:]


def _heights(sides: Sequence[Sequence[Sequence[Node]]]) -> dict[Node, float]:
    """How far down each node is; the shorter side is centred on the longer one."""
    lengths = [sum(len(group) * _ROW + _GAP for group in side) - _GAP for side in sides]
    heights: dict[Node, float] = {}
    for side, length in zip(sides, lengths, strict=True):
        y = _MARGIN + _ROW / 2 + (max(lengths) - length) / 2
        for group in side:
            for node in group:
                heights[node] = y
                y += _ROW
            y += _GAP
    return heights


def _barycentre(
    node: Node,
    heights: Mapping[Node, float],
    ties: Mapping[Node, Sequence[tuple[Node, float]]],
) -> float:
    # Added one by one: `sum` gives different results for floats in different versions of Python.
    total = moment = 0.0
    for other, weight in ties.get(node, ()):
        total += weight
        moment += heights[other] * weight
    return moment / total if total else heights[node]


def _spot(y: float, height: int, *, left: bool) -> Spot:
    """The spot of a node on an arc, which is farthest from the middle of the picture at half its height."""
    off = 2 * y / height - 1
    out = _LABELS + _BULGE * (1 - sqrt(max(0.0, 1 - off * off * 0.9)))
    return Spot(round(out) if left else round(_WIDTH - out), round(y), left)
