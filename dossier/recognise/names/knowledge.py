"""Gather what resolving the names of a document needs to know about a gazetteer and its language.

It is made once; each document adds its own `MarkedText`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dossier.model.mentions import EntityId
from dossier.recognise.names.context import MarkedText
from dossier.recognise.names.gazetteer import GazetteerEntity
from dossier.recognise.names.given_spans import GivenTitles
from dossier.recognise.names.lookalikes import SportWords
from dossier.recognise.names.meanings import NameSpan
from dossier.recognise.names.offices import Offices
from dossier.recognise.names.persons import Person, make_person
from dossier.recognise.names.vocabulary import NameLanguage


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What does not change from document to document."""

    entities: Mapping[EntityId, GazetteerEntity]
    persons: Mapping[EntityId, Person]
    offices: Offices
    given: frozenset[str]
    items: Mapping[EntityId, str]
    officials: frozenset[EntityId]
    language: NameLanguage
    sport: SportWords
    given_titles: GivenTitles

    @classmethod
    def of(cls, entities: Iterable[GazetteerEntity], offices: Offices, language: NameLanguage) -> Knowledge:
        """Gather it from a gazetteer."""
        by_id = {entity.id: entity for entity in entities}
        persons = {e.id: make_person(e, language) for e in by_id.values() if e.type == "person"}
        given = frozenset(
            names[0] for person in persons.values() for names in person.given if len(names[0]) > 2
        )
        items = {e.id: e.name for e in by_id.values() if e.type not in ("person", "place", "position")}
        officials = frozenset(person for person in persons if offices.held_by(person))
        return cls(
            by_id,
            persons,
            offices,
            given,
            items,
            officials,
            language,
            SportWords(language),
            GivenTitles(language),
        )


def mark_names(text: str, spans: Sequence[NameSpan], knowledge: Knowledge) -> MarkedText:
    """The text with the offsets where its names begin and end."""
    starts: set[int] = set()
    begins: set[int] = set()
    people: set[int] = set()
    ends: set[int] = set()
    joints: set[int] = set()
    persons = knowledge.persons
    for start, end, meanings in spans:
        names = meanings.names
        if names or meanings.surnames:
            joints.add(start)
            joints.add(end)
            if meanings.of_people:
                people.add(start)
                people.add(end)
        if names:
            begins.add(start)
            if names[0] not in persons:
                ends.add(end)
            elif " " in text[start:end]:
                starts.add(start)
    return MarkedText(text, knowledge.language, starts, begins, people, ends, joints, knowledge.given)
