"""Validate the files of a dossier with the schemas from ``dossier schema``, as an editor's program does."""

from __future__ import annotations

import json
from pathlib import Path

import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator

from dossier.cli import main
from dossier.content.schema import load_schema


def wrong_by_schemas(content: Path, out: Path) -> dict[str, list[str]]:
    """What the schemas find in files that they should take, by the path of the file; they are written into `out`."""
    arguments = ["schema", "--content", str(content), "--out", str(out)]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    validators = {
        name: Draft7Validator(json.loads((out / f"{spec.type}.json").read_text("utf-8")))
        for name, spec in load_schema().by_folder.items()
    }
    found = {}
    for file in sorted(content.glob("*/**/*.md")):
        path = file.relative_to(content)
        data = yaml.load(file.read_text(encoding="utf-8").split("---\n")[1], yaml.BaseLoader)
        data.update({key: [float(x) for x in value] for key, value in data.items() if key == "coordinates"})
        found[path.as_posix()] = validators[path.parts[0]].iter_errors(_as_yaml_has_it(data))
    if (content / "sources.yaml").exists():
        sources = yaml.load((content / "sources.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
        schema = json.loads((out / "sources.json").read_text(encoding="utf-8"))
        found["sources.yaml"] = Draft7Validator(schema).iter_errors(sources)
    assert found
    messages = {path: [error.message for error in errors] for path, errors in found.items()}
    return {path: wrong for path, wrong in messages.items() if wrong}


def _as_yaml_has_it(data: object) -> object:
    """Truths as an editor's reader of YAML has them; all else stays a text."""
    if isinstance(data, dict):
        return {key: _as_yaml_has_it(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_as_yaml_has_it(value) for value in data]
    return {"true": True, "false": False}.get(data, data) if isinstance(data, str) else data
