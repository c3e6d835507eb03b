"""Turn sources and articles into CSL-JSON items, and EDTF values into CSL-JSON dates.

Every other format of a citation is made from such an item, so only this module reads front matter for them.
CSL is version 1.0.2 (https://docs.citationstyles.org/). It knows days, months, years, seasons, closed
intervals and "circa"; what EDTF can say beyond that becomes a literal text.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from typing import Final

from dossier.content.schema.values import CSL_TYPES
from dossier.model.edtf import bounds, from_day_number
from dossier.model.fields import SourceItem
from dossier.model.registry import WITHHELD, Item

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
    """The number of a season in CSL, where spring is 1; 0 where the value is no season."""
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
    """EDTF has a year 0, which is 1 BC; CSL does not."""
    return year if year > 0 else year - 1


def _dates(first: Parts, last: Parts) -> dict[str, object]:
    return {"date-parts": [list(first)] if first == last else [list(first), list(last)]}


def _text(parts: Parts) -> str:
    """A date in digits, such as ``2014-09``, since a literal cannot use CSL's words for months."""
    year, *rest = parts
    digits = "-".join([f"{abs(year):04d}", *(f"{number:02d}" for number in rest)])
    return f"{digits} BC" if year < 0 else digits


CslItem = Mapping[str, object]

NAMES: Final = frozenset(
    """author chair collection-editor compiler composer container-author contributor curator director editor
    editorial-director executive-producer guest host illustrator interviewer narrator organizer
    original-author performer producer recipient reviewed-author script-writer series-creator
    translator""".split()
)
DATES: Final = frozenset("accessed available-date event-date issued original-date submitted".split())
TEXTS: Final = frozenset(
    """abstract annote archive archive_collection archive_location archive-place authority call-number
    chapter-number citation-key citation-label collection-number collection-title container-title
    container-title-short dimensions division DOI edition event-place event-title genre ISBN ISSN issue
    jurisdiction keyword language license medium note number number-of-pages number-of-volumes
    original-publisher original-publisher-place original-title page page-first part-number part-title
    PMCID PMID printing-number publisher publisher-place references reviewed-genre reviewed-title scale
    section source status supplement-number title title-short URL version volume volume-title""".split()
)
# What older exports call these variables.
_RENAMED: Final = {
    "event": "event-title",
    "shortTitle": "title-short",
    "journalAbbreviation": "container-title-short",
}
_OTHER_TYPE: Final = "document"


def csl_of_source(source: SourceItem) -> dict[str, object]:
    """A source as a CSL-JSON item.

    ``id`` and ``type`` are always there, as CSL-JSON requires: a missing id is made from the item's content,
    and a type that CSL does not know becomes ``document``. What CSL has no variable for goes under
    ``custom``.
    """
    item: dict[str, object] = {"id": source.id or _made_id(source.item), "type": _OTHER_TYPE}
    custom: dict[str, object] = {}
    for given, value in source.item.items():
        key = _RENAMED.get(given, given)
        if key == "type" and value in CSL_TYPES:
            item[key] = value
        elif key in NAMES:
            item[key] = _names(value)
        elif key in DATES:
            item[key] = csl_date(str(value))
        elif key in TEXTS:
            item.setdefault(key, str(value))
        elif key != "id":
            custom[given] = str(value)
    return item | ({"custom": custom} if custom else {})


def _names(value: object) -> list[dict[str, str]]:
    """Names as the schema reads them, or a role that it does not know written as a text."""
    if isinstance(value, tuple | list):
        return [dict(name) for name in value if isinstance(name, Mapping)]
    return [{"literal": str(value)}]


def _made_id(item: Mapping[str, object]) -> str:
    content = json.dumps(item, ensure_ascii=True, sort_keys=True)
    return f"source-{hashlib.sha256(content.encode()).hexdigest()[:12]}"


def csl_of_article(item: Item, url: str, site_name: str) -> dict[str, object]:
    """An article of the dossier as a CSL-JSON item, for “Cite this page”.

    Args:
        item: the article.
        url: the absolute address of its page, "" where the site's own address is not known.
        site_name: the name of the dossier's site.

    A citation names the copy that its writer read. That is the page of the dossier: a curated text may be
    cut, translated or annotated, and the original may be gone. So the site is the container and `url` the
    address; publisher and date are those of the publication. Where the original was elsewhere, a note gives
    its address and that of its archived copy. But where the page withholds the text (``publish: excerpt`` or
    ``metadata``), nobody can have read it there: then the citation gives the original's address, the site is
    no container, and the note has only the archived copy.
    """
    fields = item.fields
    original = fields.text("url")
    withheld = fields.text("publish") in WITHHELD and bool(original)
    publisher = fields.text("publisher")
    csl: dict[str, object] = {
        "id": item.id,
        "type": "webpage",
        "title": item.title,
        "author": [{"literal": author} for author in fields.texts("authors")],
        "container-title": "" if withheld else site_name,
        "publisher": "" if publisher == site_name and not withheld else publisher,
        "issued": csl_date(fields.text("date")) if "date" in fields else {},
        "language": fields.text("language"),
        "abstract": item.summary(),
        "URL": original if withheld else url,
        "note": _copies("" if withheld else original, fields.text("archive_url")),
    }
    return {variable: value for variable, value in csl.items() if value}


def _copies(original: str, archived: str) -> str:
    said = [("originally published at", original), ("archived at", archived)]
    words = "; ".join(f"{what} {address}" for what, address in said if address)
    return words[:1].upper() + words[1:]


def text(item: CslItem, variable: str) -> str:
    """A text of an item on one line, "" where it is not given."""
    return " ".join(str(item.get(variable, "")).split())


def names(item: CslItem, variable: str) -> list[Mapping[str, str]]:
    """The names of a role, in order."""
    value = item.get(variable)
    return list(value) if isinstance(value, list) else []


def date(item: CslItem, variable: str) -> Mapping[str, object]:
    """A date of an item, empty where it is not given."""
    value = item.get(variable)
    return value if isinstance(value, Mapping) else {}


def date_parts(dated: Mapping[str, object]) -> list[list[int]]:
    """The dates of a CSL date: none where it is a literal, two where it is an interval."""
    parts = dated.get("date-parts")
    return list(parts) if isinstance(parts, list) else []


def joined(parts: Iterable[str], between: str) -> str:
    """The parts that are not empty, joined."""
    return between.join(part for part in parts if part)
