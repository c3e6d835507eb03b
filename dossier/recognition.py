"""Recognition: one document in, its mentions and dates out. The one code path for names and dates.

The site build, the checks and `dossier annotate` all call `Recogniser.recognise`. A full name wins over a
date ("Theresa May"), a date over a surname alone ("in May"); nothing that is returned overlaps.
"""

from __future__ import annotations

from collections.abc import Iterable

from dossier.dates import Dates
from dossier.mentions import Document, Mention, Recognition, Unresolved
from dossier.names import NameFinder
from dossier.names.gazetteer import GazetteerEntity


class Recogniser:
    """Finds the names of one gazetteer, and dates; keeps nothing from one document to the next."""

    def __init__(self, entities: Iterable[GazetteerEntity]) -> None:
        self._names = NameFinder(entities)

    def recognise(self, document: Document) -> Recognition:
        """Everything found in a document, in the order of its text."""
        mentions, unresolved, dates = self.read(document)
        return Recognition(tuple(mentions), tuple(unresolved), tuple(dates))

    def read(self, document: Document) -> tuple[list[Mention], list[Unresolved], Dates]:
        """The same for who may not need the dates: those are worked out when they are asked for."""
        spans = self._names.find(document.text)
        dates = Dates.of(document, self._names.taken(document.text, spans))
        mentions, unresolved = self._names.resolve(document, spans, dates, dates.spans)
        return mentions, unresolved, dates
