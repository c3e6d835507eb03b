"""Find the comments that suppress a finding at one place, and take them out of a text.

``# dossier: allow CODE: reason`` stands in YAML on the line of the value or on the line above,
``<!-- dossier: allow CODE: reason -->`` in prose on the line or above the paragraph. This module comes before
the registry because prose is published without these comments; `dossier.edit.check.suppressing` decides what
they suppress.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from dossier.content.source import read_text
from dossier.model.findings import Finding

_MARK: Final = "dossier:"
_FRONT_MATTER: Final = re.compile(r"\s*^-{3,}[^\S\n]*$.*?(?:^-{3,}[^\S\n]*$\n?|\Z)", re.MULTILINE | re.DOTALL)
_IN_YAML: Final = re.compile(r"(?:^|(?<=\s))#\s*dossier:\s*allow\b(?P<says>.*)$", re.MULTILINE)
# In back quotes it is shown and means nothing. A text without the end of a comment is searched once.
_IN_PROSE: Final = re.compile(
    r"(?<!`)<!--[^\S\n]*dossier:[^\S\n]*allow\b(?P<says>(?:(?!-->)[^\n]|\n(?![^\S\n]*\n)){0,1000}?)-->"
)
_SAYS: Final = re.compile(r"\s*(?P<code>[^\s:]*)\s*(?::\s*(?P<reason>.*))?", re.DOTALL)
#: A finding that leaves a whole file out cannot be suppressed: nothing may be lost silently.
NEVER_SUPPRESSED: Final = frozenset(
    """control-character duplicate-id file-not-published file-not-read file-too-long front-matter-unclosed
    not-utf-8 path-collision prose-too-deep prose-too-dense prose-too-long unreadable-file unsafe-path
    yaml-alias yaml-syntax yaml-tag yaml-too-deep yaml-too-long""".split()
)
#: Further ones in a file have no effect: no editor writes so many, and each costs a pass over the file.
_MOST: Final = 1000
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Suppression:
    """One comment: where it stands, what it says, and the lines whose findings it suppresses.

    Lines are those of the file, from 1, ``last`` included. ``reason`` is "" where none is given.
    """

    line: int
    column: int
    length: int
    code: str
    reason: str
    first: int
    last: int

    def covers(self, line: int) -> bool:
        """Whether findings on a line are suppressed."""
        return self.first <= line <= self.last


class Suppressions:
    """The suppressions of a folder's files, each file read when a finding in it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, tuple[Suppression, ...]] = {}

    def of(self, path: str) -> tuple[Suppression, ...]:
        """The suppressions of a file, whose path is relative to the folder; none where it cannot be read."""
        if path not in self._files:
            text = read_text(self._folder / path, path)
            read = suppressions_in_file if path.endswith(".md") else suppressions_in_yaml
            self._files[path] = () if isinstance(text, Finding) else tuple(read(text))
        return self._files[path]

    def covering(self, finding: Finding) -> Suppression | None:
        """The suppression that covers a finding, if it gives a reason."""
        if finding.code in NEVER_SUPPRESSED:
            return None
        for suppression in self.of(finding.path):
            if suppression.code == finding.code and suppression.reason and suppression.covers(finding.line):
                return suppression
        return None

    def unsuppressed(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that no comment suppresses, in their order."""
        return [finding for finding in findings if self.covering(finding) is None]


def suppressions_in_yaml(text: str, line: int = 1) -> list[Suppression]:
    """The suppressions of a YAML text whose first line has that number."""
    if _MARK not in text:
        return []
    lines = text.split("\n")
    found = []
    for match in islice(_IN_YAML.finditer(text), _MOST):
        number = text.count("\n", 0, match.start())
        begin = match.start() - text.rfind("\n", 0, match.start()) - 1
        last = number
        while lines[last].lstrip().startswith("#") and last + 1 < len(lines):
            last += 1
        # Findings on the file as a whole are on its first line, where no comment can stand.
        first = 0 if number == 1 and lines[0].startswith("---") else number
        found.append(_suppression(match, line + number, begin + 1, line + first, line + last))
    return found


def suppressions_in_prose(text: str, line: int = 1) -> list[Suppression]:
    """The suppressions of a Markdown text whose first line has that number."""
    comments = _comments(text)
    if not comments:
        return []
    bare = [each.strip() for each in blank_suppressions(text).split("\n")]
    found = []
    for match, alone in comments:
        number, last = text.count("\n", 0, match.start()), text.count("\n", 0, match.end())
        begin = match.start() - text.rfind("\n", 0, match.start()) - 1
        if alone:
            last = _end_of_paragraph(bare, last)
        found.append(_suppression(match, line + number, begin + 1, line + number, line + last))
    return found


def suppressions_in_file(text: str) -> list[Suppression]:
    """The suppressions of a Markdown file: those of its front matter, then those of its body."""
    if _MARK not in text:
        return []
    front = _FRONT_MATTER.match(text)
    split = front.end() if front else 0
    prose = suppressions_in_prose(text[split:], text.count("\n", 0, split) + 1)
    return [*suppressions_in_yaml(text[:split]), *prose]


def without_suppressions(text: str) -> str:
    """Markdown without these comments, each following paragraph on the line that it was on."""
    parts: list[str] = []
    position = owed = 0
    comments = _comments(text)
    bare = blank_suppressions(text) if comments else text
    for match, alone in comments:
        start, end = _cut(text, bare, match, alone=alone)
        kept, owed = _paying(text[position : max(position, start)], owed)
        parts.append(kept)
        owed += text.count("\n", max(position, start), end)
        position = max(position, end)
    kept, _ = _paying(text[position:], owed)
    return "".join([*parts, kept])


def blank_suppressions(text: str) -> str:
    """The text with spaces in place of these comments: every other character stays where it is."""
    parts: list[str] = []
    position = 0
    for match, _ in _comments(text):
        parts += [text[position : match.start()], re.sub(r"[^\n]", " ", match.group())]
        position = match.end()
    return "".join([*parts, text[position:]])


def _comments(text: str) -> list[tuple[re.Match[str], bool]]:
    """The comments of a text, each with whether nothing else stands on its lines."""
    if _MARK not in text:
        return []
    code = list(_fenced(text))
    found = [
        match
        for match in islice(_IN_PROSE.finditer(text), _MOST)
        if not any(start <= match.start() < end for start, end in code)
    ]
    ends = [0, *(match.end() for match in found)]
    starts = [*(match.start() for match in found[1:]), len(text)]
    left = [_blank_before(text, ends[n], match.start()) for n, match in enumerate(found)]
    right = [_blank_after(text, match.end(), starts[n]) for n, match in enumerate(found)]
    for n in range(1, len(found)):
        left[n] = left[n] and ("\n" in text[ends[n] : found[n].start()] or left[n - 1])
    for n in range(len(found) - 2, -1, -1):
        right[n] = right[n] and ("\n" in text[found[n].end() : starts[n]] or right[n + 1])
    return [(match, left[n] and right[n]) for n, match in enumerate(found)]


def _blank_before(text: str, since: int, start: int) -> bool:
    """Whether nothing stands on the line before an offset, back to another one."""
    return not text[max(since, text.rfind("\n", since, start) + 1) : start].strip()


def _blank_after(text: str, end: int, until: int) -> bool:
    """Whether nothing stands on the line after an offset, up to another one."""
    return not text[end:until].partition("\n")[0].strip()


def _cut(text: str, bare: str, match: re.Match[str], *, alone: bool) -> tuple[int, int]:
    """The span to remove with a comment: its line, or the space beside it. `bare` is the text with blanks."""
    start, end = match.span()
    line = text.rfind("\n", 0, start) + 1
    following = text.find("\n", end)
    following = following if following >= 0 else len(text)
    if alone:
        # An empty line within a paragraph would split it, so it comes after the paragraph instead.
        return line - _is_within_paragraph(text, bare, line), following
    if line == start:
        return start, following - len(text[end:following].lstrip())
    return line + len(text[line:start].rstrip()), end


def _is_within_paragraph(text: str, bare: str, line: int) -> bool:
    """Whether prose stands on the last line before an offset that is not one of these comments."""
    while line > 0:
        before = text.rfind("\n", 0, line - 1) + 1
        if bare[before:line].strip():
            return True
        if not text[before:line].strip():
            return False
        line = before
    return False


def _fenced(text: str) -> Iterator[tuple[int, int]]:
    """The spans of fenced code, in which a comment is shown and means nothing."""
    position, opened, fence = 0, 0, ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if mark and not fence:
            opened, fence = position, mark[1]
        elif mark and line.strip() == mark[1] and mark[1].startswith(fence):
            yield opened, position
            fence = ""
        position += len(line) + 1
    if fence:
        yield opened, len(text)


def _suppression(match: re.Match[str], line: int, column: int, first: int, last: int) -> Suppression:
    says = _SAYS.fullmatch(match["says"])
    code, reason = (says["code"], says["reason"] or "") if says else ("", "")
    return Suppression(line, column, match.end() - match.start(), code, " ".join(reason.split()), first, last)


def _end_of_paragraph(lines: list[str], number: int) -> int:
    """The number of the last line of the paragraph that begins after a line; blank lines before it count."""
    last = number
    for n in range(number + 1, len(lines)):
        if lines[n]:
            last = n
        elif last > number:
            break
    return last


def _paying(text: str, owed: int) -> tuple[str, int]:
    """The text with the owed lines added at its first blank line, and the number of lines still owed."""
    if not owed or "\n\n" not in text:
        return text, owed
    before, _, after = text.partition("\n\n")
    return before + "\n\n" + "\n" * owed + after, 0
