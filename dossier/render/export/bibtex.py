"""Write a CSL-JSON item as a BibTeX entry.

Entry types and fields are those of BibTeX, with the ``date``, ``url``, ``urldate`` and ``language`` that
biblatex reads beside them. Text stays Unicode; what TeX would take for a command is escaped.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Final

from dossier.render.export.csl import CslItem, date, date_parts, joined, names, text

_TYPES: Final = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "entry": "incollection",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection",
    "manuscript": "unpublished",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
_CONTAINER: Final = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_PUBLISHER: Final = {"techreport": "institution", "phdthesis": "school"}
# Field of BibTeX: variable of CSL. Each value is one text.
_FIELDS: Final = {
    "series": "collection-title",
    "volume": "volume",
    "edition": "edition",
    "chapter": "chapter-number",
    "type": "genre",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "language": "language",
    "abstract": "abstract",
    "keywords": "keyword",
}
_IN_NOTE: Final = ("authority", "event-title", "archive", "archive_collection", "archive_location", "note")
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_FIRST_SEASON: Final = 20
_YEAR_MONTH: Final = 2
_SPECIAL: Final = {
    "\\": r"\textbackslash{}",
    # BibTeX counts braces even after a backslash, so commands name them.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
_ESCAPES: Final = str.maketrans(_SPECIAL)
# BibTeX reads a field with an address as it is; braces would end it and spaces break it.
_ADDRESS_ESCAPES: Final = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
_NOT_IN_KEY: Final = re.compile(r"[^A-Za-z0-9_.:-]+")


def bibtex(item: CslItem) -> str:
    """An item as one BibTeX entry that ends with a line end. Fields without a value are left out."""
    kind = _TYPES.get(text(item, "type"), "misc")
    lines = [f"  {field} = {value},\n" for field, value in _fields(item, kind)]
    return f"@{kind}{{{citation_key(item)},\n{''.join(lines)}}}\n"


def citation_key(item: CslItem) -> str:
    """The key of an entry: the item's id. Where TeX forbids some characters, a hash keeps it unique."""
    identifier = str(item["id"])
    key = _NOT_IN_KEY.sub("-", identifier)
    if key == identifier:
        return key
    return f"{key}-{hashlib.sha256(identifier.encode('utf-8', 'replace')).hexdigest()[:8]}"


def escape(value: str) -> str:
    r"""A text on one line that TeX prints unchanged and in which braces balance.

    >>> print(escape("R&D at 100 % {sic}"))
    R\&D at 100 \% \textbraceleft{}sic\textbraceright{}
    """
    return " ".join(value.translate(_ESCAPES).split())


def _fields(item: CslItem, kind: str) -> Iterator[tuple[str, str]]:
    for role in ("author", "editor", "translator"):
        people = [_name(name) for name in names(item, role)]
        yield from _given(role, " and ".join(person for person in people if person))
    # The second pair of braces keeps a style from changing capitals, which is wrong for names and German.
    yield "title", f"{{{{{escape(text(item, 'title'))}}}}}"
    yield from _where(item, kind)
    for field, variable in _FIELDS.items():
        yield from _given(field, escape(text(item, variable)))
    yield from _number(item, kind)
    yield from _given("pages", escape(re.sub(r"\s*[-–]\s*", "--", text(item, "page"))))
    yield from _dated(date(item, "issued"))
    yield from _given("url", text(item, "URL").translate(_ADDRESS_ESCAPES))
    yield from _given("urldate", _iso(date(item, "accessed")))
    yield from _given("note", escape(joined((text(item, variable) for variable in _IN_NOTE), ", ")))


def _given(field: str, value: str) -> Iterator[tuple[str, str]]:
    if value:
        yield field, f"{{{value}}}"


def _name(name: Mapping[str, str]) -> str:
    """A name as BibTeX divides it: ``von Last, Jr, First``; an organisation's is one word in braces."""
    if "literal" in name:
        return f"{{{escape(name['literal'])}}}"
    particles = joined((name.get("dropping-particle", ""), name.get("non-dropping-particle", "")), " ")
    family = name.get("family", "")
    last = joined((escape(particles), f"{{{escape(family)}}}" if family else ""), " ")
    return joined((last, escape(name.get("suffix", "")), escape(name.get("given", ""))), ", ")


def _where(item: CslItem, kind: str) -> Iterator[tuple[str, str]]:
    """Where the item appeared. Without a container, ``howpublished`` names its publisher."""
    container, publisher = escape(text(item, "container-title")), escape(text(item, "publisher"))
    if kind == "misc":
        yield from _given("howpublished", container or publisher)
    elif container:
        yield _CONTAINER.get(kind, "howpublished"), f"{{{{{container}}}}}"
    yield from _given(_PUBLISHER.get(kind, "publisher"), publisher)
    yield from _given("address", escape(text(item, "publisher-place") or text(item, "event-place")))


def _number(item: CslItem, kind: str) -> Iterator[tuple[str, str]]:
    issue, number = escape(text(item, "issue")), escape(text(item, "number"))
    yield from _given("number", issue or number if kind == "article" else number or issue)


def _dated(issued: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Year and month for BibTeX, and the whole date for biblatex."""
    parts = date_parts(issued)
    if not parts:
        yield from _given("year", escape(str(issued.get("literal", ""))))
        return
    yield from _given("year", "--".join(dict.fromkeys(str(part[0]) for part in parts)))
    if len(parts) == 1 and len(parts[0]) >= _YEAR_MONTH:
        yield "month", _MONTHS[parts[0][1] - 1]
    yield from _given("date", _iso(issued))


def _iso(dated: Mapping[str, object]) -> str:
    """A CSL date as EDTF, which is what biblatex reads; "" where it is a literal or none."""
    season = dated.get("season")
    parts = date_parts(dated)
    if isinstance(season, int):
        parts = [[parts[0][0], _FIRST_SEASON + season]]
    mark = "~" if dated.get("circa") else ""
    return "/".join(_iso_single(part) + mark for part in parts)


def _iso_single(parts: list[int]) -> str:
    year, *rest = parts
    written = f"{year:04d}" if year > 0 else f"-{-year - 1:04d}" if year < -1 else "0000"
    return "-".join([written, *(f"{number:02d}" for number in rest)])
