"""Write the files of an import, with the importer's errors, and find the files of earlier imports."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from dossier.content import files
from dossier.content.folder import content_files
from dossier.content.opening import open_regular
from dossier.model.errors import ImportRefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# In bytes; the front matter that an import writes is shorter.
_HEAD: Final = 20_000


def write_new(path: Path, text: str, within: Path | None) -> None:
    """Write a file that is not there yet: see `dossier.content.files.write_new`.

    Raises:
        ImportRefusedError: the name is taken, or the folder cannot be written.
    """
    with _refusing(path):
        files.write_new(path, text, within)


def replace(path: Path, text: str, within: Path | None) -> None:
    """Replace a file: see `dossier.content.files.replace`.

    Raises:
        ImportRefusedError: it cannot be written.
    """
    with _refusing(path):
        files.replace(path, text, within)


def make_folder(folder: Path, within: Path | None) -> None:
    """Make a folder: see `dossier.content.files.make_folder`.

    Raises:
        ImportRefusedError: it cannot be made.
    """
    with _refusing(folder):
        files.make_folder(folder, within)


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise ImportRefusedError(f"{path}: this file already exists; it is not overwritten") from None
    except OSError as error:
        told = f"{error.filename or path}: the file cannot be written: {error.strerror or error}"
        raise ImportRefusedError(told) from None


def imported_before(sha256: str, content: Path, folder: str) -> Path | None:
    """The file in a folder of the dossier that was imported from bytes with that SHA-256, or None."""
    # Some readers of YAML take a checksum that begins with a digit for a number, so it may be quoted.
    lines = tuple(f"\nsha256: {mark}{sha256}{mark}\n".encode() for mark in ("", '"', "'"))
    for each in content_files(content)[0]:
        if each.is_markdown and each.path.startswith(f"{folder}/"):
            head = _head(each.file)
            if any(line in head for line in lines):
                return each.file
    return None


def _head(file: Path) -> bytes:
    try:
        with open_regular(file) as opened:
            # Git may give a working copy on Windows the line ends of Windows.
            return opened.read(_HEAD).replace(b"\r\n", b"\n")
    except OSError:
        return b""
