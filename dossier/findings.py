"""Findings: what an editor should look at, as values that can be sorted, counted and printed.

Every stage gives its findings back beside its result; nothing is logged or raised on the way, so that
one run reports them all.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How much a finding weighs: an error fails the run, a warning only with ``--strict``, a note never."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something that an editor should look at.

    Attributes:
        path: the file, relative to the dossier's folder, with forward slashes.
        line: line in that file, from 1.
        column: column in that line, from 1, in code points.
        code: stable name of the kind of finding.
        message: what is wrong.
        hint: how to mend it, or "".
        severity: error, warning or note.
        length: how many code points from there it is about, 0 where that is not known.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    length: int = 0

    def __str__(self) -> str:
        """One line for a terminal: place, severity, code, what is wrong and how to mend it."""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.path}:{self.line}:{self.column}: {self.severity}: {self.code}: {self.message}{hint}"


def nearest(word: str, known: Iterable[str]) -> str:
    """The hint that names the nearest known word, or "" where none is near."""
    matches = get_close_matches(word, sorted(known), n=1, cutoff=0.7)
    return f"did you mean “{matches[0]}”?" if matches else ""
