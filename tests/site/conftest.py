"""The dossier in ``content/``, built once and served as a project site, and a real browser to look at it."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).parents[2]
BASE = "/repo-name/"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that ``mkdocs build --strict`` makes of the dossier in ``content/``."""
    site = tmp_path_factory.mktemp("built") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return site


class _ProjectSite(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below ``/repo-name/`` and nothing beside it, as GitHub Pages does."""

    def translate_path(self, path: str) -> str:
        name = urlsplit(path).path
        return super().translate_path(name.removeprefix(BASE[:-1]) if name.startswith(BASE) else "/not-there")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        pass


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """The address of the built site."""
    handler = functools.partial(_ProjectSite, directory=str(built_site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}{BASE}"
    server.shutdown()
    thread.join()
    server.server_close()


def chromium() -> str | None:
    """The browser that is installed, or None to let Playwright use its own."""
    named = os.environ.get("DOSSIER_CHROMIUM")
    return named or next((found for name in _BROWSERS if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser with a new profile. Where there is none, the tests fail."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=_FLAGS)
        yield started
        started.close()


@dataclass
class Visit:
    """A page in the browser, with all that went wrong while it was looked at."""

    page: Page
    site_url: str
    troubles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.troubles.append(f"script error: {error}"))
        self.page.on("requestfailed", self._failed)
        self.page.on("request", self._request)
        self.page.on("response", self._response)

    def open(self, path: str) -> None:
        self.page.goto(self.site_url + path, wait_until="load")

    def _console(self, message: object) -> None:
        if getattr(message, "type", "") in ("error", "warning"):
            self.troubles.append(f"console: {getattr(message, 'text', '')}")

    def _failed(self, request: object) -> None:
        # What the browser stops because the reader goes on to another page has not failed.
        if getattr(request, "failure", "") != "net::ERR_ABORTED":
            self.troubles.append(f"failed: {getattr(request, 'url', '')}")

    def _request(self, request: object) -> None:
        url = str(getattr(request, "url", ""))
        if urlsplit(url).scheme in ("http", "https") and not url.startswith(self.site_url):
            self.troubles.append(f"request outside the site: {url}")

    def _response(self, response: object) -> None:
        if int(getattr(response, "status", 0)) >= 400:
            self.troubles.append(f"{getattr(response, 'status', 0)}: {getattr(response, 'url', '')}")


@pytest.fixture(params=[True, False], ids=["with-scripts", "without-scripts"])
def visit(request: pytest.FixtureRequest, browser: Browser, site_url: str) -> Iterator[Visit]:
    """A visit with JavaScript on, and one with it off; nothing may go wrong in either."""
    context: BrowserContext = browser.new_context(java_script_enabled=request.param)
    visit = Visit(context.new_page(), site_url)
    yield visit
    context.close()
    assert visit.troubles == []
