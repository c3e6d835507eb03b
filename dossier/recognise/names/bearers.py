"""Bearers: a surname in its place in, the one who is meant out, or a refusal.

A surname goes to whom the document has introduced. Two bearers are told apart by given name, title,
office, gender, the front matter, the article's title and nearness; else the surname is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dossier.model.mentions import EntityId, Mention, Unresolved
from dossier.recognise.names.bare import BareSurnames
from dossier.recognise.names.companies import is_company
from dossier.recognise.names.context import word_after, word_before, words_before
from dossier.recognise.names.guards import Page, continues, glued
from dossier.recognise.names.memory import Memory
from dossier.recognise.names.overseas import in_a_state
from dossier.recognise.names.people import Person, SurnameReading, misfit, read_before
from dossier.recognise.names.words import BEFORE_MONTHS, CALENDAR, FUNCTION, KIN, LOCATIVES, ROYAL_TITLES
from dossier.recognise.rules import Rule

_GIVEN_AFTER: Final = re.compile(r",? ((?:[^\W\d_]\. ?)*[^\W\d_]\.|[A-Z][a-z]+(?:-[a-z]+)?)(?![\w-]| [A-Z])")
_NUMBER_AFTER: Final = re.compile(r",? (?:\d|of \d)")
_FAMILY: Final = frozenset("family brothers sisters clan dynasty twins siblings couple".split())
_MODAL_SUBJECTS: Final = frozenset("the he she it i we you they god not all there this that".split())
_TOWN: Final = re.compile(
    r", (?:an?|the) (?:[a-z][a-z-]{0,16} ){0,3}"
    r"(?:village|town|city|suburb|hamlet|county|island|port|parish|district)\b"
)
_WORD_ITSELF: Final = frozenset("surname name names surnames".split())
_PLACING: Final = LOCATIVES | {"to", "at"}

RULES: Final = (
    Rule(
        "given-name-and-surname",
        "A surname with given names or initials, in front or behind, that fit one bearer: spellings, "
        "familiar forms, middle names and patronymics included.",
        "[[S.V. Lavrov]] said so.",
        "sergey-lavrov",
        "“Jeb Bush”: a given name that fits nobody in the gazetteer; “Dick Nixon, a baker”, “Bill Hague, 9”: "
        "a trade, an age, a home or a denial that makes somebody else of them",
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
        "a wife, brother or child of the same name, “the Bush family”, “May the best man win”, a company "
        "(“Ford shares”), a town (“Clinton, N.J.”), somebody whom the text calls “Mrs Rabin” all along",
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
        "Of two bearers introduced earlier, the only one whom the same paragraph names in full, where the "
        "paragraph before names no other.",
        "Bill Clinton came.\n\nRain fell.\n\nHillary Clinton spoke. [[Clinton]] was clear.",
        "hillary-clinton",
        "",
    ),
    Rule(
        "only-bearer",
        "A surname that nobody introduced, where the gazetteer knows one bearer and the text no other.",
        "The call with [[Putin]] was short.",
        "vladimir-putin",
        "ordinary words, months, places and given names: “Brown”, “May”, “Washington”, “John”; a name that "
        "the text gives to a company or to another (“Kim Geun-tae”)",
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
    bare: BareSurnames
    _readings: dict[int, SurnameReading] = field(default_factory=dict)
    _fitting: dict[tuple[Sequence[EntityId], tuple[str, ...]], tuple[int, list[EntityId]] | None] = field(
        default_factory=dict
    )

    def read(self, start: int) -> SurnameReading:
        """What stands before a surname that begins at an offset; read once."""
        reading = self._readings.get(start)
        if reading is None:
            reading = self._readings[start] = read_before(self.page, start)
        return reading

    def claims(self, start: int, end: int, candidates: Sequence[EntityId]) -> bool:
        """Whether a surname that is also a place's name is a person's: titled, or introduced and no "in"."""
        reading = self.read(start)
        if reading.given or (reading.title and not continues(self.page, end, person=True)):
            return True
        before = word_before(self.page.text, start)
        if before is not None and before.lower in _PLACING:
            return False
        return any(self.memory.introduced(c) for c in candidates)

    def resolve(self, start: int, end: int, candidates: list[EntityId]) -> Mention | Unresolved | None:
        """The mention, the refusal, or None where the word is no surname of theirs here."""
        if glued(self.page, start, end):
            return None
        if continues(self.page, end, person=True):
            return self._family_first(start, end, candidates)
        reading = self.read(start)
        if reading.given:
            fitting = self.fitting(candidates, reading)
            if fitting is None or fitting[0] in self.memory.others:
                return None
            return self._with_given(reading, fitting[0], end, fitting[1])
        if (
            start in self.memory.others
            or self._is_no_surname(start, end, reading)
            or is_company(self.page.text, start, end)
        ):
            return None
        if in_a_state(self.page.text, end):
            return None
        return self.bare.decide(start, end, candidates, reading)

    def _family_first(self, start: int, end: int, candidates: Sequence[EntityId]) -> Mention | None:
        """A surname with the given name or initials after it: "Putin Vladimir", "Lavrov S.V."."""
        match = _GIVEN_AFTER.match(self.page.text, end)
        if match is None or self.read(start).given:
            return None
        found = [c for c in candidates if misfit(self.persons[c], match[1].split()) is not None]
        return Mention(start, match.end(1), found[0], "given-name-and-surname") if len(found) == 1 else None

    def fitting(
        self, candidates: Sequence[EntityId], reading: SurnameReading
    ) -> tuple[int, list[EntityId]] | None:
        """Whom the given names before a surname fit, and where they begin; other words in front fall away."""
        key = tuple(candidates), reading.given
        if key not in self._fitting:
            self._fitting[key] = self._find_fitting(*key)
        found = self._fitting[key]
        return (reading.starts[found[0]], found[1]) if found is not None else None

    def _find_fitting(
        self, candidates: Sequence[EntityId], given: tuple[str, ...]
    ) -> tuple[int, list[EntityId]] | None:
        """Whom given names fit, and how many other words stand in front of them."""
        for number in range(len(given)):
            odd = {c: misfit(self.persons[c], given[number:]) for c in candidates}
            least = min((count for count in odd.values() if count is not None), default=None)
            if least is not None:
                return number, [c for c in candidates if odd[c] == least]
            rest = given[number + 1 :]
            if self.page.is_given_name(given[number]) or all("." in name or len(name) == 1 for name in rest):
                break
        return None

    def _with_given(
        self, reading: SurnameReading, start: int, end: int, fitting: list[EntityId]
    ) -> Mention | Unresolved:
        rule = "given-name-and-surname"
        if len(fitting) > 1:
            chosen = self.bare.by_title(fitting, reading)
            if len(chosen) != 1:
                chosen = self.memory.choose(fitting)
            if len(chosen) != 1:
                chosen = self.bare.in_office(fitting, start)
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
        if before and not reading.title and before[0].lower in (KIN | _WORD_ITSELF):
            return True
        if _TOWN.match(text, end):
            return True
        return is_month_or_verb(text, start, end)
