"""Find what is wrong with the HTML of a built site: its ids, labels, headings, dates, links and files."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
from bs4 import BeautifulSoup, Tag

Pages = dict[str, BeautifulSoup]
"""Every built page by its path in the site."""

# The forms of HTML's `datetime` that EDTF's are written as (HTML, 2.3.5): a year, a month, a day.
_DATETIME = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
_REFERRING = {"aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "headers"}
_LABELABLE = ("button", "input", "meter", "output", "progress", "select", "textarea")
_ADDRESSES = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("source", "src"))


def _ids(page: BeautifulSoup) -> Counter[str]:
    return Counter(str(tag["id"]) for tag in page.find_all(id=True))


def _doubled(page: BeautifulSoup) -> Iterator[str]:
    return (name for name, count in _ids(page).items() if count > 1)


def _lost(page: BeautifulSoup) -> Iterator[str]:
    known = _ids(page)
    for tag in page.find_all(True):
        for name in tag.attrs.keys() & _REFERRING:
            value = tag[name]
            yield from (
                part for part in (value.split() if isinstance(value, str) else value) if part not in known
            )


def _labels_of_nothing(page: BeautifulSoup) -> Iterator[str]:
    for label in page.select("label[for]"):
        control = page.find(id=str(label["for"]))
        if control is None or control.name not in _LABELABLE:
            yield str(label["for"])


def _no_dates(page: BeautifulSoup) -> Iterator[str]:
    for time in page.find_all("time"):
        if not _DATETIME.fullmatch(str(time.get("datetime", ""))):
            yield str(time)[:120]


def _skipped(page: BeautifulSoup) -> Iterator[str]:
    level = 0
    for heading in page.find_all(re.compile("^h[1-6]$")):
        if int(heading.name[1]) > level + 1:
            yield str(heading)[:120]
        if not heading.get_text(strip=True):
            yield f"empty: {heading}"
        level = int(heading.name[1])


def _unnamed(page: BeautifulSoup) -> Iterator[str]:
    if len(page.find_all("h1")) != 1:
        yield "not one h1"
    if page.title is None or not page.title.get_text(strip=True):
        yield "no title"
    if not isinstance(page.html, Tag) or page.html.get("lang") != "en":
        yield "no language"


def _scripts(page: BeautifulSoup) -> Iterator[str]:
    for tag in page.find_all(True):
        yield from (f"{tag.name} {name}" for name in tag.attrs if name.startswith("on"))
        yield from (
            str(tag[key]) for key in ("href", "src") if str(tag.get(key, "")).startswith("javascript:")
        )


def _from_elsewhere(page: BeautifulSoup) -> Iterator[str]:
    for name, key in _ADDRESSES[1:]:
        for tag in page.find_all(name):
            if tag.get(key) and urlsplit(str(tag[key])).netloc and tag.get("rel") != ["canonical"]:
                yield str(tag[key])


PAGE_FAULTS: dict[str, Callable[[BeautifulSoup], Iterator[str]]] = {
    "an id stands twice": _doubled,
    "what refers to an id does not find it": _lost,
    "a label names no control": _labels_of_nothing,
    "a time has no date of HTML": _no_dates,
    "a level of headings is left out": _skipped,
    "not one heading, a title and a language": _unnamed,
    "a script stands in an attribute or an address": _scripts,
    "something is loaded from another host": _from_elsewhere,
}
"""What may be wrong with a page, and the function that finds it."""


def faults(pages: Pages, found_on: Callable[[BeautifulSoup], Iterator[str]]) -> dict[str, list[str]]:
    """What a function finds on pages, by the path of the page, where it finds something."""
    found = {path: list(found_on(page)) for path, page in pages.items()}
    return {path: wrong for path, wrong in found.items() if wrong}


def parse_errors(site: Path, files: Iterable[Path]) -> dict[str, list[object]]:
    """The errors of a strict parser, by the path of the page."""
    wrong = {}
    for file in files:
        parser = html5lib.HTMLParser()
        parser.parse(file.read_text(encoding="utf-8"))
        if parser.errors:
            wrong[file.relative_to(site).as_posix()] = parser.errors[:3]
    return wrong


def broken_links(site: Path, pages: Pages) -> list[tuple[str, str]]:
    """Links, anchors and files that lead nowhere, each with the page that it stands on."""
    ids = {path: set(_ids(page)) for path, page in pages.items()}
    return [
        (path, address)
        for path, page in pages.items()
        if path != "404.html"  # Served for any address, so the theme's links there are absolute.
        for address in _addresses(page)
        if not _leads_somewhere(site, ids, path, address)
    ]


def _addresses(page: BeautifulSoup) -> list[str]:
    return [str(tag[key]) for name, key in _ADDRESSES for tag in page.find_all(name) if tag.get(key)]


def _leads_somewhere(site: Path, ids: dict[str, set[str]], path: str, address: str) -> bool:
    """Whether an address on a page leads outside, or to a file of the site and an anchor that it has."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return True
    target = _target(site, path, address)
    if target.startswith("..") or not (site / target).is_file():
        return False
    return not parts.fragment or target not in ids or unquote(parts.fragment) in ids[target]


def _target(site: Path, path: str, address: str) -> str:
    """The file of the site that a relative address on a page means, "" for one of another site."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return ""
    if not parts.path:
        return path
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    return posixpath.normpath(posixpath.join(target, "index.html")) if (site / target).is_dir() else target


def unreached(site: Path, pages: Pages) -> set[str]:
    """The pages to which no links lead from the home page."""
    reached, ahead = {"index.html"}, ["index.html"]
    while ahead:
        path = ahead.pop()
        for link in pages[path].select("a[href]"):
            target = _target(site, path, str(link["href"]))
            if target in pages and target not in reached:
                reached.add(target)
                ahead.append(target)
    return pages.keys() - reached - {"404.html"}


def cards_of_links(page: BeautifulSoup) -> Iterator[tuple[Tag, str]]:
    """The links of a page to entities, articles, pages and dates, and the card that a script would ask for.

    A card is told by its path below the folder of cards, "" for a date that has no place of its own.
    """
    for link in page.select("a.dossier-link[data-id]"):
        yield link, f"{link['data-id']}.json"
    for link in page.select("a.dossier-date"):
        anchor = str(link["href"]).partition("#")[2]
        yield link, f"dates/{anchor}.json" if anchor else ""


def count_of_cards(site: Path, pages: Pages) -> Counter[tuple[str, bool]]:
    """How many links of each class have a card and how many have none; fails where one is marked wrongly."""
    found: Counter[tuple[str, bool]] = Counter()
    for path, page in pages.items():
        for link, card in cards_of_links(page):
            is_there = card != "" and (site / "assets/dossier/cards" / card).is_file()
            assert link.has_attr("data-card") == is_there, (path, link)
            found[link["class"][0], is_there] += 1
    return found
