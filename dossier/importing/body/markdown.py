"""Write a tree of HTML as Markdown: paragraphs, headings, lists, quotes, tables, code.

The project has its own writer because no word may change: text that looks like markup is escaped for the
Markdown of this project, which no converter knows.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bs4.element import NavigableString, Tag

from dossier.importing.body.blocks import BLOCKS, HEADINGS, has_blocks, text_of
from dossier.importing.body.data_tables import is_data, rows_of
from dossier.importing.body.escaping import plain
from dossier.importing.body.inline import Style, paragraphs, picture_note
from dossier.importing.body.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

_INDENT: Final = "    "
_TOP_LEVEL: Final = 2
_LOWEST_LEVEL: Final = 6


def write(root: Tag, style: Style) -> list[str]:
    """The blocks of an element as Markdown. The highest headings become ``##``."""
    return _Writer(style, _TOP_LEVEL - _highest(root)).blocks(root)


def _highest(root: Tag) -> int:
    levels = [int(tag.name[1]) for tag in root.find_all(HEADINGS) if text_of(tag)]
    return min(levels, default=_TOP_LEVEL)


class _Writer:
    def __init__(self, style: Style, shift: int) -> None:
        self.style = style
        self.shift = shift

    def blocks(self, holder: Tag) -> list[str]:
        """The blocks of an element; text between its blocks becomes paragraphs."""
        found: list[str] = []
        run: list[object] = []
        for child in holder.children:
            if isinstance(child, Tag) and (child.name in BLOCKS or has_blocks(child)):
                found += paragraphs(run, self.style)
                run = []
                found += self.block(child)
            elif isinstance(child, Tag | NavigableString):
                run.append(child)
        return found + paragraphs(run, self.style)

    def block(self, tag: Tag) -> list[str]:
        if tag.name in HEADINGS:
            return self.heading(tag)
        if tag.name in ("ul", "ol", "menu", "dir"):
            return self.items(tag)
        if tag.name == "blockquote":
            return self.quote(tag)
        if tag.name == "pre":
            return self.code(tag)
        if tag.name == "table" and is_data(tag):
            return self.table(tag)
        if tag.name == "dt":
            return [f"**{line}**" if "*" not in line else line for line in self.flat(tag)]
        if tag.name == "figure":
            return self.figure(tag)
        return [] if tag.name == "hr" else self.blocks(tag)

    def flat(self, tag: Tag) -> list[str]:
        return [block for block in self.blocks(tag) if block]

    def heading(self, tag: Tag) -> list[str]:
        style = replace(self.style, in_heading=True, pictures=False)
        words = " ".join(paragraphs(tag.children, style)) if not has_blocks(tag) else plain(text_of(tag))
        if has_blocks(tag):
            words = " ".join(paragraphs([NavigableString(words)], style))
        level = min(_LOWEST_LEVEL, max(_TOP_LEVEL, int(tag.name[1]) + self.shift))
        return [f"{'#' * level} {words}"] if words else []

    def items(self, tag: Tag) -> list[str]:
        items = [self.blocks(item) for item in _items(tag)]
        numbered = tag.name == "ol"
        first = _start(tag) if numbered else 1
        shown = []
        for number, blocks in enumerate((item for item in items if item), start=first):
            marker = f"{number}. " if numbered else "- "
            shown.append(_hanging(marker, blocks))
        return ["\n".join(shown)] if shown else []

    def quote(self, tag: Tag) -> list[str]:
        inner = "\n\n".join(self.blocks(tag))
        lines = [f"> {line}" if line else ">" for line in inner.split("\n")]
        return ["\n".join(lines)] if inner else []

    def code(self, tag: Tag) -> list[str]:
        """Indent code; other preformatted text keeps its lines."""
        text = tag.get_text().replace("\r\n", "\n").expandtabs(4).strip("\n")
        if tag.find("code") is None:
            return [block for part in text.split("\n\n") for block in _lines(part, self.style)]
        lines = ["".join(letter for letter in line if letter >= " ") for line in text.split("\n")]
        return (
            ["\n".join(f"{_INDENT}{line}" if line.strip() else "" for line in lines)] if text.strip() else []
        )

    def table(self, tag: Tag) -> list[str]:
        caption = tag.find("caption")
        above = self.blocks(caption) if caption else []
        return above + table(rows_of(tag), replace(self.style, in_cell=True, pictures=False))

    def figure(self, tag: Tag) -> list[str]:
        """Leave a picture out or write a note in its place; a table or quotation in a figure stays."""
        caption = tag.find("figcaption")
        picture = tag.find(("img", "amp-img", "picture"))
        if picture is None:
            # If a script would have added the picture or film, only the caption is there.
            return [] if caption is not None and _holds_only(tag, caption) else self.blocks(tag)
        if not self.style.pictures:
            return []
        note = picture_note(picture, self.style, text_of(caption) if caption else "").strip()
        return [note] if note else []


def _holds_only(figure: Tag, caption: Tag) -> bool:
    """Whether the caption is the only text of a figure."""
    return figure.find(("table", "blockquote", "pre")) is None and text_of(figure) == text_of(caption)


def _items(tag: Tag) -> Iterator[Tag]:
    """The items of a list; anything else in the list becomes an item too, so that no word is lost."""
    for child in list(tag.children):
        if isinstance(child, Tag) and child.name == "li":
            yield child
        elif isinstance(child, Tag) or str(child).strip():
            yield child.wrap(Tag(name="li")) if isinstance(child, Tag | NavigableString) else tag


def _start(tag: Tag) -> int:
    start = str(tag.get("start") or "1")
    return int(start) if start.isascii() and start.isdigit() and len(start) < 7 else 1


def _hanging(marker: str, blocks: list[str]) -> str:
    """A list item: its first block after the marker, the others indented below it."""
    first, *rest = blocks
    head = first.replace("\n", f"\n{_INDENT}")
    shown = f"{marker}{head}"
    for block in rest:
        lines = [f"{_INDENT}{line}" if line else "" for line in block.split("\n")]
        gap = "\n" if block.startswith(("- ", "1. ")) and len(blocks) == 2 else "\n\n"
        shown += gap + "\n".join(lines)
    return shown


def _lines(text: str, style: Style) -> list[str]:
    lines = [block for line in text.split("\n") for block in paragraphs([NavigableString(line)], style)]
    return ["  \n".join(lines)] if lines else []
