"""Write values as YAML that every YAML reader reads back unchanged."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final

from dossier.content.source import parse_yaml
from dossier.model.findings import Finding

Value = str | None | Sequence["Value"] | Mapping[str, "Value"]
_WIDEST: Final = 100
# Other YAML readers turn these into a number, a boolean or null; ours never does.
_NO_TEXT: Final = re.compile(r"[-+.~]?\.?\d.*|~|true|false|yes|no|on|off|y|n|null", re.IGNORECASE)
# YAML 1.1 reserves these: other readers refuse them as a plain value.
_RESERVED: Final = frozenset(("=", "<<"))
_MARKS: Final = re.compile(r"[?:,\[\]{}#&*!|>'\"%@`]")


def field_lines(name: str, value: Value, *, is_text: bool = True) -> list[str]:
    """The YAML lines for a field: a short list on the field's line, a long one with a line for each value.

    `is_text` says that numbers and dates among the values are texts for every reader, so they are quoted.
    """
    line = f"{name}: {flow(value, is_text=is_text, nested=False)}"
    if isinstance(value, list | tuple) and (
        len(line) > _WIDEST or any(isinstance(item, Mapping) for item in value)
    ):
        return [f"{name}:", *(f"  - {flow(item, is_text=is_text, nested=False)}" for item in value)]
    return [line]


def flow(value: Value, *, is_text: bool = True, nested: bool = True) -> str:
    """A value as YAML in one line; `nested` says that it stands in brackets, where commas separate values."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {flow(item, is_text=False)}' for key, item in value.items())}}}"
    if value is None or isinstance(value, str):
        return scalar(value or "", is_text=is_text, nested=nested)
    return f"[{', '.join(flow(item, is_text=is_text) for item in value)}]"


def scalar(text: str, *, is_text: bool = True, nested: bool = False) -> str:
    """A text as YAML: plain if every reader reads it as a text, else in quotation marks.

    `nested` says that it stands in brackets, where commas separate values.
    """
    around = f"[{text}]" if nested else f"- {text}"
    read = parse_yaml(around, "")
    is_plain = not isinstance(read, Finding) and read.data == [text] and text not in _RESERVED
    if nested and _MARKS.search(text):
        # YAML readers differ in which of these they accept in brackets.
        is_plain = False
    if is_plain and not (is_text and _NO_TEXT.fullmatch(text)):
        return text
    return json.dumps(text, ensure_ascii=False)
