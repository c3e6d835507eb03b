"""Find the entities whose names are similar to words that no name in the dossier fits."""

from __future__ import annotations

from typing import Final

from rapidfuzz.distance import Indel

from dossier.content.listed_names import alike, names_of
from dossier.model.ids import slug
from dossier.model.mentions import EntityId
from dossier.model.registry import Item, Registry

_MOST: Final = 3
_ALIKE: Final = 0.85


def similar_entities(registry: Registry, words: str) -> list[EntityId]:
    """A few entities that the words may mean: by a similar name first, then by these words in a name."""
    near = [each.item.id for each in alike(registry, words) if each.item.type.mentionable]
    wanted = [word for word in slug(words).split("-") if word]
    within = [item.id for item in registry.entities() if wanted and _has_words(item, wanted)]
    return list(dict.fromkeys([*near, *within]))[:_MOST]


def _has_words(item: Item, wanted: list[str]) -> bool:
    """Whether each of the words, or one spelled nearly like it, is in one name of an entity."""
    return any(
        all(any(_is_like(word, other) for other in known) for word in wanted)
        for known in (slug(name).split("-") for name, _ in names_of(item))
    )


def _is_like(word: str, other: str) -> bool:
    return word == other or Indel.normalized_similarity(word, other) >= _ALIKE
