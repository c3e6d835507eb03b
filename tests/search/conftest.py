"""Visit a site, and fail if anything goes wrong during the visit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from search_sites import MATERIAL, built, served
from search_visits import Visit, VisitSite
from site_visits import Contexts


@pytest.fixture(scope="session")
def material(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the pages in stock Material, as a project site."""
    config = f"{MATERIAL}site_url: https://example.org/sub/path/\nplugins: [pagefind]\n"
    config += "markdown_extensions: [attr_list]\n"
    site = built(tmp_path_factory.mktemp("material"), config)
    with served(site, "/sub/path/") as url:
        yield url


@pytest.fixture
def visit(contexts: Contexts) -> Iterator[VisitSite]:
    """Visits the site at an address; in the end nothing may have gone wrong."""
    visits: list[Visit] = []

    def begin(url: str, **options: object) -> Visit:
        visits.append(Visit(contexts.page(**options), url))
        return visits[-1]

    yield begin
    for one in visits:
        one.page.close()
    assert [trouble for one in visits for trouble in one.troubles] == []


@pytest.fixture
def site_at(tmp_path: Path) -> Callable[..., Path]:
    """Builds a site from a configuration and pages; gives the folder it is in."""

    def build(config: str, pages: dict[str, str] | None = None) -> Path:
        return built(tmp_path, config, pages)

    return build
