"""Run ``dossier build``: build the site, strictly."""

from __future__ import annotations

import click

from dossier.cli.building import PASSED_ON, host_option, run_host


@click.command(context_settings=PASSED_ON)
@host_option
@click.argument("options", metavar="[OPTIONS OF THE HOST]...", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def build(context: click.Context, options: tuple[str, ...], host: str | None) -> None:
    """Build the site: `mkdocs build --strict` or `properdocs build --strict`, without Material's notice.

    A warning stops the build, so that nothing uncertain is published; --no-strict builds nevertheless. The
    other options are those of the host; `--config-file FILE` also decides which host it is.

    Exit status: 0 built, 1 stopped, 2 wrong use.

    \b
    Example:
        dossier build --site-dir public
    """  # noqa: D301 - click reads the escape
    run_host(context, "build", ["--strict", *options], host)
