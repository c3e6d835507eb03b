from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main

WriteFiles = Callable[[str], Path]
RIGHT = "-- content/people/a.md --\n---\ntitle: A\n---\n"
WARNED = f"{RIGHT}-- content/people/b.MD --\n"
WRONG = "-- content/people/a.md --\n---\ntitle: A\nbron: 1\n---\n-- content/people/b.md --\n"


def check(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", "--content", str(folder / "content"), *options])


@pytest.mark.parametrize(
    ("archive", "options", "status"),
    [
        (RIGHT, (), 0),
        (RIGHT, ("--strict",), 0),
        (WARNED, (), 0),
        (WARNED, ("--strict",), 1),
        (WRONG, (), 1),
    ],
)
def test_the_exit_status(
    write_files: WriteFiles, archive: str, options: tuple[str, ...], status: int
) -> None:
    assert check(write_files(archive), *options).exit_code == status


def test_every_finding_is_a_line(write_files: WriteFiles) -> None:
    result = check(write_files(WRONG))
    assert [line.split(": ")[0] for line in result.stdout.splitlines()] == [
        "people/a.md:3:1", "people/b.md:1:1",
    ]  # fmt: skip
    assert result.stderr == "2 findings\n"


def test_wrong_use_is_said_without_a_traceback(write_files: WriteFiles) -> None:
    folder = write_files("-- types/vessel.yaml --\ntype: vessel\n")
    missing = check(folder)
    assert (missing.exit_code, "there is no dossier folder" in missing.stderr) == (2, True)
    (folder / "content").mkdir()
    wrong = check(folder, "--schema", str(folder / "types"))
    assert (wrong.exit_code, "vessel.yaml:1:1: error: schema" in wrong.stderr) == (2, True)
