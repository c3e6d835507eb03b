"""Read the dates that a page's address and scripts hold, that classes mark near its headline, and below it.

This reads the page before menus and boxes are removed from it, because many sites put the date in what they
call a footer.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from babel.dates import get_day_names
from bs4 import Tag

from dossier.importing.body.blocks import HEADINGS, leaf_blocks, letters_of, text_of
from dossier.importing.body.furniture import is_sentence
from dossier.importing.metadata.evidence import Name, Stated, clean
from dossier.importing.metadata.labels import UPDATED
from dossier.importing.metadata.moments import FIRST_YEAR, LANGUAGES, find_moments, month_names, read_moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup

ADDRESS: Final = "address"
BELOW: Final = "line below the headline"
_IN_ADDRESS: Final = re.compile(
    r"(?:^|[/_-])(?P<year>(?:19|20)\d\d)(?P<sign>[/_-]?)(?P<month>0?[1-9]|1[0-2])(?P=sign)"
    r"(?P<day>0?[1-9]|[12]\d|3[01])(?![\d])"
)
_MARK: Final = re.compile(
    r"(?<![a-z])(?:date|dates|datum|fecha|datetime|time|timeago|timestamp|publi\w*|pubdate|posted|dateline)"
    r"(?![a-z])"
)
_ATTRIBUTES: Final = (
    "datetime",
    "content",
    "data-date",
    "data-datetime",
    "data-time",
    "data-timestamp",
    "title",
)
_IN_SCRIPT: Final = re.compile(
    r"[\"'](?:date_?published|(?:first_?)?pub(?:lish(?:ed|ing)?|lication)?_?(?:date|time|at|on)|"
    r"article_?(?:publi\w{2,8}_?)?date)\\?[\"']\s*[:,]\s*\\?[\"'](?P<value>[^\"'\\]{6,40})\\?[\"']",
    re.IGNORECASE,
)
#: A line that says who wrote the page, or that it was written.
_SIGNED: Final = re.compile(
    r"^\W*(?:(?:posted|published|submitted|written|filed|gespeichert|geschrieben|veröffentlicht|verfasst|"
    r"eingestellt|erstellt|publié|rédigé|écrit|publicado|escrito|scritto|pubblicato|napisał\w*|dodał\w*|"
    r"опубл[иі]к\w*|написа\w*|автор)\b|"
    r"(?:this|dieser|cet|este|questo|цей|этот) (?i:\w+) (?:was|wurde|a été|fue|è stato|бул\w|был\w?)\b|"
    r"(?:by|von|par|por|di|від|от)\s+(?-i:[^\W\d_a-zà-ÿа-яіїєґ]))",
    re.IGNORECASE,
)
_CLOCK: Final = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?![.\d])")
#: The author's initials, as behind the date of an agency's report.
_INITIALS: Final = re.compile(r"\([^\W\d_]{1,4}(?:/[^\W\d_]{1,4})?\)")
_COMMENT: Final = re.compile(r"[ck]om+ent|коментар|respond|repl(?:y|ies)|disqus")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_OF_TIME: Final = frozenset(
    "uhr um at à h à las alle г р в о of de del den der the th st nd rd am pm le el utc gmt".split()
)
_SINCE_1970: Final = re.compile(r"\d{10}(?:\d{3})?")
#: A lead may stand between the headline and the date.
_LEAD: Final = 300
_SHORT: Final = 80
_LONGEST_LINE: Final = 400
_LEVELS: Final = 3
_TEASER: Final = 600
_TEASER_LEVELS: Final = 4
_HEADLINE: Final = 15
#: Links to authors and subjects are shorter.
_LINKED_HEADLINE: Final = 25


def from_address(address: str) -> Iterator[Stated]:
    """The day in the path of an address, such as ``/2022/02/24/``; a month alone says too little."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return
    for match in _IN_ADDRESS.finditer(path):
        if not match["sign"] and len(match["month"] + match["day"]) < 4:
            continue
        try:
            day = date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            continue
        yield Stated("published", day.isoformat(), ADDRESS, 56)
        return


def from_scripts(markup: str) -> Iterator[Stated]:
    """The date that the scripts of a page name as that of publication, if all name the same day."""
    values = [match["value"] for match in _IN_SCRIPT.finditer(markup)]
    days = {moment.day: value for value in values if (moment := read_moment(value)) is not None}
    if len(days) == 1:
        yield Stated("published", next(iter(days.values())), "script", 44)


def from_marked(heading: Tag | None) -> Iterator[Stated]:
    """The dates in elements around a headline whose class says that they hold one."""
    if heading is None:
        return
    for holder in list(heading.parents)[:_LEVELS]:
        if holder.name in ("body", "html", "[document]"):
            return
        found = [one for element in _before_text(holder, heading) for one in _marked(element)]
        if any(one.field == "published" for one in found):
            yield from found[:4]
            return


def from_below(soup: BeautifulSoup, heading: Tag | None) -> Iterator[Stated]:
    """Dates below the headline: in a signed line, such as “Posted by Ann on 3 May 2013”, or alone in a block.

    Dates of teasers and comments look the same, so one counts only if there is no other.
    """
    signed: dict[str, str] = {}
    alone: dict[str, str] = {}
    timed: dict[str, str] = {}
    title = letters_of(text_of(heading)) if heading is not None else ""
    below = heading is None
    for block in leaf_blocks(soup.body or soup):
        below = below or block is heading or any(parent is heading for parent in block.parents)
        text = text_of(block)
        if not below or len(text) > _LONGEST_LINE or UPDATED.search(text):
            continue
        moments = list(find_moments(text))
        if len({moment.day for moment in moments}) != 1 or is_in_teaser(block, title) or _is_comment(block):
            continue
        if _SIGNED.search(text):
            signed.setdefault(moments[0].day, text)
        elif block.find_parent(("table", "dl", "figure")) is not None:
            continue
        elif is_only_a_date(text):
            alone.setdefault(moments[0].day, text)
        elif _CLOCK.search(text) and len(text) <= 2 * _SHORT and not is_sentence(text):
            timed.setdefault(moments[0].day, text)
    for found, weight, origin in ((signed, 50, "signed line"), (alone, 44, BELOW), (timed, 43, BELOW)):
        if len(found) == 1:
            yield Stated("published", next(iter(found.values())), origin, weight)


def is_only_a_date(line: str) -> bool:
    """Whether a line that holds a date says nothing else, but perhaps the time and the day of the week."""
    line = _INITIALS.sub("", line)
    return all(word in month_names() or word in _day_words() for word in _LETTERS.findall(line.lower()))


@cache
def _day_words() -> frozenset[str]:
    names = {
        name.lower().rstrip(".")
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for name in get_day_names(width, "format", language).values()
    }
    return frozenset(word for name in names for word in _LETTERS.findall(name)) | _OF_TIME


def _is_comment(block: Tag) -> bool:
    return any(_COMMENT.search(_marks(holder)) for holder in (block, *block.parents))


def value_of(element: Tag) -> str:
    """The date in an element: as its attributes give it to programs, else as readers see it."""
    for name in _ATTRIBUTES:
        value = clean(element.get(name))
        if _SINCE_1970.fullmatch(value):
            moment = datetime.fromtimestamp(int(value[:10]), UTC)
            if moment.year >= FIRST_YEAR:
                return moment.isoformat()
        if list(find_moments(value)):
            return value
    return clean(text_of(element))


def is_in_teaser(element: Tag, title: str) -> bool:
    """Whether an element stands in a small box with a headline other than `title`, given by its letters."""
    for box in list(element.parents)[:_TEASER_LEVELS]:
        if box.name in ("body", "html", "[document]") or len(text_of(box)) > _TEASER or box.find("h1"):
            return False
        for headline in box.find_all((*HEADINGS, "a")):
            if headline.find("time") is not None:
                continue
            said = letters_of(text_of(headline))
            least = _HEADLINE if headline.name in HEADINGS else _LINKED_HEADLINE
            if len(said) >= least and said not in title and not list(find_moments(text_of(headline))):
                return True
    return False


def _before_text(holder: Tag, heading: Tag) -> Iterator[Tag]:
    """The marked elements in a holder that stand above the text, perhaps below a lead."""
    below, read = False, 0
    for element in holder.find_all(True):
        below = below or element is heading
        text = text_of(element)
        if below and element.name in ("p", "div") and element.find(("p", "div")) is None:
            read += len(text)
            if read > _LEAD:
                return
        may_be = len(text) <= _SHORT and _MARK.search(_marks(element)) and element.find("h1") is None
        if may_be and not is_in_teaser(element, letters_of(text_of(heading))):
            yield element


def _marked(element: Tag) -> Iterator[Stated]:
    value = value_of(element)
    if not list(find_moments(value)):
        return
    words = f"{_marks(element)} {text_of(element)}"
    field: Name = "updated" if UPDATED.search(words) else "published"
    yield Stated(field, value, "class of a date", 57)


def _marks(element: Tag) -> str:
    names = " ".join([*(str(name) for name in element.get("class") or ()), str(element.get("id") or "")])
    return re.sub(r"[-_]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", names)).lower()
