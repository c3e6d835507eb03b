"""Describe findings, which an editor should look at, as values that can be sorted, counted and printed.

Every stage returns its findings with its result; nothing is logged or raised on the way, so that one run
reports them all.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Indel
from rapidfuzz.process import extractOne

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Control characters, invisible ones, those that reverse text, line ends and halves of surrogate pairs.
_STEERS: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
_LONGEST: Final = 400
# From 0 to 1: the share of letters that two words have in common in the same order.
_ALIKE: Final = 0.7
MOST_ALIKE: Final = 100
"""How many findings of one kind in one file are shown; the others need no guess at what was meant."""


@dataclass(frozen=True, slots=True)
class Location:
    """Line and column in a file, both from 1, columns in code points."""

    line: int
    column: int

    @classmethod
    def of(cls, text: str, offset: int, first_line: int = 1) -> Location:
        """The place of an offset in a text that begins on `first_line` of its file."""
        return cls(first_line + text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset))


class Severity(StrEnum):
    """How serious a finding is: an error fails the run, a warning only with ``--strict``, a note never."""

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
        code: the stable name of the kind of finding.
        message: what is wrong.
        hint: how to fix it, or "".
        severity: error, warning or note.
        length: how many code points from there the finding covers, 0 where that is not known.
        entities: the ids of entities that are taken for one another; none in findings about something else.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    length: int = 0
    entities: frozenset[str] = field(default=frozenset(), compare=False, repr=False)

    def __str__(self) -> str:
        """One line for a terminal: place, severity, code, what is wrong and how to fix it."""
        hint = f" ({one_line(self.hint)})" if self.hint else ""
        location = f"{one_line(self.path)}:{self.line}:{self.column}"
        # "::" at the start of a line is a command to the program that runs builds on GitHub.
        location = f"./{location}" if location.startswith(":") else location
        return f"{location}: {self.severity}: {self.code}: {one_line(self.message)}{hint}"


def condensed(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, but of each kind in a file only `MOST_ALIKE`, and one more that counts the rest."""
    told: Counter[tuple[str, str, Severity]] = Counter()
    next_one: dict[tuple[str, str, Severity], Finding] = {}
    for finding in findings:
        kind = (finding.path, finding.code, finding.severity)
        told[kind] += 1
        if told[kind] <= MOST_ALIKE:
            yield finding
        else:
            next_one.setdefault(kind, finding)
    for kind, finding in next_one.items():
        more = f"{told[kind] - MOST_ALIKE:,} more of this kind from here on"
        yield replace(finding, message=more, hint="fix those above first")


def one_line(text: str) -> str:
    """Text of a file as a terminal can show it: one short line, with control characters escaped."""
    short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 100]} … {text[-80:]}"
    return _STEERS.sub(lambda sign: sign[0].encode("unicode_escape", "backslashreplace").decode(), short)


def json_text(data: object) -> str:
    """Data as indented JSON that keeps letters of every script and escapes what controls a terminal."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _STEERS.sub(lambda sign: sign[0] if sign[0] == "\n" else json.dumps(sign[0])[1:-1], text)


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint with the nearest known word, or "" where none is near."""
    found = most_alike(word, known)
    return f"did you mean “{found}”?" if found else ""


def most_alike(word: str, known: Iterable[str]) -> str:
    """The known word that is nearest to a word, "" where none is near."""
    found = extractOne(word, sorted(known), scorer=Indel.normalized_similarity, score_cutoff=_ALIKE)
    return found[0] if found else ""
