"""List the names that an item's file gives it.

The gazetteer, which derives the forms that a text may use for these names, is separate: code that only
compares names needs no recognition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from rapidfuzz.distance import Indel

from dossier.model.fields import Alias, Fields, Text
from dossier.model.findings import Location
from dossier.model.ids import slug
from dossier.model.registry import Item, Registry
from dossier.model.types import FieldSpec

_ALIKE: Final = 0.88
_NUMBER: Final = re.compile(r"\b(?:\d+|[ivx]+)\b")


def names_of(item: Item) -> Iterator[tuple[str, str | None]]:
    """Every name and phrase that names an item, each with its language where that is given.

    The title comes first. Weak aliases and names that were in use only for a time are included.
    """
    yield item.title, None
    yield from ((alias.text, alias.lang) for alias, _ in listed_aliases(item))
    yield from ((named.text, named.language) for named in naming_texts(item) if named.is_name)


def listed_aliases(item: Item) -> Iterator[tuple[Alias, Location]]:
    """The aliases of an item, each with its place, in the order of its file."""
    return ((s.value, s.location) for s in item.fields["aliases"] if isinstance(s.value, Alias))


@dataclass(frozen=True, slots=True)
class NamingText:
    """A text by which recognition knows an item, other than its title and aliases.

    Attributes:
        naming: what it does for recognition, see `dossier.model.types.FieldSpec`.
        text: the text; the id of a body where it is the body whose office this is.
        language: a BCP 47 tag, None where none is given.
        location: where it stands in the file.
        record: the record that contains it, or None.
    """

    naming: str
    text: str
    language: str | None
    location: Location
    record: Fields | None

    @property
    def is_name(self) -> bool:
        """Whether texts may use it to name the item or the holder of the office."""
        return self.naming in ("alias", "phrase")


def naming_texts(item: Item) -> Iterator[NamingText]:
    """Every text in an item's front matter whose field has a task in recognition."""
    return _naming_texts(item.fields, item.type.fields, None)


def _naming_texts(
    fields: Fields, specs: Mapping[str, FieldSpec], record: Fields | None
) -> Iterator[NamingText]:
    for name, statements in fields.items():
        spec = specs[name]
        for statement in statements:
            value = statement.value
            if isinstance(value, Fields):
                yield from _naming_texts(value, spec.fields, value)
            elif spec.naming:
                texts = value.items() if isinstance(value, Text) else [("", str(value))]
                for language, text in texts:
                    yield NamingText(spec.naming, text, language or None, statement.location, record)


@dataclass(frozen=True, slots=True)
class Alike:
    """An item whose name is similar to another: nearly the same, or the same but for accents and script."""

    item: Item
    name: str
    is_same: bool


def alike(registry: Registry, title: str) -> list[Alike]:
    """The items with a name similar to this one, each once, those with the same name first.

    Names are compared in the form that ids have, so “Putin” finds “Путин”.
    """
    wanted = slug(title)
    found: list[tuple[float, Alike]] = []
    for item in registry.items.values() if wanted else ():
        names = [(_likeness(wanted, slug(name)), name) for name, _ in names_of(item)]
        score, name = max(names, key=lambda pair: pair[0])
        if score >= _ALIKE:
            found.append((score, Alike(item, name, score == 1)))
    return [each for _, each in sorted(found, key=lambda pair: (-pair[0], pair[1].item.id))]


def _likeness(one: str, other: str) -> float:
    """The similarity of two names, from 0 to 1. Names with different numbers differ: "minsk-1", "minsk-2"."""
    if one == other:
        return 1
    if _NUMBER.findall(one) != _NUMBER.findall(other):
        return 0
    if Indel.normalized_similarity(one, other) < _ALIKE:
        return 0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
