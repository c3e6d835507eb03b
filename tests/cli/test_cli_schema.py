"""``dossier schema`` writes one JSON Schema per type, including the types that the dossier adds."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from editor_schemas import wrong_by_schemas
from jsonschema import Draft7Validator
from lake_dossier import write_lake_dossier

from dossier.cli import main


def test_writes_a_schema_for_each_type(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "vessel.yaml").write_text(
        "type: vessel\nfolder: vessels\nlabel: Vessel\nplural: Vessels\nfields:\n"
        "  flag: {value: reference, to: [place], label: Flag}\n",
        encoding="utf-8",
    )
    out = tmp_path / "schemas"
    result = CliRunner().invoke(main, ["schema", "--schema", str(own), "--out", str(out)])
    assert result.exit_code == 0, result.output
    vessel = json.loads((out / "vessel.json").read_text(encoding="utf-8"))
    assert {"flag", "title"} <= vessel["properties"].keys()
    assert {"agreement.json", "article.json", "person.json"} <= {file.name for file in out.iterdir()}


def test_a_broken_type_is_wrong_use_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "vessel.yaml").write_text(
        "type: vessel\nfolder: vessels\nlabel: Vessel\nplural: Vessels\nfields:\n"
        "  flag: {value: reference, to: [plaice], label: Flag}\n",
        encoding="utf-8",
    )
    result = CliRunner().invoke(main, ["schema", "--schema", str(tmp_path), "--out", str(tmp_path / "o")])
    assert result.exit_code == 2
    assert "vessel.yaml:6:" in result.output
    assert "place" in result.output


DOSSIER = """\
-- content/sources.yaml --
- {id: gazette, type: report, title: The Gazette}
-- content/people/ada.md --
---
title: Ada Example
---
-- content/places/northland.md --
---
title: Northland
---
"""


def write(folder: Path, *options: str) -> Path:
    out = folder / "schemas"
    content = str(folder / "content")
    arguments = ["schema", "--content", content, "--out", str(out), *options]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    return out


def test_references_offer_the_ids_of_their_types_with_titles_and_take_others(
    write_files: Callable[[str], Path],
) -> None:
    schema = json.loads((write(write_files(DOSSIER)) / "person.json").read_text(encoding="utf-8"))
    offered = schema["definitions"]["place"]["anyOf"][0]
    assert (offered["enum"], offered["enumDescriptions"]) == (["northland"], ["Northland"])
    assert schema["definitions"]["sources"]["anyOf"][0]["enum"] == ["gazette"]
    validator = Draft7Validator(schema)
    validator.check_schema(schema)
    assert validator.is_valid(
        {"title": "A", "citizenship": ["northland", "new-land"], "sources": ["gazette"]}
    )
    assert not validator.is_valid({"title": "A", "citizenship": [1]})


def test_every_field_says_what_it_is_for(write_files: Callable[[str], Path]) -> None:
    for file in write(write_files(DOSSIER)).iterdir():
        schema = json.loads(file.read_text(encoding="utf-8"))
        fields = schema["items"]["properties"] if file.stem == "sources" else schema["properties"]
        assert [name for name, field in fields.items() if not field.get("description")] == []


def test_the_file_of_sources_has_a_schema(write_files: Callable[[str], Path]) -> None:
    schema = json.loads((write(write_files(DOSSIER)) / "sources.json").read_text(encoding="utf-8"))
    validator = Draft7Validator(schema)
    validator.check_schema(schema)
    right = {"id": "a", "type": "treaty", "title": "T", "issued": "2015-02", "author": [{"literal": "UN"}]}
    assert validator.is_valid([right])
    for wrong in ({"type": "tretay"}, {"id": "A b"}, {"URL": "example.org"}, {"author": 3}, {"title": None}):
        assert not validator.is_valid([right | wrong]), wrong
    assert not validator.is_valid([{"id": "a"}])


def test_the_examples_of_the_documentation_are_right_by_their_schemas(tmp_path: Path) -> None:
    """What an editor underlines should be wrong."""
    assert wrong_by_schemas(Path(__file__).parents[2] / "docs" / "examples", tmp_path / "schemas") == {}


def test_a_dossier_is_right_by_its_schemas(tmp_path: Path) -> None:
    content = write_lake_dossier(tmp_path) / "content"
    assert wrong_by_schemas(content, tmp_path / "schemas") == {}
    (content / "people" / "wrong.md").write_text("---\ntitel: Wrong\n---\n", encoding="utf-8")
    assert [*wrong_by_schemas(content, tmp_path / "schemas")] == ["people/wrong.md"]


def test_snippets_complete_keys_and_offer_ids(write_files: Callable[[str], Path]) -> None:
    folder = write_files(DOSSIER)
    file = folder / "dossier.code-snippets"
    write(folder, "--snippets", str(file))
    found = json.loads(file.read_text(encoding="utf-8"))
    assert found["citizenship (person)"] == {
        "scope": "markdown",
        "prefix": "citizenship",
        "body": ["citizenship: [${1|northland|}]"],
        "description": "Citizenship. (person)",
    }
    assert found["new article"]["body"] == ["---", "title: ${1:}", "date: ${2:2022-01-13}", "$0", "---"]
    assert found["status (article)"]["body"] == ["status: ${1|draft,reviewed,published|}"]
    assert found["positions (person)"]["body"][1].endswith("acting: ${4|true,false|}\\}")
    assert {each["scope"] for each in found.values()} == {"markdown"}


def test_without_a_dossier_there_are_no_ids(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["schema", "--out", "out"]).exit_code == 0
    assert "place" not in json.loads(Path("out/person.json").read_text(encoding="utf-8"))["definitions"]
    result = CliRunner().invoke(main, ["schema", "--out", "out", "--content", "nowhere"])
    assert (result.exit_code, "nowhere" in result.stderr) == (2, True)


def test_the_settings_of_vs_code_lead_to_what_is_written() -> None:
    root = Path(__file__).parents[2]
    settings = json.loads((root / ".vscode/settings.json").read_text(encoding="utf-8"))
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    for schema, file in settings["yaml.schemas"].items():
        assert (root / file).is_file()
        assert f"--out {Path(schema).parent}" in makefile
