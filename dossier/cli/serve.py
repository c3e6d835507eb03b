"""Run ``dossier serve``: show the site on this machine and rebuild it after each change."""

from __future__ import annotations

import click

from dossier.cli.building import PASSED_ON, host_option, run_host


@click.command(context_settings=PASSED_ON)
@host_option
@click.argument("options", metavar="[OPTIONS OF THE HOST]...", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def serve(context: click.Context, options: tuple[str, ...], host: str | None) -> None:
    """Show the site on this machine: `mkdocs serve` or `properdocs serve`, without Material's notice.

    It prints the address to open, shows drafts too, and rebuilds the site after each change. Ctrl-C ends it.
    The other options are those of the host; `--config-file FILE` also decides which host it is.

    Exit status: 0 ended, 1 stopped, 2 wrong use.

    \b
    Example:
        dossier serve --open --dev-addr localhost:8001
    """  # noqa: D301 - click reads the escape
    run_host(context, "serve", options, host)
