"""Validate a front matter against its type: give its fields, and findings on what is wrong.

Pydantic models are made from the type descriptions, once in a process; they find all errors of a file at
once. Values in the short form are first put into the long form (`_written_long`), because the models know no
other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from typing import Annotated, Any, Final

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    TypeAdapter,
    ValidationError,
    create_model,
)

from dossier.content.renames import field_names, hint_of_rename
from dossier.content.schema.values import KINDS, read_id
from dossier.content.source import Data, DataPath, Tree
from dossier.model.fields import Fields, Statement
from dossier.model.findings import MOST_ALIKE, Finding, Severity, nearest
from dossier.model.types import FieldSpec, TypeSpec

_LONG_KEYS: Final = ("value", "sources", "note")
_MOST_VALUES: Final = 2_000
_FREE_PREFIX: Final = "x_"
_SOURCES: Final[Any] = list[Annotated[Any, PlainValidator(KINDS["source"].read)]]
_FIELDS: Final = TypeAdapter(dict[str, FieldSpec])
_NOTE: Final[Any] = Annotated[Any, PlainValidator(KINDS["text"].read)]


class Validator:
    """Validates front matter against the descriptions of types."""

    def __init__(self) -> None:
        # A model is looked up for the first file of a type, because to make it takes some 15 ms.
        self._models: dict[str, type[BaseModel]] = {}

    def validate(self, tree: Tree, spec: TypeSpec) -> tuple[Fields, list[Finding]]:
        """Check a front matter and give its fields.

        A field with an error is not in the result, but gives a finding at its line and column. All errors are
        found at once. An unknown key is an error unless it begins with ``x_``.
        """
        data = tree.data if isinstance(tree.data, dict) else {}
        written = {
            key: value
            for key, value in data.items()
            if value is not None and not (key.startswith(_FREE_PREFIX) and key not in spec.fields)
        }
        try:
            if spec.type not in self._models:
                self._models[spec.type] = _model(spec.type, _FIELDS.dump_json(spec.fields))
            model = self._models[spec.type].model_validate(written)
        except ValidationError as error:
            problems = error.errors(include_url=False, include_context=False)
            bad = {problem["loc"][0] for problem in problems}
            rest = {key: value for key, value in written.items() if key not in bad}
            findings = [
                _finding(tree, dict(problem), spec, guess=number < MOST_ALIKE)
                for number, problem in enumerate(problems)
            ]
            return _valid_part(spec, rest, tree), sorted(findings)
        return _fields(model, spec.fields, tree, ()), []


def _valid_part(spec: TypeSpec, rest: Mapping[str, Data], tree: Tree) -> Fields:
    """The fields without an error, for use beside the findings."""
    fields = {key: spec.fields[key] for key in rest}
    return _fields(_record_model(spec.type, fields).model_validate(dict(rest)), fields, tree, ())


# Builds in a preview, and commands in one process, validate against the same types again and again.
@lru_cache(maxsize=64)
def _model(name: str, fields: bytes) -> type[BaseModel]:
    """The model of a type, whose fields are given as JSON because that says all that they depend on."""
    return _record_model(name, _FIELDS.validate_json(fields))


def _record_model(name: str, fields: Mapping[str, FieldSpec]) -> type[BaseModel]:
    """The model of a type or of a record; field n is called ``fn`` and known by its alias."""
    definitions: dict[str, Any] = {}
    for number, (field_name, spec) in enumerate(fields.items()):
        statement = create_model(
            f"{name}.{field_name}",
            __config__=ConfigDict(extra="forbid"),
            value=(_value_type(f"{name}.{field_name}", spec), ...),
            sources=(_SOURCES, []),
            note=(_NOTE, None),
        )
        annotation = Annotated[list[statement], BeforeValidator(partial(_written_long, spec))]  # type: ignore[valid-type]
        default = Field(alias=field_name) if spec.required else Field(default=None, alias=field_name)
        definitions[f"f{number}"] = (annotation, default)
    return create_model(name, __config__=ConfigDict(extra="forbid"), **definitions)


def _value_type(name: str, spec: FieldSpec) -> Any:
    if spec.value == "record":
        return _record_model(name, spec.fields)
    if spec.value == "choice":
        return Annotated[Any, PlainValidator(partial(_read_choice, spec))]
    read: Callable[[object], object] = read_id if spec.value == "reference" else KINDS[spec.value].read
    return Annotated[Any, PlainValidator(read)]


def _read_choice(spec: FieldSpec, data: object) -> str:
    if not isinstance(data, str) or data not in spec.choices:
        hint = nearest(data, spec.choices) if isinstance(data, str) else ""
        raise ValueError(f"“{data}” is not one of {', '.join(spec.choices)}{'; ' + hint if hint else ''}")
    return data


def _written_long(spec: FieldSpec, data: object) -> list[object]:
    """A field's data as a list of mappings with value, sources and note.

    Raises:
        ValueError: one value where a list is expected, or several where one is.
    """
    if isinstance(data, list) and len(data) > _MOST_VALUES:
        raise ValueError(f"a field takes at most {_MOST_VALUES:,} values")
    if spec.list:
        if not isinstance(data, list):
            raise ValueError("a list is expected here; put each value on a line of its own after “- ”")
        return [_long_statement(spec, item) for item in data if item is not None]
    if isinstance(data, list) and spec.value != "coordinates":
        if not data or not all(isinstance(item, dict) and "value" in item for item in data):
            raise ValueError(
                "one value is expected here, not a list; where sources differ, write a list of "
                "{value: …, sources: […]}"
            )
        return [_long_statement(spec, item) for item in data]
    return [_long_statement(spec, data)]


def _long_statement(spec: FieldSpec, item: object) -> object:
    if spec.value != "record":
        return item if isinstance(item, dict) and "value" in item else {"value": item}
    if not isinstance(item, dict):
        if not spec.short:
            raise ValueError(f"a mapping with the keys {', '.join(spec.fields)} is expected here")
        return {"value": {spec.short: item}}
    if "value" in item and "value" not in spec.fields:
        return item
    outer = [key for key in _LONG_KEYS[1:] if key in item and key not in spec.fields]
    free = [key for key in item if key.startswith(_FREE_PREFIX) and key not in spec.fields]
    inner = {key: item[key] for key in item if key not in (*outer, *free) and item[key] is not None}
    return {"value": inner, **{key: item[key] for key in outer if item[key] is not None}}


def _fields(model: BaseModel, specs: Mapping[str, FieldSpec], tree: Tree, path: DataPath) -> Fields:
    statements = {}
    for number, (name, spec) in enumerate(specs.items()):
        written = getattr(model, f"f{number}", None)
        if written:
            statements[name] = tuple(_statements(written, spec, tree, (*path, name)))
    return Fields(statements)


def _statements(written: list[Any], spec: FieldSpec, tree: Tree, path: DataPath) -> Iterator[Statement]:
    for number, statement in enumerate(written):
        here = (*path, number, "value") if spec.value != "record" else (*path, number)
        value, sources = statement.value, tuple(statement.sources)
        if isinstance(value, BaseModel):
            value = _fields(value, spec.fields, tree, here)
        locations = (tree.location((*path, number, _LONG_KEYS[1], n)) for n in range(len(sources)))
        yield Statement(value, tree.location(here), sources, statement.note, tuple(locations))


def _finding(tree: Tree, problem: dict[str, Any], spec: TypeSpec, *, guess: bool) -> Finding:
    path: DataPath = problem["loc"]
    kind = problem["type"]
    name = str(path[-1])
    if kind == "extra_forbidden":
        return _unknown_key(tree, path, spec, guess=guess)
    if kind == "missing":
        message = f"“{name}” is missing"
        hint = f"write it after “{name}:”" if path in tree.locations else f"add a line “{name}: …”"
        return tree.finding(path, "missing-field", message, hint)
    message = str(problem["msg"]).removeprefix("Value error, ")
    what, _, hint = message.partition("; ")
    field = next((str(step) for step in path if isinstance(step, str)), "")
    return tree.finding(path, "wrong-value", f"{field}: {what}", hint)


def _unknown_key(tree: Tree, path: DataPath, spec: TypeSpec, *, guess: bool) -> Finding:
    """The finding for a key that the type or record does not have, at the key itself."""
    name = str(path[-1])
    known: Mapping[str, FieldSpec] = spec.fields
    within: list[str] = []
    written: DataPath = ()
    long_form = False
    for step in path[:-1]:
        if (*written, step) in tree.locations:
            written = (*written, step)
        if isinstance(step, str) and step in known:
            within.append(step)
            long_form = known[step].value != "record"
            known = known[step].fields
    names = _LONG_KEYS if long_form else tuple(known)
    renamed = hint_of_rename("field", *field_names((spec.type, spec.extends), ".".join([*within, name])))
    near = renamed or (guess and nearest(name, names))
    hint = near or f"use one of {', '.join(names)}; keys that begin with x_ are free"
    at = tree.keys.get((*written, name)) or tree.location(path)
    message = f"“{name}” is not a field here"
    return Finding(tree.path, at.line, at.column, "unknown-field", message, hint, Severity.ERROR)
