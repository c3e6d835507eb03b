"""Build the same dossiers on each host with each theme, once each."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from host_environments import Combination
from northland_dossier import write_dossier
from site_fixtures import BuiltOn, lake_site, made_once, mkdocs_build

ROOT = Path(__file__).parents[2]
USUAL_THEME = "  name: material\n"


@pytest.fixture(scope="session")
def built_on(tmp_path_factory: pytest.TempPathFactory) -> BuiltOn:
    """Builds the dossier "lake", "northland" or that of this repository, "content"."""

    def built(dossier: str, combination: Combination) -> Path:
        if dossier == "lake":
            return lake_site(tmp_path_factory, combination)

        def make(folder: Path) -> None:
            if dossier == "content":
                _copy(folder, combination.theme)
            else:
                write_dossier(folder, site_url="https://example.org/north/", theme=combination.theme)
            mkdocs_build(folder, folder / "site", combination)

        return made_once(tmp_path_factory, f"{dossier}-{combination}", make) / "site"

    return built


def _copy(folder: Path, theme: str) -> None:
    """Copy the dossier of this repository, with another theme."""
    for name in ("content", "site_config"):
        shutil.copytree(ROOT / name, folder / name)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert config.count(USUAL_THEME) == 1
    (folder / "mkdocs.yml").write_text(config.replace(USUAL_THEME, f"  name: {theme}\n"), encoding="utf-8")
