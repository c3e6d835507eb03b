"""Run MkDocs for the commands that build or show a site.

It comes from the same environment as this program, so no shell has to find it, and runs without the notice on
MkDocs 2 that the theme Material prints: this program needs MkDocs below version 2 anyway.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any, Final

import click

from dossier.model.errors import DossierError

_HOST: Final = "mkdocs"
_QUIET: Final = {"NO_MKDOCS_2_WARNING": "1"}
# As `dossier.cli.group` writes: the letters of every script, unless a terminal has an encoding of its own.
_ENCODING: Final = {"PYTHONIOENCODING": "utf-8"}
PASSED_ON: Final[dict[str, Any]] = {"ignore_unknown_options": True, "allow_interspersed_args": False}
"""Settings of a command whose options are those of MkDocs."""


class NoHostError(DossierError):
    """MkDocs is not installed beside this program."""

    def __init__(self) -> None:
        super().__init__("MkDocs is not installed here; run: pip install mkdocs mkdocs-material")


def run_mkdocs(context: click.Context, command: str, options: Sequence[str]) -> None:
    """Run a command of MkDocs with its options, and end with its exit status.

    Raises:
        NoHostError: MkDocs is not installed.
    """
    if find_spec(_HOST) is None:
        raise NoHostError
    # -P: a file in the current folder must not stand in for a module.
    colour = () if context.color is None else ("--color" if context.color else "--no-color",)
    arguments = (sys.executable, "-P", "-m", _HOST, *colour, command, *options)
    environment = {**({} if sys.stderr.isatty() else _ENCODING), **os.environ, **_QUIET}
    if os.name == "posix":
        # MkDocs takes the place of this process, so every signal and the terminal reach it alone.
        os.execve(arguments[0], arguments, environment)  # noqa: S606 - no shell
    with subprocess.Popen(arguments, env=environment) as process:  # noqa: S603 - no shell
        try:
            status = process.wait()
        except KeyboardInterrupt:
            # The console has interrupted both; MkDocs ends in its own way.
            status = process.wait()
    context.exit(status)
