"""Tell a name that is no more than a number or a date: in a text it means just that.

"2015" and "12 February" stand in every other article, whoever has them for an alias. What joins numbers to
something that is neither, such as "9/11" and "2+4", is a name like any other.
"""

from __future__ import annotations

import re
from typing import Final

from dossier.recognise.dates.finding import find_forms
from dossier.recognise.dates.lexicon import CODE_OF, CODES, OTHER
from dossier.recognise.dates.tokens import tokenise

# With the signs that group digits or part hours from minutes: "2202", "1,950", "3.5", "5:30", "50 %", "5th".
_NUMBER: Final = re.compile(r"\W*\d+(?:[.,:'’\s]\s?\d+)*(?:st|nd|rd|th)?\W*", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")
_YEAR: Final = re.compile(r"(?<!\d)(?:1\d|2[01])\d\d(?!\d)")
_BEFORE: Final = ("in", "on")
# What may stand before the date that belongs to it: "the 1990s", "Monday, 12 February".
_BESIDE: Final = "".join(CODES[name] for name in ("the", "weekday", "comma"))


def is_number_or_date(name: str) -> bool:
    """Whether a name has no letter and no more than one number, or is as a whole a date in digits or words.

    One word without a digit is not: "May" and "Summer" are names too, and where they mean a date, it wins.
    Nor is a feast ("Bastille Day"), which an event may be.

    >>> names = ("2015", "12 February", "the 1990s", "G20", "9/11", "Forum 2000", "May")
    >>> [name for name in names if is_number_or_date(name)]
    ['2015', '12 February', 'the 1990s']
    """
    if _NUMBER.fullmatch(name):
        return True
    if not any(map(str.isalpha, name)):
        return _YEAR.search(name) is not None
    words = name.removeprefix("the ").removeprefix("The ").split()
    if len(words) < 2 and not _DIGIT.search(name):
        return False
    begins = words[0].rstrip(",") in CODE_OF or _DIGIT.search(words[0]) is not None
    return begins and any(_is_date(name, before) for before in _BEFORE)


def _is_date(name: str, before: str) -> bool:
    """Whether a name is one date where a preposition stands before it."""
    tokens = tokenise(f"{before} {name},")
    if tokens.codes[1] == OTHER:
        return False
    return any(
        form.end == len(tokens.starts) - 1
        and form.rule != "feast"
        and not tokens.codes[1 : form.start].strip(_BESIDE)
        for form in find_forms(tokens)
    )
