"""The dossier of this repository has no findings."""

from __future__ import annotations

from pathlib import Path

from checking import findings

ROOT = Path(__file__).parents[2]


def test_the_dossier_of_this_repository_is_clean() -> None:
    settings = ROOT / "site_config" / "checks.yaml"
    found = findings(ROOT / "content", settings if settings.is_file() else None)
    assert [str(finding) for finding in found] == []
