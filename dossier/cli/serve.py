"""Run ``dossier serve``: show the site on this machine and rebuild it after each change."""

from __future__ import annotations

import click

from dossier.cli.building import PASSED_ON, run_mkdocs


@click.command(context_settings=PASSED_ON)
@click.argument("options", metavar="[OPTIONS OF MKDOCS]...", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def serve(context: click.Context, options: tuple[str, ...]) -> None:
    """Show the site on this machine: `mkdocs serve`, without Material's notice on MkDocs 2.

    It prints the address to open, shows drafts too, and rebuilds the site after each change. Ctrl-C ends it.

    Exit status: 0 ended, 1 stopped, 2 wrong use.

    \b
    Example:
        dossier serve --open --dev-addr localhost:8001
    """  # noqa: D301 - click reads the escape
    run_mkdocs(context, "serve", options)
