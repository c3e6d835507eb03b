"""Tests of completion: the scripts for three shells, and what they complete."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from warm_processes import run

from dossier.cli import main
from dossier.cli.completion import SHELLS

WriteFiles = Callable[[str], Path]
DOSSIER = """\
-- content/people/ada-example.md --
-- content/articles/2022/ada-came.md --
-- content/index.md --
-- site_config/schema/vessel.yaml --
type: vessel
folder: vessels
label: Vessel
plural: Vessels
fields: {}
"""


def completed(folder: Path, words: str) -> list[str]:
    """What bash would be told: `words` up to the cursor."""
    environment = {
        **os.environ,
        "_DOSSIER_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    command = "from dossier.cli import main; main(prog_name='dossier')"
    result = run(command, folder=folder, variables=environment)
    assert result.stderr == ""
    return [line.partition(",")[2] for line in result.stdout.splitlines() if line]


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_a_shell(shell: str) -> None:
    result = CliRunner().invoke(main, ["completion", shell])
    assert result.exit_code == 0, result.output
    assert "_DOSSIER_COMPLETE" in result.stdout
    assert f"{shell}_complete" in result.stdout
    program = shutil.which(shell)
    if program:
        subprocess.run([program, "-n"], input=result.stdout, text=True, check=True)


def test_another_shell_is_wrong_use() -> None:
    assert CliRunner().invoke(main, ["completion", "cmd"]).exit_code == 2


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("dossier me", ["mentions"]),
        ("dossier show ada", ["ada-came", "ada-example"]),
        ("dossier show zz", []),
        ("dossier mentions ada-e", ["ada-example"]),
        ("dossier mentions x --article ada-c", ["ada-came"]),
        ("dossier new ve", ["vessel"]),
        ("dossier new p", ["person", "place", "position", "page"]),
        ("dossier completion z", ["zsh"]),
        ("dossier check --no", ["--no-color"]),
    ],
)
def test_what_is_completed(write_files: WriteFiles, words: str, found: list[str]) -> None:
    assert sorted(completed(write_files(DOSSIER), words)) == sorted(found)
