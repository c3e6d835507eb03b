"""Read the values that an editor gives for the fields of a new file, in options and on a terminal.

Values are read with the kinds of the schema, so this accepts what ``dossier check`` accepts.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import click

from dossier.content.loading import dangling, load_registry, read_item
from dossier.content.safety import refusals
from dossier.content.schema import Validator
from dossier.content.source import Data, Tree, parse_source, parse_yaml
from dossier.model.findings import Finding, nearest
from dossier.model.mentions import EntityId
from dossier.model.registry import Item, Registry
from dossier.model.types import FieldSpec, Schema, TypeSpec

_NOT_YET: Final = EntityId("new")
_BRACKETS: Final = ("[", "{")
_PROSE: Final = ("string", "text")


class Desk:
    """A dossier, against which the values of a new file are checked."""

    def __init__(self, content: Path, schema: Schema) -> None:
        self.content: Final = content
        self.schema: Final = schema
        self.registry: Final[Registry] = load_registry(content, schema)[0]
        self._validator = Validator()

    def file_problems(self, text: str, path: str) -> list[str]:
        """What is wrong with the text of a file, one line per problem."""
        source = parse_source(text, path)
        if isinstance(source, Finding):
            return [_told(source)]
        findings = refusals(source)
        item = read_item(source, self.schema, self._validator, findings)
        findings += dangling(self.registry, self.content, item)
        return list(dict.fromkeys(map(_told, findings)))

    def value_problems(self, spec: TypeSpec, name: str, value: Data) -> list[str]:
        """What is wrong with the value of one field, whatever the other fields hold."""
        alone = spec.model_copy(update={"fields": {name: spec.fields[name]}})
        fields, findings = Validator().validate(Tree("", {name: value}), alone)
        item = Item(_NOT_YET, alone, "", "", fields, "")
        return list(dict.fromkeys(map(_told, [*findings, *dangling(self.registry, self.content, item)])))


def _told(finding: Finding) -> str:
    return f"{finding.message} ({finding.hint})" if finding.hint else finding.message


def read_given(desk: Desk, spec: TypeSpec, given: Iterable[str]) -> dict[str, Data]:
    """Options such as ``date=2022-01-13`` as values by field; a list is repeated or written as YAML.

    Raises:
        click.UsageError: a field is not known, or a value is wrong.
    """
    values: dict[str, Data] = {}
    for option in given:
        name, equals, text = option.partition("=")
        name = name.strip()
        if not equals:
            raise click.UsageError(f"“{option}” has no “=”; write --field name=value")
        field = spec.fields.get(name)
        if field is None:
            hint = nearest(name, spec.fields) or f"use one of {', '.join(spec.fields)}"
            raise click.UsageError(f"“{name}” is not a field of {spec.type}; {hint}")
        value = as_data(field, text)
        before = values.get(name)
        if before is not None and not field.list:
            raise click.UsageError(f"{name}: one value is expected, but two are given")
        values[name] = [*before, *value] if isinstance(before, list) and isinstance(value, list) else value
        if problems := desk.value_problems(spec, name, values[name]):
            raise click.UsageError("\n".join(problems))
    return values


def as_data(field: FieldSpec, text: str) -> Data:
    """The typed text as data: brackets are read as YAML, and for a list field the text is its one value."""
    text = text.strip()
    value: Data = text
    if text.startswith(_BRACKETS) and (field.value not in _PROSE or field.list):
        tree = parse_yaml(text, "")
        value = text if isinstance(tree, Finding) else tree.data
    return value if isinstance(value, list) or not field.list else [value]


def ask(desk: Desk, spec: TypeSpec, name: str) -> Data:
    """Ask for a field on the terminal until the answer is right."""
    field = spec.fields[name]

    def read(text: str) -> Data:
        value = as_data(field, text)
        problems = desk.value_problems(spec, name, value)
        if not text.strip():
            problems = ["a value is required here"]
        if problems:
            raise click.UsageError("\n".join(problems))
        return value

    if field.help:
        click.secho(field.help, dim=True, err=True)
    answer: Data = click.prompt(_question(field), value_proc=read, err=True)
    return answer


def _question(field: FieldSpec) -> str:
    if field.value == "date":
        return f"{field.label} (such as 2022-01-13)"
    if field.value == "choice":
        return f"{field.label} ({', '.join(field.choices)})"
    if field.value == "reference":
        return f"{field.label} (id)"
    return field.label
