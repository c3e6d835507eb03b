"""Run ``dossier build``: build the site, strictly."""

from __future__ import annotations

import click

from dossier.cli.building import PASSED_ON, run_mkdocs


@click.command(context_settings=PASSED_ON)
@click.argument("options", metavar="[OPTIONS OF MKDOCS]...", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def build(context: click.Context, options: tuple[str, ...]) -> None:
    """Build the site: `mkdocs build --strict`, without Material's notice on MkDocs 2.

    A warning stops the build, so that nothing uncertain is published; --no-strict builds nevertheless.

    Exit status: 0 built, 1 stopped, 2 wrong use.

    \b
    Example:
        dossier build --site-dir public
    """  # noqa: D301 - click reads the escape
    run_mkdocs(context, "build", ["--strict", *options])
