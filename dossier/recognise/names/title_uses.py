"""Hold how a text uses one title: where it stands alone, and whom else the text calls so or names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from dossier.model.mentions import EntityId

_Use = Literal["alone", "another", "none"]


class Occurrence(NamedTuple):
    """A title in the text: alone after an article, for ``another`` who may be called so, or neither.

    ``person`` is the one who is called so, None where that is nobody whom the gazetteer knows.
    """

    start: int
    end: int
    use: _Use
    person: EntityId | None = None


@dataclass
class Uses:
    """The uses of one title in a text.

    ``alone`` has the offsets where it stands alone, each with the last occurrence before it that says who is
    called so; ``bearers`` has everybody who is called so, None for all strangers, with their first span.
    """

    alone: dict[int, Occurrence | None] = field(default_factory=dict)
    bearers: dict[EntityId | None, tuple[int, int]] = field(default_factory=dict)
    others: list[Occurrence] = field(default_factory=list)
    last: Occurrence | None = None

    def add(self, occurrence: Occurrence) -> None:
        """Note an occurrence; they come in the order of the text."""
        if occurrence.use == "alone":
            self.alone[occurrence.start] = self.last
        elif occurrence.use == "another":
            self.bearers.setdefault(occurrence.person, (occurrence.start, occurrence.end))
            self.others.append(occurrence)
            if occurrence.person is not None:
                self.last = occurrence

    def another(self, person: EntityId, since: int, before: int) -> tuple[int, int] | None:
        """The span of a use for anybody else, strangers included, between two offsets."""
        if since == 0:
            firsts = (span for each, span in self.bearers.items() if each != person)
            return next((span for span in firsts if span[0] < before), None)
        number = bisect_left(self.others, before, key=lambda each: each.start)
        while number and self.others[number - 1].start >= since:
            number -= 1
            occurrence = self.others[number]
            if occurrence.person != person:
                return occurrence.start, occurrence.end
        return None


@dataclass(frozen=True)
class Namings:
    """The names in a text of those who may be called by one title, in the order of the text.

    ``others`` has for each the number of the next one that names somebody else.
    """

    places: Sequence[tuple[int, int, EntityId]]
    others: Sequence[int]

    @classmethod
    def of(
        cls, names: Iterable[tuple[int, int, Sequence[EntityId]]], called: AbstractSet[EntityId]
    ) -> Namings:
        """Gather them from the names in a text, each with its span and the persons whom it may mean."""
        places = sorted(
            (start, end, person) for start, end, persons in names for person in persons if person in called
        )
        others = [len(places)] * len(places)
        for number in range(len(places) - 2, -1, -1):
            is_same = places[number][2] == places[number + 1][2]
            others[number] = others[number + 1] if is_same else number + 1
        return cls(places, others)

    def of_another(self, last: Occurrence, start: int) -> tuple[int, int] | None:
        """The span of the first name of somebody else after an occurrence and before an offset."""
        number = bisect_left(self.places, last.end, key=lambda place: place[0])
        if number < len(self.places) and self.places[number][2] == last.person:
            number = self.others[number]
        found = self.places[number] if number < len(self.places) else None
        return found[:2] if found is not None and found[0] < start else None
