"""Write findings for a terminal: place, code and message; the line with the words underlined; the hint."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

import click

from dossier.edit.check.report import Shown, shortened
from dossier.model.findings import Severity

_INDENT: Final = "    "
_WIDEST: Final = 100
_BEFORE: Final = 40
_STEERING: Final = ("Cc", "Cs", "Zl", "Zp")
# Characters that change the direction of the text after them (Unicode Bidirectional Algorithm, 2).
_TURNING: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def as_text(findings: Sequence[Shown]) -> str:
    """Each finding in up to four lines; the first is ``path:line:column: CODE message [severity]``.

    Of thousands of one kind in a file, the first hundred are there and the others counted.
    """
    return "\n".join(_finding(each) for each in shortened(findings))


def _finding(each: Shown) -> str:
    finding = each.finding
    colour = _COLOURS[finding.severity]
    location = click.style(f"{printable(each.path)}:{finding.line}:{finding.column}:", bold=True)
    code = click.style(finding.code, fg=colour)
    lines = [
        f"{location} {code} {printable(finding.message)} {click.style(f'[{finding.severity}]', fg=colour)}"
    ]
    if each.source.strip():
        line, marks = _underlined(each)
        lines += [_INDENT + line, _INDENT + click.style(marks, fg=colour)]
    if finding.hint:
        lines.append(f"{_INDENT}hint: {printable(finding.hint)}")
    return "\n".join(lines)


def _underlined(each: Shown) -> tuple[str, str]:
    """The part of a line around the words of a finding, and the marks below it."""
    at, length = each.finding.column - 1, min(each.length, _WIDEST // 2)
    start = max(0, at - _BEFORE) if len(each.source) > _WIDEST else 0
    end = start + _WIDEST
    before, words = printable(each.source[start:at]), printable(each.source[at : at + length])
    after = printable(each.source[at + length : end])
    opening = "…" if start else ""
    closing = "…" if end < len(each.source) else ""
    space = " " * (len(opening) + _width(before))
    return f"{opening}{before}{words}{after}{closing}", f"{space}{'~' * (max(1, _width(words)) - 1)}^"


def printable(text: str) -> str:
    """Text that cannot control a terminal: control and direction characters are spelt out, tabs are spaces.

    Content comes by pull request, and messages quote it.
    """
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character in "\t\n":
        return " "
    return "\ufffd" if unicodedata.category(character) in _STEERING or character in _TURNING else character


def _width(text: str) -> int:
    """How many cells of a terminal a text takes: two for a wide letter, none for a combining mark."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )
