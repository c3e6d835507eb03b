"""Find people and companies that a text calls by a name of the gazetteer but the gazetteer does not know.

"Jeb Bush", "John Clinton, a dairy farmer", "Kim Geun-tae", "Vernon Jordan" and "Vance International Inc"
are strangers; the bare name after them may mean them as well as a listed person. They are found in the whole
text before its names are resolved.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dossier.model.mentions import EntityId
from dossier.recognise.names.context import MarkedText, Word, starts_sentence, word_after
from dossier.recognise.names.guards import continues
from dossier.recognise.names.lookalikes import begins_company, is_company
from dossier.recognise.names.memory import Stranger
from dossier.recognise.names.persons import Person, SurnameReading, is_family_first

# Nobody holds a high office as a child, and hardly anybody does before the age of thirty.
_CHILD: Final = 18
_YOUNG: Final = 30

GivenFits = Callable[[Sequence[EntityId], SurnameReading], tuple[int, list[EntityId]] | None]


@dataclass(frozen=True, slots=True)
class StrangerFinder:
    """Finds the strangers of one document.

    ``read`` gives what precedes a surname that begins at an offset;
    ``fits`` gives the listed persons whom the given names before a surname fit, and where those names begin;
    ``officials`` are the persons with an office, whom an ordinary trade does not fit;
    ``is_known`` says whether the text has used a surname, or named one of its bearers in full, before.
    """

    page: MarkedText
    read: Callable[[int], SurnameReading]
    fits: GivenFits
    persons: Mapping[EntityId, Person]
    officials: Collection[EntityId]
    is_known: Callable[[str, Sequence[EntityId]], bool]

    def of_surname(self, start: int, end: int, candidates: Sequence[EntityId]) -> Stranger | None:
        """The stranger or company for whom the text uses a surname."""
        text, language = self.page.text, self.page.language
        name = text[start:end]
        if is_company(text, start, end, language):
            # Once a person is introduced, only the company's full name makes the bare word doubtful.
            return Stranger(name, start if begins_company(text, end, language) else None, company=True)
        if continues(self.page, end, person=True):
            words = language.words
            # In a language without capitals, the word that continues the name is a given name.
            family_first = (words.surname_first and not words.capitals) or is_family_first(
                text, start, end, language
            )
            return Stranger(name, start) if family_first and start not in self.page.starts else None
        reading = self.read(start)
        if not reading.given:
            other = not reading.title and self._is_other(start, end)
            return Stranger(name, start, full_name=start) if other else None
        fitting = self.fits(candidates, reading)
        if fitting is None:
            if self._is_in_doubt(reading) and self.is_known(name, candidates):
                return None
            return self._of_reading(name, reading)
        if fitting[0] not in self.page.starts and self._is_told_apart(*fitting, reading, end):
            return self._of_reading(name, reading)._replace(full_name=fitting[0])
        return None

    def of_name(self, start: int, end: int, persons: Sequence[EntityId]) -> Stranger | None:
        """A stranger for whom the text uses a person's full name ("Tony Blair, a welder")."""
        if any(person not in self.officials for person in persons) or not self._is_other(start, end):
            return None
        words = self.page.text[start:end].split()
        gender = self.page.language.given_names.gender_of(words[0].lower())
        return Stranger(words[-1], start, "", gender, full_name=start)

    def of_place(self, start: int, end: int) -> Stranger | None:
        """A stranger whose surname is a place or a body's short form ("Vernon Jordan", "Mr London")."""
        text, language = self.page.text, self.page.language
        before = self.page.word_before(start)
        if before is None or not self.page.may_be_name(before):
            return None
        if before.lower.endswith(language.words.possessives) or text[end : end + 1] in "'’":
            # "George Washington's Bible" is about something of his; the next "Washington" is the town.
            return None
        if not self._names_a_person(before) or continues(self.page, end, person=True):
            return None
        return Stranger(text[start:end], start, "", language.given_names.gender_of(before.lower))

    def of_short_name(self, start: int, end: int) -> Stranger | None:
        """A ruler with the same name and a number that the gazetteer does not know ("Louis XIV")."""
        if start in self.page.begins:
            return None
        after = word_after(self.page.text, end)
        if after is None or after.lower not in self.page.language.words.regnal:
            return None
        return Stranger(self.page.text[start:end], start)

    def _names_a_person(self, word: Word) -> bool:
        """Whether a word before another is a personal title or a given name."""
        words, lower = self.page.language.words, word.lower
        if lower in words.personal_titles:
            return True
        if lower in words.function or lower in words.titles or word.end in self.page.ends:
            return False
        common = lower in words.common_words and starts_sentence(self.page.text, word.start)
        return not common and self.page.is_given_name(word.text)

    def _of_reading(self, name: str, reading: SurnameReading) -> Stranger:
        gender = reading.gender or self.page.language.given_names.gender_of(reading.given[0].lower())
        return Stranger(name, reading.start, reading.title, gender)

    def _is_in_doubt(self, reading: SurnameReading) -> bool:
        """Whether what seems to be a given name may be an ordinary word with a capital: "Whereas Adams".

        Nothing shows that it is a name: no table has it, and no title, relative or other given name is there.
        """
        page = self.page
        if reading.title or len(reading.given) > 1 or page.is_given_name(reading.given[0]):
            return False
        before = self.page.word_before(reading.start)
        return before is None or before.lower not in page.language.words.kin

    def _is_told_apart(
        self, start: int, bearers: Sequence[EntityId], reading: SurnameReading, end: int
    ) -> bool:
        """Whether the words beside given names that fit a listed person show that it is somebody else."""
        text, patterns = self.page.text, self.page.language.patterns
        if self._is_other(start, end) or patterns.denial.match(text, end):
            return True
        given = reading.given[reading.starts.index(start)]
        if any(given == known[0] for bearer in bearers for known in self.persons[bearer].given):
            return False
        home = patterns.of_home.match(text, end)
        if home is None:
            age = patterns.age.match(text, end)
            return age is not None and age["home"] is not None
        return home.end() not in self.page.begins

    def _is_other(self, start: int, end: int) -> bool:
        """Whether a trade, a child's age, a firm or a denial beside a full name shows another person."""
        text, language = self.page.text, self.page.language
        trades, patterns = language.words.trades, language.patterns
        after = text[end : end + 1]
        if after == "," and (patterns.denial_of.match(text, end) or self._of_an_age(end)):
            return True
        if after in (",", " "):
            phrase = patterns.description.match(text, end)
            if phrase is not None and self._head(phrase[1]) in trades:
                return True
        if text[max(0, start - 2) : start - 1].islower():
            before = self.page.word_before(start)
            if before is not None and before.lower in trades:
                return True
        home = patterns.of_home.match(text, end) if after == " " else None
        if home is None or home.end() in self.page.begins:
            return False
        return begins_company(text, home.end() - 1, language)

    def _of_an_age(self, end: int) -> bool:
        """Whether a child's age, or a young age and a home, is set off after a name."""
        age = self.page.language.patterns.age.match(self.page.text, end)
        return age is not None and int(age["age"]) < (_YOUNG if age["home"] else _CHILD)

    def _head(self, phrase: str) -> str:
        """The head noun of a phrase: "farmer" in "dairy farmer in Ohio"."""
        parted = self.page.language.patterns.description_end.search(phrase)
        words = (phrase[: parted.start()] if parted else phrase).split()
        return words[-1] if words else ""
