"""Read several days as one form or as one form each: lists, stretches, and one day by two calendars."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dossier.recognise.dates.forms import Calendar, FoundForm, Interval, Which
from dossier.recognise.dates.labels import (
    LabelledMatch,
    day_of,
    is_one,
    month_of,
    number,
    weekday_of,
    which_of,
    year_of,
)
from dossier.recognise.dates.points import Point
from dossier.recognise.dates.vocabulary import CODES

_OF_MONTH: Final[dict[Which, Which]] = {
    "this": "month this", "that": "month that", "last": "month last", "next": "month next",
    "following": "month following", "previous": "month previous",
}  # fmt: skip
_DAY_CODES: Final = frozenset((CODES["day_number"], CODES["nth"]))
_DASHES: Final = frozenset((CODES["dash"], CODES["slash"]))
_WORDS_OF_STRETCH: Final = frozenset((CODES["to"], CODES["until"]))
#: By how many days the Gregorian calendar has been ahead of the Julian one, from 1582 to 2100.
_BETWEEN_CALENDARS: Final = range(10, 14)
#: The year by which two days are compared if the words give none; 29 February does not exist in it.
_ANY_YEAR: Final = 2001


def days_alone(match: LabelledMatch) -> list[FoundForm]:
    """The 13th; both of "the 19th and 22nd"; "Sunday, 9th" with its weekday; the 2nd of this month."""
    tokens, lexicon = match.tokens, match.lexicon
    weekday = weekday_of(match)
    if "which" in match.at:
        if "unit" in match.at and not is_one(match, "month"):
            return []
        form = Calendar(day=day_of(match), which=_OF_MONTH[which_of(match)], weekday=weekday)
        return [FoundForm(match.start, match.end, form, "day-of-month")]
    days = [i for i in range(match.start, match.end) if tokens.codes[i] == CODES["nth"]]
    return [
        FoundForm(
            match.start if number_of_day == 0 else index,
            index + 1,
            Calendar(day=number(tokens.word(index), lexicon), weekday=weekday),
            "day-of-month",
        )
        for number_of_day, index in enumerate(days)
    ]


def days_of_month(match: LabelledMatch) -> list[FoundForm]:
    """Each day of "May 3, 5–7 and 9": a date for each, or an interval where a dash joins two."""
    tokens, year, month = match.tokens, year_of(match), month_of(match)
    if month is None:
        return []
    first, _ = match.at["days"]
    last, _ = match.at["lastday"]
    days = [i for i in range(first, last + 1) if tokens.codes[i] in _DAY_CODES]
    groups = _stretches(match, days)
    starts = [match.start, *(group[0] for group in groups[1:])]
    ends = [*(group[-1] + 1 for group in groups[:-1]), match.end]
    forms: list[FoundForm] = []
    for group, start, end in zip(groups, starts, ends, strict=True):
        dates = [Calendar(year, month, number(tokens.word(i), match.lexicon)) for i in group]
        form = dates[0] if len(dates) == 1 else Interval(dates[0], dates[1])
        forms.append(FoundForm(start, end, form, "days-of-month"))
    return forms


def _stretches(match: LabelledMatch, days: list[int]) -> list[list[int]]:
    """The tokens of the days, those together that are the two ends of a stretch."""
    groups: list[list[int]] = []
    for index in days:
        if groups and len(groups[-1]) == 1 and _is_stretch(match, groups[-1][0] + 1, of_two=len(days) == 2):
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _is_stretch(match: LabelledMatch, join: int, *, of_two: bool) -> bool:
    """Reads "3-9 May", "from 3 to 9 May" and the night of "8/9 July"."""
    code = match.tokens.codes[join]
    if code in _WORDS_OF_STRETCH:
        return of_two and match.tokens.code(match.start - 1) == CODES["from"]
    return code in _DASHES


def double_date(match: LabelledMatch) -> list[FoundForm]:
    """One day by the Julian and the Gregorian calendar: "12 (24) February 1848" is the 24th.

    Two days that are not one and the same are two dates, where a year completes them.
    """
    month, other_month = month_of(match), month_of(match, "other_month")
    day, other_day, year = day_of(match), day_of(match, "other_day"), year_of(match)
    if month is None or day is None or other_day is None:
        return []
    first, second = (
        Point(year or _ANY_YEAR, month, day),
        Point(year or _ANY_YEAR, other_month or month, other_day),
    )
    for one, two in _beside_new_year(first, second):
        if one.exists and two.exists and abs(one.number() - two.number()) in _BETWEEN_CALENDARS:
            later = max(one, two, key=Point.number)
            form = Calendar(None if year is None else later.year, later.month, later.day)
            return [FoundForm(match.start, match.end, form, "double-date")]
    if year is None or other_month is None:
        return []
    return _two_days(match, year, first, second)


def _beside_new_year(first: Point, second: Point) -> Iterator[tuple[Point, Point]]:
    """Both days in one year; then one of them in the year before."""
    yield first, second
    yield first._replace(year=first.year - 1), second
    yield first, second._replace(year=second.year - 1)


def _two_days(match: LabelledMatch, year: int, first: Point, second: Point) -> list[FoundForm]:
    codes, split = match.tokens.codes, min(match.position("other_day"), match.position("other_month"))
    end = split
    while codes[end - 1] not in (CODES["open"], CODES["slash"]):
        end -= 1
    return [
        FoundForm(match.start, end - 1, Calendar(year, first.month, first.day), "full-date"),
        FoundForm(split, match.end, Calendar(year, second.month, second.day), "full-date"),
    ]
