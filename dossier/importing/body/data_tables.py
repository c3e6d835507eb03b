"""Tell tables of data from those that only lay out a page."""

from __future__ import annotations

from typing import Final

from bs4 import Tag

from dossier.importing.body.blocks import text_of

_WIDEST: Final = 40
_HIGHEST: Final = 100
_LONG_CELL: Final = 600


def is_data(tag: Tag) -> bool:
    """Whether a table holds data: rows of several short cells, and no table inside."""
    if tag.find("table") is not None or tag.get("role") == "presentation":
        return False
    rows = rows_of(tag)
    width = max((len(row) for row in rows), default=0)
    if len(rows) < 2 or not 1 < width <= _WIDEST:
        return False
    cells = [cell for row in rows for cell in row]
    if any(span_of(cell, "colspan") > _WIDEST or span_of(cell, "rowspan") > _HIGHEST for cell in cells):
        return False
    return all(len(text_of(cell)) < _LONG_CELL for cell in cells)


def rows_of(tag: Tag) -> list[list[Tag]]:
    """The cells of each row that has cells."""
    rows = [list(row.find_all(("td", "th"), recursive=False)) for row in tag.find_all("tr")]
    return [row for row in rows if row]


def span_of(cell: Tag, name: str) -> int:
    """How many columns (``colspan``) or rows (``rowspan``) a cell spans; 1 where that is not a number."""
    text = str(cell.get(name) or "1")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 4 else 1
