"""Sources in, numbered citations of one page out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dossier.registry import Registry, Thing
from dossier.schema import SourceItem

Cited = SourceItem | Thing


@dataclass(slots=True)
class Citations:
    """The sources of one page, numbered from 1 in the order in which they are first cited."""

    registry: Registry
    thing: Thing
    cited: list[Cited] = field(default_factory=list)

    def numbers(self, sources: Iterable[SourceItem]) -> list[int]:
        """The numbers of sources that exist, each added where it is new."""
        numbers = []
        for source in sources:
            found = self.registry.source(self.thing, source)
            if found is not None:
                if found not in self.cited:
                    self.cited.append(found)
                numbers.append(self.cited.index(found) + 1)
        return numbers

    def all(self) -> list[Cited]:
        """All sources of the page: those cited so far in their order, then the rest of its own list."""
        listed = [statement.value for statement in self.thing.fields["sources"]]
        self.numbers(source for source in listed if isinstance(source, SourceItem))
        return list(self.cited)
