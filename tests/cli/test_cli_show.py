"""Tests of ``dossier show`` and ``dossier mentions``: text, JSON, and the ways to name an item."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from terminal import Terminal

from dossier.cli import main

WriteFiles = Callable[[str], Path]
DOSSIER = """\
-- content/sources.yaml --
- {id: gazette, type: report, title: The Gazette}
-- content/places/northland.md --
---
title: Northland
---
-- content/positions/envoy.md --
---
title: Envoy of Northland
---
-- content/people/ada-example.md --
---
title: Ada Example
summary: An envoy.
aliases: [Ada E. Sample]
born: {value: 1952-10-07, sources: [gazette], note: disputed}
citizenship: [northland]
positions: [{position: envoy, from: 2012, to: 2016-05}]
sources: [gazette]
---
-- content/people/ben-example.md --
---
title: Ben Example
aliases: [Same Name]
---
-- content/people/bea-other.md --
---
title: Bea Other
aliases: [Same Name]
---
-- content/articles/first.md --
---
title: The first talks
date: 2021-12-08
---
# Talks

Ada Example came to Northland. In the evening
Ada Example left, as **Ada Example** does.
-- content/articles/second.md --
---
title: The second talks
date: 2022-01-13
status: draft
people: [ada-example]
---
They waited for Ada Example.
"""


@pytest.fixture
def folder(write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = write_files(DOSSIER)
    monkeypatch.chdir(found)
    return found


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_show_tells_all_of_an_entity(folder: Path) -> None:
    result = run("show", "ada-example")
    assert result.exit_code == 0, result.output
    assert result.stdout == (
        "Ada Example\n"
        "Person · ada-example · content/people/ada-example.md\n"
        "An envoy.\n"
        "\nAlso known as\n  Ada E. Sample\n"
        "\nFacts\n"
        "  Born       7 October 1952 (disputed) [gazette]\n"
        "  Positions  Envoy of Northland, from 2012, to May 2016\n"
        "\nRelations\n"
        "  citizen of         Northland\n"
        "  holds or held      Envoy of Northland (from 2012 to May 2016)\n"
        "  is the subject of  The second talks\n"
        "\nSources\n  gazette  The Gazette\n"
        "\n4 mentions in 2 articles\n"
        "  13 January 2022  The second talks (1)\n"
        "  8 December 2021  The first talks (3)\n"
    )


def test_show_as_json(folder: Path) -> None:
    known = json.loads(run("show", "ada-example", "--json").stdout)
    assert (known["id"], known["type"], known["mentions"]) == ("ada-example", "person", 4)
    assert known["facts"][0] == {
        "field": "born", "label": "Born", "value": "1952-10-07", "words": "7 October 1952",
        "sources": [{"id": "gazette", "title": "The Gazette"}], "note": "disputed",
    }  # fmt: skip
    assert [each["id"] for each in known["relations"]] == ["northland", "envoy", "second"]
    assert [each["id"] for each in known["articles"]] == ["second", "first"]


def test_a_relation_is_told_from_both_ends(folder: Path) -> None:
    assert "citizens  Ada Example\n" in run("show", "northland").stdout
    assert "held by  Ada Example (from 2012 to May 2016)\n" in run("show", "envoy").stdout


def test_show_of_an_article_tells_what_it_mentions(folder: Path) -> None:
    result = run("show", "first")
    assert "Article · first · content/articles/first.md\n" in result.stdout
    assert "\nMentions 2 items\n  People  Ada Example (3)\n  Places  Northland (1)\n" in result.stdout
    assert " · draft\n" in run("show", "second").stdout


@pytest.mark.parametrize("words", ["ada-example", "Ada Example", "ada e. sample", "ADÁ EXAMPLE"])
@pytest.mark.parametrize("command", ["show", "mentions"])
def test_an_item_by_its_id_title_or_alias(folder: Path, command: str, words: str) -> None:
    result = run(command, words)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("Ada Example")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("ada-exmaple", "did you mean “ada-example”"),
        ("Ada Exampel", "did you mean “ada-example”"),
        ("Same Name", "bea-other (Bea Other) or ben-example (Ben Example); give the id"),
        ("example", "did you mean “ada-example” (Ada Example)"),
        ("zzz", "no item has the id or the name “zzz”"),
    ],
)
@pytest.mark.parametrize("command", ["show", "mentions"])
def test_what_is_not_there_is_wrong_use(folder: Path, command: str, words: str, says: str) -> None:
    result = run(command, words)
    assert result.exit_code == 2
    assert says in " ".join(result.stderr.split())


def test_mentions_with_place_and_sentence(folder: Path) -> None:
    result = run("mentions", "ada-example")
    assert result.stdout == (
        "Ada Example: 4 mentions in 2 articles\n"
        "\nThe first talks, 8 December 2021\n"
        "  content/articles/first.md:7:1\n"
        "    *Ada Example* came to Northland.\n"
        "  content/articles/first.md:8:1, 8:24\n"
        "    In the evening *Ada Example* left, as *Ada Example* does.\n"
        "\nThe second talks, 13 January 2022 (draft)\n"
        "  content/articles/second.md:7:17\n"
        "    They waited for *Ada Example*.\n"
    )


def test_each_place_is_where_the_words_stand(folder: Path) -> None:
    found = json.loads(run("mentions", "ada-example", "--json").stdout)
    assert len(found) == 4
    for each in found:
        line = Path(each["file"]).read_text(encoding="utf-8").split("\n")[each["line"] - 1]
        assert line[each["column"] - 1 :].startswith(each["words"])


@pytest.mark.parametrize(
    ("options", "articles"),
    [
        (("--from", "2022"), ["second"]),
        (("--to", "2021"), ["first"]),
        (("--from", "2021-12-08", "--to", "2021-12-08"), ["first"]),
        (("--from", "2021-12-09", "--to", "2022-01-12"), []),
        (("--article", "second"), ["second"]),
        (("--article", "The first talks", "--article", "second"), ["first", "second"]),
    ],
)
def test_mentions_are_narrowed(folder: Path, options: tuple[str, ...], articles: list[str]) -> None:
    found = json.loads(run("mentions", "ada-example", "--json", *options).stdout)
    assert list(dict.fromkeys(each["article"] for each in found)) == articles


def test_a_date_that_is_none_is_wrong_use(folder: Path) -> None:
    result = run("mentions", "ada-example", "--from", "soon")
    assert (result.exit_code, "“soon” is not a date" in result.stderr) == (2, True)


def test_a_period_that_ends_before_it_begins_is_wrong_use(folder: Path) -> None:
    result = run("mentions", "ada-example", "--from", "2022", "--to", "2021-12")
    assert (result.exit_code, "--from 2022 is after --to 2021-12" in result.stderr) == (2, True)
    assert run("mentions", "ada-example", "--from", "2022-05", "--to", "2022").exit_code == 0


def test_lines_fit_the_terminal_and_mentions_are_underlined(folder: Path) -> None:
    terminal = Terminal(folder, "mentions", "ada-example", COLUMNS="44")
    assert terminal.end() == 0
    assert "\x1b[1m\x1b[4mAda Example\x1b[0m came to Northland." in terminal.shown
    sentences = [line for line in terminal.shown.splitlines() if line.startswith("    ")]
    bare = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in sentences]
    assert "    In the evening Ada Example left, as Ada" in bare
    assert max(map(len, bare)) <= 44
