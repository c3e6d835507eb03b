"""Write an HTML table as Markdown if it holds data and does not only lay out the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bs4 import Tag

from dossier.importing.body.blocks import text_of
from dossier.importing.body.inline import Style, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    if any(_span(cell, "colspan") > _WIDEST or _span(cell, "rowspan") > _HIGHEST for cell in cells):
        return False
    return all(len(text_of(cell)) < _LONG_CELL for cell in cells)


def rows_of(tag: Tag) -> list[list[Tag]]:
    """The cells of each row that has cells."""
    rows = [list(row.find_all(("td", "th"), recursive=False)) for row in tag.find_all("tr")]
    return [row for row in rows if row]


def table(rows: list[list[Tag]], style: Style) -> list[str]:
    """The table; a cell that spans columns leaves the others empty, one that spans rows is repeated."""
    grid = list(_filled(rows, style))
    width = max(len(row) for row in grid)
    has_head = all(cell.name == "th" for cell in rows[0])
    lines = grid if has_head else [[""] * width, *grid]
    shown = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in lines]
    return ["\n".join([shown[0], f"|{' --- |' * width}", *shown[1:]])]


def _filled(rows: list[list[Tag]], style: Style) -> Iterator[list[str]]:
    """The texts of each row, with the cells that reach into it from above."""
    reaching: dict[int, tuple[int, str]] = {}
    for row in rows:
        texts: list[str] = []
        for cell in row:
            while len(texts) in reaching:
                texts.append(_taken(reaching, len(texts)))
            column, shown = len(texts), _cell(cell, style)
            rowspan, colspan = _span(cell, "rowspan"), _span(cell, "colspan")
            if rowspan > 1:
                reaching[column] = (rowspan - 1, shown)
            texts += [shown, *[""] * (colspan - 1)]
        while len(texts) in reaching:
            texts.append(_taken(reaching, len(texts)))
        yield texts


def _taken(reaching: dict[int, tuple[int, str]], column: int) -> str:
    left, text = reaching.pop(column)
    if left > 1:
        reaching[column] = (left - 1, text)
    return text


def _cell(cell: Tag, style: Style) -> str:
    return " ".join(paragraphs(cell.children, style))


def _span(cell: Tag, name: str) -> int:
    text = str(cell.get(name) or "1")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 4 else 1
