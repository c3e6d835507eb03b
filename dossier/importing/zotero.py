"""Convert an item in Zotero's JSON to CSL data; CSL data is returned unchanged.

Zotero's types and fields are mapped as Zotero itself maps them
(https://aurimasv.github.io/z2csl/typeMap.xml), as far as sources of a dossier need them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_TYPES: Final = {
    "newspaperArticle": "article-newspaper",
    "magazineArticle": "article-magazine",
    "journalArticle": "article-journal",
    "webpage": "webpage",
    "blogPost": "post-weblog",
    "forumPost": "post",
    "report": "report",
    "book": "book",
    "bookSection": "chapter",
    "document": "document",
    "statute": "legislation",
    "bill": "bill",
    "hearing": "hearing",
    "case": "legal_case",
    "interview": "interview",
    "letter": "personal_communication",
    "email": "personal_communication",
    "manuscript": "manuscript",
    "map": "map",
    "presentation": "speech",
    "thesis": "thesis",
    "dataset": "dataset",
    "tvBroadcast": "broadcast",
    "radioBroadcast": "broadcast",
    "podcast": "song",
    "videoRecording": "motion_picture",
    "film": "motion_picture",
    "conferencePaper": "paper-conference",
    "encyclopediaArticle": "entry-encyclopedia",
    "dictionaryEntry": "entry-dictionary",
    "preprint": "article",
    "standard": "standard",
}
_FIELDS: Final = {
    "title": "title",
    "caseName": "title",
    "subject": "title",
    "nameOfAct": "title",
    "shortTitle": "title-short",
    "publicationTitle": "container-title",
    "websiteTitle": "container-title",
    "blogTitle": "container-title",
    "forumTitle": "container-title",
    "bookTitle": "container-title",
    "encyclopediaTitle": "container-title",
    "proceedingsTitle": "container-title",
    "publisher": "publisher",
    "institution": "publisher",
    "university": "publisher",
    "place": "publisher-place",
    "url": "URL",
    "DOI": "DOI",
    "ISBN": "ISBN",
    "ISSN": "ISSN",
    "pages": "page",
    "volume": "volume",
    "issue": "issue",
    "edition": "edition",
    "section": "section",
    "reportNumber": "number",
    "publicLawNumber": "number",
    "number": "number",
    "archive": "archive",
    "archiveLocation": "archive_location",
    "language": "language",
    "abstractNote": "abstract",
    "date": "issued",
    "dateEnacted": "issued",
    "accessDate": "accessed",
    "citationKey": "citation-key",
    "rights": "license",
}
_ROLES: Final = {
    "editor": "editor",
    "translator": "translator",
    "interviewer": "interviewer",
    "recipient": "recipient",
}
_READ_BY_ZOTERO: Final = re.compile(r"(\d{4}-\d{2}-\d{2})\s+\S")
_DROPPED: Final = frozenset(("attachment", "note", "annotation"))


def csl_of_zotero(item: Mapping[str, object]) -> Mapping[str, object]:
    """The CSL data of an item; {} for a note or an attachment, which are no sources."""
    inner = item.get("data")
    data: Mapping[str, object] = inner if isinstance(inner, dict) else item
    kind = data.get("itemType")
    if not isinstance(kind, str):
        return item
    if kind in _DROPPED:
        return {}
    csl: dict[str, object] = {"type": _TYPES.get(kind, "document")}
    for name, variable in _FIELDS.items():
        if data.get(name):
            csl.setdefault(variable, data[name])
    for variable in ("issued", "accessed"):
        if isinstance(csl.get(variable), str):
            csl[variable] = _date(str(csl[variable]))
    creators = data.get("creators")
    for creator in creators if isinstance(creators, list) else ():
        if isinstance(creator, dict):
            _add(csl, creator)
    return csl


def _add(csl: dict[str, object], creator: Mapping[str, object]) -> None:
    role = _ROLES.get(str(creator.get("creatorType")), "author")
    name = (
        {"literal": creator["name"]}
        if creator.get("name")
        else {"family": creator.get("lastName"), "given": creator.get("firstName")}
    )
    names = csl.setdefault(role, [])
    if isinstance(names, list):
        names.append(name)


def _date(text: str) -> str:
    """The date that was typed, or as Zotero has read it and puts it before (“2022-02-00 Feb 2022”)."""
    found = _READ_BY_ZOTERO.match(text)
    return re.sub(r"(?:-00)+$", "", found[1]) if found and not found[1].startswith("0000") else text
