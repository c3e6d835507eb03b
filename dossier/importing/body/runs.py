"""Wrap the bare text in a page's tree in paragraphs.

Old and hand-made pages set text between blocks, or separate paragraphs by two line breaks. Code that judges
block by block, here and in trafilatura, would see all of it as one block, or none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bs4 import Tag
from bs4.element import NavigableString

from dossier.importing.body.blocks import BLOCKS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bs4 import BeautifulSoup
    from bs4.element import PageElement

# In lists, quotations and paragraphs, a run belongs to the element around it.
_HOLDERS: Final = frozenset("body div section article main header center td font span".split())


def part_runs(soup: BeautifulSoup) -> None:
    """Make paragraphs of the runs of text that stand beside blocks or that two line breaks separate."""
    holding = _that_hold_blocks(soup)
    for holder in [tag for tag in soup.descendants if isinstance(tag, Tag) and tag.name in _HOLDERS]:
        runs = _runs(holder, holding)
        if id(holder) in holding or (len(runs) > 1 and holder.name in BLOCKS):
            _wrap(holder, {id(run[0]): run for run in runs})


def _that_hold_blocks(soup: BeautifulSoup) -> set[int]:
    holding: set[int] = set()
    for block in soup.descendants:
        if not isinstance(block, Tag) or block.name not in BLOCKS:
            continue
        for parent in block.parents:
            if id(parent) in holding:
                break
            holding.add(id(parent))
    return holding


def _runs(holder: Tag, holding: set[int]) -> list[list[PageElement]]:
    """Runs of neighbours that are no blocks, without the line breaks between the runs."""
    runs: list[list[PageElement]] = [[]]
    breaks: list[PageElement] = []
    for child in list(holder.children):
        if isinstance(child, Tag) and (child.name in BLOCKS or id(child) in holding):
            runs, breaks = [*runs, []], []
        elif isinstance(child, Tag) and child.name == "br":
            breaks.append(child)
        elif type(child) is NavigableString and not child.strip() and breaks:
            continue
        else:
            if len(breaks) > 1:
                runs.append([])
            elif breaks and runs[-1]:
                runs[-1] += breaks
            breaks = []
            runs[-1].append(child)
    return [run for run in runs if any(_has_text(node) for node in run) and not _is_a_link(run)]


def _is_a_link(run: list[PageElement]) -> bool:
    """Whether the run is a single link to another page."""
    links = [node for node in run if isinstance(node, Tag) or _has_text(node)]
    return len(links) == 1 and isinstance(links[0], Tag) and links[0].name == "a" and not _skips(links[0])


def _skips(link: Tag) -> bool:
    return str(link.get("href") or "").startswith("#")


def _has_text(node: PageElement) -> bool:
    if isinstance(node, Tag):
        return bool(node.get_text().strip())
    return type(node) is NavigableString and bool(node.strip())


def _wrap(holder: Tag, runs: Mapping[int, list[PageElement]]) -> None:
    """Rebuild the content of an element: moving nodes one by one would take quadratic time."""
    children = [child.extract() for child in list(holder.children)]
    wrapped = {id(node) for run in runs.values() for node in run}
    for child in children:
        if id(child) in runs:
            paragraph = Tag(name="p")
            for node in runs[id(child)]:
                paragraph.append(node)
            holder.append(paragraph)
        elif id(child) not in wrapped:
            holder.append(child)
