"""The generated pages of the documentation agree with the code, and their examples form a dossier."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from dossier.content.loading import load_registry
from dossier.content.schema import load_schema

DOCS = Path(__file__).parents[2] / "docs"


def load_generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PAGES: dict[Path, str] = load_generator().pages()


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_page_is_up_to_date(file: Path) -> None:
    assert file.is_file(), "run make docs"
    assert file.read_text(encoding="utf-8") == PAGES[file], "run make docs"


def test_examples_are_a_dossier_without_findings() -> None:
    registry, findings = load_registry(DOCS / "examples", load_schema())
    assert findings == []
    used = {item.type.type for item in registry.items.values()}
    assert used == {"article", "person", "position", "organisation", "place", "event", "agreement"}
