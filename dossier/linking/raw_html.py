"""Read and rewrite the HTML that an author wrote into a text, tag by tag.

Python-Markdown keeps such HTML apart, in its stash, and puts it back unread. It may be a whole block or one
half of an element, so this module reads tags, with Python's parser, and no tree.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape, unescape
from html.parser import HTMLParser
from itertools import accumulate
from typing import Final
from xml.etree.ElementTree import Element

from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

_UNESCAPE: Final = UnescapeTreeprocessor()

Attributes = tuple[tuple[str, str | None], ...]
Stash = list[str | Element]
"""The HTML that Python-Markdown has put aside, by number; elements are those that contain Markdown."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag in a piece of HTML.

    Attributes:
        start: the offset of its first character.
        end: the offset after its last one.
        name: in lower case.
        attributes: in their order, with character references resolved; None where one has no value.
        is_end: whether it is an end tag.
        closes_itself: whether it ends with ``/>``.
    """

    start: int
    end: int
    name: str
    attributes: Attributes = ()
    is_end: bool = False
    closes_itself: bool = False

    def __str__(self) -> str:
        """The tag as HTML."""
        values = (name if value is None else f'{name}="{escape(value)}"' for name, value in self.attributes)
        written = " ".join((f"{'/' * self.is_end}{self.name}", *values))
        return f"<{written}{' /' * self.closes_itself}>"

    def named(self, name: str) -> Tag:
        """The same tag of another element."""
        return replace(self, name=name)

    def having(self, attributes: Iterable[tuple[str, str | None]]) -> Tag:
        """The same tag with other attributes."""
        return replace(self, attributes=tuple(attributes))


def tags_in(html: str) -> list[Tag]:
    """The tags of a piece of HTML, in order; what a browser does not read as a tag is none."""
    reader = _TagReader(html)
    reader.feed(html)
    reader.close()
    return reader.tags


def with_tags(html: str, changed: Iterable[Tag]) -> str:
    """The HTML with these tags, which are in order, in place of those at their offsets."""
    parts, position = [], 0
    for tag in changed:
        parts += [html[position : tag.start], str(tag)]
        position = tag.end
    return "".join((*parts, html[position:]))


def as_published(value: str, stash: Stash) -> str:
    """A value of Python-Markdown's tree as the page has it, with escapes and references resolved."""
    whole = HTML_PLACEHOLDER_RE.sub(lambda found: stashed(stash, int(found[1])), value)
    return unescape(_UNESCAPE.unescape(whole))


def stashed(stash: Stash, number: int) -> str:
    """The HTML with a number in the stash, "" where there is none."""
    return str(stash[number]) if number < len(stash) else ""


class _TagReader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []
        self._html = html
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add_start(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add_start(tag, attrs, closes_itself=True)

    def handle_endtag(self, tag: str) -> None:
        start = self._offset()
        end = self._html.find(">", start) + 1
        if end:
            self.tags.append(Tag(start, end, tag, is_end=True))

    def parse_html_declaration(self, i: int) -> int:
        """Skip it as browsers do: Python's own method fails on an unknown one."""
        return self.parse_bogus_comment(i)

    def _add_start(
        self, tag: str, attributes: list[tuple[str, str | None]], *, closes_itself: bool = False
    ) -> None:
        start = self._offset()
        end = start + len(self.get_starttag_text() or "")
        self.tags.append(Tag(start, end, tag, tuple(attributes), closes_itself=closes_itself))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
