"""Refuse to write a file that the next build would refuse to read.

It asks the build's own functions about the text of the new file, so each limit is defined in one place.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from dossier.content.input_limits import TOO_LONG
from dossier.content.loading import read_item
from dossier.content.safety import refusals
from dossier.content.schema import Validator
from dossier.content.source import parse_source, too_long
from dossier.model.errors import ImportRefusedError
from dossier.model.findings import Finding, Severity, one_line

if TYPE_CHECKING:
    from dossier.model.types import Schema

# An import makes a draft of a page without a title or a date, and says so.
_MISSING: Final = "missing-field"


def refuse_what_stops_a_build(name: str, text: str, path: PurePath, schema: Schema) -> None:
    """Check a file as the build will; `path` is its place below the dossier's folder.

    Raises:
        ImportRefusedError: the build would stop at it; one line says why and begins with `name`.
    """
    source = too_long(len(text.encode()), path.as_posix()) or parse_source(text, path.as_posix())
    if isinstance(source, Finding):
        raise ImportRefusedError(_said(name, source))
    findings = refusals(source)
    read_item(source, schema, Validator(), findings)
    errors = [one for one in findings if one.severity is Severity.ERROR and one.code != _MISSING]
    if not errors:
        return
    more = f"; and {len(errors) - 1} more" if len(errors) > 1 else ""
    length = f", {len(source.body):,} in all" if errors[0].code == TOO_LONG else ""
    raise ImportRefusedError(f"{_said(name, errors[0], length)}{more}")


def _said(name: str, finding: Finding, length: str = "") -> str:
    hint = f" ({one_line(finding.hint)})" if finding.hint else ""
    return f"{name}: not written, since a build would stop at it: {one_line(finding.message)}{length}{hint}"
