"""Sources in, numbered citations of one page and their wording out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from dossier.registry import Registry, Thing
from dossier.schema import SourceItem
from dossier.views.dates import date_words

Cited = SourceItem | Thing
_AFTER_TITLE: Final = ("container-title", "genre", "number", "publisher")


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


@dataclass(frozen=True, slots=True)
class Wording:
    """A source in words: what stands before its title, the title, what follows, and its address."""

    before: str
    title: str
    after: str
    url: str


def wording(item: Mapping[str, object]) -> Wording:
    """Word CSL data in the order author, title, where it appeared, number, publisher, date."""
    authors = _names(item.get("author"))
    issued = item.get("issued")
    given = [item.get(variable) for variable in _AFTER_TITLE]
    parts = [value for value in given if isinstance(value, str)]
    if isinstance(issued, str):
        parts.append(date_words(issued))
    return Wording(
        before=f"{authors}: " if authors else "",
        title=str(item["title"]),
        after=", ".join(parts),
        url=str(item.get("URL", "")),
    )


def _names(names: object) -> str:
    if not isinstance(names, tuple):
        return ""
    words = []
    for name in names:
        if "literal" in name:
            words.append(name["literal"])
        else:
            words.append(" ".join(name[part] for part in ("given", "family") if part in name))
    return ", ".join(words)
