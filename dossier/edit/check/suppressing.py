"""Leave out the findings that comments suppress, and find faults in those comments."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from dossier.content.renames import hint_of_rename
from dossier.content.suppressions import NEVER_SUPPRESSED, Suppression, Suppressions
from dossier.edit.check.definitions import Check
from dossier.model.findings import Finding, Severity, nearest

WITHOUT_REASON: Final = Check(
    "suppression-without-reason",
    Severity.WARNING,
    "A comment meant to suppress a finding gives no reason, so it suppresses nothing.",
    "Write the reason after a colon: `dossier: allow CODE: reason`.",
)
UNKNOWN_CODE: Final = Check(
    "suppression-unknown-code",
    Severity.WARNING,
    "A comment meant to suppress a finding names an unknown code, or one that cannot be suppressed because "
    "a file is left out.",
    "Write the code that the hint suggests.",
)
UNUSED: Final = Check(
    "suppression-unused",
    Severity.WARNING,
    "A comment suppresses nothing: its finding is fixed, or is on another line.",
    "Delete it, or move it to the line of the finding, the line above, or above the paragraph.",
)
SUPPRESSING: Final = (WITHOUT_REASON, UNKNOWN_CODE, UNUSED)


def unsuppressed_findings(
    findings: Iterable[Finding],
    suppressions: Suppressions,
    paths: Iterable[str],
    codes: Collection[str],
    off: Collection[str],
) -> Iterator[Finding]:
    """The findings that are not suppressed, then one for each useless comment in those files.

    `codes` are the known codes, `off` those that are switched off; comments that suppress these may stay.
    """
    used: set[tuple[str, Suppression]] = set()
    for finding in findings:
        suppression = suppressions.covering(finding)
        if suppression is None:
            yield finding
        else:
            used.add((finding.path, suppression))
    for path in paths:
        for suppression in suppressions.of(path):
            if (path, suppression) not in used and suppression.code not in off:
                yield _useless(path, suppression, codes)


def _useless(path: str, suppression: Suppression, codes: Collection[str]) -> Finding:
    if suppression.code not in codes or suppression.code in NEVER_SUPPRESSED:
        suppressible = [code for code in codes if code not in NEVER_SUPPRESSED]
        hint = hint_of_rename("code", suppression.code) or nearest(suppression.code, suppressible)
        what = (
            f"“{suppression.code}” cannot be suppressed"
            if suppression.code in codes
            else f"there is no code “{suppression.code}”"
        )
        return _finding(path, suppression, UNKNOWN_CODE, what, hint or "docs/checks.md lists all codes")
    if not suppression.reason:
        hint = f"write “dossier: allow {suppression.code}: …” with the reason"
        return _finding(path, suppression, WITHOUT_REASON, "this comment gives no reason", hint)
    message = f"this comment suppresses nothing: there is no {suppression.code} here"
    return _finding(path, suppression, UNUSED, message, "delete it, or move it to the finding")


def _finding(path: str, suppression: Suppression, kind: Check, message: str, hint: str) -> Finding:
    return Finding(
        path,
        suppression.line,
        suppression.column,
        kind.code,
        message,
        hint,
        kind.severity,
        suppression.length,
    )
