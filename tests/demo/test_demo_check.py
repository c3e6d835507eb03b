"""The dossier of this repository has no findings, and editors' programs underline only errors in it."""

from __future__ import annotations

from pathlib import Path

from checking import findings
from editor_schemas import wrong_by_schemas

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"


def test_the_dossier_is_clean() -> None:
    settings = ROOT / "site_config" / "checks.yaml"
    found = findings(CONTENT, settings if settings.is_file() else None)
    assert [str(finding) for finding in found] == []


def test_it_is_right_by_its_schemas(tmp_path: Path) -> None:
    assert wrong_by_schemas(CONTENT, tmp_path / "schemas") == {}
