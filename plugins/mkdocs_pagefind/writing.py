"""Write a file, and name it in an error.

The system names a file that cannot be opened, but not one that runs out of room. It stands alone because
every step of the search writes files, and a step that fails must say which.
"""

from __future__ import annotations

from pathlib import Path


def write(path: Path, content: str | bytes) -> None:
    """Write bytes, or a text as UTF-8 with its line ends unchanged.

    Raises:
        OSError: the file cannot be written; `filename` is the path.
    """
    try:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    except OSError as error:
        error.filename = str(path)
        raise
