"""Tests of what all commands share: examples, exit statuses, ``--color`` on either side, lazy imports."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from terminal import Terminal, plain

from dossier.cli import COMMANDS, main

WriteFiles = Callable[[str], Path]
CONTEXT = click.Context(main)
NAMES = main.list_commands(CONTEXT)
PERSON = "-- content/people/ada.md --\n---\ntitle: Ada Example\n---\n"


def test_every_command_is_listed_and_none_twice() -> None:
    assert list(COMMANDS) == sorted(COMMANDS)
    assert set(COMMANDS) <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_help_says_exit_statuses_and_ends_with_an_example(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0, result.output
    assert re.search(r"Exit\s+status:\s+0\s", result.output)
    text = result.output.partition("\nOptions:")[0].rstrip()
    assert re.search(rf"\n  Example:\n(?:      .*\n)*      .*dossier (?:.*\n.*)?\b{name}\b.*$", text)
    assert "--color / --no-color" in result.output


@pytest.mark.parametrize("name", NAMES)
def test_a_command_is_called_as_its_table_says(name: str) -> None:
    command = main.get_command(CONTEXT, name)
    assert command is not None
    assert command.name == name


def test_help_of_all_has_an_example_and_every_exit_status() -> None:
    text = " ".join(CliRunner().invoke(main, ["--help"]).output.split())
    assert "Example: dossier check" in text
    for status in (
        "0 clean or done",
        "1 findings",
        "2 wrong use",
        "3 a file",
        "4 a bug",
        "130 interrupted",
    ):
        assert status in text


def test_help_of_new_loads_no_recognition() -> None:
    script = (
        "import sys\nfrom dossier.cli import main\n"
        "main(['new', '--help'], standalone_mode=False)\n"
        "print([name for name in sys.modules if name.startswith(('dossier.recognise', 'markdown'))])"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "[]"


COLOUR = "\x1b["


@pytest.mark.parametrize(
    ("arguments", "coloured"),
    [
        (("show", "ada"), False),
        (("--color", "show", "ada"), True),
        (("show", "ada", "--color"), True),
        (("--color", "show", "ada", "--no-color"), False),
        (("--no-color", "show", "--color", "ada"), True),
    ],
)
def test_colour_is_chosen_on_either_side(
    write_files: WriteFiles, arguments: tuple[str, ...], coloured: bool
) -> None:
    content = str(write_files(PERSON) / "content")
    result = CliRunner().invoke(main, [*arguments, "--content", content])
    assert result.exit_code == 0, result.output
    assert (COLOUR in result.stdout) is coloured


@pytest.mark.parametrize(
    ("arguments", "environment", "coloured"),
    [
        ((), {}, True),
        ((), {"NO_COLOR": "1"}, False),
        ((), {"NO_COLOR": ""}, True),
        (("--color",), {"NO_COLOR": "1"}, True),
        (("--no-color",), {}, False),
    ],
)
def test_a_terminal_has_colour_unless_it_is_not_wanted(
    write_files: WriteFiles, arguments: tuple[str, ...], environment: dict[str, str], coloured: bool
) -> None:
    terminal = Terminal(write_files(PERSON), "show", "ada", *arguments, **environment)
    assert terminal.end() == 0, terminal.shown
    assert "Ada Example" in plain(terminal.shown)
    assert (COLOUR in terminal.shown) is coloured


SCRIPTS = """\
-- content/people/ada.md --
---
title: Ada Приклад
aliases: [阿达]
born: 1950-01-01 → x
---
-- content/articles/talks.md --
---
title: “Talks” – Київ → Харків
date: 2022-01-13
---
Ada Приклад met Іван Петренко in Kyiv. Іван Петренко spoke for the Lake Commission → 阿达.
-- rows.csv --
title,type
Київ – місто,place
"""


@pytest.mark.parametrize("chosen", [{}, {"PYTHONIOENCODING": "x"}], ids=["pipe", "chosen encoding"])
def test_no_letter_ends_a_command_whatever_the_encoding(
    write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch, chosen: dict[str, str]
) -> None:
    """A pipe gets UTF-8; in an encoding that the user chose, an escape stands for what it lacks."""
    monkeypatch.chdir(write_files(SCRIPTS))
    runner = CliRunner(charset="cp437", env=chosen)
    commands = (
        "check", "check --json", "show ada", "mentions ada", "suggest", "import rows.csv --dry-run",
        "new person Київ →", "show київ",
    )  # fmt: skip
    for command in commands:
        result = runner.invoke(main, command.split())
        assert result.exit_code in (0, 1, 2), (command, result.stderr)
        shown = (result.stdout_bytes + result.stderr_bytes).decode("cp437" if chosen else "utf-8")
        assert ("\\u" in shown) is bool(chosen), command


def test_an_unknown_command_is_wrong_use() -> None:
    result = CliRunner().invoke(main, ["shwo"])
    assert result.exit_code == 2
    assert "shwo" in result.stderr


def test_an_interruption_is_told_in_a_line(write_files: WriteFiles) -> None:
    terminal = Terminal(write_files(PERSON), "new", "event")
    terminal.wait_for("Title")
    terminal.interrupt()
    assert terminal.end() == 130
    assert plain(terminal.shown).endswith("\ninterrupted\n")
    assert "Traceback" not in terminal.shown


def test_a_file_that_cannot_be_written_is_status_3(write_files: WriteFiles) -> None:
    folder = write_files(f"{PERSON}-- content/places --\n")
    result = CliRunner().invoke(main, ["new", "place", "Minsk", "--content", str(folder / "content")])
    assert result.exit_code == 3, result.output
    assert "content/places" in result.stderr
