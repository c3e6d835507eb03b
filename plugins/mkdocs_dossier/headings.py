"""A page's headings as MkDocs read them from its text in; the same, safe to be put into a template, out.

Themes print titles and ids of headings as they are. They come from an author's text, and not through the
sanitiser, which sees the page's own HTML alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape, unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import AnchorLink


def escape_headings(page: Page) -> None:
    """Escape the headings of a page, and its title where its text gives it; what is escaped stays so."""
    _escape(page.toc)
    if "title" not in page.meta and page.title:
        page.title = escape(unescape(str(page.title)))


def _escape(headings: Iterable[AnchorLink]) -> None:
    for heading in headings:
        heading.title = escape(unescape(heading.title))
        heading.id = escape(unescape(heading.id))
        _escape(heading.children)
