"""Read the metadata in the elements of a page: microdata and the classes of microformats."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dossier.importing.body.blocks import letters_of, text_of
from dossier.importing.metadata.evidence import Name, Stated, clean, clean_title
from dossier.importing.metadata.marked_dates import is_in_teaser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup, Tag

_ORIGIN: Final = "microdata"
_ARTICLE: Final = re.compile(r"(?:Article|Posting|Report|WebPage)$")
_PROPERTIES: Final[dict[str, tuple[Name, int]]] = {
    "headline": ("title", 82),
    "datePublished": ("published", 84),
    "dateModified": ("updated", 78),
    "author": ("author", 80),
    "creator": ("author", 70),
    "publisher": ("publisher", 72),
    "inLanguage": ("language", 60),
    "mainEntityOfPage": ("url", 60),
}
_CLASSES: Final[dict[str, tuple[Name, int]]] = {
    "p-name": ("title", 50),
    "entry-title": ("title", 60),
    "p-author": ("author", 60),
    "dt-published": ("published", 66),
    "dt-updated": ("updated", 60),
    # The older hAtom, which many themes still write; there, only elements that hold a date are read.
    "published": ("published", 64),
    "updated": ("updated", 58),
    "fn": ("author", 58),
}


def from_elements(soup: BeautifulSoup) -> Iterator[Stated]:
    """What elements state by microdata (HTML, 5) and microformats (h-entry)."""
    title = letters_of(text_of(soup.title)) if soup.title else ""
    for element in soup.find_all(True, attrs={"itemprop": True}):
        names = str(element.get("itemprop")).split()
        for name in names:
            known = _PROPERTIES.get(name)
            if known and _of_the_page(element) and not _is_elsewhere(element, known[0], title):
                yield Stated(known[0], _value(element, known[0]), f"{_ORIGIN} {name}", known[1])
    for element in soup.find_all(class_=list(_CLASSES)):
        for name in element.get("class") or ():
            known = _CLASSES.get(str(name))
            if known and _is_in_article(element, str(name)) and not _is_elsewhere(element, known[0], title):
                yield Stated(known[0], _value(element, known[0]), f"class {name}", known[1])


def _is_elsewhere(element: Tag, field: Name, title: str) -> bool:
    """Whether a date is that of another page."""
    return field in ("published", "updated") and is_in_teaser(element, title)


def _is_in_article(element: Tag, name: str) -> bool:
    if element.find_parent(("aside", "nav", "li")):
        return False
    footer = element.find_parent("footer")
    if footer is not None and footer.find_parent("article") is None:
        return False
    if name in ("published", "updated"):
        return element.name in ("time", "abbr")
    return name != "fn" or element.find_parent(class_=["author", "post-author", "byline"]) is not None


def _of_the_page(element: Tag) -> bool:
    """Whether the property belongs to an article, and this article is the one of the page."""
    if element.find_parent(("aside", "nav")):
        return False
    scope = element.find_parent(attrs={"itemscope": True})
    if scope is None:
        return True
    if not _ARTICLE.search(str(scope.get("itemtype") or "")):
        return False
    return scope.find_parent(attrs={"itemprop": ["liveBlogUpdate", "comment", "itemListElement"]}) is None


def _value(element: Tag, name: Name) -> str:
    if element.has_attr("itemscope"):
        inner = element.find(True, attrs={"itemprop": "name"})
        if inner is not None:
            return clean(inner.get("content")) or clean(inner.get_text(" "))
    read = clean_title if name == "title" else clean
    for attribute in ("content", "datetime", *(("title",) if element.name == "abbr" else ())):
        if value := read(element.get(attribute)):
            return value
    if element.name == "link":
        return clean(element.get("href"))
    text = element.get_text(" ")
    return clean_title(text, is_shown=True) if name == "title" else clean(text)
