"""What only a whole dossier can tell: backlinks, co-mentions, terms, timeline, relations.

Pure functions of the registry and of the mentions that were found.
"""

from dossier.index.backlinks import ArticleMentions, Quotation, backlinks, mentioned_in_article
from dossier.index.comentions import CoMention, comentions
from dossier.index.indexes import Indexes, make_indexes
from dossier.index.related import RelatedArticle, RelatedArticles
from dossier.index.relations import Edge, Relations, relations
from dossier.index.terms import Term, terms
from dossier.index.timeline import Entry, Timeline, timeline

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
