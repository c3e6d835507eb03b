"""Hold what one place of a page states about one field, as a value that can be weighed against others."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Name = Literal["title", "author", "publisher", "published", "updated", "language", "url", "site", "type"]
_MOST: Final = 60
_LONGEST: Final = 1_000
# Controls, and marks that change the direction of what follows or cannot be seen.
_UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2061-\u2069\ufff9-\ufffb]")
# These stand within words, and say where a word may be broken.
_IN_WORDS: Final = re.compile("[\u00ad\u200b\u2060\ufeff]")
_TAG: Final = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)[^<>]{0,200}>")
_ALONE: Final = frozenset(("br", "hr", "img", "wbr"))
_ACTIVE: Final = frozenset(("script", "style", "iframe", "object", "embed"))


@dataclass(frozen=True, slots=True)
class Stated:
    """One value that a page states.

    Attributes:
        field: the field that it is about.
        value: the value as one clean line.
        origin: where it stands, in words for the editor.
        weight: how much such a place is trusted, 0 to 100.
    """

    field: Name
    value: str
    origin: str
    weight: int


@dataclass(slots=True)
class Evidence:
    """Everything that a page states; within each field, the statement with the most weight comes first."""

    all: dict[str, list[Stated]] = field(default_factory=dict)

    def add(self, stated: Iterable[Stated]) -> None:
        """Add what another place states."""
        for one in stated:
            known = self.all.setdefault(one.field, [])
            if one.value and len(known) < _MOST:
                known.append(one)

    def of(self, name: Name) -> list[Stated]:
        """The statements about a field; those with equal weights stay in the order of the page."""
        return sorted(self.all.get(name, ()), key=lambda one: -one.weight)


def clean(text: object) -> str:
    """A text as one line without invisible characters; a value that is no text gives ""."""
    if not isinstance(text, str):
        return ""
    return _one_line(_TAG.sub(" ", html.unescape(text[: 4 * _LONGEST])))


def clean_title(text: object, *, is_shown: bool = False) -> str:
    """A title as one line; a value that is no text gives "".

    In a title that readers see as it is, a tag is part of the text. Elsewhere, pairs of tags are markup.

    >>> clean_title("How &lt;b&gt; works"), clean_title("<i>How</i> <b> works", is_shown=True)
    ('How <b> works', '<i>How</i> <b> works')
    >>> clean_title("<i>How</i> &amp;amp; why")
    'How &amp; why'
    """
    if not isinstance(text, str):
        return ""
    readable = text[: 4 * _LONGEST] if is_shown else html.unescape(text[: 4 * _LONGEST])
    closed = {tag["name"].lower() for tag in _TAG.finditer(readable) if tag["end"]} | _ALONE
    markup = _ACTIVE if is_shown else _ACTIVE | closed
    return _one_line(_TAG.sub(lambda tag: " " if tag["name"].lower() in markup else tag[0], readable))


def _one_line(text: str) -> str:
    joined = " ".join(_UNSEEN.sub(" ", _IN_WORDS.sub("", text)).split())
    kept = (c for c in joined if unicodedata.category(c) not in ("Cs", "Cn", "Co"))
    return "".join(kept)[:_LONGEST].strip()
