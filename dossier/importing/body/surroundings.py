"""Tell from the blocks around it whether a block that the vote left out belongs to the text.

Extractors are poor at headings, short paragraphs, lists and tables. Between blocks of the text, those can
hardly be anything else.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from dossier.importing.body.blocks import HEADINGS, letters_of, link_share, text_of
from dossier.importing.body.data_tables import is_data
from dossier.importing.body.furniture import heads_box, is_sentence, may_head_box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bs4 import Tag

_FEW_LINKS: Final = 0.3
_USUAL: Final = 2
_HALF: Final = 0.5
_LISTS: Final = ("ul", "ol", "dl")
_LONGEST_HEADING: Final = 120


class Surroundings:
    """The blocks of an article, and which of them the vote took for its text."""

    def __init__(self, core: Tag, blocks: Sequence[Tag], kept: set[int]) -> None:
        self._kept = kept
        self._headings = {id(block) for block in blocks if _is_heading(block, text_of(block))}
        self._usual = Counter(kind_of(block) for block in blocks if id(block) in kept)
        self._before = self._neighbours(blocks)
        self._after = self._neighbours(reversed(blocks))
        self._items: dict[int, list[Tag]] = {}
        for block in blocks:
            if (holder := block.find_parent(_LISTS)) is not None:
                self._items.setdefault(id(holder), []).append(block)
        self._tables = self._tables_of_text(core, blocks)

    def is_data(self, block: Tag) -> bool:
        """Whether a block is in a table of data."""
        holder = block.find_parent("table")
        return holder is not None and id(holder) in self._tables

    def is_text(self, block: Tag, text: str) -> bool:
        """Whether a block belongs to the text although the vote left it out."""
        if self.is_data(block):
            return True
        if id(block) in self._headings:
            return self._heads_text(block, text)
        if link_share(block, text) >= _FEW_LINKS:
            return False
        if block.name == "pre" or block.find_parent(("pre", "blockquote")):
            return True
        if (holder := block.find_parent(_LISTS)) is not None:
            return self._is_item(text, self._items[id(holder)])
        if self._is_between(block):
            return True
        whole = is_sentence(text) or not letters_of(text)
        return whole and self._usual[kind_of(block)] >= _USUAL

    def _neighbours(self, blocks: Iterable[Tag]) -> dict[int, Tag | None]:
        """For each block, the last one passed that is text or no heading."""
        found: dict[int, Tag | None] = {}
        last = None
        for block in blocks:
            found[id(block)] = last
            if id(block) in self._kept or id(block) not in self._headings:
                last = block
        return found

    def _tables_of_text(self, core: Tag, blocks: Sequence[Tag]) -> set[int]:
        """The tables of data in the midst of the text or right below it."""
        data = {id(table) for table in core.find_all("table") if is_data(table)}
        cells: dict[int, list[Tag]] = {}
        for block in blocks:
            table = block.find_parent("table")
            if table is not None and id(table) in data:
                cells.setdefault(id(table), []).append(block)
        kept = [place for place, block in enumerate(blocks) if self._is_text(block)]
        places = {id(block): place for place, block in enumerate(blocks)}
        return {
            table
            for table, own in cells.items()
            if self._is_text(self._before[id(own[0])])
            or any(map(self._is_text, own))
            or (kept and kept[0] < places[id(own[0])] < kept[-1])
        }

    def _heads_text(self, block: Tag, text: str) -> bool:
        """Whether the next block that is no heading belongs to the text."""
        following = self._after[id(block)]
        if following is None or heads_box(text) or may_head_box(text):
            return False
        return id(following) in self._kept or self.is_data(following)

    def _is_item(self, text: str, items: Sequence[Tag]) -> bool:
        """Whether an item stands in a list of the text: most of it is text, or text stands around it."""
        taken = sum(id(item) in self._kept for item in items[:100])
        return (
            taken >= _HALF * min(len(items), 100)
            or (taken > 0 and is_sentence(text))
            or (self._is_text(self._before[id(items[0])]) and self._is_text(self._after[id(items[-1])]))
        )

    def _is_between(self, block: Tag) -> bool:
        return self._is_text(self._before[id(block)]) and self._is_text(self._after[id(block)])

    def _is_text(self, block: Tag | None) -> bool:
        return block is not None and id(block) in self._kept


def kind_of(block: Tag) -> tuple[int, str, str]:
    """What paragraphs of one text share: the element around them, their name and their class."""
    return id(block.parent), block.name, " ".join(block.get("class") or ())


def _is_heading(block: Tag, text: str) -> bool:
    """Whether a block is a heading, or a short paragraph in bold."""
    if block.name in HEADINGS or block.find_parent(HEADINGS) is not None:
        return True
    bold = "".join(node.get_text() for node in block.find_all(("b", "strong")))
    return len(text) < _LONGEST_HEADING and len(" ".join(bold.split())) >= len(text)
