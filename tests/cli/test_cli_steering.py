"""No text of a dossier can control the terminal of a user who runs a command on it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from slow_cases import slow

from dossier.cli import main
from dossier.cli.layout import echo
from dossier.content.source import parse_yaml
from dossier.model.findings import Finding, json_text

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
STYLE = re.compile(r"\x1b\[[0-9;]*m")
CONTROLS = [*range(0x01, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)]
SIGNS = (0x07, 0x1B, 0x85, 0x9B, 0x2028, 0x202E, 0x2067)
COMMANDS = {
    "show": ["show", "{id}"],
    "show as JSON": ["show", "{id}", "--json"],
    "mentions": ["mentions", "{id}"],
    "mentions as JSON": ["mentions", "{id}", "--json"],
    "suggest": ["suggest", "--include-rejected"],
    "suggest as JSON": ["suggest", "--format", "json"],
    "check": ["check"],
    "check for GitHub": ["check", "--format", "github"],
    "check as SARIF": ["check", "--format", "sarif"],
    "check as JSON": ["check", "--format", "json"],
    "new": ["new", "person", "A31m B", "--dry-run"],
}


def escaped(sign: int) -> str:
    return f"\\x{sign:02x}" if sign < 0x100 else f"\\u{sign:04x}"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("steering") / "content"
    for sign in SIGNS:
        value = f'"A {escaped(sign)}31m B"'
        for path, text in {
            f"people/e-{sign}.md": f"---\ntitle: {value}\naliases: [{value}]\nsummary: {value}\n---\n",
            f"people/k-{sign}.md": f'---\ntitle: K\n"x_{escaped(sign)}": 1\n---\n',
            f"articles/a-{sign}.md": f"---\ntitle: {value}\ndate: 2021\npublisher: {value}\n---\nA {chr(sign)}31m B and [[e-{sign}]].\n",
        }.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    return folder


def run(command: str, content: Path, identifier: str = "", *options: str) -> Result:
    words = [word.format(id=identifier) for word in COMMANDS[command]]
    return CliRunner().invoke(main, [*options, *words, "--content", str(content)])


# With colour, styles are printed as well as what is printed without.
@pytest.mark.parametrize("color", ["--color", *slow("--no-color")])
@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_prints_what_steers_a_terminal(command: str, color: str, content: Path) -> None:
    for sign in SIGNS if "{id}" in COMMANDS[command] else SIGNS[:1]:
        for result in (run(command, content, name, color) for name in (f"e-{sign}", f"a-{sign}")):
            printed = STYLE.sub("", result.stdout) + STYLE.sub("", result.stderr)
            assert printed
            assert STEERING.findall(printed.replace("\n", "")) == []


@pytest.mark.parametrize("written", ['a: "b{}c"', '"a{}b": c', '- "b{}c"', 'a: {{"b{}c": d}}'])
def test_a_control_character_is_refused_however_it_is_written(written: str) -> None:
    read = {sign: parse_yaml(written.format(escaped(sign)), "a.md") for sign in CONTROLS}
    codes = {sign: found.code for sign, found in read.items() if isinstance(found, Finding)}
    assert codes == dict.fromkeys(CONTROLS, "control-character")


def test_what_turns_text_is_shown_escaped(content: Path) -> None:
    assert "\\u202e" in run("show", content, "e-8238").stdout
    assert json.loads(run("show as JSON", content, "e-8238").stdout)["title"] == "A \u202e31m B"


def test_printing_keeps_styles_lines_and_letters(capsys: pytest.CaptureFixture[str]) -> None:
    echo("Ґ\tb\nc \x9b1m \x1b]0;x\x07")
    assert capsys.readouterr().out == "Ґ\tb\nc \\x9b1m \\x1b]0;x\\x07\n"
    assert json.loads(json_text({"a": "Ґ\x9b\u2028\n\t"})) == {"a": "Ґ\x9b\u2028\n\t"}
    assert json_text({"a": "Ґ\x9b"}) == '{\n  "a": "Ґ\\u009b"\n}'
