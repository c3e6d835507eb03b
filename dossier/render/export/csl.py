"""A source or an article of the dossier in, a CSL-JSON item out.

Every other format of a citation is made from that item, so it is the one place that reads front matter.
CSL is version 1.0.2 (https://docs.citationstyles.org/).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Final

from dossier.content.schema.values import CSL_TYPES
from dossier.model.fields import SourceItem
from dossier.model.registry import Thing
from dossier.render.export.csl_date import csl_date

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

    ``id`` and ``type`` are always there, as CSL-JSON demands: an id that is not given is made of the
    item's content, a type that CSL does not know becomes ``document``. What CSL has no variable for is
    kept under ``custom``.
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


def csl_of_article(thing: Thing, url: str, site_name: str) -> dict[str, object]:
    """An article of the dossier as a CSL-JSON item, for “Cite this page”.

    Args:
        thing: the article.
        url: the absolute address of its page, "" where the site's own address is not known.
        site_name: the name of the dossier's site.

    A citation names the copy that its writer had before the eyes. That is the page of the dossier: a
    curated text may be cut, translated or annotated, and the original may be gone. So the site is the
    container and `url` the address; publisher and date are those of the publication. Where the original
    was elsewhere, its address and that of its archived copy stand in a note. But where the page
    withholds the text (``publish: excerpt`` or ``metadata``), nobody can have read it there: then the
    original's own address is given, the site is no container, and only the archived copy is in the note.
    """
    fields = thing.fields
    original = fields.text("url")
    withheld = fields.text("publish") in ("excerpt", "metadata") and bool(original)
    publisher = fields.text("publisher")
    item: dict[str, object] = {
        "id": thing.id,
        "type": "webpage",
        "title": thing.title,
        "author": [{"literal": author} for author in fields.texts("authors")],
        "container-title": "" if withheld else site_name,
        "publisher": "" if publisher == site_name and not withheld else publisher,
        "issued": csl_date(fields.text("date")) if "date" in fields else {},
        "language": fields.text("language"),
        "abstract": thing.summary(),
        "URL": original if withheld else url,
        "note": _copies("" if withheld else original, fields.text("archive_url")),
    }
    return {variable: value for variable, value in item.items() if value}


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
    """Those of the parts that are there, joined."""
    return between.join(part for part in parts if part)
