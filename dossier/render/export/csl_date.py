"""An EDTF value in, a CSL-JSON date out.

CSL knows days, months, years, seasons, closed intervals and "circa"; what EDTF can say beyond that becomes
a literal text. It is a module of its own because these rules are of the two formats and of no item.
"""

from __future__ import annotations

import re
from typing import Final

from dossier.model.edtf import bounds, from_day_number

Parts = tuple[int, ...]

_DOUBT: Final = re.compile(r"[?~%]")
_YEAR_MONTH_DAY: Final = re.compile(r"Y?(-?\d+)(?:-(\d\d))?(?:-(\d\d))?")
_MEMBER: Final = re.compile(r"(?:[^.]+(?:\.\.[^.]*)?|\.\.[^.]+)?")
_YEAR_MONTH: Final = 2
# Codes 21 to 32 are seasons, without and with a hemisphere; 33 to 41 are quarters, thirds and halves.
_FIRST_SEASON: Final = 21
_LAST_SEASON: Final = 32
_MONTHS_OF_A_YEAR: Final = 12


def csl_date(value: str) -> dict[str, object]:
    """A date as CSL-JSON: ``date-parts`` with one or two dates, ``season``, ``circa``, or ``literal``.

    Digits left open, quarters and halves become an interval; an open interval and a set become a literal.
    Years before 1 are counted as CSL does: -44 is 44 BC, which EDTF writes -0043.

    >>> csl_date("2015-02-12"), csl_date("2014-09/2015~")
    ({'date-parts': [[2015, 2, 12]]}, {'date-parts': [[2014, 9], [2015]], 'circa': True})
    >>> csl_date("2021-21"), csl_date("199X"), csl_date("2014-09/..")
    ({'date-parts': [[2021]], 'season': 1}, {'date-parts': [[1990], [1999]]}, {'literal': 'from 2014-09'})

    Raises:
        EDTFError: the text is no EDTF value.
    """
    bounds(value)
    certain = _DOUBT.sub("", value)
    date = _date(certain)
    return date if certain == value else {**date, "circa": True}


def _date(value: str) -> dict[str, object]:
    if value[0] in "[{":
        return _set(value)
    if "/" in value:
        return _interval(*value.split("/"))
    if season := _season(value):
        year = int(value[: -len("-21")].removeprefix("Y"))
        return {"date-parts": [[_csl_year(year)]], "season": season}
    return _dates(*_span(value))


def _interval(start: str, end: str) -> dict[str, object]:
    if start.strip(".") and end.strip("."):
        return _dates(_span(start)[0], _span(end)[1])
    return {"literal": _open(start, end)}


def _open(start: str, end: str) -> str:
    if not end.strip("."):
        return f"from {_text(_span(start)[0])}"
    return f"until {_text(_span(end)[1])}"


def _set(value: str) -> dict[str, object]:
    """One of several dates (``[…]``) or all of them (``{…}``)."""
    members = "".join(value[1:-1].split()).split(",")
    if not all(_MEMBER.fullmatch(member) for member in members):
        return {"literal": value}
    if len(members) == 1 and ".." in value:
        return _interval(*members[0].split(".."))
    words = " or " if value[0] == "[" else " and "
    return {"literal": words.join(_member(member) for member in members if member)}


def _member(member: str) -> str:
    start, dots, end = member.partition("..")
    if dots and not (start and end):
        return _open(start, end)
    return " to ".join(_text(_span(date)[0]) for date in (start, end) if date)


def _season(value: str) -> int:
    """The number of a season as CSL has it, spring being 1; 0 where the value is none."""
    match = _YEAR_MONTH_DAY.fullmatch(value)
    code = int(match[2] or 0) if match else 0
    return (code - _FIRST_SEASON) % 4 + 1 if _FIRST_SEASON <= code <= _LAST_SEASON else 0


def _span(value: str) -> tuple[Parts, Parts]:
    """The first and the last date that a single value may mean, in the value's own precision."""
    value = value.partition("T")[0]
    while value.endswith("-XX"):
        value = value.removesuffix("-XX")
    match = _YEAR_MONTH_DAY.fullmatch(value)
    if match and int(match[2] or 0) <= _MONTHS_OF_A_YEAR:
        year, *rest = (int(number) for number in match.groups() if number)
        return (parts := (_csl_year(year), *rest)), parts
    covered = bounds(value)
    precision = _YEAR_MONTH if match else 1 if "-XX-" in value else value.count("-", 1) + 1
    return _truncated(covered.first, precision), _truncated(covered.last, precision)


def _truncated(day: int | None, precision: int) -> Parts:
    """Year, month and day of a day number, as many of them as the precision says."""
    if day is None:
        return ()
    year, *rest = from_day_number(day)
    return (_csl_year(year), *rest)[:precision]


def _csl_year(year: int) -> int:
    """EDTF counts a year 0, which is 1 BC; CSL does not."""
    return year if year > 0 else year - 1


def _dates(first: Parts, last: Parts) -> dict[str, object]:
    return {"date-parts": [list(first)] if first == last else [list(first), list(last)]}


def _text(parts: Parts) -> str:
    """A date in digits, such as ``2014-09``; CSL's words for months are not at hand in a literal."""
    year, *rest = parts
    digits = "-".join([f"{abs(year):04d}", *(f"{number:02d}" for number in rest)])
    return f"{digits} BC" if year < 0 else digits
