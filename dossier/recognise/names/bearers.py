"""Choose among the bearers of a surname by gender, title and the offices that they held."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dossier.model.edtf import Bounds
from dossier.model.mentions import EntityId
from dossier.recognise.names.offices import Offices
from dossier.recognise.names.persons import Person, SurnameReading
from dossier.recognise.names.vocabulary import NameLanguage


@dataclass(frozen=True, slots=True)
class Bearers:
    """Chooses for one document; ``sentence_days`` gives the date that the sentence at an offset is about."""

    persons: Mapping[EntityId, Person]
    offices: Offices
    language: NameLanguage
    published: Bounds | None
    sentence_days: Callable[[int], Bounds | None]

    def days_meant(self, start: int) -> Bounds | None:
        """The days that the sentence at an offset is about, else the article's own."""
        return self.sentence_days(start) or self.published

    def of_gender(self, candidates: list[EntityId], gender: str, *, sure: bool) -> list[EntityId]:
        """Those of a gender; unless `sure`, also those whose gender is not known."""
        return [c for c in candidates if self.persons[c].gender in ((gender,) if sure else (gender, None))]

    def by_title(self, candidates: list[EntityId], reading: SurnameReading) -> list[EntityId]:
        """Those whom the title before it fits: by gender, else by an office held then, else by any office.

        “Mr” fits anybody who is not known to be a woman.
        """
        if reading.gender:
            return self.of_gender(candidates, reading.gender, sure=False)
        if not reading.title:
            return []
        days_meant = self.days_meant(reading.start)
        then: list[EntityId] = []
        ever: list[EntityId] = []
        for candidate in self.offices.among(candidates):
            for office, days in self.offices.held_by(candidate):
                if office.called(reading.title):
                    ever.append(candidate)
                    if days_meant is not None and days.overlaps(days_meant):
                        then.append(candidate)
        return list(dict.fromkeys(then)) or list(dict.fromkeys(ever))

    def are_of_another_rank(self, candidates: Sequence[EntityId], title: str) -> bool:
        """Whether the title is for a head of state or government, and no candidate held such an office."""
        return title in self.language.words.heads_of_state and all(
            held and not any(office.called(title) for office, _ in held)
            for held in map(self.offices.held_by, candidates)
        )

    def is_called(self, person: EntityId, title: str) -> bool:
        """Whether a title before the surname says nothing against a person: no other office is meant."""
        if title not in self.language.offices.ranks:
            return True
        return any(office.called(title) for office, _ in self.offices.held_by(person))

    def has_titles(self, person: EntityId, titles: Iterable[str]) -> bool:
        """Whether each of the titles may be that of an office of the person."""
        held = self.offices.held_by(person)
        return all(any(office.called(title) for office, _ in held) for title in titles)

    def in_office(self, candidates: Iterable[EntityId], start: int) -> list[EntityId]:
        """Those who held an office on the date that the sentence is about, else on the article's date."""
        days_meant = self.days_meant(start)
        if days_meant is None:
            return []
        officials = self.offices.among(candidates)
        return [c for c in officials if any(days.overlaps(days_meant) for _, days in self.offices.held_by(c))]
