"""Write findings as one JSON document, for other programs."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.edit.check.report import Shown
from dossier.model.findings import json_text


def as_json(findings: Sequence[Shown]) -> str:
    """A mapping with the list ``findings``; lines and columns from 1, columns and lengths in code points."""
    return json_text({"findings": [_finding(each) for each in findings]})


def _finding(each: Shown) -> dict[str, object]:
    finding = each.finding
    return {
        "path": each.path,
        "line": finding.line,
        "column": finding.column,
        "length": each.length,
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
    }
