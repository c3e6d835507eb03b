"""Make the gazetteer of a registry: what `dossier.recognise.names` needs to know of a dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dossier.content.listed_names import NamingText, listed_aliases, naming_texts
from dossier.content.loading import load_registry
from dossier.content.schema import load_schema
from dossier.model.fields import Alias
from dossier.model.findings import Finding
from dossier.model.mentions import EntityId
from dossier.model.registry import Registry, Thing
from dossier.recognise.names.gazetteer import GazetteerEntity, OfficeTerm


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
    named = list(naming_texts(thing))
    jurisdictions = [each.text for each in named if each.naming == "jurisdiction"]
    return GazetteerEntity(
        id=thing.id,
        type=thing.type.type if thing.type.named_as == "thing" else thing.type.named_as,
        name=thing.title,
        aliases=(*(alias for alias, _ in listed_aliases(thing)), *_other_names(thing, named)),
        offices=tuple(_offices(registry, thing)),
        phrases=tuple(each.text for each in named if each.naming == "phrase"),
        excludes=tuple(each.text for each in named if each.naming == "exclude"),
        jurisdiction=_title(registry, jurisdictions[0]) if jurisdictions else None,
    )


def _other_names(thing: Thing, named: Iterable[NamingText]) -> Iterator[Alias]:
    for each in named:
        if each.naming == "alias" and each.text != thing.title:
            start = each.record.text("from") if each.record else ""
            end = each.record.text("to") if each.record else ""
            yield Alias(each.text, "full", None, start or None, end or None)


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
