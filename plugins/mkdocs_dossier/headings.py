"""Escape a page's headings, and what authors write into a navigation, for templates.

Themes print the titles and ids of headings as they are. MkDocs reads them from an author's text, and the
sanitiser does not see them: it cleans only the page's own HTML.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from html import escape, unescape
from typing import TYPE_CHECKING, Final

from mkdocs.structure.nav import Link, Section

from dossier.content.web_addresses import refusal_of_web_address

if TYPE_CHECKING:
    from mkdocs.structure import StructureItem
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import AnchorLink

# The path of a page of this site; a colon could begin with the name of a scheme, such as “javascript:”.
_PATH: Final = re.compile(r"(?!//)[^:\\\s\"'<>]*")


def escape_headings(page: Page) -> None:
    """Escape a page's headings, and its title where its text gives it; nothing is escaped twice."""
    _escape(page.toc)
    if "title" not in page.meta and page.title:
        page.title = escape(unescape(str(page.title)))


def _escape(headings: Iterable[AnchorLink]) -> None:
    for heading in headings:
        heading.title = escape(unescape(heading.title))
        heading.id = escape(unescape(heading.id))
        _escape(heading.children)


def escape_navigation(items: Iterable[StructureItem], configured: Collection[str]) -> None:
    """Escape the titles in a navigation, and let its links lead only to the web or into the site.

    The titles and addresses that are `configured` stay as they are; see `words_of_navigation`.
    """
    for item in items:
        if item.title and item.title not in configured:
            item.title = escape(unescape(str(item.title)))
        if isinstance(item, Link) and item.url not in configured:
            item.url = escape(item.url) if _is_harmless(item.url) else "#"
        if isinstance(item, Section):
            escape_navigation(item.children, configured)


def words_of_navigation(nav: object) -> Iterator[str]:
    """Every title and address in a navigation as a configuration has it: texts, lists and mappings."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, Mapping):
        for title, below in nav.items():
            yield str(title)
            yield from words_of_navigation(below)
    elif isinstance(nav, Sequence):
        for each in nav:
            yield from words_of_navigation(each)


def _is_harmless(url: str) -> bool:
    return not refusal_of_web_address(url) or _PATH.fullmatch(url) is not None
