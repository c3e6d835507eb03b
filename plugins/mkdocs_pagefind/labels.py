"""List the words that the search shows to readers, in English; a site can replace them."""

from __future__ import annotations

from typing import Final

LABELS: Final = {
    "search": "Search",
    "close": "Close the search",
    "filters": "Filters",
    "all": "Show all",
    "remove": "Remove the filter {value}",
    "one": "1 result",
    "many": "{count} results",
    "none": "No results",
    "unfiltered": "Search without filters",
    "more": "More results",
    "start": "Type at least two letters, or choose a filter.",
    "failed": "The search could not be loaded.",
}
"""Each label by its key. The page's script fills in ``{count}`` and ``{value}``."""
