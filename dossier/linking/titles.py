"""Keep a text from replacing the title of its page, and report where it tries to.

Indexes, the search and links show the title in the front matter. A theme shows a level-1 heading of the text
in its place, wherever that stands, so such a heading becomes one of level 2, unless it has the same words and
begins the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterator
from functools import partial
from html import unescape
from typing import Final
from xml.etree.ElementTree import Element

from markdown.util import HTML_PLACEHOLDER_RE

from dossier.linking.raw_html import Stash, Tag, stashed, tags_in, with_tags
from dossier.linking.tree_text import read_tree
from dossier.model.findings import Finding, Location, Severity
from dossier.model.registry import Item

_TITLE: Final = "h1"
_SECTION: Final = "h2"
_RAW_TITLE: Final = re.compile(r"</?h1\b", re.IGNORECASE)
# A line that may be a heading of level 1, with its words.
_WRITTEN: Final = re.compile(
    r"""^(?:[ ]{0,3}>)*[ ]{0,3}\#(?!\#)(?P<after>[^\n]*)
    |^(?P<above>[^\n]+)\n[ ]{0,3}=+[ \t]*$
    |<h1\b[^>\n]{0,200}>(?P<raw>[^<\n]*)""",
    re.MULTILINE | re.IGNORECASE | re.VERBOSE,
)
_COMMENTS: Final = re.compile(r"(?:\s|<!--.*?-->)*", re.DOTALL)
_ATTRIBUTES: Final = re.compile(r"\{[^{}\n]*\}[ \t]*$")
_HINT: Final = "delete the heading, or begin it with “##”"


def keep_one_title(root: Element, stash: Stash, title: str) -> list[str]:
    """Turn the level-1 headings of a text into level 2, unless one begins it with the words of its title.

    Returns their words, "" where raw HTML does not show them. The tree and the stash are changed in place.
    """
    return list(_Titles(stash, title).demoted(root)) if title else []


class _Titles:
    def __init__(self, stash: Stash, title: str) -> None:
        self._stash = stash
        self._title = _letters(title)

    def demoted(self, root: Element) -> Iterator[str]:
        first = self._first_block(root)
        for element in root.iter(_TITLE):
            words = " ".join(read_tree(element, partial(stashed, self._stash)).text.split())
            if element is not first or _letters(words) != self._title:
                element.tag = _SECTION
                yield words
        for number, html in enumerate(self._stash):
            if isinstance(html, str) and _RAW_TITLE.search(html):
                headings = list(self._raw(html, tags_in(html), begins_text=number == first))
                self._stash[number] = with_tags(html, (tag.named(_SECTION) for tag, _ in headings))
                yield from (words for tag, words in headings if not tag.is_end)

    def _first_block(self, root: Element) -> Element | int | None:
        """What a reader sees first: an element, or the number of raw HTML in the stash; None if nothing."""
        for block in root:
            raw = None if len(block) else HTML_PLACEHOLDER_RE.fullmatch((block.text or "").strip())
            if raw is None:
                return block
            if not _COMMENTS.fullmatch(stashed(self._stash, int(raw[1]))):
                return int(raw[1])
        return None

    def _raw(self, html: str, tags: list[Tag], *, begins_text: bool) -> Iterator[tuple[Tag, str]]:
        """The tags of the headings in raw HTML that are not the title, with the words of each."""
        is_kept = False
        for number, tag in enumerate(tags):
            if tag.name != _TITLE:
                continue
            words = "" if tag.is_end else _words(html, tags, number)
            if not tag.is_end:
                is_first = begins_text and _COMMENTS.fullmatch(html, 0, tag.start) is not None
                is_kept = is_first and _letters(words) == self._title
            if not is_kept:
                yield tag, words


def second_title_findings(item: Item, body: str, headings: tuple[str, ...]) -> Iterator[Finding]:
    """A warning for each level-1 heading besides the title. `body` is the text as its file has it."""
    written: dict[str, deque[re.Match[str]]] = {}
    for match in _WRITTEN.finditer(body) if headings else ():
        said = match["after"] or match["above"] or match["raw"] or ""
        words = _letters(_ATTRIBUTES.sub("", unescape(said)))
        written.setdefault(words, deque()).append(match)
    for words in headings:
        alike = written.get(_letters(words))
        line = alike.popleft() if alike else None
        offset = line.start() if line else len(body) - len(body.lstrip())
        location = Location.of(body, offset, item.body_line)
        message, hint = _what_is_wrong(words, item.title)
        yield Finding(
            item.path,
            location.line,
            location.column,
            "second-title",
            message,
            hint,
            Severity.WARNING,
            len(line[0].partition("\n")[0]) if line else 0,
        )


def _what_is_wrong(words: str, title: str) -> tuple[str, str]:
    """The message about a heading, and its hint."""
    if _letters(words) == _letters(title):
        return f"“{words}” is the title again, and the page shows it as a section", _HINT
    said = f"“{words}”" if words else "a heading of level 1"
    message = f"{said} is a second title beside “{title}”, so the page shows it as a section"
    return message, f"{_HINT}; or change “title” in the front matter"


def _words(html: str, tags: list[Tag], number: int) -> str:
    """The words in the element that the tag with this number begins."""
    parts = []
    for at in range(number, len(tags) - 1):
        parts.append(html[tags[at].end : tags[at + 1].start])
        if tags[at + 1].name == _TITLE:
            return " ".join(unescape("".join(parts)).split())
    return ""


def _letters(words: str) -> str:
    """What counts when two titles are compared: letters and digits, whatever their case."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", words).casefold()))
