"""Find the item that an editor names by its id, or by a title or an alias that only one item has."""

from __future__ import annotations

from itertools import islice
from typing import Final

import click

from dossier.content.listed_names import alike
from dossier.model.findings import nearest
from dossier.model.mentions import EntityId
from dossier.model.registry import Item, Registry

_MOST_TOLD: Final = 3


def look_up(registry: Registry, words: str) -> Item:
    """The item that is meant.

    Raises:
        click.UsageError: no item fits, or several do; it names those that come near.
    """
    item = registry.items.get(EntityId(words))
    if item is not None:
        return item
    found = alike(registry, words)
    same = [each.item for each in found if each.is_same]
    if len(same) == 1:
        return same[0]
    if same:
        named = " or ".join(f"{each.id} ({each.title})" for each in same)
        raise click.UsageError(f"“{words}” may be {named}; give the id")
    near = [(each.item.id, each.name) for each in found[:1]]
    near = near or [(each.id, each.title) for each in _with_the_word(registry, words)]
    meant = " or ".join(f"“{identifier}” ({name})" for identifier, name in near)
    hint = f"did you mean {meant}?" if near else nearest(words, registry.items)
    raise click.UsageError(f"no item has the id or the name “{words}”" + (f"; {hint}" if hint else ""))


def _with_the_word(registry: Registry, words: str) -> list[Item]:
    """A few entities whose title contains a word, such as a surname."""
    wanted = words.casefold()
    entities = (each for each in registry.entities() if wanted in each.title.casefold().split())
    return list(islice(entities, _MOST_TOLD))
