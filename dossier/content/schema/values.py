"""Define the kinds of value that a field may hold: a check, the resulting value, and its JSON Schema.

Each kind has one entry in `KINDS`. ``choice``, ``reference`` and ``record`` depend on the description of
their field, so `dossier.content.schema.validation` builds them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final, cast

from dossier.content.web_addresses import refusal_of_web_address
from dossier.model.edtf import EDTFError, bounds
from dossier.model.fields import Alias, AliasKind, QuotedPassage, SourceItem, Text, Value

ID_PATTERN: Final = "[a-z0-9]+(?:[-_.][a-z0-9]+)*"
_ID: Final = re.compile(ID_PATTERN)
_IDENTIFIER: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,40}):[\w./:()+,;=@~-]{1,200}")
# Browsers know these as URL schemes; no vocabulary has such a name.
_NO_VOCABULARIES: Final = frozenset("javascript data vbscript file blob about view-source filesystem".split())
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ALIAS_KINDS: Final = ("full", "short", "weak", "former")
NAME_VARIABLES: Final = frozenset(
    """author collection-editor composer container-author contributor director editor interviewer
    original-author performer producer recipient reviewed-author translator""".split()
)
DATE_VARIABLES: Final = frozenset("accessed available-date event-date issued original-date submitted".split())
# The types of sources that CSL 1.0.2 knows.
CSL_TYPES: Final = frozenset(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing
    interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference
    patent performance periodical personal_communication post post-weblog regulation report review
    review-book software song speech standard thesis treaty webpage""".split()
)
# This key names the article from which a passage is quoted; CSL has no variable of that name.
_QUOTED: Final = "article"
_DATE_HINT: Final = "write EDTF, such as 2015, 2015-02, 2015-02-12, 2015~ or 2014-09/2015-02"

# No name or title is that long; a name of thousands of words would have millions of forms.
_LONGEST_STRING: Final = 500
_LONGEST_TEXT: Final = 100_000
_LONGEST_ADDRESS: Final = 2_000

JsonSchema = dict[str, object]
Read = Callable[[object], Value]


@dataclass(frozen=True, slots=True)
class Kind:
    """How to read one kind of value.

    ``read`` takes what the front matter holds (strings, lists, mappings) and gives the value, or raises
    `ValueError` with what is wrong and how to fix it. ``json_schema`` states the same rules for editors.
    """

    read: Read
    json_schema: JsonSchema


def _scalar(data: object, wanted: str) -> str:
    if not isinstance(data, str):
        found = "a list" if isinstance(data, list) else "a mapping" if isinstance(data, dict) else "nothing"
        raise ValueError(f"{wanted} is expected here, not {found}")
    return data


def _read_string(data: object) -> str:
    text = _scalar(data, "a text on one line").strip()
    if not text or "\n" in text:
        raise ValueError("a text on one line is expected here")
    return _bounded(text, _LONGEST_STRING)


def _bounded(text: str, most: int) -> str:
    if len(text) > most:
        raise ValueError(f"this value has over {most:,} characters; put longer text below the front matter")
    return text


def _read_text(data: object) -> Text:
    if not isinstance(data, dict):
        text = _scalar(data, "a text, or a map of texts by language").strip()
        return Text({"": _bounded(text, _LONGEST_TEXT)})
    for language in data:
        if not _LANGUAGE.fullmatch(language):
            raise ValueError(
                f"“{language}” is not a language tag; write the text by language as {{en: …, uk: …}}"
            )
    texts = {key: _scalar(value, "a text").strip() for key, value in data.items()}
    return Text({key: _bounded(text, _LONGEST_TEXT) for key, text in texts.items()})


def _read_date(data: object) -> str:
    text = _scalar(data, "a date").strip()
    try:
        bounds(text)
    except EDTFError as error:
        raise ValueError(f"“{text}” is not a date: {error}; {_DATE_HINT}") from None
    return text


def _read_url(data: object) -> str:
    text = _bounded(_scalar(data, "an address").strip(), _LONGEST_ADDRESS)
    refusal = refusal_of_web_address(text)
    if refusal:
        raise ValueError(f"“{text}” cannot be used as a web address: {refusal}")
    return text


def _read_identifier(data: object) -> str:
    text = _read_string(data)
    if text.lower().startswith(("http:", "https:")):
        return _read_url(text)
    scheme = _IDENTIFIER.fullmatch(text)
    if not scheme or scheme[1].lower() in _NO_VOCABULARIES:
        raise ValueError(f"“{text}” is neither an address nor an identifier such as wikidata:Q159")
    return text


def _read_integer(data: object) -> int:
    text = _scalar(data, "a whole number")
    if not re.fullmatch(r"[+-]?\d{1,18}", text):
        raise ValueError(f"“{text}” is not a whole number")
    return int(text)


def _read_number(data: object) -> float:
    text = _scalar(data, "a number")
    if not re.fullmatch(r"[+-]?\d{1,18}(\.\d{1,18})?", text):
        raise ValueError(f"“{text}” is not a number")
    return float(text)


def _read_boolean(data: object) -> bool:
    text = _scalar(data, "true or false").lower()
    if text not in ("true", "false", "yes", "no"):
        raise ValueError(f"“{text}” is neither true nor false")
    return text in ("true", "yes")


def _read_language(data: object) -> str:
    text = _scalar(data, "a language")
    if not _LANGUAGE.fullmatch(text):
        raise ValueError(f"“{text}” is not a language tag; write one such as en, uk or de-AT")
    return text


def _read_coordinates(data: object) -> tuple[float, float]:
    if not isinstance(data, list) or len(data) != 2:
        raise ValueError(
            "these are not coordinates; write latitude and longitude in degrees, such as [53.9, 27.57]"
        )
    latitude, longitude = _read_number(data[0]), _read_number(data[1])
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise ValueError("latitude goes from -90 to 90, longitude from -180 to 180; write latitude first")
    return latitude, longitude


def _read_sha256(data: object) -> str:
    text = _scalar(data, "a SHA-256 sum").lower()
    if not re.fullmatch(r"[0-9a-f]{64}", text):
        raise ValueError("a SHA-256 sum has 64 hexadecimal digits")
    return text


def _read_path(data: object) -> str:
    text = _scalar(data, "a path")
    path = PurePosixPath(text)
    if "\\" in text and ":" not in text:
        raise ValueError(f"“{text}” has backslashes; write slashes, as in images/minsk.jpg")
    if path.is_absolute() or ".." in path.parts or ":" in text or not path.parts:
        raise ValueError(f"“{text}” is not a path below the dossier's folder, such as images/minsk.jpg")
    return str(path)


def _read_alias(data: object) -> Alias:
    if not isinstance(data, dict):
        return Alias(_read_string(data))
    unknown = sorted(set(data) - {"text", "kind", "lang", "from", "to"})
    if unknown:
        raise ValueError(f"“{unknown[0]}” is not a key of an alias; use text, lang, kind, from or to")
    kind = data.get("kind") or "full"
    if kind not in _ALIAS_KINDS:
        raise ValueError(f"“{kind}” is not a kind of alias; use one of {', '.join(_ALIAS_KINDS)}")
    return Alias(
        text=_read_string(data.get("text")),
        kind=cast("AliasKind", kind),
        lang=_read_language(data["lang"]) if data.get("lang") else None,
        start=_read_date(data["from"]) if data.get("from") else None,
        end=_read_date(data["to"]) if data.get("to") else None,
    )


def read_id(data: object) -> str:
    """An id: lower-case letters, digits and hyphens, as in a file's name.

    Raises:
        ValueError: it is not one.
    """
    text = _scalar(data, "an id")
    if not _ID.fullmatch(text):
        raise ValueError(f"“{text}” is not an id; use lower-case letters, digits and hyphens")
    return text


def _read_source(data: object) -> SourceItem:
    if not isinstance(data, dict):
        return SourceItem(read_id(data))
    if _QUOTED in data:
        return _read_quotation(data)
    item = {key: _csl_value(key, value) for key, value in data.items() if value is not None}
    if "title" not in item:
        raise ValueError("a source needs a title; write CSL data such as {type: report, title: …, issued: …}")
    return SourceItem(read_id(item["id"]) if "id" in item else "", item)


def _read_quotation(data: dict[str, object]) -> SourceItem:
    unknown = sorted(set(data) - {_QUOTED, "exact", "prefix", "suffix"})
    if unknown:
        raise ValueError(f"“{unknown[0]}” is not a key of a passage; use article, exact, prefix or suffix")
    words = {
        key: " ".join(_scalar(data.get(key) or "", "a text").split()) for key in ("exact", "prefix", "suffix")
    }
    if not words["exact"]:
        raise ValueError("“exact” is missing; write the words of the passage: {article: …, exact: “…”}")
    return SourceItem(read_id(data[_QUOTED]), quotation=QuotedPassage(**words))


def _csl_value(key: str, value: object) -> object:
    if key in NAME_VARIABLES:
        return tuple(_csl_name(name) for name in (value if isinstance(value, list) else [value]))
    if key in DATE_VARIABLES:
        return _csl_date(value)
    if key == "URL":
        return _read_url(value)
    if key == "custom" or isinstance(value, dict | list):
        raise ValueError(f"“{key}” of a source must be a text")
    return _read_string(value)


def _csl_name(name: object) -> dict[str, str]:
    if not isinstance(name, dict):
        return {"literal": _read_string(name)}
    return {key: _read_string(value) for key, value in name.items()}


def _csl_date(value: object) -> str:
    if not isinstance(value, dict):
        return _read_date(value)
    parts = value.get("date-parts")
    if not isinstance(parts, list) or not all(isinstance(part, list) and part for part in parts):
        raise ValueError(f"this is neither EDTF nor the date-parts of CSL; {_DATE_HINT}")
    dates = [
        "-".join(str(number).rjust(4 if i == 0 else 2, "0") for i, number in enumerate(p)) for p in parts
    ]
    return _read_date("/".join(dates))


_STRING: Final[JsonSchema] = {"type": "string"}
_DATE: Final[JsonSchema] = {"type": ["string", "integer"], "description": _DATE_HINT}

KINDS: Final[dict[str, Kind]] = {
    "string": Kind(_read_string, _STRING),
    "text": Kind(
        _read_text,
        {"oneOf": [_STRING, {"type": "object", "additionalProperties": _STRING}]},
    ),
    "date": Kind(_read_date, _DATE),
    "url": Kind(_read_url, {"type": "string", "format": "uri", "pattern": "^https?://"}),
    "identifier": Kind(_read_identifier, {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9+.-]*:"}),
    "integer": Kind(_read_integer, {"type": "integer"}),
    "number": Kind(_read_number, {"type": "number"}),
    "boolean": Kind(_read_boolean, {"type": "boolean"}),
    "language": Kind(_read_language, {"type": "string", "pattern": f"^{_LANGUAGE.pattern}$"}),
    "coordinates": Kind(
        _read_coordinates,
        {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
    ),
    "sha256": Kind(_read_sha256, {"type": "string", "pattern": "^[0-9A-Fa-f]{64}$"}),
    "path": Kind(_read_path, _STRING),
    "alias": Kind(
        _read_alias,
        {
            "oneOf": [
                _STRING,
                {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["text"],
                    "properties": {
                        "text": _STRING,
                        "lang": _STRING,
                        "kind": {"enum": list(_ALIAS_KINDS)},
                        "from": _DATE,
                        "to": _DATE,
                    },
                },
            ]
        },
    ),
    "source": Kind(
        _read_source,
        {
            "oneOf": [
                _STRING,
                {"type": "object", "required": ["title"], "properties": {"title": _STRING}},
                {
                    "type": "object",
                    "required": [_QUOTED, "exact"],
                    "additionalProperties": False,
                    "properties": dict.fromkeys((_QUOTED, "exact", "prefix", "suffix"), _STRING),
                },
            ]
        },
    ),
}
