"""Read rows from CSV or JSON lines, each with its line number; their cells are not yet checked."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dossier.importing.charsets import decode
from dossier.model.errors import ImportRefusedError
from dossier.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dossier.importing.original import Original

_MOST_ROWS: Final = 50_000
_LONGEST_CELL: Final = 1_000_000
_DELIMITERS: Final = ",;\t|"
#: The first line of tables that spreadsheets wrote for each other.
_NAMES_DELIMITER: Final = re.compile(r"[\"']?sep=(?P<sign>[^\s\"'\w]|\t)[\"']?[,;\t]*\n", re.IGNORECASE)
_DEEPEST: Final = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        line: the line on which it begins, from 1.
        cells: the cells by column, without empty ones. A row of CSV holds texts, one of JSON any data.
        is_text: whether lists are texts with semicolons, still to be split.
    """

    line: int
    cells: Mapping[str, object]
    is_text: bool


def read_csv(original: Original) -> tuple[list[Row], list[Finding]]:
    """The rows of a table whose first line names the columns.

    Raises:
        ImportRefusedError: the first line does not name the columns, or the file is no CSV.
    """
    text = decode(original.data).text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    named = _NAMES_DELIMITER.match(text)
    lines_before = 1 if named else 0
    text = text[named.end() :] if named else text
    csv.field_size_limit(_LONGEST_CELL)
    delimiter = named["sign"] if named else _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        head = [name.strip() for name in next(reader, [])]
        _check_head(original.name, head)
        return _rows(original.name, reader, head, lines_before)
    except csv.Error as error:
        raise ImportRefusedError(
            f"{original.name}:{reader.line_num + lines_before}: this is not CSV: {error}"
        ) from None


def _delimiter(text: str) -> str:
    """The sign that separates the columns: of the usual ones, the one that the first line has most."""
    first = text.partition("\n")[0]
    return max(_DELIMITERS, key=lambda sign: (first.count(sign), -_DELIMITERS.index(sign)))


def _check_head(name: str, head: list[str]) -> None:
    twice = sorted({column for column in head if head.count(column) > 1})
    if not any(head) or twice:
        what = f"the column “{twice[0]}” appears twice" if twice else "the first line names no columns"
        raise ImportRefusedError(f"{name}:1: {what}")


def _rows(
    name: str, reader: Iterator[list[str]], head: list[str], lines_before: int = 0
) -> tuple[list[Row], list[Finding]]:
    rows: list[Row] = []
    findings: list[Finding] = []
    line = 2 + lines_before
    for cells in reader:
        if any(cell.strip() for cell in cells[len(head) :]):
            message = f"this row has {len(cells)} cells, but the table has {len(head)} columns"
            findings.append(
                Finding(
                    name,
                    line,
                    1,
                    "wrong-row",
                    message,
                    "put quotes around a text that contains the delimiter",
                )
            )
        elif any(cell.strip() for cell in cells):
            filled = {column: cell.strip() for column, cell in zip(head, cells, strict=False) if cell.strip()}
            rows.append(Row(line, filled, is_text=True))
        if len(rows) > _MOST_ROWS:
            raise ImportRefusedError(f"{name}: over {_MOST_ROWS:,} rows; import fewer at a time")
        line = getattr(reader, "line_num", line) + 1 + lines_before
    return rows, findings


def read_json_lines(original: Original) -> tuple[list[Row], list[Finding]]:
    """The rows of a file with a JSON object on each line."""
    rows: list[Row] = []
    findings: list[Finding] = []
    for number, line in enumerate(decode(original.data).text.lstrip("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            data = json.loads(line, parse_int=str, parse_float=str, parse_constant=str)
        except json.JSONDecodeError as error:
            findings.append(
                Finding(original.name, number, error.colno, "wrong-row", f"this is not JSON: {error.msg}")
            )
            continue
        except (RecursionError, ValueError):
            findings.append(Finding(original.name, number, 1, "wrong-row", "the JSON is nested too deeply"))
            continue
        if not isinstance(data, dict) or _depth(data) > _DEEPEST:
            hint = "write an object on each line: {“title”: …}"
            findings.append(
                Finding(original.name, number, 1, "wrong-row", "this is not a JSON object of fields", hint)
            )
            continue
        rows.append(
            Row(
                number,
                {key: value for key, value in data.items() if value not in (None, "", [])},
                is_text=False,
            )
        )
        if len(rows) > _MOST_ROWS:
            raise ImportRefusedError(f"{original.name}: over {_MOST_ROWS:,} rows; import fewer at a time")
    return rows, findings


def _depth(data: object) -> int:
    """How deep lists and objects are nested, counted without recursion and no further than needed."""
    level, depth = [data], 0
    while level and depth <= _DEEPEST:
        depth += 1
        level = [
            inner
            for value in level
            if isinstance(value, dict | list)
            for inner in (value.values() if isinstance(value, dict) else value)
        ]
    return depth
