"""Bare surnames: a surname with at most a title before it in, the bearer who is meant out, or a refusal.

Whom the text has introduced comes first, then what tells two bearers apart; where nothing does, neither is
taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dossier.model.edtf import Bounds
from dossier.model.mentions import EntityId, Mention, Unresolved
from dossier.recognise.names.context import paragraph_start, word_before
from dossier.recognise.names.given_names import is_given_name, same_given_name
from dossier.recognise.names.guards import Page, common_word
from dossier.recognise.names.memory import Memory, Strangers
from dossier.recognise.names.offices import Offices
from dossier.recognise.names.people import Person, SurnameReading
from dossier.recognise.names.place_words import PLACE_SURNAMES
from dossier.recognise.names.words import CALENDAR, COMMON_WORDS, FUNCTION

_PLAIN_TITLES: Final = frozenset("mr mrs ms miss dr sir lady lord dame".split())
_HEADS_OF_STATE: Final = frozenset({"president", "prime minister", "premier", "chancellor"})


@dataclass(frozen=True, slots=True)
class BareSurnames:
    """Decides bare surnames for one document; ``spoken`` gives the date that a sentence speaks of."""

    page: Page
    memory: Memory
    persons: Mapping[EntityId, Person]
    offices: Offices
    published: Bounds | None
    spoken: Callable[[int], Bounds | None]
    has_word: Callable[[str], bool]

    def decide(
        self, start: int, end: int, candidates: list[EntityId], reading: SurnameReading
    ) -> Mention | Unresolved | None:
        """The bearer of a surname with no given name before it, a refusal, or None where it is nobody's."""
        declared = [c for c in candidates if c in self.memory.declared]
        if len(declared) == 1:
            return Mention(start, end, declared[0], "declared-surname")
        strangers = self.memory.of_name(self.page.text[start:end])
        if reading.gender:
            others = strangers.before(start, reading.gender)
            candidates = self._of_gender(candidates, reading.gender, sure=others > 0)
            if not candidates:
                return None
        titled = self.by_title(candidates, reading)
        stranger_titled = strangers.has_title(reading.title, start)
        if len(titled) == 1 and not stranger_titled and not self._doubted(titled[0], reading, strangers):
            if reading.gender:
                self.memory.titled.add(titled[0])
            return Mention(start, end, titled[0], "title-and-surname")
        if stranger_titled:
            titled = []
        known = self.memory.known_of(titled or candidates)
        if not known:
            return self._not_introduced(start, end, candidates, strangers, reading)
        if not titled and stranger_titled and reading.title not in _PLAIN_TITLES:
            return None
        return self._among_introduced(start, end, candidates, known, strangers, reading)

    def _doubted(self, person: EntityId, reading: SurnameReading, strangers: Strangers) -> bool:
        """Whether "Mr" or "Mrs" may as well be a stranger: surely of that gender, or the only one met."""
        if not reading.gender:
            return False
        return strangers.before(reading.start, reading.gender, sure=self.memory.introduced(person)) > 0

    def _of_gender(self, candidates: list[EntityId], gender: str, *, sure: bool) -> list[EntityId]:
        """Those of a gender; unless that must be sure, also those of whom it is not known."""
        return [c for c in candidates if self.persons[c].gender in ((gender,) if sure else (gender, None))]

    def _among_introduced(
        self,
        start: int,
        end: int,
        candidates: list[EntityId],
        known: list[EntityId],
        strangers: Strangers,
        reading: SurnameReading,
    ) -> Mention | Unresolved:
        others = strangers.before(start, reading.gender)
        if not reading.title and len(candidates) > 1 and self.memory.titled.issuperset(known):
            # A text that says "Mrs Rabin" of her means another by "Rabin".
            return Unresolved(start, end, self._ordered(candidates), "ambiguous-surname")
        if len(known) == 1 and self._by_given_name(candidates, known):
            return Unresolved(start, end, self._ordered(candidates), "ambiguous-surname")
        if len(known) == 1 and not others:
            return Mention(start, end, known[0], "introduced-surname")
        subjects = [c for c in known if c in self.memory.subjects]
        if len(subjects) == 1:
            return Mention(start, end, subjects[0], "subject-of-the-article")
        paragraph = paragraph_start(self.page.text, start)
        before = paragraph_start(self.page.text, max(0, paragraph - 2))
        if not others or not strangers.between(before, start):
            near = [c for c in known if self.memory.named_since(c, before)]
            if len(near) == 1 and self.memory.named_since(near[0], paragraph):
                return Mention(start, end, near[0], "nearest-bearer")
            if len(known) == 1 and self.memory.times(known[0]) > 2 * others:
                return Mention(start, end, known[0], "introduced-surname")
        return Unresolved(start, end, self._ordered(candidates), "ambiguous-surname")

    def _by_given_name(self, candidates: Sequence[EntityId], known: Sequence[EntityId]) -> bool:
        """Whether the text has an uncommon given name of another bearer, who may go by it ("Saddam")."""
        names = {names[0].lower() for c in candidates if c not in known for names in self.persons[c].given}
        names -= {names[0].lower() for c in known for names in self.persons[c].given}
        return any(len(name) > 3 and not is_given_name(name) and self.has_word(name) for name in names)

    def _not_introduced(
        self, start: int, end: int, candidates: list[EntityId], strangers: Strangers, reading: SurnameReading
    ) -> Mention | Unresolved | None:
        text = self.page.text
        before = word_before(text, start)
        if (
            strangers.places
            or text[start:end].casefold() in self.memory.companies
            or self._is_of_another_rank(candidates, reading.title)
            or common_word(text, start, end)
            or (before is not None and before.lower in ("a", "an"))
        ):
            return None
        if len(candidates) > 1:
            then = self.in_office(candidates, start)
            if len(then) == 1:
                return Mention(start, end, then[0], "office-then")
            return Unresolved(start, end, self._ordered(candidates), "ambiguous-surname")
        if self._says_too_little(text[start:end]):
            return None
        return Mention(start, end, candidates[0], "only-bearer")

    def _is_of_another_rank(self, candidates: Sequence[EntityId], title: str) -> bool:
        """Whether the title is that of a head of state or government, and no bearer held such an office."""
        return title in _HEADS_OF_STATE and all(
            held and not any(office.called(title) for office, _ in held)
            for held in map(self.offices.held_by, candidates)
        )

    def in_office(self, candidates: Iterable[EntityId], start: int) -> list[EntityId]:
        """Those who held an office on the date that the sentence speaks of, else on the article's."""
        days_meant = self.spoken(start) or self.published
        if days_meant is None:
            return []
        officials = self.offices.among(candidates)
        return [c for c in officials if any(days.overlaps(days_meant) for _, days in self.offices.held_by(c))]

    def _says_too_little(self, surname: str) -> bool:
        """Whether the word may as well be an ordinary one, a place or a given name."""
        lower = surname.lower()
        return (
            lower in COMMON_WORDS or lower in CALENDAR or lower in FUNCTION or lower in PLACE_SURNAMES
        ) or same_given_name(lower, lower)

    def _ordered(self, candidates: Sequence[EntityId]) -> tuple[EntityId, ...]:
        known = dict.fromkeys(self.memory.known_of(candidates))
        return (*known, *(c for c in candidates if c not in known)) if known else tuple(candidates)

    def by_title(self, candidates: list[EntityId], reading: SurnameReading) -> list[EntityId]:
        """Those whom the title in front fits: by gender, else by an office held then, else ever.

        “Mr” may be said of anybody who is not known to be a woman.
        """
        if reading.gender:
            return self._of_gender(candidates, reading.gender, sure=False)
        if not reading.title:
            return []
        days_meant = self.spoken(reading.start) or self.published
        then: list[EntityId] = []
        ever: list[EntityId] = []
        for candidate in self.offices.among(candidates):
            for office, days in self.offices.held_by(candidate):
                if office.called(reading.title):
                    ever.append(candidate)
                    if days_meant is not None and days.overlaps(days_meant):
                        then.append(candidate)
        return list(dict.fromkeys(then)) or list(dict.fromkeys(ever))
