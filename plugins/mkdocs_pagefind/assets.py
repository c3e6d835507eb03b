"""The user interface: the script of every page, and what is loaded when the search is first opened.

They are written in full in ``ui/`` and published without comments and indentation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_SOURCES: Final = Path(__file__).parent / "ui"
FOLDER: Final = "pagefind"
"""The folder in the site that holds the index and the user interface."""
SCRIPT: Final = f"{FOLDER}/open.js"
"""The script of every page."""
# Before a colon, space has a meaning in CSS; after a bracket, in "@media (min-width: 45em)".
_TIGHT: Final = re.compile(
    r"""(?P<quoted>"[^"\n]*"|'[^'\n]*'|`[^`\n]*`)|\s*(?P<sign>[{};,=?|<>]|&&)\s*|(?<=[:\[(])\s+|\s+(?=[\])])"""
)

Counts = Mapping[str, Mapping[str, int]]
"""Facet -> value -> how many pages have it."""


def write_assets(folder: Path, options: Mapping[str, object], counts: Counts, label: str) -> None:
    """Write the user interface into `folder`.

    `options` is what ``dialog.js`` reads, `counts` what it shows where nothing is looked for, `label` the
    name of the button.
    """
    folder.mkdir(parents=True, exist_ok=True)
    opener = _published("open.js").replace('"__LABEL__"', _script_text(label))
    _write(folder / "open.js", opener)
    _write(folder / "dialog.js", _published("dialog.js"))
    _write(folder / "dialog.css", _published("dialog.css"))
    _write(folder / "options.js", f"export default {_script_text(options)};\n")
    _write(folder / "facets.json", _script_text(counts))


def _published(name: str) -> str:
    """A source without comment lines and without space around signs; what stands in quotes is left alone.

    No text in the sources runs over several lines, and no pattern holds a quote or a space.
    """
    lines = (line.strip() for line in (_SOURCES / name).read_text(encoding="utf-8").splitlines())
    text = "\n".join(line for line in lines if line and not line.startswith("//"))
    return _TIGHT.sub(lambda found: found["quoted"] or found["sign"] or "", text) + "\n"


def _script_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
