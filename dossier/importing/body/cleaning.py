"""Remove from a page's tree what surrounds an article: menus, notices, boxes, controls.

This module goes by the page's own marks (elements, roles, classes); `finding` goes by the words. An element
that holds much of the text is never removed, whatever its marks say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bs4 import Tag

from dossier.importing.body.blocks import lines_of, link_share, text_of
from dossier.importing.body.captions import mark_captions
from dossier.importing.body.furniture import heads_box, is_sentence, may_head_box
from dossier.importing.body.runs import part_runs
from dossier.importing.body.teasers import find_teasers

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_TAGS: Final = ("nav", "menu", "input", "button", "script", "search", "dialog", "progress", "meter", "label")
_ROLES: Final = frozenset(
    "navigation complementary contentinfo search dialog alertdialog toolbar menu".split()
)
_WORDS: Final = frozenset(
    """ad ads adslot adsbygoogle advert advertisement advertising adbox adblock sponsored sponsor sponsors
    promo promoted promotion share sharing shares sharebar sharedaddy social socials sociable addtoany
    addthis related relateds recommended recommendation recommendations recirculation readmore readnext
    cookie cookies consent gdpr cmp onetrust cookiebar newsletter newsletters subscribe signup mailchimp
    optin breadcrumb breadcrumbs comments comment disqus respond sidebar outbrain taboola popup modal
    overlay lightbox pagination pager tags taglist trending popular mostread toolbar navbar navigation nav
    menu footer masthead follow followus donate donation donations login paywallprompt skiplink printonly
    noprint authorbio authorbox jp-relatedposts yarpp credits credit byline-bio feedback rating ratings poll
    metanav sitemap readalso alsoread clap claps responses reactions reaction likes like embed-subscribe
    subscription-widget post-ufi print-only hatnote mw-editsection toc backlink screen-reader-text
    site-sub content-sub printfooter catlinks navbox metadata-box mw-cite-backlink mw-jump-link
    visually-hidden sr-only wp-caption-text element-invisible visuallyhidden u-h offscreen screenreader
    skip-link skiplinks bio vjs jwplayer plyr mejs carousel""".split()
)
#: Names that some sites give to parts of an article too.
_WEAK: Final = frozenset(
    """ad ads advert advertising promo promoted share sharing shares social socials tags taglist follow
    followus credits credit feedback rating ratings poll toolbar carousel like likes claps reactions reaction
    responses popular trending""".split()
)
_MUCH_PROSE: Final = 300
_FEW_LINKS: Final = 0.2
_PHRASES: Final = re.compile(
    r"pull[-_]?quote|related[-_]?(?:post|article|stor|link|content|news)|read[-_]?(?:more|next|also)|"
    r"most[-_]?(?:read|"
    r"popular)|"
    r"(?:also|next)[-_]?read|share[-_]?(?:button|bar|link|tool|icon)|social[-_]?(?:button|share|link|"
    r"media|icon)|"
    r"cookie[-_]?(?:bar|banner|notice|consent|law)|author[-_]?(?:bio|box|card|info)|about[-_]?author|"
    r"news[-_]?letter|sign[-_]?up|subscribe|sub(?:scription)?[-_]?(?:box|form|widget|cta)|"
    r"post[-_]?(?:tags|navigation|nav)|"
    r"article[-_]?(?:tags|share|tools|footer|related|actions)|entry[-_]?(?:footer|tags)|tag[-_]?(?:list|"
    r"cloud|links)|"
    r"site[-_]?(?:header|footer|nav|navigation)|page[-_]?footer|skip[-_]?(?:link|to)|"
    r"(?:google|banner|leader|top|side|inline|mid)[-_]?(?:ad|ads|advert)(?![a-z])|ad[-_]?(?:slot|unit|"
    r"container|wrapper|banner|label)|"
    r"screen-reader-text|visually-hidden|sr-only|wp-caption-text|jp-relatedposts|video[-_]?player|"
    r"(?<![a-z])(?:[ck]om{1,2}ent(?:s|aire|aires|ario|arios|are|ar|arze|i)?|reader[-_]?comments)(?![a-z])|"
    r"photo[-_]?credit|up[-_]?next|more[-_]?(?:from|on|stories)|top[-_]?stories|latest[-_]?(?:news|posts|"
    r"stories)|"
    r"(?:other|last|recent)[-_]?(?:news|posts)|see[-_]?also|links[-_]?block|video[-_]?js|skip[-_]?nav",
    re.IGNORECASE,
)
_LARGE_SHARE: Final = 0.4
_MOSTLY_LINKS: Final = 0.5
_SENTENCE: Final = 40
_TEXT_HOLDERS: Final = ("html", "body", "main", "article")


@dataclass(frozen=True, slots=True)
class Box:
    """What was removed from a tree: the element that contained it, and its first sentence or its heading."""

    holder: Tag
    said: str


def clean_tree(soup: BeautifulSoup) -> list[Box]:
    """Remove from the tree what is no part of an article, and return those removed boxes that held text."""
    body = soup.body or soup
    boxes: list[Box] = []
    for element in soup.find_all(_TAGS):
        _remove(element)
    lengths = _text_lengths(body)
    most = _LARGE_SHARE * max(1, lengths.get(id(body), 0))
    for element in list(body.find_all(True)):
        if element.decomposed or element.name in _TEXT_HOLDERS:
            continue
        if _is_outside(element) and lengths.get(id(element), 0) <= most and not _holds_title(element):
            boxes += _boxed(element, next(filter(_is_prose, lines_of(element)), ""))
            _remove(element)
    boxes += _take_away_boxes(body, lengths, most)
    for teaser in find_teasers(body, text_of(soup.title) if soup.title else ""):
        if not teaser.decomposed:
            boxes += _boxed(teaser, next(filter(_is_prose, lines_of(teaser)), ""))
            _remove(teaser)
    mark_captions(body)
    part_runs(soup)
    return boxes


def _boxed(element: Tag, said: str) -> list[Box]:
    return [Box(element.parent, said)] if said and element.parent is not None else []


def _is_prose(line: str) -> bool:
    return len(line) > _SENTENCE and is_sentence(line)


def _take_away_boxes(body: Tag, lengths: dict[int, int], most: float) -> list[Box]:
    """Remove boxes whose heading says that they lead elsewhere: “Most read”, “Up next”."""
    boxes: list[Box] = []
    for heading in body.find_all(("h2", "h3", "h4", "h5", "h6", "strong", "b", "p", "span")):
        box = None if heading.decomposed else heading.find_parent(("div", "section", "aside"))
        if box is None or lengths.get(id(box), 0) > most or not _begins_with(box, heading):
            continue
        words = text_of(heading)
        if heads_box(words) or (may_head_box(words) and _leads_elsewhere(box, words)):
            boxes += _boxed(box, words)
            _remove(box)
    return boxes


def _leads_elsewhere(box: Tag, heading: str) -> bool:
    """Whether a box holds only links, or no sentence, below its heading."""
    text = text_of(box)
    alone = not any(_is_prose(line) for line in lines_of(box))
    return text != heading and (alone or link_share(box, text) > _MOSTLY_LINKS)


def _begins_with(box: Tag, heading: Tag) -> bool:
    first = next((text for text in box.find_all(string=True) if text.strip()), None)
    return first is not None and any(parent is heading for parent in first.parents)


def _holds_title(element: Tag) -> bool:
    return element.find("h1") is not None and element.name in ("header", "div", "section", "form")


def _is_outside(element: Tag) -> bool:
    if element.get("aria-hidden") == "true":
        return True
    if str(element.get("role") or "").lower() in _ROLES:
        return True
    if element.name == "footer":
        return element.find_parent("blockquote") is None
    if element.name == "aside" and not _may_be_a_box(element):
        return True
    marks = " ".join([*(str(name) for name in element.get("class") or ()), str(element.get("id") or "")])
    if not marks:
        return False
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", marks).lower()
    words = set(parted.split()) | set(re.split(r"[^a-z]+", parted))
    found = words & _WORDS
    if _PHRASES.search(parted):
        return True
    return bool(found) and not (found <= _WEAK and _holds_prose(element))


def _holds_prose(element: Tag) -> bool:
    """Whether an element holds several sentences and few links."""
    text = text_of(element)
    length = sum(len(line) for line in lines_of(element) if _is_prose(line))
    return length >= max(_MUCH_PROSE, len(text) // 2) and link_share(element, text) < _FEW_LINKS


def _may_be_a_box(aside: Tag) -> bool:
    """Whether an aside is a box of facts in the article: several paragraphs, few links."""
    inside = aside.find_parent(("article", "main")) is not None
    text = len(aside.get_text())
    linked = sum(len(link.get_text()) for link in aside.find_all("a"))
    return inside and len(aside.find_all(("p", "li"))) > 1 and linked < 0.2 * text


def _text_lengths(body: Tag) -> dict[int, int]:
    """How much text each element holds, by the identity of the element; text in links counts a quarter.

    Menus are all links, and a text without paragraphs must not be lost.
    """
    lengths: dict[int, int] = {}
    for string in body.find_all(string=True):
        own = len(string.strip())
        holders = list(string.parents)
        if any(holder.name == "a" for holder in holders[:3]):
            own //= 4
        for holder in holders if own else ():
            lengths[id(holder)] = lengths.get(id(holder), 0) + own
    return lengths


def _remove(element: Tag) -> None:
    if not element.decomposed:
        element.decompose()
