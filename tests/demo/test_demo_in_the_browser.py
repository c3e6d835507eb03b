"""Tests of the dossier in a real browser: a page of each kind, the heaviest articles, and walks.

The tests choose pages by a property, such as the person with most mentions, and never by name.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from page_kinds import cases
from page_looks import broken_rules, is_dark, sideways
from page_weights import KB, first_visit
from playwright.sync_api import Browser, expect
from site_visits import OpenVisit, Visit

# Slow, because tests/site looks at every kind of page in the same ways.
pytestmark = [pytest.mark.browser, pytest.mark.slow]


def pages_of(site: Path, folder: str) -> dict[str, BeautifulSoup]:
    """The pages of the items of one type, by their paths in an address."""
    return {
        f"{folder}/{file.parent.name}/": BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        for file in sorted((site / folder).glob("*/index.html"))
    }


def most(site: Path, folder: str, selector: str) -> tuple[str, BeautifulSoup]:
    """The page in a folder that has most of what a selector finds, and its path."""
    return max(pages_of(site, folder).items(), key=lambda each: len(each[1].select(selector)))


# The facts of each type are looked at in tests/site.
@pytest.mark.parametrize("kind", cases(facts_count=False))
def test_no_rule_of_axe_is_broken_and_nothing_runs_over(
    look: OpenVisit, kinds: dict[str, str], kind: str
) -> None:
    page = look(kinds[kind], viewport={"width": 1280, "height": 844}).page
    assert broken_rules(page) == []
    for width in (1280, 360, 320):
        page.set_viewport_size({"width": width, "height": 844})
        assert sideways(page) <= 0


@pytest.mark.parametrize("kind", ["article", "person", "timeline", "relations"])
def test_the_colours_of_the_dark_scheme_can_be_told_apart(
    look: OpenVisit, kinds: dict[str, str], kind: str
) -> None:
    page = look(kinds[kind], color_scheme="dark", viewport={"width": 360, "height": 844}).page
    assert is_dark(page)
    assert broken_rules(page, of_colours=True) == []


def test_a_first_visit_of_the_heaviest_articles_is_light(
    browser: Browser, built_site: Path, site_url: str
) -> None:
    files = sorted((built_site / "articles").glob("*/index.html"), key=lambda file: file.stat().st_size)
    for file in files[-3:]:
        sizes = first_visit(browser, site_url, f"articles/{file.parent.name}/")
        assert len(sizes) <= 12, file
        assert sum(sizes) <= 70 * KB, file


def test_the_sentences_that_mention_a_person_lead_to_their_places(visit: Visit, built_site: Path) -> None:
    person, _ = most(built_site, "people", ".dossier-quotations a")
    visit.open(person)
    count = visit.page.locator(".dossier-quotations a").count()
    assert count > 5
    for number in (0, count // 2, count - 1):
        visit.open(person)
        link = visit.page.locator(".dossier-quotations a").nth(number)
        marked = link.locator("mark").first.text_content()
        link.evaluate("each => each.click()")
        visit.page.wait_for_url("**#mention-*")
        anchor = unquote(urlsplit(visit.page.url).fragment)
        assert visit.page.locator(f'[id="{anchor}"]').inner_text() == marked


def test_the_home_page_leads_to_an_article_and_on_to_a_person_and_a_year(visit: Visit) -> None:
    page = visit.page
    visit.open("")
    page.locator(".dossier-counts a", has_text="articles").click()
    expect(page.locator("h1")).to_have_text("Articles")
    page.locator(".dossier-index a.dossier-link").first.click()
    page.locator('.dossier-text a.dossier-link[data-type="person"]').first.click()
    page.wait_for_url("**/people/*/")
    visit.open("timeline/")
    expect(page.locator("h1")).to_have_text("Timeline")


def test_the_last_point_of_the_longest_agreement_has_its_own_address(visit: Visit, built_site: Path) -> None:
    agreement, text = most(built_site, "agreements", ".dossier-sections > li")
    last = text.select(".dossier-sections > li")[-1]
    anchor = last.get("id") or last.select_one("[id]")["id"]  # type: ignore[index]
    visit.open(f"{agreement}#{anchor}")
    expect(visit.page.locator(f'[id="{anchor}"]')).to_be_in_viewport()


def test_the_year_of_the_last_article_is_on_the_timeline(look: OpenVisit, built_site: Path) -> None:
    articles = pages_of(built_site, "articles").values()
    last = max(str(article.select(".dossier-byline time")[0]["datetime"]) for article in articles)[:4]
    page = look("timeline/", viewport={"width": 1280, "height": 900}).page
    expect(page.get_by_role("status")).to_have_text(re.compile(rf"\d+ of \d+ dates in \d+ to {last}"))
    page = look(f"timeline/{last}/", viewport={"width": 1280, "height": 900}).page
    expect(page.locator("h1")).to_have_text(last)


def test_a_person_is_found_first_by_the_name(look: OpenVisit, built_site: Path) -> None:
    heading = most(built_site, "people", ".dossier-quotations a")[1].h1
    assert heading
    name = heading.get_text(strip=True)
    page = look("", viewport={"width": 1280, "height": 900}).page
    page.keyboard.press("/")
    page.locator("dialog.pagefind").get_by_role("searchbox").fill(name)
    expect(page.locator(".pagefind ol")).to_have_js_property("ariaBusy", "false")
    expect(page.locator("dialog.pagefind ol > li > a").first).to_have_text(name)


def test_articles_narrow_to_those_that_mention_somebody(look: OpenVisit) -> None:
    page = look("explore/", viewport={"width": 1280, "height": 900}).page
    listed = page.locator(".dossier-found ol > li:not([hidden])")
    box = page.locator(".dossier-facets").get_by_role("checkbox").first
    expect(box).to_be_visible()
    before = listed.count()
    box.check()
    expect(page.get_by_role("status")).to_have_text(re.compile(rf"^\d+ of {before} articles$"))
    assert 0 < listed.count() < before
