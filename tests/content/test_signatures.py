from __future__ import annotations

import pytest

from dossier.content.signatures import format_of
from dossier.importing.kinds import kind_of
from dossier.importing.original import Original
from dossier.model.errors import ImportRefusedError

HEADS = {
    b"%PDF-1.7\n": "pdf",
    b"\x89PNG\r\n\x1a\n....IHDR": "png",
    b"\xff\xd8\xff\xe0": "jpeg",
    b"GIF87a": "gif",
    b"GIF89a": "gif",
    b"MM\x00*": "tiff",
    b"\x00\x00\x01\x00": "ico",
    b"RIFF\x00\x00\x00\x00WEBPVP8": "webp",
    b"RIFF\x00\x00\x00\x00WAVE": "riff",
    b"\x00\x00\x00\x1cftypavif": "avif",
    b"\x00\x00\x00\x18ftypheic": "isobmff",
    b"PK\x03\x04": "zip",
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"SQLite format 3\x00": "sqlite",
}


@pytest.mark.parametrize(("head", "name"), HEADS.items(), ids=HEADS.values())
def test_formats_are_told_by_their_first_bytes(head: bytes, name: str) -> None:
    assert format_of(head) == name
    with pytest.raises(ImportRefusedError, match="this is not a web page but"):
        kind_of(Original("page.html", head + b"x" * 200))


@pytest.mark.parametrize("head", [b"", b"GIF8", b"\x89PNG", b"<html>", b"RIF", "Путин".encode()])
def test_anything_else_is_no_known_format(head: bytes) -> None:
    assert format_of(head) == ""
