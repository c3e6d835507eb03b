"""Read the words of a match as the form of a date, without looking at what surrounds it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dossier.recognise.dates.counting import read_count, read_day_word, read_period
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
_DATE_NUMBERS: Final = re.compile(r"(\d+)[./-](\d+)[./-](\d+)")
_NO_DIGITS: Final = re.compile(r"\D")
_DAY_CODES: Final = frozenset((CODES["day_number"], CODES["nth"]))
_LAST_MONTH: Final = 12
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
    if month is None or ("unit" in match.at and not is_one(match, "day")):
        return None
    return Calendar(year_of(match), month, day_of(match), which=which_of(match))


def _month(match: LabelledMatch) -> Calendar | None:
    month = month_of(match)
    return None if month is None else Calendar(year_of(match), month, which=which_of(match))


def _season(match: LabelledMatch) -> Calendar | None:
    """A season; "the winter of 1683-84" begins in 1683, and EDTF writes it as 1683-24."""
    season = season_of(match)
    return None if season is None else Calendar(year_of(match), season, which=which_of(match))


def _iso(match: LabelledMatch) -> Calendar:
    year, month, day = (int(part) for part in match.word("iso")[:10].split("-"))
    return Calendar(year, month, day)


def _numeric(match: LabelledMatch) -> Calendar | None:
    """A date in numbers, in the order of the language; without an order, an ambiguous one is no date."""
    word = match.word("numeric")
    parts = _DATE_NUMBERS.fullmatch(word)
    if parts is None:
        return None
    order = match.lexicon.slashed_order if "/" in word else match.lexicon.numeric_order
    by_name = dict(zip(order or ("day", "month", "year"), parts.groups(), strict=True))
    if len(by_name["year"]) != 4:
        return None
    day, month = int(by_name["day"]), int(by_name["month"])
    if not order and day <= _LAST_MONTH and month <= _LAST_MONTH and day != month:
        return None
    if month > _LAST_MONTH:
        day, month = month, day
    return Calendar(int(by_name["year"]), month, day) if month <= _LAST_MONTH else None


def _year(match: LabelledMatch) -> Calendar:
    return Calendar(year_of(match))


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
            return Calendar(first, last) if len(tail) == 2 and 1 <= last <= _LAST_MONTH else None
        last += first - first % width
    if not ("era" in match.at or first >= 1000) or not first < last < first + 1000:
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
        return Calendar(1900 + year, years=10)
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
    tokens, before = match.tokens, match.start - 1
    introducers = tokens.language.guards.weekday_introducers
    on_the = tokens.code(before) == CODES["the"] and tokens.word(before - 1) in introducers
    day = match.lexicon.weekdays.get(match.word("weekday"))
    return None if day is None else Weekday(day, which_of(match) or ("the" if on_the else ""))


# --- lists of days


def _days_alone(match: LabelledMatch) -> list[FoundForm]:
    """The 13th; both of "the 19th and 22nd"; "Sunday, 9th" with the weekday that shows its month."""
    tokens, lexicon = match.tokens, match.lexicon
    weekday = lexicon.weekdays.get(match.word("weekday"))
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


def _days_of_month(match: LabelledMatch) -> list[FoundForm]:
    """Each day of "May 3, 5 and 7", "3-9 May 1931": a date for each, or an interval if a dash joins two."""
    tokens, year, month = match.tokens, year_of(match), month_of(match)
    if month is None:
        return []
    first, _ = match.at["days"]
    last, _ = match.at["lastday"]
    days = [i for i in range(first, last + 1) if tokens.codes[i] in _DAY_CODES]
    dates = [Calendar(year, month, number(tokens.word(i), match.lexicon)) for i in days]
    if len(days) == 2 and _is_stretch(match, days[0] + 1):
        return [FoundForm(match.start, match.end, Interval(dates[0], dates[1]), "days-of-month")]
    starts = [match.start, *days[1:]]
    ends = [*(day + 1 for day in days[:-1]), match.end]
    return [
        FoundForm(start, end, date, "days-of-month")
        for start, end, date in zip(starts, ends, dates, strict=True)
    ]


def _is_stretch(match: LabelledMatch, join: int) -> bool:
    """Reads "3-9 May", "from 3 to 9 May" and the night of "8/9 July"."""
    code = match.tokens.codes[join]
    if code in (CODES["to"], CODES["until"]):
        return match.tokens.code(match.start - 1) == CODES["from"]
    return code in (CODES["dash"], CODES["slash"])


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
    "days-of-month": _days_of_month,
    "day-of-month": _days_alone,
    "year-of-era": _year_of_era,
    "years-of-era": _years_of_era,
    "centuries": _centuries,
    "feast": _feast,
}
