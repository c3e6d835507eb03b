"""Make the gazetteer of a registry: what `dossier.recognise.names` needs to know about a dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dossier.content.listed_names import NamingText, listed_aliases, naming_texts
from dossier.content.loading import load_registry
from dossier.content.schema import load_schema
from dossier.model.fields import Alias
from dossier.model.findings import Finding
from dossier.model.mentions import EntityId
from dossier.model.registry import Item, Registry
from dossier.recognise.names.gazetteer import GazetteerEntity, OfficeTerm


def gazetteer(registry: Registry) -> list[GazetteerEntity]:
    """Every entity of a registry with its names, phrases and offices, in the order of the files."""
    return [_entity(registry, item) for item in registry.entities()]


def load_dossier_entities(
    content: Path, schema_folder: Path | None = None
) -> tuple[list[GazetteerEntity], list[Finding]]:
    """Read only the gazetteer of a dossier, with the findings of reading it.

    Raises:
        ContentFolderError: the folder does not exist.
        SchemaError: the types that the dossier adds have errors.
    """
    registry, findings = load_registry(content, load_schema(schema_folder))
    return gazetteer(registry), findings


def _entity(registry: Registry, item: Item) -> GazetteerEntity:
    named = list(naming_texts(item))
    genders = [each.text for each in named if each.naming == "gender"]
    return GazetteerEntity(
        id=item.id,
        type=item.type.type if item.type.named_as == "other" else item.type.named_as,
        name=item.title,
        aliases=(*(alias for alias, _ in listed_aliases(item)), *_other_names(item, named)),
        offices=tuple(_offices(registry, item)),
        phrases=tuple(each.text for each in named if each.naming == "phrase"),
        excludes=tuple(each.text for each in named if each.naming == "exclude"),
        jurisdiction=_named_first(registry, named, "jurisdiction"),
        organisation=_named_first(registry, named, "organisation"),
        gender=genders[0] if genders else None,
    )


def _other_names(item: Item, named: Iterable[NamingText]) -> Iterator[Alias]:
    for each in named:
        if each.naming == "alias" and each.text != item.title:
            start = each.record.text("from") if each.record else ""
            end = each.record.text("to") if each.record else ""
            yield Alias(each.text, "full", None, start or None, end or None)


def _offices(registry: Registry, item: Item) -> Iterator[OfficeTerm]:
    for name, spec in item.type.fields.items():
        if not spec.term:
            continue
        for term in item.fields.records(name):
            position = term.text("position")
            office = registry.items.get(EntityId(position))
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


def _named_first(registry: Registry, named: Iterable[NamingText], naming: str) -> str | None:
    """The title of the first item that a field with this task names."""
    return next((_title(registry, each.text) for each in named if each.naming == naming), None)


def _title(registry: Registry, item: str) -> str | None:
    return registry[item].title if item in registry else None
