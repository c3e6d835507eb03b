"""Findings and the comments that silence some of them in; the rest out, and what is wrong with comments."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from dossier.content.suppressions import NEVER_SILENT, Silence, Silences
from dossier.edit.check.record import Check
from dossier.model.findings import Finding, Severity, nearest

WITHOUT_REASON: Final = Check(
    "silence-without-reason",
    Severity.WARNING,
    "A comment that is to silence a finding gives no reason, so it silences nothing.",
    "Write why after a colon: `dossier: allow CODE: reason`.",
)
UNKNOWN_CODE: Final = Check(
    "silence-unknown-code",
    Severity.WARNING,
    "A comment is to silence a code that there is not, or one that cannot be silenced because a file "
    "is left out.",
    "Write the nearest code, which the hint gives.",
)
UNUSED: Final = Check(
    "silence-unused",
    Severity.WARNING,
    "A comment silences nothing: what it was written for is mended, or stands on another line.",
    "Delete it, or put it on the line of the finding, on the line above, or above the paragraph.",
)
SILENCING: Final = (WITHOUT_REASON, UNKNOWN_CODE, UNUSED)


def silenced(
    findings: Iterable[Finding],
    silences: Silences,
    paths: Iterable[str],
    codes: Collection[str],
    off: Collection[str],
) -> Iterator[Finding]:
    """The findings that are not silenced, then one for each comment in those files that is of no use.

    `codes` are those that there are, `off` those that are switched off: what silences them may stay.
    """
    used: set[tuple[str, Silence]] = set()
    for finding in findings:
        silence = silences.covering(finding)
        if silence is None:
            yield finding
        else:
            used.add((finding.path, silence))
    for path in paths:
        for silence in silences.of(path):
            if (path, silence) not in used and silence.code not in off:
                yield _useless(path, silence, codes)


def _useless(path: str, silence: Silence, codes: Collection[str]) -> Finding:
    if silence.code not in codes or silence.code in NEVER_SILENT:
        hint = nearest(silence.code, [code for code in codes if code not in NEVER_SILENT])
        what = (
            f"“{silence.code}” cannot be silenced"
            if silence.code in codes
            else f"there is no code “{silence.code}”"
        )
        return _finding(path, silence, UNKNOWN_CODE, what, hint or "docs/checks.md lists all codes")
    if not silence.reason:
        hint = f"write “dossier: allow {silence.code}: …” with the reason"
        return _finding(path, silence, WITHOUT_REASON, "this comment gives no reason", hint)
    message = f"this comment silences nothing: there is no {silence.code} here"
    return _finding(path, silence, UNUSED, message, "delete it, or put it where the finding is")


def _finding(path: str, silence: Silence, kind: Check, message: str, hint: str) -> Finding:
    return Finding(
        path, silence.line, silence.column, kind.code, message, hint, kind.severity, silence.length
    )
