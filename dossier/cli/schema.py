"""``dossier schema``: JSON Schemas of the front matter, for editors that complete and check."""

from __future__ import annotations

import json
from pathlib import Path

import click

from dossier.cli.options import schema_option
from dossier.schema import json_schema, load_schema


@click.command()
@schema_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Folder for the files, one per type.",
)
def schema(schema: Path | None, out: Path) -> None:
    """Write one JSON Schema per type, draft 2020-12.

    Exit status: 0 written, 2 wrong use.

    \b
    Example:
        dossier schema --out .vscode/schemas
    """  # noqa: D301 - click reads the escape
    types = load_schema(schema).types
    out.mkdir(parents=True, exist_ok=True)
    for name, spec in types.items():
        text = json.dumps(json_schema(spec), ensure_ascii=False, indent=2)
        (out / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")
    click.echo(f"{len(types)} schemas in {out}", err=True)
