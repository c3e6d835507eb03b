"""Say which ids of a page an author must not use, and suggest others.

Front matter, prose, headings and generated parts all ask here, so that the theme's elements, our own and the
parts of a page each have an id that nothing else has.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from typing import Final

from dossier.model.ids import free_id
from dossier.model.site_paths import EXPLORE, RELATIONS, TIMELINE

_THEME: Final = r"_(?:_|$)|md-"
"""Material's elements: ``__search``, ``__drawer``, ``__nav_1``. toc makes ``__1`` of two headings ``_``."""
_OURS: Final = r"dossier|pagefind"
_PARTS: Final = r"(?:section|source|mention|quote)-(?=\w)|(?:with|mark|rays|around|web):"
"""The parts around a text on the pages of articles and entities."""
_PROVISIONS: Final = r"point-(?=\w)"
_FOOTNOTES: Final = r"fn(?:ref\d*)?:"

_BY_FRONT_MATTER: Final = re.compile(f"{_THEME}|{_OURS}|{_PARTS}|{_FOOTNOTES}", re.IGNORECASE)
_BY_TEXT: Final = re.compile(f"{_BY_FRONT_MATTER.pattern}|{_PROVISIONS}", re.IGNORECASE)
# Footnotes and lines of code get their ids from Markdown; only Markdown gives such ids to these elements.
_BY_MARKDOWN: Final = re.compile(r"li fn:|sup fnref\d*:|span __span-[\d-]+$|a __codelineno-[\d-]+$")
_IN_LIST: Final = "group-"
_INDEX: Final = re.compile(r"(?:(?:^|/)(?:index|readme))?\.md$", re.IGNORECASE)


def page_name(path: str) -> str:
    """The address of a text's page without slashes around it, whatever the file's name.

    >>> page_name("people/index.md"), page_name("people.md"), page_name("README.md")
    ('people', 'people', '')
    """
    return _INDEX.sub("", path)


_BY_PAGE: Final = (
    (re.compile(page_name(TIMELINE)), re.compile(r"year--?\d+")),
    (re.compile(rf"{page_name(TIMELINE)}/\d+"), re.compile(r"-?[\dX]{4}(?:-[\dX]{2}){0,2}")),
    (re.compile(page_name(RELATIONS)), re.compile(r"tie-\d+")),
    (re.compile(page_name(EXPLORE)), re.compile("articles")),
)
"""Generated pages that a text of the dossier may introduce, with the ids of the parts after that text."""

_USED: Final = "is an id that the site itself uses"
_NAMED: Final = "is the id that the front matter gives to another part of the page"


@dataclass(frozen=True, slots=True)
class PageIds:
    """The ids that the text of one page must not use.

    Attributes:
        path: the page's file, relative to the dossier's folder; "" where it is not known.
        named: the ids that its front matter gives to parts of the page.
        lists: whether the site lists the items of a type after the text.
    """

    path: str = ""
    named: frozenset[str] = frozenset()
    lists: bool = False

    def refusal(self, identifier: str, tag: str = "") -> str:
        """Why an element of a text must not have an id, "" where it may.

        >>> PageIds().refusal("__search"), PageIds().refusal("ceasefire")
        ('is an id that the site itself uses', '')
        >>> PageIds().refusal("fn:1", "li"), PageIds("timeline/2014.md").refusal("2014-09")
        ('', 'is an id that the site itself uses')
        """
        if identifier in self.named:
            return _NAMED
        if _BY_MARKDOWN.match(f"{tag} {identifier}"):
            return ""
        return _USED if _BY_TEXT.match(identifier) or self._is_of_page(identifier) else ""

    def free(self, identifier: str, taken: Container[str] = ()) -> str:
        """The id if a text may have it and it is not `taken`, else the nearest free one.

        >>> PageIds().free("search"), PageIds().free("__search"), PageIds().free("dossier", {"text-dossier"})
        ('search', 'text-search', 'text-dossier-2')
        """
        wanted = beside(identifier, "text") if self.refusal(identifier) else identifier
        return free_id(wanted, taken.__contains__)

    def _is_of_page(self, identifier: str) -> bool:
        page = page_name(self.path)
        in_list = self.lists and identifier.startswith(_IN_LIST)
        return in_list or any(of.fullmatch(page) and ids.fullmatch(identifier) for of, ids in _BY_PAGE)


ANY_PAGE: Final = PageIds()
"""The ids that hold on every page."""


def refusal_in_front_matter(identifier: str) -> str:
    """Why front matter must not give an id to a part of a page, "" where it may.

    >>> refusal_in_front_matter("mention-1"), refusal_in_front_matter("point-1")
    ('is an id that the site itself uses', '')
    """
    return _USED if _BY_FRONT_MATTER.match(identifier) else ""


def beside(identifier: str, kind: str) -> str:
    """An id that the site does not use, made from one that it does: ``text-search`` from ``__search``."""
    return f"{kind}-{identifier.lstrip('_')}".rstrip("-")
