"""Tests of the text of a new file: given values, usual fields, and YAML that all readers read alike."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from checking import findings, write
from hypothesis import example, given
from hypothesis import strategies as st

from dossier.content.schema import load_schema
from dossier.content.source import Source, Tree, parse_source, parse_yaml
from dossier.edit.drafting import draft, form
from dossier.edit.yaml_writer import field_lines, scalar
from dossier.model.errors import SchemaError
from dossier.model.findings import Severity

SCHEMA = load_schema()


@pytest.mark.parametrize("name", list(SCHEMA.types))
def test_every_type_offers_what_is_usual_and_says_what_is_needed(name: str) -> None:
    spec = SCHEMA[name]
    text = draft(spec, {"title": "A"})
    for field in spec.usual:
        assert f"\n# {field}:" in text
    for field, about in spec.fields.items():
        if about.required and field != "title":
            assert f"\n# {field}:" in text
            assert "Required." in text
    assert "\n# tags:" not in text


def test_a_form_has_what_needs_no_ids_and_the_checks_say_what_is_left_empty(tmp_path: Path) -> None:
    text = form(SCHEMA["article"])
    assert text.endswith("\n---\n\n")
    source = parse_source(text, "a.md")
    assert isinstance(source, Source)
    assert list(source.front_matter.data) == [  # type: ignore[arg-type]
        "title", "date", "summary", "publisher", "language", "url", "archive_url", "authors", "status",
    ]  # fmt: skip
    lines = text.splitlines()
    write(tmp_path, {"articles/new-article.md": text})
    assert [str(finding) for finding in findings(tmp_path) if finding.severity is Severity.ERROR] == [
        f"articles/new-article.md:{lines.index(line) + 1}:{len(name) + 2}: error: missing-field: "
        f"“{name}” is missing (write it after “{name}:”)"
        for line in lines
        for name in ("title", "date")
        if line.startswith(f"{name}:")
    ]

    filled = text.replace("title: ", "title: Talks").replace("date: ", "date: 2022-01-13")
    filled = filled.replace("publisher: ", "publisher: The Daily Example")
    write(tmp_path, {"articles/new-article.md": f"{filled}Words.\n"})
    assert findings(tmp_path) == []


def test_the_title_leads_and_the_body_follows() -> None:
    text = draft(SCHEMA["person"], {"born": "1952", "title": "A"}, "Words.")
    assert text.startswith("---\ntitle: A\nborn: 1952\n# ")
    assert text.endswith("\n---\n\nWords.\n")


def test_a_type_without_usual_fields_offers_all(tmp_path: Path) -> None:
    (tmp_path / "vessel.yaml").write_text(
        "type: vessel\nfolder: vessels\nlabel: Vessel\nplural: Vessels\nfields:\n  flag: {value: string, label: Flag}\n",
        encoding="utf-8",
    )
    text = draft(load_schema(tmp_path)["vessel"], {"title": "A"})
    assert "# flag:" in text
    assert "# tags:" in text


def test_a_dossier_adds_to_what_is_usual(tmp_path: Path) -> None:
    (tmp_path / "person.yaml").write_text(
        "type: person\nusual: [sign]\nfields:\n  sign: {value: string, label: Sign}\n", encoding="utf-8"
    )
    spec = load_schema(tmp_path)["person"]
    assert spec.usual == (*SCHEMA["person"].usual, "sign")
    assert "# sign:" in draft(spec, {"title": "A"})


def test_usual_names_fields_that_there_are(tmp_path: Path) -> None:
    (tmp_path / "person.yaml").write_text("type: person\nusual: [sgin]\nfields: {}\n", encoding="utf-8")
    with pytest.raises(SchemaError, match="sgin"):
        load_schema(tmp_path)


def test_a_long_list_has_a_line_for_each() -> None:
    assert field_lines("a", ["x" * 60, "y" * 60]) == ["a:", f"  - {'x' * 60}", f"  - {'y' * 60}"]
    assert field_lines("a", ["x", "y, z"]) == ['a: [x, "y, z"]']


TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\x85\u2028\u2029\ufeff"), min_size=1
)


@example("=", False)
@example("<<", False)
@given(TEXTS.filter(lambda text: text == text.strip()), st.booleans())
def test_a_text_is_read_as_it_was(text: str, nested: bool) -> None:
    around = f"[{scalar(text, nested=True)}]" if nested else f"- {scalar(text)}"
    tree = parse_yaml(around, "")
    assert isinstance(tree, Tree)
    assert tree.data == [text]
    assert yaml.safe_load(around) == [text]


@given(TEXTS.filter(lambda text: text == text.strip()))
def test_a_draft_is_read_as_it_was(title: str) -> None:
    source = parse_source(
        draft(SCHEMA["place"], {"title": title, "aliases": [title, {"text": title}]}), "a.md"
    )
    assert isinstance(source, Source)
    assert source.front_matter.data == {"title": title, "aliases": [title, {"text": title}]}
