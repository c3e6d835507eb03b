"""Find the entities whose names are similar to words that no name in the dossier fits."""

from __future__ import annotations

from typing import Final

from dossier.content.listed_names import alike, names_of
from dossier.model.ids import slug
from dossier.model.mentions import EntityId
from dossier.model.registry import Registry

_MOST: Final = 3


def similar_entities(registry: Registry, words: str) -> list[EntityId]:
    """A few entities that the words may mean: by a similar name first, then by these words in a name."""
    near = [each.item.id for each in alike(registry, words) if each.item.type.mentionable]
    wanted = set(slug(words).split("-")) - {""}
    within = [
        item.id
        for item in registry.entities()
        if wanted and any(wanted <= set(slug(name).split("-")) for name, _ in names_of(item))
    ]
    return list(dict.fromkeys([*near, *within]))[:_MOST]
