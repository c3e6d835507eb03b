"""Tests of progress: only on a terminal, only after a second, and on standard error."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from terminal import Terminal, plain

from dossier.cli.progress import progress

SLOW = """
import sys, click
from dossier.cli import progress as module, main
clock = iter(range(1000))
module.monotonic = lambda: next(clock)
@main.command()
def slow():
    click.echo(sum(module.progress(range(20), "Reading")))
"""
# The same with a clock that stands still.
QUICK = SLOW.replace("next(clock)", "0")


def test_a_terminal_shows_how_far_long_work_has_come(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "slow", code=SLOW)
    assert terminal.end() == 0
    shown = plain(terminal.shown)
    assert "Reading" in shown
    assert "100%" in shown
    assert shown.endswith("190\n")


def test_quick_work_shows_none(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "slow", code=QUICK)
    assert terminal.end() == 0
    assert plain(terminal.shown) == "190\n"


def test_no_terminal_sees_any() -> None:
    command = [sys.executable, "-c", f"{SLOW}\nmain()", "slow"]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (result.stdout, result.stderr) == ("190\n", "")


def test_every_item_comes_once_and_in_order() -> None:
    assert list(progress([3, 1, 2], "")) == [3, 1, 2]
    assert list(progress([], "")) == []
