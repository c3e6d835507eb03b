"""Read the bytes to import from a file or standard input, unchanged and with their SHA-256.

`fetching` is separate because a file has no status and no headers, and may be a device or endless.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, Final

from dossier.content.opening import open_named
from dossier.model.errors import ImportRefusedError

if TYPE_CHECKING:
    from pathlib import Path

# A page saved as one file contains its pictures, so it may be far larger than what a server sends.
MOST_BYTES: Final = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Original:
    """What is imported.

    Attributes:
        name: its name in messages: a path, an address or “standard input”.
        data: the bytes as they were saved or received, without transfer codings.
        url: the address that it was fetched from, else "".
        media_type: the media type that the server named, in lower case, else "".
        charset: the character encoding that the server named, else "".
    """

    name: str
    data: bytes = field(repr=False)
    url: str = ""
    media_type: str = ""
    charset: str = ""

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()


def read_file(path: Path) -> Original:
    """Read a file.

    Raises:
        ImportRefusedError: it cannot be read, is no file, is empty or too large.
    """
    try:
        with open_named(path) as file:
            return read_stream(file, str(path))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error) or "unknown reason"
        raise ImportRefusedError(f"{_one_line(str(path))}: the file cannot be read: {reason}") from None


def read_stream(file: BinaryIO, name: str) -> Original:
    """Read the rest of a file.

    Raises:
        ImportRefusedError: it is empty or too large.
    """
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ImportRefusedError(
            f"{name}: over {MOST_BYTES // 1024 // 1024} MB, too large for a saved article"
        )
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xfe\xff"):
        raise ImportRefusedError(f"{name}: the file is empty")
    return Original(name, data)


def _one_line(text: str) -> str:
    return text.encode("unicode_escape").decode("ascii") if "\n" in text or "\x00" in text else text
