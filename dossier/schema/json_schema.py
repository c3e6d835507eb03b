"""A type in, a JSON Schema (draft 2020-12) of its front matter out, for editors that complete and check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.schema.values import KINDS, JsonSchema

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dossier.schema.spec import FieldSpec, TypeSpec


def json_schema(spec: TypeSpec) -> JsonSchema:
    """The JSON Schema of a type's front matter, with titles and help texts from the type's file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": spec.label,
        "description": spec.help,
        **_object(spec.fields),
    }


def _object(fields: Mapping[str, FieldSpec]) -> JsonSchema:
    return {
        "type": "object",
        "additionalProperties": False,
        "patternProperties": {"^x_": {}},
        "required": [name for name, field in fields.items() if field.required],
        "properties": {name: _field(field) for name, field in fields.items()},
    }


def _field(field: FieldSpec) -> JsonSchema:
    about: JsonSchema = {"title": field.label}
    if field.help:
        about["description"] = field.help
    statement = _statement(field)
    if field.list:
        return {**about, "type": "array", "items": statement}
    return {**about, "oneOf": [statement, {"type": "array", "items": _long(_value(field))}]}


def _statement(field: FieldSpec) -> JsonSchema:
    value = _value(field)
    if field.value != "record":
        return {"anyOf": [value, _long(value)]}
    own = _object(field.fields)
    properties = {**_SOURCES, **own["properties"]}  # type: ignore[dict-item]
    record = {**own, "properties": properties}
    if not field.short:
        return record
    return {"anyOf": [_value(field.fields[field.short]), record]}


def _value(field: FieldSpec) -> JsonSchema:
    if field.value == "record":
        return _object(field.fields)
    if field.value == "choice":
        return {"enum": list(field.choices)}
    if field.value == "reference":
        return {"type": "string", "description": f"Id of: {', '.join(field.to) or 'any entity'}"}
    return dict(KINDS[field.value].json_schema)


def _long(value: JsonSchema) -> JsonSchema:
    return {
        "type": "object",
        "required": ["value"],
        "additionalProperties": False,
        "properties": {"value": value, **_SOURCES},
    }


_SOURCES: JsonSchema = {
    "sources": {"type": "array", "items": KINDS["source"].json_schema},
    "note": KINDS["text"].json_schema,
}
