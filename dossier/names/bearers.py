"""Bearers: a surname in its place in, the one who is meant out, or a refusal.

A surname goes to whom the document has introduced. Two bearers are told apart by given name, title,
office, gender, the front matter, the article's title and nearness; else the surname is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dossier.edtf import Bounds
from dossier.mentions import EntityId, Mention, Unresolved
from dossier.names.context import paragraph_start, word_after, word_before, words_before
from dossier.names.given_names import same_given_name
from dossier.names.guards import Page, common_word, continues, glued
from dossier.names.memory import Memory, Strangers
from dossier.names.offices import Offices
from dossier.names.people import Person, SurnameReading, misfit, read_before
from dossier.names.place_words import PLACE_SURNAMES
from dossier.names.words import (
    BEFORE_MONTHS,
    CALENDAR,
    COMMON_WORDS,
    FUNCTION,
    KIN,
    REGNAL,
    ROYAL_TITLES,
)
from dossier.rules import Rule

_GIVEN_AFTER: Final = re.compile(r",? ((?:[^\W\d_]\. ?)*[^\W\d_]\.|[A-Z][a-z]+(?:-[a-z]+)?)(?![\w-]| [A-Z])")
_NUMBER_AFTER: Final = re.compile(r",? (?:\d|of \d)")
_FAMILY: Final = frozenset("family brothers sisters clan dynasty twins siblings couple".split())
_MODAL_SUBJECTS: Final = frozenset("the he she it i we you they god not all there this that".split())
_PLAIN_TITLES: Final = frozenset("mr mrs ms miss dr sir lady lord dame".split())

RULES: Final = (
    Rule(
        "given-name-and-surname",
        "A surname with given names or initials, in front or behind, that fit one bearer: spellings, "
        "familiar forms, middle names and patronymics included.",
        "[[S.V. Lavrov]] said so.",
        "sergey-lavrov",
        "“Jeb Bush”: a given name that fits nobody in the gazetteer",
    ),
    Rule(
        "declared-surname",
        "A surname whose only declared bearer stands in the article's front matter.",
        "[[Bush]] agreed.",
        "george-w-bush",
        "",
    ),
    Rule(
        "title-and-surname",
        "A title in front that only one bearer fits, by the offices held then (else ever), or by the gender.",
        "Secretary [[Clinton]] agreed.",
        "hillary-clinton",
        "a title that a bearer outside the gazetteer has in the same text",
    ),
    Rule(
        "introduced-surname",
        "A surname goes to the one bearer whom the text has named in full before.",
        "George W. Bush came. [[Bush]] agreed.",
        "george-w-bush",
        "a wife, brother or child of the same name, “the Bush family”, “May the best man win”",
    ),
    Rule(
        "subject-of-the-article",
        "Of two bearers, the one whom the article's title names in full.",
        "A life of Bill Clinton\n\nHillary Clinton came late. [[Clinton]] was there.",
        "bill-clinton",
        "",
    ),
    Rule(
        "nearest-bearer",
        "Of two bearers introduced earlier, the only one whom the same paragraph names in full.",
        "Bill Clinton came.\n\nHillary Clinton spoke. [[Clinton]] was clear.",
        "hillary-clinton",
        "",
    ),
    Rule(
        "only-bearer",
        "A surname that nobody introduced, where the gazetteer knows one bearer and the text no other.",
        "The call with [[Putin]] was short.",
        "vladimir-putin",
        "ordinary words, months, places and given names: “Brown”, “May”, “Washington”, “John”",
    ),
    Rule(
        "office-then",
        "Of two bearers whom nobody introduced, the only one who held an office on the article's date.",
        "A call from [[Sullivan]] came.",
        "jake-sullivan",
        "",
    ),
    Rule(
        "ambiguous-surname",
        "Two bearers and nothing to tell them apart: refused, with all of them.",
        "Bill Clinton and Hillary Clinton came. [[Clinton]] was wrong.",
        "refused: bill-clinton, hillary-clinton",
        "",
    ),
    Rule(
        "ambiguous-given-name",
        "Given names or initials that fit two bearers: refused, with both.",
        "[[George Bush]] agreed.",
        "refused: george-w-bush, george-h-w-bush",
        "",
    ),
)


def is_month_or_verb(text: str, start: int, end: int) -> bool:
    """Whether a surname that is also a month's name or a verb ("May", "Will") is that here."""
    word = text[start:end].lower()
    if word not in CALENDAR and word not in FUNCTION:
        return False
    before = word_before(text, start)
    if before is not None and (before.lower in BEFORE_MONTHS or before.lower[:1].isdigit()):
        return True
    if _NUMBER_AFTER.match(text, end):
        return True
    after = word_after(text, end)
    return after is not None and after.lower in _MODAL_SUBJECTS


@dataclass(frozen=True, slots=True)
class Bearers:
    """Decides surnames for one document."""

    page: Page
    memory: Memory
    persons: Mapping[EntityId, Person]
    offices: Offices
    published: Bounds | None
    spoken: Callable[[int], Bounds | None]

    def note_stranger(self, start: int, end: int, candidates: Sequence[EntityId]) -> None:
        """Note a surname that the text gives to somebody whom the gazetteer does not know ("Jeb Bush")."""
        if continues(self.page, end, person=True):
            return
        reading = read_before(self.page, start)
        if reading.given and self._fitting(candidates, reading) is None:
            self.memory.meet(self.page.text[start:end], reading.start, reading.title)

    def note_namesake(self, start: int, end: int) -> None:
        """Note a ruler of the same name with a number that the gazetteer does not know ("Louis XIV")."""
        after = word_after(self.page.text, end)
        if after is not None and after.lower in REGNAL and start not in self.page.begins:
            self.memory.meet(self.page.text[start:end], start)

    def resolve(self, start: int, end: int, candidates: list[EntityId]) -> Mention | Unresolved | None:
        """The mention, the refusal, or None where the word is no surname of theirs here."""
        if glued(self.page, start, end):
            return None
        if continues(self.page, end, person=True):
            return self._family_first(start, end, candidates)
        reading = read_before(self.page, start)
        if reading.given:
            fitting = self._fitting(candidates, reading)
            return self._with_given(reading, fitting[0], end, fitting[1]) if fitting else None
        if self._is_no_surname(start, end, reading):
            return None
        return self._bare(start, end, candidates, reading)

    def _family_first(self, start: int, end: int, candidates: Sequence[EntityId]) -> Mention | None:
        """A surname with the given name or initials after it: "Putin Vladimir", "Lavrov S.V."."""
        match = _GIVEN_AFTER.match(self.page.text, end)
        if match is None or read_before(self.page, start).given:
            return None
        found = [c for c in candidates if misfit(self.persons[c], match[1].split()) is not None]
        return Mention(start, match.end(1), found[0], "given-name-and-surname") if len(found) == 1 else None

    def _fitting(
        self, candidates: Sequence[EntityId], reading: SurnameReading
    ) -> tuple[int, list[EntityId]] | None:
        """Whom the given names fit, and where they begin; other words in front fall away."""
        for number in range(len(reading.given)):
            odd = {c: misfit(self.persons[c], reading.given[number:]) for c in candidates}
            counts = [count for count in odd.values() if count is not None]
            if counts:
                return reading.starts[number], [c for c in candidates if odd[c] == min(counts)]
            rest = reading.given[number + 1 :]
            if self.page.is_given_name(reading.given[number]) or all(
                "." in name or len(name) == 1 for name in rest
            ):
                break
        return None

    def _with_given(
        self, reading: SurnameReading, start: int, end: int, fitting: list[EntityId]
    ) -> Mention | Unresolved:
        rule = "given-name-and-surname"
        if len(fitting) > 1:
            chosen = self._by_title(fitting, reading)
            if len(chosen) != 1:
                chosen = self.memory.choose(fitting)
            if len(chosen) != 1:
                return Unresolved(start, end, tuple(fitting), "ambiguous-given-name")
            fitting = chosen
        return Mention(start, end, fitting[0], rule)

    def _is_no_surname(self, start: int, end: int, reading: SurnameReading) -> bool:
        """A family, a relative, a king, a month or a verb: "the Bush family", "May the best man win"."""
        text = self.page.text
        after = word_after(text, end)
        if after is not None and after.lower in _FAMILY:
            return True
        if set(reading.title.split()) & ROYAL_TITLES:
            return True
        before = words_before(text, start, 1)
        if before and before[0].lower in KIN and not reading.title:
            return True
        return is_month_or_verb(text, start, end)

    def _bare(
        self, start: int, end: int, candidates: list[EntityId], reading: SurnameReading
    ) -> Mention | Unresolved | None:
        declared = [c for c in candidates if c in self.memory.declared]
        if len(declared) == 1:
            return Mention(start, end, declared[0], "declared-surname")
        strangers = self.memory.of_name(self.page.text[start:end])
        if reading.gender:
            candidates = self._of_gender(candidates, reading.gender, sure=strangers.before(start) > 0)
            if not candidates:
                return None
        titled = self._by_title(candidates, reading)
        stranger_titled = strangers.has_title(reading.title, start)
        if len(titled) == 1 and not stranger_titled:
            return Mention(start, end, titled[0], "title-and-surname")
        if stranger_titled:
            titled = []
        known = [c for c in (titled or candidates) if self.memory.introduced(c)]
        if not known:
            return self._not_introduced(start, end, candidates, strangers)
        if not titled and stranger_titled and reading.title not in _PLAIN_TITLES:
            return None
        return self._among_introduced(start, end, candidates, known, strangers)

    def _of_gender(self, candidates: list[EntityId], gender: str, *, sure: bool) -> list[EntityId]:
        """Those of a gender; unless that must be sure, also those of whom it is not known."""
        return [c for c in candidates if self.persons[c].gender in ((gender,) if sure else (gender, None))]

    def _among_introduced(
        self, start: int, end: int, candidates: list[EntityId], known: list[EntityId], strangers: Strangers
    ) -> Mention | Unresolved:
        others = strangers.before(start)
        if len(known) == 1 and not others:
            return Mention(start, end, known[0], "introduced-surname")
        subjects = [c for c in known if c in self.memory.subjects]
        if len(subjects) == 1:
            return Mention(start, end, subjects[0], "subject-of-the-article")
        paragraph = paragraph_start(self.page.text, start)
        if not strangers.between(paragraph, start):
            near = [c for c in known if self.memory.named_since(c, paragraph)]
            if len(near) == 1:
                return Mention(start, end, near[0], "nearest-bearer")
            if len(known) == 1 and self.memory.times(known[0]) > 2 * others:
                return Mention(start, end, known[0], "introduced-surname")
        return Unresolved(start, end, self._ordered(candidates), "ambiguous-surname")

    def _not_introduced(
        self, start: int, end: int, candidates: list[EntityId], strangers: Strangers
    ) -> Mention | Unresolved | None:
        text = self.page.text
        before = word_before(text, start)
        if (
            strangers.places
            or common_word(text, start, end)
            or (before is not None and before.lower in ("a", "an"))
        ):
            return None
        if len(candidates) > 1:
            then = [c for c in candidates if self._holds_office(c)]
            if len(then) == 1:
                return Mention(start, end, then[0], "office-then")
            return Unresolved(start, end, self._ordered(candidates), "ambiguous-surname")
        if self._says_too_little(text[start:end]):
            return None
        return Mention(start, end, candidates[0], "only-bearer")

    def _holds_office(self, person: EntityId) -> bool:
        """Whether the person held an office on the article's date."""
        published = self.published
        return published is not None and any(d.overlaps(published) for _, d in self.offices.held_by(person))

    def _says_too_little(self, surname: str) -> bool:
        """Whether the word may as well be an ordinary one, a place or a given name."""
        lower = surname.lower()
        return (
            lower in COMMON_WORDS or lower in CALENDAR or lower in FUNCTION or lower in PLACE_SURNAMES
        ) or same_given_name(lower, lower)

    def _ordered(self, candidates: Iterable[EntityId]) -> tuple[EntityId, ...]:
        return tuple(sorted(candidates, key=lambda c: not self.memory.introduced(c)))

    def _by_title(self, candidates: list[EntityId], reading: SurnameReading) -> list[EntityId]:
        """Those whom the title in front fits: by gender, else by an office held then, else ever."""
        if reading.gender:
            known = [c for c in candidates if self.persons[c].gender == reading.gender]
            return known or [c for c in candidates if self.persons[c].gender is None]
        if not reading.title:
            return []
        days_meant = self.spoken(reading.start) or self.published
        then: list[EntityId] = []
        ever: list[EntityId] = []
        for candidate in candidates:
            for office, days in self.offices.held_by(candidate):
                if office.called(reading.title):
                    ever.append(candidate)
                    if days_meant is not None and days.overlaps(days_meant):
                        then.append(candidate)
        return list(dict.fromkeys(then)) or list(dict.fromkeys(ever))
