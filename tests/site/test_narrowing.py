"""Narrowing the articles by what they mention, by keyboard alone; the address keeps the choice."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect
from site_visits import OpenVisit

pytestmark = pytest.mark.browser

EXPLORE = "explore/"
WIDE = {"viewport": {"width": 1280, "height": 900}}


def opened(look: OpenVisit, query: str = "") -> Page:
    """The page of all articles, once its script has what it needs."""
    page = look(EXPLORE + query, **WIDE).page
    ready(page)
    return page


def ready(page: Page) -> None:
    """Wait until the script has made choices of the facets, which is the last that it does."""
    expect(page.locator(".dossier-facets").get_by_role("checkbox").first).to_be_visible()


def shown(page: Page) -> list[str]:
    """The titles of the articles that are listed."""
    return page.locator(".dossier-found ol > li:not([hidden]) .dossier-link").all_inner_texts()


def group(page: Page, name: str) -> Locator:
    """The facet of that name."""
    return page.locator(".dossier-facets details").filter(has=page.locator("summary", has_text=name))


def choose(page: Page, facet: str, value: str) -> int:
    """Choose a value by keyboard; gives the number of articles that stood beside it."""
    summary = group(page, facet).locator("summary")
    if group(page, facet).get_attribute("open") is None:
        summary.focus()
        page.keyboard.press("Enter")
    row = group(page, facet).locator("li", has=page.get_by_text(value, exact=False)).first
    if not row.is_visible():
        group(page, facet).get_by_role("searchbox").focus()
        page.keyboard.type(value)
    count = int(row.locator(".dossier-count").inner_text())
    row.get_by_role("checkbox").focus()
    page.keyboard.press("Space")
    expect(group(page, facet).get_by_role("checkbox", name=value).first).to_be_checked()
    expect(group(page, facet).get_by_role("checkbox", name=value).first).to_be_focused()
    return count


def test_the_way_to_the_facets_is_open_to_the_keyboard(look: OpenVisit) -> None:
    page = opened(look)
    box = page.locator(".dossier-facets").get_by_role("checkbox").first
    for _ in range(40):
        page.keyboard.press("Tab")
        if box.evaluate("box => box === document.activeElement"):
            break
    expect(box).to_be_focused()
    before = len(shown(page))
    page.keyboard.press("Space")
    assert len(shown(page)) < before


def test_person_and_agreement_and_year_narrow_together(look: OpenVisit) -> None:
    page = opened(look)
    counts = [len(shown(page))]
    for facet, value in (("People", "Ada Berg"), ("Agreements", "Second Lake Accord"), ("Years", "2015")):
        promised = choose(page, facet, value)
        counts.append(len(shown(page)))
        assert counts[-1] == promised, value
    assert counts == sorted(counts, reverse=True)
    assert 0 < counts[-1] < counts[1] < counts[0]
    expect(page.get_by_role("status")).to_have_text(f"{counts[-1]} of {counts[0]} articles")
    address, titles = page.url, shown(page)
    assert "person=ada-berg" in address
    assert "agreement=second-lake-accord" in address
    assert "year=2015" in address
    page.reload()
    ready(page)
    assert shown(page) == titles
    expect(group(page, "People").get_by_role("checkbox", name="Ada Berg")).to_be_checked()
    page.get_by_role("button", name="Remove Years: 2015").focus()
    page.keyboard.press("Enter")
    assert len(shown(page)) == counts[2]
    assert "year=" not in page.url


def test_an_address_with_a_choice_that_does_not_exist_shows_all(look: OpenVisit) -> None:
    page = opened(look, "?person=nobody&colour=red")
    expect(page.get_by_role("status")).to_have_text(f"All {len(shown(page))} articles")


def test_back_leads_to_the_choice(look: OpenVisit) -> None:
    page = opened(look)
    choose(page, "People", "Carl Dahl")
    titles = shown(page)
    page.locator(".dossier-found .dossier-link:visible").first.click()
    expect(page.locator("h1")).to_have_text(titles[0])
    page.go_back()
    expect(page.get_by_role("status")).to_contain_text(f"{len(titles)} of")
    assert shown(page) == titles
