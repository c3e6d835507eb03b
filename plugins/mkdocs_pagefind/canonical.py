"""Sort what Pagefind writes in a random order, so that the same pages give the same index.

Pagefind 1.5.2 lists facets, and the values of each, in an order that changes from run to run. Those files are
lists, texts and whole numbers in CBOR (RFC 8949), gzipped; this module reads no more of CBOR.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any, Final

from mkdocs_pagefind.writing import write

_SIGNATURE: Final = b"pagefind_dcd"
_NUMBER, _TEXT, _LIST = 0, 3, 4
_FILTERS: Final = 3
_UNKNOWN: Final = 255

Value = Any
"""What the files hold: whole numbers, texts, and lists of these."""


class UnknownFormatError(Exception):
    """A file is not built as Pagefind 1.5 builds it."""


def put_in_order(index: Path) -> None:
    """Rewrite the facets of an index and what refers to them; the content of each file gives its name.

    `index` is the folder that Pagefind has written. Raises UnknownFormatError.
    """
    entry_file = index / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    for language in entry["languages"].values():
        language["hash"] = _order_language(index, language["hash"])
    write(entry_file, json.dumps(entry, ensure_ascii=False, separators=(",", ":")))


def _order_language(index: Path, name: str) -> str:
    """Sort the facets of one language; returns the new name of the file that lists them."""
    file = index / f"pagefind.{name}.pf_meta"
    listing = _read(file)
    try:
        # [version, pages, index chunks, [[facet, chunk], …], sorts, metadata fields]
        filters = sorted((facet, chunk) for facet, chunk in listing[_FILTERS])
        prefix = name.rpartition("_")[0]
        listing[_FILTERS] = [[facet, _order_chunk(index, prefix, chunk)] for facet, chunk in filters]
    except (IndexError, TypeError, ValueError) as error:
        raise UnknownFormatError(f"{file.name} lists no facets where Pagefind 1.5 does") from error
    file.unlink()
    return _write(index, f"pagefind.{prefix}_", 10, ".pf_meta", listing).removeprefix("pagefind.")


def _order_chunk(index: Path, prefix: str, chunk: str) -> str:
    """Sort the values of one facet: [facet, [[value, pages], …]]; returns the new name of its file."""
    file = index / "filter" / f"{chunk}.pf_filter"
    facet, values = _read(file)
    file.unlink()
    return _write(index / "filter", f"{prefix}_", 7, ".pf_filter", [facet, sorted(values)])


def _read(file: Path) -> Value:
    data = gzip.decompress(file.read_bytes())
    if not data.startswith(_SIGNATURE):
        raise UnknownFormatError(f"{file.name} does not begin with {_SIGNATURE.decode()}")
    value, end = _decode(data, len(_SIGNATURE))
    if end != len(data):
        raise UnknownFormatError(f"{file.name} is longer than its content")
    return value


def _write(folder: Path, prefix: str, digits: int, ending: str, value: Value) -> str:
    """Write a value to a file named by its digest; returns the name without its ending."""
    data = _SIGNATURE + _encode(value)
    name = prefix + hashlib.sha256(data).hexdigest()[:digits]
    packed = bytearray(gzip.compress(data, mtime=0))
    # The tenth byte names the system that packed the file (RFC 1952).
    packed[9] = _UNKNOWN
    write(folder / f"{name}{ending}", bytes(packed))
    return name


def _decode(data: bytes, at: int) -> tuple[Value, int]:
    """The value that begins at a byte, and where the next one begins."""
    kind, length = data[at] >> 5, data[at] & 31
    at += 1
    if length >= 24:
        size = 1 << (length - 24)
        if size > 8:
            raise UnknownFormatError(f"a length of kind {length} at byte {at}")
        length, at = int.from_bytes(data[at : at + size]), at + size
    if kind == _NUMBER:
        return length, at
    if kind == _TEXT:
        return data[at : at + length].decode("utf-8"), at + length
    if kind != _LIST:
        raise UnknownFormatError(f"a value of kind {kind} at byte {at}")
    values: list[Value] = []
    for _ in range(length):
        value, at = _decode(data, at)
        values.append(value)
    return values, at


def _encode(value: Value) -> bytes:
    """The bytes of a value.

    >>> value = ["a", [0, 23, 24, 255, 256, 70000], "ї" * 30]
    >>> _decode(_encode(value), 0)[0] == value
    True
    """
    if isinstance(value, int):
        return _head(_NUMBER, value)
    if isinstance(value, str):
        text = value.encode("utf-8")
        return _head(_TEXT, len(text)) + text
    return _head(_LIST, len(value)) + b"".join(map(_encode, value))


def _head(kind: int, length: int) -> bytes:
    if length < 24:
        return bytes([kind << 5 | length])
    step = next(step for step in range(4) if length < 1 << (8 << step))
    return bytes([kind << 5 | 24 + step]) + length.to_bytes(1 << step)
