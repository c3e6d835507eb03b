"""Replace one folder with another, in one step where the system can.

It stands alone because it is the only place that knows the calls of each system. On Linux and macOS two
folders swap names at once, so there is never no folder or half of one.
"""

from __future__ import annotations

import ctypes
import os
import platform
import sys
import time
from pathlib import Path
from typing import Any, Final

_HERE: Final = -100  # AT_FDCWD: paths are used as they are
_LINUX_EXCHANGE: Final = 2  # RENAME_EXCHANGE
_MACOS_SWAP: Final = 2  # RENAME_SWAP
# The versions of musl in most container images have no function for the call.
_LINUX_CALLS: Final = {"x86_64": 316, "aarch64": 276, "riscv64": 276}
# In seconds. Windows renames no folder with an open file, and virus scanners open new files for a moment.
_PAUSES: Final = (0.1, 0.2, 0.4, 0.8, 1.6) if sys.platform == "win32" else ()


def put(new: Path, old: Path, spare: Path) -> None:
    """Rename `new` to `old`. What had that name before is called `new` or `spare` afterwards.

    All three are on one file system, and nothing is named `spare`. Where the system cannot exchange two
    names at once, there is a moment without `old`; if the second step fails, the first is undone.
    """
    if not os.path.lexists(old):
        _rename(new, old)
    elif not _swapped_in_place(os.fsencode(new), os.fsencode(old)):
        _rename(old, spare)
        try:
            _rename(new, old)
        except OSError:
            _rename(spare, old)
            raise


def _rename(old: Path, new: Path) -> None:
    for pause in (*_PAUSES, None):
        try:
            old.rename(new)
        except PermissionError:
            if pause is None:
                raise
            time.sleep(pause)
        else:
            return


def _swapped_in_place(first: bytes, second: bytes) -> bool:
    """Whether two paths have swapped names; if not, the plain renaming reports the reason better."""
    library: Any = ctypes.CDLL(None) if sys.platform != "win32" else None
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return bool(library.renamex_np(first, second, _MACOS_SWAP) == 0)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        return bool(library.renameat2(_HERE, first, _HERE, second, _LINUX_EXCHANGE) == 0)
    if sys.platform == "linux" and (number := _LINUX_CALLS.get(platform.machine())):
        return bool(library.syscall(number, _HERE, first, _HERE, second, _LINUX_EXCHANGE) == 0)
    return False
