"""Make the lean copy of a page that Pagefind reads: only title, text, facets and further words.

Pagefind does not read the published page, since facets and further words would make every page larger.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from mkdocs_pagefind.page_meta import PageSearch

TITLE_WEIGHT: Final = 5.0
"""The weight that Pagefind itself gives a match in the title, in addition to matches in the text."""
EVERY: Final = "xqeverypage"
"""The first word of every copy. A search for all pages of a facet looks for it, since a search for nothing
would load the whole index (12 MB at 10,000 pages); and Pagefind drops pages whose text has no word at all."""
KIND: Final = "_kind"
"""The filter that holds the kind. As metadata it would be searched: “article” would find all articles."""
EXCLUDED: Final = ("main > h1:first-of-type", ".headerlink", "[data-search-exclude]")
"""What is not searched. The first heading repeats the title, which every result shows already."""


def words_field(boost: float) -> str:
    """The name of the metadata that holds further words, from which the script knows their weight.

    >>> words_field(1.0), words_field(2.5)
    ('words', 'words@2.5')
    """
    return "words" if boost == 1 else f"words@{boost:g}"


def lean_copy(title: str, heading: str, content: str, search: PageSearch) -> str:
    """The HTML to index for a page.

    `title` and `heading` are plain text, `content` is the page's own HTML. `heading` is its first heading,
    which is searched even where the title is different.
    """
    head = "".join(_marks(title, heading, search))
    return (
        '<!doctype html><html><head><meta charset="utf-8"></head><body>'
        f'{head}<main data-pagefind-body><span data-pagefind-weight="0">{EVERY}</span> {content}</main>'
        "</body></html>"
    )


def _marks(title: str, heading: str, search: PageSearch) -> Iterator[str]:
    yield _mark("meta", "title", title)
    # Otherwise Pagefind would take the address of the page's first picture, and search it.
    yield _mark("meta", "image", "")
    words = [*search.words, *([heading] if heading != title else [])]
    if search.boost != 1:
        # The title again, at its greater weight; the weight of a metadata field is one for the whole site.
        words = [title, *words]
    yield _mark("meta", words_field(search.boost), " ".join(words)) if words else ""
    yield _mark("meta", "summary", search.summary) if search.summary else ""
    yield _mark("filter", KIND, search.kind) if search.kind else ""
    for name, values in search.filters.items():
        yield from (_mark("filter", name, value) for value in values)


def _mark(what: str, name: str, value: str) -> str:
    return f'<i data-pagefind-{what}="{escape(name)}[title]" title="{escape(value)}"></i>'
