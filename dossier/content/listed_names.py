"""A thing in, every name that its file lists for it out.

Apart from the gazetteer, which derives what text may write for these names: whoever only compares names
needs no recognition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from rapidfuzz.distance import Indel

from dossier.model.fields import Alias, Fields, Text
from dossier.model.ids import slug
from dossier.model.registry import Registry, Thing
from dossier.model.types import FieldSpec

_ALIKE: Final = 0.88
_NUMBER: Final = re.compile(r"\b(?:\d+|[ivx]+)\b")


def names_of(thing: Thing) -> Iterator[tuple[str, str | None]]:
    """Every name and phrase that names a thing, each with its language where it is said.

    Its title comes first; weak aliases and names that it bore at some time only are there too.
    """
    yield thing.title, None
    yield from ((alias.text, alias.lang) for alias in listed_aliases(thing))
    yield from _named(thing.fields, thing.type.fields)


def listed_aliases(thing: Thing) -> Iterator[Alias]:
    """The aliases of a thing, in the order of its file."""
    return (s.value for s in thing.fields["aliases"] if isinstance(s.value, Alias))


def _named(fields: Fields, specs: Mapping[str, FieldSpec]) -> Iterator[tuple[str, str | None]]:
    for name, statements in fields.items():
        for statement in statements:
            value = statement.value
            if isinstance(value, Fields):
                yield from _named(value, specs[name].fields)
            elif specs[name].naming in ("alias", "phrase") and isinstance(value, Text):
                yield from ((text, language or None) for language, text in value.items())
            elif specs[name].naming in ("alias", "phrase") and isinstance(value, str):
                yield value, None


@dataclass(frozen=True, slots=True)
class Alike:
    """A thing that bears a name like another: the same but for accents, script and marks, or nearly."""

    thing: Thing
    name: str
    is_same: bool


def alike(registry: Registry, title: str) -> list[Alike]:
    """The things that bear a name like this one, those that bear the same first, each once.

    Names are compared as ids are made of them, so “Путин” is found by “Putin”.
    """
    wanted = slug(title)
    found: list[tuple[float, Alike]] = []
    for thing in registry.things.values() if wanted else ():
        names = [(_likeness(wanted, slug(name)), name) for name, _ in names_of(thing)]
        score, name = max(names, key=lambda pair: pair[0])
        if score >= _ALIKE:
            found.append((score, Alike(thing, name, score == 1)))
    return [each for _, each in sorted(found, key=lambda pair: (-pair[0], pair[1].thing.id))]


def _likeness(one: str, other: str) -> float:
    """From 0 to 1. Names that differ in a number are two: "minsk-1" and "minsk-2"."""
    if one == other:
        return 1
    if _NUMBER.findall(one) != _NUMBER.findall(other):
        return 0
    if Indel.normalized_similarity(one, other) < _ALIKE:
        return 0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
