"""Hostile pages in a real browser run nothing, request nothing and disturb no part of the site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import hostile_corpus as corpus
import pytest
from host_environments import USUAL
from host_marks import on_each
from hostile_sites import Built, site_on
from playwright.sync_api import Browser, Page
from site_server import served
from site_visits import Visit

SCRIPTED = ("pwn()", "__config", "__search", "md-", "mermaid", "position:fixed")
OPENED = [
    case
    for case in corpus.PUBLISHED
    if case.group != "Files"
    and isinstance(case.content, str)
    and any(word in case.content for word in SCRIPTED)
]
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=on_each())
def folder(
    request: pytest.FixtureRequest, published: Built, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The folder of the site, on each host with each theme."""
    if request.param == USUAL:
        return published.folder
    return site_on(request.param, tmp_path_factory.mktemp("published"), corpus.PUBLISHED)


@pytest.fixture(scope="module")
def url(folder: Path) -> Iterator[str]:
    with served(folder) as address:
        yield address


@pytest.fixture(scope="module")
def page(browser: Browser, folder: Path) -> Iterator[Page]:  # a new one for each site
    context = browser.new_context()
    yield context.new_page()
    context.close()


# Loads many pages, and what authors wrote is cleaned before a theme shows it.
@pytest.mark.parametrize("folder", on_each(), indirect=True)
def test_no_hostile_page_runs_or_asks_for_anything(page: Page, url: str) -> None:
    assert len(OPENED) >= 80
    ran: list[str] = []
    page.expose_function("pwn", lambda: ran.append(page.url))
    page.on("dialog", lambda dialog: (ran.append(page.url), dialog.dismiss()))
    visit = Visit(page, url)
    wrong = []
    for case in OPENED:
        visit.open(case.page.removesuffix("index.html"))
        page.evaluate(
            "() => document.querySelectorAll('article *').forEach((each) => each.dispatchEvent(new Event('mouseover')))"
        )
        # A picture that is not there is no harm, if it is looked for on this site.
        troubles = [each for each in visit.troubles if "404" not in each]
        if ran or troubles or not _works(page):
            wrong.append((case.what, troubles, list(ran)))
        visit.troubles.clear()
        ran.clear()
    assert wrong == []


def _works(page: Page) -> bool:
    """Whether the theme's own scripts have run: they read the page's configuration by its id."""
    return bool(page.evaluate("() => Boolean(window.component$) && document.documentElement.matches('.js')"))


@pytest.mark.parametrize(
    "hostile",
    ["<script>pwn()</script>", "<img src=x onerror=pwn()>", "<a href='javascript:pwn()' id=go>x</a>"],
)
def test_what_slips_through_does_not_run(folder: Path, page: Page, url: str, hostile: str) -> None:
    case = next(case for case in corpus.PUBLISHED if case.what == "harmless HTML")
    file = folder / case.page
    text = file.read_text(encoding="utf-8")
    ran: list[str] = []
    other = page.context.new_page()
    other.expose_function("pwn", lambda: ran.append("ran"))
    try:
        file.write_text(text.replace("<summary>More</summary>", hostile, 1), encoding="utf-8")
        other.goto(url + case.page)
        if "id=go" in hostile:
            other.evaluate("() => document.getElementById('go').click()")
        other.wait_for_timeout(100)
    finally:
        file.write_text(text, encoding="utf-8")
        other.close()
    assert ran == []


def test_search_cards_and_colours_work_under_the_policy(browser: Browser, url: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    visit = Visit(context.new_page(), url)
    visit.open("articles/a-call/")
    page = visit.page
    page.hover(".dossier-link[data-id=vladimir-putin]")
    assert "Vladimir Putin" in page.inner_text("#dossier-card")
    page.keyboard.press("/")
    page.wait_for_selector("dialog.pagefind input:focus")
    page.keyboard.type("Package")
    page.wait_for_selector("dialog.pagefind li a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/agreements/minsk-ii/**")
    visit.open("")
    before = page.evaluate("() => document.body.dataset.mdColorScheme")
    page.click("label[title=Dark]")
    assert {before, page.evaluate("() => document.body.dataset.mdColorScheme")} == {"default", "slate"}
    context.close()
    assert visit.troubles == []
