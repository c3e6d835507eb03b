"""Write findings as text: each module holds one format, as a function of the findings to show."""

from collections.abc import Callable, Sequence
from typing import Final

from dossier.edit.check.formats.as_json import as_json
from dossier.edit.check.formats.as_markdown import as_markdown
from dossier.edit.check.formats.as_text import as_text
from dossier.edit.check.formats.github import as_github
from dossier.edit.check.formats.sarif import as_sarif
from dossier.edit.check.report import Shown

FORMATS: Final[dict[str, Callable[[Sequence[Shown]], str]]] = {
    "text": as_text,
    "github": as_github,
    "sarif": as_sarif,
    "json": as_json,
    "markdown": as_markdown,
}

__all__ = ["FORMATS", "as_github", "as_json", "as_markdown", "as_sarif", "as_text"]
