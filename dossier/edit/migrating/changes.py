"""Change names at their places in a text, and leave every other character as it is.

A name is replaced only if it stands in the file exactly as it was read. Otherwise, as with an escape in
quotes, an editor has to change it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_BOM: Final = "\ufeff"
_QUOTES: Final = ("'", '"')


@dataclass(frozen=True, slots=True, order=True)
class OldName:
    """An old name in a text.

    Attributes:
        line: its line, from 1.
        column: its column, from 1, in code points; that of the quotation mark if it is quoted.
        old: the old name, as the file has it.
        new: the new name, "" if an editor has to change it.
        advice: what an editor should do.
    """

    line: int
    column: int
    old: str
    new: str
    advice: str


@dataclass(frozen=True, slots=True)
class Remaining:
    """What an editor has to change: the line, from 1, what is there, and what to do."""

    line: int
    what: str
    advice: str


@dataclass(frozen=True, slots=True)
class Migrated:
    """A text before and after its names were changed.

    Attributes:
        before: the text with its own line ends and byte order mark.
        after: the same text with today's names.
        changes: the old and the new names, in the order of the text, each pair once.
        remaining: what an editor has to change.
    """

    before: str
    after: str
    changes: tuple[tuple[str, str], ...] = ()
    remaining: tuple[Remaining, ...] = ()


def with_one_line_end(text: str) -> str:
    """A text as the readers of files get it: without a byte order mark, and with one kind of line end."""
    return text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")


def migrated(text: str, found: Iterable[OldName]) -> Migrated:
    """A text in which the old names that were found are changed.

    Their places are those in the text that `with_one_line_end` gives.
    """
    starts = list(accumulate((len(line) for line in _LINE.findall(text)), initial=0))
    parts: list[str] = []
    changes: dict[tuple[str, str], None] = {}
    remaining: list[Remaining] = []
    position = 0
    for name in sorted(set(found)):
        start = _offset(text, starts, name)
        if not name.new or start < position or not text.startswith(name.old, start):
            remaining.append(Remaining(name.line, f"“{name.old}”", name.advice))
            continue
        parts += [text[position:start], name.new]
        position = start + len(name.old)
        changes[name.old, name.new] = None
    return Migrated(text, "".join([*parts, text[position:]]), tuple(changes), tuple(remaining))


def _offset(text: str, starts: list[int], name: OldName) -> int:
    """Where a name begins in the text, after a quotation mark; -1 if the text has no such line."""
    if name.line > len(starts):
        return -1
    start = starts[name.line - 1] + name.column - 1
    if name.line == 1 and text.startswith(_BOM):
        start += 1
    return start + text.startswith(_QUOTES, start)
