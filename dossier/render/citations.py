"""Number the sources that one page cites."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dossier.model.fields import SourceItem
from dossier.model.registry import Item, Registry

Cited = SourceItem | Item


@dataclass(slots=True)
class Citations:
    """The sources of one page, numbered from 1 in the order in which they are first cited.

    ``passages`` are the words quoted from each source, by its number.
    """

    registry: Registry
    item: Item
    cited: list[Cited] = field(default_factory=list)
    passages: dict[int, list[str]] = field(default_factory=dict)

    def numbers(self, sources: Iterable[SourceItem]) -> list[int]:
        """The numbers of the sources that exist; new ones are added."""
        numbers = []
        for source in sources:
            found = self.registry.source(self.item, source)
            if found is not None:
                if found not in self.cited:
                    self.cited.append(found)
                number = self.cited.index(found) + 1
                numbers.append(number)
                self._quote(number, source)
        return numbers

    def _quote(self, number: int, source: SourceItem) -> None:
        quoted = self.passages.setdefault(number, [])
        if source.quotation is not None and source.quotation.exact not in quoted:
            quoted.append(source.quotation.exact)

    def all(self) -> list[Cited]:
        """All sources of the page: those cited so far in their order, then the rest of its own list."""
        listed = [statement.value for statement in self.item.fields["sources"]]
        self.numbers(source for source in listed if isinstance(source, SourceItem))
        return list(self.cited)
