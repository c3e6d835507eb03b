"""From a match of a production to the form that its words say. Nothing is resolved here."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from dossier.dates.forms import Calendar, Edge, Form, Found, Interval, Period, Shift, Weekday, Which
from dossier.dates.labels import day_of, edge_of, month_of, number, ordinal_of, unit_of, which_of, year_of
from dossier.dates.lexicon import (
    CODES,
    DECADE_WORDS,
    FEASTS,
    NUMBERS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)
from dossier.dates.pattern import Labelled

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
    number = 4 if "final" in match.at else ordinal_of(match)
    return Calendar(year_of(match), 32 + number) if number in (1, 2, 3, 4) else None


def _half(match: Labelled) -> Calendar | None:
    return Calendar(year_of(match), 40 if edge_of(match) == "START" else 41)


def _half_of_period(match: Labelled) -> Form | None:
    if unit_of(match) == "year" and match.word("unit") == "year":
        return Calendar(month=40 if edge_of(match) == "START" else 41, which=which_of(match) or "that")
    return _period(match)


def _of_year(match: Labelled) -> Calendar | None:
    """Reads "July of that year"; "May 11 this year" are two dates, one of them "this year"."""
    which = which_of(match)
    if match.word("unit") != "year" or (
        which == "this" and match.tokens.word(match.position("which") - 1) != "of"
    ):
        return None
    day = day_of(match) if "day" in match.at else None
    month = SEASONS[match.word("season")] if "season" in match.at else month_of(match)
    return Calendar(month=month, day=day, which=_OF_YEAR[which])


def _year_of_era(match: Labelled) -> Calendar | None:
    return Calendar(number(match.word("year")), lacks="era")


def _day_only(match: Labelled) -> Calendar | None:
    return Calendar(day=day_of(match))


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
    return Weekday(WEEKDAYS[match.word("weekday")], which_of(match))


def _period(match: Labelled) -> Form | None:
    if match.word("unit") in UNITS and match.word("unit").endswith("s") and match.word("which") != "this":
        return None
    which = which_of(match)
    if match.word("unit") == "night" and which == "last":
        return Shift(-1, "day", from_now=True)
    return Period(unit_of(match), which or "the")


def _shift(match: Labelled) -> Form | None:
    amount = number(match.word("n")) if "n" in match.at else 1
    if amount is None:
        return None
    amount += NUMBERS.get(match.word("ones"), 0)
    if match.word("on") in ("next", "subsequent", "ensuing", "coming"):
        return None
    for day, label in enumerate(("yesterday", "today", "tomorrow"), -1):
        if label in match.at:
            return Shift(-amount, "year", from_now=True, on_day=day) if unit_of(match) == "year" else None
    now = match.word("back") == "ago" or match.word("on") in ("hence", "now")
    return Shift(-amount if "back" in match.at else amount, unit_of(match), from_now=now)


def _day_word(match: Labelled) -> Form | None:
    if "unit" in match.at and match.word("unit") != "day":
        return None
    further = 2 if "unit" in match.at else 1
    if "today" in match.at:
        return Shift(0, "day", from_now=True)
    return Shift(-further if "yesterday" in match.at else further, "day", from_now=True)


def _days_of_month(match: Labelled) -> list[Found]:
    """Each day of "May 3, 5 and 7", "3-9 May 1931": a date each, or one interval where a dash joins two."""
    first, _ = match.at["days"]
    last, _ = match.at["lastday"]
    days = [i for i in range(first, last + 1) if match.tokens.codes[i] in _DAY_CODES]
    dates = [Calendar(year_of(match), month_of(match), number(match.tokens.word(i))) for i in days]
    if len(days) == 2 and match.tokens.codes[days[0] + 1] == CODES["dash"]:
        return [Found(match.start, match.end, Interval(dates[0], dates[1]), "days-of-month")]
    starts = [match.start, *days[1:]]
    ends = [*(day + 1 for day in days[:-1]), match.end]
    return [
        Found(start, end, date, "days-of-month") for start, end, date in zip(starts, ends, dates, strict=True)
    ]


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
    "day-of-month": _day_only,
    "weekday": _weekday,
    "period": _period,
    "period-edge": _period,
    "shift": _shift,
    "day-word": _day_word,
    "year-of-era": _year_of_era,
    "short-year": _short_year,
    "month-of-year": _of_year,
    "half-of-year": _half_of_period,
}
_LISTS: Final[dict[str, Callable[[Labelled], list[Found]]]] = {
    "days-of-month": _days_of_month,
    "years-of-era": _years_of_era,
    "centuries": _centuries,
    "feast": _feast,
}
