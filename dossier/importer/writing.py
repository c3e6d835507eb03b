"""A new file, whole or not at all, and never in the place of another."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.errors import ImportRefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet.

    The text goes into a hidden file beside it, which takes the name once it is whole: a link fails where
    the name is taken, so two imports at once cannot overwrite each other.

    Raises:
        ImportRefusedError: the name is taken, or the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = _written_beside(path, text)
    except OSError as error:
        raise ImportRefusedError(f"{path}: it cannot be written: {error.strerror or error}") from None
    try:
        _take_name(temporary, path)
    except FileExistsError:
        raise ImportRefusedError(f"{path}: this file is there already; it is left as it is") from None
    except OSError as error:
        raise ImportRefusedError(f"{path}: it cannot be written: {error.strerror or error}") from None
    finally:
        temporary.unlink(missing_ok=True)


def replace(path: Path, text: str) -> None:
    """Write a file anew, whole or not at all: who reads it sees the old one or the new one.

    Raises:
        ImportRefusedError: it cannot be written.
    """
    try:
        temporary = _written_beside(path, text)
        try:
            temporary.chmod(path.stat().st_mode & 0o7777)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
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


def _written_beside(path: Path, text: str) -> Path:
    temporary = path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _take_name(temporary: Path, path: Path) -> None:
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems have no links. Then the name is taken first and the text moved into it.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        temporary.replace(path)
