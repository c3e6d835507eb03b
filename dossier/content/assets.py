"""Decide whether a file beside the texts may be published as it is.

Pictures and documents may, if their content is of the kind that their name says. Files that a browser would
run in the name of the site (HTML, SVG, XML, scripts, styles) may not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from html import unescape
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote

from ahocorasick_rs import AhoCorasick

from dossier.content.folder import ContentFile, content_files
from dossier.content.opening import open_regular
from dossier.content.signatures import format_of
from dossier.model.findings import Finding, Severity

_LARGEST: Final = 50 * 1024 * 1024
_HEAD: Final = 1024
# Read as data, see `dossier.content.loading`; never published.
_SOURCES: Final = "sources.yaml"
_ACTIVE: Final = frozenset(
    """.htm .html .xhtml .xht .shtml .mhtml .svg .svgz .xml .xsl .xslt .rss .atom .js .mjs .cjs .ts .css .wasm
    .swf .hta .php""".split()
)


# In Markdown, a backslash before a punctuation sign stands for the sign alone (CommonMark 0.31, 2.4).
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


PUBLISHED: Final[dict[str, Callable[[bytes], bool]]] = {
    ".png": lambda head: format_of(head) == "png",
    ".jpg": lambda head: format_of(head) == "jpeg",
    ".jpeg": lambda head: format_of(head) == "jpeg",
    ".gif": lambda head: format_of(head) == "gif",
    ".webp": lambda head: format_of(head) == "webp",
    ".avif": lambda head: format_of(head) == "avif",
    ".ico": lambda head: format_of(head) == "ico",
    # Readers of PDF accept other bytes before its signature.
    ".pdf": lambda head: b"%PDF-" in head,
    ".csv": lambda head: b"\x00" not in head,
    ".tsv": lambda head: b"\x00" not in head,
    ".txt": lambda head: b"\x00" not in head,
}
"""The endings of files that are published, each with a test of a file's first bytes."""


def asset_findings(folder: Path, of_plugins: Collection[str] = ()) -> list[Finding]:
    """Findings on the files beside the texts of a folder that are not published; see `content_files`."""
    files, _ = content_files(folder, of_plugins)
    found = (asset_finding(file) for file in files if not file.is_markdown and file.path != _SOURCES)
    return [finding for finding in found if finding is not None]


def asset_finding(asset: ContentFile) -> Finding | None:
    """Why a file is not published, or None where it is."""
    suffix = PurePosixPath(asset.path).suffix.lower()
    is_kind = PUBLISHED.get(suffix)
    if is_kind is None:
        return _not_published(asset, *_why_not(suffix))
    try:
        with open_regular(asset.file) as file:
            head = file.read(_HEAD)
            size = file.seek(0, 2)
    except OSError as error:
        return _not_published(asset, f"it cannot be read: {error.strerror or 'unknown reason'}", "")
    if not is_kind(head):
        return _not_published(
            asset, f"its content is not that of a {suffix} file", "save it again in that format"
        )
    if size > _LARGEST:
        return _not_published(asset, f"it is over {_LARGEST // 1024 // 1024} MB", "make it smaller")
    return None


def named_in(texts: Iterable[str], paths: Iterable[str]) -> set[str]:
    """The files whose name stands in one of the texts, as it is or as addresses spell it.

    >>> named_in(["![](img/The%20hall.png)"], ["img/The hall.png", "img/map.png"])
    {'img/The hall.png'}
    """
    by_name: dict[str, list[str]] = {}
    for path in paths:
        by_name.setdefault(_spelling(path.rpartition("/")[2]), []).append(path)
    names, found = list(by_name), set[str]()
    automaton = AhoCorasick(names)
    for text in map(_spelling, texts) if names else ():
        for number, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            if not text[max(start - 1, 0) : start].isalnum() and not text[end : end + 1].isalnum():
                found.update(by_name[names[number]])
    return found


def _spelling(text: str) -> str:
    """One spelling of a text or name for all that file systems, addresses and Markdown may give it."""
    plain = _ESCAPED.sub(r"\1", text)
    return unicodedata.normalize("NFC", unquote(unescape(plain))).casefold()


def _why_not(suffix: str) -> tuple[str, str]:
    known = ", ".join(PUBLISHED)
    if suffix in (".svg", ".svgz"):
        return "a browser runs scripts in it", "save the picture as .png or .webp"
    if suffix in (".js", ".css", ".mjs"):
        hint = "put the site's own scripts and styles into the folder that custom_dir of its theme names"
        return "a browser would run or apply it as part of the site", hint
    if suffix in _ACTIVE:
        return "a browser would run what it contains as part of the site", "convert it to Markdown or PDF"
    kind = f"“{suffix}” is not a known extension" if suffix else "its name has no extension"
    return kind, f"use one of {known}"


def _not_published(asset: ContentFile, why: str, hint: str) -> Finding:
    message = f"the file is not published: {why}"
    return Finding(asset.path, 1, 1, "file-not-published", message, hint, Severity.WARNING)
