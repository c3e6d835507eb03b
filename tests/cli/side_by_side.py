"""Run commands that begin at the same moment, each in a separate process."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

# Forked from one that has loaded the commands, so that they meet at the files and not while they load.
_PROGRAM = """
import json, os, sys
import click
from dossier.cli import main

rounds, codes = json.loads(sys.argv[1]), []
for name in {command[0] for commands in rounds for command in commands}:
    main.get_command(click.Context(main), name)
for commands in rounds:
    wait, go = os.pipe()
    started = []
    for command in commands:
        started.append(os.fork())
        if started[-1] == 0:
            os.close(go)
            os.read(wait, 1)
            main(command)
    os.close(go)
    os.close(wait)
    codes += [os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) for process in started]
with open("codes.json", "w") as file:
    json.dump(codes, file)
"""


def side_by_side(folder: Path, *rounds: Sequence[Sequence[str]]) -> tuple[list[int], str]:
    """The exit statuses of `dossier` with each of the arguments, and what all of them said.

    The commands of a round begin at once, those of the next when they have ended.
    """
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", _PROGRAM, json.dumps(rounds)],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
        check=True,
    )
    return json.loads((folder / "codes.json").read_text(encoding="utf-8")), done.stdout
