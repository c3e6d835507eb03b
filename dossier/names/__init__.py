"""Names: a gazetteer and a text in, mentions of entities out, and what was refused.

`NameFinder` derives the forms of every name and builds the automaton once; `find` gives the stretches
of a text that may name something, `resolve` decides each of them for one document.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dossier.mentions import DateMention, Document, Mention, Unresolved
from dossier.names import bearers, resolve, roles
from dossier.names.forms import Meanings, derive_forms
from dossier.names.gazetteer import GazetteerEntity
from dossier.names.matcher import Matcher, NameSpan
from dossier.names.offices import Offices
from dossier.names.resolve import Knowledge, Resolver
from dossier.rules import Rule

__all__ = ["RULES", "Meanings", "NameFinder", "NameSpan"]

RULES: tuple[Rule, ...] = (*resolve.RULES, *bearers.RULES, *roles.RULES)


class NameFinder:
    """Finds and resolves the names of one gazetteer."""

    def __init__(self, entities: Iterable[GazetteerEntity]) -> None:
        known = tuple(entities)
        offices = Offices(known)
        self._knowledge = Knowledge.of(known, offices)
        self._matcher = Matcher(derive_forms(known, offices))

    def find(self, text: str) -> list[NameSpan]:
        """Every stretch that may name something, by start, the longest first; they may nest."""
        return self._matcher.find(text)

    def resolve(
        self, document: Document, spans: Sequence[NameSpan], dates: Sequence[DateMention]
    ) -> tuple[list[Mention], list[Unresolved]]:
        """One entity for each span, or a refusal, in the order of the text; nothing overlaps."""
        return Resolver(self._knowledge, document, spans, dates).run()
