"""Tests that the dossier in ``content/`` gives the same site on each host with each theme."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from host_environments import COMBINATIONS, USUAL, Combination
from page_facts import differences, site_facts
from site_fixtures import mkdocs_build

ROOT = Path(__file__).parents[2]
THEME = "  name: material\n"


@pytest.mark.slow
@pytest.mark.parametrize("combination", [each for each in COMBINATIONS if each != USUAL], ids=str)
def test_nothing_differs_but_what_is_the_theme_s(
    tmp_path: Path, site_as_it_is: Path, combination: Combination
) -> None:
    for name in ("content", "site_config"):
        shutil.copytree(ROOT / name, tmp_path / name)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert config.count(THEME) == 1
    (tmp_path / "mkdocs.yml").write_text(
        config.replace(THEME, f"  name: {combination.theme}\n"), encoding="utf-8"
    )
    mkdocs_build(tmp_path, tmp_path / "site", combination)
    assert differences(site_facts(site_as_it_is), site_facts(tmp_path / "site")) == {}
