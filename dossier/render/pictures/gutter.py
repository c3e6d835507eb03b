"""Draw the links between rows as a strip of lines beside each row, like a railway map from top to bottom.

Every row has its own small picture, which the page stretches to the row's height, so rows may be as high
as their words need. Links to the same row share one track.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_TRACK: Final = 10
_HEIGHT: Final = 20


@dataclass(frozen=True, slots=True)
class Link:
    """A line from one row to another, by their numbers from 0."""

    origin: int
    target: int


@dataclass(frozen=True, slots=True)
class Strip:
    """The lines beside one row.

    Attributes:
        line: the path data of the lines that pass, begin or end here, "" where there are none.
        arrow: the path data of an arrowhead where a link ends here, else "".
    """

    line: str
    arrow: str


def gutter(rows: int, links: Sequence[Link]) -> tuple[int, tuple[Strip, ...]]:
    """The width of the gutter, in a box 20 high, and the strip of each row.

    >>> gutter(2, [Link(1, 0)])
    (20, (Strip(line='M10 20Q10 10 20 10', arrow='M15 7l5 3-5 3'), Strip(line='M10 0Q10 10 20 10', arrow='')))
    """
    tracks = _tracks(links)
    width = _TRACK * (max((number for number, _, _ in tracks.values()), default=-1) + 2)
    lines = [""] * rows
    for target, (number, first, last) in tracks.items():
        x = width - _TRACK * (number + 1)
        for row in range(first + 1, last):
            if row != target:
                lines[row] += f"M{x} 0V{_HEIGHT}"
        if first < target:
            lines[target] += _turn(x, width, 0)
        if last > target:
            lines[target] += _turn(x, width, _HEIGHT)
        for row in {link.origin: None for link in links if link.target == target}:
            lines[row] += _turn(x, width, 0 if row > target else _HEIGHT)
    targets = {link.target for link in links}
    arrow = f"M{width - 5} 7l5 3-5 3"
    return width, tuple(Strip(line, arrow if row in targets else "") for row, line in enumerate(lines))


def _tracks(links: Sequence[Link]) -> dict[int, tuple[int, int, int]]:
    """For each row that links lead to: the number of its track, and the track's first and last row.

    Tracks whose rows do not overlap share a number; the shortest tracks are nearest to the rows.
    """
    spans: dict[int, tuple[int, int]] = {}
    for link in links:
        first, last = spans.get(link.target, (link.target, link.target))
        spans[link.target] = (min(first, link.origin), max(last, link.origin))
    taken: list[list[tuple[int, int]]] = []
    tracks = {}
    for target, (first, last) in sorted(
        spans.items(), key=lambda item: (item[1][1] - item[1][0], item[1], item[0])
    ):
        number = next(
            (n for n, used in enumerate(taken) if all(last < a or b < first for a, b in used)), len(taken)
        )
        if number == len(taken):
            taken.append([])
        taken[number].append((first, last))
        tracks[target] = (number, first, last)
    return tracks


def _turn(x: int, width: int, edge: int) -> str:
    """A line from a track at the upper (0) or lower edge of a row that curves to the row's words."""
    middle = _HEIGHT // 2
    return f"M{x} {edge}Q{x} {middle} {width} {middle}"
