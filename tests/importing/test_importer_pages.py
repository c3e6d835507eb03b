"""Saved pages from many programs and sites, each with a file beside it that lists what must be read in it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.content.schema import Validator, load_schema
from dossier.content.source import Source, parse_source
from dossier.importing import read_file
from dossier.importing.article import import_page

PAGES = Path(__file__).parent / "pages"
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
FILES = sorted(file for file in PAGES.iterdir() if file.suffix != ".yaml")
FIELDS = ("title", "authors", "publisher", "date", "updated", "language", "url")


def expected(file: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(file.with_suffix(".yaml").read_text("utf-8"), yaml.BaseLoader)
    return data


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_metadata(file: Path) -> None:
    fields = import_page(read_file(file), NOW).fields
    wanted = expected(file)
    found = {name: fields.get(name, [] if name == "authors" else None) for name in FIELDS}
    assert found == {name: wanted.get(name) for name in FIELDS}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_body(file: Path) -> None:
    assert import_page(read_file(file), NOW).body.split("\n") == expected(file)["body"].rstrip("\n").split(
        "\n"
    )


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_only_what_is_uncertain_is_a_draft(file: Path) -> None:
    page = import_page(read_file(file), NOW)
    to_review = [remark.field for remark in page.remarks if remark.needs_review]
    assert sorted(set(to_review)) == expected(file).get("draft", [])
    assert (page.fields.get("status") == "draft") == bool(to_review)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_file_is_right_for_the_strict_reader(file: Path) -> None:
    schema = load_schema()
    page = import_page(read_file(file), NOW)
    source = parse_source(page.text, "a.md")
    assert isinstance(source, Source)
    fields, findings = Validator().validate(source.front_matter, schema["article"])
    missing = [name for name in ("title", "date") if name not in expected(file)]
    assert [(finding.code, finding.message) for finding in findings] == [
        ("missing-field", f"“{name}” is missing") for name in missing
    ]
    assert fields.text("title") == expected(file)["title"]
    assert source.body.strip("\n") == page.body.strip("\n")
