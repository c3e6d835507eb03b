"""Prepare findings to be shown: with the path that the reader needs and the line of the file.

Findings name files relative to the dossier's folder. A terminal needs paths relative to the folder where the
command runs; a service that shows findings beside the code needs them relative to the repository.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from dossier.content.folder import seen_from
from dossier.content.source import read_text
from dossier.model.findings import Finding, Severity, condensed

# In front matter, a quoted text, a value or a key: anything that is no list and no mapping.
_YAML_WORD: Final = re.compile(
    r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^\s,}\]](?:(?!:\s|:$|\s#)[^,}\]])*", re.DOTALL
)
# A bracket, or a quoted text, which may contain brackets; an apostrophe within a word quotes nothing.
_BRACKET: Final = re.compile(r"[{}\[\]]|(?<!\w)\"(?:[^\"\\]|\\.)*\"|(?<!\w)'(?:[^']|'')*'")
_PROSE_WORD: Final = re.compile(r"\[\[[^\]\n]*(?:\]\])?|[\w'’-]+|\S")
_DASHES: Final = re.compile("-{3,}")


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding ready to be shown.

    Attributes:
        finding: the finding itself.
        path: its file, relative to the place where it is shown, with forward slashes.
        source: the line of the file on which it is, "" where there is none.
        length: the number of code points of that line that it is about, at least 1.
    """

    finding: Finding
    path: str
    source: str
    length: int


def shown(findings: Sequence[Finding], content: Path, base: Path) -> Iterator[Shown]:
    """The findings of a dossier's folder with paths relative to `base`, which may be any folder."""
    files: dict[str, list[str]] = {}
    for finding in findings:
        if finding.path not in files:
            text = read_text(content / finding.path, finding.path)
            files[finding.path] = [] if isinstance(text, Finding) else text.split("\n")
        lines = files[finding.path]
        source = lines[finding.line - 1] if finding.line <= len(lines) else ""
        path = seen_from(base, content / finding.path)
        yield Shown(finding, path, source, _length(finding, lines, source))


def shortened(findings: Sequence[Shown]) -> Iterator[Shown]:
    """The findings for a reader: of each kind in a file the first ones, and one that counts the others."""
    by_place = {_place(each.finding): each for each in findings}
    for finding in condensed(each.finding for each in findings):
        yield replace(by_place[_place(finding)], finding=finding)


def counted(findings: Sequence[Finding]) -> str:
    """How many findings there are of each severity, in words."""
    counts = {severity: sum(f.severity is severity for f in findings) for severity in Severity}
    words = [f"{n} {severity}{'' if n == 1 else 's'}" for severity, n in counts.items() if n]
    return ", ".join(words) or "no findings"


def _place(finding: Finding) -> tuple[str, int, int, str]:
    return finding.path, finding.line, finding.column, finding.code


def _length(finding: Finding, lines: Sequence[str], source: str) -> int:
    rest = source[finding.column - 1 :]
    if finding.length:
        return max(1, min(finding.length, len(rest)))
    is_yaml = _is_yaml(finding, lines)
    if is_yaml and rest.startswith(("{", "[")):
        return _bracketed(rest)
    found = (_YAML_WORD if is_yaml else _PROSE_WORD).match(rest)
    return max(1, len(found.group().rstrip())) if found else 1


def _bracketed(rest: str) -> int:
    """The length of the bracketed list or mapping that begins a text, or of the text if nothing closes it."""
    depth = 0
    for part in _BRACKET.finditer(rest):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(part[0], 0)
        if not depth:
            return part.end()
    return len(rest.rstrip())


def _is_yaml(finding: Finding, lines: Sequence[str]) -> bool:
    if not finding.path.endswith(".md"):
        return True
    return not any(_DASHES.fullmatch(line.rstrip()) for line in lines[1 : finding.line])
