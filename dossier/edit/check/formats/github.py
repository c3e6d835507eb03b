"""Write findings as GitHub's workflow commands, which show them beside the lines of a pull request.

The form is that of “Workflow commands for GitHub Actions”; characters that would end a command or a property
early are escaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dossier.edit.check.formats.as_text import printable
from dossier.edit.check.report import Shown
from dossier.model.findings import Severity

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(findings: Sequence[Shown]) -> str:
    """One line per finding."""
    return "\n".join(_command(each) for each in findings)


def _command(each: Shown) -> str:
    finding = each.finding
    properties = {
        "file": each.path,
        "line": str(finding.line),
        "col": str(finding.column),
        "endColumn": str(finding.column + each.length),
        "title": finding.code,
    }
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    hint = f"\n{finding.hint}" if finding.hint else ""
    return f"::{_COMMANDS[finding.severity]} {told}::{_data(finding.message + hint)}"


def _data(text: str) -> str:
    return printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
