"""Tests of the cards of mentions: by mouse, keyboard and touch, with what was true on the article's date."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Locator, Page, expect
from site_visits import OpenVisit, Visit

pytestmark = pytest.mark.browser

WIDE = {"viewport": {"width": 1280, "height": 900}}
TOUCH = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
ARTICLE = "articles/call-of-7-december-2021/"
PERSON = '.dossier-text a.dossier-link[data-type="person"]'


def card(page: Page) -> Locator:
    return page.locator(".dossier-card")


def tab_to(page: Page, link: Locator) -> None:
    """Press Tab until the link has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            return
    raise AssertionError("the Tab key does not come to the link")


def test_by_keyboard_a_mention_shows_its_card_and_leads_on(look: OpenVisit) -> None:
    visit = look(ARTICLE, **WIDE)
    page = visit.page
    link = page.locator(f'{PERSON}[data-id="carl-dahl"]').first
    tab_to(page, link)
    expect(card(page)).to_be_visible()
    expect(card(page)).to_contain_text("Carl Dahl")
    expect(card(page)).to_contain_text("President of Sudmark")
    assert link.get_attribute("aria-describedby") == card(page).get_attribute("id")
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(link).to_be_focused()
    assert link.get_attribute("aria-describedby") is None
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Carl Dahl")


def test_a_card_tells_nothing_that_came_after_the_article(look: OpenVisit) -> None:
    page = look(ARTICLE, **WIDE).page
    page.locator('.dossier-text a[data-id="lake-accords"]').first.hover()
    expect(card(page)).to_contain_text("Lake Accords")
    expect(card(page)).not_to_contain_text("2022")


def test_the_focus_goes_on_and_the_card_with_it(look: OpenVisit) -> None:
    page = look(ARTICLE, **WIDE).page
    links = page.locator(".dossier-text a:is(.dossier-link, .dossier-date)")
    tab_to(page, links.first)
    expect(card(page)).to_be_visible()
    first = card(page).inner_text()
    page.keyboard.press("Tab")
    expect(card(page)).not_to_have_text(first)
    expect(card(page)).to_have_count(1)


def test_a_date_has_a_card_of_what_the_timeline_says(look: OpenVisit) -> None:
    page = look(ARTICLE, **WIDE).page
    page.locator(".dossier-text a.dossier-date", has_text="June").first.hover()
    expect(card(page)).to_contain_text("Timeline")
    expect(card(page)).to_contain_text("Aldamouth summit")


def test_by_mouse_the_card_stays_while_it_is_pointed_at(look: OpenVisit) -> None:
    page = look("", **WIDE).page
    page.clock.install()
    page.goto(page.url + ARTICLE)
    page.locator(PERSON).first.hover()
    page.clock.run_for(600)
    expect(card(page)).to_be_visible()
    box = card(page).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1280
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
    page.clock.run_for(600)
    expect(card(page)).to_be_visible()
    page.mouse.move(2, 2, steps=4)
    page.clock.run_for(600)
    expect(card(page)).to_have_count(0)


def test_by_touch_the_first_opens_the_card_and_the_second_follows(look: OpenVisit) -> None:
    page = look(ARTICLE, **TOUCH).page
    link = page.locator(PERSON).first
    link.tap()
    expect(card(page)).to_be_visible()
    assert page.url.endswith(ARTICLE)
    box = card(page).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    link.tap()
    page.wait_for_url("**/people/*/")


def test_by_touch_the_card_leads_on_and_goes_away(look: OpenVisit) -> None:
    page = look(ARTICLE, **TOUCH).page
    page.locator(PERSON).first.tap()
    way = card(page).get_by_role("link")
    expect(way).to_be_visible()
    page.locator("h1").tap()
    expect(card(page)).to_have_count(0)
    page.locator(PERSON).first.tap()
    way.tap()
    page.wait_for_url("**/people/*/")


def test_a_card_tells_the_office_on_the_date_of_the_article(
    look: OpenVisit, built_site: Path, pages: dict[str, BeautifulSoup]
) -> None:
    found = list(mentions_of_officers(built_site, pages))
    inside, outside = ([each for each in found if each[0] is held] for held in (True, False))
    assert inside
    assert outside
    for _, path, person, office, period in (*inside[:2], *outside[:2]):
        visit = look(path, **WIDE)
        visit.page.locator(f'{PERSON}[data-id="{person}"]').first.hover()
        facts = card(visit.page).locator("dd")
        expect(facts.first).to_be_visible()
        told = facts.all_inner_texts()
        assert (office in told) == (not period), (path, person, told)
        assert not period or f"{office}, {period}" in told, (path, person, told)


def mentions_of_officers(
    site: Path, pages: dict[str, BeautifulSoup]
) -> Iterator[tuple[bool, str, str, str, str]]:
    """People with one office alone, where articles link them: whether they held it then, and its period."""
    for path, page in pages.items():
        body = page.select_one("[data-day]")
        if body is None or not re.fullmatch(r"articles/[^/]+/index\.html", path):
            continue
        day = int(str(body["data-day"]))
        for person in sorted({str(link["data-id"]) for link in page.select(PERSON)}):
            data = json.loads((site / f"assets/dossier/cards/{person}.json").read_text(encoding="utf-8"))
            if len(data["facts"]) == 1:
                _, office, first, last, period = data["facts"][0]
                held = (first or 0) <= day <= (last or 10**7)
                yield held, path.removesuffix("index.html"), person, office, "" if held else period


def test_a_card_says_the_same_as_the_page(look: OpenVisit) -> None:
    visit: Visit = look(ARTICLE, **WIDE)
    link = visit.page.locator('.dossier-text a.dossier-link[data-type="agreement"]').first
    link.hover()
    title = card(visit.page).locator(".dossier-card-title").inner_text()
    link.click()
    expect(visit.page.locator("h1")).to_have_text(title)
