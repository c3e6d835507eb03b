"""The command line `dossier`: one file a command."""

from __future__ import annotations

import click

from dossier.cli.annotate import annotate
from dossier.cli.check import check
from dossier.cli.schema import schema


@click.group()
@click.version_option(package_name="mkdocs-dossier")
def main() -> None:
    """Work on a dossier: a folder of curated articles, and the people and agreements they speak of."""


main.add_command(annotate)
main.add_command(check)
main.add_command(schema)
