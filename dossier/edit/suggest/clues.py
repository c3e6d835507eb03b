"""Hold the words that reveal names in a text and the kind of entity that each name is of.

They come from the files of all languages, because a dossier in English may hold texts in Russian.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any, Final

from babel import Locale

from dossier.recognise.case_forms import is_given_name_or_patronymic
from dossier.recognise.language_data import NO_PATTERN, read_data
from dossier.recognise.languages import Language, language_folders
from dossier.recognise.names.fold import fold_word
from dossier.recognise.names.words import NameWords

FILE: Final = "suggest.yaml"
# CLDR lists these beside countries: the world, the European Union, the euro area, the United Nations.
_NO_TERRITORIES: Final = frozenset("001 EU EZ UN".split())
_LONGEST_NUMERAL: Final = 5
_NONE: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class ClueWords:
    """The words of one language, in lower case.

    Attributes:
        agreements: nouns that name an agreement.
        events: nouns that name an event.
        organisations: nouns that name a body.
        places: nouns that name a place.
        compass: points of the compass before a place's name.
        role_words: titles and parts of offices.
        offices: nouns that name an office, or stand before its holder.
        leading_titles: titles that may stand directly before a surname.
        no_leads: titles that are part of the names of places and objects.
        callings: words for what a person is or does, before the name in running text.
        ambiguous_callings: those of them that are as often adjectives.
        saying: verbs of what only people do, after their names.
        in_places: prepositions before a place.
        settlements: nouns before "of" and the name of a place.
        joints: words that may stand in lower case inside a name.
        name_joints: those of them that stand inside the names of people.
        of_words: prepositions after the head noun of a name.
        belonging: those of them that stand between a part and its whole.
        and_words: words that join two names, or two parts of one.
        articles: definite articles.
        indefinite_articles: indefinite articles.
        cut: words after the head of a name, at which a short form ends.
        numbered: nouns that a number follows.
        possessive_words: words whose possessive may stand inside a name.
        abbreviated: abbreviations after which a full stop ends no sentence.
        forms_of_address: words that may begin a name and never stand inside one.
        no_names: capitalised words that are no names by themselves, beside peoples and languages.
        plural_endings: the endings that make a plural of a people's name.
        names_alone: heads that name a body by themselves.
        parts: parts of documents.
        case_endings: the endings of nouns and adjectives, where a language declines names.
        possessive: ends a name and makes a possessive of it.
        apposed: begins after a name and ends at the noun that says what the name is of, its group.
        acronym_after: an acronym, its group, in parentheses after a name.
    """

    agreements: frozenset[str] = _NONE
    events: frozenset[str] = _NONE
    organisations: frozenset[str] = _NONE
    places: frozenset[str] = _NONE
    compass: frozenset[str] = _NONE
    role_words: frozenset[str] = _NONE
    offices: frozenset[str] = _NONE
    leading_titles: frozenset[str] = _NONE
    no_leads: frozenset[str] = _NONE
    callings: frozenset[str] = _NONE
    ambiguous_callings: frozenset[str] = _NONE
    saying: frozenset[str] = _NONE
    in_places: frozenset[str] = _NONE
    settlements: frozenset[str] = _NONE
    joints: frozenset[str] = _NONE
    name_joints: frozenset[str] = _NONE
    of_words: frozenset[str] = _NONE
    belonging: frozenset[str] = _NONE
    and_words: frozenset[str] = _NONE
    articles: frozenset[str] = _NONE
    indefinite_articles: frozenset[str] = _NONE
    cut: frozenset[str] = _NONE
    numbered: frozenset[str] = _NONE
    possessive_words: frozenset[str] = _NONE
    abbreviated: frozenset[str] = _NONE
    forms_of_address: frozenset[str] = _NONE
    no_names: frozenset[str] = _NONE
    plural_endings: frozenset[str] = _NONE
    names_alone: frozenset[str] = _NONE
    parts: frozenset[str] = _NONE
    case_endings: frozenset[str] = _NONE
    possessive: re.Pattern[str] = NO_PATTERN
    apposed: re.Pattern[str] = NO_PATTERN
    acronym_after: re.Pattern[str] = NO_PATTERN


class Clues:
    """The words of a dossier's own language and of all other languages.

    Attributes:
        language: the dossier's own language.
        words: the words of all languages together, with the patterns of the dossier's own.
    """

    def __init__(self, language: Language) -> None:
        self.language: Final = language
        own = read_data(language.folder / FILE, ClueWords, language.names.words)
        others = {
            folder.name: read_data(
                folder / FILE, ClueWords, read_data(folder / "names" / "words.yaml", NameWords)
            )
            for folder in language_folders()
            if folder.name != language.code and (folder / FILE).is_file()
        }
        self._codes: Final = (language.code, *others)
        self.words: Final = _together([own, *others.values()])

    @property
    def names(self) -> NameWords:
        """The word classes of names in the dossier's own language."""
        return self.language.names.words

    @cached_property
    def not_names(self) -> frozenset[str]:
        """Capitalised words that are no names by themselves: days, months, languages, peoples, faiths."""
        peoples = self.language.names.jurisdictions.demonyms
        plurals = {f"{word}{ending}" for word in peoples for ending in self.words.plural_endings}
        languages = {str(name).lower() for name in Locale(self.language.code).languages.values()}
        return self.words.no_names | peoples | plurals | languages

    @cached_property
    def territories(self) -> frozenset[str]:
        """The names of countries and territories in each of the languages (Unicode CLDR)."""
        tables = [Locale(code).territories for code in self._codes]
        return frozenset(
            str(name).lower()
            for table in tables
            for code, name in table.items()
            if code not in _NO_TERRITORIES
        )

    @cached_property
    def _ending(self) -> re.Pattern[str]:
        endings = sorted(self.words.case_endings, key=len, reverse=True)
        return re.compile(f"(?:{'|'.join(map(re.escape, endings))})$") if endings else NO_PATTERN

    def without_case_ending(self, word: str) -> str:
        """A word in lower case without the ending of its case."""
        return self._ending.sub("", word)

    def is_given(self, word: str) -> bool:
        """Whether a word, or its part before a hyphen, is a given name in Latin or Cyrillic script."""
        folded = fold_word(word.lower())
        is_given_name = self.language.names.given_names.is_given_name
        parts = folded, folded.partition("-")[0]
        return any(is_given_name(part) or is_given_name_or_patronymic(part) for part in parts)

    def is_nation(self, word: str) -> bool:
        """Whether a word is the adjective of a country."""
        return word in self.language.names.jurisdictions.demonyms

    def is_head(self, word: str) -> bool:
        """Whether a word says what kind of entity a name is of."""
        words = self.words
        return (
            word in words.agreements
            or word in words.organisations
            or word in words.events
            or word in words.places
        )

    def takes_of(self, word: str) -> bool:
        """Whether "of" may follow the word in a name: an agreement, a body, an event or an office."""
        words = self.words
        return (
            word in words.agreements
            or word in words.organisations
            or word in words.events
            or word in words.offices
        )


def is_numeral(word: str) -> bool:
    """Whether it is a number in digits or Roman numerals."""
    return word.isdigit() or (len(word) <= _LONGEST_NUMERAL and not word.strip("IVXL"))


def _together(all_words: Iterable[ClueWords]) -> ClueWords:
    """The word lists of several languages together, with the patterns of the first language."""
    listed = list(all_words)
    lists = [field.name for field in fields(ClueWords) if field.type == "frozenset[str]"]
    merged: dict[str, Any] = {name: _NONE.union(*(getattr(each, name) for each in listed)) for name in lists}
    return replace(listed[0], **merged)
