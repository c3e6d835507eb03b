"""Find the names of a gazetteer in a text: the mentions of entities, and the refusals.

`NameFinder` derives the forms of every name and builds the automaton once; `find` gives the stretches
of a text that may name something, and `resolve` decides each of them for one document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dossier.model.mentions import DateMention, Document, EntityId, Mention, Unlinked, Unresolved
from dossier.recognise.names.forms import derive_forms
from dossier.recognise.names.gazetteer import GazetteerEntity
from dossier.recognise.names.guards import is_month_or_verb
from dossier.recognise.names.knowledge import Knowledge
from dossier.recognise.names.matcher import Matcher
from dossier.recognise.names.meanings import Meanings, NameSpan
from dossier.recognise.names.offices import Offices
from dossier.recognise.names.resolve import NameResolver
from dossier.recognise.names.vocabulary import NameLanguage

__all__ = ["Meanings", "NameFinder", "NameSpan"]


class NameFinder:
    """Finds and resolves the names of one gazetteer in texts of one language."""

    def __init__(
        self,
        entities: Iterable[GazetteerEntity],
        language: NameLanguage,
        is_date: Callable[[str], bool],
    ) -> None:
        """Derive the forms of every name.

        Args:
            entities: the gazetteer.
            language: the language of the texts.
            is_date: whether a name is only a number or a date.
        """
        known = tuple(entities)
        offices = Offices(known, language)
        self._language = language
        self._knowledge = Knowledge.of(known, offices, language)
        self._matcher = Matcher(derive_forms(known, offices, language, is_date))

    def find(self, text: str) -> list[NameSpan]:
        """Every stretch that may name something, by start, the longest first; they may nest."""
        return self._matcher.find(text)

    def taken(self, text: str, spans: Sequence[NameSpan]) -> list[tuple[int, int]]:
        """The spans in which not to look for dates, in the order of the text.

        These are names of several words or with a number ("Theresa May", "Resolution 2202"), and a surname
        that is also a month, where the text gives the full name and nothing beside it makes it a month.
        """
        language = self._language
        calendar = language.words.calendar
        named: set[EntityId] = set()
        months: list[NameSpan] = []
        found: list[tuple[int, int]] = []
        for span in spans:
            start, end, meanings = span
            if meanings.names:
                name = text[start:end]
                if " " in name or any(character.isdigit() for character in name):
                    found.append((start, end))
                    named.update(meanings.names)
            elif meanings.surnames and text[start:end].lower() in calendar:
                months.append(span)
        for start, end, meanings in months:
            if not named.isdisjoint(meanings.surnames) and not is_month_or_verb(text, start, end, language):
                found.append((start, end))
        return sorted(found)

    def resolve(
        self,
        document: Document,
        spans: Sequence[NameSpan],
        dates: Sequence[DateMention],
        maybe_dated: Sequence[tuple[int, int]] | None = None,
    ) -> tuple[list[Mention], list[Unresolved], list[Unlinked]]:
        """One entity for each span, or a refusal, in the order of the text; nothing overlaps.

        `maybe_dated` are, where known, the only spans that may contain dates: then `dates` may not have to be
        computed.
        """
        return NameResolver(self._knowledge, document, spans, dates, maybe_dated).run()
