"""Write a note for the job's summary that says where a pull request changes code.

Content is data: none of it runs. Everything else that a build reads is code, and a reviewer must read it as
code. The note only informs the reviewer and blocks nothing.

    git diff --raw -z --no-renames HEAD^1 HEAD | python3 .github/flag_code.py >> "$GITHUB_STEP_SUMMARY"
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_CODE_FOLDERS: Final = (".ci/", ".github/", "dossier/", "plugins/", "requirements/", "site_config/", "tests/")
_CODE_FILES: Final = frozenset({"mkdocs.yml", "mkdocs.yaml", "Makefile", "pyproject.toml"})
# In any folder: programs, and what a browser would run if MkDocs copied it into the site.
_CODE_ENDINGS: Final = (
    ".cjs", ".css", ".htm", ".html", ".js", ".mjs", ".pth", ".py", ".sh", ".svg", ".wasm", ".xhtml", ".xml",
    ".xsl",
)  # fmt: skip
_PROGRAM: Final = "100755"
_LINK_MODES: Final = {"120000": "symbolic link", "160000": "repository within"}
_MOST: Final = 200
_LONGEST: Final = 200


@dataclass(frozen=True)
class Change:
    """A file that a pull request adds, changes or removes."""

    path: str
    mode: str
    """The new mode as git writes it: "100644" for a plain file, "000000" for none."""

    @property
    def reason(self) -> str:
        """Why a reviewer must read it as code; "" where it is not code."""
        if self.mode in _LINK_MODES:
            return _LINK_MODES[self.mode]
        if self.mode == _PROGRAM:
            return "program"
        if self.path in _CODE_FILES or self.path.startswith(_CODE_FOLDERS):
            return "code"
        return "code" if self.path.lower().endswith(_CODE_ENDINGS) else ""


def main() -> None:
    """Read git's output from standard input and write the note."""
    sys.stdout.write(note(list(changes(sys.stdin.buffer.read()))))


def changes(raw: bytes) -> Iterator[Change]:
    """The records of ``git diff --raw -z --no-renames``: ``:mode mode hash hash status``, then the path."""
    parts = raw.decode("utf-8", "surrogateescape").split("\0")
    for state, path in zip(parts[0::2], parts[1::2], strict=False):
        yield Change(path, state.split(" ")[1])


def note(changed: Sequence[Change]) -> str:
    """The note as Markdown. The pull request's author chose the file names, so they are in a code block."""
    if not changed:
        return "### No change was seen\n\nSo nothing can be said of it.\n"
    flagged = [f"{change.reason}: {_shown(change.path)}" for change in changed if change.reason]
    if not flagged:
        return "### Content only\n\nThis pull request changes no code.\n"
    listed = "\n".join(flagged[:_MOST])
    more = f"… and {len(flagged) - _MOST} more\n" if len(flagged) > _MOST else ""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", listed)), default=0))
    return (
        "### Code is changed\n\n"
        "Read these as code: they run when the site is built or tested, or in a reader's browser.\n\n"
        f"{fence}text\n{listed}\n{more}{fence}\n"
    )


def _shown(path: str) -> str:
    """A path on one line, without signs that are invisible or reverse others."""
    plain = "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in path)
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"


if __name__ == "__main__":
    main()
