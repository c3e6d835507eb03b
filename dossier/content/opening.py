"""Open files for reading without being led elsewhere or kept waiting.

A dossier's folder may hold links to any file of the machine, devices that never end and pipes to which
nobody writes. Only this module opens the files in it and those that a user names.
"""

from __future__ import annotations

import errno
import os
import select
import stat
from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from pathlib import Path

# Windows has no O_NONBLOCK and no O_NOFOLLOW; only Windows has O_BINARY.
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
_PATIENCE: Final = 10
_LINK: Final = "symbolic links are not followed"
_OTHER: Final = "this is not a regular file"


def open_regular(file: Path) -> BinaryIO:
    """Open a regular file for reading bytes, never through a link.

    It is checked both before and after it is opened: opening a pipe or a device can itself have effects, and
    something else may have taken the name in between.

    Raises:
        OSError: it cannot be opened, or is not a regular file.
    """
    mode = file.lstat().st_mode
    if stat.S_ISLNK(mode):
        raise OSError(errno.ELOOP, _LINK, str(file))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, _OTHER, str(file))
    descriptor = os.open(file, _FLAGS | _NO_LINK)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, _OTHER, str(file))
    return os.fdopen(descriptor, "rb")


def open_named(file: Path) -> BinaryIO:
    """Open a file that a user has named: a pipe or a regular file, even through a link.

    The first byte of a pipe must come within ten seconds; then the rest may take any time.

    Raises:
        OSError: it cannot be opened, is neither, or nothing came through the pipe.
    """
    mode = file.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "this is a folder; name a file", str(file))
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        raise OSError(errno.EINVAL, _OTHER, str(file))
    # Do not block: opening a pipe to which nobody writes would never return.
    opened = os.fdopen(os.open(file, _FLAGS), "rb")
    if stat.S_ISFIFO(os.fstat(opened.fileno()).st_mode):
        if not select.select([opened], [], [], _PATIENCE)[0]:
            opened.close()
            message = f"nothing came through this pipe within {_PATIENCE} seconds"
            raise TimeoutError(errno.ETIMEDOUT, message, str(file))
        os.set_blocking(opened.fileno(), True)
    return opened
