"""Restore a page that the Wayback Machine served: give it its own addresses and remove the toolbar.

The archive puts its own address before each address of the page, but the article belongs to the site.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_ARCHIVED: Final = re.compile(
    r"(?:(?:https?:)?//(?:web\.)?archive\.org)?/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?:)", re.IGNORECASE
)
_TOOLBAR: Final = ("wm-ipp-base", "wm-ipp", "wm-ipp-print", "donato")
_ADDRESSES: Final = ("href", "src", "content")


def unarchive(soup: BeautifulSoup, source: str) -> str:
    """Restore a page of the archive, and return its original address; other pages stay as they are."""
    own = _ARCHIVED.sub("", source, count=1) if _ARCHIVED.match(source) else source
    toolbar = soup.find_all(id=_TOOLBAR)
    if own == source and not toolbar and not _says_so(soup):
        return source
    for element in toolbar:
        if not element.decomposed:
            element.decompose()
    for element in soup.find_all(True):
        for name in _ADDRESSES:
            value = str(element.get(name) or "")
            if _ARCHIVED.match(value):
                element[name] = _ARCHIVED.sub("", value, count=1)
    return own


def _says_so(soup: BeautifulSoup) -> bool:
    """Whether the page gives an address of the archive as its own."""
    link = soup.find("link", rel="canonical")
    return link is not None and _ARCHIVED.match(str(link.get("href") or "")) is not None
