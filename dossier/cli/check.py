"""Run ``dossier check``: read a dossier and list its findings."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import click

from dossier.cli.group import FINDINGS, INTERRUPTED
from dossier.cli.host import read_host
from dossier.cli.options import (
    chosen_format,
    content_option,
    current_host,
    json_option,
    schema_option,
    settings_option,
)
from dossier.cli.reading import markdown_options
from dossier.cli.watching import watch
from dossier.content.files import naming
from dossier.content.repository import repository
from dossier.content.source_date import today as today_of
from dossier.edit.check import Request, check_dossier
from dossier.edit.check.formats import FORMATS, as_markdown
from dossier.edit.check.report import counted, shown
from dossier.edit.check.settings import usual_settings, usual_settings_if_there
from dossier.model.edtf import EDTFError, bounds
from dossier.model.errors import ContentFolderError, DossierError
from dossier.model.findings import Finding, Severity

#: Formats that services read; they know files by their paths in the repository.
_OF_THE_REPOSITORY: Final = ("github", "sarif")


@click.command()
@content_option
@schema_option
@settings_option
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="Output format.  [default: text]",
)
@json_option
@click.option(
    "--summary",
    type=click.Path(path_type=Path, dir_okay=False),
    help='Also append the findings, in Markdown, to a file such as "$GITHUB_STEP_SUMMARY".',
)
@click.option("--today", metavar="DATE", help="Day to treat as today, such as 2022-03-01.")
@click.option("--watch", "watching", is_flag=True, help="Check again after each change, until Ctrl-C.")
@click.pass_context
def check(
    context: click.Context,
    content: Path,
    schema: Path | None,
    settings: Path | None,
    form: str | None,
    summary: Path | None,
    today: str | None,
    *,
    strict: bool,
    as_json: bool,
    watching: bool,
) -> None:
    """List what is wrong in a dossier, where, and how to fix it.

    docs/checks.md explains every code, how to change its severity, and how to allow a finding in one place.

    Exit status: 0 clean, 1 errors (with --strict also warnings), 2 wrong use, 130 a watch ended by Ctrl-C.

    \b
    Example:
        dossier check --strict
    """  # noqa: D301 - click reads the escape
    written_as = chosen_format(form, "text", as_json=as_json)
    day = _today(today, os.environ)

    host = current_host()

    def run() -> list[Finding]:
        # A watch also reacts to changes of the configuration.
        now = read_host(host.files[0]) if watching and host.files else host
        chosen = settings or now.checks or usual_settings_if_there(schema, now.folder)
        options = markdown_options(now)
        request = Request(content, day, schema, chosen, options, now.is_trusted, now.of_plugins)
        findings = check_dossier(request)
        _print(findings, content, written_as)
        if summary:
            _append(summary, findings, content)
        return findings

    if watching:
        if not content.is_dir():
            raise ContentFolderError(str(content))
        folders = [content, *([schema] if schema else [])]
        files = [settings or host.checks or usual_settings(schema, host.folder), *host.files]
        _watch(context, run, folders, files)
        return
    findings = run()
    failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    if any(finding.severity in failing for finding in findings):
        context.exit(FINDINGS)


def _print(findings: list[Finding], content: Path, form: str) -> None:
    """Print the findings and their number."""
    here = Path.cwd()
    base = repository(here, os.environ) if form in _OF_THE_REPOSITORY else here
    written = FORMATS[form](list(shown(findings, content, base)))
    if written:
        click.echo(written)
    click.echo(counted(findings), err=True)


def _append(summary: Path, findings: list[Finding], content: Path) -> None:
    base = repository(Path.cwd(), os.environ)
    with naming(summary), summary.open("a", encoding="utf-8", newline="\n") as file:
        file.write(as_markdown(list(shown(findings, content, base))) + "\n")


def _watch(context: click.Context, run: Callable[[], object], folders: list[Path], files: list[Path]) -> None:
    def report() -> None:
        try:
            run()
        except DossierError as error:
            click.echo(str(error), err=True)
        click.echo("waiting for changes; press Ctrl-C to stop", err=True)

    try:
        watch([folder for folder in folders if folder.is_dir()], files, report)
    except KeyboardInterrupt:
        context.exit(INTERRUPTED)


def _today(given: str | None, environment: Mapping[str, str]) -> int:
    """The day number of today: as given, else from ``SOURCE_DATE_EPOCH``, else from the clock.

    Raises:
        click.BadParameter: the given text is no day.
        VariableError: the variable holds no moment.
    """
    if given:
        try:
            days = bounds(given)
        except EDTFError as error:
            raise click.BadParameter(f"“{given}” is not a date: {error}", param_hint="--today") from None
        if days.first is None or days.first != days.last:
            raise click.BadParameter(f"“{given}” is not a single day", param_hint="--today")
        return days.first
    return today_of(environment)
