"""Write findings as SARIF, which code hosts and editors read.

The form is the Static Analysis Results Interchange Format 2.1.0 (OASIS). Columns count code points, and
addresses are relative to the repository.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

from dossier.edit.check.codes import CHECKS
from dossier.edit.check.definitions import Check
from dossier.edit.check.report import Shown
from dossier.model.findings import Severity, json_text

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def as_sarif(findings: Sequence[Shown]) -> str:
    """A log with one run: the rules with findings, and a result for each finding."""
    codes = sorted({each.finding.code for each in findings})
    run = {
        "tool": {"driver": {"name": "mkdocs-dossier", "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, codes.index(each.finding.code)) for each in findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(log)


def _rule(code: str) -> dict[str, object]:
    known = CHECKS.get(code) or Check(code, Severity.ERROR, code, code)
    says = known.says.replace("`", "")
    return {
        "id": code,
        "shortDescription": {"text": says.partition(". ")[0].rstrip(".") + "."},
        "fullDescription": {"text": says},
        "help": {"text": known.fix.replace("`", ""), "markdown": known.fix},
        "defaultConfiguration": {"level": _LEVELS[known.severity]},
    }


def _result(each: Shown, rule: int) -> dict[str, object]:
    finding = each.finding
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endColumn": finding.column + each.length,
    }
    hint = f" ({finding.hint})" if finding.hint else ""
    location = {"artifactLocation": {"uri": quote(each.path)}, "region": region}
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message + hint},
        "locations": [{"physicalLocation": location}],
    }
