"""Read the dates of sources as reference managers and their users write them: as EDTF, or not at all.

CSL data may give parts, a season, or what somebody typed (https://docs.citationstyles.org, “date variables”).
What was typed is read only if the whole of it is a date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from dossier.content.schema.values import KINDS
from dossier.importing.metadata.evidence import clean
from dossier.importing.metadata.moments import find_moments, month_names
from dossier.model.mentions import Document
from dossier.recognise.dates import find_dates
from dossier.recognise.languages import language

_TIME: Final = re.compile(r"[T ]\d{2}:\d{2}.*$")
#: “c. 1850”, “[1850?]”, “um 1850”; the words are those of libraries' catalogues.
_ABOUT: Final = re.compile(
    r"^(?:circa|ca?|about|around|approx(?:imately)?|um|etwa|vers|hacia|około|ok|kolem|бл|близько|около|ок)"
    r"(?:\.\s*|\s+)(?=\d)",
    re.IGNORECASE,
)
_SUPPLIED: Final = re.compile(r"\[([^\[\]]+)\]")
_ROUGHLY: Final = re.compile(r"^(?P<year>\d{4})\s?(?P<mark>\?)$")
_BETWEEN: Final = re.compile(r"\s+(?:[-–—]|to|bis|à|до|по)\s+|(?<=\d)\s?[–—/]\s?(?=\d)|(?<=\d{4})-(?=\d{4}$)")
_YEAR_FIRST: Final = re.compile(
    r"(?P<year>\d{4})(?P<sign>[./-])(?P<month>\d{1,2})(?:(?P=sign)(?P<day>\d{1,2}))?"
)
_MONTH_YEAR: Final = re.compile(
    r"(?P<name>[^\W\d_]{3,14})\.?,?[\s-]+(?:de\s+|of\s+)?(?P<year>\d{4})(?:\s?(?:r|р|г|roku|року|года)\.?)?"
    r"|(?P<other>\d{4})[\s-]+(?P<after>[^\W\d_]{3,14})\.?"
)
_NUMBER_MONTH: Final = re.compile(r"(?P<month>\d{1,2})[./](?P<year>\d{4})")
_WORDS_AROUND: Final = re.compile(r"^[^\W\d_]{2,12},\s|\s(?:р|г|r|roku|року|года)\.?$")
_SEASONS: Final = {
    "1": 21, "2": 22, "3": 23, "4": 24, "spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24,
}  # fmt: skip
_FIRST_SEASON: Final = 13
_MOST: Final = 200


def source_date(value: object) -> str:
    """A date variable of CSL data as EDTF, "" where it is not surely one.

    >>> source_date({"date-parts": [[1996], [2004]]}), source_date("Feb 2022"), source_date("in press")
    ('1996/2004', '2022-02', '')
    """
    if not isinstance(value, Mapping):
        return typed_date(clean(value))
    found = _of_parts(value) or typed_date(clean(value.get("raw")) or clean(value.get("literal")))
    circa = str(value.get("circa", "")).lower() in ("true", "1")
    return _edtf(f"{found}~") if found and circa and "/" not in found else found


def typed_date(text: str) -> str:
    """What somebody typed as a date, as EDTF; "" where a part of it is not understood."""
    text = _TIME.sub("", text[:_MOST].strip().rstrip("."))
    return _edtf(text) or _supplied(text) or _one(text) or _span(text)


def _edtf(text: str) -> str:
    try:
        return str(KINDS["date"].read(text)) if text else ""
    except ValueError:
        return ""


def _supplied(text: str) -> str:
    """What a cataloguer has added or doubts: “[1850]”, “[c. 1850]”, “1850?”."""
    inner = _SUPPLIED.fullmatch(text)
    if inner:
        return typed_date(inner[1])
    about = _ABOUT.match(text)
    if about:
        found = typed_date(text[about.end() :])
        return _edtf(f"{found}~") if found and "/" not in found else ""
    roughly = _ROUGHLY.match(text)
    return f"{roughly['year']}?" if roughly else ""


def _one(text: str) -> str:
    """One day, month, season or year in digits or words."""
    numbers = _YEAR_FIRST.fullmatch(text)
    if numbers:
        return _of_numbers(numbers["year"], numbers["month"], numbers["day"] or "")
    months = _MONTH_YEAR.fullmatch(text)
    if months:
        month = month_names().get((months["name"] or months["after"]).lower())
        return _of_numbers(months["year"] or months["other"], str(month), "") if month else _english(text)
    bare = _NUMBER_MONTH.fullmatch(text)
    if bare:
        return _of_numbers(bare["year"], bare["month"], "")
    days = {(moment.day, moment.ambiguous) for moment in find_moments(text)}
    if len(days) == 1:
        (day, ambiguous), *_ = days
        return day if not ambiguous and _is_all(text, day) else ""
    return _english(text)


def _is_all(text: str, day: str) -> bool:
    """Whether nothing but a day is said: its three numbers, or two and the name of a month, and a weekday."""
    rest = _WORDS_AROUND.sub("", text)
    words = [
        word for word in re.findall(r"[^\W\d_]+", rest) if word.lower() not in ("de", "of", "del", "the")
    ]
    numbers = [int(number) for number in re.findall(r"\d+", rest)]
    named = [word for word in words if word.lower() in month_names()]
    ordinals = [word for word in words if word.lower() in ("st", "nd", "rd", "th", "er", "го", "е")]
    year, month, number = map(int, day.split("-"))
    wanted = sorted((year, number) if named else (year, month, number))
    return sorted(numbers) == wanted and len(words) == len(named) + len(ordinals)


def _english(text: str) -> str:
    """Forms that prose has too: “Spring 2022”, “the 1990s”; not what counts from another date."""
    before = "in "
    found = find_dates(Document(f"{before}{text},"), language("en").dates)
    whole = [date for date in found if len(text) + len(before) == date.end and date.start <= len(before)]
    return whole[0].value if len(whole) == len(found) == 1 and not whole[0].relative else ""


def _span(text: str) -> str:
    """Two dates with a sign or a word between; the second completes the first."""
    parts = _BETWEEN.split(text)
    if len(parts) != 2:
        return _english(text)
    first, last = (part.strip() for part in parts)
    one, two = typed_date(first), typed_date(last)
    if two and not one:
        one = typed_date(f"{first} {two[:4]}")
    return _edtf(f"{one}/{two}") if one and two and "/" not in one + two else _english(text)


def _of_parts(value: Mapping[object, object]) -> str:
    parts = value.get("date-parts")
    if not isinstance(parts, list) or not parts or not all(isinstance(part, list) for part in parts):
        return ""
    dates = [
        _of_numbers(*[*(str(number).strip() for number in part[:3]), "", "", ""][:3]) for part in parts[:2]
    ]
    season = _SEASONS.get(str(value.get("season", "")).strip().lower())
    if season and len(dates) == 1 and re.fullmatch(r"\d{4}", dates[0]):
        dates = [f"{dates[0]}-{season}"]
    return _edtf("/".join(dates)) if all(dates) else ""


def _of_numbers(year: str, month: str, day: str) -> str:
    """A date by its numbers, 0 for none; before Christ the year is negative, -44 for 44 BC."""
    try:
        numbers = [int(number) for number in (year, month, day) if number not in ("", "0", "00", "None")]
    except ValueError:
        return ""
    if not numbers or not -9999 <= numbers[0] <= 9999 or (day and not month):
        return ""
    first = numbers[0] + 1 if numbers[0] < 0 else numbers[0]
    if len(numbers) == 2 and numbers[1] in range(_FIRST_SEASON, _FIRST_SEASON + 4):
        numbers[1] += 21 - _FIRST_SEASON
    return _edtf("-".join([f"{'-' * (first < 0)}{abs(first):04d}", *(f"{each:02d}" for each in numbers[1:])]))
