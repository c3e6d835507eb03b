"""Define the types of the plugin's options in ``mkdocs.yml``."""

from __future__ import annotations

from mkdocs.config import config_options as c
from mkdocs.config.base import Config


class PagefindConfig(Config):  # type: ignore[no-untyped-call]
    """Options of ``plugins: - pagefind:``."""

    enabled = c.Type(bool, default=True)
    """Whether there is a search at all. Switched off, a build is faster and its pages have no search box."""

    facets = c.ListOfItems(c.Type(str), default=[])
    """Which facets readers see, in this order. Default: all that pages name, in order of appearance."""

    results = c.Type(int, default=10)
    """How many results are shown at a time. Each costs the reader about 2 kB."""

    excerpt_length = c.Type(int, default=30)
    """How many words of the page's text each result shows."""

    language = c.Type(str, default="")
    """The site's language as an IETF tag such as ``en``; it decides how words are stemmed.
    Default: the theme's language or locale."""

    stop_words = c.Optional(c.ListOfItems(c.Type(str)))
    """Words of a query that are ignored where it has other words.
    Default: the commonest English words, where the language is English."""

    labels = c.DictOfItems(c.Type(str), default={})
    """Other words for what readers see, by the keys in ``labels.py``."""
