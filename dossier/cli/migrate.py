"""Run ``dossier migrate``: change names of earlier versions in a dossier's files to today's."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from dossier.cli.group import FINDINGS
from dossier.cli.layout import counted, echo
from dossier.cli.options import (
    content_option,
    current_host,
    schema_option,
    settings_option,
)
from dossier.content.folder import seen_from
from dossier.content.renames import known_renames
from dossier.edit.check.settings import usual_settings, usual_settings_if_there
from dossier.edit.migrating import Migrated, Places, jobs
from dossier.edit.suggest.patch import diff
from dossier.model.errors import ContentFolderError


@click.command()
@content_option
@schema_option
@settings_option
@click.option("--dry-run", is_flag=True, help="Print the changes as a patch for git apply; write nothing.")
@click.pass_context
def migrate(
    context: click.Context, content: Path, schema: Path | None, settings: Path | None, *, dry_run: bool
) -> None:
    """Change names of earlier versions in the dossier's files.

    Changes codes in checks.yaml and in comments, fields in front matter, settings of the dossier's own types,
    options in mkdocs.yml or properdocs.yml and classes in the site's own style sheets. Nothing else in a file
    changes. Lists what you have to change yourself, such as commands in workflows. docs/stability.md says
    which names are stable.

    Exit status: 0 nothing is left to do, 1 something is left to change (with --dry-run also by this command),
    2 wrong use, 3 a file could not be written.

    \b
    Example:
        dossier migrate --dry-run
    """  # noqa: D301 - click reads the escape
    if not content.is_dir():
        raise ContentFolderError(str(content))
    files = remaining = 0
    for path, found in _migrated(_places(content, schema, settings), writing=not dry_run):
        if found.changes and dry_run:
            sys.stdout.buffer.write(diff(path, found.before, found.after).encode())
        elif found.changes:
            echo(f"{path}: {', '.join(f'{old} → {new}' for old, new in found.changes)}")
        for each in found.remaining:
            echo(f"{path}:{each.line}: {each.what}: {each.advice}", err=True)
        files += bool(found.changes)
        remaining += len(found.remaining)
    echo(_summary(files, remaining, dry_run=dry_run), err=True)
    if remaining or (dry_run and files):
        context.exit(FINDINGS)


def _places(content: Path, schema: Path | None, settings: Path | None) -> Places:
    host = current_host()
    overrides = host.overrides or usual_settings(schema, host.folder).parent / "overrides"
    return Places(
        content,
        host.folder,
        schema,
        settings or host.checks or usual_settings_if_there(schema, host.folder),
        host.files,
        overrides if overrides.is_dir() else None,
    )


def _migrated(places: Places, *, writing: bool) -> Iterator[tuple[str, Migrated]]:
    """Each file, by its path from the current folder, with what becomes of it."""
    for job in jobs(places, known_renames()):
        yield seen_from(Path.cwd(), job.file), job.run(writing=writing)


def _summary(files: int, remaining: int, *, dry_run: bool) -> str:
    verb = "would change" if dry_run else "changed"
    yours = f"; {counted(remaining, 'place')} to change yourself" if remaining else ""
    return f"{counted(files, 'file')} {verb}{yours}"
