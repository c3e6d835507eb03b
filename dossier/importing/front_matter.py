"""Write the text of an imported file, with the remarks on it as comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from dossier.edit.yaml_writer import Value, field_lines
from dossier.importing.remarks import Remark

# Dates as EDTF. YAML would read some as a date or a number; our reader keeps them as they are written.
_DATE: Final = r"[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?[~?]?"
_BARE: Final = re.compile(rf"{_DATE}(?:/{_DATE})?|\d{{4}}-\d{{2}}-\d{{2}}T\d{{2}}:\d{{2}}:\d{{2}}Z")


def file_text(fields: Mapping[str, Value], remarks: Iterable[Remark], body: str) -> str:
    """A Markdown file: the fields in their order, each with the remarks on it above it, then the body."""
    noted: dict[str, list[Remark]] = {}
    for remark in remarks:
        noted.setdefault(remark.field, []).append(remark)
    lines = ["---"]
    for name, value in fields.items():
        lines += [f"# {remark}" for remark in noted.pop(name, ())]
        lines += imported_lines(name, value)
    lines += [f"# {remark}" for left in noted.values() for remark in left]
    return "\n".join([*lines, "---", body.strip("\n"), ""])


def imported_lines(name: str, value: Value) -> list[str]:
    """One field as lines of YAML; a date stays without quotation marks."""
    return field_lines(name, value, is_text=not (isinstance(value, str) and _BARE.fullmatch(value)))
