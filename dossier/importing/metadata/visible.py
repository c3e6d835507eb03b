"""Read the title, dates and bylines in the visible text around the headline.

Elsewhere on a page, a date is that of an event, of another article or of today.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from bs4 import Tag

from dossier.importing.body.blocks import HEADINGS, leaf_blocks, letters_of, lines_of, text_of
from dossier.importing.body.data_tables import is_data
from dossier.importing.body.furniture import is_sentence, words_in
from dossier.importing.metadata.authors import is_byline
from dossier.importing.metadata.evidence import Name, Stated, clean, clean_title
from dossier.importing.metadata.labels import AS_OF, PUBLISHED, UPDATED
from dossier.importing.metadata.marked_dates import is_only_a_date, value_of
from dossier.importing.metadata.moments import find_moments, read_moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bs4 import BeautifulSoup

TEXT: Final = "visible text"
DATELINE: Final = "first paragraph"
_UNSURE: Final = 40
_BEFORE: Final = 4
_AFTER: Final = 12
_LONG: Final = 200
_SHORT: Final = 160
_SENTENCE: Final = 60
_WORDS_OF_LABEL: Final = 8
_MANY_WORDS: Final = 40
_SURE_TITLE: Final = 15
#: What stands before the first sentence of an agency's text: “KYIV, 24 February 2022 (Agency) — ”.
_DATELINE: Final = re.compile(r"([^.!?]{0,80}?\d[^.!?]{0,30}?)\s*(?:[–—]|\s-\s|:)\s")
_CLOCK: Final = re.compile(r"(?<!\d)\d{1,2}[:.h]\d{2}(?![.\d])")
#: “(24.02.2022) The talks …”
_BRACKETED: Final = re.compile(r"\(([^()]{6,40})\)\s")
#: “3 May – 5 June 1916” is when something happened.
_STRETCH: Final = re.compile(r"\d{1,2}\.?(?:\s+[^\W\d_]+)?(?:\s+\d{4})?\s*[–—-]\s*\d{1,2}\.?\s+[^\W\d_]{3}")
_PARTING: Final = re.compile(r"\s+[|·•]\s+")
_TITLE_CLASS: Final = re.compile(r"^(?:Mso)?Title$", re.IGNORECASE)
_GENERATOR: Final = re.compile(r"^generator$", re.IGNORECASE)
_WRITER: Final = re.compile(r"\b(?:Word|LibreOffice|OpenOffice|Writer|pandoc|AbiWord|Pages)\b", re.IGNORECASE)
_GOOGLE_CLASS: Final = re.compile(r"c\d+|doc-content")
_HEADLINE_CLASS: Final = re.compile(r"^(?:entry|post|article|news|page)[-_]?(?:title|headline)$|^headline$")
#: Many themes of WordPress have a class of changes on the only date.
_OF_ENTRY: Final = re.compile(r"entry-date|published|posted")
_BYLINE_CLASS: Final = re.compile(
    r"(?<![a-z])(?:byline|author|autor|writer|contributor)s?(?![a-z])(?!-)"
    r"(?![-_]+(?:bio|box|card|info|image|img|avatar|photo|wrapper|desc))",
    re.IGNORECASE,
)


def from_visible(soup: BeautifulSoup) -> Iterator[Stated]:
    """What the surroundings of the headline state."""
    blocks = [(block, text) for block in leaf_blocks(soup) if (text := clean(text_of(block)))]
    heading = heading_of(soup)
    yield from _titles(heading, soup)
    surroundings = _surroundings([block for block, _ in blocks], heading)
    for block in surroundings:
        if not _states_facts(block):
            # Without a headline, this is the top of the page, which may show today's date.
            yield from (one if heading else replace(one, weight=_UNSURE) for one in _dates(block))
        yield from _bylines(block)
    long = next((text for _, text in blocks if len(text) > _LONG), "")
    dateline = _DATELINE.match(long)
    for moment in list(find_moments(dateline[1]) if dateline else ())[:1]:
        yield Stated("published", moment.day, DATELINE, 30)
    bracketed = _BRACKETED.match(long)
    if bracketed and is_only_a_date(bracketed[1]):
        yield from (Stated("published", moment.day, DATELINE, 50) for moment in find_moments(bracketed[1]))
    yield from _labelled(blocks, _box_of_text(heading, blocks))


def _labelled(blocks: Sequence[tuple[Tag, str]], box: Tag | None) -> Iterator[Stated]:
    """Lines that begin with words such as “Published”: in the article's box, or all of one day elsewhere."""
    elsewhere: dict[str, Stated] = {}
    for block, text in blocks:
        moment = read_moment(text) if len(text) < _SHORT and PUBLISHED.match(text) else None
        if moment is None or UPDATED.search(text):
            continue
        if box is not None and _holds(box, block):
            yield Stated("published", text, TEXT, 50)
        elif not AS_OF.match(text):
            elsewhere.setdefault(moment.day, Stated("published", text, TEXT, 46))
    if len(elsewhere) == 1:
        yield from elsewhere.values()


def _box_of_text(heading: Tag | None, blocks: Sequence[tuple[Tag, str]]) -> Tag | None:
    """The smallest element with the headline and a long paragraph."""
    long = {id(block) for block, text in blocks if len(text) > _LONG}
    for holder in heading.parents if heading is not None else ():
        if any(id(inner) in long for inner in holder.find_all(True)):
            return holder
    return None


def heading_of(soup: BeautifulSoup) -> Tag | None:
    """The headline: the first ``h1`` of an article, else of the page, else an element that is marked as one.

    A site's name that links to its home page is no headline. In a document, the headings of its parts are
    ``h1`` too, and its title may be a paragraph.
    """
    if (title := _title_of_document(soup)) is not None:
        return title
    found = [
        h1
        for h1 in soup.find_all("h1")
        if clean(text_of(h1)) and not h1.find_parent("aside") and not _leads_home(h1)
    ]
    inside = [h1 for h1 in found if h1.find_parent(("article", "main"))]
    if inside or found:
        return inside[0] if inside else _foremost(found, soup)
    marked = soup.find(HEADINGS, class_=_HEADLINE_CLASS) or soup.find(HEADINGS, itemprop="headline")
    return marked if isinstance(marked, Tag) else _line_of_title(soup)


def _title_of_document(soup: BeautifulSoup) -> Tag | None:
    """The paragraph that a word processor marked as the title, if it is the first of the document."""
    title = soup.find(("p", "h1"), class_=_TITLE_CLASS)
    if not isinstance(title, Tag) or title.find("a", href=True) or title.find_parent(("li", "aside", "nav")):
        return None
    first = next((block for block in leaf_blocks(soup.body or soup) if text_of(block)), None)
    return title if first is not None and _shares(title, first) else None


def _foremost(found: list[Tag], soup: BeautifulSoup) -> Tag:
    """The last of several headings that the window's title contains, else the first one of a document.

    On a page of a web site it is the last heading, because the first may be the name of the site.
    """
    title = letters_of(soup.title.get_text()) if soup.title else ""
    agreeing = [
        heading for heading in found if len(said := letters_of(text_of(heading))) > 2 and said in title
    ]
    if agreeing:
        return agreeing[-1]
    return found[0] if _is_document(soup) else found[-1]


def _is_document(soup: BeautifulSoup) -> bool:
    """Whether a word processor wrote the page."""
    generator = soup.find("meta", attrs={"name": _GENERATOR})
    program = str(generator.get("content") or "") if isinstance(generator, Tag) else ""
    classes = soup.body.get("class") or () if soup.body else ()
    return (
        _WRITER.search(program) is not None
        or any(_GOOGLE_CLASS.fullmatch(str(name)) for name in classes)
        or soup.find(class_="MsoNormal") is not None
    )


def _line_of_title(soup: BeautifulSoup) -> Tag | None:
    """The element whose text is the window's title, or begins or ends it."""
    title = letters_of(soup.title.get_text()) if soup.title else ""
    marked = soup.find_all((*HEADINGS, "b", "strong", "font", "p", "center"))
    for element in [*marked, *leaf_blocks(soup.body or soup)] if title else ():
        text = letters_of(text_of(element))
        if text and (
            text == title or (len(text) > _SURE_TITLE and (title.startswith(text) or title.endswith(text)))
        ):
            return element
    return None


def _leads_home(heading: Tag) -> bool:
    link = heading.find("a", href=True)
    if link is None or text_of(link) != text_of(heading):
        return False
    return urlsplit(str(link["href"])[:_SHORT]).path in ("", "/") and "#" not in str(link["href"])


def _titles(heading: Tag | None, soup: BeautifulSoup) -> Iterator[Stated]:
    if heading is not None:
        yield Stated("title", _headline(heading), "headline", 75)
    else:
        for second in soup.find_all("h2")[:1]:
            yield Stated("title", clean_title(text_of(second), is_shown=True), "first heading", 20)


def _headline(heading: Tag) -> str:
    """The words of the headline, with a space between parts that are separate elements."""
    parts = [node for node in heading.children if isinstance(node, Tag) or str(node).strip()]
    parted = len(parts) > 1 and all(isinstance(node, Tag) and len(text_of(node)) > 1 for node in parts)
    if parted:
        words = " ".join(text_of(node) for node in parts if isinstance(node, Tag))
        return clean_title(words, is_shown=True)
    return clean_title(text_of(heading), is_shown=True)


def _surroundings(blocks: list[Tag], heading: Tag | None) -> list[Tag]:
    """The blocks around the headline, up to the text: at most to the second paragraph with a sentence."""
    places = [n for n, block in enumerate(blocks) if heading is not None and _shares(heading, block)]
    place, start = (places[0], places[-1]) if places else (-1, -1)
    if places and not _is_alone(heading, blocks[start]):
        start -= 1
    after: list[Tag] = []
    sentences = 0
    for block in blocks[start + 1 : start + 1 + _AFTER]:
        longest = max(lines_of(block), key=len, default="")
        if sentences and block.name in HEADINGS:
            break
        sentences += words_in(longest) > _WORDS_OF_LABEL and is_sentence(longest)
        if len(longest) > _LONG or words_in(longest) > _MANY_WORDS or sentences > 1:
            break
        after.append(block)
    # The blocks above may be the masthead with today's date, unless they are in the article's own box.
    box = heading.parent if heading is not None else None
    own = box is not None and box.name not in ("body", "html", "[document]")
    above = blocks[max(0, place - _BEFORE) : max(0, place)] if own else []
    return [*(block for block in above if any(parent is box for parent in block.parents)), *after]


def _states_facts(block: Tag) -> bool:
    """Whether a block is in a table of data, such as the box of facts of an encyclopedia."""
    table = block.find_parent("table")
    return table is not None and is_data(table)


def _shares(heading: Tag, block: Tag) -> bool:
    return _holds(heading, block) or _holds(block, heading)


def _is_alone(heading: Tag | None, block: Tag) -> bool:
    return heading is None or letters_of(text_of(heading)) == letters_of(text_of(block))


def _holds(holder: Tag, block: Tag) -> bool:
    return block is holder or any(parent is holder for parent in block.parents)


def _dates(block: Tag) -> Iterator[Stated]:
    machine = [
        time
        for time in block.find_all(("time", "abbr"))
        if clean(time.get("datetime")) or (time.name == "abbr" and read_moment(clean(time.get("title"))))
    ]
    for time in machine[:4]:
        field: Name = "updated" if _is_of_update(time) else "published"
        yield Stated(field, value_of(time), "<time>", 68)
        # Its words give the local day, while its value may be in UTC.
        if list(find_moments(text_of(time))):
            yield Stated(field, clean(text_of(time)), TEXT, 58)
    for line in lines_of(block) if not machine else ():
        yield from _dates_in(line, [clean(text_of(part)) for part in block.find_all(class_="updated")])


def _is_of_update(time: Tag) -> bool:
    """Whether a time is that of a change: its own words say so, else those before it, else its class."""
    own = text_of(time)
    if time.has_attr("pubdate"):
        return False
    if PUBLISHED.search(own) or UPDATED.search(own):
        return PUBLISHED.search(own) is None
    before = clean(" ".join(str(part) for part in time.find_all_previous(string=True, limit=2)[::-1]))
    # What ends with a date is the label of that one.
    labels = [match.start() for match in UPDATED.finditer(before)]
    if labels and not list(find_moments(before[labels[-1] :])):
        return True
    names = " ".join(str(name) for name in time.get("class") or ())
    return UPDATED.search(names.replace("-", " ")) is not None and not _OF_ENTRY.search(names)


def _dates_in(line: str, changed: Sequence[str] = ()) -> Iterator[Stated]:
    """The dates in a line; `changed` are parts of it that the page marks as the date of a change.

    Some themes mark the only date so.
    """
    if len(line) > _SHORT:
        return
    for part in changed:
        rest = line.replace(part, " ")
        if part and rest != line and read_moment(part) and read_moment(rest):
            yield Stated("updated", part, TEXT, 58)
            line = rest
    updated = UPDATED.search(line)
    first = line if updated is None else line[: updated.start()]
    if _is_prose(line):
        return
    if list(find_moments(first)) and not _STRETCH.search(first):
        yield Stated("published", clean(first), TEXT, 58 if _is_date_line(first) else 54)
    if updated is not None and list(find_moments(line[updated.start() :])):
        yield Stated("updated", clean(line[updated.start() :]), TEXT, 58)


def _is_date_line(line: str) -> bool:
    """Whether a line gives the date for its own sake, rather than says what is of that date."""
    return is_only_a_date(line) or PUBLISHED.search(line) is not None or _CLOCK.search(line) is not None


def _is_prose(line: str) -> bool:
    """Whether a line is a sentence, in which a date may be that of anything."""
    labelled = PUBLISHED.match(line) or UPDATED.match(line)
    return not labelled and words_in(line) > _WORDS_OF_LABEL and (len(line) > _SENTENCE or is_sentence(line))


def _bylines(block: Tag) -> Iterator[Stated]:
    linked = [link for link in block.find_all("a") if "author" in str(link.get("rel") or "")]
    for link in linked:
        yield Stated("author", clean(text_of(link)), "<a rel=author>", 62)
    lines = lines_of(block)
    if linked or any(len(line) > _SHORT for line in lines):
        return
    marks = " ".join(
        str(name) for holder in (block, *list(block.parents)[:2]) for name in holder.get("class") or ()
    )
    marked = [inner for inner in block.find_all(class_=_BYLINE_CLASS) if clean(text_of(inner))]
    if marked:
        yield Stated("author", clean(text_of(marked[0])), "byline", 56)
        return
    spans = [text_of(inner) for inner in block.find_all("span")]
    for line in [*lines, *(span for span in spans if span not in lines and is_byline(span))]:
        first = _PARTING.split(line)[0]
        if is_byline(first):
            yield Stated("author", clean(first), "byline", 54)
        elif _BYLINE_CLASS.search(marks) and not list(find_moments(line)) and len(line) < 80:
            yield Stated("author", clean(line), "byline", 52)
