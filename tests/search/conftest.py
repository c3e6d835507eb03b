"""A visit to a site during which nothing may go wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from search_sites import MATERIAL, built, served


@pytest.fixture(scope="session")
def material(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the pages in stock Material, as a project site."""
    config = f"{MATERIAL}site_url: https://example.org/sub/path/\nplugins: [pagefind]\n"
    config += "markdown_extensions: [attr_list]\n"
    site = built(tmp_path_factory.mktemp("material"), config)
    with served(site, "/sub/path/") as url:
        yield url


class Visit:
    """A page in the browser, and the search on it."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url
        self.troubles: list[str] = []
        self.expected: tuple[str, ...] = ()
        """Parts of what may be reported, since it is not the search's doing."""
        page.on("console", lambda message: self._note(message.type in ("error", "warning"), message.text))
        page.on("pageerror", lambda error: self._note(True, f"script error: {error}"))
        page.on("request", lambda request: self._note(self._is_elsewhere(request.url), request.url))
        page.on("response", lambda answer: self._note(answer.status >= 400, f"{answer.status} {answer.url}"))

    def _note(self, wrong: bool, text: str) -> None:
        if wrong and not any(part in text for part in self.expected):
            self.troubles.append(text)

    def _is_elsewhere(self, url: str) -> bool:
        return urlsplit(url).scheme in ("http", "https") and not url.startswith(self.url)

    def open(self, path: str = "") -> Visit:
        self.page.goto(self.url + path, wait_until="load")
        return self

    def search(self, words: str) -> Visit:
        """Open the search with the key, type, and wait for the answer."""
        if not self.dialog.is_visible():
            self.page.keyboard.press("/")
        self.input.fill(words)
        self.settle()
        return self

    def settle(self) -> None:
        """Wait until what is asked has been answered."""
        expect(self.page.locator(".pagefind ol")).to_have_js_property("ariaBusy", "false")

    @property
    def dialog(self) -> Locator:
        return self.page.locator("dialog.pagefind")

    @property
    def input(self) -> Locator:
        return self.dialog.get_by_role("searchbox")

    @property
    def control(self) -> Locator:
        return self.page.locator("[data-pagefind-open]")

    @property
    def status(self) -> str:
        return self.dialog.get_by_role("status").inner_text()

    @property
    def titles(self) -> list[str]:
        return self.dialog.locator("ol > li > a").all_inner_texts()

    def facet(self, name: str) -> dict[str, str]:
        """The values of an open facet with their counts, in the order shown."""
        rows = self.dialog.locator("details details", has_text=name).locator("label")
        return dict(row.split("\n") for row in rows.all_inner_texts())


VisitSite = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser) -> Iterator[VisitSite]:
    """Visits the site at an address; in the end nothing may have gone wrong."""
    visits: list[Visit] = []

    def begin(url: str, **options: object) -> Visit:
        context = browser.new_context(**options)
        visits.append(Visit(context.new_page(), url))
        return visits[-1]

    yield begin
    for one in visits:
        one.page.context.close()
    assert [trouble for one in visits for trouble in one.troubles] == []


@pytest.fixture
def site_at(tmp_path: Path) -> Callable[..., Path]:
    """Builds a site from a configuration and pages; gives the folder it is in."""

    def build(config: str, pages: dict[str, str] | None = None) -> Path:
        return built(tmp_path, config, pages)

    return build
