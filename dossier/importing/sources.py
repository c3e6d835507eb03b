"""Add the sources in CSL-JSON or Zotero's JSON to ``sources.yaml``: new ones only, each with a new id.

The existing text of the file stays as it is, byte for byte; new entries come after it.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dossier.content.opening import open_regular
from dossier.content.schema.values import CSL_TYPES, KINDS, read_id
from dossier.content.source import parse_yaml, read_text, too_long
from dossier.importing.charsets import decode
from dossier.importing.front_matter import imported_lines
from dossier.importing.metadata.evidence import clean
from dossier.importing.metadata.weblinks import web_address
from dossier.importing.source_dates import source_date
from dossier.importing.zotero import csl_of_zotero
from dossier.model.errors import ImportRefusedError
from dossier.model.findings import Finding
from dossier.model.ids import free_id, slug
from dossier.render.export.csl import DATES, NAMES, TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dossier.importing.original import Original

Item = dict[str, object]
_MOST_ITEMS: Final = 20_000
_LIMITS: Final = ("file-too-long", "yaml-too-long")
_FIRST_ENTRY: Final = re.compile(r"^(?P<indent> *)- ", re.MULTILINE)
_NUMBERED: Final = frozenset(
    ("volume", "issue", "number", "number-of-pages", "edition", "page", "chapter-number")
)
#: What reference managers write where they know no date.
_NO_DATE: Final = ("", "n.d.", "n.d", "nd", "no date", "0000", "0000-00-00", "{}")
_NAME_PARTS: Final = ("family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle")


@dataclass(frozen=True, slots=True)
class NewSource:
    """The entries to add.

    Attributes:
        items: CSL data in the form of ``sources.yaml``, each with an id that is not taken.
        remarks: what was left out and why, one line each.
        text: the entries as YAML.
    """

    items: tuple[Item, ...]
    remarks: tuple[str, ...]
    text: str


def read_sources(original: Original, path: Path) -> NewSource:
    """Read a list of sources without those that are already in the file at `path`.

    Raises:
        ImportRefusedError: it is no such list, or `path` cannot be read.
    """
    known = _existing(path)
    ids = {str(item["id"]) for item in known if item.get("id")}
    seen = {key for item in known for key in _keys(item)}
    items: list[Item] = []
    remarks: list[str] = []
    for number, raw in enumerate(_raw_items(original), start=1):
        item = _entry(raw)
        where = f"{original.name}: item {number}"
        problem = _problem(item) if raw else "a note or an attachment is not a source"
        if problem:
            remarks.append(f"{where}: left out: {problem}")
            continue
        keys = _keys(item)
        if keys & seen:
            remarks.append(f"{where}: left out: “{str(item['title'])[:60]}” is already in the list")
            continue
        remarks += [f"{where}: {lost}" for lost in _unread_dates(raw, item)]
        identifier = free_id(_id(raw, item), ids.__contains__)
        ids.add(identifier)
        seen |= keys
        items.append({"id": identifier, **item})
    return NewSource(tuple(items), tuple(remarks), "".join(map(_yaml, items)))


def appended(path: Path, new: NewSource) -> str:
    """The file's text with the new entries after it.

    Raises:
        ImportRefusedError: the file could not be read with them.
    """
    before = _text(path)
    first = _FIRST_ENTRY.search(before)
    indent = first["indent"] if first else ""
    added = "".join(
        f"{indent}{line}" if line.strip() else line for line in new.text.splitlines(keepends=True)
    )
    text = before if not before or before.endswith("\n") else f"{before}\n"
    text += added
    if "\r\n" in before:
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    tree = parse_yaml(text.removeprefix("\ufeff"), path.name)
    if (
        isinstance(excess := too_long(len(text.encode()), path.name) or tree, Finding)
        and excess.code in _LIMITS
    ):
        hint = "import fewer at a time, and leave out what nothing cites"
        raise ImportRefusedError(
            f"{path}: not written, since a build would stop at it: {excess.message} ({hint})"
        )
    expected = len(_existing(path)) + len(new.items)
    if new.items and (
        isinstance(tree, Finding) or not isinstance(tree.data, list) or len(tree.data) != expected
    ):
        raise ImportRefusedError(f"{path}: entries cannot be added after its last line; --dry-run shows them")
    return text


def _text(path: Path) -> str:
    """The exact text of the file, "" where there is none."""
    try:
        with open_regular(path) as file:
            return file.read().decode()
    except FileNotFoundError:
        return ""


def _existing(path: Path) -> list[Mapping[str, object]]:
    if not os.path.lexists(path):
        return []
    text = read_text(path, str(path))
    tree = text if isinstance(text, Finding) else parse_yaml(text, str(path))
    if isinstance(tree, Finding):
        raise ImportRefusedError(f"{tree}")
    if tree.data is not None and not isinstance(tree.data, list):
        raise ImportRefusedError(f"{path}: this is not a list of sources")
    return [item if isinstance(item, dict) else {} for item in tree.data or ()]


def _raw_items(original: Original) -> list[Mapping[str, object]]:
    try:
        data = json.loads(decode(original.data).text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise ImportRefusedError(f"{original.name}: this is not JSON: {error.msg} at {where}") from None
    except (RecursionError, ValueError):
        raise ImportRefusedError(
            f"{original.name}: the JSON is nested too deeply or contains a number that is too long"
        ) from None
    if isinstance(data, dict):
        data = data["items"] if isinstance(data.get("items"), list) else [data]
    if not isinstance(data, list) or not data or not all(isinstance(item, dict) for item in data):
        raise ImportRefusedError(
            f"{original.name}: this is not a list of sources (CSL-JSON or Zotero's JSON)"
        )
    if len(data) > _MOST_ITEMS:
        raise ImportRefusedError(f"{original.name}: over {_MOST_ITEMS:,} sources; import fewer at a time")
    items = [csl_of_zotero(item) for item in data]
    if not any("title" in item or "type" in item for item in items):
        raise ImportRefusedError(f"{original.name}: no source in it has a title or a type (CSL-JSON)")
    return items


def _entry(raw: Mapping[str, object]) -> Item:
    """CSL data in the form that the schema reads: names as lists, dates as EDTF, other values as texts."""
    item: Item = {}
    kind = clean(raw.get("type"))
    item["type"] = kind if kind in CSL_TYPES else "document"
    for key, value in raw.items():
        shown = _value(key, value)
        if shown and key not in ("id", "type", "custom"):
            item[key] = shown
    return item


def _value(key: str, value: object) -> object:
    if key in NAMES:
        return [name for one in (value if isinstance(value, list) else [value]) if (name := _name(one))]
    if key in DATES:
        return source_date(value)
    if key == "URL":
        return web_address(clean(value))
    if key in _NUMBERED and isinstance(value, int | float):
        return str(value)
    return clean(value) if key in TEXTS or key in ("shortTitle", "event", "journalAbbreviation") else ""


def _name(value: object) -> dict[str, str]:
    if isinstance(value, str):
        return {"literal": clean(value)} if clean(value) else {}
    if not isinstance(value, dict):
        return {}
    return {part: clean(value.get(part)) for part in _NAME_PARTS if clean(value.get(part))}


def _unread_dates(raw: Mapping[str, object], item: Item) -> Iterator[str]:
    """What is said of each date that could not be read."""
    for key in DATES:
        if raw.get(key) and not item.get(key):
            value = raw[key]
            typed = value.get("literal") or value.get("raw") if isinstance(value, Mapping) else value
            shown = clean(typed) or clean(json.dumps(value, ensure_ascii=False))
            if shown not in _NO_DATE:
                yield f"{key}: “{shown[:60]}” was not read as a date and is left out"


def _problem(item: Item) -> str:
    if not item.get("title"):
        return "it has no title"
    try:
        KINDS["source"].read(item)
    except ValueError as error:
        return str(error).partition(";")[0]
    return ""


def _keys(item: Mapping[str, object]) -> set[str]:
    """What makes two entries the same source: DOI, address, or title and date together."""
    keys = {f"doi:{str(item['DOI']).lower()}"} if item.get("DOI") else set()
    if item.get("URL"):
        keys.add(f"url:{str(item['URL']).rstrip('/').partition('://')[2]}")
    if item.get("title"):
        letters = "".join(re.findall(r"\w+", str(item["title"]))).casefold()
        keys.add(f"title:{letters}:{str(item.get('issued', ''))[:10]}")
    return keys


def _id(raw: Mapping[str, object], item: Item) -> str:
    """The item's own id if it is valid here; else surname, year and first words of the title."""
    for key in ("citation-key", "id"):
        given = clean(raw.get(key))
        try:
            return read_id(given.lower())
        except ValueError:
            continue
    return _made(item)


def _made(item: Item) -> str:
    authors = item.get("author")
    first = authors[0] if isinstance(authors, list) and authors else {}
    name = str(first.get("family") or first.get("literal") or "") if isinstance(first, dict) else ""
    year = str(item.get("issued") or "")[:4]
    words = slug(str(item["title"])).split("-")
    parts = [slug(name), year if year.isdigit() else "", "-".join(words[: 2 if name else 5])]
    return "-".join(part for part in parts if part)[:60].strip("-") or "source"


def _yaml(item: Item) -> str:
    """One entry as YAML, with a line for each variable."""
    given = {key: value for key, value in item.items() if isinstance(value, str | list) and value}
    shown = [line for key, value in given.items() for line in imported_lines(key, value)]
    return "- " + "\n  ".join(shown) + "\n"
