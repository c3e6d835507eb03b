"""Write an HTML table as Markdown if it holds data and does not only lay out the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import Tag

from dossier.importing.body.data_tables import span_of
from dossier.importing.body.inline import Style, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator


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
            rowspan, colspan = span_of(cell, "rowspan"), span_of(cell, "colspan")
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
