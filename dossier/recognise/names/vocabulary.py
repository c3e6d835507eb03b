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
    """How to read and write the titles of offices, and the phrases that name their holders.

    Templates have the parts ``role``, ``name``, ``adjective`` and ``seat`` of a country or body, and others
    where stated.

    Attributes:
        titles: how a title names the country or body that it belongs to.
        place_of_title: that country or body, as the group ``place``, at the end of a title; searched for.
        of_someone: the person whom the holder serves, at the end of a title; searched for.
        of_body: a whole title, with the group ``role`` and the body that its holder heads, as ``body``.
        field_titles: titles with the ``field`` of a ministry, and the short titles of their holders.
        fields: the name of the field in the short title.
        long_fields: its name in the long title, if that is another word; "" if it is not a field.
        hyphen_words: words of titles that are written with or without hyphens.
        sent_to: words after which a title says where its holder is sent.
        usual_spellings: spellings in titles, and the ones that they are read as.
        other_spellings: spellings in titles, and other ways to write them.
        hyphenated: what roles that are also written with hyphens have in common.
        other_names: templates of roles, with a ``field``, any ``word`` or the ``rest``, and the templates of
            other names for their holders.
        names_of_heads: other names for the head of a body than the title.
        governments: bodies whose heads are heads of government, in lower case.
        head_of_government: the role of such a head.
        ranks: roles by the rank that they share with others.
        lesser: first words of roles that neither this word nor the last word alone can name.
        peoples: words that make another people of the country's adjective after them.
        part_links: words between a title and what it is for.
        incomplete: last words of phrases that any noun after "of" makes longer.
        servers: words for those who serve the holder of an office.
        aim_links: words between such a word and the office.
        generic: templates of titles that several countries have.
        bare_titles: titles that alone may stand for a holder whom the text has named with them.
        never_alone: words of titles whose holders nobody calls by the other word alone: "Press Secretary".
        leading: the roles that lead a country, by its ``leader``; the first one that the country has counts.
        leading_of_bodies: the same for roles that belong to a body.
        given_name_countries: countries whose people are called by the given name.
        small_in_titles: words that stay in lower case in a title with capitals.
        phrases: templates of the phrases for an office.
        modified_phrases: templates with one of the ``modifiers`` inside, as ``modifier``.
        modifiers: words that may be inside a phrase.
        no_phrase: roles, and first words of roles, that give no phrase.
        of_seats: roles that the seat of the government may also name.
        seat_phrases: templates of such phrases.
        body_noun: a whole name of a body that its noun, the group ``noun``, can replace beside a role.
        body_phrases: templates of such phrases, with the ``noun``.
        party: a whole name of a party whose head the country alone can name.
        party_heads: the names for such a head, by title.
        party_phrases: templates of such phrases.
        leader_phrases: templates of phrases for the leader of a country.
        counterpart_phrases: templates of phrases for the holder of the corresponding office.
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
    governments: frozenset[str] = _NONE
    head_of_government: str = ""
    ranks: Mapping[str, str] = field(default_factory=dict)
    lesser: frozenset[str] = _NONE
    peoples: frozenset[str] = _NONE
    part_links: frozenset[str] = _NONE
    incomplete: frozenset[str] = _NONE
    servers: frozenset[str] = _NONE
    aim_links: frozenset[str] = _NONE
    generic: tuple[str, ...] = ()
    bare_titles: tuple[str, ...] = ()
    never_alone: frozenset[str] = _NONE
    leading: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    leading_of_bodies: frozenset[str] = _NONE
    given_name_countries: tuple[str, ...] = ()
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
    """The words around a phrase for an office that show how it is used, in lower case.

    Attributes:
        nobody: words before a phrase that then names nobody in particular, or no holder of the office.
        nobody_prefixes: the beginnings of such words.
        tenses: words before a phrase that say when somebody held the office: ``then``, ``acting``, ``next``.
        passed_over: words before a phrase that add nothing to it.
        predicate: words before a phrase that says what somebody is or becomes.
        of_office: words before the article of a title that means the office and not its holder.
        not_adverbial: words before a date that does not say when something happened.
        set_off: what separates a name from a phrase that says who that is.
        tense_inside: a word for a tense inside a phrase, in a group named like the tense; searched for.
        tense_after: the same at the end of a phrase.
        apposed_name: a ``name`` of several words that is set off after a phrase.
        name_in_brackets: a ``name`` in brackets after a phrase.
        sets_off: what sets off one word after a phrase.
        name_end: what follows a word that is set off.
        adjectives: adjectives of praise and blame that may stand between "no" or "a" and a phrase.
        things: words before a counterpart that is no person.
        apposition: what separates a holder's name from the bare title.
        title_end: the end of such a title.
        before_title: words before a title alone that lacks its article, as in telegrams: "with Secretary".
        after_title: what follows such a title.
        after_first_title: what follows it where it begins a sentence.
        head_labels: what stands before the line of a head that says whom the text is from, to or about.
        addressed: what in a title says that the text is from or to somebody.
        participants: what stands before the list of who took part.
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
    name_in_brackets: re.Pattern[str] = NO_PATTERN
    sets_off: tuple[str, ...] = ()
    name_end: re.Pattern[str] = NO_PATTERN
    adjectives: frozenset[str] = _NONE
    things: frozenset[str] = _NONE
    apposition: re.Pattern[str] = NO_PATTERN
    title_end: re.Pattern[str] = NO_PATTERN
    before_title: frozenset[str] = _NONE
    after_title: re.Pattern[str] = NO_PATTERN
    after_first_title: re.Pattern[str] = NO_PATTERN
    head_labels: re.Pattern[str] = NO_PATTERN
    addressed: re.Pattern[str] = NO_PATTERN
    participants: re.Pattern[str] = NO_PATTERN


@dataclass(frozen=True, slots=True)
class Spelling:
    """The ways to write one name that say no more and no less than it does.

    Templates have the part ``rest`` for the name without its country, ``name`` and ``adjective`` for those of
    the country, and others where stated.

    Attributes:
        spellings: pairs of beginnings of words that can replace each other.
        other_words: words that begin like one of them but are different words.
        shortened: words of names, and the ways to shorten them, without a full stop.
        ampersand: the word for "&".
        possessive: the ending of a possessive.
        plural: the ending of the word for several agreements.
        country_phrases: templates of a name that begins with a country.
        of_country_phrases: the same for a name that ends with one of the nouns often in lower case.
        nation_phrases: templates of a name that begins with a nation's adjective.
        of_name: a whole name that is a ``noun`` and the ``rest``.
        turned_phrases: templates of such a name in another order.
        ministry: the whole name of the ministry, the ``noun``, of a ``place`` for a ``field``.
        fields: the name of the field in the short name, if that is another word.
        ministry_phrases: templates of its short name.
        water: a whole name that is a ``noun`` and a ``name``, or ``name_before`` and ``noun_behind``.
        water_phrases: templates of such a name, also with the ``small_noun``.
        small_before: words before which the first word of an event's name may be in lower case.
    """

    spellings: Mapping[str, str] = field(default_factory=dict)
    other_words: tuple[str, ...] = ()
    shortened: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
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
    """The words that short names of an entity depend on, after its full name; in lower case.

    Attributes:
        dropped_forms: legal forms that are left out at the end of a name.
        dropped_first: words that are left out at the start of a company's name.
        dropped_nouns: nouns that are left out at the end of a place's name.
        compass: words that begin a place's name and may be in lower case there.
        compass_prefixes: the beginnings of such words.
        small: words that give no initial and end no short name.
        joins: those of them that may follow a first word that stands for the whole name.
        heads: nouns that stand for an entity.
        plain: words too plain to stand for an entity.
        ordinary: words that are not names by themselves.
        school: a whole name of a school, with its ``own`` word or its ``place``.
        team: a whole name of a team, with its ``place``.
        nickname_endings: endings of the nicknames of teams.
        ordinary_endings: endings of such words.
    """

    dropped_forms: frozenset[str] = _NONE
    dropped_first: frozenset[str] = _NONE
    dropped_nouns: frozenset[str] = _NONE
    compass: frozenset[str] = _NONE
    compass_prefixes: tuple[str, ...] = ()
    small: frozenset[str] = _NONE
    joins: frozenset[str] = _NONE
    heads: frozenset[str] = _NONE
    plain: frozenset[str] = _NONE
    ordinary: frozenset[str] = _NONE
    school: re.Pattern[str] = NO_PATTERN
    team: re.Pattern[str] = NO_PATTERN
    nickname_endings: tuple[str, ...] = ()
    ordinary_endings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameWords:
    """The word classes that separate a name from the words around it, in lower case unless stated.

    Attributes:
        articles: definite articles.
        male_titles: titles of men ("Mr", "King").
        female_titles: titles of women.
        titles: words before a person's name that are not part of it.
        role_modifiers: words of a capitalised role that may follow a place or a body ("US Defense
            Secretary").
        role_nouns: nouns that end such a role.
        kin: words for relatives.
        calendar: names of months and weekdays.
        short_months: names of months cut short, which a day may follow.
        before_months: words that precede a month and not a person.
        function: words that have a capital at the start of a sentence without being a name.
        particles: small words inside a surname ("von der Leyen").
        suffixes: words after a surname ("Jr").
        two_surnames: given names of people who have two surnames and go by the first.
        elided_particles: particles that an apostrophe joins to a surname.
        father_links: words between a name and the father's name.
        regnal: the numbers of rulers.
        family_first: family names that precede the given name.
        called_by_given: those of them whose bearers are called by the last given name.
        agreement_nouns: nouns for agreements.
        small_nouns: nouns at the end of an agreement's, body's, event's or place's name, often in lower case.
        landforms: nouns for land and water, without which the name means something else.
        legal_forms: words that show that a name is a company's ("Ltd"); may be left out.
        institutions: head nouns of institutions, before "of".
        royal_titles: titles of monarchs, popes and saints.
        attitudes: prefixes that turn a place into an attitude ("pro-Moscow").
        public_heads: heads of public institutions, which have the name of their town.
        plain_first_words: words too plain to stand for an organisation by themselves.
        trades: trades that do not fit a statesman, in lower case beside a name.
        company_heads: nouns in the names of companies, but not of public bodies.
        inside: prepositions of being in a place.
        locatives: words that precede a place.
        common_words: ordinary words that are also names.
        states: states and provinces as written after a town's name, with capitals.
        state_abbreviations: their abbreviations, by name.
        two_fold_states: states whose name is also that of a city, a country or a person.
        american_places: states, their capitals and largest cities: they show that an American state is meant.
        namesake_cities: cities whose names were given to towns overseas.
        place_surnames: places that are also surnames.
        sport: words that show that a sentence is about teams.
        sport_roles: roles in a team.
        capitals: whether names are written with a capital.
        surname_first: whether the surname precedes the given names.
        indefinite_articles: the other articles.
        of_words: words between a head noun and the name that it governs.
        and_words: words that join two of a kind.
        possessives: endings of possessives.
        plural_endings: possible endings of a plural name.
        one_letter_words: words of one letter, which are not initials at the start of a sentence; as written.
        links: small words between the parts of an institution's or an agreement's name.
        foreign_links: the same in names of other languages.
        ordinals: numbers that make the name after them another one ("the Second International").
        clause_joins: words after which a new subject may follow.
        modal_subjects: subjects that follow a verb which is also a name ("May they", "Will he").
        title_prefixes: prefixes of a title ("ex-").
        title_suffixes: what follows a title after a hyphen ("-elect").
        title_links: what separates the words of a title, with the spaces around it (" of ").
        personal_titles: titles of any man or woman.
        before_given: titles that go with the given name, as written.
        given_titles: titles that only a given name follows directly.
        plain_titles: titles that say nothing about an office.
        pronouns: words with a capital for the one who speaks.
        heads_of_state: titles of heads of state and government.
        family_nouns: words that make the surname before them a family.
        led_nouns: nouns for what somebody leads, says or does, after a surname.
        naming_nouns: words before a name that is mentioned as a word.
        dropped_particles: particles that a surname may lose.
        never_given: nouns that are never given names.
        before_places: words before a place that somebody's name may follow.
        placing: words that precede a place and not a person.
        name_openers: words that make the name after them part of a longer name.
        participle_endings: endings of longer words that begin sentences and are no given names.
        opener_endings: endings of ordinary words that begin sentences.
        loose_prefixes: prefixes that do not change a name.
        company_ends: words that show that a longer name is a company's.
        kind_nouns: nouns after the whole name of a company or periodical that only say what it is.
        clubs: capital letters of a club, as written.
        things: things that bear the name before them.
        thing_modifiers: words between the name and the thing.
        things_before: words for things before the name that they bear, as written.
        sports: kinds of sport.
        against: words before the opposing team.
    """

    articles: frozenset[str] = _NONE
    male_titles: frozenset[str] = _NONE
    female_titles: frozenset[str] = _NONE
    titles: frozenset[str] = _NONE
    role_modifiers: frozenset[str] = _NONE
    role_nouns: frozenset[str] = _NONE
    kin: frozenset[str] = _NONE
    calendar: frozenset[str] = _NONE
    short_months: frozenset[str] = _NONE
    before_months: frozenset[str] = _NONE
    function: frozenset[str] = _NONE
    particles: frozenset[str] = _NONE
    suffixes: frozenset[str] = _NONE
    two_surnames: frozenset[str] = _NONE
    elided_particles: frozenset[str] = _NONE
    father_links: frozenset[str] = _NONE
    regnal: frozenset[str] = _NONE
    family_first: frozenset[str] = _NONE
    called_by_given: frozenset[str] = _NONE
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
    state_abbreviations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
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
    foreign_links: frozenset[str] = _NONE
    ordinals: frozenset[str] = _NONE
    clause_joins: frozenset[str] = _NONE
    modal_subjects: frozenset[str] = _NONE
    title_prefixes: tuple[str, ...] = ()
    title_suffixes: frozenset[str] = _NONE
    title_links: tuple[str, ...] = ()
    personal_titles: frozenset[str] = _NONE
    before_given: frozenset[str] = _NONE
    given_titles: frozenset[str] = _NONE
    plain_titles: frozenset[str] = _NONE
    pronouns: frozenset[str] = _NONE
    heads_of_state: frozenset[str] = _NONE
    family_nouns: frozenset[str] = _NONE
    led_nouns: frozenset[str] = _NONE
    naming_nouns: frozenset[str] = _NONE
    dropped_particles: frozenset[str] = _NONE
    never_given: frozenset[str] = _NONE
    before_places: frozenset[str] = _NONE
    placing: frozenset[str] = _NONE
    name_openers: frozenset[str] = _NONE
    participle_endings: tuple[str, ...] = ()
    opener_endings: tuple[str, ...] = ()
    loose_prefixes: frozenset[str] = _NONE
    company_ends: frozenset[str] = _NONE
    kind_nouns: frozenset[str] = _NONE
    clubs: frozenset[str] = _NONE
    things: frozenset[str] = _NONE
    thing_modifiers: frozenset[str] = _NONE
    things_before: frozenset[str] = _NONE
    sports: frozenset[str] = _NONE
    against: frozenset[str] = _NONE


@dataclass(frozen=True, slots=True)
class NamePatterns:
    """Patterns around a name that show what it is; each is matched at the end of a name, unless stated.

    Attributes:
        legal_end: an abbreviation at the end of a name; searched for before an offset.
        verb_after: a verb that makes the words before it a sentence.
        of_more: the rest of an institution's name ("of Ohio").
        title_phrase: a title with capitals, as its group, that ends where a surname begins; searched for.
        description: words that say who somebody is; the group is the phrase.
        description_end: the end of the head noun of such a phrase; searched for.
        denial: words that deny that somebody is the well-known person.
        denial_of: the same, with the name of that person.
        age: an age, as the group ``age``, and the words before a home, as the group ``home``.
        of_home: the words before a home or a body, up to its name.
        title_and_given: a title that goes with the given name, which is the group ``given``; searched for.
        list_before: what joins a name to the one before it in a list; searched for before the name.
        list_after: the same to the one after it, up to that name.
        number_after: the day or year of a month.
        town_after: words that show that the name is a town's.
        given_syllables: the same for one of two given names, which may be romanised in other ways.
        family_first_syllables: a whole given name, in lower case, as it follows a family name.
        thing_after: a thing that bears the name of a person; matched at the end of the name.
        thing_before: the same before the name; searched for.
        acronym_after: an acronym, as the group, in parentheses after the name that it stands for.
        acronym_before: an acronym, as the group, with that name in parentheses after it; searched for
            before the name.
        company_property: what only a company has.
        company_moved: what only a company's shares do.
        company_described: words that show that the name is a company's.
        speaks_for: somebody who acts for a body, directly after its name.
        shares_in: words before a company; searched for before the name.
        team_plays: what only a team does; ends where another team's name may begin.
        team_named: words that make the name before them a team's.
        team_meets: what a team does to another, whose name begins where it ends.
        team_plural: a plural verb.
        team_played: a score before the name of a team; searched for.
        school_before: words before a school that is called by one word; searched for.
        studied_before: the same where somebody studies or teaches.
        state_after: the state, as the group ``state``, that is set off after a town's name.
        more_places: a further member of a list of places.
        state_noun: words that show that the name means the state.
        state_place: another place in the sentence that shows this; searched for.
        state_alias: the beginning of an alias that shows that an entity is a state.
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
    title_and_given: re.Pattern[str] = NO_PATTERN
    list_before: re.Pattern[str] = NO_PATTERN
    list_after: re.Pattern[str] = NO_PATTERN
    number_after: re.Pattern[str] = NO_PATTERN
    town_after: re.Pattern[str] = NO_PATTERN
    given_syllables: re.Pattern[str] = NO_PATTERN
    family_first_syllables: re.Pattern[str] = NO_PATTERN
    thing_after: re.Pattern[str] = NO_PATTERN
    thing_before: re.Pattern[str] = NO_PATTERN
    acronym_after: re.Pattern[str] = NO_PATTERN
    acronym_before: re.Pattern[str] = NO_PATTERN
    company_property: re.Pattern[str] = NO_PATTERN
    company_moved: re.Pattern[str] = NO_PATTERN
    company_described: re.Pattern[str] = NO_PATTERN
    speaks_for: re.Pattern[str] = NO_PATTERN
    shares_in: re.Pattern[str] = NO_PATTERN
    team_plays: re.Pattern[str] = NO_PATTERN
    team_named: re.Pattern[str] = NO_PATTERN
    team_meets: re.Pattern[str] = NO_PATTERN
    team_plural: re.Pattern[str] = NO_PATTERN
    team_played: re.Pattern[str] = NO_PATTERN
    school_before: re.Pattern[str] = NO_PATTERN
    studied_before: re.Pattern[str] = NO_PATTERN
    state_after: re.Pattern[str] = NO_PATTERN
    more_places: re.Pattern[str] = NO_PATTERN
    state_noun: re.Pattern[str] = NO_PATTERN
    state_place: re.Pattern[str] = NO_PATTERN
    state_alias: re.Pattern[str] = NO_PATTERN


@dataclass(frozen=True, slots=True)
class Transliteration:
    """How to write names from other scripts in the language's letters.

    Attributes:
        romanisation: replacements, in this order, that make the spellings of one given name equal.
        surname_endings: the endings of surnames, each with all its spellings.
        surname_article: an article before a surname, which may be left out.
        article_forms: the ways to write it, with the space or hyphen that follows.
    """

    romanisation: Mapping[str, str] = field(default_factory=dict)
    surname_endings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    surname_article: re.Pattern[str] = NO_PATTERN
    article_forms: tuple[str, ...] = ()


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
        abbreviations: words that a full stop may follow within a sentence, in lower case.
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
    abbreviations: frozenset[str] = _NONE
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
    def state_names(self) -> frozenset[str]:
        """The names of states in lower case."""
        return frozenset(map(str.lower, self.words.states))


def load_name_language(
    folder: Path, rules: ModuleType | None, abbreviations: frozenset[str] = frozenset()
) -> NameLanguage:
    """The names of a language, from its folder and the code in its ``rules.py``.

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
        refusals=read_rules(names / "refusals.yaml"),
        name_forms=getattr(rules, "name_forms", None),
    )
