"""Lay out words for a terminal: aligned, wrapped to its width, with few colours."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

import click

# Longer lines are hard to read, and what goes to a file should not depend on the window.
_WIDEST: Final = 100
_NARROWEST: Final = 40
# Control characters and those that change the direction of text, except tabs, line ends and click's styles.
# Joiners and direction marks stay, unlike in messages: names in Persian or Hebrew need them.
_STEERS: Final = re.compile(
    "[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]|\x1b(?!\\[[0-9;]*m)"
)
_WORD: Final = re.compile(r"\S+")


def width() -> int:
    """The number of characters in a line: the width of the terminal, up to 100."""
    columns = shutil.get_terminal_size((_WIDEST, 24)).columns
    return max(_NARROWEST, min(_WIDEST, columns))


def is_coloured() -> bool:
    """Whether standard output shows styles."""
    context = click.get_current_context(silent=True)
    chosen = context.color if context else None
    return sys.stdout.isatty() if chosen is None else chosen


def echo(text: str, *, err: bool = False) -> None:
    """Print text of a dossier without characters that control a terminal, except styles.

    No text of a dossier holds the escape character that begins a style: YAML, prose and names refuse it.
    """
    click.echo(_STEERS.sub(lambda sign: sign[0].encode("unicode_escape").decode(), text), err=err)


def heading(text: str) -> str:
    """The heading of a section."""
    return click.style(text, bold=True)


def paragraph(text: str, indent: int = 0) -> str:
    """A text, wrapped."""
    space = " " * indent
    return textwrap.fill(text, width(), initial_indent=space, subsequent_indent=space, break_on_hyphens=False)


def rows(pairs: Iterable[tuple[str, str]], indent: int = 2) -> str:
    """Rows of a label and words, with the words wrapped in a second column."""
    found = list(pairs)
    column = min(28, max((len(label) for label, _ in found), default=0))
    lines = []
    for label, words in found:
        room = max(20, width() - indent - column - 2)
        first, *more = textwrap.wrap(words, room, break_on_hyphens=False) or [""]
        space = " " * indent
        lines.append(f"{space}{click.style(label.ljust(column), dim=True)}  {first}")
        lines += [f"{space}{' ' * column}  {line}" for line in more]
    return "\n".join(lines)


def marked(parts: Sequence[tuple[str, bool]], indent: int = 4) -> str:
    """A sentence in parts, wrapped, with marked parts underlined or, without styles, between asterisks."""
    if not is_coloured():
        return paragraph("".join(f"*{text}*" if is_marked else text for text, is_marked in parts), indent)
    letters = [(letter, is_marked) for text, is_marked in parts for letter in text]
    text = "".join(letter for letter, _ in letters)
    lines = (_styled(letters[start:end]) for start, end in _line_spans(text, width() - indent))
    return "\n".join(" " * indent + line for line in lines)


def _line_spans(text: str, room: int) -> Iterator[tuple[int, int]]:
    """Where the lines of a text begin and end once it is broken between words."""
    start = end = -1
    for word in _WORD.finditer(text):
        if start >= 0 and word.end() - start > room:
            yield start, end
            start = -1
        start = word.start() if start < 0 else start
        end = word.end()
    if start >= 0:
        yield start, end


def _styled(letters: Sequence[tuple[str, bool]]) -> str:
    runs = groupby(letters, key=lambda pair: pair[1])
    texts = (("".join(letter for letter, _ in run), is_marked) for is_marked, run in runs)
    return "".join(
        click.style(text, bold=True, underline=True) if is_marked else text for text, is_marked in texts
    )


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 article", "2 articles"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
