"""Read ``checks.yaml``: the severity of each code, and findings on the file itself.

The file is read as strictly as front matter: an unknown word gives a finding with the nearest known one, and
the known words count.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from dossier.content.folder import seen_from
from dossier.content.renames import hint_of_rename
from dossier.content.source import Tree, parse_yaml, read_text
from dossier.content.suppressions import NEVER_SUPPRESSED
from dossier.edit.check.definitions import Check
from dossier.model.findings import Finding, Severity, nearest
from dossier.model.registry import Registry

_FILE: Final = "checks.yaml"
_SITE_CONFIG: Final = "site_config"
_OFF: Final = "off"
SEVERITIES: Final = "severities"
"""The only key of the file."""
VALUES: Final = (_OFF, *(severity.value for severity in (Severity.NOTE, Severity.WARNING, Severity.ERROR)))
"""What the file may give a code."""
_STRONGEST_FIRST: Final = tuple(Severity)

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

    def applied(self, findings: Iterable[Finding], registry: Registry) -> Iterator[Finding]:
        """The findings with their severities, without those that are switched off.

        No severity makes an error of a finding in a draft, or less of a finding that leaves out a file.
        """
        return registry.no_errors_in_drafts(self._changed(findings))

    def severity(self, check: Check) -> Severity | None:
        """The severity of a check's findings, None where it is switched off."""
        return self.severities.get(check.code, check.severity)

    def _changed(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        for finding in findings:
            severity = self.severities.get(finding.code, finding.severity)
            if severity is not None:
                if finding.code in NEVER_SUPPRESSED:
                    severity = _stronger(severity, finding.severity)
                yield finding if severity is finding.severity else replace(finding, severity=severity)


def usual_settings(schema: Path | None, folder: Path) -> Path:
    """Where the file of settings stands unless somebody says otherwise; it need not exist.

    It is beside the folder of the dossier's own types; without such a folder, it is in ``site_config`` in
    `folder`, which is that of the host's configuration.
    """
    return (schema.parent if schema else folder / _SITE_CONFIG) / _FILE


def usual_settings_if_there(schema: Path | None, folder: Path) -> Path | None:
    """The file that `usual_settings` gives, or None where there is none."""
    file = usual_settings(schema, folder)
    # A broken link is there: that it cannot be read is a finding.
    return file if os.path.lexists(file) else None


def read_settings(
    file: Path | None, folder: Path, checks: Mapping[str, Check]
) -> tuple[Settings, list[Finding]]:
    """Read a file of settings; findings name it relative to the dossier's `folder`.

    `checks` are the known checks by code. Without a file, the defaults hold.
    """
    if file is None:
        return Settings(), []
    path = seen_from(folder, file)
    text = read_text(file, path)
    tree = text if isinstance(text, Finding) else parse_yaml(text, path)
    if isinstance(tree, Finding):
        return Settings(), [tree]
    findings: list[Finding] = []
    return Settings(dict(_severities(tree, checks, findings))), findings


def _severities(
    tree: Tree, checks: Mapping[str, Check], findings: list[Finding]
) -> Iterator[tuple[str, Severity | None]]:
    if tree.data is None:
        return
    if not isinstance(tree.data, dict):
        findings.append(
            _wrong(tree, (), "this is not a mapping of settings", f"begin with a line “{SEVERITIES}:”")
        )
        return
    for key in tree.data:
        if key != SEVERITIES:
            hint = nearest(key, [SEVERITIES]) or f"use “{SEVERITIES}”"
            findings.append(_wrong(tree, (key,), f"“{key}” is not a setting", hint))
    chosen = tree.data.get(SEVERITIES) or {}
    if not isinstance(chosen, dict):
        findings.append(
            _wrong(
                tree, (SEVERITIES,), "this is not a mapping of codes to severities", "write “code: warning”"
            )
        )
        return
    for code, value in chosen.items():
        problem = _problem(code, value, checks)
        if problem is None:
            yield code, None if value == _OFF else Severity(str(value))
        else:
            findings.append(_wrong(tree, (SEVERITIES, code), *problem))


def _problem(code: str, value: object, checks: Mapping[str, Check]) -> tuple[str, str] | None:
    """What is wrong with a line, and how to fix it."""
    if code not in checks:
        hint = hint_of_rename("code", code) or nearest(code, checks)
        return f"there is no check “{code}”", hint or "docs/checks.md lists all codes"
    if not isinstance(value, str) or value not in VALUES:
        hint = nearest(value, VALUES) if isinstance(value, str) else ""
        return f"{code}: “{value}” is not a severity", hint or f"use one of {', '.join(VALUES)}"
    least = checks[code].severity
    if code in NEVER_SUPPRESSED and (value == _OFF or _stronger(least, Severity(value)) != value):
        what = "an error" if least is Severity.ERROR else "a warning"
        return f"{code}: this is at least {what}, since a file is left out", "delete this line"
    return None


def _stronger(one: Severity, other: Severity) -> Severity:
    return min(one, other, key=_STRONGEST_FIRST.index)


def _wrong(tree: Tree, path: tuple[str, ...], message: str, hint: str) -> Finding:
    location = tree.keys.get(path) or tree.location(path)
    return Finding(tree.path, location.line, location.column, CONFIGURATION[0].code, message, hint)
