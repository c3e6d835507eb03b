"""Detect the format of a file from its first bytes, because names and content types lie."""

from __future__ import annotations

from typing import Final

# Signatures are those of the WHATWG's MIME Sniffing Standard, 6, and of the formats themselves.
_AT_THE_START: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"\x00\x00\x01\x00", "ico"),
    (b"OggS", "ogg"),
    (b"ID3", "mp3"),
    (b"\x1aE\xdf\xa3", "matroska"),
    (b"PK\x03\x04", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"(\xb5/\xfd", "zstd"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "rar"),
    (b"\xd0\xcf\x11\xe0", "ole"),
    (b"{\\rtf", "rtf"),
    (b"bplist00", "bplist"),
    (b"\x7fELF", "elf"),
    (b"MZ\x90", "exe"),
    (b"SQLite format", "sqlite"),
)
_AVIF: Final = frozenset((b"avif", b"avis", b"mif1"))


def format_of(head: bytes) -> str:
    """The format whose signature a file's first bytes are, such as ``png``; "" for no known one.

    Formats in containers are distinguished if one of them is published: ``webp`` and ``riff``, ``avif`` and
    ``isobmff``.
    """
    if head[:4] == b"RIFF":
        return "webp" if head[8:12] == b"WEBP" else "riff"
    if head[4:8] == b"ftyp":
        return "avif" if head[8:12] in _AVIF else "isobmff"
    return next((name for signature, name in _AT_THE_START if head.startswith(signature)), "")
