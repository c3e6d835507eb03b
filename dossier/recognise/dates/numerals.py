"""Tell a name that is no more than a number or a date: in a text it means just that.

"2015" and "12 February" stand in every other article, whoever has them for an alias. What joins numbers to
something that is neither, such as "9/11" and "2+4", is a name like any other.
"""

from __future__ import annotations

import re
from typing import Final

from dossier.recognise.dates.finding import find_forms
from dossier.recognise.dates.tokens import tokenise
from dossier.recognise.dates.vocabulary import CODES, OTHER, DateLanguage

# With the signs that group digits or part hours from minutes: "2202", "1,950", "3.5", "5:30", "50 %", "5th".
_NUMBER: Final = re.compile(r"\W*(?:\d+[.,:'’\s]\s?)*(?P<last>\w+(?:-\w+)?)\W*")
_DIGIT: Final = re.compile(r"\d")
_YEAR: Final = re.compile(r"(?<!\d)(?:1\d|2[01])\d\d(?!\d)")
# What may stand before the date that belongs to it: "the 1990s", "Monday, 12 February".
_BESIDE: Final = "".join(CODES[name] for name in ("the", "weekday", "comma"))


def is_number_or_date(name: str, language: DateLanguage) -> bool:
    """Whether a name has no letter and no more than one number, or is as a whole a date in digits or words.

    One word without a digit is not: "May" and "Summer" are names too, and where they mean a date, it wins.
    Nor is a feast ("Bastille Day"), which an event may be.
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
    """Whether a name is one date where a preposition stands before it."""
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
