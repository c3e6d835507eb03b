"""Read and check what a page's metadata says under ``search``.

People write it in front matter, or other plugins set it, so odd values are reported and left out.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

_KEYS: Final = ("exclude", "boost", "filters", "words", "kind", "summary")
_BOOSTS: Final = (1.0, 10.0)
# Pagefind reads these signs and words as its own where a filter is named.
_SIGNS: Final = str.maketrans(dict.fromkeys(":[],", " "))
_RESERVED: Final = frozenset({"any", "all", "none", "not", "_kind", "__proto__"})


@dataclass(frozen=True)
class PageSearch:
    """How the search finds and shows one page."""

    exclude: bool = False
    """Whether the page is left out of the search."""
    boost: float = 1.0
    """How much more the page's title and words weigh than those of other pages; 1 to 10."""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Facet -> the page's values in it, without repetition."""
    words: tuple[str, ...] = ()
    """Further words or phrases that find the page and are not shown."""
    kind: str = ""
    """A short label beside the title, such as “Person”."""
    summary: str = ""
    """A sentence for results whose text has none of the words that readers search for."""


def read_page_search(value: object) -> tuple[PageSearch, list[str]]:
    """Read the value of ``search`` in a page's metadata.

    Returns what could be read, and a sentence for each value that could not. Never raises.
    ``search: false`` leaves the page out, as ``search: {exclude: true}`` does.
    """
    if value is None or value is True:
        return PageSearch(), []
    if value is False:
        return PageSearch(exclude=True), []
    if not isinstance(value, Mapping):
        return PageSearch(), [f"search should be a mapping of settings, not {_shown(value)}"]
    return _read(value)


def _read(value: Mapping[object, object]) -> tuple[PageSearch, list[str]]:
    complaints = [
        f"search has no setting {_shown(key)}; use one of {', '.join(_KEYS)}"
        for key in value
        if key not in _KEYS
    ]
    found = PageSearch(
        exclude=_flag(value.get("exclude"), complaints),
        boost=_boost(value.get("boost"), complaints),
        filters=_filters(value.get("filters"), complaints),
        words=tuple(_texts(value.get("words"), "words", complaints)),
        kind=_text(value.get("kind"), "kind", complaints),
        summary=_text(value.get("summary"), "summary", complaints),
    )
    return found, complaints


def _flag(value: object, complaints: list[str]) -> bool:
    if value is None or isinstance(value, bool):
        return bool(value)
    known = {"true": True, "yes": True, "false": False, "no": False}.get(str(value).lower())
    if known is None:
        complaints.append(f"search.exclude should be true or false, not {_shown(value)}")
    return bool(known)


def _boost(value: object, complaints: list[str]) -> float:
    low, high = _BOOSTS
    if value is None:
        return low
    try:
        number = float(str(value)) if not isinstance(value, bool) else -1.0
    except ValueError:
        number = -1.0
    # Written so that "not a number" is out of range too.
    if not low <= number <= high:
        complaints.append(f"search.boost should be a number from {low:g} to {high:g}, not {_shown(value)}")
        return low
    return number


def _filters(value: object, complaints: list[str]) -> dict[str, tuple[str, ...]]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        complaints.append(f"search.filters should map facets to values, not {_shown(value)}")
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for key, given in value.items():
        name = _one_line(str(key).translate(_SIGNS))
        if not name or name.lower() in _RESERVED:
            complaints.append(f"search.filters cannot have a facet named {_shown(key)}")
            continue
        values = tuple(_texts(given, f"filters.{name}", complaints))
        if values:
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *values)))
    return found


def _texts(value: object, name: str, complaints: list[str]) -> Iterator[str]:
    """The texts of a list or of a single value, each once."""
    several = value if isinstance(value, (list, tuple)) else [value]
    yield from dict.fromkeys(text for item in several if (text := _text(item, name, complaints)))


def _text(value: object, name: str, complaints: list[str]) -> str:
    """A plain value as one line of text; dates as in ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, (str, int, float, datetime.date)):
        return _one_line(str(value))
    complaints.append(f"search.{name} should be text, not {_shown(value)}")
    return ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _shown(value: object) -> str:
    """A value as a message shows it, shortened."""
    text = _one_line(repr(value))
    return text if len(text) <= 60 else f"{text[:59]}…"
