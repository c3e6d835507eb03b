"""Put links and anchors into the element tree around the stretches of text that were recognised."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from dossier.linking.tree_text import Run, TreeText


@dataclass(frozen=True, slots=True)
class Placement:
    """An element to put around a stretch of text.

    ``make`` takes the text as the tree has it and returns the element that holds it.
    """

    start: int
    end: int
    make: Callable[[str], Element]


def place(reading: TreeText, placements: Sequence[Placement]) -> None:
    """Put elements into the tree; the text itself stays as it is.

    Placements are in the order of the text and do not overlap. One that begins in text that cannot be
    linked is left out; one that crosses inline markup covers only its first part.
    """
    starts = reading.starts
    by_run: dict[int, list[Placement]] = {}
    for placement in placements:
        index = bisect_right(starts, placement.start) - 1
        # An empty run may share its start with the run that holds the text.
        while index >= 0 and reading.runs[index].end <= placement.start == reading.runs[index].start:
            index -= 1
        if index >= 0 and placement.start < reading.runs[index].end:
            by_run.setdefault(index, []).append(placement)
    for index, group in by_run.items():
        _fill(reading.runs[index], group)


def crosses_markup(reading: TreeText, start: int, end: int) -> bool:
    """Whether a stretch is not within one run, so that no single element can hold it."""
    index = bisect_right(reading.starts, start) - 1
    return index < 0 or end > reading.runs[index].end


def _fill(run: Run, placements: Sequence[Placement]) -> None:
    raw = (run.owner.text if run.parent is None else run.owner.tail) or ""
    cuts = [(run.raw_offset(p.start), run.raw_offset(min(p.end, run.end)), p) for p in placements]
    elements = []
    for number, (start, end, placement) in enumerate(cuts):
        element = placement.make(raw[start:end])
        following = cuts[number + 1][0] if number + 1 < len(cuts) else len(raw)
        element.tail = raw[end:following]
        elements.append(element)
    before = raw[: cuts[0][0]]
    if run.parent is None:
        run.owner.text = before
        run.owner[0:0] = elements
    else:
        run.owner.tail = before
        position = list(run.parent).index(run.owner) + 1
        run.parent[position:position] = elements
