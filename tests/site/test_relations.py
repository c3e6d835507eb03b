"""The pictures of relations in a real browser: from a name to the sentences."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect
from site_visits import Visit

pytestmark = pytest.mark.browser

PERSON = "people/ada-berg/"


def test_from_a_curve_to_the_row_and_on_to_the_sentence(visit: Visit) -> None:
    page = visit.page
    visit.open(PERSON)
    ray = page.locator(".dossier-together li").first
    name = ray.locator(".dossier-link").inner_text()
    ray.locator("a").first.click()
    row = page.locator(f'[id="{unquote(urlsplit(page.url).fragment)}"]')
    expect(row).to_be_in_viewport()
    expect(row.locator("th")).to_have_text(name)
    row.locator("td:last-child a").first.click()
    quotation = page.locator(f'[id="{unquote(urlsplit(page.url).fragment)}"]')
    expect(quotation).to_be_in_viewport()
    expect(quotation.locator("mark").first).to_be_visible()
