"""Hold the words, patterns and tables by which one language writes names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Final

from dossier.recognise.language_data import NO_PATTERN, Rule, read_data, read_rules
from dossier.recognise.names.given_names import GivenNames
from dossier.recognise.names.inflection import Inflection
from dossier.recognise.names.jurisdictions import (
    Jurisdictions,
)

_NONE: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """How the titles of offices are read and written, and the phrases that name whoever holds one.

    Templates have the parts ``role``, ``name``, ``adjective`` and ``seat`` of a country or body, and what
    else is said.

    Attributes:
        titles: how a title says what country or body it belongs to.
        place_of_title: that country or body, as the group ``place``, at the end of a title; searched for.
        of_someone: whom the holder serves, at the end of a title; searched for.
        of_body: a whole title, as the group ``role`` and the body that its holder heads, as ``body``.
        field_titles: titles with the ``field`` of a ministry, and what their holders are called for short.
        fields: what the field is called in the short title.
        long_fields: what it is called in the long title, where that is another word; "" where it is no field.
        hyphen_words: words of titles that are written with hyphens or without.
        sent_to: words after which a title says to whom its holder is sent.
        usual_spellings: spellings in titles, and those that they are read as.
        other_spellings: spellings in titles, and how else they are written.
        hyphenated: what roles have in common that are also written with hyphens.
        other_names: templates of roles, with a ``field``, any ``word`` or the ``rest``, and the templates of
            what else their holders are called.
        names_of_heads: what the head of a body is called beside his title.
        ranks: roles by the rank that they share with others.
        lesser: first words of roles that are not called by that word or the last alone.
        leading: the roles that lead a country, the first of those that it has, by its ``leader``.
        leading_of_bodies: those that do although they are offices of a body.
        small_in_titles: words that stay small in a title with capitals.
        phrases: templates of the phrases for an office.
        modified_phrases: templates with one of the ``modifiers`` inside, as ``modifier``.
        modifiers: words that stand inside a phrase.
        no_phrase: roles, and first words of roles, that no phrase is derived from.
        of_seats: roles that are also named by the seat of the government.
        seat_phrases: templates of such phrases.
        body_noun: a whole name of a body that its noun, the group ``noun``, stands for beside a role.
        body_phrases: templates of such phrases, with the ``noun``.
        party: a whole name of a party whose head is named by the country alone.
        party_heads: what such a head is called, by his title.
        party_phrases: templates of such phrases.
        leader_phrases: templates of phrases for whoever leads a country.
        counterpart_phrases: templates of phrases for the holder of the like office.
    """

    titles: tuple[str, ...] = ()
    place_of_title: re.Pattern[str] = NO_PATTERN
    of_someone: re.Pattern[str] = NO_PATTERN
    of_body: re.Pattern[str] = NO_PATTERN
    field_titles: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    long_fields: Mapping[str, str] = field(default_factory=dict)
    hyphen_words: tuple[str, ...] = ()
    sent_to: tuple[str, ...] = ()
    usual_spellings: Mapping[str, str] = field(default_factory=dict)
    other_spellings: Mapping[str, str] = field(default_factory=dict)
    hyphenated: tuple[str, ...] = ()
    other_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names_of_heads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ranks: Mapping[str, str] = field(default_factory=dict)
    lesser: frozenset[str] = _NONE
    leading: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    leading_of_bodies: frozenset[str] = _NONE
    small_in_titles: frozenset[str] = _NONE
    phrases: tuple[str, ...] = ()
    modified_phrases: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    no_phrase: frozenset[str] = _NONE
    of_seats: frozenset[str] = _NONE
    seat_phrases: tuple[str, ...] = ()
    body_noun: re.Pattern[str] = NO_PATTERN
    body_phrases: tuple[str, ...] = ()
    party: re.Pattern[str] = NO_PATTERN
    party_heads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    party_phrases: tuple[str, ...] = ()
    leader_phrases: tuple[str, ...] = ()
    counterpart_phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleWords:
    """What stands around a phrase for an office and says how it is used; in lower case.

    Attributes:
        nobody: words before a phrase that then names nobody in particular, or no holder of the office.
        nobody_prefixes: how such words may begin.
        tenses: words before a phrase that say when somebody held the office: ``then``, ``acting``, ``next``.
        passed_over: words before a phrase that say no more than it does.
        predicate: words before a phrase that says what somebody is or becomes.
        of_office: words before the article of a title that means the office and not its holder.
        not_adverbial: words before a date that does not say when something was.
        set_off: what stands between a name and a phrase that says who that is.
        tense_inside: such a word inside a phrase, in a group with the name of the tense; searched for.
        tense_after: the same at the end of a phrase.
        apposed_name: a ``name`` that is set off after a phrase.
        apposition: what stands between a holder's name and the bare title.
        title_end: where such a title ends.
    """

    nobody: frozenset[str] = _NONE
    nobody_prefixes: tuple[str, ...] = ()
    tenses: Mapping[str, str] = field(default_factory=dict)
    passed_over: frozenset[str] = _NONE
    predicate: frozenset[str] = _NONE
    of_office: frozenset[str] = _NONE
    not_adverbial: frozenset[str] = _NONE
    set_off: frozenset[str] = _NONE
    tense_inside: re.Pattern[str] = NO_PATTERN
    tense_after: re.Pattern[str] = NO_PATTERN
    apposed_name: re.Pattern[str] = NO_PATTERN
    apposition: re.Pattern[str] = NO_PATTERN
    title_end: re.Pattern[str] = NO_PATTERN


@dataclass(frozen=True, slots=True)
class Spelling:
    """The ways to write one name that say no more and no less than it does.

    Templates have the part ``rest`` for the name without its country, ``name`` and ``adjective`` for those of
    the country, and what else is said.

    Attributes:
        spellings: beginnings of words of which each may stand for the other.
        other_words: words that begin like one of them, and are others.
        ampersand: the word for "&".
        possessive: how a possessive ends.
        plural: how the word for several agreements ends.
        country_phrases: templates of a name that begins with a country.
        of_country_phrases: the same for a name that closes with one of the nouns that are often small.
        nation_phrases: templates of a name that begins with a nation's adjective.
        of_name: a whole name that is a ``noun`` and the ``rest``.
        turned_phrases: templates of such a name in another order.
        ministry: the whole name of the ministry, the ``noun``, of a ``place`` for a ``field``.
        fields: what the field is called in its short name, where that is another word.
        ministry_phrases: templates of its short name.
        water: a whole name that is a ``noun`` and a ``name``, or ``name_before`` and ``noun_behind``.
        water_phrases: templates of such a name, with the ``small_noun`` as well.
        small_before: words before which the first word of an event's name may be small.
    """

    spellings: Mapping[str, str] = field(default_factory=dict)
    other_words: tuple[str, ...] = ()
    ampersand: str = ""
    possessive: str = ""
    plural: str = ""
    country_phrases: tuple[str, ...] = ()
    of_country_phrases: tuple[str, ...] = ()
    nation_phrases: tuple[str, ...] = ()
    of_name: re.Pattern[str] = NO_PATTERN
    turned_phrases: tuple[str, ...] = ()
    ministry: re.Pattern[str] = NO_PATTERN
    fields: Mapping[str, str] = field(default_factory=dict)
    ministry_phrases: tuple[str, ...] = ()
    water: re.Pattern[str] = NO_PATTERN
    water_phrases: tuple[str, ...] = ()
    small_before: frozenset[str] = _NONE


@dataclass(frozen=True, slots=True)
class ShortNames:
    """What an entity is called for short once its full name has stood; in lower case.

    Attributes:
        dropped_forms: legal forms that are left out at the end of a name.
        dropped_nouns: nouns that are left out at the end of a place's name.
        compass: words that begin a place's name and may be small there.
        compass_prefixes: how such words may begin.
        small: words that no initial is taken of and no short name ends with.
        joins: those of them that may follow a first word that stands for the whole name.
        heads: nouns that stand for an entity.
        plain: words too plain to stand for an entity.
        ordinary: words of which none is a name by itself.
        ordinary_endings: endings of such words.
    """

    dropped_forms: frozenset[str] = _NONE
    dropped_nouns: frozenset[str] = _NONE
    compass: frozenset[str] = _NONE
    compass_prefixes: tuple[str, ...] = ()
    small: frozenset[str] = _NONE
    joins: frozenset[str] = _NONE
    heads: frozenset[str] = _NONE
    plain: frozenset[str] = _NONE
    ordinary: frozenset[str] = _NONE
    ordinary_endings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameWords:
    """The word classes that tell a name from what stands around it, in lower case unless said.

    Attributes:
        articles: definite articles.
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
        landforms: nouns for land and water, without which the name means something else.
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
        capitals: whether names are written with a capital.
        surname_first: whether the surname stands before the given names.
        indefinite_articles: the other articles.
        of_words: words between a head noun and the name that it governs.
        and_words: words that join two of a kind.
        possessives: how a possessive ends.
        plural_endings: how the name of several may end.
        one_letter_words: words of one letter, which are no initials where a sentence begins; as written.
        links: small words between the parts of an institution's or an agreement's name.
        clause_joins: words after which a new subject may stand.
        modal_subjects: subjects that follow a verb which is also a name ("May they", "Will he").
        title_prefixes: prefixes of a title ("ex-").
        title_links: what parts the words of a title, with the blanks around it (" of ").
        personal_titles: titles of any man or woman.
        plain_titles: titles that say nothing of an office.
        heads_of_state: titles of heads of state and government.
        family_nouns: what makes a family of the surname before it.
        naming_nouns: what stands before a name that is spoken of as a word.
        dropped_particles: particles that a surname may lose.
        never_given: nouns that no given name is.
        before_places: what stands before a place that somebody's name may follow.
        placing: what stands before a place and not before a person.
        name_openers: words that make a longer name of the name that follows.
        opener_endings: endings of ordinary words that begin sentences.
        loose_prefixes: prefixes that leave a name what it is.
        company_ends: what says that a longer name is a company's.
        clubs: capitals that are a club's, as written.
        against: what stands before the team that is played against.
    """

    articles: frozenset[str] = _NONE
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
    capitals: bool = True
    surname_first: bool = False
    indefinite_articles: frozenset[str] = _NONE
    of_words: frozenset[str] = _NONE
    and_words: frozenset[str] = _NONE
    possessives: tuple[str, ...] = ()
    plural_endings: tuple[str, ...] = ()
    one_letter_words: frozenset[str] = _NONE
    links: frozenset[str] = _NONE
    clause_joins: frozenset[str] = _NONE
    modal_subjects: frozenset[str] = _NONE
    title_prefixes: tuple[str, ...] = ()
    title_links: tuple[str, ...] = ()
    personal_titles: frozenset[str] = _NONE
    plain_titles: frozenset[str] = _NONE
    heads_of_state: frozenset[str] = _NONE
    family_nouns: frozenset[str] = _NONE
    naming_nouns: frozenset[str] = _NONE
    dropped_particles: frozenset[str] = _NONE
    never_given: frozenset[str] = _NONE
    before_places: frozenset[str] = _NONE
    placing: frozenset[str] = _NONE
    name_openers: frozenset[str] = _NONE
    opener_endings: tuple[str, ...] = ()
    loose_prefixes: frozenset[str] = _NONE
    company_ends: frozenset[str] = _NONE
    clubs: frozenset[str] = _NONE
    against: frozenset[str] = _NONE


@dataclass(frozen=True, slots=True)
class NamePatterns:
    """What stands around a name and says what it is; each is matched at the end of a name, unless said.

    Attributes:
        legal_end: an abbreviation with which a name has ended; searched for before an offset.
        verb_after: a verb that makes a sentence of what stands before it.
        of_more: the rest of an institution's name ("of Ohio").
        title_phrase: a title with capitals, as its group, that ends where a surname begins; searched for.
        description: what says who somebody is; its group is the phrase.
        description_end: where the noun that such a phrase is about has stood; searched for.
        denial: says that somebody is another than the bearer whom one knows.
        denial_of: the same with the bearer whom he is not.
        age: an age, as the group ``age``, and what introduces a home, as the group ``home``.
        of_home: what introduces a home or a body, and ends where its name begins.
        number_after: the day or year of a month.
        town_after: says that the name is a town's.
        family_first_syllables: a whole given name, in small letters, as it follows a family name.
        acronym_after: an acronym, as the group, in parentheses after the name that it stands for.
        acronym_before: an acronym, as the group, with that name in parentheses after it; searched for
            before the name.
        company_property: what only a company has.
        company_moved: what only a company's shares do.
        company_described: says that the name is a company's.
        shares_in: stands before a company; searched for before the name.
        team_plays: what only a team does; ends where another team's name may begin.
        team_meets: what a team does to another, whose name begins where it ends.
        team_plural: a plural verb.
        team_played: a score before the name of a team; searched for.
        state_after: the state, as the group ``state``, that is set off after a town's name.
        more_places: a further member of a list of places.
        state_noun: says that the state of the name is meant.
        state_place: another place in the sentence that says so; searched for.
        state_alias: how an alias begins that says that an entity is a state.
    """

    legal_end: re.Pattern[str] = NO_PATTERN
    verb_after: re.Pattern[str] = NO_PATTERN
    of_more: re.Pattern[str] = NO_PATTERN
    title_phrase: re.Pattern[str] = NO_PATTERN
    description: re.Pattern[str] = NO_PATTERN
    description_end: re.Pattern[str] = NO_PATTERN
    denial: re.Pattern[str] = NO_PATTERN
    denial_of: re.Pattern[str] = NO_PATTERN
    age: re.Pattern[str] = NO_PATTERN
    of_home: re.Pattern[str] = NO_PATTERN
    number_after: re.Pattern[str] = NO_PATTERN
    town_after: re.Pattern[str] = NO_PATTERN
    family_first_syllables: re.Pattern[str] = NO_PATTERN
    acronym_after: re.Pattern[str] = NO_PATTERN
    acronym_before: re.Pattern[str] = NO_PATTERN
    company_property: re.Pattern[str] = NO_PATTERN
    company_moved: re.Pattern[str] = NO_PATTERN
    company_described: re.Pattern[str] = NO_PATTERN
    shares_in: re.Pattern[str] = NO_PATTERN
    team_plays: re.Pattern[str] = NO_PATTERN
    team_meets: re.Pattern[str] = NO_PATTERN
    team_plural: re.Pattern[str] = NO_PATTERN
    team_played: re.Pattern[str] = NO_PATTERN
    state_after: re.Pattern[str] = NO_PATTERN
    more_places: re.Pattern[str] = NO_PATTERN
    state_noun: re.Pattern[str] = NO_PATTERN
    state_place: re.Pattern[str] = NO_PATTERN
    state_alias: re.Pattern[str] = NO_PATTERN


@dataclass(frozen=True, slots=True)
class Transliteration:
    """How the names of other scripts are written in the language's letters.

    Attributes:
        romanisation: what the spellings of one given name have in common, replaced in this order.
        surname_endings: the endings of surnames, each with all that stand for it.
        surname_article: an article in front of a surname, which may be left out.
        article_forms: how it may be written, with the blank or hyphen that follows.
    """

    romanisation: Mapping[str, str] = field(default_factory=dict)
    surname_endings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    surname_article: re.Pattern[str] = NO_PATTERN
    article_forms: tuple[str, ...] = ()


@dataclass(frozen=True)
class NameLanguage:
    """What the engine of names needs to know of one language.

    Attributes:
        words: the classes of words.
        patterns: what stands around a name and says what it is.
        transliteration: how names of other scripts are written.
        given_names: the given names that it knows.
        spelling: the ways to write one name.
        short_names: what an entity is called for short.
        offices: titles of offices and the phrases for them.
        roles: what stands around such a phrase.
        jurisdictions: the countries and bodies that offices belong to.
        inflection: the case forms of names, where the language has a table of them.
        abbreviations: words that a full stop may follow within a sentence, in lower case.
        rules: the rules of names as their records, for the documentation.
        name_forms: gives further forms of a listed name of a type, where the language has code for it.
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
    abbreviations: frozenset[str] = _NONE
    rules: tuple[Rule, ...] = ()
    name_forms: Callable[[str, str], Iterable[str]] | None = None

    @property
    def capitals(self) -> bool:
        """Whether names are written with a capital."""
        return self.words.capitals

    @cached_property
    def state_names(self) -> frozenset[str]:
        """The names of states in lower case."""
        return frozenset(map(str.lower, self.words.states))


def load_name_language(
    folder: Path, rules: ModuleType | None, abbreviations: frozenset[str] = frozenset()
) -> NameLanguage:
    """The names of a language, from its folder and the code that its ``rules.py`` brings.

    Args:
        folder: the folder of the language.
        rules: its ``rules.py``, or None.
        abbreviations: words that a full stop may follow within a sentence, in lower case.

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
        abbreviations=abbreviations,
        rules=read_rules(names / "rules.yaml"),
        name_forms=getattr(rules, "name_forms", None),
    )
