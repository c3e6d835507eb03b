"""Write an EDTF value in the words that a reader sees."""

from __future__ import annotations

import re
from typing import Final

_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)
_PARTS: Final = {
    21: "Spring", 22: "Summer", 23: "Autumn", 24: "Winter",
    33: "First quarter of", 34: "Second quarter of", 35: "Third quarter of", 36: "Fourth quarter of",
    37: "First four months of", 38: "Middle of", 39: "Last four months of",
    40: "First half of", 41: "Second half of",
}  # fmt: skip
_SINGLE: Final = re.compile(r"(-?[0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?")


def date_words(value: str) -> str:
    """A date in words, in British order.

    >>> [date_words(v) for v in ("2021-06-16", "2014-09/2015-02", "2015~", "2021-21", "199X", "-0043")]
    ['16 June 2021', 'September 2014 to February 2015', 'about 2015', 'Spring 2021', '1990s', '44 BC']
    """
    if "/" in value:
        start, _, end = value.partition("/")
        if start in ("", ".."):
            return f"until {_single(end)}"
        if end in ("", ".."):
            return f"from {_single(start)}"
        return _interval(start, end)
    if value[:1] in "[{":
        return " or ".join(
            _single(part.strip()) for part in value[1:-1].replace("..", ",").split(",") if part
        )
    return _single(value)


def _interval(start: str, end: str) -> str:
    first, last = _SINGLE.fullmatch(start), _SINGLE.fullmatch(end)
    days = first is not None and last is not None and first[3] and last[3] and "X" not in start + end
    if first and last and days and first.group(1, 2) == last.group(1, 2):
        return f"{int(first[3])}–{_single(end)}"
    return f"{_single(start)} to {_single(end)}"


def _single(value: str) -> str:
    doubt = "".join(mark for mark in "?~%" if mark in value)
    words = _certain(re.sub(r"[?~%]", "", value).partition("T")[0])
    if "~" in doubt or "%" in doubt:
        words = f"about {words}"
    return f"{words} (uncertain)" if "?" in doubt or "%" in doubt else words


def _certain(value: str) -> str:
    match = _SINGLE.fullmatch(value)
    if match is None:
        return value
    year, month, day = match.groups()
    if month is None or month == "XX":
        return _year(year)
    if "X" in month:
        return f"{_year(year)}, month {month}"
    if int(month) > 12:
        return f"{_PARTS.get(int(month), 'Part of')} {_year(year)}"
    month_and_year = f"{_MONTHS[int(month) - 1]} {_year(year)}"
    if day is None or day == "XX":
        return month_and_year
    if "X" in day:
        first = max(1, int(day.replace("X", "0")))
        return f"{first}–{min(31, int(day.replace('X', '9')))} {month_and_year}"
    return f"{int(day)} {month_and_year}"


def _year(year: str) -> str:
    if re.fullmatch(r"-?[0-9]{2}(?:[0-9]{2}|[0-9]X|XX)", year) is None:
        return f"a year of the form {year}"
    if year.startswith("-"):
        return f"{1 - int(year)} BC" if "X" not in year else f"{year[1:].replace('X', '0')}s BC"
    if year.endswith("XX"):
        century = int(year[:2]) + 1
        return f"{century}{_ordinal(century)} century"
    if year.endswith("X"):
        return f"{year[:3]}0s"
    return str(int(year))


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
