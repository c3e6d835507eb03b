"""The entities that each article mentions in; for each article those nearest to it, with the reason, out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from typing import Final

from dossier.index.backlinks import ArticleMentions
from dossier.model.mentions import EntityId

_TELLING: Final = 12
_COMPARED: Final = 100
_SHOWN: Final = 4
_REASONS: Final = 3


@dataclass(frozen=True, slots=True)
class RelatedArticle:
    """An article near to another one.

    ``shared`` holds what both mention, the rarest first: the reason why it is near.
    """

    article: EntityId
    shared: tuple[EntityId, ...]


class RelatedArticles:
    """Finds articles that share entities; what few articles mention weighs more.

    The weight of an entity is its inverse document frequency, log(N / n) with n of N articles mentioning it
    (K. Sparck Jones, "A statistical interpretation of term specificity", 1972). An article is compared by
    its rarest entities only, each with so many articles, so the cost for all grows with their number.
    """

    def __init__(self, backlinks: Mapping[EntityId, tuple[ArticleMentions, ...]], articles: int) -> None:
        self._weights = {
            entity: log(articles / len(found))
            for entity, found in backlinks.items()
            if 1 < len(found) < articles
        }
        self._articles = {
            entity: tuple(mentions.article.id for mentions in backlinks[entity][:_COMPARED])
            for entity in self._weights
        }
        self._entities: dict[EntityId, list[EntityId]] = {}
        for entity in self._weights:
            for mentions in backlinks[entity]:
                self._entities.setdefault(mentions.article.id, []).append(entity)

    def of(self, article: EntityId) -> tuple[RelatedArticle, ...]:
        """The articles that share most with one, the nearest first."""
        telling = sorted(self._entities.get(article, ()), key=lambda one: (-self._weights[one], one))
        scores: dict[EntityId, float] = {}
        for entity in telling[:_TELLING]:
            weight = self._weights[entity]
            for other in self._articles[entity]:
                scores[other] = scores.get(other, 0.0) + weight
        scores.pop(article, None)
        nearest = sorted(scores, key=lambda one: (-round(scores[one], 9), one))[:_SHOWN]
        return tuple(
            RelatedArticle(
                other,
                tuple(entity for entity in telling[:_TELLING] if other in self._articles[entity])[:_REASONS],
            )
            for other in nearest
        )
