"""Find citations of a dossier's sources that read badly or lack what the source says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bs4 import BeautifulSoup

from dossier.model.fields import SourceItem
from dossier.render.export import Bibliography, csl_of_source

# Two signs in a row, empty brackets, two spaces, nothing at all.
_UNREADABLE = re.compile(r"[.,;:?!]\s*[.,;:](?!\S*://)|\(\s*\)|  |^\W*$")
_CITED = ("title", "container-title", "genre", "number", "event-place", "publisher", "URL")


def badly_cited(sources: Iterable[SourceItem]) -> list[str]:
    """The citations that read badly, and what is missing in the others."""
    wrong = []
    for source in sources:
        citation = BeautifulSoup(Bibliography().entry(csl_of_source(source)), "html.parser").get_text()
        if _UNREADABLE.search(citation):
            wrong.append(citation)
        wrong += [
            f"{citation} lacks {name}" for name in _CITED if str(source.item.get(name, "")) not in citation
        ]
    return wrong
