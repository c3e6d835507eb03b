"""Find the forms of dates in a text: run the grammar over its tokens, then complete lists and ranges.

It also recognises a name that is only a number or a date: in a text it means just that. "2015" and "12
February" are in every other article, even where an entity has them as an alias. A name that joins numbers
with other signs, such as "9/11" and "2+4", is a name like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dossier.recognise.dates.forms import Calendar, Form, FoundForm, Interval, Period, Shift
from dossier.recognise.dates.guards import refusal_of
from dossier.recognise.dates.labels import match_at
from dossier.recognise.dates.reading import read
from dossier.recognise.dates.surroundings import Refusal
from dossier.recognise.dates.tokens import Tokens, tokenise
from dossier.recognise.dates.vocabulary import CODES, OTHER, DateLanguage, Production

_NONE: Final[tuple[Production, ...]] = ()
_SMALL: Final = "".join(CODES[name] for name in ("in", "on", "the", "from", "to", "by"))
#: What joins two dates that complete each other.
_BETWEEN: Final = re.compile(
    f"(?P<dash>{CODES['dash']})"
    f"|{CODES['comma']}?[{CODES['and']}{CODES['to']}{CODES['until']}{CODES['slash']}][{_SMALL}.]?[{_SMALL}]?"
    f"|{CODES['comma']}"
)
#: What separates a count from the date that it leads to.
_BEHIND: Final = re.compile(
    f"{CODES['comma']}[{CODES['in']}{CODES['on']}{CODES['by']}]{CODES['the']}?|{re.escape(OTHER)}"
)
_UNTIL: Final = frozenset(CODES[name] for name in ("dash", "to", "until"))
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
            return complete_neighbours(tokens, decide_behind(tokens, found))
        best = _longest(tokens, start.start())
        found.extend(best)
        position = best[-1].end if best else start.start() + 1


def _longest(tokens: Tokens, index: int) -> list[FoundForm]:
    best: list[FoundForm] = []
    for production in _productions_at(tokens, index):
        match = match_at(production.pattern, tokens, index)
        if match is None or (best and match.end <= best[-1].end):
            continue
        forms = read(production.rule, match)
        if forms and not any(refusal_of(tokens, form) for form in forms):
            best = forms
    return best


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


def decide_behind(tokens: Tokens, found: list[FoundForm]) -> list[FoundForm]:
    """Give a form the value of the date after it: "two years later, in 409 BC"."""
    out = list(found)
    for i, (item, behind) in enumerate(pairwise(found)):
        gap = _BEHIND.fullmatch(tokens.codes, item.end, behind.start)
        if gap is None or (gap.end() - gap.start() == 1 and tokens.word(item.end) != "("):
            continue
        form = _coarsened(item.form, behind.form)
        if form is not None:
            rule = item.rule if form.year is None else "completed"
            out[i] = replace(item, form=form, rule=rule, because=(behind.start, behind.end))
    return out


def _coarsened(form: Form, behind: Form) -> Calendar | None:
    """The date after the words, only as precise as the unit that they count in."""
    counted = isinstance(form, Shift | Period) and not (isinstance(form, Shift) and form.from_now)
    if not counted or not isinstance(behind, Calendar) or behind.years > 1:
        return None
    if isinstance(form, Period) and form.which not in ("following", "previous"):
        return None
    unit = form.unit  # type: ignore[union-attr]
    if unit in ("day", "week"):
        return behind if behind.day is not None and behind.month is not None else None
    if behind.year is None:
        return None
    if unit in ("year", "decade", "century"):
        return Calendar(behind.year)
    if unit == "month" and behind.month is not None:
        return Calendar(behind.year, behind.month)
    return None


def complete_neighbours(tokens: Tokens, found: list[FoundForm]) -> list[FoundForm]:
    """Complete dates joined by "and", "to", "until" or a dash with each other's year, month and era.

    "between May and July 1931" are two months of 1931; "17 July - 2 August 1945" is one interval.
    """
    out: list[FoundForm] = []
    for item in reversed(found):
        if not out:
            out.append(item)
            continue
        gap = _BETWEEN.fullmatch(tokens.codes, item.end, out[-1].start)
        if gap is None:
            out.append(item)
            continue
        out[-1] = _same_span(item, out[-1])
        item = _complete(item, out[-1])
        if gap["dash"] and _is_interval(item, out[-1]):
            last = out.pop()
            form = Interval(item.form, last.form)  # type: ignore[arg-type]
            item = replace(item, end=last.end, form=form, rule="interval", because=None)
        elif tokens.codes[item.end] in _UNTIL:
            out[-1] = replace(out[-1], until=True)
        out.append(item)
    return out[::-1]


def _same_span(first: FoundForm, last: FoundForm) -> FoundForm:
    """Make both dates of "the 1890s and 1900s" decades."""
    one, two = first.form, last.form
    if not (isinstance(one, Calendar) and isinstance(two, Calendar)) or first.rule != last.rule:
        return last
    return replace(last, form=replace(two, years=10)) if (one.years, two.years) == (10, 100) else last


def _is_interval(first: FoundForm, last: FoundForm) -> bool:
    if not (isinstance(first.form, Calendar) and isinstance(last.form, Calendar)):
        return False
    return not (first.form.years > 1 or first.edge or last.edge or first.form.which or last.form.which)


def _complete(first: FoundForm, last: FoundForm) -> FoundForm:
    """The first of two joined dates with the parts that only the second one states."""
    one, two = first.form, last.form.first if isinstance(last.form, Interval) else last.form
    if not (isinstance(one, Calendar) and isinstance(two, Calendar)) or one.year is not None or one.which:
        return first
    if two.year is None or one.month is None:
        return first
    over_new_year = two.month is not None and one.month <= 12 and two.month <= 12 and one.month > two.month
    # Of "May, June and July 1931", the last gives both others their year.
    because = last.because or (last.start, last.end)
    return replace(first, form=replace(one, year=two.year - over_new_year), rule="completed", because=because)


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
