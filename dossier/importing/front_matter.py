"""Metadata and remarks in, front matter out that `dossier.content.source` reads back as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import yaml

from dossier.importing.remarks import Remark

Value = str | Sequence[object] | Mapping[str, object]
_WIDE: Final = 1 << 20
_END: Final = "...\n"
# What YAML would take for a date or number and our reader takes as it is written.
_BARE: Final = re.compile(
    r"\d{4}(?:-\d{2}(?:-\d{2})?)?|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z|https?://[\w./?=&%+~@-]+"
)


def file_text(fields: Mapping[str, Value], remarks: Iterable[Remark], body: str) -> str:
    """A Markdown file: the fields in their order, each with the remarks on it above it, then the body."""
    noted: dict[str, list[Remark]] = {}
    for remark in remarks:
        noted.setdefault(remark.field, []).append(remark)
    lines = ["---"]
    for name, value in fields.items():
        lines += [f"# {remark}" for remark in noted.pop(name, ())]
        lines.append(field_text(name, value))
    lines += [f"# {remark}" for left in noted.values() for remark in left]
    return "\n".join([*lines, "---", body.strip("\n"), ""])


def field_text(name: str, value: Value) -> str:
    """One field as YAML, without a line end."""
    if isinstance(value, str) and _BARE.fullmatch(value):
        return f"{name}: {value}"
    shown = yaml.safe_dump(value, allow_unicode=True, width=_WIDE, sort_keys=False, default_flow_style=True)
    # A scalar alone is followed by the mark of the document's end.
    return f"{name}: {shown.removesuffix(_END).rstrip()}"
