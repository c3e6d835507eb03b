"""Read ``checks.yaml``: the severity of each code, and findings on the file itself.

The file is read as strictly as front matter: an unknown word gives a finding with the nearest known one, and
the known words count.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from dossier.content.source import Tree, parse_yaml, read_text
from dossier.content.suppressions import NEVER_SUPPRESSED
from dossier.edit.check.definitions import Check
from dossier.model.findings import Finding, Severity, nearest

_OFF: Final = "off"
_SEVERITIES: Final = "severities"
_VALUES: Final = (_OFF, *(severity.value for severity in (Severity.NOTE, Severity.WARNING, Severity.ERROR)))

CONFIGURATION: Final = (
    Check(
        "check-setting",
        Severity.ERROR,
        "A line of `checks.yaml` has an unknown key, code or severity.",
        "Write the one that the hint suggests.",
    ),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The severities that a dossier sets by code; None switches a check off."""

    severities: Mapping[str, Severity | None] = field(default_factory=dict)

    def applied(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings with their severities, without those that are switched off."""
        for finding in findings:
            severity = self.severities.get(finding.code, finding.severity)
            if severity is not None:
                yield finding if severity is finding.severity else replace(finding, severity=severity)

    def is_off(self, code: str) -> bool:
        """Whether a check is switched off."""
        return self.severities.get(code, Severity.ERROR) is None


def read_settings(file: Path | None, folder: Path, codes: Collection[str]) -> tuple[Settings, list[Finding]]:
    """Read a file of settings; findings name it relative to the dossier's `folder`.

    `codes` are the known codes. Without a file, the defaults hold.
    """
    if file is None:
        return Settings(), []
    path = Path(os.path.relpath(file, folder)).as_posix()
    text = read_text(file, path)
    tree = text if isinstance(text, Finding) else parse_yaml(text, path)
    if isinstance(tree, Finding):
        return Settings(), [tree]
    findings: list[Finding] = []
    return Settings(dict(_severities(tree, codes, findings))), findings


def _severities(
    tree: Tree, codes: Collection[str], findings: list[Finding]
) -> Iterator[tuple[str, Severity | None]]:
    if tree.data is None:
        return
    if not isinstance(tree.data, dict):
        findings.append(
            _wrong(tree, (), "this is not a mapping of settings", f"begin with a line “{_SEVERITIES}:”")
        )
        return
    for key in tree.data:
        if key != _SEVERITIES:
            hint = nearest(key, [_SEVERITIES]) or f"use “{_SEVERITIES}”"
            findings.append(_wrong(tree, (key,), f"“{key}” is not a setting", hint))
    chosen = tree.data.get(_SEVERITIES) or {}
    if not isinstance(chosen, dict):
        findings.append(
            _wrong(
                tree, (_SEVERITIES,), "this is not a mapping of codes to severities", "write “code: warning”"
            )
        )
        return
    for code, value in chosen.items():
        problem = _problem(code, value, codes)
        if problem is None:
            yield code, None if value == _OFF else Severity(str(value))
        else:
            findings.append(_wrong(tree, (_SEVERITIES, code), *problem))


def _problem(code: str, value: object, codes: Collection[str]) -> tuple[str, str] | None:
    """What is wrong with a line, and how to fix it."""
    if code not in codes:
        return f"there is no check “{code}”", nearest(code, codes) or "docs/checks.md lists all codes"
    if not isinstance(value, str) or value not in _VALUES:
        hint = nearest(value, _VALUES) if isinstance(value, str) else ""
        return f"{code}: “{value}” is not a severity", hint or f"use one of {', '.join(_VALUES)}"
    if code in NEVER_SUPPRESSED and value in (_OFF, Severity.NOTE):
        return f"{code}: this is at least a warning, since a file is left out", "delete this line"
    return None


def _wrong(tree: Tree, path: tuple[str, ...], message: str, hint: str) -> Finding:
    location = tree.keys.get(path) or tree.location(path)
    return Finding(tree.path, location.line, location.column, CONFIGURATION[0].code, message, hint)
