"""``dossier check``: read a dossier and list its findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dossier.build import all_findings
from dossier.cli.options import content_option, schema_option
from dossier.findings import Severity

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@content_option
@schema_option
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.pass_context
def check(context: click.Context, content: Path, schema: Path | None, *, strict: bool) -> None:
    """List what is wrong with a dossier's files and texts: file, line, column, what, and how to mend it.

    Exit status: 0 clean, 1 errors (with --strict also warnings), 2 wrong use.

    \b
    Example:
        dossier check --strict
    """  # noqa: D301 - click reads the escape
    findings = all_findings(content, schema)
    for finding in findings:
        click.echo(str(finding))
    click.echo(f"{len(findings)} finding{'' if len(findings) == 1 else 's'}", err=True)
    if any(strict or finding.severity is Severity.ERROR for finding in findings):
        context.exit(1)
