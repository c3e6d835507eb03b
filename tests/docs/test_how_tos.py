"""The how-tos of CONTRIBUTING work step by step: the files that they tell you to write do what they say."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml
from checking import findings, sections, write
from click.testing import CliRunner

from dossier.cli.annotate import annotate
from dossier.content.loading import load_registry
from dossier.content.schema import load_schema
from dossier.edit.check import CHECKS, naming
from dossier.model.mentions import Document
from dossier.recognise.entities import gazetteer
from dossier.recognise.languages import language, load_language
from dossier.recognise.recogniser import Recogniser

CONTRIBUTING = Path(__file__).parents[2] / "CONTRIBUTING.md"
BLOCK = re.compile(r"^(?P<indent> *)```(?P<kind>\w+)\n(?P<text>.*?)^ *```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"`([\w/]+\.(?:yaml|txt))`")


def how_to(title: str) -> str:
    text = CONTRIBUTING.read_text(encoding="utf-8")
    return text.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def blocks(text: str, kind: str) -> list[tuple[str, str]]:
    """The blocks of a kind, each with the file that was named last before it, "" where none was."""
    found = []
    for match in BLOCK.finditer(text):
        if match["kind"] == kind:
            named = FILE.findall(text[: match.start()])
            found.append((named[-1] if named else "", dedent(match["text"])))
    return found


def merged(one: Any, other: Any) -> Any:
    """Two YAML values as one: what a contributor adds stands in its place in what is there."""
    if isinstance(one, dict):
        return one | {key: merged(one[key], other[key]) if key in one else other[key] for key in other}
    return one + other if isinstance(one, list) else other


def test_add_a_type(tmp_path: Path) -> None:
    schema = tmp_path / "schema"
    for _, text in blocks(how_to("Add a type or a field"), "yaml"):
        write(schema, {f"{yaml.safe_load(text)['type']}.yaml": text})
    write(
        tmp_path / "content",
        {
            "places/tuvela.md": "---\ntitle: Tuvela\n---\n",
            "vessels/esperia.md": "---\ntitle: Esperia\nflag: tuvela\nlaunched: 1990\n---\n",
            "facilities/pier.md": "---\ntitle: North Pier\ncapacity: 4\n---\n",
            "people/ada.md": "---\ntitle: Ada Okki\ncall_sign: Falcon\n---\n",
        },
    )
    registry, wrong = load_registry(tmp_path / "content", load_schema(schema))
    assert wrong == []
    text = "The Esperia lay at North Pier; Falcon was aboard."
    found = Recogniser(gazetteer(registry)).recognise(Document(text)).mentions
    assert [mention.entity for mention in found] == ["esperia", "pier", "ada"]


def test_add_a_rule_for_dates(tmp_path: Path) -> None:
    text = how_to("Add a rule for dates")
    folder = tmp_path / "en"
    shutil.copytree(language("en").folder, folder)
    for name, added in blocks(text, "yaml"):
        file = folder / "dates" / name
        known = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        more = yaml.load(added, Loader=yaml.BaseLoader)
        file.write_text(yaml.safe_dump(merged(known, more), allow_unicode=True), encoding="utf-8")
    sentence, date = re.findall(r"“([^”]+)” has the date\s+`([^`]+)`", text)[0]

    def dates(code: Any) -> list[str]:
        return [each.value for each in Recogniser((), code).recognise(Document(sentence)).dates]

    assert dates(load_language(folder)) == [date]
    assert dates(language("en")) != [date]


def test_add_a_language(tmp_path: Path) -> None:
    text = how_to("Add a language")
    folder, entities = tmp_path / "xx", tmp_path / "entities.jsonl"
    *files, (_, expected) = [*blocks(text, "yaml"), *blocks(text, "text")]
    assert {name for name, _ in files} >= {"dates/grammar.yaml", "names/words.yaml", "names/declension.txt"}
    write(folder, dict(files))
    entities.write_text(blocks(text, "json")[0][1], encoding="utf-8")
    sentence = re.findall(r"the text “([^”]+)”", text)[0]
    done = CliRunner().invoke(
        annotate,
        ["--gazetteer", str(entities), "--language", str(folder)],
        input=json.dumps({"doc_id": "a", "text": sentence}),
    )
    assert done.exit_code == 0, done.output
    found = json.loads(done.output)
    told = [f"{each['text']}: {each['entity']}" for each in found["mentions"]]
    told += [f"{each['text']}: {each['value']}" for each in found["dates"]]
    assert told == expected.splitlines()
    assert found["unresolved"] == []


def test_a_language_that_is_wrong_is_refused_in_one_line(tmp_path: Path) -> None:
    write(tmp_path / "xx", {"names/words.yaml": "capitls: false\n"})
    (tmp_path / "entities.jsonl").write_text("", encoding="utf-8")
    arguments = ["--gazetteer", str(tmp_path / "entities.jsonl"), "--language", str(tmp_path / "xx")]
    done = CliRunner().invoke(annotate, arguments)
    assert done.exit_code == 2
    assert "names/words.yaml: capitls: unknown key; did you mean capitals?" in done.output


def test_add_a_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = how_to("Add a check")
    names = dict(vars(naming))
    exec(blocks(text, "python")[0][1], names)
    added = names["title_in_capitals"]
    monkeypatch.setattr("dossier.edit.check.running.CHECKS", {**CHECKS, added.code: added})
    write(tmp_path, sections(blocks(text, "text")[0][1]))
    assert [finding.path for finding in findings(tmp_path / "content")] == ["articles/a.md"]
    assert [finding.code for finding in findings(tmp_path / "content")] == [added.code]
    assert findings(tmp_path / "clean") == []
