"""Tell what else words might have meant, and why they do not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from dossier.edit.explain.sentences import Sentences
from dossier.edit.explain.values import Other
from dossier.linking.documents import Context
from dossier.model.linked import LinkedDocument
from dossier.model.mentions import EntityId, Mention

_PART: Final = "only a part of these words fits"
_OVERLAPPING: Final = "other words take precedence"
_TITLE: Final = "the title does not fit them"
_NOT_SURE: Final = "only-bearer"
#: The rules for a surname that the text has introduced.
_INTRODUCED: Final = frozenset(("introduced-surname", "nearest-bearer", "subject-of-the-article"))


class OtherMeanings:
    """Tells what else the names of one text might have meant."""

    def __init__(
        self, context: Context, linked: LinkedDocument, sentences: Sentences, by_hand: frozenset[EntityId]
    ) -> None:
        """Keep what is asked about; `by_hand` are the entities that only links by hand declare."""
        self._registry: Final = context.registry
        self._recogniser: Final = context.recogniser
        self._linked: Final = linked
        self._sentences: Final = sentences
        self._by_hand: Final = by_hand

    def left_open(self, candidates: Iterable[EntityId]) -> tuple[Other, ...]:
        """The entities that words might mean which are not linked."""
        return tuple(Other(each, self._title(each), "") for each in candidates)

    def lost_to(self, mention: Mention) -> tuple[Other, ...]:
        """The entities that a mention might have meant instead, each with the reason why it does not."""
        found: dict[EntityId, str] = {}
        for start, end, entities in self._names:
            if start >= mention.end or end <= mention.start:
                continue
            for entity in entities:
                if entity not in (mention.entity, mention.via):
                    found.setdefault(entity, self._why(entity, start, end, mention))
        return tuple(Other(each, self._title(each), why) for each, why in found.items())

    @cached_property
    def _names(self) -> Sequence[tuple[int, int, tuple[EntityId, ...]]]:
        return self._recogniser.possible_names(self._linked.text)

    @cached_property
    def _refused(self) -> dict[tuple[int, int], str]:
        """The reasons for which names were left alone, by their span."""
        return {(each.start, each.end): each.rule for each in reversed(self._linked.unlinked)}

    def _why(self, entity: EntityId, start: int, end: int, mention: Mention) -> str:
        refused = self._refused.get((start, end))
        if refused is not None:
            return self._sentences.clause(refused)
        if not (mention.start <= start and end <= mention.end):
            return _OVERLAPPING
        if mention.rule == "name" and end - start < mention.end - mention.start:
            return _PART
        if mention.entity not in self._bearers(start, end):
            return _PART
        if mention.rule in _INTRODUCED and self._is_introduced(entity, mention.start):
            return _TITLE
        return self._sentences.others(mention.rule, by_hand=mention.entity in self._by_hand)

    def _bearers(self, start: int, end: int) -> tuple[EntityId, ...]:
        return next((who for first, last, who in self._names if (first, last) == (start, end)), ())

    def _is_introduced(self, entity: EntityId, before: int) -> bool:
        mentions = (placed.mention for placed in self._linked.mentions)
        return any(m.entity == entity and m.start < before and m.rule != _NOT_SURE for m in mentions)

    def _title(self, entity: EntityId) -> str:
        return self._registry[entity].title
