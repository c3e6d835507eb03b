"""Describe the files by which one language writes its dates: their keys, as an author fills them in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.recognise.language_data import NO_PATTERN

#: The forms of each value, by the value.
Table = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class LexiconFile:
    """The words of dates, as ``lexicon.yaml`` lists them, in lower case.

    A table has the forms of each value: every case form that a text may contain.

    Attributes:
        months: the names of the months 1 to 12.
        month_abbreviations: their short forms, which a full stop may follow.
        weekdays: the days of the week, 1 (Monday) to 7.
        weekday_abbreviations: their short forms; such a form alone is not a date.
        seasons: spring, summer, autumn, winter.
        units: day, week, fortnight, month, year, decade, century, millennium, quarter, weekend, and daypart
            (a morning or a night, which stand for their day).
        plural_units: the plural forms among the units.
        nights: the parts of a day that belong to the day before in "last night" and the like.
        numbers: cardinal numbers.
        ordinals: ordinal numbers.
        decades: names of decades, by the years from 1900 to their first: 20 to 90, and 100 for the 2000s.
        quarters: signs of the quarters of a year ("Q1"), 1 to 4.
        days: words for days counted from the day of writing: 0 is today, -1 yesterday, 2 the day after
            tomorrow. Their classes are `yesterday`, `today` and `tomorrow`.
        edges: words for a part of a period: start, middle, end.
        pointers: words that point to a date: this, that, last, next (from now); following, previous (from a
            date in the text).
        eras: before and after the year 1; inner stops make no difference.
        feasts: feasts that name one day, by month and day ("12-25"). Possessive endings are left out.
        classes: the words of the other classes: the engine's roles, and classes that only the grammar of the
            language uses.
        capitalised_classes: classes whose words count only with a capital.
        capitalised_words: other words that count only with a capital.
        own_tokens: single tokens besides words, numbers and marks: eras with stops, possessive endings,
            numbers with an ending after a hyphen. Without named groups.
        ordinal_number: a whole token that is a number with the ending of an ordinal; the group is the number.
        decade_number: a whole token that is a decade in digits; the group is the number.
        note: the head of a paragraph that is an editor's note, a correction or a footnote.
        notes: the head of the first paragraph of notes that go on to the end of the text.
        numeric_order: the order of day, month and year in numbers with full stops.
        slashed_order: the same with slashes; empty where writers differ, so that only unambiguous dates are
            read.
    """

    months: Table = field(default_factory=dict)
    month_abbreviations: Table = field(default_factory=dict)
    weekdays: Table = field(default_factory=dict)
    weekday_abbreviations: Table = field(default_factory=dict)
    seasons: Table = field(default_factory=dict)
    units: Table = field(default_factory=dict)
    plural_units: frozenset[str] = frozenset()
    nights: frozenset[str] = frozenset()
    numbers: Table = field(default_factory=dict)
    ordinals: Table = field(default_factory=dict)
    decades: Table = field(default_factory=dict)
    quarters: Table = field(default_factory=dict)
    days: Table = field(default_factory=dict)
    edges: Table = field(default_factory=dict)
    pointers: Table = field(default_factory=dict)
    eras: Table = field(default_factory=dict)
    feasts: Table = field(default_factory=dict)
    classes: Table = field(default_factory=dict)
    capitalised_classes: frozenset[str] = frozenset()
    capitalised_words: frozenset[str] = frozenset()
    own_tokens: re.Pattern[str] = NO_PATTERN
    ordinal_number: re.Pattern[str] = NO_PATTERN
    decade_number: re.Pattern[str] = NO_PATTERN
    note: re.Pattern[str] = NO_PATTERN
    notes: re.Pattern[str] = NO_PATTERN
    numeric_order: tuple[str, ...] = ("day", "month", "year")
    slashed_order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GrammarFile:
    """The grammar of a language, as ``grammar.yaml`` has it.

    Attributes:
        macros: parts of patterns by their names, in capitals.
        productions: the patterns of each rule. The longest match at a token wins; of equal ones, the first.
    """

    macros: Mapping[str, str] = field(default_factory=dict)
    productions: Table = field(default_factory=dict)
