"""Commands that find no room on the disk name the file that they could not write, and leave nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fault_sites import Project, in_namespace

WORDS = "The delegations met by the lake and spoke for three hours about the border. " * 12
PROGRAM = "from dossier.cli import main; main()"
# Each with the file that there is no room for.
COMMANDS = {
    "new person Alder": "content/people/alder.md",
    "import page.html --name lake --date 2022": "content/articles/lake.md",
    "import sources.json": "content/sources.yaml",
    "import rows.csv": "content/places/alder.md",
    "suggest --reject Alder": "site_config/rejected.yaml",
    "schema --out schemas": "schemas/article.json",
    "schema --out schemas --snippets a.code-snippets": "schemas/article.json",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path).fill()
    project.write("page.html", f"<html><body><h1>Lake</h1><article><p>{WORDS}</p></article></body></html>")
    project.write("sources.json", '[{"id": "a", "type": "book", "title": "A book"}]')
    project.write("rows.csv", "title,type\nAlder,place\n")
    return project


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("command", COMMANDS)
def test_where_no_file_may_grow(project: Project, command: str) -> None:
    before = files(project.folder)
    done = subprocess.run(
        ["sh", "-c", 'ulimit -f 0; exec "$@"', "sh", sys.executable, "-B", "-c", PROGRAM, *command.split()],
        cwd=project.folder,
        env=project.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3, done.stdout + done.stderr
    last = done.stderr.splitlines()[-1]
    assert last.startswith(f"Error: {COMMANDS[command]}: ")
    assert last.endswith("File too large")
    assert files(project.folder) == before


def test_on_a_full_disk(project: Project) -> None:
    """One after the other, each with its own error; then what goes to standard output."""
    command = f"\"$1\" -B -c '{PROGRAM}'"
    lines = "\n".join(f"{command} {each} 2>>errors; echo $? >>codes" for each in COMMANDS)
    done = in_namespace(
        f"""
        set +e
        mkdir disk; mount -t tmpfs -o size=1m none disk
        cp -a content page.html sources.json rows.csv disk/; cd disk
        mkdir -p content/articles content/places site_config schemas; find . | sort >../before
        ln -s ../errors ../codes .; cat /dev/zero >fill 2>/dev/null
        {lines}
        {command} check --json >full 2>>errors; echo $? >>codes
        rm fill full errors codes; find . | sort >../after
        """,
        project,
    )
    assert done.returncode == 0, done.stderr
    read = {name: (project.folder / name).read_text(encoding="utf-8") for name in ("codes", "errors")}
    assert read["codes"].split() == ["3"] * (len(COMMANDS) + 1), read["errors"]
    told = [line for line in read["errors"].splitlines() if line.startswith("Error: ")]
    assert len(told) == len(COMMANDS) + 1
    for line, name in zip(told, [*COMMANDS.values(), "standard output"], strict=True):
        assert line.startswith(f"Error: {name}: ")
        assert line.endswith("No space left on device")
    assert (project.folder / "after").read_text() == (project.folder / "before").read_text()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize(
    "words", [("--help",), ("check", "--help"), ("show", "jane-doe"), ("suggest", "--format", "patch")]
)
def test_output_that_finds_no_room(project: Project, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, *words],
            cwd=project.folder,
            env=os.environ,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr.splitlines()[-1] == "Error: standard output: No space left on device"
