"""Hold what the engine of names needs to know about one language, and read it from the language's folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Final

from dossier.recognise.language_data import NO_WORDS, Rule, SentenceWords, read_data, read_rules
from dossier.recognise.names.given_names import GivenNames
from dossier.recognise.names.inflection import Inflection
from dossier.recognise.names.jurisdictions import Jurisdictions
from dossier.recognise.names.office_words import OfficeWords, RoleWords
from dossier.recognise.names.patterns import NamePatterns
from dossier.recognise.names.spelling import ShortNames, Spelling, Transliteration
from dossier.recognise.names.words import NameWords

_NONE: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True)
class NameLanguage:
    """What the engine of names needs to know about one language.

    Attributes:
        words: the classes of words.
        patterns: the patterns around a name that show what it is.
        transliteration: how to write names from other scripts.
        given_names: the known given names.
        spelling: the ways to write one name.
        short_names: the words that short names depend on.
        offices: titles of offices and the phrases for them.
        roles: the words around such a phrase.
        jurisdictions: the countries and bodies that offices belong to.
        inflection: the case forms of names, if the language has a table of them.
        sentences: the words that decide where a sentence ends.
        rules: the rules of names as records, for the documentation and for explaining what they find.
        refusals: the reasons why a name is left alone, as records; ``gives`` are the words in the way.
        name_forms: gives further forms of a listed name and its type, if the language has code for it.
    """

    words: NameWords = field(default_factory=NameWords)
    patterns: NamePatterns = field(default_factory=NamePatterns)
    transliteration: Transliteration = field(default_factory=Transliteration)
    given_names: GivenNames = field(default_factory=GivenNames)
    spelling: Spelling = field(default_factory=Spelling)
    short_names: ShortNames = field(default_factory=ShortNames)
    offices: OfficeWords = field(default_factory=OfficeWords)
    roles: RoleWords = field(default_factory=RoleWords)
    jurisdictions: Jurisdictions = field(default_factory=Jurisdictions)
    inflection: Inflection | None = None
    sentences: SentenceWords = NO_WORDS
    rules: tuple[Rule, ...] = ()
    refusals: tuple[Rule, ...] = ()
    name_forms: Callable[[str, str], Iterable[str]] | None = None

    @property
    def capitals(self) -> bool:
        """Whether names are written with a capital."""
        return self.words.capitals

    @cached_property
    def stopped_words(self) -> frozenset[str]:
        """Words that a full stop may follow before a name, in lower case: titles, and words such as "Mt."."""
        shorter = {short.lower() for each in self.spelling.shortened.values() for short in each}
        return self.words.titles | (shorter & self.words.name_openers)

    @cached_property
    def plain_words(self) -> frozenset[str]:
        """Words that are a small word, a month, a weekday or a place, whatever names stand near them."""
        return self.words.function | self.words.calendar | self.words.place_surnames

    @cached_property
    def ambiguous_words(self) -> frozenset[str]:
        """Words that may be a person's name or something else: `plain_words` and common words."""
        return self.plain_words | self.words.common_words

    @cached_property
    def state_names(self) -> frozenset[str]:
        """The names of states in lower case."""
        return frozenset(map(str.lower, self.words.states))


def load_name_language(
    folder: Path, rules: ModuleType | None, sentences: SentenceWords = NO_WORDS
) -> NameLanguage:
    """The names of a language, from its folder and the code in its ``rules.py``.

    Args:
        folder: the folder of the language.
        rules: its ``rules.py``, or None.
        sentences: the words that decide where a sentence ends.

    Raises:
        LanguageError: a file of the language is wrong.
    """
    names = folder / "names"
    words = read_data(names / "words.yaml", NameWords)
    transliteration = read_data(names / "transliteration.yaml", Transliteration)
    return NameLanguage(
        words=words,
        patterns=read_data(names / "patterns.yaml", NamePatterns, words),
        transliteration=transliteration,
        given_names=GivenNames.load(names, transliteration.romanisation),
        spelling=read_data(names / "spelling.yaml", Spelling, words),
        short_names=read_data(names / "short_names.yaml", ShortNames, words),
        offices=read_data(names / "offices.yaml", OfficeWords, words),
        roles=read_data(names / "roles.yaml", RoleWords, words),
        jurisdictions=Jurisdictions.load(names / "jurisdictions.txt", words.articles),
        inflection=Inflection.load(folder),
        sentences=sentences,
        rules=read_rules(names / "rules.yaml"),
        refusals=read_rules(names / "refusals.yaml"),
        name_forms=getattr(rules, "name_forms", None),
    )
