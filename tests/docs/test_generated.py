"""The generated pages of the documentation agree with the code, and their examples form a dossier."""

from __future__ import annotations

import importlib
import importlib.util
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest
import yaml

from dossier.content.loading import load_registry
from dossier.content.renames import Kind, Rename, known_renames
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
# The generator has put its folder on the path.
names = importlib.import_module("stable_names")


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_page_is_up_to_date(file: Path) -> None:
    assert file.is_file(), "run make docs"
    assert file.read_text(encoding="utf-8") == PAGES[file], "run make docs"


def test_examples_are_a_dossier_without_findings() -> None:
    registry, findings = load_registry(DOCS / "examples", load_schema())
    assert findings == []
    used = {item.type.type for item in registry.items.values()}
    assert used == {"article", "person", "position", "organisation", "place", "event", "agreement"}


def test_every_released_name_is_in_use_or_has_a_rename() -> None:
    released = yaml.safe_load(names.RELEASED.read_text(encoding="utf-8"))["names"]
    assert list(released) == list(names.HEADINGS) == [kind for kind in get_args(Kind) if kind in released]
    assert all(released.values())
    wrong = names.unexplained(released, names.stable_names(), known_renames())
    assert wrong == [], "add each to dossier/content/renames.yaml"


def test_a_name_that_vanished_needs_a_rename() -> None:
    released = {"code": ["a-a", "b-b", "c-c"], "field": ["person: b-b"]}
    today = {"code": ["a-a", "new-b"], "field": []}
    renames = (
        Rename(kind="code", old="b-b", new="new-b", since="2.0.0"),
        Rename(kind="code", old="c-c", instead="delete it", since="2.0.0"),
    )
    assert names.unexplained(released, today, ()) == ["code b-b", "code c-c", "field person: b-b"]
    assert names.unexplained(released, today, renames) == ["field person: b-b"]
    assert names.wrong_renames(today, renames) == []
    assert names.wrong_renames({"code": ["b-b"]}, renames) == ["code b-b", "code new-b"]


def test_renames_lead_from_names_of_earlier_versions_to_names_of_today() -> None:
    assert names.wrong_renames(names.stable_names(), known_renames()) == []


def test_stable_names_of_each_kind_come_from_the_code() -> None:
    found = names.stable_names()
    for kind, name in {
        "code": "suppression-unused", "field": "person: positions.from", "choice": "article: status: draft",
        "type": "person in people/", "type-setting": "named_as: other", "option": "check --settings",
        "plugin-option": "dossier: link", "extension-option": "dossier: content", "variable": "NO_COLOR",
        "class": "dossier-link", "attribute": "data-edtf", "property": "--dossier-serif", "id": "quote-…",
        "file": "{folder}/{id}/cite.bib", "key": "assets/dossier/cards/{id}.json: facts", "exit-status": "130",
    }.items():  # fmt: skip
        assert name in found[kind], kind
