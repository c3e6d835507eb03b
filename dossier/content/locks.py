"""Let one process at a time change what stands in a folder.

Apart from `dossier.content.files`, because a lock is held for longer than one file is written: from reading a
list until it is written anew, or from choosing a free name until it is taken.
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
# Taken for the half of a file that is being written, which no build reads or reports.
_FILE: Final = ".dossier-lock.part"
# On Windows the system removes the file as soon as its process ends, however it ends.
_REMOVED_ON_CLOSE: Final = getattr(os, "O_TEMPORARY", 0)
_BUSY: Final = "another command is changing files here; wait until it has ended, then try again"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep every other process that asks for it from changing a folder; wait until none has it.

    The folder itself is locked, so there is no file to publish, to commit or to be left over, and whoever may
    list the folder takes part, also where it cannot be written to. Where folders cannot be locked, as on
    Windows and some network drives, a hidden file in it stands for the lock.

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
    """An open descriptor of the file that stands for the lock, which no other process has made."""
    taken: list[int] = []
    flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | _REMOVED_ON_CLOSE
    # Windows gives no right to a file that is about to be removed.
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
    """Make the attempt until another process no longer stands in its way.

    Raises:
        TimeoutError: it still does.
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
