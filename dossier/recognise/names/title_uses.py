"""Hold how a text uses one title: where it stands alone, and whom else the text calls so."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from dossier.model.mentions import EntityId

_Use = Literal["alone", "another", "none"]


class Occurrence(NamedTuple):
    """A title in the text: alone, for ``another`` who may be called so, or neither.

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
