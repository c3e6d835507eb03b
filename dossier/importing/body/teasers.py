"""Find the teasers of other pages: boxes wrapped in a link, rows of boxes below linked headlines.

They are written in whole sentences, so neither words nor extractors tell them from the text; their form does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bs4 import Tag

from dossier.importing.body.blocks import (
    BLOCKS,
    HEADINGS,
    leaf_blocks,
    letters_of,
    lines_of,
    link_share,
    text_of,
)
from dossier.importing.body.furniture import is_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST: Final = 600
_KICKER: Final = 40
_HEADLINE: Final = 15
_LINES_ABOVE: Final = 3
_ROW: Final = 2
_SHARE_OF_ROW: Final = 0.6
_LEAST: Final = 150
_LEAST_SHARE: Final = 0.15
_FEW_LINKS: Final = 0.3
_CARDS: Final = ("div", "section", "article", "li", "p", "td", "aside", "dd")


def find_teasers(body: Tag, title: str) -> list[Tag]:
    """The teasers in a page, whose own headline reads like `title`."""
    wrapped = [link for link in body.find_all("a", href=True) if _wraps_teaser(link, letters_of(title))]
    rows: dict[tuple[int, str, str], list[Tag]] = {}
    for box in body.find_all(_CARDS):
        rows.setdefault((id(box.parent), box.name, " ".join(box.get("class") or ())), []).append(box)
    found = wrapped
    for boxes in rows.values():
        cards = [box for box in boxes if _is_card(box)] if len(boxes) >= _ROW else []
        if len(cards) >= max(_ROW, _SHARE_OF_ROW * len(boxes)):
            found += cards
    return found if _leaves_text(body, found) else []


def _leaves_text(body: Tag, teasers: Sequence[Tag]) -> bool:
    """Whether there is a text beside the teasers; a page may be a list of other pages."""
    inside = {id(node) for teaser in teasers for node in (teaser, *teaser.find_all(True))}
    rest = sum(
        len(text)
        for block in leaf_blocks(body)
        if id(block) not in inside
        and is_sentence(text := text_of(block))
        and link_share(block, text) < _FEW_LINKS
    )
    taken = sum(len(text_of(teaser)) for teaser in teasers)
    return rest >= max(_LEAST, _LEAST_SHARE * taken)


def _wraps_teaser(link: Tag, title: str) -> bool:
    """Whether a link to another page has blocks with text inside."""
    text = text_of(link)
    if not text or len(text) > _LONGEST or str(link["href"]).startswith("#"):
        return False
    blocks = [block for block in link.find_all(BLOCKS) if text_of(block)]
    return bool(blocks) and not any(
        block.name == "h1" or letters_of(text_of(block)) in title
        for block in blocks
        if block.name in HEADINGS
    )


def _is_card(box: Tag) -> bool:
    """Whether a box begins with a linked headline, perhaps below a few words, and says more."""
    if len(box.get_text()) > 2 * _LONGEST:
        return False
    link = box.find("a", href=True)
    if link is None or str(link["href"]).startswith("#"):
        return False
    headline = text_of(link)
    if len(headline) < _HEADLINE:
        return False
    lines = lines_of(box)
    if len(lines) < 2 or sum(map(len, lines)) > _LONGEST or headline not in lines[:_LINES_ABOVE]:
        return False
    return all(len(line) < _KICKER for line in lines[: lines.index(headline)])
