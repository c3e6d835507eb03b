"""Tell versions of files apart without reading them, for what keeps a dossier and must notice a change.

It reads nothing but the state of each file, because a preview asks for every file of every page.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

State = tuple[int, int, int]
"""What tells versions of a file apart: when it changed, in nanoseconds, its size in bytes, its number."""


def file_states(paths: Iterable[Path | None]) -> Iterator[tuple[str, State]]:
    """Every file among some paths and below those that are folders, with its state; None is no path."""
    for path in filter(None, paths):
        yield from _states([str(path)] if path.is_file() else _below(path))


def file_state(file: str) -> State | None:
    """The state of a file; None where there is none."""
    try:
        found = os.stat(file)  # noqa: PTH116
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _below(folder: Path) -> Iterator[str]:
    for parent, _, names in os.walk(folder):
        yield from (f"{parent}{os.sep}{name}" for name in names)


def _states(files: Iterable[str]) -> Iterator[tuple[str, State]]:
    for file in files:
        state = file_state(file)
        if state is not None:
            yield file, state
