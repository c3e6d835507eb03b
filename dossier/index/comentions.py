"""Count, for each entity, the entities that are named in the same sentences.

It is apart from backlinks because it is about pairs: which entities are named together, in which sentences,
and how much more often than by chance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Final

from dossier.index.quotations import Quoter
from dossier.model.edtf import first_day
from dossier.model.linked import LinkedDocument
from dossier.model.mentions import EntityId
from dossier.model.registry import Registry

# A "sentence" with more names is a list of them: only its first names count, so that the cost of a sentence
# is bounded.
_MOST_IN_SENTENCE: Final = 12
_MOST_QUOTATIONS: Final = 10


@dataclass(frozen=True, slots=True)
class CoMention:
    """How often one entity is named in the same sentence as another.

    Attributes:
        entity: the other one.
        sentences: how many sentences name both.
        expected: how many would name both if the sentences that name each were spread by chance.
        quotations: which of the quotations that `backlinks` gives for the first entity name both: their
            numbers, counted from 1 through all its articles; the first ten only.
    """

    entity: EntityId
    sentences: int
    expected: float
    quotations: tuple[int, ...]

    @property
    def strength(self) -> float:
        """By how many standard errors the number of sentences exceeds what chance would give.

        The t-score of collocations: (observed - expected) / sqrt(observed). Unlike a ratio it does not
        favour rare entities, and unlike the bare number it does not favour frequent ones (Church, Gale,
        Hanks and Hindle, "Using statistics in lexical analysis", 1991).
        """
        return (self.sentences - self.expected) / sqrt(self.sentences)


@dataclass(slots=True)
class _Together:
    sentences: int = 0
    quotations: list[int] = field(default_factory=list)

    def add(self, quotation: int) -> None:
        self.sentences += 1
        if len(self.quotations) < _MOST_QUOTATIONS:
            self.quotations.append(quotation)


def comentions(
    registry: Registry, documents: Iterable[LinkedDocument]
) -> Mapping[EntityId, tuple[CoMention, ...]]:
    """The other entities in each entity's sentences, the most frequent first, then by title.

    A person named by an office ("the US President") counts as that person, not also as the office. The cost
    grows with the mentions: in a sentence that names many entities, the first twelve count.
    """
    total = 0
    named: dict[EntityId, int] = {}
    quoted: dict[EntityId, int] = {}
    pairs: dict[EntityId, dict[EntityId, _Together]] = {}
    for document in _latest_first(registry, documents):
        for entities, offices in _sentences(document):
            total += 1
            for entity in entities:
                named[entity] = named.get(entity, 0) + 1
            for entity in dict.fromkeys([*entities, *offices]):
                quoted[entity] = quoted.get(entity, 0) + 1
            _pair(entities[:_MOST_IN_SENTENCE], quoted, pairs)
    return {
        entity: _ranked(registry, others, named, named[entity] / total) for entity, others in pairs.items()
    }


def _latest_first(registry: Registry, documents: Iterable[LinkedDocument]) -> list[LinkedDocument]:
    """Documents in the same order as in `backlinks`, so that both number quotations alike."""
    return sorted(documents, key=lambda d: (-first_day(registry[d.id].fields.text("date")), d.id))


def _sentences(document: LinkedDocument) -> Iterator[tuple[list[EntityId], list[EntityId]]]:
    """The entities of each sentence that names any, in order, and the offices that name them."""
    quoter = Quoter(document)
    by_sentence: dict[int, tuple[dict[EntityId, None], dict[EntityId, None]]] = {}
    for placed in document.mentions:
        entities, offices = by_sentence.setdefault(quoter.sentence_at(placed.mention.start), ({}, {}))
        entities[placed.mention.entity] = None
        if placed.mention.via is not None:
            offices[placed.mention.via] = None
    for entities, offices in by_sentence.values():
        yield list(entities), list(offices)


def _pair(
    entities: Sequence[EntityId],
    quoted: Mapping[EntityId, int],
    pairs: dict[EntityId, dict[EntityId, _Together]],
) -> None:
    for entity in entities if len(entities) > 1 else ():
        others = pairs.setdefault(entity, {})
        for other in entities:
            if other != entity:
                others.setdefault(other, _Together()).add(quoted[entity])


def _ranked(
    registry: Registry, others: Mapping[EntityId, _Together], named: Mapping[EntityId, int], share: float
) -> tuple[CoMention, ...]:
    """One entity's co-mentions; `share` is the share of all sentences that name it."""
    found = [
        CoMention(other, together.sentences, named[other] * share, tuple(together.quotations))
        for other, together in others.items()
    ]
    return tuple(sorted(found, key=lambda c: (-c.sentences, registry[c.entity].title.casefold(), c.entity)))
