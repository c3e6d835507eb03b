"""Give the addresses of the files that are exported beside a page.

One place decides these names, so that the links on a page and the written files agree. Addresses are relative
to the site's root, percent-encoded as in a link.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

SITE_FEED: Final = "feed.xml"
_CITATIONS: Final = ("bib", "ris", "json")
_INDEX: Final = "index.html"


@dataclass(frozen=True, slots=True)
class Site:
    """What an export has to know about the site.

    Attributes:
        name: its name.
        url: its absolute address, "" where it is not known.
        address: gives the address of a page from the path of its file, such as ``articles/x/`` from
            ``articles/x.md``.
    """

    name: str
    url: str
    address: Callable[[str], str]

    def absolute(self, address: str) -> str:
        """The full form of an address on the site; "" where the site's own address is not known."""
        return f"{self.url.rstrip('/')}/{address}" if self.url else ""

    def identifier(self, address: str) -> str:
        """A lasting IRI of a page: its address, else a UUID made of the site's name and that address."""
        return self.absolute(address) or uuid.uuid5(uuid.NAMESPACE_URL, f"{self.name}\n{address}").urn

    def link(self, address: str, origin: str) -> str:
        """The way to a page from the file at `origin`: in full, else relative to it (RFC 3986, 4.2)."""
        return self.absolute(address) or "../" * origin.count("/") + address or "./"


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file to write: its path below the site's folder, with forward slashes, and its text.

    Line ends of `content` are meant as they are (RIS has CR LF), so it is written as bytes in UTF-8.
    """

    path: str
    content: str


def citation_paths(page: str) -> dict[str, str]:
    """The addresses of a page's citation in other formats, by format.

    >>> citation_paths("articles/x/")
    {'bib': 'articles/x/cite.bib', 'ris': 'articles/x/cite.ris', 'json': 'articles/x/cite.json'}
    >>> citation_paths("articles/x.html")["bib"]
    'articles/x.bib'
    """
    return {ending: _beside(page, "cite", ending) for ending in _CITATIONS}


def feed_path(page: str) -> str:
    """The address of the feed of an entity, from that of its page.

    >>> feed_path("people/x/"), feed_path("people/x.html")
    ('people/x/feed.xml', 'people/x.xml')
    """
    return _beside(page, "feed", "xml")


def _beside(page: str, name: str, ending: str) -> str:
    """A file in a page's own folder, or else one with the page's name."""
    if page in ("", _INDEX) or page.endswith(("/", f"/{_INDEX}")):
        return f"{page.removesuffix(_INDEX)}{name}.{ending}"
    return f"{page.removesuffix('.html')}.{ending}"
