"""Look at a built site in a real browser: fixtures for a folder of tests that defines `built_site`.

The folder's `conftest.py` imports them, so each folder has separate ones.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from host_environments import USUAL, Combination
from lake_dossier import write_lake_dossier
from page_kinds import MISSING, page_kinds
from site_server import served
from site_visits import Contexts, OpenVisit, Visit
from warm_processes import MKDOCS, run

BuiltOn = Callable[[str, Combination], Path]
"""Gives the folder of the site of a dossier, by its name, on a host with a theme."""

__all__ = ["kinds", "look", "pages", "site_url", "visit"]


def mkdocs_build(folder: Path, site: Path, combination: Combination = USUAL) -> None:
    """Build the ``mkdocs.yml`` of a folder into `site`; a warning fails the test."""
    variables = os.environ | {"SITE_URL": ""}
    options = ("build", "--strict", "--quiet", "--site-dir", str(site))
    if combination == USUAL:
        done = run(MKDOCS, *options, folder=folder, variables=variables)
    else:
        done = subprocess.run(
            (*combination.command, *options), cwd=folder, env=variables, capture_output=True, text=True
        )
    assert done.returncode == 0, done.stdout + done.stderr


def lake_site(factory: pytest.TempPathFactory, combination: Combination) -> Path:
    """The folder that a strict build makes of the lake's dossier on one host with one theme."""

    def make(folder: Path) -> None:
        mkdocs_build(write_lake_dossier(folder, combination.theme), folder / "site", combination)

    return made_once(factory, f"lake-{combination}", make) / "site"


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that is filled when it is first asked for, and that all workers share. Nobody may change it."""
    root = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent
    folder, unfinished = root / name, root / f"{name}-{os.getpid()}"
    with (root / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished.mkdir()
            make(unfinished)
            unfinished.rename(folder)
    return folder


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
def visit(request: pytest.FixtureRequest, contexts: Contexts, site_url: str) -> Iterator[Visit]:
    """A visit with JavaScript on, and one with it off; nothing may go wrong in either."""
    visit = Visit(contexts.page(java_script_enabled=request.param), site_url)
    yield visit
    visit.page.close()
    assert visit.troubles == []
