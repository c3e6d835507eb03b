"""The options that commands share, so that each is spelt, defaulted and explained in one place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

_SCHEMA: Final = Path("site_config/schema")
Command = TypeVar("Command", bound=Callable[..., Any])


def content_option(command: Command) -> Command:
    """``--content``: the dossier's folder, ``content`` by default."""
    return click.option(
        "--content",
        type=click.Path(path_type=Path, file_okay=False),
        default=Path("content"),
        show_default=True,
        help="The dossier's folder.",
    )(command)


def schema_option(command: Command) -> Command:
    """``--schema``: the dossier's own types, by default ``site_config/schema`` where that folder is."""
    return click.option(
        "--schema",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        default=lambda: _SCHEMA if _SCHEMA.is_dir() else None,
        show_default=f"{_SCHEMA}, where it is",
        help="Folder with types and fields that the dossier adds.",
    )(command)


def json_option(command: Command) -> Command:
    """``--json``: what is listed as one JSON document, for other programs."""
    return click.option("--json", "as_json", is_flag=True, help="Write JSON in place of text.")(command)


def chosen_format(form: str | None, usual: str, *, as_json: bool) -> str:
    """What ``--format`` says, or ``--json`` in its place, or what is usual.

    Raises:
        click.UsageError: the two say different things.
    """
    if as_json and form not in (None, "json"):
        raise click.UsageError(f"--json and --format {form} say different things; give one of them")
    return "json" if as_json else form or usual
