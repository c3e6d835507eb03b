"""A type and some values in, the text of a new file out: what is known, and what one may fill in.

Nothing here knows what any type means: the required fields and the usual ones come from the schema, so
types that a dossier adds are drafted as well. Fields without a value stand as comments that say what
belongs there; without their “# ” they are fields.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from dossier.content.source import Data, parse_yaml
from dossier.model.findings import Finding
from dossier.model.types import FieldSpec, TypeSpec

_WIDEST: Final = 100
# Other readers of YAML make a number, a truth or nothing of these; ours never does.
_NO_TEXT: Final = re.compile(r"[-+.~]?\.?\d.*|~|true|false|yes|no|on|off|y|n|null", re.IGNORECASE)
_MARKS: Final = re.compile(r"[?:,\[\]{}#&*!|>'\"%@`]")
_TEXTS: Final = ("string", "text", "alias")
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
        values: what its fields hold, by name, in any order: texts, lists and mappings as YAML has them.
        body: the text after the front matter.
    """
    offered = {name: field for name, field in spec.fields.items() if _is_offered(spec, name)}
    needed = [name for name, field in spec.fields.items() if field.required]
    given = [name for name in dict.fromkeys(["title", *needed, *values]) if name in values]
    rest = [name for name in dict.fromkeys([*needed, *spec.usual, *offered]) if name not in values]
    lines = [line for name in given for line in written(name, values[name], spec.fields.get(name))]
    lines += _comments({name: offered[name] for name in rest})
    return "\n".join(["---", *lines, "---", *(["", body] if body else [])]) + "\n"


def _is_offered(spec: TypeSpec, name: str) -> bool:
    return spec.fields[name].required or not spec.usual or name in spec.usual


def written(name: str, value: Data, field: FieldSpec | None) -> list[str]:
    """The lines of YAML for a field: short lists on its own line, long ones a line each."""
    is_text = field is None or field.value in _TEXTS
    line = f"{name}: {_flow(value, is_text=is_text, nested=False)}"
    if isinstance(value, list) and (len(line) > _WIDEST or any(isinstance(item, dict) for item in value)):
        return [f"{name}:", *(f"  - {_flow(item, is_text=is_text, nested=False)}" for item in value)]
    return [line]


def _flow(value: Data, *, is_text: bool, nested: bool = True) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_flow(item, is_text=is_text) for item in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_flow(item, is_text=False)}' for key, item in value.items())}}}"
    return scalar(value or "", is_text=is_text, nested=nested)


def scalar(text: str, *, is_text: bool = True, nested: bool = False) -> str:
    """A text as YAML: plain where every reader reads it so, else within quotation marks.

    `nested` says that it stands within brackets, where commas part.
    """
    around = f"[{text}]" if nested else f"- {text}"
    read = parse_yaml(around, "")
    is_plain = not isinstance(read, Finding) and read.data == [text]
    if nested and _MARKS.search(text):
        # Readers of YAML differ in which of these they take within brackets.
        is_plain = False
    if is_plain and not (is_text and _NO_TEXT.fullmatch(text)):
        return text
    return json.dumps(text, ensure_ascii=False)


def _comments(fields: Mapping[str, FieldSpec]) -> Iterator[str]:
    """A commented line for each field, what belongs there aligned."""
    lines = [(_empty(name, field), field) for name, field in fields.items()]
    width = max((len(line) for line, _ in lines), default=0)
    for line, field in lines:
        yield f"# {line.ljust(width)}  # {_says(field)}"
        if field.value == "record" and field.list:
            yield f"#   - {_empty_record(field)}"


def _empty(name: str, field: FieldSpec) -> str:
    if field.value == "record":
        return f"{name}:" if field.list else f"{name}: {_empty_record(field)}"
    return f"{name}: []" if field.list else f"{name}:"


def _empty_record(field: FieldSpec) -> str:
    return f"{{{', '.join(f'{name}: ' for name in field.fields)}}}"


def _says(field: FieldSpec) -> str:
    """The label of a field, its help, and what is to be written."""
    wanted = _WANTED.get(field.value, "")
    if field.value == "choice":
        wanted = "one of " + ", ".join(field.choices)
    elif field.value == "reference":
        kinds = " or ".join(field.to) or "anything"
        wanted = f"ids, each of {kinds}" if field.list else f"the id of {kinds}"
    says = f"{field.label}: {wanted}." if wanted else f"{field.label}."
    needed = "Needed." if field.required else ""
    return " ".join(part for part in (says, field.help, needed) if part)
