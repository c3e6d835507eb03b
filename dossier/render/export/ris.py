"""Write a CSL-JSON item as an RIS record: the tagged lines that reference managers import.

A line is a tag of two characters, two spaces, a hyphen, a space and a value; lines end with CR and LF.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from dossier.render.export.csl import CslItem, date, date_parts, joined, names, text

_TYPES: Final = {
    "article": "GEN",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry": "ENCYC",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "musical_score": "MUSIC",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "review": "JOUR",
    "review-book": "JOUR",
    "software": "COMP",
    "song": "SOUND",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
_NAMES: Final = {"AU": "author", "ED": "editor", "A4": "translator"}
_BEFORE_DATE: Final = {"TI": "title", "T2": "container-title", "T3": "collection-title"}
_AFTER_DATE: Final = {
    "PB": "publisher",
    "VL": "volume",
    "IS": "issue",
    "M1": "number",
    "ET": "edition",
    "DO": "DOI",
    "UR": "URL",
    "LA": "language",
    "AB": "abstract",
    "KW": "keyword",
    "DB": "archive",
    "CN": "call-number",
}
_PAGES: Final = ("SP", "EP")


def ris(item: CslItem) -> str:
    """An item as one RIS record. Each value is on one line; tags without a value are left out."""
    lines = [(tag, " ".join(value.split())) for tag, value in _lines(item)]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value) + "ER  - \r\n"


def _lines(item: CslItem) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(text(item, "type"), "GEN")
    yield "ID", str(item["id"])
    for tag, role in _NAMES.items():
        yield from ((tag, _name(name)) for name in names(item, role))
    yield from ((tag, text(item, variable)) for tag, variable in _BEFORE_DATE.items())
    yield from _dated(item)
    yield "CY", text(item, "publisher-place") or text(item, "event-place")
    yield "SN", text(item, "ISBN") or text(item, "ISSN")
    # RIS has no type for a treaty, a speech or a press statement; M3 names it.
    yield "M3", text(item, "genre") or (text(item, "type") if _is_general(item) else "")
    yield from zip(_PAGES, text(item, "page").replace("–", "-").split("-", 1), strict=False)
    yield from ((tag, text(item, variable)) for tag, variable in _AFTER_DATE.items())
    yield "AV", joined((text(item, "archive_collection"), text(item, "archive_location")), ", ")
    yield from (("N1", note) for note in _notes(item))


def _is_general(item: CslItem) -> bool:
    return text(item, "type") not in (*_TYPES, "document")


def _name(name: Mapping[str, str]) -> str:
    """``Family, Given, Suffix``, or the name as written where its parts are not known."""
    if "literal" in name:
        return name["literal"]
    particle = joined((name.get("dropping-particle", ""), name.get("non-dropping-particle", "")), " ")
    family = joined((particle, name.get("family", "")), " ")
    return joined((family, name.get("given", ""), name.get("suffix", "")), ", ")


def _dated(item: CslItem) -> Iterator[tuple[str, str]]:
    """Year, date and date of access; an interval counts by its start, and `_notes` gives it in full."""
    issued = date_parts(date(item, "issued"))
    if issued:
        yield "PY", _year(issued[0][0])
        yield "DA", _day(issued[0])
    accessed = date_parts(date(item, "accessed"))
    if accessed:
        yield "Y2", _day(accessed[0])


def _day(parts: list[int]) -> str:
    """``YYYY/MM/DD/`` with unknown parts left empty; the fourth part is for other words."""
    year, *rest = parts
    numbers = [f"{number:02d}" for number in rest]
    return "/".join([_year(year), *numbers, *[""] * (3 - len(numbers))])


def _year(year: int) -> str:
    return f"{year:04d}"


def _notes(item: CslItem) -> Iterator[str]:
    """What RIS has no tag for."""
    issued = date(item, "issued")
    parts = date_parts(issued)
    if "literal" in issued:
        yield f"Date: {issued['literal']}"
    elif len(parts) > 1:
        yield f"Date: {' to '.join(_day(part).rstrip('/').replace('/', '-') for part in parts)}"
    if issued.get("circa"):
        yield "The date is uncertain."
    yield text(item, "authority")
    yield text(item, "event-title")
    yield text(item, "note")
