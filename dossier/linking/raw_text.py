"""Read the words of HTML that an author wrote as a block, which Python-Markdown puts aside unread."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

from dossier.model.linked import OBJECT

#: Elements whose words are not prose at all; one character takes their place.
OPAQUE: Final = frozenset(
    ("code", "pre", "kbd", "samp", "var", "script", "style", "math", "svg", "textarea", "object", "img")
)
#: Elements that part no words: every other one begins and ends a block.
INLINE: Final = frozenset(
    """a abbr b bdi bdo br button cite code data del dfn em i img input ins kbd label mark q s samp small
    span strong sub sup time u var wbr""".split()
)
#: Elements without content, so that nothing ends them.
_VOID: Final = frozenset(("img", "input", "wbr"))
_UNREAD: Final = OPAQUE | {"template", "noscript", "iframe", "sup", "sub", "time"}
_SPACE: Final = re.compile(r"\s+")


def raw_text(html: str) -> str:
    """The words of a block of HTML, blocks in it separated by blank lines.

    It is "" where there are none, and for one half of an element, such as ``<b>``.
    """
    if "</" not in html or not html.lstrip().startswith("<"):
        return ""
    reader = _TextReader()
    reader.feed(html)
    reader.close()
    blocks = (_SPACE.sub(" ", block).strip() for block in "".join(reader.parts).split("\0"))
    return "\n\n".join(block for block in blocks if block.strip(OBJECT + " "))


class _TextReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unread: list[str] = []

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        if tag in _UNREAD:
            if not self._unread and tag in OPAQUE:
                self.parts.append(OBJECT)
            if tag not in _VOID:
                self._unread.append(tag)
        elif tag == "br":
            self.parts.append(" ")
        elif tag not in INLINE:
            self.parts.append("\0")

    def handle_startendtag(self, tag: str, attributes: object) -> None:
        self.handle_starttag(tag, attributes)
        if self._unread and tag == self._unread[-1]:
            self._unread.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unread:
            del self._unread[self._unread.index(tag) :]
        elif tag not in INLINE:
            self.parts.append("\0")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.parts.append(data.replace("\0", " "))

    def parse_html_declaration(self, i: int) -> int:
        """Skip it as browsers do: Python's own method fails on an unknown one."""
        return self.parse_bogus_comment(i)
