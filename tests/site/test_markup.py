"""Tests of the HTML of every built page: strict parsing, ids and references, headings, dates."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest
from bs4 import BeautifulSoup
from page_faults import PAGE_FAULTS, Pages, faults, parse_errors

RIGHT = """<!doctype html><html lang="en"><title>A page</title><h1 id="a">A</h1><h2 aria-describedby="a">B</h2>
<label for="b">B</label><input id="b"><time datetime="2014-05">May</time><script src="x.js"></script></html>"""
# What is to be changed in it, so that each fault is there.
WRONG = {
    "an id stands twice": ('id="b"', 'id="a"'),
    "what refers to an id does not find it": ('describedby="a"', 'describedby="c"'),
    "a label names no control": ('for="b"', 'for="a"'),
    "a time has no date of HTML": ("2014-05", "2014-5"),
    "a level of headings is left out": ("h2", "h3"),
    "not one heading, a title and a language": ("A page", ""),
    "a script stands in an attribute or an address": ("<title>", '<title onclick="x">'),
    "something is loaded from another host": ("x.js", "//example.org/x.js"),
}


def test_no_page_has_a_parse_error(built_site: Path) -> None:
    assert parse_errors(built_site, built_site.rglob("*.html")) == {}


@pytest.mark.parametrize("what", PAGE_FAULTS)
def test_on_no_page(pages: Pages, what: str) -> None:
    assert faults(pages, PAGE_FAULTS[what]) == {}


@pytest.mark.parametrize("what", PAGE_FAULTS)
def test_each_fault_is_found_where_it_is(what: str) -> None:
    page = BeautifulSoup(RIGHT, "html.parser")
    assert all(list(found_on(page)) == [] for found_on in PAGE_FAULTS.values())
    assert list(PAGE_FAULTS[what](BeautifulSoup(RIGHT.replace(*WRONG[what]), "html.parser"))) != []


@pytest.mark.parametrize(
    "html",
    ["<p><div></p></div>", "<p id=a id=b>", "<b><i></b></i>", "<ul><li></div></ul>", "<table><p></table>"],
)
def test_the_parser_finds_what_is_wrong(html: str) -> None:
    parser = html5lib.HTMLParser()
    parser.parse(f"<!doctype html><title>x</title>{html}")
    assert parser.errors
