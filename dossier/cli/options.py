"""Define the options that commands share, so that each has its name, default and help in one place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from dossier.cli.host import Host, found_here, host_of, read_host
from dossier.model.errors import ConfigurationError

_CONTENT: Final = Path("content")
_CHECKS: Final = "checks.yaml"
_SCHEMA: Final = Path("site_config/schema")
_HOST: Final = f"{__name__}.host"
Command = TypeVar("Command", bound=Callable[..., Any])


def content_option(command: Command) -> Command:
    """``--content``, the dossier's folder, and ``--config``, which names the configuration of its host."""
    # The configuration gives the other options their defaults, so it is read first.
    config = click.option(
        "--config",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        callback=_read_config,
        is_eager=True,
        expose_value=False,
        help="Configuration of the site.  [default: properdocs.yml or mkdocs.yml, here or "
        "beside the dossier, if present]",
    )
    content = click.option(
        "--content",
        type=click.Path(path_type=Path, file_okay=False),
        callback=_choose_content,
        is_eager=True,
        help="Folder of the dossier.  [default: docs_dir of the configuration, or content]",
    )
    return content(config(command))


def schema_option(command: Command) -> Command:
    """``--schema``: the folder of the types that the dossier adds."""
    return click.option(
        "--schema",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        callback=_choose_schema,
        help="Folder with the types and fields that the dossier adds.  "
        f"[default: schema_dir of the configuration, or {_SCHEMA}, if present]",
    )(command)


def settings_option(command: Command) -> Command:
    """``--settings``: the file with the severities of checks."""
    return click.option(
        "--settings",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help="File with the severities of checks.  "
        "[default: checks of the configuration, or checks.yaml beside the schema folder, if present]",
    )(command)


def json_option(command: Command) -> Command:
    """``--json``: print the list as one JSON document, for other programs."""
    return click.option("--json", "as_json", is_flag=True, help="Write JSON instead of text.")(command)


def chosen_format(form: str | None, usual: str, *, as_json: bool) -> str:
    """The format that ``--format`` or ``--json`` chooses, or the usual one.

    Raises:
        click.UsageError: the two contradict each other.
    """
    if as_json and form not in (None, "json"):
        raise click.UsageError(f"--json and --format {form} contradict each other; give only one")
    return "json" if as_json else form or usual


def current_host() -> Host:
    """The configuration of the dossier's host.

    If only a build can show what happens to texts, a line on standard error says so.
    """
    host: Host = click.get_current_context().meta[_HOST]
    if host.unknown:
        click.echo(
            f"{host.files[0]}: {', '.join(host.unknown)} may change texts or add Markdown extensions; "
            "only a build can tell how",
            err=True,
        )
    return host


def _read_config(context: click.Context, _: click.Parameter, file: Path | None) -> None:
    if file is None:
        return
    try:
        context.meta[_HOST] = read_host(file)
    except ConfigurationError as error:
        # Before version 0.1.0 this option named the file of severities.
        hint = "; name the file of severities with --settings" if file.name == _CHECKS else ""
        raise click.UsageError(f"{error}{hint}") from None


def _choose_content(context: click.Context, _: click.Parameter, content: Path | None) -> Path:
    if _HOST not in context.meta:
        context.meta[_HOST] = host_of(content) if content else found_here()
    host: Host = context.meta[_HOST]
    return content or host.content or _CONTENT


def _choose_schema(context: click.Context, _: click.Parameter, schema: Path | None) -> Path | None:
    host: Host = context.meta[_HOST]
    if schema or host.files:
        return schema or host.schema
    return _SCHEMA if _SCHEMA.is_dir() else None
