"""Index a whole dossier: backlinks, co-mentions, terms, timeline, relations.

All are pure functions of the registry and of the mentions found.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.index.backlinks import (
    ArticleMentions,
    Quotation,
    RelatedArticle,
    RelatedArticles,
    backlinks,
    mentioned_in_article,
)
from dossier.index.comentions import CoMention, comentions
from dossier.index.relations import Edge, Relations, relations
from dossier.index.terms import Term, terms
from dossier.index.timeline import Entry, Timeline, timeline
from dossier.model.linked import LinkedDocument
from dossier.model.mentions import EntityId
from dossier.model.registry import Registry

__all__ = [
    "ArticleMentions",
    "CoMention",
    "Edge",
    "Entry",
    "Indexes",
    "Quotation",
    "RelatedArticle",
    "RelatedArticles",
    "Relations",
    "Term",
    "Timeline",
    "backlinks",
    "comentions",
    "make_indexes",
    "mentioned_in_article",
    "relations",
    "terms",
    "timeline",
]


@dataclass(frozen=True, slots=True)
class Indexes:
    """A registry and the indexes made from it and from the mentions in its documents.

    ``backlinks``, ``comentions`` and ``terms`` are by entity, ``documents`` by document.
    """

    registry: Registry
    relations: Relations
    backlinks: Mapping[EntityId, tuple[ArticleMentions, ...]]
    comentions: Mapping[EntityId, tuple[CoMention, ...]]
    timeline: Timeline
    terms: Mapping[EntityId, tuple[Term, ...]]
    documents: Mapping[EntityId, LinkedDocument]
    related: RelatedArticles


def make_indexes(registry: Registry, documents: Mapping[EntityId, LinkedDocument]) -> Indexes:
    """All indexes of a dossier whose documents have been read."""
    articles = [d for d in documents.values() if registry[d.id].type.layout == "article"]
    mentioned = backlinks(registry, articles)
    return Indexes(
        registry,
        relations(registry),
        mentioned,
        comentions(registry, articles),
        timeline(registry, documents.values()),
        terms(registry),
        documents,
        RelatedArticles(mentioned, len(articles)),
    )
