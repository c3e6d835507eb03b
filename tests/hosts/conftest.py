"""Build the same dossiers on each host with each theme, once each."""

from __future__ import annotations

from pathlib import Path

import pytest
from host_environments import Combination
from northland_dossier import write_dossier
from site_fixtures import BuiltOn, lake_site, made_once, mkdocs_build


@pytest.fixture(scope="session")
def built_on(tmp_path_factory: pytest.TempPathFactory) -> BuiltOn:
    """Builds the dossier "lake" or "northland"."""

    def built(dossier: str, combination: Combination) -> Path:
        if dossier == "lake":
            return lake_site(tmp_path_factory, combination)

        def make(folder: Path) -> None:
            write_dossier(folder, site_url="https://example.org/north/", theme=combination.theme)
            mkdocs_build(folder, folder / "site", combination)

        return made_once(tmp_path_factory, f"{dossier}-{combination}", make) / "site"

    return built
