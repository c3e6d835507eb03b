"""Write ``security-cases.md``: every case in tests/hostile and its outcome."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "hostile"))

from hostile_corpus import CASES

INTRO: Final = """\
# Hostile cases

What the tests in `tests/hostile` try, and the outcome of each; [security.md](security.md) explains the rules.
There are {number} cases. Each is built for real, and what could run is opened in a browser. An error stops
the build, and so does a warning with `--strict`.

"""


def security_cases(rows: Callable[[tuple[str, ...], list[tuple[str, ...]]], str]) -> str:
    """Every hostile case with its outcome, a table for each group; `rows` writes a table."""
    groups = dict.fromkeys(case.group for case in CASES)
    tables = (
        f"## {group}\n\n"
        + rows(
            ("Tried", "Outcome"),
            [(_as_text(case.what), case.outcome) for case in CASES if case.group == group],
        )
        for group in groups
    )
    return INTRO.format(number=len(CASES)) + "\n".join(tables)


def _as_text(words: str) -> str:
    """Words that Markdown shows as they are, except for what stands as code."""
    parts = re.split("(`[^`]*`)", words)
    signs = {
        "&": "&amp;",
        "<": "&lt;",
        "*": "&#42;",
        "_": "&#95;",
        "[": "&#91;",
        "{": "&#123;",
        "`": "&#96;",
        "\\": "&#92;",
    }
    return "".join(
        part if number % 2 else "".join(signs.get(sign, sign) for sign in part)
        for number, part in enumerate(parts)
    )
