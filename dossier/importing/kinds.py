"""Detect what bytes are: a web page, an archive of one, plain text, or something that is refused.

Names and content types lie, so the first bytes decide, and the name only where they leave it open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, Literal

from dossier.content.signatures import format_of
from dossier.importing.charsets import as_utf8
from dossier.model.errors import ImportRefusedError

if TYPE_CHECKING:
    from dossier.importing.original import Original

Kind = Literal["html", "mhtml", "text", "markdown", "json", "jsonl", "csv"]
_HEAD: Final = 65_536
_PICTURE: Final = "a picture"
_REFUSED: Final[Mapping[str, str]] = {
    "pdf": "a PDF; save the web page itself, or its text as .txt",
    "png": _PICTURE,
    "jpeg": _PICTURE,
    "gif": _PICTURE,
    "tiff": _PICTURE,
    "ico": _PICTURE,
    "webp": _PICTURE,
    "avif": _PICTURE,
    "riff": "sound or film",
    "isobmff": "a picture or film",
    "ogg": "sound or film",
    "mp3": "sound",
    "matroska": "a film",
    "zip": "a ZIP archive or an office document; unpack it, or save its text as .txt",
    "gzip": "compressed with gzip; unpack it first",
    "bzip2": "compressed with bzip2; unpack it first",
    "xz": "compressed with xz; unpack it first",
    "zstd": "compressed with zstd; unpack it first",
    "7z": "a 7z archive; unpack it first",
    "rar": "a RAR archive; unpack it first",
    "ole": "an office document; save its text as .txt",
    "rtf": "a rich text document; save it as .txt",
    "bplist": "a Safari web archive; save the page as HTML",
    "elf": "a program",
    "exe": "a program",
    "sqlite": "a database",
}
_TAGS: Final = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|link|article|main|section|div|span|p|h[1-6]|table|ul|"
    rb"ol|img|a|br|frameset|script|base|font|center)\b",
    re.IGNORECASE,
)
_PAGE_START: Final = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head)\b", re.IGNORECASE | re.DOTALL
)
_XML: Final = re.compile(rb"\s*(?:<\?xml.*?\?>)?\s*(?:<!--.*?-->\s*)*<(?P<root>[A-Za-z][\w:.-]*)", re.DOTALL)
_FEEDS: Final = frozenset((b"rss", b"feed", b"rdf:rdf", b"urlset", b"sitemapindex", b"opml", b"svg"))
_MHTML: Final = re.compile(
    rb"^content-type:\s*multipart/related|^content-type:\s*text/html.*?^content-transfer-encoding|"
    rb"^from:\s*<saved by",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_MIME_START: Final = re.compile(rb"\s*[A-Za-z][A-Za-z-]*:[^\n]*\n")
_MAIL: Final = re.compile(
    rb"\s*(?:from|to|subject|date|received|return-path|message-id|delivered-to|mime-version):", re.IGNORECASE
)
_RECEIVED: Final = re.compile(rb"^(?:subject|received|message-id):", re.IGNORECASE | re.MULTILINE)
_CONTROL: Final = re.compile(rb"[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_BINARY_SHARE: Final = 0.02
_SUFFIXES: Final[dict[str, Kind]] = {
    ".csv": "csv", ".tsv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".txt": "text",
    ".text": "text", ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown", ".mkd": "markdown",
    ".htm": "html", ".html": "html", ".xhtml": "html", ".mhtml": "mhtml", ".mht": "mhtml",
}  # fmt: skip


def kind_of(original: Original) -> Kind:
    """What the bytes are.

    Raises:
        ImportRefusedError: they cannot be imported.
    """
    head = as_utf8(original.data[:_HEAD])
    _refuse_known(original.name, head)
    plain = head.replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf")
    named = None if original.url else _SUFFIXES.get(PurePath(original.name).suffix.lower())
    if _PAGE_START.match(plain):
        return "html"
    if named in ("csv", "jsonl", "json", "markdown"):
        return named
    if original.media_type in ("text/markdown", "text/x-markdown"):
        return "markdown"
    if _MIME_START.match(plain) and _MHTML.search(plain[:8192]):
        return "mhtml"
    if named is None and _MAIL.match(plain) and _RECEIVED.search(plain[:8192]):
        raise ImportRefusedError(f"{original.name}: this is an e-mail; save its text as .txt")
    _refuse_xml(original.name, plain)
    if named == "text" or original.media_type == "text/plain":
        return "text"
    if (
        (named == "html" and b"<" in plain)
        or _TAGS.search(plain)
        or original.media_type in ("text/html", "application/xhtml+xml")
    ):
        return "html"
    return "json" if plain.lstrip()[:1] in (b"{", b"[") else "text"


def _refuse_known(name: str, head: bytes) -> None:
    found = format_of(head.lstrip(b" \t\r\n"))
    if found:
        raise ImportRefusedError(f"{name}: this is not a web page but {_REFUSED[found]}")
    if len(_CONTROL.findall(head)) > max(8, _BINARY_SHARE * len(head)):
        raise ImportRefusedError(f"{name}: this is not text but binary data")


def _refuse_xml(name: str, plain: bytes) -> None:
    root = _XML.match(plain)
    if root and root["root"].lower() in _FEEDS:
        what = root["root"].decode("ascii", "replace")
        raise ImportRefusedError(f"{name}: this is not a web page but XML with the root <{what}>")
    if plain.lstrip().startswith(b"<?xml") and not _TAGS.search(plain):
        raise ImportRefusedError(f"{name}: this is not a web page but other XML")
