"""Find the element of a page that holds its article, and remove what is no part of it.

`voting` says which blocks are the text. Beside them stays only what no extractor judges well and a reader
would miss: headings, tables of data, lists and quotations in the midst of the text, sentences between its
paragraphs, and the lead below the headline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from dossier.importing.body.blocks import HEADINGS, leaf_blocks, letters_of, lines_of, link_share, text_of
from dossier.importing.body.furniture import is_furniture, is_sentence, words_in
from dossier.importing.body.stated import compared
from dossier.importing.body.surroundings import Surroundings, kind_of
from dossier.importing.body.voting import agreed_blocks
from dossier.importing.languages import language_of
from dossier.importing.metadata.weblinks import site_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dossier.importing.body.cleaning import Box

_CORE_SHARE: Final = 0.85
_MOSTLY_LINKS: Final = 0.6
_BOTH_ENDS: Final = 2
_LONGEST_TEASER: Final = 200
_ONLY_A_LINK: Final = 0.95
_FEW_LINKS: Final = 0.3
_FEW_WORDS: Final = 30
_LEAD_WORDS: Final = 5
_BELOW_HEADLINE: Final = 0.5
_SHARING: Final = re.compile(
    r"facebook|twitter|linkedin|whatsapp|telegram|instagram|youtube|pinterest|reddit|google|apple|getpocket|"
    r"flipboard|xing\.|tumblr|bsky|threads\.net|delicious|stumbleupon|instapaper|addtoany|"
    r"^(?:x|vk|ok|t|wa|fb|youtu)\.\w{2,3}$"
)


@dataclass(frozen=True, slots=True)
class MainText:
    """The article of a page.

    Attributes:
        root: the body of the page with nothing but the article in it.
        is_sure: whether trafilatura found it.
        left_out: what was removed from it as part of the page, one line each.
    """

    root: Tag
    is_sure: bool
    left_out: list[str]


def main_text(
    soup: BeautifulSoup, title: str, home: str = "", boxes: Sequence[Box] = (), stated: str = ""
) -> MainText:
    """Find the article.

    What stands above the headline, which reads like `title`, is not part of it. Links away from the site of
    `home` are part of it, because they may be sources. `stated` is its text in the page's JSON-LD. `left_out`
    includes those `boxes` that were removed from it before.

    This changes the tree.
    """
    body = soup.body or soup
    blocks = leaf_blocks(body)
    kept: Sequence[Tag] = agreed_blocks(str(soup), blocks, language_of(text_of(body)))
    passed_over: Sequence[Tag] = ()
    if stated:
        kept, passed_over = compared(kept, blocks, stated)
    core = _core(body, kept) if kept else _fallback(body)
    _take_away_above(body, letters_of(title), {id(block) for block in kept})
    left_out = [box.said for box in boxes if _is_within(box.holder, core)]
    left_out += [text_of(block) for block in passed_over if _is_within(block, core)]
    for block in passed_over:
        block.decompose()
    left_out += _take_away_lone_links(core)
    left_out += _take_away_others(
        body, core, {id(block) for block in kept if not block.decomposed}, bool(kept), home
    )
    return MainText(body, bool(kept), left_out)


def _is_within(element: Tag, core: Tag) -> bool:
    return element is core or any(parent is core for parent in element.parents)


def _core(body: Tag, kept: Iterable[Tag]) -> Tag:
    """The innermost element that holds nearly all of what was found."""
    weights: dict[int, int] = {}
    for block in kept:
        length = len(text_of(block))
        for holder in (block, *block.parents):
            weights[id(holder)] = weights.get(id(holder), 0) + length
    core, all_of_it = body, weights.get(id(body), 0)
    while True:
        inner = [
            c
            for c in core.children
            if isinstance(c, Tag) and weights.get(id(c), 0) >= _CORE_SHARE * all_of_it
        ]
        if not inner or inner[0].name in ("p", "ul", "ol", "table", "blockquote", *HEADINGS):
            return core
        core = inner[0]


def _fallback(body: Tag) -> Tag:
    places = body.find_all(("article", "main"))
    return max(places, key=lambda place: len(place.get_text()), default=body)


def _take_away_above(body: Tag, title: str, kept: set[int]) -> None:
    """Remove what stands above the headline, where nearly all of the text stands below it."""
    blocks = leaf_blocks(body)
    lengths = [len(text_of(block)) if id(block) in kept else 0 for block in blocks]
    places = [place for place, block in enumerate(blocks) if title and _says(block, title)]
    places.sort(
        key=lambda place: (blocks[place].name != "h1" and blocks[place].find_parent("h1") is None, -place)
    )
    for place in places:
        if sum(lengths[place:]) >= _BELOW_HEADLINE * sum(lengths):
            below = {kind_of(block) for block in blocks[place:] if id(block) in kept}
            text = {
                id(block)
                for block in blocks[:place]
                if id(block) in kept and kind_of(block) in below and is_sentence(text_of(block))
            }
            _take_away_before(body, blocks[place], text)
            return


def _take_away_before(body: Tag, block: Tag, text: set[int]) -> None:
    """Remove what stands before a block, but for the paragraphs of the text around it."""
    for holder in [block, *block.parents]:
        if holder is body:
            return
        for before in reversed(list(holder.previous_siblings)):
            if id(before) not in text:
                before.extract()


def _says(block: Tag, title: str) -> bool:
    return any(letters_of(line) == title for line in lines_of(block)) or (
        block.name == "h1" and letters_of(text_of(block)).endswith(title)
    )


def _take_away_lone_links(core: Tag) -> list[str]:
    """Remove links that stand alone in a box: teasers of other pages. Links in a paragraph stay."""
    gone: list[str] = []
    for link in core.find_all("a"):
        box = link.parent
        if (
            box is None
            or box.name not in ("div", "section", "article")
            or len(link.get_text()) > _LONGEST_TEASER
        ):
            continue
        beside = [node for node in box.children if node is not link]
        if all(not isinstance(node, NavigableString) or not node.strip() for node in beside):
            gone.append(text_of(link))
            link.decompose()
    return gone


def _take_away_others(body: Tag, core: Tag, kept: set[int], was_found: bool, home: str) -> list[str]:
    """Remove the blocks that are no text, and return those that may be missed."""
    blocks = [block for block in leaf_blocks(body) if block is not body and text_of(block)]
    inside = {id(core), *(id(tag) for tag in core.find_all(True))}
    if not was_found:
        for block in blocks:
            if id(block) not in inside:
                block.decompose()
        kept = inside
        blocks = [block for block in blocks if not block.decomposed]
    beside = Surroundings(core, blocks, kept)
    in_text = _links_in_text(core, kept)
    gone: list[str] = []
    before, below = True, False
    for block in blocks:
        text, in_core = text_of(block), id(block) in inside
        if in_core and _in_picture(block):
            continue
        is_headline = block.name == "h1" or block.find_parent("h1") is not None
        before = before and (is_headline or id(block) not in kept)
        below = below or is_headline
        is_source = in_core and (_leads_away(block, home) or id(block) in in_text)
        stays = id(block) in kept or is_source or (in_core and beside.is_text(block, text))
        stays = stays or (before and below and _may_be_lead(block, text))
        is_data = beside.is_data(block)
        if not stays or (not is_data and _is_other(block, text, id(block) in kept or is_source)):
            gone += [text] if in_core or (block.name == "p" and _is_unlinked_sentence(block, text)) else []
            block.decompose()
    _take_away_around(body, [core, *(block for block in blocks if not block.decomposed)])
    return gone


def _take_away_around(body: Tag, staying: Iterable[Tag]) -> None:
    """Remove the elements that hold nothing that stays, such as an item above a list that is gone."""
    held: set[int] = set()
    for block in staying:
        held |= {id(block), *map(id, block.parents), *map(id, block.find_all(True))}
    for element in body.find_all(True):
        if not element.decomposed and id(element) not in held:
            element.decompose()


def _is_unlinked_sentence(block: Tag, text: str) -> bool:
    return is_sentence(text) and link_share(block, text) < _FEW_LINKS


def _links_in_text(core: Tag, kept: set[int]) -> set[int]:
    """Paragraphs of links that belong to the text: those between its paragraphs, and one alone at an end.

    The items of a list belong to it too if the paragraph above the list ends with a colon.
    """
    in_text = {
        id(item) for listed in core.find_all(("ul", "ol")) if _is_announced(listed) for item in listed("li")
    }
    beside: dict[int, list[Tag]] = {}
    for block in core.find_all("p"):
        if text_of(block):
            beside.setdefault(id(block.parent), []).append(block)
    for blocks in beside.values():
        in_text |= {id(block) for block in _linked_between(blocks, kept)}
    return in_text


def _linked_between(blocks: list[Tag], kept: set[int]) -> Iterator[Tag]:
    """Those of neighbouring links that have text on both sides, and a single link with text on one side."""
    runs = [
        (is_link, list(run))
        for is_link, run in groupby(
            blocks, key=lambda block: link_share(block, text_of(block)) > _MOSTLY_LINKS
        )
    ]
    for place, (is_link, run) in enumerate(runs):
        before, after = (
            runs[place - 1][1] if place else [],
            runs[place + 1][1] if place + 1 < len(runs) else [],
        )
        sides = sum(id(block) in kept for block in (*before[-1:], *after[:1]))
        if is_link and (sides == _BOTH_ENDS or (sides and len(run) == 1)):
            yield from run


def _is_announced(listed: Tag) -> bool:
    before = listed.find_previous_sibling()
    words = text_of(before) if isinstance(before, Tag) and before.name == "p" else ""
    return words.endswith(":") and not is_furniture(words)


def _may_be_lead(block: Tag, text: str) -> bool:
    """Whether a block between headline and text is its lead: some words or a sentence, few links."""
    whole = re.search(r"[.!?…]\W*$", text) is not None
    words = block.name in ("p", "h2", "h3", "h4") and len(text) > _FEW_WORDS
    words = words or (block.name == "div" and words_in(text) >= _LEAD_WORDS and len(text) > _FEW_WORDS)
    return (whole or words) and link_share(block, text) < _FEW_LINKS


def _in_picture(block: Tag) -> bool:
    """Whether a block belongs to a picture, which is later kept or left out as a whole."""
    figure = block.find_parent("figure")
    return figure is not None and figure.find(("img", "amp-img", "picture")) is not None


def _leads_away(block: Tag, home: str) -> bool:
    """Whether all links of a paragraph or item lead to other sites, none of them one to share pages on."""
    sites = [site_of(str(link.get("href") or "")[:_LONGEST_TEASER]) for link in block.find_all("a")]
    return (
        block.name in ("p", "li")
        and bool(home and sites)
        and all(site and site != site_of(home) and not _SHARING.search(site) for site in sites)
    )


def _is_button(link: Tag) -> bool:
    href = str(link.get("href") or "#").strip().lower()
    return href.startswith("javascript:") or href == "#"


def _is_other(block: Tag, text: str, is_kept: bool) -> bool:
    if block.name in ("figcaption", "caption"):
        return False
    linked = link_share(block, text)
    in_list = block.name not in ("p", "div", "section")
    if all(is_furniture(line, linked, in_list=in_list) for line in lines_of(block)):
        return True
    if linked > _MOSTLY_LINKS and all(_is_button(link) for link in block.find_all("a")):
        return True
    if linked > _MOSTLY_LINKS and not is_kept:
        return True
    if linked > _ONLY_A_LINK and block.name in ("div", "section"):
        return True
    plain_div = block.name in ("div", "section", "header", "center", "address", "details")
    return plain_div and not is_kept and len(text) < 40 and not re.search(r"[.!?…:]\W*$", text)
