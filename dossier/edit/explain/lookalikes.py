"""Find the entities whose names are similar to words that no name in the dossier fits."""

from __future__ import annotations

from typing import Final

from rapidfuzz.distance import Indel

from dossier.content.listed_names import alike, names_of
from dossier.model.ids import slug
from dossier.model.mentions import EntityId
from dossier.model.registry import Item, Registry
from dossier.recognise.names.vocabulary import NameLanguage

_MOST: Final = 3
_ALIKE: Final = 0.85


def similar_entities(registry: Registry, words: str, language: NameLanguage) -> list[EntityId]:
    """A few entities that the words may mean: by a similar name first, then by these words in a name.

    Small words, such as “the” and “of the”, mean none, and words without a capital no part of a name.
    """
    said = [word for word in words.split() if word.lower() not in language.words.function]
    if not said:
        return []
    near = [each.item.id for each in alike(registry, words) if each.item.type.mentionable]
    wanted = [word for word in slug(" ".join(said)).split("-") if word]
    may_be_part = wanted and (words != words.lower() or not language.capitals)
    within = [item.id for item in registry.entities() if may_be_part and _has_words(item, wanted)]
    return list(dict.fromkeys([*near, *within]))[:_MOST]


def _has_words(item: Item, wanted: list[str]) -> bool:
    """Whether each of the words, or one spelled nearly like it, is in one name of an entity."""
    return any(
        all(any(_is_like(word, other) for other in known) for word in wanted)
        for known in (slug(name).split("-") for name, _ in names_of(item))
    )


def _is_like(word: str, other: str) -> bool:
    return word == other or Indel.normalized_similarity(word, other) >= _ALIKE
