"""The user interface: the script of every page, and what is loaded when the search is first opened.

They are written in full in ``ui/`` and published without comments and indentation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from mkdocs_pagefind.document import EVERY, TITLE_WEIGHT, words_field
from mkdocs_pagefind.labels import LABELS
from mkdocs_pagefind.writing import write

_SOURCES: Final = Path(__file__).parent / "ui"
FOLDER: Final = "pagefind"
"""The folder in the site that holds the index and the user interface."""
SCRIPT: Final = f"{FOLDER}/open.js"
"""The script of every page."""
# Before a colon, space has a meaning in CSS; after a bracket, in "@media (min-width: 45em)".
_TIGHT: Final = re.compile(
    r"""(?P<quoted>"[^"\n]*"|'[^'\n]*'|`[^`\n]*`)|\s*(?P<sign>[{};,=?|<>]|&&)\s*|(?<=[:\[(])\s+|\s+(?=[\])])"""
)


@dataclass(frozen=True)
class Dialog:
    """What the search on a page needs to know of its site."""

    counts: Mapping[str, Mapping[str, int]]
    """Facet -> value -> how many pages have it. Facets are shown in this order."""
    labels: Mapping[str, str] = field(default_factory=lambda: LABELS)
    boosts: frozenset[float] = frozenset({1.0})
    """The boosts that pages have; each has a metadata field, which the script gives its weight."""
    results: int = 10
    excerpt_length: int = 30
    stop_words: tuple[str, ...] = ()

    def options(self) -> dict[str, object]:
        """What ``dialog.js`` reads when the search is first opened."""
        weights = {words_field(boost): TITLE_WEIGHT * boost for boost in sorted({1.0, *self.boosts})}
        return {
            "labels": dict(self.labels),
            "facets": list(self.counts),
            "results": max(1, self.results),
            "excerptLength": max(1, self.excerpt_length),
            "weights": {"title": TITLE_WEIGHT, **weights},
            "every": EVERY,
            "stopWords": [word.lower() for word in self.stop_words],
        }


def write_assets(folder: Path, dialog: Dialog) -> None:
    """Write the user interface into `folder`, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    opener, script, style = (_published(name) for name in ("open.js", "dialog.js", "dialog.css"))
    write(folder / "open.js", opener.replace('"__LABEL__"', _script_text(dialog.labels["search"])))
    # The style comes with the script: one file less to wait for.
    write(folder / "dialog.js", script.replace('"__STYLE__"', _script_text(style.strip())))
    write(folder / "options.js", f"export default {_script_text(dialog.options())};\n")
    # Each is read when its facet is unfolded; with thousands of people it is more than all the rest.
    for number, values in enumerate(dialog.counts.values()):
        write(folder / f"facet-{number}.json", _script_text(values))


def _published(name: str) -> str:
    """A source without comment lines and without space around signs; what stands in quotes is left alone.

    No text in the sources runs over several lines, and no pattern holds a quote or a space.
    """
    lines = (line.strip() for line in (_SOURCES / name).read_text(encoding="utf-8").splitlines())
    text = "\n".join(line for line in lines if line and not line.startswith("//"))
    return _TIGHT.sub(lambda found: found["quoted"] or found["sign"] or "", text) + "\n"


def _script_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
