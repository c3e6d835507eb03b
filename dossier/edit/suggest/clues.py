"""Hold the words that tell names in a text, and what kind of entity each of them names.

They come from the files of every language that has them: a dossier in English may hold texts in Russian.
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
from dossier.recognise.names.vocabulary import NameWords

FILE: Final = "suggest.yaml"
# CLDR lists them beside countries: the world, the European Union, the euro area, the United Nations.
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
        compass: what points to a part of the world in front of a place's name.
        role_words: titles and parts of offices.
        offices: nouns that name an office, or stand before its holder.
        leading_titles: titles that may stand directly before a surname.
        no_leads: titles that are a part of the names of places and objects.
        callings: what stands before a person's name in running text.
        ambiguous_callings: of these, what is as often an adjective.
        saying: verbs of what only people do, after their names.
        in_places: prepositions before a place.
        settlements: nouns before "of" and the name of a place.
        joints: what may stand small inside a name.
        name_joints: of these, what stands inside the names of people.
        of_words: prepositions after the head noun of a name.
        belonging: of these, what stands between a noun and what it is part of.
        and_words: what joins two names, or two parts of one.
        articles: definite articles.
        indefinite_articles: indefinite articles.
        cut: what cuts a name short; its head stands before.
        numbered: nouns that a number follows.
        possessive_words: what a name with a possessive inside goes on after.
        abbreviated: abbreviations after which a full stop ends no sentence.
        forms_of_address: what begins a name and never stands in one.
        no_names: words with a capital that are no names by themselves, beside peoples and languages.
        plural_endings: what makes a plural of a people's name.
        names_alone: heads that name a body by themselves.
        parts: parts of documents.
        case_endings: the endings of nouns and adjectives, where a language declines names.
        possessive: ends a name and makes a possessive of it.
        apposed: begins behind a name and says what it is, up to the noun that says it, its group.
        acronym_after: an acronym, its group, in parentheses behind a name.
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
    """The words of a dossier's own language and of all others that have any.

    Attributes:
        language: the dossier's own language.
        words: the words of all languages together; patterns are those of the dossier's own.
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
        """Words with a capital that are no names by themselves: days, months, languages, peoples, faiths."""
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
        """Whether a word is a given name in Latin or Cyrillic script: "Jean-Yves" is by its first part."""
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
        """Whether "of" may follow the word in a name: it is an agreement, a body, an event, an office."""
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
    """The word lists of several languages as one; patterns of the first."""
    listed = list(all_words)
    lists = [field.name for field in fields(ClueWords) if field.type == "frozenset[str]"]
    merged: dict[str, Any] = {name: _NONE.union(*(getattr(each, name) for each in listed)) for name in lists}
    return replace(listed[0], **merged)
