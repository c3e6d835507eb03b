"""Make the files of entities from rows, or findings on all rows that have errors, by line.

All or nothing: as long as one row has an error, no file is written. So an editor corrects the table and
imports it as a whole, without asking which rows are in the dossier already.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from dossier.content.folder import ExistingFiles
from dossier.content.loading import load_registry
from dossier.content.safety import refusals
from dossier.content.schema import Validator
from dossier.content.schema.values import read_id
from dossier.content.source import Source, parse_source
from dossier.edit.yaml_writer import Value
from dossier.importing.front_matter import file_text
from dossier.importing.metadata.evidence import clean
from dossier.importing.rows import Row, read_csv, read_json_lines
from dossier.model.findings import Finding, nearest
from dossier.model.ids import file_id, free_id
from dossier.model.registry import Registry
from dossier.model.types import Schema

if TYPE_CHECKING:
    from pathlib import Path

    from dossier.importing.kinds import Kind
    from dossier.importing.original import Original
    from dossier.model.fields import Fields
    from dossier.model.types import FieldSpec, TypeSpec

_LIST_SIGN: Final = ";"
_OWN_COLUMNS: Final = ("id", "type", "body")
_STRUCTURED: Final = ("record", "alias", "source", "text", "coordinates")


@dataclass(frozen=True, slots=True)
class EntityFile:
    """A file to write: its path below the dossier's folder, and its text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class _Draft:
    row: Row
    spec: TypeSpec
    id: str
    text: str
    fields: Fields

    @property
    def path(self) -> str:
        return f"{self.spec.folder}/{self.id}.md"


def read_entities(
    original: Original, kind: Kind, type_name: str, schema: Schema, content: Path
) -> tuple[list[EntityFile], list[Finding]]:
    """The files of all rows, and findings on them; the caller writes the files only if there are no findings.

    Raises:
        ImportRefusedError: the input is no table.
    """
    rows, findings = read_csv(original) if kind == "csv" else read_json_lines(original)
    registry = load_registry(content, schema)[0] if content.is_dir() else Registry(schema, [], {})
    validator = Validator()
    existing = ExistingFiles(content)
    # A file that cannot be read is not in the registry, but its id is taken.
    taken = {*map(str, registry.items), *existing.names(schema.by_folder)}
    drafts: list[_Draft] = []
    for row in rows:
        draft, problems = _draft(original.name, row, type_name, schema, validator, taken)
        findings += problems
        if draft:
            taken.add(draft.id)
            drafts.append(draft)
        if draft and draft.id and (why := existing.refusal(draft.path)):
            hint = "give another in a column “id”"
            findings.append(Finding(original.name, row.line, 1, "unsafe-path", why, hint))
    findings += _unknown_references(original.name, drafts, registry)
    if not rows and not findings:
        findings.append(Finding(original.name, 1, 1, "wrong-row", "it contains no rows"))
    files = [EntityFile(one.path, one.text) for one in drafts]
    return files, sorted(findings)


def _draft(
    name: str, row: Row, type_name: str, schema: Schema, validator: Validator, taken: set[str]
) -> tuple[_Draft | None, list[Finding]]:
    wanted = str(row.cells.get("type") or type_name)
    spec = schema.types.get(wanted)
    if spec is None or not spec.mentionable:
        known = [one.type for one in schema.entity_types]
        message = f"“{wanted}” is not an entity type" if wanted else "the row has no type"
        hint = nearest(wanted, known) or f"give --type or a column “type”, one of {', '.join(known)}"
        return None, [Finding(name, row.line, 1, "unknown-type", message, hint)]
    identifier, problems = _identifier(name, row, taken)
    fields = {
        key: _value(spec.fields.get(key), value, row)
        for key, value in row.cells.items()
        if key not in _OWN_COLUMNS
    }
    text = file_text(fields, (), _body(row.cells.get("body")))
    source = parse_source(text, name)
    if not isinstance(source, Source):
        return None, [*problems, replace(source, line=row.line, column=1)]
    valid, found = validator.validate(source.front_matter, spec)
    problems += [replace(one, path=name, line=row.line, column=1) for one in (*found, *refusals(source))]
    return _Draft(row, spec, identifier, text, valid), problems


def _body(value: object) -> str:
    """The Markdown text of an entity's page, as the editor of the table wrote it."""
    return str(value).replace("\x00", "").strip() if isinstance(value, str) else ""


def _identifier(name: str, row: Row, taken: set[str]) -> tuple[str, list[Finding]]:
    """The id that the row gives, else one made from its title, and what is wrong with it."""
    given = row.cells.get("id")
    if given is None:
        made = file_id(clean(row.cells.get("title")))
        if made in taken:
            message = f"the id “{made}”, made from the title, is taken"
            free = free_id(made, taken.__contains__)
            hint = f"if this is another entity, give its id in a column “id”, such as {free}"
            return made, [Finding(name, row.line, 1, "duplicate-id", message, hint)]
        if made or "title" not in row.cells:
            return made, []
        return "", [
            Finding(
                name, row.line, 1, "bad-id", "no id can be made from the title", "give one in a column “id”"
            )
        ]
    try:
        identifier = read_id(given)
    except ValueError as error:
        return "", [Finding(name, row.line, 1, "bad-id", str(error))]
    if identifier in taken:
        message = f"the id “{identifier}” is taken"
        return identifier, [
            Finding(name, row.line, 1, "duplicate-id", message, "give another; no file is overwritten")
        ]
    return identifier, []


def _value(spec: FieldSpec | None, value: object, row: Row) -> Value:
    """A cell's value for the front matter: split into a list where the field is one."""
    if not row.is_text or not isinstance(value, str):
        return _strings(value)
    if value[:1] in "[{" and spec is not None and spec.value in _STRUCTURED:
        try:
            return _strings(json.loads(value, parse_int=str, parse_float=str))
        except (ValueError, RecursionError):
            return value
    if spec is not None and spec.value == "coordinates":
        return [part.strip() for part in value.replace(_LIST_SIGN, ",").split(",")]
    if spec is not None and spec.list:
        return [part.strip() for part in value.split(_LIST_SIGN) if part.strip()]
    return " ".join(value.split()) if spec is None or spec.value != "text" else value


def _strings(value: object) -> Value:
    """JSON data with every number and boolean as a text, as the reader of front matter gives them."""
    if isinstance(value, dict):
        return {str(key): _strings(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_strings(inner) for inner in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _unknown_references(name: str, drafts: list[_Draft], registry: Registry) -> Iterator[Finding]:
    """Findings on references that lead neither to an item of the dossier nor to another row."""
    types = {str(one.id): one.type.type for one in registry.items.values()} | {
        one.id: one.spec.type for one in drafts
    }
    for draft in drafts:
        for part, spec, target in _references(draft.fields, draft.spec.fields):
            if target not in types:
                hint = nearest(target, types) or "add its file or its row first"
                message = f"{part}: nothing has the id “{target}”"
                yield Finding(name, draft.row.line, 1, "unknown-reference", message, hint)
            elif spec.to and types[target] not in spec.to:
                message = f"{part}: “{target}” has the type {types[target]}"
                yield Finding(
                    name,
                    draft.row.line,
                    1,
                    "wrong-reference",
                    message,
                    f"name an item of the type {' or '.join(spec.to)}",
                )


def _references(fields: Fields, specs: Mapping[str, FieldSpec]) -> Iterator[tuple[str, FieldSpec, str]]:
    for name, statements in fields.items():
        for statement in statements:
            inner = specs[name].fields
            if inner:
                yield from _references(statement.value, inner)  # type: ignore[arg-type]  # a record holds fields
            elif specs[name].value == "reference":
                yield name, specs[name], str(statement.value)
