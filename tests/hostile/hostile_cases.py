"""Define a hostile case: files for a dossier, and the expected result.

Cases that give a warning or a safe page are built together in one site, and those that give an error in
another: every case has separate files, and a build reports all findings.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Content = str | bytes | Callable[[Path], None]


@dataclass(frozen=True)
class Case:
    """One hostile item.

    Attributes:
        group: what of a dossier it is in: front matter, prose, files.
        what: what is tried, in words.
        path: the file, below the dossier's folder.
        content: its text or bytes, or what makes it.
        code: the finding that it must give; "" for none.
        line: the line of that finding; 0 for any.
        error: whether the finding stops the build.
        has: what the page must hold.
        has_not: what the page must not hold.
        beside: further files.
    """

    group: str
    what: str
    path: str
    content: Content
    code: str = ""
    line: int = 1
    error: bool = False
    has: tuple[str, ...] = ()
    has_not: tuple[str, ...] = ()
    beside: tuple[tuple[str, Content], ...] = ()

    @property
    def page(self) -> str:
        """Where the page of the file would stand in the site."""
        return self.path.removesuffix(".md") + "/index.html"

    @property
    def outcome(self) -> str:
        """What comes of it, in words."""
        if not self.code:
            return "a safe page"
        return f"{'error' if self.error else 'warning'} `{self.code}`"

    def write(self, content: Path) -> None:
        """Put the files of the case into a dossier's folder."""
        for path, what in ((self.path, self.content), *self.beside):
            file = content / path
            file.parent.mkdir(parents=True, exist_ok=True)
            if callable(what):
                what(file)
            elif isinstance(what, bytes):
                file.write_bytes(what)
            else:
                file.write_text(what, encoding="utf-8", newline="")


class Numbered:
    """Makes cases of one group, each with a file of its own."""

    def __init__(self, group: str, letter: str) -> None:
        self.group = group
        self.letter = letter
        self.cases: list[Case] = []

    def add(self, what: str, content: Content, code: str = "", line: int = 1, *, error: bool = False,
            has: tuple[str, ...] = (), has_not: tuple[str, ...] = (), folder: str = "articles") -> None:  # fmt: skip
        path = f"{folder}/{self.letter}{len(self.cases) + 1:03}.md"
        self.cases.append(Case(self.group, what, path, content, code, line, error, has, has_not))


def link_to(target: str) -> Callable[[Path], None]:
    """A symbolic link."""
    return lambda file: file.symlink_to(target)


def pipe(file: Path) -> None:
    """A pipe that nobody writes to: whoever opens it for reading waits."""
    os.mkfifo(file)


def folder(file: Path) -> None:
    """A folder."""
    file.mkdir()
