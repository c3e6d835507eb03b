"""Read the metadata in the head of a page: its ``meta``, ``link`` and ``title``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dossier.importing.metadata.evidence import Name, Stated, clean, clean_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup

# Name of the tag, in small letters: the field, and the weight. Google Scholar's tags are ``citation_…``,
# Parse.ly's ``parsely-…``, Dublin Core's ``dc.…`` or ``dcterms.…``.
_TAGS: Final[dict[str, tuple[Name, int]]] = {
    "og:title": ("title", 80),
    "twitter:title": ("title", 60),
    "citation_title": ("title", 85),
    "parsely-title": ("title", 80),
    "dc.title": ("title", 70),
    "dcterms.title": ("title", 70),
    "sailthru.title": ("title", 70),
    "headline": ("title", 70),
    "author": ("author", 70),
    "article:author": ("author", 65),
    "parsely-author": ("author", 75),
    "citation_author": ("author", 85),
    "dc.creator": ("author", 72),
    "dcterms.creator": ("author", 72),
    "sailthru.author": ("author", 60),
    "byl": ("author", 70),
    "og:site_name": ("publisher", 75),
    "citation_publisher": ("publisher", 80),
    "citation_journal_title": ("publisher", 78),
    "dc.publisher": ("publisher", 74),
    "dcterms.publisher": ("publisher", 74),
    "publisher": ("publisher", 60),
    "application-name": ("publisher", 45),
    "apple-mobile-web-app-title": ("publisher", 35),
    "copyright": ("site", 20),
    "article:published_time": ("published", 86),
    "og:published_time": ("published", 80),
    "article:published": ("published", 80),
    "og:article:published_time": ("published", 82),
    "parsely-pub-date": ("published", 82),
    "citation_publication_date": ("published", 82),
    "citation_online_date": ("published", 80),
    "citation_date": ("published", 78),
    "dc.date.issued": ("published", 80),
    "dcterms.issued": ("published", 80),
    "dcterms.date": ("published", 72),
    "dc.date": ("published", 72),
    "dcterms.created": ("published", 60),
    "dc.date.created": ("published", 60),
    "sailthru.date": ("published", 72),
    "datepublished": ("published", 75),
    "publishdate": ("published", 72),
    "publish-date": ("published", 72),
    "publish_date": ("published", 72),
    "pubdate": ("published", 74),
    "published": ("published", 70),
    "originalpublicationdate": ("published", 72),
    "date": ("published", 70),
    "pdate": ("published", 66),
    "article:create": ("published", 70),
    "article.published": ("published", 78),
    "article.created": ("published", 66),
    "bt:pubdate": ("published", 74),
    "createdate": ("published", 60),
    "cxenseparse:recs:publishtime": ("published", 80),
    "cxenseparse:publishtime": ("published", 80),
    "date_published": ("published", 74),
    "datecreated": ("published", 62),
    "firstpublished": ("published", 74),
    "govuk:first-published-at": ("published", 84),
    "gentime": ("published", 50),
    "mediator_published_time": ("published", 80),
    "publication_date": ("published", 74),
    "publicationdate": ("published", 74),
    "publish-time": ("published", 72),
    "publish_time": ("published", 72),
    "published_at": ("published", 72),
    "published_time": ("published", 74),
    "release_date": ("published", 70),
    "rnews:datepublished": ("published", 80),
    "shareaholic:article_published_time": ("published", 78),
    "timestamp": ("published", 50),
    "video:release_date": ("published", 50),
    "vr:published_time": ("published", 78),
    "article:modified_time": ("updated", 80),
    "article:modified": ("updated", 78),
    "og:updated_time": ("updated", 60),
    "og:article:modified_time": ("updated", 78),
    "dcterms.modified": ("updated", 74),
    "dc.date.modified": ("updated", 74),
    "lastmod": ("updated", 60),
    "last-modified": ("updated", 50),
    "datemodified": ("updated", 72),
    "shareaholic:article_modified_time": ("updated", 74),
    "content-language": ("language", 55),
    "language": ("language", 50),
    "dc.language": ("language", 60),
    "dcterms.language": ("language", 60),
    "og:locale": ("language", 40),
    "og:url": ("url", 70),
    "citation_public_url": ("url", 65),
    "citation_fulltext_html_url": ("url", 64),
    "parsely-link": ("url", 60),
    "dc.identifier": ("url", 30),
    "og:type": ("type", 0),
}


def from_meta(soup: BeautifulSoup) -> Iterator[Stated]:
    """What the head states, in the order of the page."""
    for tag in soup.find_all("meta"):
        name = str(tag.get("property") or tag.get("name") or tag.get("http-equiv") or "").strip().lower()
        known = _TAGS.get(name)
        read = clean_title if known and known[0] == "title" else clean
        value = read(tag.get("content"))
        if known and value:
            yield Stated(known[0], value, f"<meta {name}>", known[1])
    for link in soup.find_all("link"):
        if "canonical" in _rel(link.get("rel")):
            yield Stated("url", clean(link.get("href")), "<link canonical>", 80)
    if soup.title:
        yield Stated("title", clean_title(soup.title.get_text(" ")), "<title>", 40)
    root = soup.find("html")
    language = clean(root.get("lang")) if root else ""
    if language:
        yield Stated("language", language, "<html lang>", 70)


def _rel(value: object) -> list[str]:
    return (
        [str(item).lower() for item in value] if isinstance(value, list) else str(value or "").lower().split()
    )
