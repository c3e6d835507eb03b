"""Read what precedes a surname, and say whom the given names there fit.

"S.V. Lavrov", "Foreign Minister Lavrov" and "Jeb Bush" are all a surname with something before it. Those who
look for strangers and those who decide surnames read it alike, and each place only once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dossier.model.mentions import EntityId
from dossier.recognise.names.context import MarkedText, Word, in_headline, starts_sentence
from dossier.recognise.names.fold import fold_word
from dossier.recognise.names.persons import Person, SurnameReading, misfit
from dossier.recognise.names.words import NameWords

# How many characters before a surname to look for the start of a title of several words.
_REACH: Final = 70


@dataclass(frozen=True, slots=True)
class SurnameReadings:
    """Reads what precedes the surnames of one document."""

    page: MarkedText
    persons: Mapping[EntityId, Person]
    _readings: dict[int, SurnameReading] = field(default_factory=dict)
    _fitting: dict[tuple[Sequence[EntityId], tuple[str, ...]], tuple[int, list[EntityId]] | None] = field(
        default_factory=dict
    )

    def read(self, start: int) -> SurnameReading:
        """What precedes a surname that begins at an offset; read only once."""
        reading = self._readings.get(start)
        if reading is None:
            reading = self._readings[start] = _read_before(self.page, start)
        return reading

    def fitting(
        self, candidates: Sequence[EntityId], reading: SurnameReading
    ) -> tuple[int, list[EntityId]] | None:
        """Whom the given names before a surname fit, and where they begin; other words before are dropped."""
        key = tuple(candidates), reading.given
        if key not in self._fitting:
            self._fitting[key] = self._find_fitting(*key)
        found = self._fitting[key]
        return (reading.starts[found[0]], found[1]) if found is not None else None

    def _find_fitting(
        self, candidates: Sequence[EntityId], given: tuple[str, ...]
    ) -> tuple[int, list[EntityId]] | None:
        """Whom given names fit, and how many other words precede them."""
        language = self.page.language
        for number in range(len(given)):
            odd = {c: misfit(self.persons[c], given[number:], language) for c in candidates}
            least = min((count for count in odd.values() if count is not None), default=None)
            if least is not None:
                return number, [c for c in candidates if odd[c] == least]
            rest = given[number + 1 :]
            alike = [c for c in candidates if self._is_spelling(given[number], c)]
            if len(alike) == 1:
                return number, alike
            if self.page.is_given_name(given[number]) or all("." in name or len(name) == 1 for name in rest):
                break
        return None

    def _is_spelling(self, given: str, person: EntityId) -> bool:
        """Whether a given name may be another spelling of a person's first one."""
        are_spellings = self.page.language.given_names.are_spellings
        return any(are_spellings(given.lower(), known[0].lower()) for known in self.persons[person].given)


def _read_before(page: MarkedText, start: int) -> SurnameReading:
    """Read given names, initials and titles before a surname that begins at `start`."""
    text, language = page.text, page.language
    words = language.words
    window = text[max(0, start - _REACH) : start]
    if any(link in window for link in words.title_links):
        phrase = language.patterns.title_phrase.search(window)
        if phrase is not None:
            return SurnameReading(start, (), (), phrase[1].lower().strip(), None)
    given: list[str] = []
    titles: list[str] = []
    begins: list[int] = []
    headline: bool | None = None
    for word in page.words_back(start):
        lower = word.lower
        if "-" in lower:
            for prefix in words.title_prefixes:
                lower = lower.removeprefix(prefix)
        if lower in words.titles and (word.capital or not given or titles):
            titles.append(lower)
            continue
        if titles or not page.may_be_name(word):
            if lower in words.particles and not titles and not given:
                given.append(word.text)
                begins.append(word.start)
                continue
            break
        if not _may_be_given(page, word) or word.end in page.ends:
            break
        if headline is None:
            headline = in_headline(text, start, start + 1)
        if headline and not word.initials and not page.is_given_name(word.text):
            break
        given.append(fold_word(word.text))
        begins.append(word.start)
    title = " ".join(reversed(titles))
    return SurnameReading(
        begins[-1] if begins else start,
        tuple(reversed(begins)),
        tuple(reversed(given)),
        title,
        _gender_of_title(title, words),
    )


def _may_be_given(page: MarkedText, word: Word) -> bool:
    language = page.language
    words, lower = language.words, word.lower
    if word.initials:
        return word.text not in words.one_letter_words or not starts_sentence(page.text, word.start)
    # Before a surname with given names after it, and in a language without a list of the small words that
    # begin sentences, only a known given name counts as one.
    if words.surname_first or (not words.function and starts_sentence(page.text, word.start)):
        return page.is_given_name(word.text)
    if lower in words.calendar or lower in language.jurisdictions.demonyms:
        return False
    if lower.endswith(words.possessives) or word.text[-1] == "." or lower in words.function:
        return False
    return page.is_given_name(word.text) or not page.cannot_be_given(word)


def _gender_of_title(title: str, words: NameWords) -> str | None:
    """The gender that a title shows, if any."""
    if not title:
        return None
    parts = title.split()
    if not words.female_titles.isdisjoint(parts):
        return "f"
    return None if words.male_titles.isdisjoint(parts) else "m"
