"""Hold how one language spells, shortens and transliterates a name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from dossier.recognise.language_data import NO_PATTERN

_NONE: Final[frozenset[str]] = frozenset()


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
