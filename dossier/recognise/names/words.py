"""Hold the classes of words that separate a name from what stands around it in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

_NONE: Final[frozenset[str]] = frozenset()


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
