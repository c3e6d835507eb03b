"""The page for addresses that do not exist says what to do, whether the site has an address or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from northland_dossier import write_dossier
from page_kinds import MISSING
from playwright.sync_api import Browser, expect
from site_fixtures import mkdocs_build
from site_server import BASE, served
from site_visits import Visit


@pytest.mark.browser
def test_without_an_address_it_loads_nothing_and_says_what_to_do(browser: Browser, site_url: str) -> None:
    for path in (MISSING, "no.html"):
        context = browser.new_context()
        visit = Visit(context.new_page(), site_url, missing_page=True)
        asked: list[str] = []
        visit.page.on("request", lambda request, asked=asked: asked.append(request.url))
        visit.open(path)
        visit.page.wait_for_load_state("networkidle")
        assert [url for url in asked if url.startswith("http")] == [site_url + path]
        expect(visit.page.locator("h1")).to_have_text("No such page")
        expect(visit.page.locator("main")).to_contain_text("Go back to the page that you came from")
        context.close()
        assert visit.troubles == []


@pytest.mark.browser
def test_with_an_address_it_is_a_page_of_the_site(browser: Browser, tmp_path: Path) -> None:
    folder = write_dossier(tmp_path, site_url=f"https://example.org{BASE}")
    mkdocs_build(folder, folder / "site")
    page = BeautifulSoup((folder / "site" / "404.html").read_text(encoding="utf-8"), "html.parser")
    addresses = [str(tag["href"]) for tag in page.select("[href]")]
    addresses += [str(tag["src"]) for tag in page.select("[src]")]
    assert [
        each for each in addresses if not each.startswith((BASE, "#", f"https://example.org{BASE}"))
    ] == []
    with served(folder / "site") as url:
        context = browser.new_context()
        visit = Visit(context.new_page(), url, missing_page=True)
        visit.open(MISSING)
        expect(visit.page.locator("h1")).to_have_text("No such page")
        for name, heading in (("home page", "Northland"), ("all articles", "Explore")):
            visit.open(MISSING)
            visit.page.locator("main").get_by_role("link", name=name).click()
            expect(visit.page.locator("h1")).to_have_text(heading)
        context.close()
        assert visit.troubles == []
