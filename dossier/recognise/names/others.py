"""Others: a name in its place in, whether the text gives it to somebody whom the gazetteer does not know.

"Jeb Bush", "John Clinton, a dairy farmer", "Kim Geun-tae", "Vernon Jordan" and "Vance International Inc"
are others; the bare name that follows is theirs as much as a listed bearer's. Read for a whole text before
its names are resolved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dossier.model.mentions import EntityId
from dossier.recognise.names.companies import begins_company, is_company
from dossier.recognise.names.context import Word, starts_sentence, word_after, word_before
from dossier.recognise.names.given_names import gender_of_given
from dossier.recognise.names.guards import Page, continues
from dossier.recognise.names.memory import Memory
from dossier.recognise.names.people import Person, SurnameReading
from dossier.recognise.names.persons import is_family_first
from dossier.recognise.names.words import (
    COMMON_WORDS,
    FEMALE_TITLES,
    FUNCTION,
    MALE_TITLES,
    REGNAL,
    TITLES,
    TRADES,
)

_PERSONAL_TITLES: Final = (MALE_TITLES | FEMALE_TITLES) & frozenset(
    "mr mrs ms miss mme madame sir lady frau herr".split()
)
_PHRASE: Final = re.compile(
    r"(?:, (?:(?:an?|the|then|now|once) )?| (?:is|was) (?:an?|the) | as (?:an? |the )?"
    r"| was (?:elected|named|appointed) (?:as )?(?:an? |the )?)(?:[A-Z][a-z]+ )?((?:[a-z][a-z'’-]* ?){1,5})"
)
_HEAD_ENDS: Final = re.compile(r" (?:in|of|from|at|on|for|with|who|and|to|by|near|said|told|was|is|has)\b")
_DENIAL: Final = re.compile(r"[^.;\n]{0,80}\b(?:no relation|not related|no kin|not to be confused)\b")
_DENIAL_OF: Final = re.compile(_DENIAL.pattern + r" (?:to|of) ")
_AGE: Final = re.compile(r", (?:aged )?(?P<age>\d{1,2})(?:, (?P<home>of|from) [A-Z]|,|\.|$)")
_OF: Final = re.compile(r" of (?:the )?(?=[A-Z])")
# Nobody holds a high office as a child, and hardly anybody before thirty.
_CHILD: Final = 18
_YOUNG: Final = 30

GivenFits = Callable[[Sequence[EntityId], SurnameReading], tuple[int, list[EntityId]] | None]


@dataclass(frozen=True, slots=True)
class Others:
    """Notes the others of one document in its memory.

    ``read`` gives what stands before a surname that begins at an offset;
    ``fits`` gives where the given names before a surname begin that fit listed bearers, with these;
    ``officials`` are the persons with an office, whom an ordinary trade does not fit.
    """

    page: Page
    memory: Memory
    read: Callable[[int], SurnameReading]
    fits: GivenFits
    persons: Mapping[EntityId, Person]
    officials: Collection[EntityId]

    def note_surname(self, start: int, end: int, candidates: Sequence[EntityId]) -> None:
        """Note a surname that the text gives to a stranger or a company."""
        text = self.page.text
        if is_company(text, start, end):
            self._meet_company(start, end)
            return
        if continues(self.page, end, person=True):
            if start not in self.page.starts and is_family_first(text, start, end):
                self.memory.meet(text[start:end], start)
            return
        reading = self.read(start)
        if not reading.given:
            if not reading.title and self._is_other(start, end):
                self.memory.meet(text[start:end], start)
                self.memory.others.add(start)
            return
        fitting = self.fits(candidates, reading)
        if fitting is None:
            self._meet(start, end, reading)
        elif fitting[0] not in self.page.starts and self._is_told_apart(*fitting, reading, end):
            self._meet(start, end, reading)
            self.memory.others.add(fitting[0])

    def note_name(self, start: int, end: int, persons: Sequence[EntityId]) -> None:
        """Note a person's full name that the text gives to somebody else ("Tony Blair, a welder")."""
        if all(person in self.officials for person in persons) and self._is_other(start, end):
            words = self.page.text[start:end].split()
            self.memory.meet(words[-1], start, "", gender_of_given(words[0].lower()))
            self.memory.others.add(start)

    def note_place(self, start: int, end: int) -> None:
        """Note a person whose surname is the one-word name of a place ("Vernon Jordan", "Mr London")."""
        text = self.page.text
        before = word_before(text, start)
        if before is None or not before.capital or before.possessive or text[end : end + 1] in "'’":
            # "George Washington's Bible" speaks of a thing of his; the next "Washington" is the town.
            return
        if self._names_a_person(before) and not continues(self.page, end, person=True):
            self.memory.meet(text[start:end], start, "", gender_of_given(before.lower))

    def note_namesake(self, start: int, end: int) -> None:
        """Note a ruler of the same name with a number that the gazetteer does not know ("Louis XIV")."""
        after = word_after(self.page.text, end)
        if after is not None and after.lower in REGNAL and start not in self.page.begins:
            self.memory.meet(self.page.text[start:end], start)

    def _names_a_person(self, word: Word) -> bool:
        """Whether a capitalised word in front of another is a personal title or a given name."""
        lower = word.lower
        if lower in _PERSONAL_TITLES:
            return True
        if lower in FUNCTION or lower in TITLES or word.start + len(word.text) in self.page.ends:
            return False
        common = lower in COMMON_WORDS and starts_sentence(self.page.text, word.start)
        return not common and self.page.is_given_name(word.text)

    def _meet(self, start: int, end: int, reading: SurnameReading) -> None:
        gender = reading.gender or gender_of_given(reading.given[0].lower())
        self.memory.meet(self.page.text[start:end], reading.start, reading.title, gender)

    def _meet_company(self, start: int, end: int) -> None:
        """Note a company; only its full name makes the bare word doubtful once a person is introduced."""
        word = self.page.text[start:end]
        self.memory.companies.add(word.casefold())
        if begins_company(self.page.text, end):
            self.memory.meet(word, start)

    def _is_told_apart(
        self, start: int, bearers: Sequence[EntityId], reading: SurnameReading, end: int
    ) -> bool:
        """Whether words beside given names that would fit a bearer make somebody else of them."""
        text = self.page.text
        if self._is_other(start, end) or _DENIAL.match(text, end):
            return True
        given = reading.given[reading.starts.index(start)]
        if any(given == known[0] for bearer in bearers for known in self.persons[bearer].given):
            return False
        home = _OF.match(text, end)
        if home is None:
            age = _AGE.match(text, end)
            return age is not None and age["home"] is not None
        return home.end() not in self.page.begins

    def _is_other(self, start: int, end: int) -> bool:
        """Whether a trade, a child's age, a firm or a denial beside a full name makes another of it."""
        text = self.page.text
        after = text[end : end + 1]
        if after == "," and (_DENIAL_OF.match(text, end) or self._of_an_age(end)):
            return True
        if after in (",", " "):
            phrase = _PHRASE.match(text, end)
            if phrase is not None and _head(phrase[1]) in TRADES:
                return True
        if text[max(0, start - 2) : start - 1].islower():
            before = word_before(text, start)
            if before is not None and before.lower in TRADES:
                return True
        home = _OF.match(text, end) if after == " " else None
        if home is None or home.end() in self.page.begins:
            return False
        return begins_company(text, home.end() - 1)

    def _of_an_age(self, end: int) -> bool:
        """Whether the age of a child, or a young age and a home, is set off after a name."""
        age = _AGE.match(self.page.text, end)
        return age is not None and int(age["age"]) < (_YOUNG if age["home"] else _CHILD)


def _head(phrase: str) -> str:
    """The noun that a phrase is about: "farmer" of "dairy farmer in Ohio"."""
    parted = _HEAD_ENDS.search(phrase)
    words = (phrase[: parted.start()] if parted else phrase).split()
    return words[-1] if words else ""
