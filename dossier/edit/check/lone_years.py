"""Check for numbers that were read as years and lie far from everything else that the dossier speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Final

from dossier.edit.check.definitions import Check, CheckedDossier, Problem, ReadText, check
from dossier.model.edtf import Bounds, bounds, from_day_number
from dossier.model.fields import Fields
from dossier.model.findings import Severity
from dossier.model.mentions import DateMention
from dossier.model.types import FieldSpec

_NUMBERS_ALONE: Final = frozenset(("year", "year-range"))
_WORD_BEFORE: Final = re.compile(r"(\w+)\W*$")
#: How far back the word before a number is looked for, in characters.
_FARTHEST_BACK: Final = 40
#: A year that is nearer than this to another date of the dossier may well be one.
_YEARS_APART: Final = 25


@check(
    "lone-year",
    Severity.WARNING,
    says="A number was read as a year that is far from every other date of the dossier, and no word such "
    "as “in” or “since” shows that it is one. It may be the number of a paper.",
    fix="If it is no year, write the number so that it shows (“no. 1895”) or as code. If it is one, say so "
    "in the text (“in 1895”), or suppress the finding.",
    leaves="years after “in”, “since” and the like, and years less than 25 years from any other date",
)
def lone_year(dossier: CheckedDossier) -> Iterator[Problem]:
    """What supports a year are the dates in front matter, and those in texts that are more than a number."""
    introducers = dossier.language.dates.guards.time_prepositions
    doubtful = {
        article.id: [date for date in read.dates if _is_number_alone(read, date, introducers)]
        for article, read in dossier.articles()
    }
    if not any(doubtful.values()):
        return
    supported = sorted(_supported(dossier, introducers))
    for article, read in dossier.articles():
        for date in doubtful[article.id]:
            near = min((_distance(supported, year) for year in _years(bounds(date.value))), default=0)
            if near < _YEARS_APART:
                continue
            words = read.text[date.start : date.end]
            message = f"“{words}” was read as a year, {near} years from every other date of the dossier"
            hint = f"if it is no year, write “no. {words}”; if it is one, “in {words}”"
            place = dossier.place_of(article, date.start, date.end)
            yield Problem(article.path, place, message, hint, date.end - date.start)


def _is_number_alone(read: ReadText, date: DateMention, introducers: frozenset[str]) -> bool:
    """Whether a date is a bare number that no preposition of time introduces."""
    if date.rule not in _NUMBERS_ALONE or not read.text[date.start].isdigit():
        return False
    before = _WORD_BEFORE.search(read.text, max(0, date.start - _FARTHEST_BACK), date.start)
    return before is None or before[1].lower() not in introducers


def _supported(dossier: CheckedDossier, introducers: frozenset[str]) -> Iterator[int]:
    for item in dossier.registry.items.values():
        yield from _years_of_fields(item.fields, item.type.fields)
    for _, read in dossier.articles():
        for date in read.dates:
            if not _is_number_alone(read, date, introducers):
                yield from _years(bounds(date.value))


def _years_of_fields(fields: Fields, specs: Mapping[str, FieldSpec]) -> Iterator[int]:
    for name, statements in fields.items():
        spec = specs[name]
        for statement in statements:
            if isinstance(statement.value, Fields):
                yield from _years_of_fields(statement.value, spec.fields)
            elif spec.value == "date":
                yield from _years(bounds(str(statement.value)))


def _years(days: Bounds) -> Iterator[int]:
    return (from_day_number(day)[0] for day in (days.first, days.last) if day is not None)


def _distance(supported: list[int], year: int) -> int:
    """How many years a year is from the nearest of the others; 0 where there are none."""
    index = bisect_left(supported, year)
    return min((abs(other - year) for other in supported[max(0, index - 1) : index + 1]), default=0)


CHECKS: Final[tuple[Check, ...]] = (lone_year,)
