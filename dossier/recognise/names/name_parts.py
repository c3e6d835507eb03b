"""Decide whether a part of an official's name means its bearer: "Foreign Minister Thanat", "King Hussein".

Monarchs go by their given name, and so do other people where that is the custom, as in Thailand. A title of
an office that the bearer held must stand before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dossier.model.edtf import Bounds
from dossier.model.mentions import EntityId, Mention
from dossier.recognise.names.context import MarkedText, title_span, word_after
from dossier.recognise.names.guards import glued
from dossier.recognise.names.longer_titles import longer_title
from dossier.recognise.names.meanings import Office
from dossier.recognise.names.offices import Offices
from dossier.recognise.names.persons import SurnameReading
from dossier.recognise.names.refusals import Refusal


@dataclass(frozen=True, slots=True)
class NameParts:
    """Decides parts of names for one document.

    ``read`` gives what precedes a word, ``days_meant`` the days that its sentence is about.
    """

    page: MarkedText
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
        if longer := self._longer(end):
            return Refusal("longer-name", *longer)
        title = title_span(self.page, start, reading.title)
        found: list[EntityId] = []
        for candidate in candidates:
            for office, days in self.offices.held_by(candidate):
                if not office.called(reading.title):
                    continue
                if refusal := longer_title(self.page, *title, office):
                    return refusal
                if self._is_certain(start, end, title[0], reading, office, days):
                    found.append(candidate)
                    break
        if len(found) != 1:
            return Refusal("several-introduced" if found else "not-introduced")
        return Mention(start, end, found[0], "title-and-given-name", because=title)

    def is_another(self, start: int, end: int, candidates: Sequence[EntityId]) -> bool:
        """Whether a number or a country shows that it is the name of another monarch: "Faisal of Iraq"."""
        reading, words = self.read(start), self.page.language.words
        if words.royal_titles.isdisjoint(reading.title.split()):
            return False
        after = word_after(self.page.text, end)
        if after is not None and after.lower in words.regnal and after.text.isupper():
            return True
        held = [office for each in candidates for office, _ in self.offices.held_by(each)]
        called = [office for office in held if office.called(reading.title)]
        return bool(called) and all(self._is_abroad(end, office) for office in called)

    def is_rare(self, start: int, end: int) -> bool:
        """Whether a part of a name is no known given name, so that it may stand alone after its first use."""
        name = self.page.text[start:end].lower()
        return not all(map(self.page.language.given_names.is_given_name, name.split()))

    def _longer(self, end: int) -> tuple[int, int] | None:
        """The span of the word after a part of a name that makes it longer: "Charles I", "George's Hall"."""
        text, words = self.page.text, self.page.language.words
        possessive = next((each for each in words.possessives if text.startswith(each, end)), "")
        after = word_after(text, end + len(possessive))
        if after is None or not after.capital:
            return None
        is_numeral = after.lower in words.regnal and after.text.isupper()
        is_small = after.lower in words.function or after.lower in words.calendar
        return (after.start, after.end) if is_numeral or not is_small else None

    def _is_certain(
        self, start: int, end: int, title: int, reading: SurnameReading, office: Office, days: Bounds
    ) -> bool:
        """Whether it is no given name, or is that of a monarch who reigned on the days that are meant."""
        if self.is_rare(start, end):
            return True
        words, meant = self.page.language.words, self.days_meant(start)
        if words.royal_titles.isdisjoint(reading.title.split()) or meant is None or not days.overlaps(meant):
            return False
        before = self.page.word_before(title)
        # A ship or an inn has an article.
        return (before is None or before.lower not in words.articles) and not self._is_abroad(end, office)

    def _is_abroad(self, end: int, office: Office) -> bool:
        """Whether "of" and something else than the office's own country follows: "Faisal of Iraq"."""
        text, language = self.page.text, self.page.language
        link = word_after(text, end)
        if link is None or link.lower not in language.words.of_words:
            return False
        own = language.jurisdictions.get(office.place).names if office.place else ()
        return not any(text.startswith(f" {name}", link.end) for name in own)
