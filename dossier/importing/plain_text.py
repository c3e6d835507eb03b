"""Read the title and the body of a plain text, the body as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dossier.importing.body.escaping import escape, escape_line_start, plain
from dossier.importing.metadata.evidence import Evidence, Stated, clean, clean_title
from dossier.importing.metadata.moments import find_moments

if TYPE_CHECKING:
    from collections.abc import Iterator

_PART: Final = re.compile(r"\n[ \t]*\n\s*")
_TITLE: Final = 200
_LONG_LINE: Final = 45
_HEAD_PARTS: Final = 4


def read_plain_text(text: str) -> tuple[Evidence, str]:
    """What the first lines state, and the paragraphs as Markdown."""
    parts = [
        part.strip() for part in _PART.split(text.replace("\r\n", "\n").replace("\r", "\n")) if part.strip()
    ]
    evidence = Evidence()
    title = parts[0] if parts and _may_be_title(parts[0], len(parts)) else ""
    evidence.add(_stated(title, parts[1:_HEAD_PARTS] if title else parts[:1]))
    rest = parts[1:] if title else parts
    while rest and len(rest) > 1 and _is_date_line(rest[0]):
        rest = rest[1:]
    return evidence, "\n\n".join(shown for part in rest if (shown := _paragraph(part)))


def _may_be_title(part: str, parts: int) -> bool:
    return parts > 1 and len(part) <= _TITLE and not part.endswith((".", ",", ";"))


def _stated(title: str, head: list[str]) -> Iterator[Stated]:
    if title:
        yield Stated("title", clean_title(title, is_shown=True), "first line", 30)
    for part in head:
        for _ in list(find_moments(part[:100]))[:1]:
            yield Stated("published", clean(part[:100]), "first lines", 30)


def _is_date_line(part: str) -> bool:
    return len(part) < 60 and bool(list(find_moments(part)))


def _paragraph(part: str) -> str:
    """Join lines that were broken to fit a width; keep short lines, such as those of an address."""
    lines = [line for line in (plain(line).strip() for line in part.split("\n")) if line]
    broken = len(lines) > 1 and all(len(line) >= _LONG_LINE for line in lines[:-1])
    shown = [" ".join(lines)] if broken else lines
    return "  \n".join(escape_line_start(escape(line)) for line in shown)
