"""The command line `dossier`: one file a command."""

from __future__ import annotations

import click

from dossier.cli.annotate import annotate
from dossier.cli.check import check
from dossier.cli.group import DossierGroup
from dossier.cli.schema import schema


@click.group(cls=DossierGroup)
@click.version_option(package_name="mkdocs-dossier")
@click.option("--color/--no-color", default=None, help="Colour, or none; as the terminal can, by default.")
@click.option("--debug", is_flag=True, help="Show where in the program a failure came from.")
def main(*, color: bool | None, debug: bool) -> None:
    """Work on a dossier: a folder of curated articles, and the people and agreements they speak of.

    Exit status: 0 clean or done, 1 findings, 2 wrong use, 3 a file or the network failed, 4 a fault of
    this program, 130 interrupted.

    \b
    Example:
        dossier check
    """  # noqa: D301 - click reads the escape


main.add_command(annotate)
main.add_command(check)
main.add_command(schema)
main.lazy = {"import": "dossier.cli.import_:import_"}
