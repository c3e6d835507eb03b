"""Hold the words, patterns and grammar by which one language writes its dates.

The engine knows no word of any language. It knows classes of words by their role (`ROLES`), labels by their
meaning (`LABELS`) and rules by what they read (`RULE_NAMES`); the files of a language say which words have
which role. A role that a language leaves empty never matches, so a language fills in only what it has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from dossier.recognise.dates.cue_words import GuardWords, TenseWords
from dossier.recognise.language_data import NO_PATTERN, NO_WORDS, Rule, SentenceWords

#: Classes that a table of the lexicon fills, in the order in which they claim a word.
_TABLE_ROLES: Final = (
    "month", "abbr", "weekday", "season", "unit", "word_number", "word_ordinal", "decade_word",
    "daypart", "century", "millennium", "quarter", "weekend", "quarter_code", "yesterday", "today",
    "tomorrow", "era", "feast",
)  # fmt: skip
#: Classes that a language fills under `classes`, and that the engine uses by name: articles (`a`, `the`),
#: prepositions, conjunctions, words that point, and the possessive ending where it is a separate token.
WORD_ROLES: Final = (
    "a", "the", "of", "in", "on", "at", "by", "to", "until", "since", "during", "from", "between", "and",
    "early", "this", "last", "next", "following", "ago", "hence", "now", "new", "possessive",
    "hundred", "thousand",
)  # fmt: skip
MARKS: Final = {
    "comma": ",",
    "dot": ".",
    "dash": "-–—‐‑−",
    "slash": "/",
    "apostrophe": "'’‘`",
    "hash": "#$£€€№§",
    "open": "([",
    "close": ")]",
}
#: Classes that a token has by its shape: numbers, dates in numbers, a blank line.
_SHAPE_ROLES: Final = (
    "day_number", "two_digits", "three_digits", "year", "number", "nth", "decade", "short_decade", "iso",
    "numeric", "paragraph",
)  # fmt: skip
ROLES: Final = (*_TABLE_ROLES, *WORD_ROLES, *MARKS, *_SHAPE_ROLES)
#: The class of every other token.
OTHER: Final = "."


def letters() -> Iterator[str]:
    """The characters that codes are made of, in order."""
    return (chr(number) for number in count(ord("A")) if chr(number).isalpha())


#: The one-character code of every role: a text becomes a string of codes that `re` can run over.
CODES: Final = dict(zip(ROLES, letters(), strict=False))

#: The labels of a grammar; `dossier.recognise.dates.labels` says what each means.
LABELS: Final = frozenset(
    (
        "about", "ahead", "back", "century", "code", "day", "days", "decade", "edge", "era", "feast", "final",
        "first", "half", "half_number", "iso", "lastday", "month", "n", "numeric", "on", "ones", "ordinal",
        "other_day", "other_month", "quarter", "season", "short", "spoken", "tail", "tens", "today",
        "tomorrow", "unit", "weekday", "which", "year", "yesterday",
    )
)  # fmt: skip
#: The rules that the engine can read; a language may add more, each with its own reader.
RULE_NAMES: Final = frozenset(
    (
        "anniversary", "centuries", "century", "day-of-month", "day-word", "days-of-month", "decade",
        "double-date", "feast", "full-date", "half-of-year", "half-year", "iso-date", "month", "month-day",
        "month-of-year",
        "month-year", "numeric-date", "period", "period-edge", "quarter", "quarter-year", "season",
        "season-year", "shift", "short-year", "weekday", "year", "year-of-era", "year-range", "years-of-era",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the words of a language stand for; every key is in lower case.

    Attributes:
        months: 1 to 12.
        weekdays: 0 (Monday) to 6.
        short_weekdays: the short forms among them.
        seasons: the EDTF code, 21 to 24.
        units: the name of the unit; parts of a day are days.
        plural_units: the plural forms among them.
        nights: parts of a day that belong to the day before in "last night" and the like.
        numbers: cardinal and ordinal numbers; an indefinite article is 1.
        decades: the years from 1900 to its first.
        quarters: 1 to 4.
        days: in days from the day of writing.
        edges: ``START``, ``MID`` or ``END``.
        pointers: where the word points, as a `dossier.recognise.dates.forms.Which`.
        feasts: month and day.
        longest_feast: the number of words in the longest name of a feast.
        before_dates: what may precede a date: one word each for "in" and "on", or nothing.
        before_christ: the signs of the era before the year 1, without stops and spaces.
        numeric_order: day, month and year in numbers with full stops.
        slashed_order: the same with slashes; empty if either order may be meant.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    short_weekdays: frozenset[str]
    seasons: Mapping[str, int]
    units: Mapping[str, str]
    plural_units: frozenset[str]
    nights: frozenset[str]
    numbers: Mapping[str, int]
    decades: Mapping[str, int]
    quarters: Mapping[str, int]
    days: Mapping[str, int]
    edges: Mapping[str, str]
    pointers: Mapping[str, str]
    feasts: Mapping[str, tuple[int, int]]
    longest_feast: int
    before_dates: tuple[str, ...]
    before_christ: frozenset[str]
    numeric_order: tuple[str, ...]
    slashed_order: tuple[str, ...]

    def is_before_christ(self, era: str) -> bool:
        """Whether an era, in lower case, is the one before the year 1."""
        return "".join(era.replace(".", "").split()) in self.before_christ


@dataclass(frozen=True, slots=True)
class TokenShapes:
    """How to divide a text of the language into tokens, and the class of each.

    Attributes:
        codes: a word or a mark, as written, to the code of its class.
        token: matches one token, or in the group ``space`` what separates two.
        ordinal_number: a number with the ending of an ordinal.
        decade_number: a decade in digits.
    """

    codes: Mapping[str, str]
    token: re.Pattern[str]
    ordinal_number: re.Pattern[str]
    decade_number: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern.

    Attributes:
        regex: runs over codes.
        labels: the groups of the expression, each with the label that it stands for.
        prefixes: the pairs of codes that a match can begin with, and the single ones that are a match.
    """

    regex: re.Pattern[str]
    labels: tuple[tuple[str, str], ...]
    prefixes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Production:
    """One production: the rule's name and its pattern."""

    rule: str
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled grammar of a language.

    Attributes:
        productions: all of them, in order.
        beginning_with: those that can begin with a pair of codes, or with a single code whatever follows.
        beginnings: matches in a text's codes where any of them may begin.
    """

    productions: tuple[Production, ...]
    beginning_with: Mapping[str, tuple[Production, ...]]
    beginnings: re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class DateLanguage:
    """What the engine of dates needs to know about one language.

    Attributes:
        lexicon: the meanings of its words.
        shapes: how its texts divide into tokens.
        grammar: how its dates are built.
        guards: the words that distinguish a date from what looks like one.
        tense: the words that show whether a clause looks back or ahead.
        note: at the head of a paragraph that is a note.
        notes: at the head of the first paragraph of notes that go on to the end.
        sentences: the words that decide where a sentence ends.
        rules: the rules as records, each with an example that is read with the publication date 2021-12-08. A
            rule whose name ends in ``, publication`` counts from the publication date; one in
            ``, narrative`` from an earlier date in the text.
        refusals: the reasons why something is no date, as records: the example marks the stretch that is
            refused, and ``gives`` are the words that stand in the way, or "".
        own_guards: functions by the name of a rule, called after the engine has admitted a form: they get the
            form with its surroundings and say whether it is valid.
        own_readers: functions by the name of a rule, which read a match instead of the engine.
    """

    lexicon: Lexicon
    shapes: TokenShapes
    grammar: Grammar
    guards: GuardWords
    tense: TenseWords
    note: re.Pattern[str] = NO_PATTERN
    notes: re.Pattern[str] = NO_PATTERN
    sentences: SentenceWords = NO_WORDS
    rules: tuple[Rule, ...] = ()
    refusals: tuple[Rule, ...] = ()
    own_guards: Mapping[str, Callable[[Any], bool]] = field(default_factory=dict)
    own_readers: Mapping[str, Callable[[Any], Any]] = field(default_factory=dict)
