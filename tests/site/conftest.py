"""The dossier in ``content/``, built once and served as a project site, and a real browser to look at it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from page_kinds import MISSING, page_kinds
from playwright.sync_api import Browser
from site_server import served
from site_visits import Contexts, Visit

ROOT = Path(__file__).parents[2]
OpenVisit = Callable[..., Visit]


def mkdocs_build(folder: Path, site: Path, **environment: str) -> None:
    """Build the ``mkdocs.yml`` of a folder into `site`; a warning fails the test."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    variables = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": ""} | environment
    done = subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that ``mkdocs build --strict`` makes of the dossier in ``content/``."""
    site = tmp_path_factory.mktemp("built") / "site"
    mkdocs_build(ROOT, site)
    return site


@pytest.fixture(scope="session")
def kinds(built_site: Path) -> dict[str, str]:
    """The path of a page of each kind."""
    return page_kinds(built_site)


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, BeautifulSoup]:
    """Every built page by its path in the site."""
    return {
        file.relative_to(built_site).as_posix(): BeautifulSoup(
            file.read_text(encoding="utf-8"), "html.parser"
        )
        for file in sorted(built_site.rglob("*.html"))
    }


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """The address of the built site."""
    with served(built_site) as url:
        yield url


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Iterator[Contexts]:
    """Contexts of the browser that tests share."""
    contexts = Contexts(browser)
    yield contexts
    contexts.close()


@pytest.fixture
def look(contexts: Contexts, site_url: str) -> Iterator[OpenVisit]:
    """Opens a path of the built site with options of the browser's context; nothing may go wrong there."""
    visits: list[Visit] = []

    def opened(path: str, **options: object) -> Visit:
        visit = Visit(contexts.page(**options), site_url, missing_page=path == MISSING)
        visits.append(visit)
        visit.open(path)
        return visit

    yield opened
    cookies = [cookie for visit in visits for cookie in visit.page.context.cookies()]
    for visit in visits:
        visit.page.close()
    assert cookies == []
    assert [trouble for visit in visits for trouble in visit.troubles] == []


@pytest.fixture(params=[True, False], ids=["with-scripts", "without-scripts"])
def visit(request: pytest.FixtureRequest, browser: Browser, site_url: str) -> Iterator[Visit]:
    """A visit with JavaScript on, and one with it off; nothing may go wrong in either."""
    context = browser.new_context(java_script_enabled=request.param)
    visit = Visit(context.new_page(), site_url)
    yield visit
    context.close()
    assert visit.troubles == []
