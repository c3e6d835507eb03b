"""Give each type a shape, so that readers can tell types apart without colour."""

from __future__ import annotations

from typing import Final

# In a box of 10 by 10: disc, sheet, diamond, square, pin, ring, then shapes for types that a dossier adds.
_SHAPES: Final = (
    "M5 1a4 4 0 1 0 .01 0z",
    "M2 0h4l3 3v7H2z",
    "M5 0l5 5-5 5-5-5z",
    "M1.5 1.5h7v7h-7z",
    "M.5 1.5h9L5 9.5z",
    "M5 1a4 4 0 1 0 .01 0zm0 2a2 2 0 1 1-.01 0z",
    "M2.5.7h5L10 5 7.5 9.3h-5L0 5z",
    "M3.5 0h3v3.5H10v3H6.5V10h-3V6.5H0v-3h3.5z",
)


def mark(number: int) -> str:
    """The path data, in a box of 10 by 10, of the mark of a dossier's n-th type of entities, from 0."""
    return _SHAPES[number % len(_SHAPES)]
