"""What one document has said so far: whom it introduced and where, who else bears a name, what acronyms mean.

Made anew for each document, so that no document depends on another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from dossier.mentions import EntityId


@dataclass(frozen=True, slots=True)
class Stranger:
    """Somebody whom the gazetteer does not know, from a mention: the title in front, and where."""

    given: str
    title: str
    at: int


@dataclass(slots=True)
class Memory:
    """The state of one document.

    Attributes:
        declared: entities that the front matter names.
        subjects: entities that the title names in full: the article is about them.
        strangers: by surname, in the order of the text.
        anywhere: entities whose full name of several words stands somewhere in the text.
    """

    declared: frozenset[EntityId]
    subjects: set[EntityId] = field(default_factory=set)
    strangers: defaultdict[str, list[Stranger]] = field(default_factory=lambda: defaultdict(list))
    anywhere: set[EntityId] = field(default_factory=set)
    _named: defaultdict[EntityId, list[int]] = field(default_factory=lambda: defaultdict(list))
    _last: tuple[int, EntityId] | None = None

    def name(self, entity: EntityId, at: int) -> None:
        """Note a full mention."""
        self._named[entity].append(at)

    def speak_of(self, person: EntityId, at: int) -> None:
        """Note the person whom the text spoke of last, in whatever words."""
        self._last = (at, person)

    def introduced(self, entity: EntityId) -> bool:
        """Whether the text has named the entity in full, or the front matter declares it."""
        return entity in self.declared or entity in self._named

    def named_since(self, entity: EntityId, at: int) -> bool:
        """Whether a full mention stands at or after an offset."""
        places = self._named.get(entity)
        return places is not None and places[-1] >= at

    def times(self, entity: EntityId) -> int:
        """How often the text has named the entity in full."""
        return len(self._named.get(entity, ()))

    def latest(self, entity: EntityId) -> int:
        """Where the text last named the entity in full, -1 where it has not."""
        places = self._named.get(entity)
        return places[-1] if places else -1

    def last_person(self, since: int) -> EntityId | None:
        """The person spoken of last, if that was at or after an offset."""
        return self._last[1] if self._last is not None and self._last[0] >= since else None

    def choose(self, candidates: Iterable[EntityId]) -> list[EntityId]:
        """Those whom the front matter declares, else the article's subjects, else the introduced."""
        listed = list(candidates)
        for group in (self.declared, self.subjects, self._named):
            found = [c for c in listed if c in group]
            if found:
                return found
        return []
