"""Write a file; an error names it.

The system names a file that cannot be opened, but not one for whose content there is no room. It is a module
of its own because every step of the search writes files, and one that fails must say which.
"""

from __future__ import annotations

from pathlib import Path


def write(path: Path, content: str | bytes) -> None:
    """Write bytes, or a text as UTF-8 with the line ends that it has.

    Raises:
        OSError: it cannot be written; `filename` is the path.
    """
    try:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    except OSError as error:
        error.filename = str(path)
        raise
