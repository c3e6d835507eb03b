"""Find published items that refer to unpublished ones, such as drafts: their pages leave the references out.

This is separate from the registry because the host decides what is published, and reports it itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model.fields import SourceItem
from dossier.model.findings import Finding, Location, Severity
from dossier.model.mentions import EntityId
from dossier.model.registry import Item, Registry, cited


def unpublished_references(registry: Registry) -> Iterator[Finding]:
    """A note for each reference from a published item to an unpublished one, which the page leaves out."""
    hidden = registry.unpublished
    for item in registry.items.values() if hidden else ():
        if item.id in hidden:
            continue
        for reference in registry.references(item):
            if reference.target in hidden and not reference.spec.forbids:
                location = reference.statement.location
                yield unpublished(registry, item, reference.target, reference.part, location)
        for location, source in cited(item.fields):
            if source.id in hidden and not isinstance(registry.source(item, source), SourceItem):
                yield unpublished(registry, item, EntityId(source.id), "sources", location)


def unpublished(registry: Registry, item: Item, target: EntityId, where: str, location: Location) -> Finding:
    """The note that an item refers to an unpublished one."""
    what = "a draft" if registry.unpublished[target].is_draft else "not published"
    message = f"{where}: “{target}” is {what}, so the published page does not link or list it"
    hint = "publish it, or remove the reference"
    return Finding(
        item.path, location.line, location.column, "unpublished-reference", message, hint, Severity.NOTE
    )
