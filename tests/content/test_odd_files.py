"""No command reads or waits for anything but a regular file, or follows a link out of the dossier."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import warm_processes

WriteFiles = Callable[[str], Path]
WORDS = "The delegations met by the lake and spoke for three hours about the border. " * 12
DOSSIER = f"""\
-- content/people/ada-example.md --
---
title: Ada Example
---
-- content/articles/talks.md --
---
title: Talks
date: 2022-01-13
---
Ada Example spoke of the Harbour Commission.
-- page.html --
<html><body><h1>Lake</h1><article><p>{WORDS}</p></article></body></html>
-- sources.json --
[{{"id": "a", "type": "book", "title": "A book"}}]
-- rows.csv --
title,type
Alder,place
-- outside/secret.md --
---
title: Secret
---
"""
PATIENCE = 60
COMMANDS = {
    "annotate": ("annotate", "--content", "content"),
    "check": ("check",),
    "import an article": ("import", "page.html", "--date", "2022"),
    "import sources": ("import", "sources.json"),
    "import a table": ("import", "rows.csv"),
    "mentions": ("mentions", "ada-example"),
    "new": ("new", "person", "Bob Sample"),
    "schema": ("schema", "--out", "schemas"),
    "show": ("show", "ada-example"),
    "suggest": ("suggest", "--format", "patch"),
    "suggest --reject": ("suggest", "--reject", "Harbour"),
}
pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")


def run(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """`dossier` in a process of its own; what it opens for reading is told at the end of its errors."""
    return warm_processes.run(
        WATCHED, *arguments, folder=folder, variables={**os.environ, **variables}, patience=PATIENCE
    )


WATCHED = """
import json, os, stat, sys

def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        try:
            mode = os.stat(arguments[0], follow_symlinks=False).st_mode
        except OSError:
            return
        name = os.fsdecode(arguments[0])
        if name.startswith(("content", "site_config")) and not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            sys.stderr.write(f"OPENED {name}\\n")

sys.addaudithook(watch)
from dossier.content import opening
opening._PATIENCE = float(os.environ.get("PATIENCE", opening._PATIENCE))
from dossier.cli import main
main()
"""


def pipe(path: Path) -> None:
    os.mkfifo(path)


def listening(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as end:
        # A path in full may be longer than a socket's may be.
        here = Path.cwd()
        os.chdir(path.parent)
        end.bind(path.name)
        os.chdir(here)


def unreadable(path: Path) -> None:
    path.write_text("---\ntitle: Hidden\n---\n", encoding="utf-8")
    path.chmod(0)


KINDS: dict[str, Callable[[Path], None]] = {
    "pipe": pipe,
    "endless": lambda path: path.symlink_to("/dev/zero"),
    "terminal": lambda path: path.symlink_to("/dev/tty"),
    "outside": lambda path: path.symlink_to(Path("../../outside/secret.md")),
    "nowhere": lambda path: path.symlink_to("nowhere"),
    "itself": lambda path: path.symlink_to(path.name),
    "folder": lambda path: path.mkdir(),
    "socket": listening,
    "unreadable": unreadable,
}


@pytest.fixture
def folder(write_files: WriteFiles) -> Iterator[Path]:
    found = write_files(DOSSIER)
    yield found
    for path in found.rglob("*"):
        if path.name.startswith("unreadable"):
            path.chmod(0o600)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_kind_of_odd_file_in_every_folder(folder: Path, command: str) -> None:
    for place in ("articles", "people", "articles/2022", "images"):
        (folder / "content" / place).mkdir(exist_ok=True)
        for name, make in KINDS.items():
            make(folder / "content" / place / f"{name}{'.png' if place == 'images' else '.md'}")
    done = run(folder, *COMMANDS[command])
    assert "OPENED" not in done.stderr
    assert "Traceback" not in done.stderr
    assert "Secret" not in done.stdout + done.stderr
    assert done.returncode == (1 if command in ("annotate", "check") else 0), done.stderr
    if command == "check":
        told = {name for name in KINDS if f"content/articles/{name}.md:" in done.stdout}
        # Root may read anything.
        assert told | {"unreadable"} == set(KINDS)


READ = [
    ("content/sources.yaml", "import sources"),
    ("site_config/rejected.yaml", "suggest --reject"),
    ("site_config/rejected.yaml", "suggest"),
    ("site_config/checks.yaml", "check"),
    ("site_config/schema/vessel.yaml", "check"),
]


@pytest.mark.parametrize("kind", ["pipe", "endless", "outside", "nowhere", "folder"])
@pytest.mark.parametrize(("place", "command"), READ)
def test_an_odd_file_where_a_command_reads_or_writes_one(
    folder: Path, place: str, command: str, kind: str
) -> None:
    (folder / place).parent.mkdir(parents=True, exist_ok=True)
    KINDS[kind](folder / place)
    done = run(folder, *COMMANDS[command])
    assert done.returncode in (1, 2, 3), done.stdout
    assert "OPENED" not in done.stderr
    assert "Traceback" not in done.stderr
    assert Path(place).name in done.stderr + done.stdout
    assert files(folder / "outside") == ["secret.md"]


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


LINKED = [
    ("content/articles", "new article"),
    ("content/articles", "import an article"),
    ("content/places", "import a table"),
    ("content/people", "new"),
    ("site_config", "suggest --reject"),
]


@pytest.mark.parametrize(("link", "command"), LINKED)
def test_nothing_is_written_through_a_linked_folder(folder: Path, link: str, command: str) -> None:
    path = folder / link
    if path.exists():
        path.rename(folder / "moved")
    path.symlink_to(folder / "outside")
    before = files(folder)
    words = {**COMMANDS, "new article": ("new", "article", "Lake", "--date", "2022")}[command]
    done = run(folder, *words)
    assert done.returncode == 3, done.stderr + done.stdout
    line = done.stderr.strip().splitlines()[-1]
    assert line.startswith(f"Error: {link}: ")
    assert "symbolic link; put the folder itself there" in line
    assert files(folder) == before


@pytest.mark.parametrize("command", ["new", "import an article", "import a table", "import sources"])
def test_the_folder_of_the_dossier_may_be_a_link(folder: Path, command: str) -> None:
    (folder / "content").rename(folder / "real")
    (folder / "content").symlink_to("real")
    before = set(files(folder / "real"))
    assert run(folder, *COMMANDS[command]).returncode == 0
    assert len({name for name in files(folder / "real") if name.endswith((".md", ".yaml"))} - before) == 1


def test_what_comes_through_a_pipe_that_was_named_is_read(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    page = (folder / "page.html").read_bytes()
    gazetteer = json.dumps({"id": "ada", "name": "Ada Example", "type": "person"}).encode()
    for sent, words in ((page, ("import", "pipe")), (gazetteer, ("annotate", "--gazetteer", "pipe"))):
        writer = subprocess.Popen(
            [sys.executable, "-c", "import sys; open('pipe', 'wb').write(sys.stdin.buffer.read())"],
            cwd=folder,
            stdin=subprocess.PIPE,
        )
        assert writer.stdin is not None
        writer.stdin.write(sent)
        writer.stdin.close()
        done = run(folder, *words)
        assert done.returncode == 0, done.stderr
        assert writer.wait(PATIENCE) == 0


@pytest.mark.parametrize("named", ["/dev/zero", "pipe", "content"])
@pytest.mark.parametrize("words", [("import",), ("annotate", "--gazetteer")])
def test_what_was_named_and_is_no_file_or_never_comes(
    folder: Path, named: str, words: tuple[str, ...]
) -> None:
    os.mkfifo(folder / "pipe")
    done = run(folder, *words, named, PATIENCE="0.2")
    assert done.returncode in (2, 3), done.stdout
    assert named in done.stderr
    assert "Traceback" not in done.stderr
