"""Find what is published and refers to what is not, such as a draft: its page shows less than its file says.

This stands apart from the registry because a host decides what is published, and tells of it by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model.fields import SourceItem
from dossier.model.findings import Finding, Location, Severity
from dossier.model.mentions import EntityId
from dossier.model.registry import Registry, Thing, cited


def unpublished_references(registry: Registry) -> Iterator[Finding]:
    """A note for each reference from what is published to what is not: the page leaves it out."""
    hidden = registry.unpublished
    for thing in registry.things.values() if hidden else ():
        if thing.id in hidden:
            continue
        for reference in registry.references(thing):
            if reference.target in hidden and not reference.spec.forbids:
                location = reference.statement.location
                yield unpublished(registry, thing, reference.target, reference.part, location)
        for location, source in cited(thing.fields):
            if source.id in hidden and not isinstance(registry.source(thing, source), SourceItem):
                yield unpublished(registry, thing, EntityId(source.id), "sources", location)


def unpublished(
    registry: Registry, thing: Thing, target: EntityId, where: str, location: Location
) -> Finding:
    """The note that a thing refers to another one that is not published."""
    what = "a draft" if registry.unpublished[target].is_draft else "not published"
    message = f"{where}: “{target}” is {what}, so the published page does not link or list it"
    hint = "publish it, or remove the reference"
    return Finding(
        thing.path, location.line, location.column, "unpublished-reference", message, hint, Severity.NOTE
    )
