"""Hold the words by which one language writes offices and the phrases for their holders."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from dossier.recognise.language_data import NO_PATTERN

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
        never_alone: words of titles whose holders nobody calls by the other word alone: "Press Secretary".
        part_links: words between a title and what it is for.
        incomplete: last words of phrases that any noun after "of" makes longer.
        servers: words for those who serve the holder of an office.
        aim_links: words between such a word and the office.
        generic: templates of titles that several countries have.
        bare_titles: titles that alone may stand for a holder whom the text has named with them.
        leading: the roles that lead a country, by its ``leader``; the first one that the country has counts.
        leading_of_bodies: the same for roles that belong to a body.
        given_name_countries: countries whose people are called by the given name.
        two_surname_countries: countries whose people have two surnames and mostly go by the first.
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
    never_alone: frozenset[str] = _NONE
    part_links: frozenset[str] = _NONE
    incomplete: frozenset[str] = _NONE
    servers: frozenset[str] = _NONE
    aim_links: frozenset[str] = _NONE
    generic: tuple[str, ...] = ()
    bare_titles: tuple[str, ...] = ()
    leading: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    leading_of_bodies: frozenset[str] = _NONE
    given_name_countries: tuple[str, ...] = ()
    two_surname_countries: tuple[str, ...] = ()
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
        list_end: the beginning of a line that ends this list.
        listed_title: the title, as the group ``title``, set off behind a name in this list.
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
    list_end: re.Pattern[str] = NO_PATTERN
    listed_title: re.Pattern[str] = NO_PATTERN
