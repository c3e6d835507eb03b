"""List the paths to which the texts of a dossier may lead: its files, and the pages that its site makes.

Texts link to pages that are rendered only once all texts are read, so the build and `dossier check` need
this list before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from dossier.content.excerpt import published_body
from dossier.content.suppressions import blank_suppressions
from dossier.index.timeline import dated_years, stated_years
from dossier.linking.link_findings import broken_link_findings
from dossier.linking.link_targets import LinkTargets, target_of
from dossier.model.findings import Finding
from dossier.model.linked import BrokenLink, LinkedDocument
from dossier.model.mentions import EntityId
from dossier.model.registry import Registry
from dossier.model.site_paths import date_year, year_of_page
from dossier.render.renderer import generated_pages, year_pages

_YEAR: Final = re.compile(r"(?<!\d)(?:1\d{3}|20\d{2})(?!\d)")
# How many years before and after its own date a news text usually mentions ("ten years ago", "next year").
_YEARS_AROUND: Final = 10


def link_targets(registry: Registry) -> LinkTargets:
    """The paths to which the texts of a dossier may lead."""
    made = (page.path for page in (*generated_pages(registry), *year_pages(possible_years(registry))))
    # A text with this name is the page of its folder, in place of the generated one.
    own = (path for path in made if path.replace("index.md", "README.md") not in registry.files)
    return LinkTargets((*registry.files, *own))


def links_to_empty_years(
    registry: Registry, documents: Mapping[EntityId, LinkedDocument]
) -> Iterator[Finding]:
    """A warning for each link to a year that stays empty, once all documents of a dossier have been read.

    `link_targets` has the years that texts may mention, so such a link does not count as broken before.
    """
    if not any(linked.year_links for linked in documents.values()):
        return
    years = dated_years(registry, documents.values())
    for identifier, linked in documents.items():
        item = registry[identifier]
        broken = [
            BrokenLink(address, f"nothing is dated to {year}, so it has no page; delete the link")
            for address in linked.year_links
            if (year := year_of_page(target_of(address, item.path))) not in years
        ]
        yield from broken_link_findings(item, blank_suppressions(item.body), broken) if broken else ()


def possible_years(registry: Registry) -> frozenset[int]:
    """The years that texts may mention: each gets a page, which is dropped again if it stays empty."""
    years = stated_years(registry)
    for item in registry.items.values():
        years.update(int(year) for year in _YEAR.findall(published_body(item)))
        written = date_year(item.fields.text("date")) if "date" in item.fields else None
        if written is not None:
            years.update(range(written - _YEARS_AROUND, written + _YEARS_AROUND + 1))
    return frozenset(years)
