"""Find the forms of dates in a text: run the grammar over its tokens, then complete lists and ranges.

It also recognises a name that is only a number or a date: in a text it means just that. "2015" and "12
February" are in every other article, even where an entity has them as an alias. A name that joins numbers
with other signs, such as "9/11" and "2+4", is a name like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dossier.recognise.dates.forms import FoundForm
from dossier.recognise.dates.guards import refusal_of
from dossier.recognise.dates.labels import match_at
from dossier.recognise.dates.neighbours import complete_from_neighbours
from dossier.recognise.dates.reading import read
from dossier.recognise.dates.surroundings import Refusal
from dossier.recognise.dates.tokens import Tokens, tokenise
from dossier.recognise.dates.vocabulary import CODES, OTHER, DateLanguage, Production

_NONE: Final[tuple[Production, ...]] = ()
#: Rules whose forms have no part that could be a date if they are none.
_INDIVISIBLE: Final = frozenset(("iso-date", "numeric-date", "year-range"))
#: A number, with signs that group digits or separate hours from minutes: "2202", "1,950", "5:30", "5th".
_NUMBER: Final = re.compile(r"\W*(?:\d+[.,:'’\s]\s?)*(?P<last>\w+(?:-\w+)?)\W*")
_DIGIT: Final = re.compile(r"\d")
_YEAR: Final = re.compile(r"(?<!\d)(?:1\d|2[01])\d\d(?!\d)")
#: What may precede the date and belongs to it: "the 1990s", "Monday, 12 February".
_BESIDE: Final = "".join(CODES[name] for name in ("the", "weekday", "comma"))


def find_forms(tokens: Tokens) -> list[FoundForm]:
    """Every form in the order of the text, without overlaps."""
    found: list[FoundForm] = []
    search = tokens.language.grammar.beginnings.search
    position = 0
    while True:
        start = search(tokens.codes, position)
        if start is None:
            return complete_from_neighbours(tokens, found)
        best, position = _longest(tokens, start.start())
        found.extend(best)


def _longest(tokens: Tokens, index: int) -> tuple[list[FoundForm], int]:
    """The forms of the longest match at a token, and the token at which to search on.

    Where what looks like a date is none, no part of it is one: "30 February 2022", "pages 1357–1358".
    """
    best: list[FoundForm] = []
    after, barred = index + 1, 0
    for production in _productions_at(tokens, index):
        match = match_at(production.pattern, tokens, index)
        if match is None or (best and match.end <= best[-1].end):
            continue
        forms = read(production.rule, match)
        refusal = next((told for form in forms if (told := refusal_of(tokens, form))), None)
        if forms and refusal is None:
            best = forms
        elif refusal is not None and _bars_its_parts(production.rule, refusal):
            after = max(after, match.end)
            if "year" in match.at:
                barred = max(barred, match.end)
    if best and best[-1].end >= barred:
        return best, best[-1].end
    return [], after


def _bars_its_parts(rule: str, refusal: Refusal) -> bool:
    """Whether no part of a refused form may be a date; of "that March 31", the refused month may be."""
    return rule in _INDIVISIBLE or (refusal.rule == "no-such-day" and rule != "month")


def _productions_at(tokens: Tokens, index: int) -> tuple[Production, ...]:
    pair = tokens.codes[index : index + 2]
    beginning_with = tokens.language.grammar.beginning_with
    return beginning_with.get(pair) or beginning_with.get(pair[0], _NONE)


def refused_forms(tokens: Tokens) -> Iterator[tuple[FoundForm, Refusal]]:
    """Every form that the grammar reads and a guard refuses, with the reason; they may overlap."""
    for start in tokens.language.grammar.beginnings.finditer(tokens.codes):
        for production in _productions_at(tokens, start.start()):
            match = match_at(production.pattern, tokens, start.start())
            for form in () if match is None else read(production.rule, match):
                refusal = refusal_of(tokens, form)
                if refusal is not None:
                    yield form, refusal


def is_number_or_date(name: str, language: DateLanguage) -> bool:
    """Whether a name has no letter and at most one number, or is as a whole a date in digits or words.

    One word without a digit is not: "May" and "Summer" are names too, and where they mean a date, the date
    wins. Nor is a feast ("Bastille Day"), which may be an event.
    """
    number = _NUMBER.fullmatch(name)
    if number and (number["last"].isdecimal() or language.shapes.ordinal_number.fullmatch(number["last"])):
        return True
    if not any(map(str.isalpha, name)):
        return _YEAR.search(name) is not None
    codes = language.shapes.codes
    words = name.split()
    if codes.get(words[0]) == CODES["the"] and not words[0].isupper():
        words = words[1:]
    if len(words) < 2 and not _DIGIT.search(name):
        return False
    begins = words[0].rstrip(",") in codes or _DIGIT.search(words[0]) is not None
    return begins and any(_is_date(name, before, language) for before in language.lexicon.before_dates)


def _is_date(name: str, before: str, language: DateLanguage) -> bool:
    """Whether a name is one date when a preposition precedes it."""
    tokens = tokenise(f"{before} {name},", language)
    first = 1 if before else 0
    if tokens.codes[first] == OTHER:
        return False
    return any(
        form.end == len(tokens.starts) - 1
        and form.rule != "feast"
        and not tokens.codes[first : form.start].strip(_BESIDE)
        for form in find_forms(tokens)
    )
