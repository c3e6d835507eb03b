"""Decide whom a surname means where it occurs, or refuse it.

First it excludes what is no surname, or part of a longer name. Then the given names before the surname limit
whom it may mean: "Sergei Lavrov", "Jeb Bush". `dossier.recognise.names.bare_surnames` decides those without.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dossier.model.mentions import EntityId, Mention, Unresolved
from dossier.recognise.names.bearers import Bearers
from dossier.recognise.names.context import MarkedText, title_span, word_after
from dossier.recognise.names.guards import (
    continued,
    continues,
    glued,
    in_double_surname,
    in_pair,
    is_month_or_verb,
)
from dossier.recognise.names.lookalikes import in_a_state, is_company
from dossier.recognise.names.memory import Memory
from dossier.recognise.names.persons import Person, SurnameReading, misfit
from dossier.recognise.names.refusals import Refusal
from dossier.recognise.names.surname_readings import SurnameReadings

_GIVEN_AFTER: Final = re.compile(r",? ((?:[^\W\d_]\. ?)*[^\W\d_]\.|[A-Z][a-z]+(?:-[a-z]+)?)(?![\w-]| [A-Z])")

DecideBare = Callable[[int, int, list[EntityId], SurnameReading], Mention | Unresolved | Refusal]


@dataclass(frozen=True, slots=True)
class Surnames:
    """Decides surnames for one document; ``decide_bare`` decides those without a given name."""

    page: MarkedText
    memory: Memory
    persons: Mapping[EntityId, Person]
    readings: SurnameReadings
    bearers: Bearers
    decide_bare: DecideBare

    def claims(self, start: int, end: int, candidates: Sequence[EntityId]) -> bool:
        """Whether a surname that is also a place means a person: titled, or introduced and without "in"."""
        reading = self.readings.read(start)
        if reading.given or (reading.title and not continues(self.page, end, person=True)):
            return True
        before = self.page.word_before(start)
        if before is not None and before.lower in self.page.language.words.placing:
            return False
        return any(self.memory.introduced(c) for c in candidates)

    def resolve(self, start: int, end: int, candidates: list[EntityId]) -> Mention | Unresolved | Refusal:
        """The mention, several persons who may be meant, or a refusal where none of them is."""
        if glued(self.page, start, end) or in_double_surname(self.page, start, end):
            return Refusal("joined")
        reading = self.readings.read(start)
        if continues(self.page, end, person=True) and not (
            in_pair(self.page, start, end) or self._leads(start, end, candidates)
        ):
            return self._family_first(start, end, candidates) or continued(self.page, end)
        if reading.given:
            fitting = self.readings.fitting(candidates, reading)
            if fitting is None:
                return Refusal("other-given-name", reading.start, start - 1)
            if fitting[0] in self.memory.others:
                return Refusal("somebody-else")
            return self._with_given(reading, fitting[0], end, fitting[1])
        if start in self.memory.others:
            return Refusal("somebody-else")
        if refusal := self._is_no_surname(start, end, candidates, reading):
            return refusal
        if is_company(self.page.text, start, end, self.page.language):
            return Refusal("company")
        if in_a_state(self.page.text, end, self.page.language):
            return Refusal("town")
        return self.decide_bare(start, end, candidates, reading)

    def _leads(self, start: int, end: int, candidates: Sequence[EntityId]) -> bool:
        """Whether a capitalised noun follows for what somebody leads or does: "the Ford Administration".

        That is no name of its own where the text speaks of its bearer elsewhere.
        """
        text, words = self.page.text, self.page.language.words
        noun = word_after(text, end)
        if noun is None or self.readings.read(start).given:
            return False
        possessive = next((ending for ending in words.possessives if noun.lower.endswith(ending)), "")
        if noun.lower.removesuffix(possessive) not in words.led_nouns:
            return False
        following = word_after(text, noun.end)
        if following is not None and following.capital and following.lower not in words.function:
            return False
        known = self.memory.known_of(candidates) or [c for c in candidates if c in self.memory.anywhere]
        return bool(known) or self.memory.is_titled(text[start:end])

    def _family_first(self, start: int, end: int, candidates: Sequence[EntityId]) -> Mention | None:
        """A surname with the given name or initials after it: "Putin Vladimir", "Lavrov S.V."."""
        text, language = self.page.text, self.page.language
        match = _GIVEN_AFTER.match(text, end)
        given, last = (match[1], match.end(1)) if match else ("", end)
        if match is None and not language.capitals and (word := word_after(text, end)) is not None:
            given, last = word.text, word.end
        if not given or self.readings.read(start).given:
            return None
        found = [c for c in candidates if misfit(self.persons[c], given.split(), language) is not None]
        return Mention(start, last, found[0], "given-name-and-surname") if len(found) == 1 else None

    def _with_given(
        self, reading: SurnameReading, start: int, end: int, fitting: list[EntityId]
    ) -> Mention | Unresolved:
        rule = "given-name-and-surname"
        if len(fitting) > 1:
            chosen = self.bearers.by_title(fitting, reading)
            if len(chosen) != 1:
                chosen = self.memory.choose(fitting)
            if len(chosen) != 1:
                chosen = self.bearers.in_office(fitting, start)
            if len(chosen) != 1:
                return Unresolved(start, end, tuple(fitting), "ambiguous-given-name")
            fitting = chosen
        return Mention(start, end, fitting[0], rule)

    def _is_of_a_prince(self, surname: str, candidates: Sequence[EntityId]) -> bool:
        """Whether a surname after "Prince" is no given name, and the text names a bearer in full."""
        return not self.page.is_given_name(surname) and any(c in self.memory.anywhere for c in candidates)

    def _is_no_surname(
        self, start: int, end: int, candidates: Sequence[EntityId], reading: SurnameReading
    ) -> Refusal | None:
        """The refusal of a family, a relative, a king, a month or a verb: "the Bush family", "May they"."""
        text, language = self.page.text, self.page.language
        words = language.words
        before, after = self.page.word_before(start), word_after(text, end)
        if after is not None and after.lower in words.family_nouns:
            return Refusal("family", after.start, after.end)
        if before is not None and text[start:end].lower() in words.titles and before.lower in words.articles:
            return Refusal("title", before.start, before.end)
        if reading.title in words.given_titles:
            return Refusal("given-name", *title_span(self.page, start, reading.title))
        is_royal = not words.royal_titles.isdisjoint(reading.title.split())
        if is_royal and not self._is_of_a_prince(text[start:end], candidates):
            return Refusal("monarch", *title_span(self.page, start, reading.title))
        if before is not None and not reading.title:
            if before.lower in words.kin:
                return Refusal("relative", before.start, before.end)
            if before.lower in words.naming_nouns:
                return Refusal("name-itself", before.start, before.end)
        if town := language.patterns.town_after.match(text, end):
            return Refusal("town", *town.span())
        return Refusal("month-or-verb") if is_month_or_verb(text, start, end, language) else None
