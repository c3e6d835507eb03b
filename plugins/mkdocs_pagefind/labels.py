"""The words that the search shows to readers, in English; a site puts others in their place."""

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
"""Each label by its key. ``{count}`` and ``{value}`` are filled in by the page's script."""
