"""How findings are written: one module a format, each a function from what is shown to text."""

from collections.abc import Callable, Sequence
from typing import Final

from dossier.check.formats.as_json import as_json
from dossier.check.formats.as_text import as_text
from dossier.check.formats.github import as_github
from dossier.check.formats.sarif import as_sarif
from dossier.check.report import Shown

FORMATS: Final[dict[str, Callable[[Sequence[Shown]], str]]] = {
    "text": as_text,
    "github": as_github,
    "sarif": as_sarif,
    "json": as_json,
}

__all__ = ["FORMATS", "as_github", "as_json", "as_sarif", "as_text"]
