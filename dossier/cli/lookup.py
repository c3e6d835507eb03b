"""What an editor types for a thing in, the thing out: an id, else a title or an alias that only one bears."""

from __future__ import annotations

import click

from dossier.findings import nearest
from dossier.mentions import EntityId
from dossier.naming import alike
from dossier.registry import Registry, Thing


def look_up(registry: Registry, words: str) -> Thing:
    """The thing that is meant.

    Raises:
        click.UsageError: nothing is, or several things may be; it says which come near.
    """
    thing = registry.things.get(EntityId(words))
    if thing is not None:
        return thing
    found = alike(registry, words)
    same = [each.thing for each in found if each.is_same]
    if len(same) == 1:
        return same[0]
    if same:
        named = " or ".join(f"{each.id} ({each.title})" for each in same)
        raise click.UsageError(f"“{words}” may be {named}; give the id")
    hint = nearest(words, registry.things)
    if not hint and found:
        hint = f"did you mean “{found[0].thing.id}” ({found[0].name})?"
    raise click.UsageError(f"nothing has the id or the name “{words}”" + (f"; {hint}" if hint else ""))
