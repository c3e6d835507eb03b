"""Run `dossier annotate`: add mentions and dates to JSON lines that hold texts."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO, cast

import click

from dossier.content.opening import open_named
from dossier.model.edtf import is_edtf
from dossier.model.errors import DossierError
from dossier.model.fields import Alias
from dossier.model.findings import Severity
from dossier.model.mentions import Document, EntityId, Recognition
from dossier.recognise.entities import load_dossier_entities
from dossier.recognise.language_data import LanguageError
from dossier.recognise.languages import Language, load_language
from dossier.recognise.languages import language as find_language
from dossier.recognise.names.gazetteer import GazetteerEntity, OfficeTerm
from dossier.recognise.recogniser import Recogniser


class LineError(ValueError):
    """A line has an error. ``args[0]`` says what is wrong and how to fix it."""


@click.command()
@click.option(
    "--content",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the dossier whose entities to find.",
)
@click.option(
    "--schema",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder with types and fields that the dossier adds.",
)
@click.option(
    "--gazetteer",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Instead of a dossier: entities as JSON lines with id, name, type, aliases, offices.",
)
@click.option(
    "--language",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the texts' language, to try one out. Its rules.py is run.  [default: English]",
)
def annotate(content: Path | None, schema: Path | None, gazetteer: Path | None, folder: Path | None) -> None:
    """Find names and dates in texts.

    Reads JSON lines {"doc_id", "date", "text"} from standard input and writes each with "mentions",
    "unresolved" and "dates" added. Offsets are Unicode code points, end exclusive. A line that cannot
    be read is reported on standard error; the command goes on with the next.

    Exit status: 0 all lines read, 1 some could not be read, 2 wrong use, 3 a file could not be
    read or written.

    \b
    Example:
        dossier annotate --content content < texts.jsonl > annotated.jsonl
    """  # noqa: D301 - click reads the escape
    if (content is None) == (gazetteer is None):
        raise click.UsageError("give either --content or --gazetteer")
    entities, good = (
        _dossier_entities(content, schema) if content else load_gazetteer(cast("Path", gazetteer))
    )
    try:
        language = load_language(folder) if folder else find_language("en")
    except LanguageError as error:
        raise click.UsageError(str(error)) from None
    if not annotate_lines(entities, sys.stdin.buffer, sys.stdout.buffer, language) or not good:
        sys.exit(1)


def _dossier_entities(content: Path, schema: Path | None) -> tuple[list[GazetteerEntity], bool]:
    """The entities of a dossier, and whether it was read without errors. Findings go to standard error."""
    try:
        entities, findings = load_dossier_entities(content, schema)
    except DossierError as error:
        raise click.UsageError(str(error)) from None
    for finding in findings:
        click.echo(str(finding), err=True)
    return entities, not any(finding.severity is Severity.ERROR for finding in findings)


def annotate_lines(
    entities: Iterable[GazetteerEntity], lines: Iterable[bytes], out: BinaryIO, language: Language
) -> bool:
    """Annotate one line after the other, and return whether every line could be read."""
    known = tuple(entities)
    recogniser = Recogniser(known, language)
    types = {entity.id: entity.type for entity in known}
    good = True
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row, document = read_row(line)
        except LineError as error:
            click.echo(f"standard input:{number}: {error}", err=True)
            good = False
            continue
        out.write(_encode(row | as_json(document.text, recogniser.recognise(document), types)))
    return good


def read_row(line: bytes) -> tuple[dict[str, Any], Document]:
    """A line as its row and its document.

    Raises:
        LineError: the line is no JSON object with a text.
    """
    row = _object(line)
    text, date = row.get("text"), row.get("date")
    if not isinstance(text, str):
        raise LineError("“text” is missing or not a string")
    if date is not None and not isinstance(date, str):
        raise LineError('“date” is not a string; write it as EDTF, such as "2021-12-08"')
    if date and not is_edtf(date):
        raise LineError(f"“{date}” is not an EDTF date; write one such as 2021-12-08, 2021-12 or 2021")
    return row, Document(text=text, date=date or None)


def as_json(text: str, found: Recognition, types: Mapping[EntityId, str]) -> dict[str, Any]:
    """The fields that the command adds to a row."""
    return {
        "mentions": [
            _span(text, m.start, m.end)
            | {"entity": m.entity, "type": types.get(m.entity, ""), "rule": m.rule}
            | ({"via": m.via} if m.via else {})
            for m in found.mentions
        ],
        "unresolved": [
            _span(text, u.start, u.end) | {"candidates": list(u.candidates), "rule": u.rule}
            for u in found.unresolved
        ],
        "dates": [
            _span(text, d.start, d.end) | {"value": d.value, "rule": d.rule, "relative": d.relative}
            for d in found.dates
        ],
    }


def _span(text: str, start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "text": text[start:end]}


def _encode(row: dict[str, Any]) -> bytes:
    """One line of output; half of a surrogate pair is escaped, because UTF-8 cannot hold it."""
    try:
        return json.dumps(row, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(row).encode() + b"\n"


def _object(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise LineError(f"byte {error.start + 1} is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise LineError(f"this is not JSON: {error.msg} at column {error.colno}") from None
    except (RecursionError, ValueError):
        raise LineError("the JSON is nested too deeply or contains a number that is too long") from None
    if not isinstance(row, dict):
        raise LineError("this is not a JSON object; write {…} with “text”")
    return row


def load_gazetteer(path: Path) -> tuple[list[GazetteerEntity], bool]:
    """The entities of a JSON lines file, and whether every line could be read."""
    entities: list[GazetteerEntity] = []
    good = True
    with open_named(path) as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                entities.append(read_entity(_object(line)))
            except LineError as error:
                click.echo(f"{path}:{number}: {error}", err=True)
                good = False
    return entities, good


def read_entity(row: dict[str, Any]) -> GazetteerEntity:
    """A gazetteer line as an entity.

    Raises:
        LineError: a field is missing or has a wrong value.
    """
    aliases = [_alias(value) for value in _list(row, "aliases")]
    offices = [_office(value) for value in _list(row, "offices")]
    return GazetteerEntity(
        id=EntityId(_string(row, "id")),
        type=_string(row, "type"),
        name=_string(row, "name"),
        aliases=tuple(aliases),
        offices=tuple(offices),
        phrases=tuple(_strings(row, "phrases")),
        excludes=tuple(_strings(row, "excludes")),
        jurisdiction=_optional(row, "jurisdiction"),
        organisation=_optional(row, "organisation"),
        gender=_optional(row, "gender"),
    )


def _alias(value: object) -> Alias:
    if isinstance(value, str):
        return Alias(value)
    if not isinstance(value, dict):
        raise LineError("an alias is neither a string nor an object")
    kind = value.get("kind", "full")
    if kind not in ("full", "short", "weak", "former"):
        raise LineError(f"“{kind}” is not a kind of alias; use full, short, weak or former")
    start, end = _optional(value, "from"), _optional(value, "to")
    return Alias(_string(value, "text"), kind, _optional(value, "lang"), start, end)


def _office(value: object) -> OfficeTerm:
    if not isinstance(value, dict):
        raise LineError("an office is not an object; write {“office”: …, “start”: …}")
    position = _optional(value, "position")
    return OfficeTerm(
        title=_string(value, "office"),
        jurisdiction=_optional(value, "jurisdiction"),
        start=_optional(value, "start"),
        end=_optional(value, "end"),
        position=EntityId(position) if position else None,
        acting=value.get("acting") is True,
    )


def _string(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise LineError(f"“{key}” is missing or not a string")
    return value


def _optional(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise LineError(f"“{key}” is not a string")
    return value or None


def _list(row: dict[str, Any], key: str) -> list[object]:
    value = row.get(key)
    if value is not None and not isinstance(value, list):
        raise LineError(f"“{key}” is not a list")
    return list(value or ())


def _strings(row: dict[str, Any], key: str) -> list[str]:
    values = _list(row, key)
    if not all(isinstance(value, str) for value in values):
        raise LineError(f"“{key}” contains something other than strings")
    return [str(value) for value in values]
