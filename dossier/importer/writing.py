"""What an import writes and finds in a folder: `dossier.files`, with the importer's errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier import files
from dossier.errors import ImportRefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet: see `dossier.files.write_new`.

    Raises:
        ImportRefusedError: the name is taken, or the folder cannot be written.
    """
    try:
        files.write_new(path, text)
    except FileExistsError:
        raise ImportRefusedError(f"{path}: this file is there already; it is left as it is") from None
    except OSError as error:
        raise ImportRefusedError(f"{path}: it cannot be written: {error.strerror or error}") from None


def replace(path: Path, text: str) -> None:
    """Write a file anew: see `dossier.files.replace`.

    Raises:
        ImportRefusedError: it cannot be written.
    """
    try:
        files.replace(path, text)
    except OSError as error:
        raise ImportRefusedError(f"{path}: it cannot be written: {error.strerror or error}") from None


def ids_in(content: Path) -> Iterator[str]:
    """The ids that files of a dossier have, whatever their type."""
    return (file.stem for file in content.rglob("*.md"))


def imported_before(sha256: str, folder: Path) -> Path | None:
    """The article that was imported from the very bytes of that SHA-256, if there is one."""
    line = f"\nsha256: {sha256}\n"
    for file in sorted(folder.rglob("*.md")):
        try:
            with file.open(encoding="utf-8", errors="replace") as opened:
                if line in opened.read(20_000):
                    return file
        except OSError:
            continue
    return None
