"""What a reader has to download: a first visit, our own styles and scripts, our HTML, a card."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_faults import Pages
from page_kinds import KINDS
from page_weights import KB, first_visit, heavy_cards, heavy_html, own_files
from playwright.sync_api import Browser
from site_visits import OpenVisit


@pytest.mark.browser
def test_a_first_visit_of_an_article_is_light(browser: Browser, site_url: str, kinds: dict[str, str]) -> None:
    sizes = first_visit(browser, site_url, kinds["article"])
    assert len(sizes) <= 12
    assert sum(sizes) <= 70 * KB


@pytest.mark.parametrize("kind", KINDS)
def test_our_own_styles_and_scripts_are_small(built_site: Path, kinds: dict[str, str], kind: str) -> None:
    ours = own_files(built_site, kinds[kind])
    assert ours or kind == "missing"
    assert sum(ours.values()) <= 12 * KB, ours


def test_no_html_and_no_card_is_heavy(built_site: Path, pages: Pages) -> None:
    assert heavy_html(built_site, pages) == {}
    assert heavy_cards(built_site) == []


@pytest.mark.browser
def test_a_card_is_fetched_when_it_is_wanted_and_once(look: OpenVisit, kinds: dict[str, str]) -> None:
    visit = look(kinds["article"], viewport={"width": 1280, "height": 900})
    fetched: list[str] = []
    visit.page.on("request", lambda request: fetched.append(request.url))
    link = visit.page.locator(".dossier-text .dossier-link").first
    for _ in range(2):
        link.hover()
        visit.page.locator(".dossier-card").wait_for()
        visit.page.keyboard.press("Escape")
        visit.page.mouse.move(0, 0)
    assert len([url for url in fetched if "/assets/dossier/cards/" in url]) == 1
