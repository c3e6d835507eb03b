"""Build an invented dossier that has every kind of page, once, and serve it as a project site."""

from __future__ import annotations

from pathlib import Path

import pytest
from lake_dossier import write_lake_dossier
from site_fixtures import kinds, look, made_once, mkdocs_build, pages, site_url, visit

__all__ = ["kinds", "look", "pages", "site_url", "visit"]


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that ``mkdocs build --strict`` makes of the invented dossier."""

    def make(folder: Path) -> None:
        mkdocs_build(write_lake_dossier(folder), folder / "site")

    return made_once(tmp_path_factory, "lake", make) / "site"
