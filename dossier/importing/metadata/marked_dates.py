"""Read the dates that a page's address holds and that classes mark near its headline.

This reads the page before menus and boxes are removed from it, because many sites put the date in what they
call a footer.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from bs4 import Tag

from dossier.importing.body.blocks import HEADINGS, letters_of, text_of
from dossier.importing.metadata.evidence import Name, Stated, clean
from dossier.importing.metadata.labels import UPDATED
from dossier.importing.metadata.moments import FIRST_YEAR, find_moments

if TYPE_CHECKING:
    from collections.abc import Iterator

ADDRESS: Final = "address"
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
_SINCE_1970: Final = re.compile(r"\d{10}(?:\d{3})?")
_LONG: Final = 200
_SHORT: Final = 80
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
    """The marked elements in a holder that stand before its first long paragraph below the headline."""
    below = False
    for element in holder.find_all(True):
        below = below or element is heading
        text = text_of(element)
        if (
            below
            and element.name in ("p", "div")
            and len(text) > _LONG
            and element.find(("p", "div")) is None
        ):
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
