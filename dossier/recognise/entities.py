"""Make the gazetteer of a registry: what `dossier.recognise.names` needs to know of a dossier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from dossier.content.listed_names import listed_aliases
from dossier.content.loading import load_registry
from dossier.content.schema import load_schema
from dossier.model.fields import Fields, Text
from dossier.model.findings import Finding
from dossier.model.mentions import EntityId
from dossier.model.registry import Registry, Thing
from dossier.model.types import FieldSpec
from dossier.recognise.names.gazetteer import Alias, GazetteerEntity, OfficeTerm


def gazetteer(registry: Registry) -> list[GazetteerEntity]:
    """Every entity of a registry with its names, phrases and offices, in the order of the files."""
    return [_entity(registry, thing) for thing in registry.entities()]


def load_dossier_entities(
    content: Path, schema_folder: Path | None = None
) -> tuple[list[GazetteerEntity], list[Finding]]:
    """Read a dossier for its gazetteer alone, with the findings of reading it.

    Raises:
        ContentFolderError: the folder is not there.
        SchemaError: the types that the dossier adds are not right.
    """
    registry, findings = load_registry(content, load_schema(schema_folder))
    return gazetteer(registry), findings


def _entity(registry: Registry, thing: Thing) -> GazetteerEntity:
    named = tuple(_naming(thing.fields, thing.type.fields))
    jurisdictions = [text for naming, text, _ in named if naming == "jurisdiction"]
    return GazetteerEntity(
        id=thing.id,
        type=thing.type.type if thing.type.named_as == "thing" else thing.type.named_as,
        name=thing.title,
        aliases=(*_listed_aliases(thing), *_other_names(thing, named)),
        offices=tuple(_offices(registry, thing)),
        phrases=tuple(text for naming, text, _ in named if naming == "phrase"),
        excludes=tuple(text for naming, text, _ in named if naming == "exclude"),
        jurisdiction=_title(registry, jurisdictions[0]) if jurisdictions else None,
    )


def _listed_aliases(thing: Thing) -> Iterator[Alias]:
    for listed in listed_aliases(thing):
        yield Alias(listed.text, listed.kind, listed.lang, listed.start, listed.end)  # type: ignore[arg-type]


def _other_names(thing: Thing, named: tuple[tuple[str, str, Fields | None], ...]) -> Iterator[Alias]:
    for naming, text, record in named:
        if naming == "alias" and text != thing.title:
            start = record.text("from") if record else ""
            end = record.text("to") if record else ""
            yield Alias(text, "full", None, start or None, end or None)


def _naming(
    fields: Fields, specs: Mapping[str, FieldSpec], record: Fields | None = None
) -> Iterator[tuple[str, str, Fields | None]]:
    """What the fields do for recognition: the naming, the text, and the record it stands in."""
    for name, statements in fields.items():
        spec = specs[name]
        for statement in statements:
            value = statement.value
            if isinstance(value, Fields):
                yield from _naming(value, spec.fields, value)
            elif spec.naming and isinstance(value, Text):
                yield from ((spec.naming, text, record) for _, text in value.items())
            elif spec.naming:
                yield spec.naming, str(value), record


def _offices(registry: Registry, thing: Thing) -> Iterator[OfficeTerm]:
    for name, spec in thing.type.fields.items():
        if not spec.term:
            continue
        for term in thing.fields.records(name):
            position = term.text("position")
            office = registry.things.get(EntityId(position))
            if office is None:
                continue
            acting = term.first("acting")
            yield OfficeTerm(
                title=office.title,
                jurisdiction=_title(registry, office.fields.text("jurisdiction")),
                start=term.text("from") or None,
                end=term.text("to") or None,
                position=office.id,
                acting=bool(acting and acting.value),
            )


def _title(registry: Registry, thing: str) -> str | None:
    return registry[thing].title if thing in registry else None
