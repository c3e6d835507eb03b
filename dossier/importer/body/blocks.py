"""What is a block and what a line of text in a page: read by everything that looks at its visible text."""

from __future__ import annotations

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


def text_of(element: Tag) -> str:
    """The text of an element as one line."""
    return " ".join(element.get_text(" ").split()) if _has_blocks(element) else inline_text(element)


def inline_text(element: Tag) -> str:
    """The text of an element as one line, without spaces where inline elements meet."""
    parts = [
        "\n" if isinstance(node, Tag) else str(node)
        for node in element.descendants
        if (isinstance(node, Tag) and node.name == "br") or type(node) is NavigableString
    ]
    return " ".join("".join(parts).split())


def leaf_blocks(root: Tag) -> Iterator[Tag]:
    """The blocks that hold text and no other block, in the order of the page."""
    for element in root.find_all(BLOCKS):
        if not _has_blocks(element):
            yield element


def _has_blocks(element: Tag) -> bool:
    return element.find(BLOCKS) is not None


def link_share(element: Tag, text: str) -> float:
    """How much of an element's text stands in links, from 0 to 1."""
    linked = sum(len(text_of(link)) for link in element.find_all("a"))
    return min(1.0, linked / len(text)) if text else 0.0
