"""Write the user interface: the script of every page, and what it loads when the search is first opened.

The sources in ``ui/`` have comments and indentation; the published files do not.
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
# Space has a meaning in CSS before a colon and after a bracket, as in "@media (min-width: 45em)".
_TIGHT: Final = re.compile(
    r"""(?P<quoted>"[^"\n]*"|'[^'\n]*'|`[^`\n]*`)|\s*(?P<sign>[{};,=?|<>]|&&)\s*|(?<=[:\[(])\s+|\s+(?=[\])])"""
)


@dataclass(frozen=True)
class Dialog:
    """What the search on a page needs to know about its site."""

    counts: Mapping[str, Mapping[str, int]]
    """Facet -> value -> number of pages. Facets are shown in this order."""
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
    """Write the user interface into `folder`, and make the folder if it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    opener, script, style = (_published(name) for name in ("open.js", "dialog.js", "dialog.css"))
    write(folder / "open.js", opener.replace('"__LABEL__"', _script_text(dialog.labels["search"])))
    # The script contains the style: one file less to wait for.
    write(folder / "dialog.js", script.replace('"__STYLE__"', _script_text(style.strip())))
    write(folder / "options.js", f"export default {_script_text(dialog.options())};\n")
    # The script loads each when a reader unfolds its facet; with thousands of people it is the largest file.
    for number, values in enumerate(dialog.counts.values()):
        write(folder / f"facet-{number}.json", _script_text(values))


def write_empty_index(folder: Path) -> None:
    """Write what a page loads in place of an index: Pagefind makes none of no pages."""
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / "pagefind.js", _published("nothing.js"))


def _published(name: str) -> str:
    """A source without comment lines and without space around signs; quoted text stays as it is.

    No quoted text in the sources has several lines, and no pattern contains a quotation mark or a space.
    """
    lines = (line.strip() for line in (_SOURCES / name).read_text(encoding="utf-8").splitlines())
    text = "\n".join(line for line in lines if line and not line.startswith("//"))
    return _TIGHT.sub(lambda found: found["quoted"] or found["sign"] or "", text) + "\n"


def _script_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
