"""Hold the words, patterns and tables by which one language writes names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Final

from dossier.recognise.language_data import read_data, read_rules
from dossier.recognise.rules import Rule

_NONE: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class NameWords:
    """The word classes that tell a name from what stands around it, in lower case unless said.

    Attributes:
        male_titles: titles of men ("Mr", "King").
        female_titles: titles of women.
        titles: what stands before a person's name without being a part of it.
        role_modifiers: words of a capitalised role that may follow a place or a body ("US Defense
            Secretary").
        role_nouns: nouns that close such a role.
        kin: words for relatives.
        calendar: names of months and weekdays.
        before_months: what stands before a month, and not before a person.
        function: words that carry a capital at the start of a sentence without being a name.
        particles: small words inside a surname ("von der Leyen").
        suffixes: what follows a surname ("Jr").
        regnal: the numbers of rulers.
        family_first: family names that stand before the given name.
        agreement_nouns: nouns for agreements.
        small_nouns: nouns that close the name of an agreement, a body, an event or a place, often in lower
            case.
        landforms: nouns for land and water, without which the name is another thing.
        legal_forms: what says that a company is one ("Ltd"); may be left out.
        institutions: head nouns of institutions, before "of".
        royal_titles: titles of monarchs, popes and saints.
        attitudes: prefixes that make an attitude of a place ("pro-Moscow").
        public_heads: heads of public institutions, which bear the name of their town.
        plain_first_words: words too plain to stand for an organisation by themselves.
        trades: trades that no statesman follows, in lower case beside a name.
        company_heads: nouns in the names of companies, and of no public body.
        inside: prepositions of being in a place.
        locatives: words that stand before a place.
        common_words: ordinary words that are also names.
        states: states and provinces as they stand after a town's name, with their capitals.
        state_abbreviations: their abbreviations.
        two_fold_states: states whose name is also that of a city, a country or a person.
        american_places: states, their capitals and largest cities: they tell that an American state is meant.
        namesake_cities: cities whose names were given to towns overseas.
        place_surnames: places that are also surnames.
        sport: words that tell that a sentence speaks of teams.
        sport_roles: roles in a team.
    """

    male_titles: frozenset[str] = _NONE
    female_titles: frozenset[str] = _NONE
    titles: frozenset[str] = _NONE
    role_modifiers: frozenset[str] = _NONE
    role_nouns: frozenset[str] = _NONE
    kin: frozenset[str] = _NONE
    calendar: frozenset[str] = _NONE
    before_months: frozenset[str] = _NONE
    function: frozenset[str] = _NONE
    particles: frozenset[str] = _NONE
    suffixes: frozenset[str] = _NONE
    regnal: frozenset[str] = _NONE
    family_first: frozenset[str] = _NONE
    agreement_nouns: frozenset[str] = _NONE
    small_nouns: frozenset[str] = _NONE
    landforms: frozenset[str] = _NONE
    legal_forms: frozenset[str] = _NONE
    institutions: frozenset[str] = _NONE
    royal_titles: frozenset[str] = _NONE
    attitudes: frozenset[str] = _NONE
    public_heads: frozenset[str] = _NONE
    plain_first_words: frozenset[str] = _NONE
    trades: frozenset[str] = _NONE
    company_heads: frozenset[str] = _NONE
    inside: frozenset[str] = _NONE
    locatives: frozenset[str] = _NONE
    common_words: frozenset[str] = _NONE
    states: tuple[str, ...] = ()
    state_abbreviations: tuple[str, ...] = ()
    two_fold_states: frozenset[str] = _NONE
    american_places: frozenset[str] = _NONE
    namesake_cities: frozenset[str] = _NONE
    place_surnames: frozenset[str] = _NONE
    sport: frozenset[str] = _NONE
    sport_roles: frozenset[str] = _NONE


@dataclass(frozen=True, slots=True)
class NameLanguage:
    """What the engine of names needs to know of one language.

    Attributes:
        words: the classes of words.
        rules: the rules of names as their records, for the documentation.
        name_forms: gives further forms of a listed name of a type, where the language has code for it.
    """

    words: NameWords = field(default_factory=NameWords)
    rules: tuple[Rule, ...] = ()
    name_forms: Callable[[str, str], Iterable[str]] | None = None


def load_name_language(folder: Path, rules: ModuleType | None) -> NameLanguage:
    """The names of a language, from its folder and the code that its ``rules.py`` brings.

    Raises:
        LanguageError: a file of the language is wrong.
    """
    names = folder / "names"
    return NameLanguage(
        words=read_data(names / "words.yaml", NameWords),
        rules=read_rules(names / "rules.yaml"),
        name_forms=getattr(rules, "name_forms", None),
    )
