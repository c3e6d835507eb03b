"""The ids that a dossier has, for schemas that let an editor complete them.

Values only: the schema knows nothing of registries, so whoever has one fills these in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Titles = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class KnownIds:
    """Titles by id: of items, for each type, and of the sources that the dossier shares."""

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
