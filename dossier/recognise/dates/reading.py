"""From a match of a production to the form that its words say. Nothing is resolved here."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from dossier.recognise.dates.counts import count, day_word, period
from dossier.recognise.dates.forms import Calendar, Edge, Form, Found, Interval, Weekday, Which
from dossier.recognise.dates.labels import (
    day_of,
    edge_of,
    month_of,
    number,
    ordinal_of,
    unit_of,
    which_of,
    year_near,
    year_of,
)
from dossier.recognise.dates.lexicon import CODES, DECADE_WORDS, FEASTS, SEASONS, WEEKDAYS
from dossier.recognise.dates.pattern import Labelled

_OF_YEAR: Final[dict[Which, Which]] = {
    "this": "year this", "that": "year that", "last": "year last", "next": "year next",
    "following": "year following", "previous": "year previous",
}  # fmt: skip
_DATE_NUMBERS: Final = re.compile(r"(\d+)[./-](\d+)[./-](\d+)")
_DAY_CODES: Final = frozenset((CODES["day_number"], CODES["nth"]))


def read(rule: str, match: Labelled) -> list[Found]:
    """The forms of one match: one, or one each of a list of days; none where no calendar has it."""
    if rule in _LISTS:
        return _LISTS[rule](match)
    form = _READERS[rule](match)
    if form is None:
        return []
    return [Found(match.start, match.end, form, rule, edge_of(match), "about" in match.at)]


def _date(match: Labelled) -> Calendar | None:
    """Day and month, and the year where it is told; "the 5th day of May", but no week of it."""
    if match.word("unit") not in ("", "day"):
        return None
    return Calendar(year_of(match), month_of(match), day_of(match), which=which_of(match))


def _month_form(match: Labelled) -> Calendar | None:
    return Calendar(year_of(match), month_of(match), which=which_of(match))


def _season(match: Labelled) -> Form | None:
    year, season = year_of(match), SEASONS[match.word("season")]
    # "the winter of 1683-84" is the winter that begins in 1683: what EDTF writes as 1683-24.
    return Calendar(year, season, which=which_of(match))


def _iso(match: Labelled) -> Calendar | None:
    year, month, day = (int(part) for part in match.word("iso")[:10].split("-"))
    return Calendar(year, month, day)


def _numeric(match: Labelled) -> Calendar | None:
    """13.12.1981 is day first; 12/13/1981 month first; 11/12/1981 may be either, and is refused."""
    word = match.word("numeric")
    parts = _DATE_NUMBERS.fullmatch(word)
    if parts is None or len(parts[3]) != 4:
        return None
    day, month = int(parts[1]), int(parts[2])
    if "/" in word and day <= 12 and month <= 12 and day != month:
        return None
    if month > 12:
        day, month = month, day
    return Calendar(int(parts[3]), month, day) if month <= 12 else None


def _year_form(match: Labelled) -> Calendar | None:
    return Calendar(year_of(match))


def _year_range(match: Labelled) -> Form | None:
    first, tail = number(match.word("year")), match.word("tail")
    last = number(tail)
    if first is None or last is None:
        return None
    if match.word("era").replace(".", "").startswith("b"):
        return Interval(Calendar(1 - first), Calendar(1 - last)) if first > last else None
    if len(tail) < 3:
        width = 10 ** len(tail)
        if last <= first % width:
            # "2021-06" can only be a month.
            return Calendar(first, last) if len(tail) == 2 and 1 <= last <= 12 else None
        last += first - first % width
    if not ("era" in match.at or first >= 1000) or not first < last < first + 1000:
        return None
    return Interval(Calendar(first), Calendar(last))


def _short_year(match: Labelled) -> Calendar | None:
    """The year 68 of "the spirit of '68"."""
    month = month_of(match) if "month" in match.at else SEASONS.get(match.word("season"))
    return Calendar(number(match.word("year")), month, lacks="century")


def _years_of_era(match: Labelled) -> list[Found]:
    """Both years of "264 to 241 BC", in the era of the second."""
    first, last = number(match.word("first")), year_of(match)
    if first is None or last is None:
        return []
    before_christ = match.word("era").startswith("b")
    year = 1 - first if before_christ else first
    if year > last:
        return []
    split = match.position("first") + 1
    return [
        Found(match.start, split, Calendar(year), "years-of-era"),
        Found(match.position("year"), match.end, Calendar(last), "years-of-era"),
    ]


def _centuries(match: Labelled) -> list[Found]:
    """Both of "the 18th and 19th centuries"."""
    first, last = number(match.word("first")), _century(match)
    if first is None or last is None:
        return []
    start = 1 - first * 100 if last.year is not None and last.year < 0 else (first - 1) * 100
    split = match.position("first") + 1
    second = match.position("tens" if "tens" in match.at else "ordinal")
    return [
        Found(match.start, split, Calendar(start, years=100), "century"),
        Found(second, match.end, last, "century"),
    ]


def _decade(match: Labelled) -> Calendar | None:
    word = match.word("decade")
    if word in DECADE_WORDS:
        return Calendar(1900 + DECADE_WORDS[word], years=10)
    year = int(re.sub(r"\D", "", word))
    if year < 100:
        return Calendar(1900 + year, years=10)
    if year % 10:
        return None
    if match.word("era").startswith("b"):
        return Calendar(1 - year - 9, years=10)
    if year < 1000 and "era" not in match.at:
        return None
    return Calendar(year, years=_span_of_decade(year, edge_of(match)))


def _span_of_decade(year: int, edge: Edge) -> int:
    """In years: "the 1800s" are a century, "the 2000s" and "the early 1900s" a decade."""
    if year % 100 or year >= 2000:
        return 10
    return 10 if year == 1900 and edge == "START" else 100


def _century(match: Labelled) -> Calendar | None:
    number = ordinal_of(match)
    if number is None or not 1 <= number <= 30:
        return None
    years = 1000 if match.word("century").startswith("mill") else 100
    if match.word("era").startswith("b"):
        return Calendar(1 - number * years, years=years)
    return Calendar((number - 1) * years, years=years)


def _quarter(match: Labelled) -> Calendar | None:
    quarter = _number_of_quarter(match)
    return Calendar(year_of(match), 32 + quarter) if quarter in (1, 2, 3, 4) else None


def _number_of_quarter(match: Labelled) -> int | None:
    """The 3 of "the third quarter", of "Q3"; the final quarter is the fourth."""
    if "code" in match.at:
        return int(match.word("code")[1])
    return 4 if "final" in match.at else ordinal_of(match)


def _half(match: Labelled) -> Calendar | None:
    return Calendar(year_of(match), 40 if edge_of(match) == "START" else 41)


def _half_of_period(match: Labelled) -> Form | None:
    if unit_of(match) == "year" and match.word("unit") == "year":
        return Calendar(month=40 if edge_of(match) == "START" else 41, which=which_of(match) or "that")
    return period(match)


def _of_year(match: Labelled) -> Calendar | None:
    """Reads "July of that year"; "May 11 this year" are two dates, one of them "this year"."""
    which = which_of(match)
    if match.word("unit") != "year" or (
        which == "this" and match.tokens.word(match.position("which") - 1) != "of"
    ):
        return None
    day = day_of(match) if "day" in match.at else None
    if "quarter" in match.at:
        quarter = _quarter(match)
        return None if quarter is None else Calendar(month=quarter.month, which=_OF_YEAR[which])
    month = SEASONS[match.word("season")] if "season" in match.at else month_of(match)
    return Calendar(month=month, day=day, which=_OF_YEAR[which])


def _year_of_era(match: Labelled) -> Form | None:
    """A year of three digits, in the era of the year nearest before it that is told with its era."""
    first = year_near(match.tokens, match.start, number(match.word("year")))
    if first is None:
        return None
    if "tail" in match.at:
        last = year_near(match.tokens, match.start, number(match.word("tail")))
        return None if last is None or last <= first else Interval(Calendar(first), Calendar(last))
    month = SEASONS.get(match.word("season"))
    month = month_of(match) if "month" in match.at else month
    return Calendar(first, month, day_of(match) if "day" in match.at else None)


def _anniversary(match: Labelled) -> Calendar | None:
    """Reads "this day in 2003": the month and the day are those of the publication."""
    return Calendar(year_of(match), which="this") if match.word("unit") == "day" else None


def _days_alone(match: Labelled) -> list[Found]:
    """The 13th; both of "the 19th and 22nd"; "Sunday, 9th" with the weekday that tells its month."""
    weekday = WEEKDAYS.get(match.word("weekday"))
    days = [i for i in range(match.start, match.end) if match.tokens.codes[i] == CODES["nth"]]
    return [
        Found(
            match.start if number_of_day == 0 else index,
            index + 1,
            Calendar(day=number(match.tokens.word(index)), weekday=weekday),
            "day-of-month",
        )
        for number_of_day, index in enumerate(days)
    ]


def _feast(match: Labelled) -> list[Found]:
    """A feast of up to four words ("New Year's Day"), and the year where it follows."""
    words = [match.tokens.word(match.start + i) for i in range(4)]
    for length in (4, 3, 2, 1):
        name = " ".join(word for word in words[:length] if word not in ("'s", "’s", "'", "’"))
        if name in FEASTS and words[length - 1].isalpha():
            month, day = FEASTS[name]
            end = match.start + length
            end += match.tokens.codes[end : end + 1] == CODES["comma"]
            if match.tokens.codes[end : end + 1] == CODES["year"]:
                date = Calendar(number(match.tokens.word(end)), month, day)
                return [Found(match.start, end + 1, date, "feast")]
            return [Found(match.start, match.start + length, Calendar(None, month, day), "feast")]
    return []


def _weekday(match: Labelled) -> Weekday:
    """A weekday; "on the Monday" is the next after the date spoken of."""
    before = [match.tokens.word(match.start - i) for i in (1, 2)]
    on_the = before[0] == "the" and before[1] in ("on", "by", "until")
    return Weekday(WEEKDAYS[match.word("weekday")], which_of(match) or ("the" if on_the else ""))


def _days_of_month(match: Labelled) -> list[Found]:
    """Each day of "May 3, 5 and 7", "3-9 May 1931": a date each, or one interval where a dash joins two."""
    first, _ = match.at["days"]
    last, _ = match.at["lastday"]
    days = [i for i in range(first, last + 1) if match.tokens.codes[i] in _DAY_CODES]
    dates = [Calendar(year_of(match), month_of(match), number(match.tokens.word(i))) for i in days]
    if len(days) == 2 and _is_stretch(match, days[0] + 1):
        return [Found(match.start, match.end, Interval(dates[0], dates[1]), "days-of-month")]
    starts = [match.start, *days[1:]]
    ends = [*(day + 1 for day in days[:-1]), match.end]
    return [
        Found(start, end, date, "days-of-month") for start, end, date in zip(starts, ends, dates, strict=True)
    ]


def _is_stretch(match: Labelled, join: int) -> bool:
    """Reads "3-9 May", "from 3 to 9 May" and the night of "8/9 July"."""
    code = match.tokens.codes[join]
    if code in (CODES["to"], CODES["until"]):
        return match.tokens.word(match.start - 1) == "from"
    return code in (CODES["dash"], CODES["slash"])


_READERS: Final[dict[str, Callable[[Labelled], Form | None]]] = {
    "iso-date": _iso,
    "numeric-date": _numeric,
    "full-date": _date,
    "month-year": _month_form,
    "season-year": _season,
    "quarter-year": _quarter,
    "half-year": _half,
    "year-range": _year_range,
    "year": _year_form,
    "decade": _decade,
    "century": _century,
    "month-day": _date,
    "month": _month_form,
    "season": _season,
    "anniversary": _anniversary,
    "quarter": _quarter,
    "weekday": _weekday,
    "period": period,
    "period-edge": period,
    "shift": count,
    "day-word": day_word,
    "year-of-era": _year_of_era,
    "short-year": _short_year,
    "month-of-year": _of_year,
    "half-of-year": _half_of_period,
}
_LISTS: Final[dict[str, Callable[[Labelled], list[Found]]]] = {
    "days-of-month": _days_of_month,
    "day-of-month": _days_alone,
    "years-of-era": _years_of_era,
    "centuries": _centuries,
    "feast": _feast,
}
