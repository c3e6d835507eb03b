"""Let only one process at a time change what stands in a folder.

`dossier.content.files` is separate, because a lock is held for longer than it takes to write one file: from
reading a list to writing it again, or from choosing a free name to using it.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

if sys.platform != "win32":
    import fcntl

_PATIENCE: Final = 30.0
_PAUSE: Final = 0.02
# Named like a file that is being written, which no build reads or reports.
_FILE: Final = ".dossier-lock.part"
# On Windows the system removes the file as soon as its process ends, however it ends.
_REMOVED_ON_CLOSE: Final = getattr(os, "O_TEMPORARY", 0)
_BUSY: Final = "another command is changing files here; wait until it ends, then try again"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Wait for the lock of a folder, and keep it from every other process that asks for it.

    The folder itself is locked, so there is no file that could be published, committed or left over. Every
    process that may list the folder can take part, even if it may not write there. Where folders cannot be
    locked, as on Windows and some network drives, a hidden file in the folder is the lock.

    Raises:
        TimeoutError: another process has had the lock for too long.
        OSError: the folder cannot be opened.
    """
    descriptor = _folder_lock(folder)
    if descriptor is not None:
        try:
            yield
        finally:
            os.close(descriptor)
        return
    file = folder / _FILE
    descriptor = _file_lock(folder, file)
    try:
        yield
    finally:
        if not _REMOVED_ON_CLOSE:
            file.unlink(missing_ok=True)
        os.close(descriptor)


def _folder_lock(folder: Path) -> int | None:
    """An open, locked descriptor of a folder; None where folders cannot be locked."""
    if sys.platform == "win32":
        return None
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _wait(folder, lambda: fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB), BlockingIOError)
    except TimeoutError:
        os.close(descriptor)
        raise
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


def _file_lock(folder: Path, file: Path) -> int:
    """An open descriptor of the file that is the lock, which this process has made."""
    taken: list[int] = []
    flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | _REMOVED_ON_CLOSE
    # Windows denies access to a file that is about to be removed.
    busy = (FileExistsError, PermissionError) if _REMOVED_ON_CLOSE else (FileExistsError,)
    hint = f"; if none is running, remove {_FILE}"
    _wait(folder, lambda: taken.append(os.open(file, flags)), busy, hint)
    return taken[0]


def _wait(
    folder: Path,
    attempt: Callable[[], None],
    busy: type[OSError] | tuple[type[OSError], ...],
    hint: str = "",
) -> None:
    """Repeat the attempt until it succeeds.

    Raises:
        TimeoutError: another process has had the lock for too long.
    """
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            attempt()
        except busy:
            if time.monotonic() > end:
                raise TimeoutError(errno.ETIMEDOUT, _BUSY + hint, str(folder)) from None
            time.sleep(_PAUSE)
        else:
            return
