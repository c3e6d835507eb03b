"""Distinguish entities with the same name by the text's own words.

There are three clues, the most reliable first: the additional words in an id, which an editor chose to
distinguish the entities; the state that the sentence names; a country's adjective or office holder anywhere
in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dossier.model.mentions import EntityId
from dossier.recognise.names.fold import fold_word
from dossier.recognise.names.gazetteer import GazetteerEntity
from dossier.recognise.names.meanings import Office
from dossier.recognise.names.memory import Memory
from dossier.recognise.names.vocabulary import NameLanguage

_WORD: Final = re.compile(r"[^\W_]+")
# How many characters before and after a name to look for another place that shows the state.
_REACH: Final = 300


@dataclass(slots=True)
class Namesakes:
    """Distinguishes namesakes for one document, whose words it gathers when it first needs them.

    ``offices_at`` gives the offices of a country or body.
    """

    text: str
    entities: Mapping[EntityId, GazetteerEntity]
    offices_at: Callable[[str], Iterable[Office]]
    memory: Memory
    language: NameLanguage
    _words: set[str] = field(default_factory=set)
    _qualifiers: dict[EntityId, str] = field(default_factory=dict)

    def choose(self, candidates: Sequence[EntityId], start: int, sentence: tuple[int, int]) -> list[EntityId]:
        """Those that a clue points to; none if no clue does."""
        for candidate in candidates:
            if candidate not in self._qualifiers:
                self._qualifiers[candidate] = self._qualifier(candidate)
        clues = [c for c in candidates if self._holds(self._qualifiers[c])]
        if len(clues) == 1:
            return clues
        states = [c for c in candidates if self._is_state(c)]
        if states and self._speaks_of_states(start, sentence):
            return states
        return [c for c in candidates if c not in states and self._is_mentioned(c)]

    def is_the_state(
        self, place: GazetteerEntity, start: int, sentence_of: Callable[[int], tuple[int, int]]
    ) -> bool:
        """Whether a country's name means the American state, because the sentence names another state."""
        language = self.language
        if place.name not in language.words.states or self._is_state(place.id):
            return False
        return language.jurisdictions.find(place.name) is not None and self._speaks_of_states(
            start, sentence_of(start)
        )

    def _speaks_of_states(self, start: int, sentence: tuple[int, int]) -> bool:
        """Whether another word of the sentence, besides the one at an offset, names a state or its city."""
        first, last = max(sentence[0], start - _REACH), min(sentence[1], start + _REACH)
        found = self.language.patterns.state_place.finditer(self.text, first, last)
        return any(match.start() != start for match in found)

    def has_word(self, word: str) -> bool:
        """Whether the text has a word, given in lower case and folded."""
        return self._holds(word)

    def _qualifier(self, entity: EntityId) -> str:
        """The words of an id that are not in the name: "hong kong" in democratic-party-hong-kong."""
        name = fold_word(self.entities[entity].name).lower()
        return " ".join(word for word in _WORD.findall(fold_word(entity).lower()) if word not in name)

    def _holds(self, words: str) -> bool:
        """Whether the text has all the words; numbers and single letters say nothing."""
        if not self._words:
            self._words.update(_WORD.findall(fold_word(self.text).lower()))
        told = [word for word in words.split() if len(word) > 2 and word.isalpha()]
        return bool(told) and self._words.issuperset(told)

    def _is_state(self, entity: EntityId) -> bool:
        return any(map(self.language.patterns.state_alias.match, self._aliases(entity)))

    def _aliases(self, entity: EntityId) -> set[str]:
        return {alias.text for alias in self.entities[entity].aliases}

    def _is_mentioned(self, entity: EntityId) -> bool:
        """Whether it is a country whose adjective, other name or office holder is in the text."""
        known = self.language.jurisdictions.find(self.entities[entity].name)
        if known is None or self.entities[entity].type != "place":
            return False
        others = self._aliases(entity)
        if others and others.isdisjoint(known.names):
            return False
        holders = (h.person for office in self.offices_at(known.names[0]) for h in office.holdings)
        return any(self._holds(word.lower()) for word in known.adjectives if word not in known.names) or any(
            self.memory.introduced(person) for person in holders
        )
