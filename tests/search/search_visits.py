"""Hold a page in the browser with the search on it, and everything that went wrong there."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect


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
