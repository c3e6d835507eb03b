"""Find the articles that mention each entity, and the articles nearest to each article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log
from typing import Final

from dossier.index.quotations import Quotation, Quoter
from dossier.model.edtf import first_day
from dossier.model.linked import LinkedDocument
from dossier.model.mentions import EntityId
from dossier.model.registry import Item, Registry

__all__ = ["ArticleMentions", "Quotation", "backlinks", "mentioned_in_article"]


@dataclass(frozen=True, slots=True)
class ArticleMentions:
    """What one article says about one entity: how often it mentions it, and each sentence that does."""

    article: Item
    count: int
    quotations: tuple[Quotation, ...]


def backlinks(
    registry: Registry, documents: Iterable[LinkedDocument]
) -> Mapping[EntityId, tuple[ArticleMentions, ...]]:
    """The articles that mention each entity, the latest first.

    A person named by an office ("the US President") counts for the office's page as well. An article
    whose front matter says that it is about an entity is included even where its text never names it.
    """
    found: dict[EntityId, list[ArticleMentions]] = {}
    for document in documents:
        by_entity: dict[EntityId, list[tuple[int, int, str]]] = {}
        for placed in document.mentions:
            mention = placed.mention
            span = (mention.start, mention.end, placed.anchor)
            by_entity.setdefault(mention.entity, []).append(span)
            if mention.via is not None and mention.via != mention.entity:
                by_entity.setdefault(mention.via, []).append(span)
        quoter = Quoter(document)
        for entity, mentions in by_entity.items():
            quotations = tuple(quoter.quotations(mentions))
            article = ArticleMentions(registry[document.id], len(mentions), quotations)
            found.setdefault(entity, []).append(article)
        for entity in _declared(registry, registry[document.id]) - by_entity.keys():
            found.setdefault(entity, []).append(ArticleMentions(registry[document.id], 0, ()))
    return {entity: tuple(sorted(articles, key=_latest_first)) for entity, articles in found.items()}


def mentioned_in_article(
    registry: Registry, article: Item, document: LinkedDocument | None
) -> tuple[tuple[Item, int], ...]:
    """The entities that an article mentions with the number of mentions, the most mentioned first.

    Those that its front matter says it is about are included even where its text never names them.
    """
    counts = dict.fromkeys(sorted(_declared(registry, article)), 0)
    for placed in document.mentions if document else ():
        counts[placed.mention.entity] = counts.get(placed.mention.entity, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], registry[item[0]].title))
    return tuple((registry[entity], count) for entity, count in ranked)


def _declared(registry: Registry, article: Item) -> set[EntityId]:
    """The entities that an article's front matter says it is about."""
    return {
        reference.target
        for reference in registry.references(article)
        if reference.spec.declares and reference.target in registry
    }


def _latest_first(mentions: ArticleMentions) -> tuple[int, str]:
    return -first_day(mentions.article.fields.text("date")), mentions.article.id


_TOP_ENTITIES: Final = 12
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
    (K. Sparck Jones, "A statistical interpretation of term specificity", 1972). Only the rarest entities of
    an article are compared, each in a limited number of articles, so the total cost grows linearly.
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
        """The articles that share the most with one article, the nearest first."""
        ranked = sorted(self._entities.get(article, ()), key=lambda one: (-self._weights[one], one))
        scores: dict[EntityId, float] = {}
        for entity in ranked[:_TOP_ENTITIES]:
            weight = self._weights[entity]
            for other in self._articles[entity]:
                scores[other] = scores.get(other, 0.0) + weight
        scores.pop(article, None)
        nearest = sorted(scores, key=lambda one: (-round(scores[one], 9), one))[:_SHOWN]
        return tuple(
            RelatedArticle(
                other,
                tuple(entity for entity in ranked[:_TOP_ENTITIES] if other in self._articles[entity])[
                    :_REASONS
                ],
            )
            for other in nearest
        )
