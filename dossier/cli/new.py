"""Run ``dossier new``: make the file of a new article or entity, in its place and with the fields it needs.

On a terminal it asks for missing values. Before it writes a file, it reads the text as ``dossier check``
does, so a new file gives no findings.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final

import click

from dossier.cli.completion import complete_type
from dossier.cli.options import content_option, schema_option
from dossier.cli.values import Desk, ask, read_given
from dossier.content.files import write_new
from dossier.content.folder import ExistingFiles
from dossier.content.listed_names import alike
from dossier.content.locks import locked
from dossier.content.schema import load_schema
from dossier.content.schema.values import KINDS, read_id
from dossier.content.source import Data
from dossier.edit.drafting import draft
from dossier.model.findings import nearest
from dossier.model.ids import file_id
from dossier.model.mentions import EntityId
from dossier.model.registry import Registry
from dossier.model.types import Schema, TypeSpec

_MOST_TOLD: Final = 5
_YEAR: Final = 4


@click.command()
@click.argument("type_name", metavar="TYPE", shell_complete=complete_type)
@click.argument("title", required=False)
@click.option(
    "--field",
    "given",
    metavar="NAME=VALUE",
    multiple=True,
    help="Value of a field; may be given more than once.",
)
@click.option("--date", metavar="DATE", help="Short for --field date=DATE.")
@click.option(
    "--id",
    "identifier",
    metavar="ID",
    help="Id, which is the file name without .md.  [default: made from the title]",
)
@click.option(
    "--folder", metavar="FOLDER", help="Folder within the type's folder, such as 2022 or 2022/vienna."
)
@content_option
@schema_option
def new(
    type_name: str,
    title: str | None,
    given: tuple[str, ...],
    date: str | None,
    identifier: str | None,
    folder: str | None,
    content: Path,
    schema: Path | None,
) -> None:
    """Make a file for a new article, person or other item.

    The file contains the fields that its type requires, and the usual others as comments. On a terminal,
    the command asks for required fields that are missing. It names items that have the same or a similar
    name, and never overwrites a file. To give a list, repeat the field (--field people=a --field people=b)
    or write YAML (--field "people=[a, b]").

    Exit status: 0 made, 2 wrong use (a value is missing or wrong, the id is taken), 3 the file could not be
    written.

    \b
    Example:
        dossier new article "Talks in Vienna" --date 2022-01-13 --field people=sergey-lavrov
    """  # noqa: D301 - click reads the escape
    types = load_schema(schema)
    spec = _type(types, type_name)
    desk = Desk(content, types)
    values: dict[str, Data] = {"title": " ".join(title.split())} if title else {}
    values |= read_given(desk, spec, [*([f"date={date}"] if date else []), *given])
    _ask_for_missing(desk, spec, values)
    name = _identifier(desk.registry, identifier, str(values["title"]))
    _tell_alike(desk.registry, str(values["title"]))
    path = _place(desk.registry, spec, values, folder) / f"{name}.md"
    text = draft(spec, values)
    if problems := desk.file_problems(text, str(path)):
        raise click.UsageError("\n".join(problems))
    with locked(content):
        _refuse_unfit(types, ExistingFiles(content), path)
        try:
            write_new(content / path, text, within=content)
        except FileExistsError:
            raise click.UsageError(
                f"{content / path} already exists; choose another name with --id"
            ) from None
    click.echo(content / path)


def _refuse_unfit(types: Schema, existing: ExistingFiles, path: PurePosixPath) -> None:
    """Refuse a place that a build would refuse, or that was taken while the user answered questions."""
    if taken := existing.names(types.by_folder).get(path.stem):
        raise click.UsageError(f"the id “{path.stem}” is taken by {taken}; choose another with --id")
    if why := existing.refusal(str(path)):
        raise click.UsageError(f"{why}; choose another place with --id or --folder")


def _type(schema: Schema, name: str) -> TypeSpec:
    """A type by its name or by that of its folder."""
    spec = schema.types.get(name) or schema.by_folder.get(name)
    if spec is None:
        hint = nearest(name, schema.types) or f"use one of {', '.join(schema.types)}"
        raise click.UsageError(f"“{name}” is not a type; {hint}")
    return spec


def _ask_for_missing(desk: Desk, spec: TypeSpec, values: dict[str, Data]) -> None:
    """Add the values that the type requires: ask for them, if there is a terminal."""
    required = ["title", *(name for name, field in spec.fields.items() if field.required and name != "title")]
    missing = [name for name in required if name not in values]
    if missing and not sys.stdin.isatty():
        told = ", ".join(f"“{name}”" for name in missing)
        how = " ".join(f"--field {name}=…" for name in missing)
        raise click.UsageError(f"{told} {'is' if len(missing) == 1 else 'are'} missing; add {how}")
    for name in missing:
        values[name] = ask(desk, spec, name)


def _identifier(registry: Registry, chosen: str | None, title: str) -> str:
    name = chosen or file_id(title)
    if not name:
        raise click.UsageError(
            "the title has no letters or digits to make a file name from; choose one with --id"
        )
    try:
        read_id(name)
    except ValueError as error:
        raise click.UsageError(f"--id: {error}") from None
    taken = registry.items.get(EntityId(name))
    if taken is not None:
        raise click.UsageError(f"the id “{name}” is taken by {taken.path}; choose another with --id")
    return name


def _tell_alike(registry: Registry, title: str) -> None:
    """List the items with the same or a similar name; on a terminal, ask whether this is another one."""
    found = alike(registry, title)
    for each in found[:_MOST_TOLD]:
        says = "has this name" if each.is_same else "has a name like this"
        if each.name != each.item.title:
            says = says.replace("name", "alias")
        told = f"“{each.item.id}” {says}: {each.name} ({each.item.path})"
        click.secho(told, fg="yellow", err=True)
    if any(each.is_same for each in found) and sys.stdin.isatty():
        click.confirm("Make another one with the same name?", abort=True, err=True)


def _place(
    registry: Registry, spec: TypeSpec, values: Mapping[str, Data], chosen: str | None
) -> PurePosixPath:
    """The folder for the file: the chosen one, else that of its year if most of its type lie by year."""
    base = PurePosixPath(spec.folder)
    if chosen is not None:
        try:
            below = PurePosixPath(str(KINDS["path"].read(chosen.strip("/") or "."))).parts
        except ValueError as error:
            raise click.UsageError(f"--folder: {error}") from None
        if any(part.startswith(".") for part in below):
            raise click.UsageError(
                f"--folder: files in “{chosen}” would not be read; no part of it may begin with a full stop"
            )
        return base.joinpath(*below[1 if below[:1] == (spec.folder,) else 0 :])
    year = str(values.get("date", ""))[:_YEAR]
    by_year = [len(year) == _YEAR and _lies_by_year(item.path) for item in registry.of_type(spec.type)]
    return base / year if year.isdigit() and sum(by_year) * 2 > len(by_year) else base


def _lies_by_year(path: str) -> bool:
    parts = PurePosixPath(path).parts[1:-1]
    return len(parts) == 1 and len(parts[0]) == _YEAR and parts[0].isdigit()
