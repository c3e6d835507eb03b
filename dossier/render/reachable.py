"""List the paths to which the texts of a dossier may lead: its files, and the pages that its site makes.

Texts link to pages that are rendered only once all texts are read, so the build and `dossier check` need
this list before.
"""

from __future__ import annotations

import re
from typing import Final

from dossier.content.excerpt import published_body
from dossier.index.timeline import stated_years
from dossier.linking.link_targets import LinkTargets
from dossier.model.registry import Registry
from dossier.model.site_paths import date_year
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


def possible_years(registry: Registry) -> frozenset[int]:
    """The years that texts may mention: each gets a page, which is dropped again if it stays empty."""
    years = stated_years(registry)
    for item in registry.items.values():
        years.update(int(year) for year in _YEAR.findall(published_body(item)))
        written = date_year(item.fields.text("date")) if "date" in item.fields else None
        if written is not None:
            years.update(range(written - _YEARS_AROUND, written + _YEARS_AROUND + 1))
    return frozenset(years)
