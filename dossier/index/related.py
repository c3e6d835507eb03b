"""The entities that each article mentions in; for each article those nearest to it, with the reason, out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from typing import Final

from dossier.index.backlinks import ArticleMentions
from dossier.mentions import EntityId
from dossier.registry import Thing

_TELLING: Final = 12
_COMPARED: Final = 100
_SHOWN: Final = 4
_REASONS: Final = 3


@dataclass(frozen=True, slots=True)
class RelatedArticle:
    """An article near to another one.

    ``shared`` holds what both mention, the rarest first: the reason why it is near.
    """

    article: Thing
    shared: tuple[EntityId, ...]


class RelatedArticles:
    """Finds articles that share entities; what few articles mention weighs more.

    The weight of an entity is its inverse document frequency, log(N / n) with n of N articles mentioning it
    (K. Sparck Jones, "A statistical interpretation of term specificity", 1972). An article is compared by
    its rarest entities only, each with so many articles, so the cost for all grows with their number.
    """

    def __init__(self, backlinks: Mapping[EntityId, tuple[ArticleMentions, ...]], articles: int) -> None:
        self._backlinks = backlinks
        self._weights = {
            entity: log(articles / len(found))
            for entity, found in backlinks.items()
            if 1 < len(found) < articles
        }
        self._entities: dict[EntityId, list[EntityId]] = {}
        for entity in self._weights:
            for mentions in backlinks[entity]:
                self._entities.setdefault(mentions.article.id, []).append(entity)

    def of(self, article: EntityId) -> tuple[RelatedArticle, ...]:
        """The articles that share most with one, the nearest first."""
        telling = sorted(self._entities.get(article, ()), key=lambda one: (-self._weights[one], one))
        scores: dict[EntityId, float] = {}
        shared: dict[EntityId, list[EntityId]] = {}
        things: dict[EntityId, Thing] = {}
        for entity in telling[:_TELLING]:
            for mentions in self._backlinks[entity][:_COMPARED]:
                other = mentions.article
                if other.id != article:
                    things[other.id] = other
                    scores[other.id] = scores.get(other.id, 0.0) + self._weights[entity]
                    shared.setdefault(other.id, []).append(entity)
        nearest = sorted(scores, key=lambda one: (-round(scores[one], 9), one))[:_SHOWN]
        return tuple(RelatedArticle(things[one], tuple(shared[one][:_REASONS])) for one in nearest)
