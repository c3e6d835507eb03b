"""Escape plain text so that Markdown publishes exactly that text.

It escapes what Python-Markdown, its usual extensions and this project read as markup: emphasis, code, links
and ``[[id]]``, attributes, HTML, references, abbreviations, footnotes, admonitions, headings, lists, rules.
It leaves quotation marks, dashes and three full stops to the site's typography.
"""

from __future__ import annotations

import re
from typing import Final

_INLINE: Final = re.compile(r"[\\`*_{\[]")
_TAG_START: Final = re.compile(r"<(?=[A-Za-z/!?])")
_REFERENCE: Final = re.compile(r"&(?=#?\w+;)")
# Direction marks, invisible characters, and Python-Markdown's own marks; soft hyphens would split names.
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_SPACES: Final = re.compile(r"[ \t\r\n\f\v\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_LINE_START: Final = (
    (re.compile(r"^(\d+)\.(?=\s|$)"), r"\1\\."),
    (re.compile(r"^([-+])(?=\s|$|-)"), r"\\\1"),
    (re.compile(r"^([#>])"), r"\\\1"),
    (re.compile(r"^!!!"), r"\\!!!"),
    (re.compile(r"^\?\?\?"), "&#63;??"),
    (re.compile(r"^([=:~|])"), lambda match: f"&#{ord(match[1])};"),
)


def plain(text: str) -> str:
    """A text with one space for each run of white space and no invisible characters; its ends are kept."""
    return _SPACES.sub(" ", _UNSEEN.sub("", text))


def escape(text: str, *, in_link: bool = False, in_cell: bool = False) -> str:
    """Escape part of a line.

    >>> print(escape("a_b [[minsk-ii]] <b> &amp; {x}"))
    a\\_b \\[\\[minsk-ii]] &lt;b> &amp;amp; \\{x}
    """  # noqa: D301 - doctest reads the escape
    shown = _INLINE.sub(r"\\\g<0>", _REFERENCE.sub("&amp;", _TAG_START.sub("\x00", text)))
    shown = shown.replace("\x00", "&lt;")
    if in_link:
        shown = shown.replace("]", "\\]")
    return shown.replace("|", "&#124;") if in_cell else shown


def escape_line_start(line: str) -> str:
    """Keep a line whose inline marks are escaped from becoming a heading, list, quote or rule."""
    for pattern, replacement in _LINE_START:
        line = pattern.sub(replacement, line, count=1)
    return line


def code_span(text: str) -> str:
    """A text as code; a text with backticks is escaped instead."""
    inner = plain(text).strip()
    return f"`{inner}`" if inner and "`" not in inner and not inner.endswith("\\") else escape(plain(text))
