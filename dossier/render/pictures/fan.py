"""Draw the curves that fan out from one point to a number of rows.

Each row draws its own curve in a box of 100 by 20 that the page stretches to the row; the curve may begin
above or below its box, at the middle of all rows.
"""

from __future__ import annotations

from math import sqrt
from typing import Final

_ROW: Final = 20
_THICKEST: Final = 10.0


def fan(rows: int) -> tuple[str, ...]:
    """The path data of the curve to each row.

    >>> fan(2)
    ('M0 20C55 20 45 10 100 10', 'M0 0C55 0 45 10 100 10')
    """
    middle = _ROW // 2
    return tuple(
        f"M0 {root}C55 {root} 45 {middle} 100 {middle}"
        for root in (middle * rows - _ROW * row for row in range(rows))
    )


def stroke_width(weight: float, heaviest: float) -> str:
    """The width, in CSS pixels, of a curve with 0 < weight <= heaviest: it grows with the square root.

    >>> stroke_width(1, 100), stroke_width(25, 100), stroke_width(100, 100)
    ('1', '5', '10')
    """
    return f"{_THICKEST * sqrt(weight / heaviest):.1f}".removesuffix(".0")
