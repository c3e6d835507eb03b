"""Write Atom feeds (RFC 4287) of articles: one for the dossier, one for each entity.

An entry gives the title, summary, authors and date of an article. The text itself is never in a feed, so no
feed can contain withheld text. No clock is read: a feed is as old as its newest entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from feedgen.feed import FeedGenerator

from dossier.model.edtf import first_day
from dossier.model.registry import Item
from dossier.render.export.addresses import SITE_FEED, Site, feed_path

LONGEST: Final = 30
_GENERATOR: Final = "mkdocs-dossier"
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")
# XML 1.0 allows no other characters, not even escaped (section 2.2).
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def site_feed(site: Site, articles: Iterable[Item]) -> str:
    """The feed of a whole dossier: its latest articles, at most `LONGEST`.

    Raises:
        ValueError: there is no article; an Atom feed needs a date.
    """
    return _feed(site, site.name, "", SITE_FEED, articles)


def entity_feed(site: Site, entity: Item, articles: Iterable[Item]) -> str:
    """The feed of an entity: the latest articles that mention it, at most `LONGEST`.

    Raises:
        ValueError: there is no article.
    """
    page = site.address(entity.path)
    return _feed(site, f"{entity.title} – {site.name}", page, feed_path(page), articles)


def _feed(site: Site, title: str, page: str, path: str, articles: Iterable[Item]) -> str:
    latest = sorted(articles, key=lambda a: (-first_day(a.fields.text("date")), a.id))[:LONGEST]
    feed = FeedGenerator()
    feed.generator(_GENERATOR)
    feed.id(site.identifier(page))
    feed.title(_xml(title))
    feed.author(name=_xml(site.name))
    feed.link(href=site.link(page, path), rel="alternate", type="text/html")
    feed.link(href=site.link(path, path), rel="self", type="application/atom+xml")
    feed.updated(max(_updated(article) for article in latest))
    for article in latest:
        _add_entry(feed, site, path, article)
    return str(feed.atom_str(pretty=True).decode("utf-8"))


def _add_entry(feed: FeedGenerator, site: Site, path: str, article: Item) -> None:
    """Add an article. Its author is the one named, else its publisher, else the site (the feed's author)."""
    page = site.address(article.path)
    date = article.fields.text("date")
    entry = feed.add_entry(order="append")
    entry.id(site.identifier(page))
    entry.title(_xml(article.title))
    entry.link(href=site.link(page, path))
    entry.updated(_updated(article))
    for author in article.fields.texts("authors") or article.fields.texts("publisher"):
        entry.author(name=_xml(author))
    # Atom knows only moments. A month or a year is left out, since its first day is not the date.
    if _DAY.fullmatch(date):
        entry.published(_moment(date))
    if summary := article.summary():
        entry.summary(_xml(summary))


def _updated(article: Item) -> datetime:
    """When an article was changed, else published; Atom needs a moment, so a month counts from its start."""
    return _moment(article.fields.text("updated") or article.fields.text("date"))


def _moment(value: str) -> datetime:
    """The first moment of an EDTF value in UTC; years outside RFC 3339 become its first or last moment."""
    days = min(max(first_day(value), datetime.min.toordinal()), datetime.max.toordinal())
    return datetime.fromordinal(days).replace(tzinfo=UTC)


def _xml(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
