"""An import writes no file that the next build refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from importing.withheld import SENTENCES, TEXT, press, web

from dossier.cli import main
from dossier.content import input_limits as prose_limits
from dossier.content.loading import load_registry
from dossier.content.schema import load_schema

SENTENCE = SENTENCES[0]
SCHEMA = load_schema()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "people").mkdir(parents=True)
    (folder / "people" / "jane-doe.md").write_text("---\ntitle: Jane Doe\n---\n", encoding="utf-8")
    return folder


def run(content: Path, text: str, *words: str, name: str = "page.html") -> Result:
    file = content.parent / name
    file.write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, ["import", "--content", str(content), str(file), *words])


def page(body: str) -> str:
    return web(
        f"<article><h1>Harbour closed</h1>{TEXT}{body}</article>",
        '<meta name="date" content="2021-06-16">',
    )


def paragraphs(length: int) -> str:
    return f"<p>{SENTENCE}</p>" * (length // len(SENTENCE))


BEYOND = {
    "characters": page(paragraphs(300_500)),
    "characters of one paragraph": page("<p>" + f"{SENTENCE} " * 1_100 + "</p>"),
    "lines of one paragraph": page("<p>" + "A line.<br>" * 2_100 + "</p>"),
    "marks of emphasis in one paragraph": page("<p>" + "<b>one</b> and <i>two</i>, " * 150 + "</p>"),
    "brackets that stay open": page("<p>" + "[ and " * 60 + ".</p>"),
    "square brackets": page("<p>[a] and [b] and [c].</p>" * 2_000),
    "quotation marks": page("<p>\"One\" and \"two\" and \"three\".</p>" * 4_000),
    "a long number": page(f"<p>The number was {'7' * 1_100}.</p>"),
    "cells": page("<table>" + f"<tr>{'<td>12</td>' * 39}</tr>" * 520 + "</table>"),
    "levels of lists": page("<ul><li>one" * 14 + "</ul>" * 14),
}  # fmt: skip


@pytest.mark.parametrize("name", BEYOND)
def test_what_a_build_refuses_is_refused_in_one_line(name: str, content: Path) -> None:
    result = run(content, BEYOND[name])
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)
    assert "page.html: not written, since a build would stop at it: " in result.stderr
    assert "(" in result.stderr
    assert not (content / "articles").exists()


def test_how_long_the_text_is_and_what_to_do(content: Path) -> None:
    said = run(content, BEYOND["characters"]).stderr
    assert "the text has over 300,000 characters, 30" in said
    assert "in all (split it into several files)" in said


@pytest.mark.parametrize("kind", ["page.html", "page.txt"])
def test_the_longest_text_is_written_and_built(kind: str, content: Path) -> None:
    text = "\n\n".join(["Harbour closed", *[SENTENCE] * 2_900])
    result = run(content, page(paragraphs(290_000)) if kind == "page.html" else text, name=kind)
    assert result.exit_code == 0, result.output
    _, findings = load_registry(content, SCHEMA)
    assert {finding.code for finding in findings} <= {"missing-field"}


def test_the_checks_are_those_of_the_build(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prose_limits, "_LONGEST", 100)
    assert "over 100 characters" in run(content, press()).stderr


@pytest.mark.parametrize("option", ["--title", "--publisher"])
def test_values_that_are_too_long_are_refused(option: str, content: Path) -> None:
    result = run(content, press(), option, "word " * 150)
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
    assert "over 500 characters" in result.stderr


def test_a_dry_run_says_the_same(content: Path) -> None:
    result = run(content, BEYOND["characters"], "--dry-run")
    assert (result.exit_code, result.stdout) == (3, "")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("articles/Not an id.md", "not written"),
        ("people/other.md", "not written"),
        ("articles/jane-doe.md", "is taken"),
    ],
)
def test_a_file_in_the_dossier_must_fit_there(path: str, said: str, content: Path) -> None:
    result = run(content, page(""), "--out", str(content / path))
    assert (result.exit_code, said in result.stderr) == (3, True)
    assert not (content / path).exists()


def test_a_file_elsewhere_may_have_any_name(content: Path) -> None:
    assert run(content, page(""), "--out", str(content.parent / "Any name.md")).exit_code == 0


@pytest.mark.parametrize(
    "body", [f"{SENTENCE} " * 3_300, "[ and " * 60, "7" * 1_100], ids=["long", "brackets", "number"]
)
def test_the_text_of_an_entity_is_held_to_the_same_limits(body: str, content: Path) -> None:
    rows = [{"title": "Ann Poe"}, {"title": "Bob Quill", "body": body}]
    result = run(content, "\n".join(map(json.dumps, rows)), "--type", "person", name="people.jsonl")
    assert result.exit_code == 1
    assert "people.jsonl:2:1: error: prose-too-" in result.stdout
    assert [file.name for file in content.rglob("*.md")] == ["jane-doe.md"]


def test_a_list_of_sources_never_outgrows_what_is_read(content: Path) -> None:
    long = "word " * 95
    items = [
        {"id": f"s{n}", "type": "book", "title": f"Title {n}", "abstract": long, "keyword": long}
        for n in range(1_200)
    ]
    result = run(content, json.dumps(items), name="sources.json")
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
    assert "the YAML has over 1,048,576 characters (import fewer at a time" in result.stderr
    assert not (content / "sources.yaml").exists()
