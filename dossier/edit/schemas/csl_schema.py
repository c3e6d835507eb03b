"""Write the JSON Schema of a source in CSL data, and that of a dossier's file of shared sources.

All our schemas use draft 07: it is the newest that the usual YAML tools in editors read, and nothing here
needs a later one.
"""

from __future__ import annotations

from typing import Final

from dossier.content.schema.values import (
    CSL_TYPES,
    DATE_VARIABLES,
    ID_PATTERN,
    KINDS,
    NAME_VARIABLES,
    JsonSchema,
)

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_TEXTS: Final = {
    "publisher": "Who published it.",
    "publisher-place": "Where it was published.",
    "container-title": "The newspaper, journal, book or site that it is a part of.",
    "collection-title": "The series.",
    "number": "Its number, such as S/RES/2202 (2015).",
    "volume": "The volume.",
    "issue": "The issue.",
    "page": "The pages.",
    "event-place": "Where it took place.",
    "archive": "The archive that keeps it.",
    "archive_location": "Where in the archive it is kept.",
    "DOI": "Its DOI, without an address.",
    "language": "Its language, such as en.",
    "genre": "The kind, in words.",
    "note": "A remark.",
    "abstract": "What it says, in brief.",
}


def sources_schema() -> JsonSchema:
    """The JSON Schema of the file of shared sources: a list of CSL items, each with an id."""
    item = csl_item()
    return {
        "$schema": DRAFT,
        "title": "Sources",
        "description": "The sources that several files cite, in CSL data.",
        "type": "array",
        "items": {**item, "required": ["id", "title"]},
    }


def csl_item() -> JsonSchema:
    """One source; variables that are not listed are texts."""
    names: JsonSchema = {"anyOf": [_name(), {"type": "array", "items": _name()}]}
    date: JsonSchema = {
        "anyOf": [KINDS["date"].json_schema, {"type": "object", "required": ["date-parts"]}],
        "description": "A date in EDTF, or CSL's date-parts.",
    }
    text: JsonSchema = {"type": ["string", "integer", "number"]}
    properties: dict[str, object] = {
        "id": {"type": "string", "pattern": f"^{ID_PATTERN}$", "description": "What files cite it by."},
        "type": {"enum": sorted(CSL_TYPES), "description": "What it is, as CSL names it."},
        "title": {**text, "description": "Its title."},
        "URL": {**KINDS["url"].json_schema, "description": "Where it is on the web."},
        **{name: {**text, "description": says} for name, says in _TEXTS.items()},
        **{name: {**names, "description": _says(name)} for name in sorted(NAME_VARIABLES)},
        **dict.fromkeys(sorted(DATE_VARIABLES), date),
    }
    return {"type": "object", "properties": properties, "additionalProperties": text}


def passage(article: JsonSchema) -> JsonSchema:
    """A passage of an article as a source: see `dossier.model.fields.Quotation`.

    `article` is the schema of an article's id.
    """
    words: JsonSchema = {"type": "string"}
    return {
        "type": "object",
        "required": ["article", "exact"],
        "additionalProperties": False,
        "properties": {
            "article": article,
            "exact": {**words, "description": "The words of the passage, as they stand there."},
            "prefix": {**words, "description": "The words directly before it."},
            "suffix": {**words, "description": "The words directly after it."},
        },
    }


def _says(name: str) -> str:
    whom = name.replace("-", " ").capitalize()
    return f"{whom}: {{family: …, given: …}} or {{literal: …}}, or a list of them."


def _name() -> JsonSchema:
    parts = ("family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle")
    return {
        "anyOf": [
            {"type": "string"},
            {
                "type": "object",
                "properties": {part: {"type": "string"} for part in parts},
                "additionalProperties": {"type": "string"},
            },
        ]
    }
