"""Visit pages in a real browser, and hold everything that went wrong there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
)


@dataclass
class Visit:
    """A page in the browser.

    Attributes:
        site_url: the address of the site, with the slash at its end.
        troubles: what went wrong so far: errors and warnings on the console, failed requests, other hosts.
        missing_page: whether this is a visit to an address that does not exist, which is no trouble then.
    """

    page: Page
    site_url: str
    troubles: list[str] = field(default_factory=list)
    missing_page: bool = False

    def __post_init__(self) -> None:
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.troubles.append(f"script error: {error}"))
        self.page.on("requestfailed", self._failed)
        self.page.on("request", self._request)
        self.page.on("response", self._response)

    def open(self, path: str) -> None:
        self.page.goto(self.site_url + path, wait_until="load")

    @property
    def path(self) -> str:
        """Where in the site the visit has come to, without query and anchor."""
        return self.page.url.partition("#")[0].partition("?")[0].removeprefix(self.site_url)

    def _console(self, message: ConsoleMessage) -> None:
        is_expected = self.missing_page and "404" in message.text
        if message.type in ("error", "warning") and not is_expected:
            self.troubles.append(f"console: {message.text}")

    def _failed(self, request: Request) -> None:
        # What the browser stops because the reader goes on to another page has not failed.
        if request.failure != "net::ERR_ABORTED":
            self.troubles.append(f"failed: {request.url}")

    def _request(self, request: Request) -> None:
        if urlsplit(request.url).scheme in ("http", "https") and not request.url.startswith(self.site_url):
            self.troubles.append(f"request outside the site: {request.url}")

    def _response(self, response: Response) -> None:
        is_expected = self.missing_page and response.request.is_navigation_request()
        if response.status >= 400 and not is_expected:
            self.troubles.append(f"{response.status}: {response.url}")


OpenVisit = Callable[..., Visit]
"""Opens a path of a site with options of Playwright's for the context."""


def add_style(page: Page, css: str) -> None:
    """Give a page styles for a test, in a way that its security policy lets through."""
    script = """css => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets.push(sheet);
    }"""
    page.evaluate(script, css)


class Contexts:
    """Browser contexts by their options: pages that are looked at alike share one, and its cache."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._made: dict[str, BrowserContext] = {}

    def page(self, **options: object) -> Page:
        """A new page in a context with these options of Playwright's."""
        key = repr(sorted(options.items()))
        if key not in self._made:
            self._made[key] = self._browser.new_context(**options)  # type: ignore[arg-type]
            # As long as one page stays open, Chromium opens others at half the cost: it keeps what they share.
            self._made[key].new_page()
        return self._made[key].new_page()

    def close(self) -> None:
        for context in self._made.values():
            context.close()
