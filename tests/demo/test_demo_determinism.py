"""The site of the dossier is the same to the byte on a machine where everything is different."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from other_machines import ALL, build, differing, digests

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_the_dossier_elsewhere(site_as_it_is: Path, tmp_path: Path) -> None:
    copy = tmp_path / "a copy"
    for name in ("content", "site_config"):
        shutil.copytree(ROOT / name, copy / name)
    shutil.copyfile(ROOT / "mkdocs.yml", copy / "mkdocs.yml")
    there = build(copy, copy / "site", umask=0o077, **ALL | {"SITE_URL": ""})
    assert differing(digests(site_as_it_is), there) == []
