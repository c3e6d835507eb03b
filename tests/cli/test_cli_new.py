"""``dossier new``: what it writes, what it asks, what it refuses."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from terminal import Terminal, plain

from dossier.cli import main
from dossier.content.schema import load_schema
from dossier.pipeline import read_all

WriteFiles = Callable[[str], Path]
DOSSIER = """\
-- content/agreements/minsk-ii.md --
---
title: Minsk II
aliases: [Package of Measures]
---
-- content/people/ada-example.md --
---
title: Ada Example
aliases: [{text: Ада Приклад, lang: uk}]
---
"""
SCHEMA = load_schema()
REQUIRED = {"article": ("--date", "2022-01-13"), "event": ("--field", "when=2022-01")}


@pytest.fixture
def folder(write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = write_files(DOSSIER)
    monkeypatch.chdir(found)
    return found


def new(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["new", *arguments])


def files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_an_article_with_what_is_given_and_what_is_usual(folder: Path) -> None:
    result = new("article", "Talks in  Vienna", "--date", "2022-01-13", "--field", "people=ada-example")
    assert (result.exit_code, result.stdout) == (0, "content/articles/talks-in-vienna.md\n"), result.output
    text = Path("content/articles/talks-in-vienna.md").read_text(encoding="utf-8")
    assert text.startswith("---\ntitle: Talks in Vienna\ndate: 2022-01-13\npeople: [ada-example]\n# ")
    assert "# status:            # Status: one of draft, reviewed, published.\n" in text


@pytest.mark.parametrize("name", list(SCHEMA.types))
def test_check_accepts_what_is_written_of_every_type(folder: Path, name: str) -> None:
    result = new(name, "Something: “new”, #1", *REQUIRED.get(name, ()))
    assert result.exit_code == 0, result.output
    assert read_all(Path("content")).findings == []
    assert CliRunner().invoke(main, ["check"]).exit_code == 0


@pytest.mark.parametrize("name", list(SCHEMA.types))
def test_comments_become_fields_without_their_mark(folder: Path, name: str) -> None:
    result = new(name, "Something", *REQUIRED.get(name, ()))
    path = Path(result.stdout.strip())
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    # Records wait for what they require, so they stay comments here.
    kept = [line for line in lines if not line.startswith(("#   - ", "# image"))]
    path.write_text("".join(line.removeprefix("# ") for line in kept), encoding="utf-8")
    assert read_all(Path("content")).findings == []


def test_a_type_that_the_dossier_adds(folder: Path, write_files: WriteFiles) -> None:
    write_files(
        "-- site_config/schema/vessel.yaml --\ntype: vessel\nfolder: vessels\nlabel: Vessel\nplural: Vessels\n"
        "fields:\n  launched: {value: date, required: true, label: Launched}\n"
        "  flag: {value: reference, to: [place], label: Flag, help: Under which it sails.}\n"
    )
    assert "“launched” is missing" in new("vessel", "MV Ulysses").stderr
    result = new("vessel", "MV Ulysses", "--field", "launched=2000")
    text = Path("content/vessels/mv-ulysses.md").read_text(encoding="utf-8")
    assert result.exit_code == 0
    assert "launched: 2000\n" in text
    assert "# flag:" in text
    assert "Under which it sails." in text


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("persn", "X"), "did you mean “person”?"),
        (("person", "X", "--field", "brn=1952"), "did you mean “born”?"),
        (("person", "X", "--field", "born=then"), "“then” is not a date"),
        (("person", "X", "--field", "born"), "write --field name=value"),
        (("person", "X", "--field", "born=2000", "--field", "born=2001"), "born: one value is expected"),
        (("article", "X", "--date", "2000", "--field", "date=2001"), "date: one value is expected"),
        (("person", "X", "--date", "2022"), "“date” is not a field of person"),
        (("person", "X", "--field", "citizenship=ada-example"), "name an item of the type place"),
        (
            ("person", "X", "--field", "relations=[{type: likes, target: ada-example}]"),
            "“likes” is not one of",
        ),
        (("article", "X"), "“date” is missing; add --field date=…"),
        (("person", "Ada Example"), "taken by people/ada-example.md"),
        (("person", "X", "--id", "Ada Example"), "is not an id"),
        (("person", "…"), "choose one with --id"),
        (("person", "X", "--folder", "../.."), "--folder"),
        (("person", "X", "--folder", ".hidden"), "--folder"),
        (("person",), "“title” is missing"),
        (("person", "X", "--id", "index"), "--id"),
        (("person", "X", "--id", "con"), "--id"),
        (("person", "X", "--folder", "aux"), "--folder"),
    ],
)
def test_wrong_use_writes_nothing(folder: Path, arguments: tuple[str, ...], says: str) -> None:
    before = files(folder)
    result = new(*arguments)
    assert result.exit_code == 2, result.output
    assert says in result.stderr
    assert files(folder) == before


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("Package of measures", "“minsk-ii” has this alias: Package of Measures"),
        ("Ада Приклад (2)", ""),
        ("Ada Exampel", "“ada-example” has a name like this: Ada Example"),
        ("Adá Example", "“ada-example” has this name: Ada Example"),
        ("Minsk III", ""),
    ],
)
def test_what_bears_the_name_already_is_told(folder: Path, title: str, says: str) -> None:
    result = new("event", title, "--id", "another", "--field", "when=2022")
    assert result.exit_code == 0, result.output
    assert (says in result.stderr) if says else (result.stderr == "")


def test_a_file_in_a_folder_of_its_own(folder: Path) -> None:
    result = new("article", "A", "--date", "2022", "--folder", "2022/vienna")
    assert result.stdout == "content/articles/2022/vienna/a.md\n"


def test_articles_go_where_the_others_of_their_year_lie(folder: Path) -> None:
    assert new("article", "A", "--date", "2021-05", "--folder", "2021").exit_code == 0
    assert new("article", "B", "--date", "2022-05-01").stdout == "content/articles/2022/b.md\n"


def test_values_that_yaml_would_read_otherwise(folder: Path) -> None:
    title = "no: \"yes\" # [1] \\ 'a' {b}"
    result = new(
        "agreement", title, "--id", "odd", "--field", "kind=no", "--field", "tags=1,2", "--field", "tags=yes"
    )
    assert result.exit_code == 0, result.output
    shown = CliRunner().invoke(main, ["show", "odd", "--json"]).stdout
    assert '"title": "no: \\"yes\\" # [1] \\\\ \'a\' {b}"' in shown


def test_nothing_is_written_over_a_file_that_is_no_article(folder: Path) -> None:
    target = folder / "content" / "people" / "x.md"
    target.symlink_to(folder / "elsewhere.md")
    assert new("person", "X").exit_code == 2
    assert not (folder / "elsewhere.md").exists()


def test_a_terminal_is_asked_until_the_answer_is_right(folder: Path) -> None:
    terminal = Terminal(folder, "new", "article")
    terminal.wait_for("Title: ")
    terminal.type("Talks in Vienna\n")
    terminal.wait_for("Published (such as 2022-01-13): ")
    terminal.type("yesterday\n")
    terminal.wait_for("“yesterday” is not a date")
    terminal.type("2022-01-13\n")
    assert terminal.end() == 0, terminal.shown
    assert plain(terminal.shown).endswith("content/articles/talks-in-vienna.md\n")
    assert "date: 2022-01-13\n" in (folder / "content/articles/talks-in-vienna.md").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(("answer", "made"), [("n", False), ("y", True)])
def test_a_terminal_is_asked_before_a_second_of_the_same_name(folder: Path, answer: str, made: bool) -> None:
    terminal = Terminal(folder, "new", "person", "Minsk II", "--id", "other")
    terminal.wait_for("[y/N]")
    terminal.type(f"{answer}\n")
    assert terminal.end() == (0 if made else 130)
    assert (folder / "content/people/other.md").exists() is made


@pytest.mark.parametrize("number", [None, signal.SIGTERM, signal.SIGKILL])
def test_interrupted_at_a_question_nothing_is_there(folder: Path, number: signal.Signals | None) -> None:
    before = files(folder)
    terminal = Terminal(folder, "new", "article", "Talks")
    terminal.wait_for("Published")
    if number is None:
        terminal.interrupt()
    else:
        terminal.signal(number)
    assert terminal.end() != 0
    assert files(folder) == before


KILLED_WHILE_WRITING = """
import os, signal
os.fsync = lambda descriptor: os.kill(os.getpid(), signal.SIGKILL)
from dossier.cli import main
main()
"""


def test_killed_while_it_writes_there_is_no_half_file(folder: Path) -> None:
    command = [sys.executable, "-c", KILLED_WHILE_WRITING, "new", "person", "Bob Sample"]
    assert subprocess.run(command, cwd=folder, check=False, capture_output=True).returncode == -signal.SIGKILL
    assert not (folder / "content/people/bob-sample.md").exists()
    assert read_all(folder / "content").findings == []
    assert new("person", "Bob Sample").exit_code == 0
