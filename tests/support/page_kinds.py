"""Pick from a built site the heaviest page of each kind, so that what holds there holds for all."""

from __future__ import annotations

from pathlib import Path

import pytest

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
# One template makes the indexes: the longest and one more stand for all.
_INDEXES_ALIKE = frozenset(INDEXES) - {"articles", "people"}
# Another makes the pages of entities, with other facts: where these do not count, two stand for all.
_ENTITIES_ALIKE = frozenset(ENTITIES) - {"person", "agreement"}


def cases(*rest: object, facts_count: bool = True) -> list[object]:
    """A case for each kind of page, with further arguments; `make test-all` alone runs those that are alike."""
    alike = _INDEXES_ALIKE if facts_count else _INDEXES_ALIKE | _ENTITIES_ALIKE
    return [pytest.param(kind, *rest, marks=[pytest.mark.slow] if kind in alike else []) for kind in KINDS]


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
