"""A path and a text in, the whole file out, or nothing: an interruption leaves no half file.

The text goes into a temporary file beside the real one, which takes its name only once it is on the
disk. A module of its own because every command that writes needs the same care.
"""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, as UTF-8 with the line ends that the text has.

    Folders that are missing are made.

    Raises:
        FileExistsError: something of that name is there; it is left as it is.
        OSError: the file cannot be written.
    """
    with _written_beside(path, text) as temporary:
        try:
            # Unlike a renaming, a link never takes the place of a file.
            os.link(temporary, path)
        except FileExistsError:
            raise
        except OSError:
            _create_where_no_links_are(temporary, path)


def replace(path: Path, text: str) -> None:
    """Write a file, in place of the one that may be there, as UTF-8 with the line ends that the text has.

    Raises:
        OSError: the file cannot be written; what was there is left as it is.
    """
    with _written_beside(path, text) as temporary:
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
        temporary.replace(path)


def _create_where_no_links_are(temporary: Path, path: Path) -> None:
    """On a file system without hard links: take the name, then put the text in its place."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    temporary.replace(path)


@contextmanager
def _written_beside(path: Path, text: str) -> Iterator[Path]:
    """A file beside `path` that holds the text; whatever happens then, it does not stay."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        reason = os.strerror(errno.ENOTDIR)
        raise NotADirectoryError(errno.ENOTDIR, reason, str(path.parent)) from None
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _umask() -> int:
    """The permissions that this process withholds, which can only be read by setting them."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
