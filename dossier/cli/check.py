"""``dossier check``: read a dossier and list its findings."""

from __future__ import annotations

from pathlib import Path

import click

from dossier.build import all_findings
from dossier.errors import DossierError
from dossier.findings import Severity


@click.command()
@click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=Path("content"),
    show_default=True,
    help="The dossier's folder.",
)
@click.option(
    "--schema",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder with types and fields that the dossier adds.",
)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.pass_context
def check(context: click.Context, content: Path, schema: Path | None, *, strict: bool) -> None:
    """List what is wrong with a dossier's files and texts: file, line, column, what, and how to mend it.

    Exit status: 0 clean, 1 errors (with --strict also warnings), 2 wrong use.

    \b
    Example:
        dossier check --content content --schema site_config/schema
    """  # noqa: D301 - click reads the escape
    try:
        findings = all_findings(content, schema)
    except DossierError as error:
        raise click.UsageError(str(error)) from None
    for finding in findings:
        click.echo(str(finding))
    click.echo(f"{len(findings)} finding{'' if len(findings) == 1 else 's'}", err=True)
    if any(strict or finding.severity is Severity.ERROR for finding in findings):
        context.exit(1)
