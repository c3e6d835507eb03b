"""The HTML of every page of the built dossier: parsed strictly, ids and what refers to them, headings, dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest
from bs4 import BeautifulSoup, Tag

# The forms of HTML's `datetime` that EDTF's are written as (HTML, 2.3.5): a year, a month, a day.
_DATETIME = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
_REFERRING = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "headers")
_LABELABLE = ("button", "input", "meter", "output", "progress", "select", "textarea")
Pages = dict[str, BeautifulSoup]


def test_no_page_has_a_parse_error(built_site: Path) -> None:
    wrong = {}
    for file in sorted(built_site.rglob("*.html")):
        parser = html5lib.HTMLParser()
        parser.parse(file.read_text(encoding="utf-8"))
        if parser.errors:
            wrong[file.relative_to(built_site).as_posix()] = parser.errors[:3]
    assert wrong == {}


def test_no_page_has_an_id_twice(pages: Pages) -> None:
    assert faults(pages, lambda page: (name for name, count in ids(page).items() if count > 1)) == {}


def test_what_refers_to_an_id_finds_it(pages: Pages) -> None:
    def lost(page: BeautifulSoup) -> Iterator[str]:
        known = ids(page)
        for name in _REFERRING:
            for tag in page.select(f"[{name}]"):
                value = tag[name]
                yield from (
                    part for part in (value.split() if isinstance(value, str) else value) if part not in known
                )

    assert faults(pages, lost) == {}


def test_every_label_names_a_control(pages: Pages) -> None:
    def lost(page: BeautifulSoup) -> Iterator[str]:
        for label in page.select("label[for]"):
            control = page.find(id=str(label["for"]))
            if control is None or control.name not in _LABELABLE:
                yield str(label["for"])

    assert faults(pages, lost) == {}


def test_every_time_has_a_date_of_html(pages: Pages) -> None:
    assert faults(
        pages,
        lambda page: (
            str(time)[:120] for time in page.find_all("time") if not _DATETIME.fullmatch(str(time.get("datetime", "")))
        ),
    ) == {}  # fmt: skip


def test_no_level_of_headings_is_left_out(pages: Pages) -> None:
    def skipped(page: BeautifulSoup) -> Iterator[str]:
        level = 0
        for heading in page.find_all(re.compile("^h[1-6]$")):
            if int(heading.name[1]) > level + 1:
                yield str(heading)[:120]
            if not heading.get_text(strip=True):
                yield f"empty: {heading}"
            level = int(heading.name[1])

    assert faults(pages, skipped) == {}


def test_every_page_has_one_heading_a_title_and_a_language(pages: Pages) -> None:
    for path, page in pages.items():
        assert len(page.find_all("h1")) == 1, path
        assert page.title is not None, path
        assert page.title.get_text(strip=True), path
        assert isinstance(page.html, Tag), path
        assert page.html.get("lang") == "en", path


def test_no_page_has_scripts_in_attributes_or_addresses(pages: Pages) -> None:
    def found(page: BeautifulSoup) -> Iterator[str]:
        for tag in page.find_all(True):
            yield from (f"{tag.name} {name}" for name in tag.attrs if name.startswith("on"))
            yield from (
                str(tag[key]) for key in ("href", "src") if str(tag.get(key, "")).startswith("javascript:")
            )

    assert faults(pages, found) == {}


@pytest.mark.parametrize(
    "html",
    ["<p><div></p></div>", "<p id=a id=b>", "<b><i></b></i>", "<ul><li></div></ul>", "<table><p></table>"],
)
def test_the_parser_finds_what_is_wrong(html: str) -> None:
    parser = html5lib.HTMLParser()
    parser.parse(f"<!doctype html><title>x</title>{html}")
    assert parser.errors


def ids(page: BeautifulSoup) -> Counter[str]:
    return Counter(str(tag["id"]) for tag in page.find_all(id=True))


def faults(pages: Pages, found_on: object) -> dict[str, list[str]]:
    """What a function finds on pages, by the path of the page, where it finds something."""
    assert callable(found_on)
    found = {path: list(found_on(page)) for path, page in pages.items()}
    return {path: wrong for path, wrong in found.items() if wrong}
