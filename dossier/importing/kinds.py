"""Bytes in, what they are out: a web page, an archive of one, plain text, or something that is refused.

Names and content types lie, so the first bytes decide; what they leave open, the name does.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, Literal

from dossier.importing.charsets import as_utf8
from dossier.model.errors import ImportRefusedError

if TYPE_CHECKING:
    from dossier.importing.original import Original

Kind = Literal["html", "mhtml", "text", "json", "jsonl", "csv"]
_HEAD: Final = 65_536
_SIGNATURES: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF", "a PDF; save the web page itself, or its text as .txt"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"OggS", "sound or film"),
    (b"ID3", "sound"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"PK\x03\x04", "a ZIP archive or an office document; unpack it, or save its text as .txt"),
    (b"\x1f\x8b", "compressed with gzip; unpack it first"),
    (b"BZh", "compressed with bzip2; unpack it first"),
    (b"\xfd7zXZ", "compressed with xz; unpack it first"),
    (b"(\xb5/\xfd", "compressed with zstd; unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an office document; save its text as .txt"),
    (b"{\\rtf", "a rich text document; save it as .txt"),
    (b"bplist00", "a Safari web archive; save the page as HTML"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format", "a database"),
)
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
    ".text": "text", ".htm": "html", ".html": "html", ".xhtml": "html", ".mhtml": "mhtml", ".mht": "mhtml",
}  # fmt: skip


def kind_of(original: Original) -> Kind:
    """What the bytes are.

    Raises:
        ImportRefusedError: they are nothing that can be imported.
    """
    head = as_utf8(original.data[:_HEAD])
    _refuse_known(original.name, head)
    plain = head.replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf")
    named = None if original.url else _SUFFIXES.get(PurePath(original.name).suffix.lower())
    if _PAGE_START.match(plain):
        return "html"
    if named in ("csv", "jsonl", "json"):
        return named
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
    start = head.lstrip(b" \t\r\n")
    for signature, what in _SIGNATURES:
        if start.startswith(signature):
            raise ImportRefusedError(f"{name}: this is no web page but {what}")
    if start[4:8] == b"ftyp":
        raise ImportRefusedError(f"{name}: this is no web page but a picture or film")
    if len(_CONTROL.findall(head)) > max(8, _BINARY_SHARE * len(head)):
        raise ImportRefusedError(f"{name}: this is no text but binary data")


def _refuse_xml(name: str, plain: bytes) -> None:
    root = _XML.match(plain)
    if root and root["root"].lower() in _FEEDS:
        what = root["root"].decode("ascii", "replace")
        raise ImportRefusedError(f"{name}: this is no web page but XML with the root <{what}>")
    if plain.lstrip().startswith(b"<?xml") and not _TAGS.search(plain):
        raise ImportRefusedError(f"{name}: this is no web page but other XML")
