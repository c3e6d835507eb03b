"""The sources of the dossier make citations that read well."""

from __future__ import annotations

from pathlib import Path

import pytest
from citations import badly_cited

from dossier.content.loading import load_registry
from dossier.content.schema import load_schema


def test_its_sources_read_well(capfd: pytest.CaptureFixture[str]) -> None:
    registry, _ = load_registry(Path(__file__).parents[2] / "content", load_schema())
    assert registry.sources
    assert badly_cited(registry.sources.values()) == []
    assert capfd.readouterr() == ("", "")
