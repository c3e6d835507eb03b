"""Escape a page's headings for templates.

Themes print the titles and ids of headings as they are. MkDocs reads them from an author's text, and the
sanitiser does not see them: it cleans only the page's own HTML.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape, unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import AnchorLink


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
