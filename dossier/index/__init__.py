"""What only a whole dossier can tell: backlinks, timeline, relations.

Pure functions of the registry and of the mentions that were found.
"""

from dossier.index.backlinks import ArticleMentions, Quotation, backlinks, mentioned_in_article
from dossier.index.relations import Edge, Relations, relations
from dossier.index.timeline import Entry, Timeline, timeline

__all__ = [
    "ArticleMentions",
    "Edge",
    "Entry",
    "Quotation",
    "Relations",
    "Timeline",
    "backlinks",
    "mentioned_in_article",
    "relations",
    "timeline",
]
