"""Decide whether one word of an official's name means its bearer: "Foreign Minister Thanat".

People are called by a part of their name that is not its last word where that is the custom: by the given
name in Thailand and Ethiopia, by the first of two surnames in Chile. It needs no list of customs, because the
title of an office that the bearer held says who is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dossier.model.edtf import Bounds
from dossier.model.mentions import EntityId, Mention
from dossier.recognise.names.context import MarkedText, Word, title_span, word_after
from dossier.recognise.names.guards import glued
from dossier.recognise.names.longer_titles import longer_title
from dossier.recognise.names.memory import Memory
from dossier.recognise.names.offices import Offices
from dossier.recognise.names.persons import SurnameReading
from dossier.recognise.names.refusals import Refusal


@dataclass(frozen=True, slots=True)
class NameParts:
    """Decides parts of names for one document.

    ``read`` gives what precedes a word, ``days_meant`` the days that its sentence is about.
    """

    page: MarkedText
    memory: Memory
    offices: Offices
    read: Callable[[int], SurnameReading]
    days_meant: Callable[[int], Bounds | None]

    def decide(self, start: int, end: int, candidates: Sequence[EntityId]) -> Mention | Refusal:
        """The holder of the office whose title precedes a part of a name, or a refusal."""
        reading = self.read(start)
        if not reading.title or reading.given:
            return Refusal("not-introduced")
        if glued(self.page, start, end):
            return Refusal("joined")
        after = word_after(self.page.text, end)
        if after is not None and self._goes_on(after):
            return Refusal("longer-name", after.start, after.end)
        title = title_span(self.page, start, reading.title)
        found: list[EntityId] = []
        for candidate in candidates:
            for office, days in self.offices.held_by(candidate):
                if not office.called(reading.title):
                    continue
                if refusal := longer_title(self.page, *title, office):
                    return refusal
                if self._is_certain(start, end, reading, days):
                    found.append(candidate)
                    break
        if len(found) != 1:
            return Refusal("several-introduced" if found else "not-introduced")
        return Mention(start, end, found[0], "title-and-given-name", because=title)

    def _goes_on(self, after: Word) -> bool:
        """Whether the word after a part of a name may belong to the name, also in a headline."""
        words = self.page.language.words
        return after.capital and after.lower not in words.function and after.lower not in words.calendar

    def _is_certain(self, start: int, end: int, reading: SurnameReading, days: Bounds) -> bool:
        """Whether the word is no common given name, or a monarch reigned on the days that are meant."""
        if not self.page.language.given_names.is_given_name(self.page.text[start:end].lower()):
            return True
        meant = self.days_meant(start)
        royal = self.page.language.words.royal_titles
        return not royal.isdisjoint(reading.title.split()) and meant is not None and days.overlaps(meant)
