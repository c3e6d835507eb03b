"""Extract the plain text of an element tree, and keep the place in the tree of each offset.

The text is what a reader sees: blocks separated by blank lines, without inline markup. Words that no link may
be put around are marked: they are in headings, in links of the author, in titles of boxes, in raw HTML.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final
from xml.etree.ElementTree import Element

from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.util import AMP_SUBSTITUTE, ETX, STX

from dossier.linking.raw_text import INLINE, OPAQUE, raw_text
from dossier.model.linked import OBJECT, NoLink

HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# Their words stay as context and mention nothing: they are marks, or a date that the author has marked.
_CONTEXT_ONLY: Final = frozenset(("sup", "sub", "time"))
# Something happens when a reader clicks them, so they hold no links.
_CLICKABLE: Final = frozenset(("button", "label", "summary"))
# Python-Markdown writes each letter of an e-mail address as the number that follows an ampersand.
_PLACEHOLDER: Final = re.compile(
    f"{AMP_SUBSTITUTE}#(?P<letter>[0-9]{{1,7}});"
    f"|{STX}(?:(?P<code>[0-9]+)|wzxhzdk:(?P<raw>[0-9]+)|[^{ETX}]*){ETX}"
)
_ENTITY: Final = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
_RAW_TAG: Final = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)[^>]*?(?P<closed>/?)>")
_RAW_EXCLUDED: Final = (_CONTEXT_ONLY | OPAQUE) - {"img"}
_RAW_LEFT_ALONE: Final = _RAW_EXCLUDED | _CLICKABLE | {"a"}
# The words of a link that only say where it leads.
_ADDRESS: Final = re.compile(r"\s*(?:\w+://\S*|www\.\S+|\S+@\S+|\S+/\S*)\s*")
_BLOCK_TITLE_CLASS: Final = "admonition-title"
_FOOTNOTE_MARKER: Final = "fnref"
_FOOTNOTES_CLASS: Final = "footnote"
_FOOTNOTE_BACK: Final = "footnote-backref"


@dataclass(slots=True)
class Run:
    """A stretch of linkable text in one place of the tree.

    ``owner`` holds it as its ``text``, or, where `parent` is given, as its ``tail``. ``offsets`` pairs
    an offset in the plain text with one in the tree's string, at the start and after each placeholder.
    """

    owner: Element
    parent: Element | None
    start: int
    end: int = 0
    offsets: list[tuple[int, int]] = field(default_factory=list)

    def raw_offset(self, offset: int) -> int:
        """The offset in the tree's string for an offset in the plain text."""
        index = bisect_right(self.offsets, (offset, 1 << 60)) - 1
        plain, raw = self.offsets[index]
        return raw + offset - plain


@dataclass
class TreeText:
    """What was read from one tree. All spans are offsets in ``text``.

    ``unlinkable`` are words that may mention something and hold no link, with the reason.
    ``nested`` are links within links, which HTML does not allow: ``[[id]]`` in the words of another link.
    ``literal`` is text that its author marked as no markup: escaped signs, and what is between tags of code.
    """

    text: str = ""
    runs: list[Run] = field(default_factory=list)
    headings: list[tuple[int, int]] = field(default_factory=list)
    notes: list[tuple[int, int]] = field(default_factory=list)
    excluded: list[tuple[int, int]] = field(default_factory=list)
    unlinkable: list[tuple[int, int, NoLink]] = field(default_factory=list)
    literal: list[tuple[int, int]] = field(default_factory=list)
    links: list[tuple[int, int, Element]] = field(default_factory=list)

    @cached_property
    def starts(self) -> list[int]:
        """Where the runs begin, in their order."""
        return [run.start for run in self.runs]

    nested: list[Element] = field(default_factory=list)


def read_tree(root: Element, raw_html: Callable[[int], str]) -> TreeText:
    """Read a tree as Python-Markdown leaves it after inline parsing.

    `raw_html` gives the stashed HTML of a number: character references are read, tags are not.
    """
    reader = _TreeReader(raw_html)
    reader.children(root, linkable=True)
    reader.end_raw_tags(0)
    reader.reading.excluded.sort()
    reader.reading.unlinkable.sort()
    reader.reading.text = "".join(reader.parts)
    return reader.reading


class _TreeReader:
    def __init__(self, raw_html: Callable[[int], str]) -> None:
        self.reading = TreeText()
        self.parts: list[str] = []
        self.length = 0
        self.raw_html = raw_html
        self.raw_tags: list[tuple[str, int]] = []
        self.in_link = False

    def children(self, element: Element, *, linkable: bool) -> None:
        self.string(element.text, element, None, linkable=linkable)
        for child in element:
            self.element(child, linkable=linkable)
            self.string(child.tail, child, element, linkable=linkable)

    def element(self, element: Element, *, linkable: bool) -> None:
        # The tag of a comment or processing instruction is a function.
        tag = element.tag if isinstance(element.tag, str) else ""  # type: ignore[redundant-expr]
        if tag == "br":
            self.append("\n")
            return
        if element.get("class") == _FOOTNOTE_BACK:
            return
        if tag == "sup" and (element.get("id") or "").startswith(_FOOTNOTE_MARKER):
            # Readers skip it: "2014¹" is the year, and "spoke.¹ Then" is two sentences.
            return
        block = tag not in INLINE
        if block:
            self.break_block()
        start = self.length
        if tag in OPAQUE or not tag:
            self.append(OBJECT)
        elif tag in HEADINGS:
            self.children(element, linkable=False)
            self.reading.headings.append((start, self.length))
        elif tag == "a":
            self.link(element, linkable=linkable)
        elif tag in _CLICKABLE or element.get("class") == _BLOCK_TITLE_CLASS:
            self.children(element, linkable=False)
            self.reading.unlinkable.append((start, self.length, "label"))
        elif tag in _CONTEXT_ONLY:
            self.children(element, linkable=False)
            self.reading.excluded.append((start, self.length))
        else:
            self.children(element, linkable=linkable)
            if element.get("class") == _FOOTNOTES_CLASS:
                self.reading.notes.append((start, self.length))
        if block:
            self.break_block()

    def link(self, element: Element, *, linkable: bool) -> None:
        start, outer, first = self.length, self.in_link, len(self.parts)
        self.in_link = True
        self.children(element, linkable=linkable and not element.get("data-id"))
        self.in_link = outer
        if element.get("data-id") or _ADDRESS.fullmatch("".join(self.parts[first:])):
            self.reading.excluded.append((start, self.length))
        else:
            self.reading.unlinkable.append((start, self.length, "link"))
        raw = {name for name, _ in self.raw_tags}
        if outer or "a" in raw or (raw & OPAQUE and element.get("data-id")):
            self.reading.nested.append(element)
        else:
            self.reading.links.append((start, self.length, element))

    def break_block(self) -> None:
        self.end_raw_tags(0)
        if self.parts and self.parts[-1] != "\n\n":
            self.append("\n\n")

    def append(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def string(self, raw: str | None, owner: Element, parent: Element | None, *, linkable: bool) -> None:
        if not raw or (parent is None and not raw.strip()):
            return
        if raw == "\n" and (owner.tag not in INLINE or owner.tag == "br"):
            # Python-Markdown separates blocks by it; between inline elements it is a space of the text.
            return
        run = Run(owner, parent, self.length)
        position = 0
        run.offsets.append((self.length, 0))
        if STX in raw:
            for match in _PLACEHOLDER.finditer(raw):
                self.append(raw[position : match.start()])
                run.offsets.append((self.length, match.start()))
                self.placeholder(match)
                position = match.end()
                run.offsets.append((self.length, position))
        self.append(raw[position:])
        run.end = self.length
        if linkable:
            self.reading.runs.append(run)

    def placeholder(self, match: re.Match[str]) -> None:
        start, block = self.length, raw_text(self.raw_html(int(match["raw"]))) if match["raw"] else ""
        if block:
            self.append(block)
            self.reading.unlinkable.append((start, self.length, "html"))
            return
        shown = self.replacement(match)
        if shown != OBJECT and shown.isascii():
            self.reading.literal.append((start, start + len(shown)))
        self.append(shown)

    def replacement(self, match: re.Match[str]) -> str:
        """What a reader sees in place of one of Python-Markdown's placeholders."""
        if match["letter"] or match["code"]:
            return chr(int(match["letter"] or match["code"]))
        if match.group() == AMP_SUBSTITUTE:
            return "&"
        if match.group() == NBSP_PLACEHOLDER:
            return " "
        if match["raw"]:
            stashed = self.raw_html(int(match["raw"]))
            if _ENTITY.fullmatch(stashed):
                return html.unescape(stashed)
            self.raw_tag(stashed)
        return OBJECT

    def raw_tag(self, stashed: str) -> None:
        """Note a tag that an author wrote in the text: what it contains may have to stay unlinked."""
        tag = _RAW_TAG.match(stashed)
        name = tag["name"].lower() if tag else ""
        if tag is None or name not in _RAW_LEFT_ALONE or tag["closed"]:
            return
        if stashed.rstrip().lower().endswith(f"</{name}>") and not tag["end"]:
            # A whole element in one piece, such as an icon: nothing stays open.
            return
        if not tag["end"]:
            self.raw_tags.append((name, self.length))
            return
        opened = [number for number, (open_name, _) in enumerate(self.raw_tags) if open_name == name]
        if opened:
            self.end_raw_tags(opened[-1])

    def end_raw_tags(self, number: int) -> None:
        """End the tags from that number on: no tag continues after its block."""
        if self.raw_tags[number:]:
            self.reading.literal += [
                (start, self.length) for name, start in self.raw_tags[number:] if name in OPAQUE
            ]
            for name, start in self.raw_tags[number:]:
                if name in _RAW_EXCLUDED:
                    self.reading.excluded.append((start, self.length))
                else:
                    why: NoLink = "link" if name == "a" else "label"
                    self.reading.unlinkable.append((start, self.length, why))
            del self.raw_tags[number:]
