"""``dossier schema`` writes one JSON Schema a type, those that the dossier adds included."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

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
