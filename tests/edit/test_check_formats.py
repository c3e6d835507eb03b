"""Tests of the formats of findings: for a terminal, for GitHub, as SARIF and as JSON."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import jsonschema
import markdown
import pytest
from bs4 import BeautifulSoup
from checking import findings, write
from click.testing import CliRunner

from dossier.cli.check import check
from dossier.content.repository import repository
from dossier.edit.check import CHECKS
from dossier.edit.check.formats import as_github, as_json, as_markdown, as_sarif, as_text
from dossier.edit.check.report import Shown, shown
from dossier.model.findings import Finding, Severity

# What of SARIF 2.1.0 (its JSON schema) a log of one run with results has to be; the schema has no more to say of it.
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"enum": ["2.1.0"]},
        "runs": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/run"}},
    },
    "$defs": {
        "message": {
            "type": "object",
            "required": ["text"],
            "additionalProperties": False,
            "properties": {"text": {"type": "string"}, "markdown": {"type": "string"}},
        },
        "level": {"enum": ["none", "note", "warning", "error"]},
        "index": {"type": "integer", "minimum": 0},
        "count": {"type": "integer", "minimum": 1},
        "run": {
            "type": "object",
            "required": ["tool", "results"],
            "additionalProperties": False,
            "properties": {
                "tool": {
                    "type": "object",
                    "required": ["driver"],
                    "additionalProperties": False,
                    "properties": {
                        "driver": {
                            "type": "object",
                            "required": ["name"],
                            "additionalProperties": False,
                            "properties": {
                                "name": {"type": "string"},
                                "rules": {
                                    "type": "array", "uniqueItems": True, "items": {"$ref": "#/$defs/rule"}
                                },
                            },
                        }
                    },
                },
                "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
            },
        },
        "rule": {
            "type": "object",
            "required": ["id", "shortDescription", "fullDescription", "help", "defaultConfiguration"],
            "additionalProperties": False,
            "properties": {
                "id": {"type": "string"},
                "shortDescription": {"$ref": "#/$defs/message"},
                "fullDescription": {"$ref": "#/$defs/message"},
                "help": {"$ref": "#/$defs/message"},
                "defaultConfiguration": {
                    "type": "object", "additionalProperties": False, "properties": {"level": {"$ref": "#/$defs/level"}}
                },
            },
        },
        "result": {
            "type": "object",
            "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
            "additionalProperties": False,
            "properties": {
                "ruleId": {"type": "string"},
                "ruleIndex": {"$ref": "#/$defs/index"},
                "level": {"$ref": "#/$defs/level"},
                "message": {"$ref": "#/$defs/message"},
                "locations": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/location"}},
            },
        },
        "location": {
            "type": "object",
            "additionalProperties": False,
            "required": ["physicalLocation"],
            "properties": {
                "physicalLocation": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["artifactLocation", "region"],
                    "properties": {
                        "artifactLocation": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["uri"],
                            "properties": {"uri": {"type": "string", "format": "uri-reference"}},
                        },
                        "region": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["startLine", "startColumn", "endColumn"],
                            "properties": {
                                name: {"$ref": "#/$defs/count"} for name in ("startLine", "startColumn", "endColumn")
                            },
                        },
                    },
                }
            },
        },
    },
}  # fmt: skip
LONG = "It was said at great length and with many words, none of which named anybody at all, "


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A dossier with a finding of each severity, one of them in a file whose name has signs in it."""
    write(
        tmp_path,
        {
            "content/people/a.md": "---\ntitle: Jane Doe\nborn: 1950\n  # a comment\ndied: 1949\n---\n",
            "content/people/b, 50.md": "---\ntitle: John Doe\nbron: 1950\n---\n",
            "content/articles/x.md": f"---\ntitle: X\ndate: 2021\npublisher: P\n---\n{LONG * 2}that Doe spoke.\n",
            "content/places/vienna.md": "---\ntitle: Vienna\n---\n",
        },
    )
    return tmp_path


def shown_of(folder: Path, base: Path | None = None) -> list[Shown]:
    content = folder / "content"
    return list(shown(findings(content), content, base or folder))


def test_text_has_place_code_message_the_words_underlined_and_the_hint(dossier: Path) -> None:
    text = as_text([each for each in shown_of(dossier) if each.path.endswith("people/a.md")])
    assert re.sub(r"\x1b\[[0-9;]*m", "", text) == (
        "content/people/a.md:5:7: dates-out-of-order “died” is 1949 and “born” is 1950; they cannot both be right"
        " [error]\n"
        "    died: 1949\n"
        "          ~~~^\n"
        "    hint: correct whichever date is wrong"
    )


def test_text_shows_a_hundred_of_a_kind_in_a_file_and_counts_the_rest() -> None:
    many = [
        Shown(Finding(f"{name}.md", line, 1, "x", "wrong"), name, "", 1)
        for name in "ab"
        for line in range(1, 301)
    ]
    lines = as_text([each for each in many if each.path == "a" or each.finding.line < 3]).split("\n")
    assert len(lines) == 100 + 2 + 2
    assert "a:101:1:" in lines[-2]
    assert "200 more of this kind from here on" in lines[-2]


def test_of_a_long_line_the_part_around_the_words_is_shown(dossier: Path) -> None:
    text = as_text([each for each in shown_of(dossier) if each.finding.code == "ambiguous-mention"])
    _, line, marks, _ = re.sub(r"\x1b\[[0-9;]*m", "", text).split("\n")
    assert len(line) < 110
    assert line.startswith("    …")
    assert [line[i] for i, mark in enumerate(marks) if mark in "~^"] == list("Doe")


@pytest.mark.parametrize(
    ("source", "column", "length", "marks"),
    [
        ("\ttitle: \x1b[31mred", 8, 5, "       ~~~~^"),
        ("北京: x", 5, 1, "      ^"),
        ("e\u0301e\u0301: x", 7, 1, "    ^"),
    ],
)
def test_marks_stand_below_the_words_whatever_they_are(
    source: str, column: int, length: int, marks: str
) -> None:
    finding = Finding("a.md", 1, column, "wrong-value", "no\x1b[2Jthing", "\u202ehint")
    text = re.sub(r"\x1b\[(?:0|1|31)m", "", as_text([Shown(finding, "a.md", source, length)]))
    assert text.split("\n")[2] == f"    {marks}"
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_the_words_that_a_finding_is_about_are_worked_out(dossier: Path) -> None:
    lengths = {(each.path, each.finding.code): each.length for each in shown_of(dossier)}
    assert lengths["content/people/a.md", "dates-out-of-order"] == len("1949")
    assert lengths["content/people/b, 50.md", "unknown-field"] == len("bron")
    assert lengths["content/articles/x.md", "ambiguous-mention"] == len("Doe")


def test_github_commands_are_escaped(dossier: Path) -> None:
    lines = as_github(shown_of(dossier)).split("\n")
    assert len(lines) == len(findings(dossier / "content"))
    (unknown,) = [line for line in lines if "title=unknown-field" in line]
    assert unknown.startswith(
        "::error file=content/people/b%2C 50.md,line=3,col=1,endColumn=5,title=unknown-field::“bron” is"
    )
    assert "%0Adid you mean “born”?" in unknown
    assert {line.split(" ")[0] for line in lines} == {"::error", "::warning", "::notice"}


def test_a_message_cannot_begin_a_command_of_its_own() -> None:
    finding = Finding("a.md", 1, 1, "wrong-value", "a\r\n::error::b", "100%")
    written = as_github([Shown(finding, "x,y:z.md", "", 1)])
    assert written == (
        "::error file=x%2Cy%3Az.md,line=1,col=1,endColumn=2,title=wrong-value::a%0D%0A::error::b%0A100%25"
    )


def test_sarif_is_valid_and_says_everything(dossier: Path) -> None:
    items = shown_of(dossier)
    log = json.loads(as_sarif(items))
    jsonschema.Draft202012Validator(SARIF).validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == len(items)
    for each, result in zip(items, run["results"], strict=True):
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"] == each.finding.code
        assert rule["defaultConfiguration"]["level"] == CHECKS[each.finding.code].severity.value
        place = result["locations"][0]["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        assert urlsplit(uri)[:2] == ("", "")
        assert unquote(uri) == each.path
        assert (dossier / unquote(uri)).is_file()
        assert place["region"]["endColumn"] > place["region"]["startColumn"]
        assert each.finding.message in result["message"]["text"]
    assert {result["level"] for result in run["results"]} == {"error", "warning", "note"}


def test_sarif_without_findings_is_valid() -> None:
    jsonschema.Draft202012Validator(SARIF).validate(json.loads(as_sarif([])))


def test_json_has_every_part(dossier: Path) -> None:
    found = json.loads(as_json(shown_of(dossier)))["findings"]
    assert [f for f in found if f["code"] == "unknown-field"] == [
        {
            "path": "content/people/b, 50.md", "line": 3, "column": 1, "length": 4, "code": "unknown-field",
            "severity": "error", "message": "“bron” is not a field here", "hint": "did you mean “born”?",
        }
    ]  # fmt: skip


def test_paths_are_relative_to_where_they_are_shown(dossier: Path) -> None:
    below, beside = dossier / "content" / "people", dossier / "elsewhere"
    assert {each.path for each in shown_of(dossier, below)} >= {"a.md", "../articles/x.md"}
    assert {each.path for each in shown_of(dossier, beside)} >= {"../content/people/a.md"}


def test_a_file_on_another_drive_has_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(*_: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", refusing)
    finding = Finding("people/a.md", 1, 1, "bad-id", "wrong")
    assert [each.path for each in shown([finding], tmp_path, tmp_path)] == [
        (tmp_path / "people/a.md").as_posix()
    ]


def test_the_repository_is_where_its_git_is_or_what_github_says(tmp_path: Path) -> None:
    folder = tmp_path / "repository" / "docs"
    folder.mkdir(parents=True)
    assert repository(folder, {"GITHUB_WORKSPACE": str(tmp_path)}) == tmp_path.resolve()
    assert repository(folder, {"GITHUB_WORKSPACE": "/elsewhere"}) == folder.resolve() or (
        repository(folder, {}) in folder.resolve().parents
    )
    (tmp_path / "repository" / ".git").mkdir()
    assert repository(folder, {}) == (tmp_path / "repository").resolve()


def test_severities_have_a_form_everywhere() -> None:
    for severity in Severity:
        item = Shown(Finding("a.md", 1, 1, "wrong-value", "m", "", severity), "a.md", "", 1)
        assert all(write_as([item]) for write_as in (as_text, as_github, as_sarif, as_json))


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [
        ("sources: [{title: A, issued: 2005-13}, {title: B}]", 11, "{title: A, issued: 2005-13}"),
        (
            "sources: [{title: A, issued: 2005-13}, {title: B}]",
            10,
            "[{title: A, issued: 2005-13}, {title: B}]",
        ),
        ("sources: [{title: 'it''s }', x: \"]\"}, b]", 11, "{title: 'it''s }', x: \"]\"}"),
        ("sources: [{title: Ada's}, {title: Bob's}, b]", 11, "{title: Ada's}"),
        ("sources: [{title: A,  ", 11, "{title: A,"),
    ],
)
def test_a_list_or_mapping_in_brackets_is_underlined_to_its_end(
    tmp_path: Path, line: str, column: int, words: str
) -> None:
    write(tmp_path, {"a.md": f"---\n{line}\n---\n"})
    (each,) = shown([Finding("a.md", 2, column, "wrong-value", "m")], tmp_path, tmp_path)
    assert line[column - 1 :][: each.length] == words


def test_markdown_shows_what_content_says_as_it_is() -> None:
    finding = Finding(
        "a_b*.md", 3, 1, "x", "“<script>|` [a](b)” is wrong\n# no heading", "say @ada **so**, #1 :smile: $x$"
    )
    heading, _, *table = as_markdown([Shown(finding, "content/a_b*.md", "", 1)]).split("\n")
    assert heading == "### Dossier: 1 error"
    assert not re.search(r"@|:\w|\$|https?:", "".join(table))
    html = markdown.markdown("\n".join(table), extensions=["tables"])
    cells = [cell.text for cell in BeautifulSoup(html, "html.parser").select("td")]
    assert cells == [
        "content/a_b*.md:3",
        "error: “<script>|` [a](b)” is wrong # no heading (x)",
        "say @ada **so**, #1 :smile: $x$",
    ]


def test_markdown_lists_the_first_hundred() -> None:
    many = [Shown(Finding("a.md", line, 1, "x", "wrong", ""), "a.md", "", 1) for line in range(1, 103)]
    lines = as_markdown(many).split("\n")
    assert len([line for line in lines if line.startswith("| a")]) == 100
    assert lines[-1] == "And 2 more."
    assert as_markdown([]) == "### Dossier: no findings"


def test_a_summary_is_appended(tmp_path: Path) -> None:
    write(tmp_path, {"content/people/ada.md": "---\ntitle: Ada Example\nborn: then\n---\n"})
    (tmp_path / "summary.md").write_text("before\n", encoding="utf-8")
    options = ["--content", str(tmp_path / "content"), "--summary", str(tmp_path / "summary.md")]
    assert CliRunner().invoke(check, options).exit_code == 1
    written = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert written.startswith("before\n### Dossier: 1 error, 1 note\n")
    assert written.endswith("|\n")
