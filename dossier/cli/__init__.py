"""Provide the command line `dossier`, with one file per command."""

from __future__ import annotations

from typing import Final

import click

from dossier.cli.group import DossierGroup

# Each command and where it is defined. A command is imported only when it is called or explained.
COMMANDS: Final = {
    "annotate": "dossier.cli.annotate:annotate",
    "build": "dossier.cli.build:build",
    "check": "dossier.cli.check:check",
    "completion": "dossier.cli.completion:completion",
    "explain": "dossier.cli.explain:explain_command",
    "import": "dossier.cli.import_:import_",
    "init": "dossier.cli.init:init",
    "mentions": "dossier.cli.mentions:mentions",
    "migrate": "dossier.cli.migrate:migrate",
    "new": "dossier.cli.new:new",
    "schema": "dossier.cli.schema:schema",
    "serve": "dossier.cli.serve:serve",
    "show": "dossier.cli.show:show",
    "suggest": "dossier.cli.suggest:suggest",
}


@click.group(cls=DossierGroup, lazy=COMMANDS)
@click.version_option(package_name="mkdocs-dossier")
@click.option("--debug", is_flag=True, help="Show the traceback of a failure.")
def main(*, debug: bool) -> None:
    """Work on a dossier: a folder of curated articles, and the people and agreements that they mention.

    Exit status: 0 clean or done, 1 findings, 2 wrong use, 3 a file or the network failed, 4 a bug in this
    program, 130 interrupted.

    \b
    Example:
        dossier check
    """  # noqa: D301 - click reads the escape
