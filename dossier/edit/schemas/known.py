"""Hold the ids of a dossier, for schemas that let an editor complete them.

These are values only: the schema does not know the registry, so the caller that has one fills them in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Titles = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class KnownIds:
    """Titles by id: those of the items for each type, and those of the dossier's shared sources."""

    items: Mapping[str, Titles] = field(default_factory=dict)
    sources: Titles = field(default_factory=dict)

    def of_types(self, names: Sequence[str]) -> Titles:
        """The titles of all items of these types, by id; of every type where none is named."""
        found = {
            identifier: title
            for name, titles in self.items.items()
            if not names or name in names
            for identifier, title in titles.items()
        }
        return dict(sorted(found.items()))
