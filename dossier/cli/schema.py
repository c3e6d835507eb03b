"""Run ``dossier schema``: write JSON Schemas and snippets of the front matter, for editors that complete."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from dossier.cli.options import content_option, schema_option
from dossier.content.files import replace
from dossier.content.loading import load_registry
from dossier.content.schema import load_schema
from dossier.edit.schemas import KnownIds, json_schema, sources_schema
from dossier.edit.schemas.snippets import snippets as make_snippets
from dossier.model.registry import Registry
from dossier.model.types import Schema

_SOURCES = "sources"


@click.command()
@content_option
@schema_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Folder for the schemas: one file per type, and sources.json.",
)
@click.option(
    "--snippets",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also write snippets for VS Code, such as .vscode/dossier.code-snippets.",
)
@click.pass_context
def schema(
    context: click.Context, content: Path, schema: Path | None, out: Path, snippets: Path | None
) -> None:
    """Write JSON Schemas, by which an editor completes front matter.

    Writes one schema (draft 07) for each type, and one for sources.yaml. They offer the ids of the
    dossier in --content, with their titles; without a dossier, they offer no ids. docs/editors.md explains
    how to use them in an editor.

    Exit status: 0 written, 2 wrong use, 3 a file could not be written.

    \b
    Example:
        dossier schema --out .vscode/schemas --snippets .vscode/dossier.code-snippets
    """  # noqa: D301 - click reads the escape
    types = load_schema(schema)
    is_chosen = context.get_parameter_source("content") is not ParameterSource.DEFAULT
    registry = load_registry(content, types)[0] if is_chosen or content.is_dir() else None
    number = write_schemas(types, registry, out, snippets)
    click.echo(f"{number} schemas in {out}", err=True)


def write_schemas(types: Schema, registry: Registry | None, out: Path, snippets: Path | None) -> int:
    """Write the schemas into a folder, and the snippets into a file if one is given; the number of schemas.

    They offer the ids of a registry, if there is one.

    Raises:
        OSError: a file cannot be written.
    """
    known = _known(types, registry) if registry else KnownIds()
    schemas = {name: json_schema(spec, known) for name, spec in types.types.items()}
    for name, written in {**schemas, _SOURCES: sources_schema()}.items():
        _write(out / f"{name}.json", written)
    if snippets:
        _write(snippets, make_snippets(types.types.values(), known))
    return len(schemas) + 1


def _write(file: Path, data: Any) -> None:
    replace(file, json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def _known(schema: Schema, registry: Registry) -> KnownIds:
    items = {name: {str(item.id): item.title for item in registry.of_type(name)} for name in schema.types}
    return KnownIds(items, _cited(registry))


def _cited(registry: Registry) -> dict[str, str]:
    return {name: str(source.item.get("title", "")) for name, source in sorted(registry.sources.items())}
