"""Read the words of a match as the form of a date, without looking at what surrounds it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dossier.recognise.dates.counting import read_count, read_day_word, read_period
from dossier.recognise.dates.days import days_alone, days_of_month, double_date
from dossier.recognise.dates.forms import (
    Calendar,
    Edge,
    Form,
    FoundForm,
    Interval,
    Weekday,
    Which,
)
from dossier.recognise.dates.labels import (
    LabelledMatch,
    day_of,
    edge_of,
    is_before_christ,
    is_one,
    month_of,
    number,
    ordinal_of,
    season_of,
    weekday_of,
    which_of,
    year_near,
    year_of,
)
from dossier.recognise.dates.points import YEARS_OF
from dossier.recognise.dates.vocabulary import CODES

_OF_YEAR: Final[dict[Which, Which]] = {
    "this": "year this", "that": "year that", "last": "year last", "next": "year next",
    "following": "year following", "previous": "year previous",
}  # fmt: skip
_NUMBERS: Final = re.compile(r"\d+")
_NO_DIGITS: Final = re.compile(r"\D")
_LAST_MONTH: Final = 12
_DIGITS_OF_YEAR: Final = 4
_FIRST_FULL_YEAR: Final = 1000
_SIGNS: Final = frozenset(CODES[name] for name in ("dash", "slash", "dot"))
_TOKENS_WITH_SIGNS: Final = 5
_WEEKS: Final = {"week": 1, "fortnight": 2}
_QUARTERS: Final = range(1, 5)
_LATEST_CENTURY: Final = 30


def read(rule: str, match: LabelledMatch) -> list[FoundForm]:
    """The forms of one match: one, or one for each day of a list; none where no calendar has the date."""
    own = match.tokens.language.own_readers.get(rule)
    if own is None and rule in LISTS:
        return LISTS[rule](match)
    form = READERS[rule](match) if own is None else own(match)
    if form is None:
        return []
    return [_found(match, form, rule)]


def _found(match: LabelledMatch, form: Form, rule: str) -> FoundForm:
    return FoundForm(match.start, match.end, form, rule, edge_of(match), "about" in match.at)


# --- dates by their parts


def _date(match: LabelledMatch) -> Calendar | None:
    """Day and month, and the year if stated; "the 5th day of May", but not a week of it."""
    month = month_of(match)
    if month is None or ("unit" in match.at and not is_one(match, "day")) or not _is_one_token(match):
        return None
    if "short" in match.at:
        return Calendar(day_of(match, "short"), month, day_of(match), lacks="century")
    year = year_of(match)
    if "spoken" in match.at and year is None:
        return None
    weekday = weekday_of(match) if year is None else None
    return Calendar(year, month, day_of(match), which=which_of(match), weekday=weekday)


def _is_one_token(match: LabelledMatch) -> bool:
    """Whether no space stands beside the signs that separate day, month and year ("10-Apr-2015")."""
    tokens, start, end = match.tokens, match.start, match.end
    signs = {tokens.codes[start + 1], tokens.codes[end - 2]}
    if end - start != _TOKENS_WITH_SIGNS or not signs <= _SIGNS:
        return True
    return len(signs) == 1 and all(tokens.glued(index) for index in range(start + 1, end))


def _month(match: LabelledMatch) -> Calendar | None:
    month, year = month_of(match), year_of(match)
    if month is None or ("spoken" in match.at and year is None):
        return None
    return Calendar(year, month, which=which_of(match))


def _season(match: LabelledMatch) -> Calendar | None:
    """A season; "the winter of 1683-84" begins in 1683, and EDTF writes it as 1683-24."""
    season = season_of(match)
    return None if season is None else Calendar(year_of(match), season, which=which_of(match))


def _iso(match: LabelledMatch) -> Calendar | None:
    year, month, day = map(int, _NUMBERS.findall(match.word("iso"))[:3])
    return Calendar(year, month, day) if 1 <= month <= _LAST_MONTH else None


def _numeric(match: LabelledMatch) -> Form | None:
    """A date in numbers ("24.2.2022", "24. 2. 2022"), or two days of a month ("24–26.2.2022")."""
    if "numeric" not in match.at:
        tokens, start = match.tokens, match.start
        spaced = tokens.glued(start + 1) and tokens.glued(start + 3)
        return _date_in_numbers(match, ".".join(tokens.words[start : start + 5 : 2])) if spaced else None
    last = _date_in_numbers(match, match.word("numeric"))
    if "first" not in match.at or last is None:
        return last
    within = range(match.start + 1, match.end)
    if not all(match.tokens.glued(index) for index in within):
        return None
    return Interval(Calendar(last.year, last.month, day_of(match, "first")), last)


def _date_in_numbers(match: LabelledMatch, word: str) -> Calendar | None:
    """A date in the order of the language; without an order, an ambiguous one is no date.

    A year that comes first is followed by the month everywhere.
    """
    parts = _NUMBERS.findall(word)
    order = match.lexicon.numeric_order if "." in word else match.lexicon.slashed_order
    if len(parts[0]) == _DIGITS_OF_YEAR:
        order = ("year", "month", "day")
    by_name = dict(zip(order or ("day", "month", "year"), parts, strict=True))
    if len(by_name["year"]) != _DIGITS_OF_YEAR:
        return None
    day, month = int(by_name["day"]), int(by_name["month"])
    if not order and day <= _LAST_MONTH and month <= _LAST_MONTH and day != month:
        return None
    if month > _LAST_MONTH and order[:1] != ("year",):
        day, month = month, day
    return Calendar(int(by_name["year"]), month, day) if 1 <= month <= _LAST_MONTH else None


def _year(match: LabelledMatch) -> Calendar | None:
    year = year_of(match)
    return None if year is None else Calendar(year)


def _year_range(match: LabelledMatch) -> Form | None:
    tail = match.word("tail")
    first, last = number(match.word("year"), match.lexicon), number(tail, match.lexicon)
    if first is None or last is None:
        return None
    if is_before_christ(match):
        return Interval(Calendar(1 - first), Calendar(1 - last)) if first > last else None
    if len(tail) < 3:
        width = 10 ** len(tail)
        if last <= first % width:
            # "2021-06" can only be a month.
            is_month = first >= _FIRST_FULL_YEAR and len(tail) == 2 and 1 <= last <= _LAST_MONTH
            return Calendar(first, last) if is_month else None
        last += first - first % width
    if not ("era" in match.at or first >= _FIRST_FULL_YEAR) or not first < last < first + 1000:
        return None
    return Interval(Calendar(first), Calendar(last))


def _short_year(match: LabelledMatch) -> Calendar:
    """The year 68 of "the spirit of '68"."""
    month = month_of(match) if "month" in match.at else season_of(match)
    return Calendar(number(match.word("year"), match.lexicon), month, lacks="century")


def _years_of_era(match: LabelledMatch) -> list[FoundForm]:
    """Both years of "264 to 241 BC", in the era of the second."""
    first, last = number(match.word("first"), match.lexicon), year_of(match)
    if first is None or last is None:
        return []
    year = 1 - first if is_before_christ(match) else first
    if year > last:
        return []
    split, second = match.position("first") + 1, match.position("year")
    return [
        FoundForm(match.start, split, Calendar(year), "years-of-era", because=(second, match.end)),
        FoundForm(second, match.end, Calendar(last), "years-of-era"),
    ]


def _year_of_era(match: LabelledMatch) -> list[FoundForm]:
    """A year of three digits, in the era of the nearest earlier year that has one."""
    near = year_near(match.tokens, match.start, number(match.word("year"), match.lexicon))
    if near is None:
        return []
    first, because = near
    month = month_of(match) if "month" in match.at else season_of(match)
    form: Form = Calendar(first, month, day_of(match) if "day" in match.at else None)
    if "tail" in match.at:
        last = year_near(match.tokens, match.start, number(match.word("tail"), match.lexicon))
        if last is None or last[0] <= first:
            return []
        form = Interval(Calendar(first), Calendar(last[0]))
    return [replace(_found(match, form, "year-of-era"), because=because)]


def _decade(match: LabelledMatch) -> Calendar | None:
    word = match.word("decade")
    if word in match.lexicon.decades:
        return Calendar(1900 + match.lexicon.decades[word], years=10)
    year = int(_NO_DIGITS.sub("", word))
    if year < 100:
        return Calendar(year, years=10, lacks="century")
    if year % 10:
        return None
    if is_before_christ(match):
        return Calendar(1 - year - 9, years=10)
    if year < 1000 and "era" not in match.at:
        return None
    return Calendar(year, years=_span_of_decade(year, edge_of(match)))


def _span_of_decade(year: int, edge: Edge) -> int:
    """In years: "the 1800s" are a century, "the 2000s" and "the early 1900s" a decade."""
    if year % 100 or year >= 2000:
        return 10
    return 10 if year == 1900 and edge == "START" else 100


def _century(match: LabelledMatch) -> Calendar | None:
    ordinal, unit = ordinal_of(match), match.lexicon.units.get(match.word("century"))
    if ordinal is None or not 1 <= ordinal <= _LATEST_CENTURY or unit not in YEARS_OF:
        return None
    years = YEARS_OF[unit]
    return Calendar(1 - ordinal * years if is_before_christ(match) else (ordinal - 1) * years, years=years)


def _centuries(match: LabelledMatch) -> list[FoundForm]:
    """Both of "the 18th and 19th centuries"."""
    first, last = number(match.word("first"), match.lexicon), _century(match)
    if first is None or last is None:
        return []
    start = 1 - first * 100 if last.year is not None and last.year < 0 else (first - 1) * 100
    split = match.position("first") + 1
    second = match.position("tens" if "tens" in match.at else "ordinal")
    return [
        FoundForm(match.start, split, Calendar(start, years=100), "century", because=(second, match.end)),
        FoundForm(second, match.end, last, "century"),
    ]


def _quarter(match: LabelledMatch) -> Calendar | None:
    quarter = _number_of_quarter(match)
    return Calendar(year_of(match), 32 + quarter) if quarter in _QUARTERS else None


def _number_of_quarter(match: LabelledMatch) -> int:
    """The 3 of "the third quarter", of "Q3"; the final quarter is the fourth."""
    if "code" in match.at:
        return match.lexicon.quarters.get(match.word("code"), 0)
    return 4 if "final" in match.at else ordinal_of(match) or 0


def _half(match: LabelledMatch) -> Calendar:
    return Calendar(year_of(match), 40 if edge_of(match) == "START" else 41)


def _half_of_period(match: LabelledMatch) -> Form | None:
    if is_one(match, "year"):
        return Calendar(month=40 if edge_of(match) == "START" else 41, which=which_of(match) or "that")
    return read_period(match)


def _of_year(match: LabelledMatch) -> Calendar | None:
    """Reads "July of that year"."""
    if not is_one(match, "year"):
        return None
    which = _OF_YEAR[which_of(match)]
    if "quarter" in match.at:
        quarter = _quarter(match)
        return None if quarter is None else Calendar(month=quarter.month, which=which)
    month = season_of(match) if "season" in match.at else month_of(match)
    return Calendar(month=month, day=day_of(match) if "day" in match.at else None, which=which)


def _anniversary(match: LabelledMatch) -> Calendar | None:
    """Reads "this day in 2003": the month and the day are those of the publication."""
    return Calendar(year_of(match), which="this") if is_one(match, "day") else None


def _feast(match: LabelledMatch) -> list[FoundForm]:
    """A feast of several words ("New Year's Day"), and the year where it follows."""
    tokens, lexicon = match.tokens, match.lexicon
    silent = (CODES["possessive"], CODES["apostrophe"])
    # A possessive ending may come between two words.
    for length in range(min(lexicon.longest_feast + 1, len(tokens.words) - match.start), 0, -1):
        end = match.start + length
        said = range(match.start, end)
        name = " ".join(tokens.words[i] for i in said if tokens.codes[i] not in silent)
        if name in lexicon.feasts and tokens.words[end - 1].isalpha():
            month, day = lexicon.feasts[name]
            behind = end + (tokens.code(end) == CODES["comma"])
            if tokens.code(behind) == CODES["year"]:
                date = Calendar(number(tokens.words[behind], lexicon), month, day)
                return [FoundForm(match.start, behind + 1, date, "feast")]
            return [FoundForm(match.start, end, Calendar(None, month, day), "feast")]
    return []


def _weekday(match: LabelledMatch) -> Weekday | None:
    """A weekday; "on the Monday" is the next one after the last date mentioned."""
    day = weekday_of(match)
    if day is None:
        return None
    if "unit" in match.at or "on" in match.at:
        return _weekday_and_weeks(match, day)
    tokens, before = match.tokens, match.start - 1
    introducers = tokens.language.guards.weekday_introducers
    on_the = tokens.code(before) == CODES["the"] and tokens.word(before - 1) in introducers
    return Weekday(day, which_of(match) or ("the" if on_the else ""))


def _weekday_and_weeks(match: LabelledMatch, day: int) -> Weekday | None:
    """Reads "Monday week", "two weeks on Monday", "Monday of last week", "the Monday after next"."""
    if "on" in match.at:
        return Weekday(day, weeks=1)
    weeks = _WEEKS.get(match.lexicon.units.get(match.word("unit"), ""), 0)
    if "which" in match.at:
        return Weekday(day, which_of(match), in_week=True) if is_one(match, "week") else None
    count = number(match.word("n"), match.lexicon) if "n" in match.at else 1
    one = "n" in match.at or match.word("unit") not in match.lexicon.plural_units
    if not (weeks and count and one):
        return None
    return Weekday(day, weeks=-count * weeks if "back" in match.at else count * weeks)


READERS: Final[dict[str, Callable[[LabelledMatch], Form | None]]] = {
    "iso-date": _iso,
    "numeric-date": _numeric,
    "full-date": _date,
    "month-year": _month,
    "season-year": _season,
    "quarter-year": _quarter,
    "half-year": _half,
    "year-range": _year_range,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "month-day": _date,
    "month": _month,
    "season": _season,
    "anniversary": _anniversary,
    "quarter": _quarter,
    "weekday": _weekday,
    "period": read_period,
    "period-edge": read_period,
    "shift": read_count,
    "day-word": read_day_word,
    "short-year": _short_year,
    "month-of-year": _of_year,
    "half-of-year": _half_of_period,
}
LISTS: Final[dict[str, Callable[[LabelledMatch], list[FoundForm]]]] = {
    "days-of-month": days_of_month,
    "day-of-month": days_alone,
    "double-date": double_date,
    "year-of-era": _year_of_era,
    "years-of-era": _years_of_era,
    "centuries": _centuries,
    "feast": _feast,
}
