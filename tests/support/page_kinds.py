"""Pick from a built site the heaviest page of each kind, so that what holds there holds for all."""

from __future__ import annotations

from pathlib import Path

import pytest
from slow_cases import slow

ENTITIES = {
    "person": "people",
    "position": "positions",
    "organisation": "organisations",
    "place": "places",
    "event": "events",
    "agreement": "agreements",
}
INDEXES = ("articles", *ENTITIES.values())
KINDS = ("home", "article", *ENTITIES, *INDEXES, "timeline", "year", "relations", "explore", "missing")
MISSING = "no/such/page/"
# One template makes the indexes: the longest and one more stand for all, and `make test-all` looks at each.
_ALIKE = frozenset(INDEXES) - {"articles", "people"}


def cases(*rest: object) -> list[object]:
    """A case for each kind of page, with further arguments; those of indexes that are alike are slow."""
    return [
        case
        for kind in KINDS
        for case in (slow((kind, *rest)) if kind in _ALIKE else [pytest.param(kind, *rest)])
    ]


def page_kinds(site: Path) -> dict[str, str]:
    """The path of a page of each kind, as it stands in an address: ``people/vladimir-putin/``."""
    kinds = {"home": "", "article": _heaviest(site, "articles"), "year": _heaviest(site, "timeline")}
    kinds |= {kind: _heaviest(site, folder) for kind, folder in ENTITIES.items()}
    kinds |= {name: f"{name}/" for name in (*INDEXES, "timeline", "relations", "explore")}
    return kinds | {"missing": MISSING}


def html_file(site: Path, path: str) -> Path:
    """The file of a page."""
    return site / "404.html" if path == MISSING else site / path / "index.html"


def _heaviest(site: Path, folder: str) -> str:
    pages = sorted((site / folder).glob("*/index.html"))
    return max(pages, key=lambda file: file.stat().st_size).parent.relative_to(site).as_posix() + "/"
