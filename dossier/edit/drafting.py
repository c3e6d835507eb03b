"""Draft a new file of a type: the known values, and the fields that an editor may fill in.

Nothing here knows what a type means. The required fields and the usual ones come from the schema, so this
also drafts types that a dossier adds. Fields without a value are comments that say what belongs there;
without their “# ” they are fields.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from dossier.content.source import Data
from dossier.edit.yaml_writer import field_lines
from dossier.model.types import FieldSpec, TypeSpec

_TEXTS: Final = ("string", "text", "alias")
_WITH_IDS: Final = ("reference", "source", "record")
_HOW: Final = "# Name the file after the title, such as talks-in-vienna.md, and write the text at the end."
# What belongs there, where the field's own help does not say so.
_WANTED: Final[Mapping[str, str]] = {
    "string": "",
    "text": "",
    "date": "a date, such as 2015, 2015-02 or 2015-02-12",
    "url": "an address that begins with https://",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "language": "a tag, such as en or uk",
    "coordinates": "",
    "sha256": "64 hexadecimal digits",
    "path": "a path from the dossier's folder, such as images/a.jpg",
    "alias": "",
    "source": "",
    "record": "",
}


def draft(spec: TypeSpec, values: Mapping[str, Data], body: str = "") -> str:
    """The text of a file of a type.

    Args:
        spec: the type.
        values: the values of its fields by name, in any order: texts, lists and mappings as in YAML.
        body: the text after the front matter.
    """
    offered = {name: field for name, field in spec.fields.items() if _is_offered(spec, name)}
    needed = [name for name, field in spec.fields.items() if field.required]
    given = [name for name in dict.fromkeys(["title", *needed, *values]) if name in values]
    rest = [name for name in dict.fromkeys([*needed, *spec.usual, *offered]) if name not in values]
    lines = []
    for name in given:
        field = spec.fields.get(name)
        lines += field_lines(name, values[name], is_text=field is None or field.value in _TEXTS)
    lines += _explained({name: offered[name] for name in rest}, "# ")
    return "\n".join(["---", *lines, "---", *(["", body] if body else [])]) + "\n"


def form(spec: TypeSpec) -> str:
    """The text of a file with empty fields, for somebody who has nothing else at hand, as in a web editor.

    It offers the required fields and those usual ones that need no ids: nobody can look ids up there. A field
    that stays empty is as if it were not there, so the checks report the required ones.
    """
    needed = [name for name, field in spec.fields.items() if field.required]
    usual = [name for name in spec.usual if spec.fields[name].value not in _WITH_IDS]
    fields = {name: spec.fields[name] for name in dict.fromkeys(["title", *needed, *usual])}
    return "\n".join(["---", _HOW, *_explained(fields, ""), "---", "", ""])


def _is_offered(spec: TypeSpec, name: str) -> bool:
    return spec.fields[name].required or not spec.usual or name in spec.usual


def _explained(fields: Mapping[str, FieldSpec], mark: str) -> Iterator[str]:
    """A line for each field, with its explanation in a comment; the explanations are aligned.

    `mark` stands before each line: “# ” makes a comment of it.
    """
    lines = [(_empty(name, field), field) for name, field in fields.items()]
    width = max((len(line) for line, _ in lines), default=0)
    for line, field in lines:
        yield f"{mark}{line.ljust(width)}  # {_says(field)}"
        if field.value == "record" and field.list:
            yield f"{mark}  - {_empty_record(field)}"


def _empty(name: str, field: FieldSpec) -> str:
    if field.value == "record":
        return f"{name}:" if field.list else f"{name}: {_empty_record(field)}"
    return f"{name}: []" if field.list else f"{name}:"


def _empty_record(field: FieldSpec) -> str:
    return f"{{{', '.join(f'{name}: ' for name in field.fields)}}}"


def _says(field: FieldSpec) -> str:
    """The label of a field, its help, and what to write there."""
    wanted = _WANTED.get(field.value, "")
    if field.value == "choice":
        wanted = "one of " + ", ".join(field.choices)
    elif field.value == "reference":
        kinds = " or ".join(field.to) or "anything"
        wanted = f"ids of type {kinds}" if field.list else f"an id of type {kinds}"
    says = f"{field.label}: {wanted}." if wanted else f"{field.label}."
    needed = "Required." if field.required else ""
    return " ".join(part for part in (says, field.help, needed) if part)
