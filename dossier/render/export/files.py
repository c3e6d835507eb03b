"""Make the citations and feeds that a site offers beside its pages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from dossier.index import ArticleMentions
from dossier.model.mentions import EntityId
from dossier.model.registry import Item, Registry
from dossier.render.export.addresses import SITE_FEED, ExportFile, Site, citation_paths, feed_path
from dossier.render.export.bibtex import bibtex
from dossier.render.export.csl import CslItem, csl_of_article
from dossier.render.export.feeds import entity_feed, site_feed
from dossier.render.export.ris import ris

Backlinks = Mapping[EntityId, tuple[ArticleMentions, ...]]


def export_files(registry: Registry, backlinks: Backlinks, site: Site) -> Iterator[ExportFile]:
    """All files that a dossier exports.

    ``feed.xml`` where there is an article; a feed for each entity that an article mentions; and the
    citation of each article as BibTeX, RIS and CSL-JSON.
    """
    articles = [item for item in registry.items.values() if item.type.layout == "article"]
    if articles:
        yield ExportFile(SITE_FEED, site_feed(site, articles))
    for item in registry.entities():
        mentioning = [mentions.article for mentions in backlinks.get(item.id, ())]
        if mentioning:
            path = feed_path(site.address(item.path))
            yield ExportFile(unquote(path), entity_feed(site, item, mentioning))
    for article in articles:
        yield from _citations(article, site)


def _citations(article: Item, site: Site) -> Iterator[ExportFile]:
    page = site.address(article.path)
    item = csl_of_article(article, site.absolute(page), site.name)
    contents = {"bib": bibtex(item), "ris": ris(item), "json": csl_json([item])}
    for ending, path in citation_paths(page).items():
        yield ExportFile(unquote(path), contents[ending])


def csl_json(items: list[CslItem]) -> str:
    """Items as CSL-JSON, an array even for one item."""
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"
