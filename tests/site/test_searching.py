"""The search on the built dossier: other scripts, facets, and the keyboard to the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect
from site_visits import OpenVisit

pytestmark = pytest.mark.browser

WIDE = {"viewport": {"width": 1280, "height": 900}}


def search(page: Page, words: str) -> Locator:
    """Open the search with its key and type; gives the results."""
    if not page.locator("dialog.pagefind").is_visible():
        page.keyboard.press("/")
    page.locator("dialog.pagefind").get_by_role("searchbox").fill(words)
    settle(page)
    return page.locator("dialog.pagefind ol > li > a")


def settle(page: Page) -> None:
    expect(page.locator(".pagefind ol")).to_have_js_property("ariaBusy", "false")


@pytest.mark.parametrize("words", ["Berg", "Берг", "Адою Берг", "Ada Kristina"])
def test_a_person_is_found_first_in_any_script(look: OpenVisit, words: str) -> None:
    page = look("", **WIDE).page
    expect(search(page, words).first).to_have_text("Ada Berg")


def test_by_keyboard_from_the_words_to_the_page(look: OpenVisit) -> None:
    page = look("agreements/second-lake-accord/", **WIDE).page
    search(page, "Адою")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Ada Berg")
    page.go_back()
    # The way back leads to the search, which opens again once its script is there.
    expect(page.locator("dialog.pagefind")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.pagefind")).to_be_hidden()


def test_a_facet_narrows(look: OpenVisit) -> None:
    page = look("", **WIDE).page
    dialog = page.locator("dialog.pagefind")
    search(page, "Aldamouth")
    before = dialog.get_by_role("status").inner_text()
    box = dialog.get_by_role("checkbox", name="Agreement").first
    box.focus()
    page.keyboard.press("Space")
    settle(page)
    expect(dialog.get_by_role("status")).not_to_have_text(before)
    kinds = dialog.locator("ol > li small").all_inner_texts()
    assert kinds
    assert set(kinds) == {"Agreement"}


def test_without_scripts_the_search_leads_to_all_articles(look: OpenVisit) -> None:
    page = look("people/carl-dahl/", java_script_enabled=False).page
    page.locator("[data-pagefind-open]").click()
    expect(page.locator("h1")).to_have_text("Explore")
