"""Tests of ``dossier explain``: the ways to name a passage, text, JSON, and what is wrong use."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main

WriteFiles = Callable[[str], Path]
DOSSIER = """\
-- content/people/ada-example.md --
---
title: Ada Example
---
-- content/articles/talks.md --
---
title: The talks
date: 2022-01-13
---
Walter Example came on 3 January.

Later Example left,
and *Ada Example* slept.

Ada Example woke.
"""


@pytest.fixture
def folder(write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = write_files(DOSSIER)
    monkeypatch.chdir(found)
    monkeypatch.setenv("COLUMNS", "100")
    return found


def explain(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments])


@pytest.mark.usefixtures("folder")
def test_the_text_says_what_why_and_what_to_do() -> None:
    found = explain("talks:7")
    assert found.exit_code == 0
    assert found.output == (
        "content/articles/talks.md:7:7  “Example” is not linked\n"
        "    Later *Example* left, and Ada Example slept.\n"
        "    why not     The text uses this name for somebody who is not in the dossier. [somebody-else]\n"
        "    from        “Walter Example” in line 5\n"
        "    may be      Ada Example (ada-example)\n"
        "    to link it  add ada-example to “people” in the front matter\n"
        "                write [[ada-example|Example]] here\n"
    )


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "place", ["talks:8", "The talks:8", "content/articles/talks.md:8", "articles/talks.md:8:5", "./content/articles/talks.md:8"]
)  # fmt: skip
def test_a_passage_is_named_by_id_title_or_file(place: str) -> None:
    found = explain(place, "--json")
    assert [(each["words"], each["line"], each["entity"]) for each in json.loads(found.output)] == [
        ("Ada Example", 8, "ada-example")
    ]


@pytest.mark.usefixtures("folder")
def test_json_holds_everything() -> None:
    given, date, *_ = json.loads(explain("talks", "--json").output)
    assert given == {
        "file": "content/articles/talks.md", "line": 5, "column": 8,
        "words": "Example", "before": "Walter ", "after": " came on 3 January.",
        "kind": "name", "state": "unlinked", "entity": None, "title": None, "value": None,
        "rule": "other-given-name",
        "says": "The word before it reads as a given name that nobody in the dossier with this surname has.",
        "note": None,
        "because": [{"words": "Walter", "line": 5}],
        "others": [{"id": "ada-example", "title": "Ada Example", "why": ""}],
        "remedies": [{
            "kind": "link", "entity": "ada-example", "says": "write [[ada-example|Example]] here",
            "file": "content/articles/talks.md", "field": None, "write": "[[ada-example|Example]]",
        }],
    }  # fmt: skip
    assert (date["kind"], date["value"], date["because"]) == (
        "date", "2022-01-03", [{"words": "date: 2022-01-13", "line": 0}]
    )  # fmt: skip


@pytest.mark.usefixtures("folder")
def test_a_rule_is_told_once() -> None:
    first, again = (line for line in explain("talks", "ada example").output.splitlines() if "[name]" in line)
    assert "as above [name]" not in first
    assert again.split() == ["why", "as", "above", "[name]"]


@pytest.mark.usefixtures("folder")
def test_a_passage_without_names() -> None:
    found = explain("people/ada-example.md")
    assert (found.exit_code, found.output.split(".")[0]) == (
        0,
        "No name of the dossier and no date is in this text",
    )


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("talks", "Zebedee"), "content/articles/talks.md: “Zebedee” is not in this text"),
        (("talks", "Zebedee", "--json"), "content/articles/talks.md: “Zebedee” is not in this text"),
        (("talks:7", "3 January"), "content/articles/talks.md: “3 January” is not in line 7"),
        (("talks", "."), "“.” has neither a letter nor a digit"),
        (("talks:0",), "content/articles/talks.md: line 0 is not in the text, which has the lines 5 to 10"),
        (("talks:4",), "content/articles/talks.md: line 4 is not in the text, which has the lines 5 to 10"),
        (("talks:11", "Example"), "line 11 is not in the text, which has the lines 5 to 10"),
        (("ada-example:5",), "content/people/ada-example.md: line 5 is not in the text, which is empty"),
        (("tallks",), "no item has the id or the name “tallks”"),
        (("content/articles/tallks.md",), "content/articles/tallks.md: there is no such file in content"),
    ],
)
def test_wrong_use(arguments: tuple[str, ...], told: str) -> None:
    found = explain(*arguments)
    assert found.exit_code == 2
    assert told in found.output
