"""The visible text about the headline in, the title, dates and bylines that stand there out.

Only the surroundings of the headline are read: elsewhere a date is that of an event, of another article or
of today.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dossier.importer.body.blocks import leaf_blocks, text_of
from dossier.importer.metadata.authors import BY
from dossier.importer.metadata.evidence import Stated, clean
from dossier.importer.metadata.moments import find_moments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup, Tag

TEXT: Final = "visible text"
DATELINE: Final = "first paragraph"
_BEFORE: Final = 4
_AFTER: Final = 12
_LONG: Final = 200
_SHORT: Final = 160
_UPDATED: Final = re.compile(
    r"\b(?:updated?|modified|last (?:change|edit|review)\w*|corrected|aktualisiert|mis à jour|"
    r"оновлен\w*|обновлен\w*|"
    r"изменен\w*|змінен\w*|zaktualizowan\w*|actualizado)\b",
    re.IGNORECASE,
)
_PUBLISHED: Final = re.compile(
    r"\b(?:published|posted|issued|released?|date|опубл[иі]к\w*|дата|veröffentlicht|erschienen|stand|"
    r"publié|data|"
    r"publicado|press release|прес-?реліз|пресс-релиз)\b",
    re.IGNORECASE,
)
_BYLINE_CLASS: Final = re.compile(
    r"\b(?:byline|author|autor|post-author|writer|contributor)s?\b(?!-)", re.IGNORECASE
)


def from_visible(soup: BeautifulSoup) -> Iterator[Stated]:
    """What the surroundings of the headline state."""
    blocks = [(block, text) for block in leaf_blocks(soup) if (text := clean(text_of(block)))]
    heading = _heading(soup)
    yield from _titles(soup, heading)
    surroundings = _surroundings([block for block, _ in blocks], heading)
    texts = {id(block): text for block, text in blocks}
    for block in surroundings:
        yield from _dates(block, texts[id(block)])
        yield from _bylines(block, texts[id(block)])
    long = next((text for _, text in blocks if len(text) > _LONG), "")
    for moment in list(find_moments(long[:90]))[:1]:
        yield Stated("published", moment.day, DATELINE, 30)
    for _, text in blocks:
        if len(text) < _SHORT and _PUBLISHED.match(text) and not _UPDATED.search(text):
            yield from (Stated("published", _kept(text), TEXT, 50) for _ in list(find_moments(text))[:1])


def _kept(text: str) -> str:
    return text[:_SHORT]


def _heading(soup: BeautifulSoup) -> Tag | None:
    """The headline: the first ``h1`` of an article, else the last of the page."""
    found = [h1 for h1 in soup.find_all("h1") if clean(text_of(h1)) and not h1.find_parent("aside")]
    inside = [h1 for h1 in found if h1.find_parent(("article", "main"))]
    return inside[0] if inside else found[-1] if found else None


def _titles(soup: BeautifulSoup, heading: Tag | None) -> Iterator[Stated]:
    if heading is not None:
        yield Stated("title", clean(text_of(heading)), "headline", 75)
    else:
        for second in soup.find_all("h2")[:1]:
            yield Stated("title", clean(text_of(second)), "first heading", 20)


def _surroundings(blocks: list[Tag], heading: Tag | None) -> list[Tag]:
    place = next((n for n, block in enumerate(blocks) if heading is not None and _holds(heading, block)), -1)
    after = []
    for block in blocks[place + 1 : place + 1 + _AFTER]:
        if len(text_of(block)) > _LONG:
            break
        after.append(block)
    # What stands above may be the masthead with the day of today, unless it is in the article's own box.
    box = heading.parent if heading is not None else None
    own = box is not None and box.name not in ("body", "html", "[document]")
    above = blocks[max(0, place - _BEFORE) : max(0, place)] if own else []
    return [*(block for block in above if any(parent is box for parent in block.parents)), *after]


def _holds(heading: Tag, block: Tag) -> bool:
    return block is heading or any(parent is heading for parent in block.parents)


def _dates(block: Tag, text: str) -> Iterator[Stated]:
    machine = [time for time in block.find_all("time") if clean(time.get("datetime"))]
    for time in machine[:4]:
        before = clean(" ".join(str(part) for part in time.find_all_previous(string=True, limit=2)[::-1]))
        label = f"{before} {' '.join(str(name) for name in time.get('class') or ())}"
        field = "updated" if _UPDATED.search(label.replace("-", " ")) else "published"
        value = clean(time.get("datetime"))
        yield Stated("updated" if field == "updated" else "published", value, "<time>", 68)
    if machine or len(text) > _SHORT:
        return
    updated = _UPDATED.search(text)
    first = text if updated is None else text[: updated.start()]
    if list(find_moments(first)):
        yield Stated("published", first, TEXT, 58)
    if updated is not None and list(find_moments(text[updated.start() :])):
        yield Stated("updated", text[updated.start() :], TEXT, 58)


def _bylines(block: Tag, text: str) -> Iterator[Stated]:
    linked = [link for link in block.find_all("a") if "author" in str(link.get("rel") or "")]
    for link in linked:
        yield Stated("author", clean(text_of(link)), "<a rel=author>", 62)
    if linked or len(text) > _SHORT:
        return
    marks = " ".join(
        str(name) for holder in (block, *list(block.parents)[:2]) for name in holder.get("class") or ()
    )
    marked = [inner for inner in block.find_all(class_=_BYLINE_CLASS) if clean(text_of(inner))]
    if marked:
        yield Stated("author", clean(text_of(marked[0])), "byline", 56)
    elif BY.match(text) and not list(find_moments(text)):
        yield Stated("author", text, "byline", 54)
    elif _BYLINE_CLASS.search(marks) and not list(find_moments(text)) and len(text) < 80:
        yield Stated("author", text, "byline", 52)
