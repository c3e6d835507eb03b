"""Tests of pages on paper: everything can be read, and nothing is printed that only works on a screen."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from page_kinds import cases
from playwright.sync_api import Page, expect
from site_visits import OpenVisit

pytestmark = pytest.mark.browser

# Those to press are not printed.
_SOURCES = "main a[href^=http]:not(.dossier-actions a)"
_PRINTED = "links => links.map(link => [link.href, getComputedStyle(link, '::after').content])"


@pytest.mark.parametrize("kind", cases())
def test_paper_has_the_addresses_of_sources_and_nothing_to_press(
    look: OpenVisit, kinds: dict[str, str], kind: str
) -> None:
    page = look(kinds[kind], viewport={"width": 800, "height": 1100}).page
    page.emulate_media(media="print")
    for part in (".md-header", ".md-tabs", ".md-footer", ".md-top", ".dossier-actions", ".controls"):
        for each in page.locator(part).all():
            expect(each).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    assert unprinted(page) == []


def test_the_page_with_most_sources_prints_all_their_addresses(
    look: OpenVisit, pages: dict[str, BeautifulSoup]
) -> None:
    most = max(pages, key=lambda path: len(pages[path].select(_SOURCES)))
    assert len(pages[most].select(_SOURCES)) > 5
    page = look(most.removesuffix("index.html"), viewport={"width": 800, "height": 1100}).page
    page.emulate_media(media="print")
    assert unprinted(page) == []


def unprinted(page: Page) -> list[str]:
    """The addresses of other sites in the main part that paper does not show."""
    links = page.locator(f"{_SOURCES}:not([href^='http://127.0.0.1'])").evaluate_all(_PRINTED)
    return [address for address, content in links if not prints(content, address)]


def prints(content: str, address: str) -> bool:
    """Whether generated content is the address of its link."""
    return content == "attr(href)" or content.strip('"').rstrip("/") == address.rstrip("/")


def test_what_is_folded_on_the_screen_is_printed(look: OpenVisit, kinds: dict[str, str]) -> None:
    page = look(kinds["article"], viewport={"width": 800, "height": 1100}).page
    folded = page.locator("main details:not([open]) > :not(summary) >> nth=0")
    assert folded.evaluate("each => each.checkVisibility({contentVisibilityAuto: true})") is False
    page.emulate_media(media="print")
    assert folded.evaluate("each => each.checkVisibility({contentVisibilityAuto: true})") is True


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white(look: OpenVisit, kinds: dict[str, str], scheme: str) -> None:
    page = look(kinds["article"], color_scheme=scheme).page
    page.emulate_media(media="print")
    colours = page.evaluate(
        """["body", ".dossier-text p"].map(name => getComputedStyle(document.querySelector(name)))
        .map((style, at) => (at ? style.color : style.backgroundColor).match(/[\\d.]+/g).map(Number))"""
    )
    ground, text = colours
    assert sum(ground[:3]) == 3 * 255 or ground[3:] == [0]
    assert sum(text[:3]) < 3 * 128
