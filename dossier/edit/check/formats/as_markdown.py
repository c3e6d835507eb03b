"""Write findings as Markdown, for the summary of a run of CI or a comment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dossier.edit.check.formats.as_text import printable
from dossier.edit.check.report import Shown, counted

# A service cuts long summaries, and nobody reads them.
_MOST: Final = 100
# What begins markup within a line and what ends a cell of a table; on GitHub also what begins a mention, the
# number of an issue, an emoji, a formula and, as a part of it, an address.
_MARKUP: Final = re.compile(r"[\\`*_\[\]<>&|~@#:$]")


def as_markdown(findings: Sequence[Shown]) -> str:
    """A heading with the number of findings, and a table of the first hundred."""
    total = counted([each.finding for each in findings])
    lines = [f"### Dossier: {total}"]
    if findings:
        lines += ["", "| Place | Finding | How to fix it |", "| --- | --- | --- |"]
        lines += [_row(each) for each in findings[:_MOST]]
    if len(findings) > _MOST:
        lines += ["", f"And {len(findings) - _MOST:,} more."]
    return "\n".join(lines)


def _row(each: Shown) -> str:
    finding = each.finding
    what = f"{finding.severity}: {finding.message} ({finding.code})"
    return f"| {_plain(f'{each.path}:{finding.line}')} | {_plain(what)} | {_plain(finding.hint)} |"


def _plain(text: str) -> str:
    """A text that Markdown shows as it is: content comes by pull request, and messages quote it."""
    return _MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", printable(text))
