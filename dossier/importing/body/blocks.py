"""Define what counts as a block and as a line of text in a page, for all code that reads its visible text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bs4.element import NavigableString, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS: Final = frozenset(
    """address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre search section summary
    table tbody td tfoot th thead tr caption ul""".split()
)


def has_blocks(element: Tag) -> bool:
    """Whether an element contains a block, at any depth."""
    return any(type(node) is Tag and node.name in BLOCKS for node in element.descendants)


def text_of(element: Tag) -> str:
    """The text of an element as one line: a space separates blocks, nothing separates inline elements."""
    return " ".join("".join(_parts(element)).split())


def lines_of(element: Tag) -> list[str]:
    """The lines of an element's text, split at line breaks and at both ends of blocks."""
    parts = (part if part == "\n" else " ".join(part.split("\n")) for part in _parts(element))
    return [line for part in "".join(parts).split("\n") if (line := " ".join(part.split()))]


def _parts(element: Tag) -> Iterator[str]:
    """The strings in an element, with a line break wherever a block or a line ends."""
    holders: dict[int, Tag] = {}
    last: Tag | None = None
    for node in element.descendants:
        if isinstance(node, Tag):
            above = holders.get(id(node.parent), element)
            holders[id(node)] = node if node.name in BLOCKS else above
            if node.name == "br":
                yield "\n"
        elif type(node) is NavigableString:
            holder = holders.get(id(node.parent), element)
            if last is not None and holder is not last:
                yield "\n"
            last = holder
            yield str(node) if node != "\n" else " "


def letters_of(text: str) -> str:
    """The letters and digits alone, case folded: two lines with the same ones say the same."""
    return re.sub(r"[\W_]+", "", text).casefold()


def leaf_blocks(root: Tag) -> list[Tag]:
    """The blocks that hold text and no other block, in the order of the page."""
    blocks = [node for node in root.descendants if type(node) is Tag and node.name in BLOCKS]
    holders: set[int] = set()
    for block in blocks:
        for parent in block.parents:
            if id(parent) in holders:
                break
            holders.add(id(parent))
    return [block for block in blocks if id(block) not in holders]


def link_share(element: Tag, text: str) -> float:
    """How much of an element's text stands in links, from 0 to 1."""
    if not text:
        return 0.0
    linked = sum(len(text_of(node)) for node in element.descendants if type(node) is Tag and node.name == "a")
    return min(1.0, linked / len(text))
