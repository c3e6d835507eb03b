"""Read a date as pages write it, without making up any part of it.

`dossier.recognise.dates` does something else: it finds dates in prose. The dates here stand alone, in
machine-readable forms and in the languages of newspapers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from typing import TYPE_CHECKING, Final

from babel.dates import get_month_names

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST_YEAR: Final = 1600
LANGUAGES: Final = "en uk ru de fr es it pl pt nl be bg cs sk sv da nb fi ro lt lv et hu tr".split()
_ISO: Final = re.compile(
    r"(?<!\d)(?P<year>\d{4})(?P<sign>[-/.]?)(?P<month>\d{2})(?P=sign)(?P<day>\d{2})(?!\d|[-/.]\d)"
    r"(?:[T\s,]+(?P<hour>\d{1,2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d+)?)?\s*"
    r"(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?)?"
)
_ISO_MONTH: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})")
_DAY_FIRST: Final = re.compile(
    r"(?<![\d./])(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.|-го|-е)?[\s-]+(?:de\s+|of\s+)?"
    r"(?P<name>[^\W\d_]{3,14})\.?,?[\s-]+(?:de\s+|del\s+)?(?P<year>\d{4})(?!\d)"
)
_MONTH_FIRST: Final = re.compile(
    r"(?P<name>[^\W\d_]{3,14})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+"
    r"(?:(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?,?\s+(?:[A-Z]{2,5}\s+)?)?(?P<year>\d{4})(?!\d)"
)
_YEAR_FIRST: Final = re.compile(
    r"(?<!\d)(?P<year>\d{4}),?\s+(?P<name>[^\W\d_]{3,14})\.?\s+(?P<day>\d{1,2})(?![\d:])"
)
_DOTTED: Final = re.compile(
    r"(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?![\d.]\d)"
)
_SLASHED: Final = re.compile(r"(?<![\d/])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})(?![\d/])")
_EAST_ASIAN: Final = re.compile(
    r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a month where the page does not give the day.

    Attributes:
        day: the day or month as EDTF.
        instant: the point in time, where hour and time zone are given too.
        in_utc: whether the time zone is UTC, which may not be the local one.
        ambiguous: whether day and month may be the other way round.
    """

    day: str
    instant: datetime | None = None
    in_utc: bool = False
    ambiguous: bool = False


def read_moment(text: str) -> Moment | None:
    """The first date in a text."""
    return next(find_moments(text), None)


def find_moments(text: str) -> Iterator[Moment]:
    """The dates in a text, machine-readable forms first; days that do not exist are left out."""
    shown = text[:2000]
    for match in _ISO.finditer(shown):
        moment = _iso(match)
        if moment:
            yield moment
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST):
        for match in pattern.finditer(shown):
            month = month_names().get(match["name"].lower().rstrip("."))
            day = month and _day(match["year"], month, match["day"])
            if day:
                yield Moment(day)
    for pattern in (_DOTTED, _EAST_ASIAN):
        for match in pattern.finditer(shown):
            day = _day(match["year"], int(match["month"]), match["day"])
            if day:
                yield Moment(day)
    yield from filter(None, map(_slashed, _SLASHED.finditer(shown)))
    month_alone = _ISO_MONTH.fullmatch(shown.strip())
    if month_alone and _day(month_alone["year"], int(month_alone["month"]), "1"):
        yield Moment(month_alone.group())


def day_of(moment: Moment) -> date | None:
    """The day of a moment, None where only the month is known."""
    return date.fromisoformat(moment.day) if len(moment.day) == 10 else None


@cache
def month_names() -> dict[str, int]:
    """The numbers of the months by name or short name, in lower case, in all languages known here."""
    names: dict[str, int] = {}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    if len(name) > 2:
                        names.setdefault(name.lower().rstrip("."), number)
    return names


def _iso(match: re.Match[str]) -> Moment | None:
    # Eight digits in a row are a date only if they stand alone or a time follows.
    if not match["sign"] and match["hour"] is None and len(match.string.strip()) != 8:
        return None
    day = _day(match["year"], int(match["month"]), match["day"])
    if not day:
        return None
    zone = match["zone"]
    if not zone or match["hour"] is None:
        return Moment(day)
    in_utc = zone in ("Z", "UTC", "GMT") or re.sub(r"[+:-]", "", zone).strip("0") == ""
    try:
        hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
        local = datetime.fromisoformat(day).replace(hour=hour, minute=minute, second=min(second, 59))
        return Moment(day, local.replace(tzinfo=UTC if in_utc else _zone(zone)).astimezone(UTC), in_utc)
    except (ValueError, OverflowError):
        return Moment(day)


def _zone(text: str) -> timezone:
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if text[0] == "-" else offset)


def _slashed(match: re.Match[str]) -> Moment | None:
    first, second = int(match["first"]), int(match["second"])
    if first <= 12 and second <= 12 and first != second:
        day = _day(match["year"], second, match["first"])
        return Moment(day, ambiguous=True) if day else None
    month, number = (second, first) if first > 12 else (first, second)
    day = _day(match["year"], month, str(number))
    return Moment(day) if day else None


def _day(year: str, month: int, day: str) -> str:
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return ""
