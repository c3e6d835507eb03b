"""Where things stand in the built site: the one place that knows the paths of generated pages.

Paths are those of Markdown files relative to the dossier's folder, with forward slashes; the host turns
them into addresses.
"""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from typing import Final

HOME: Final = "index.md"
TIMELINE: Final = "timeline/index.md"
RELATIONS: Final = "relations/index.md"
EXPLORE: Final = "explore/index.md"
ASSETS: Final = "assets/dossier"
CARDS: Final = f"{ASSETS}/cards"
DATE_CARDS: Final = f"{CARDS}/dates"
_FIRST: Final = re.compile(r"(?<![0-9Y-])(?P<year>-?[0-9X]{4})(?![0-9])(?P<rest>(?:-[0-9X]{2}){0,2})")


def index_of(folder: str) -> str:
    """The index page of a type's folder."""
    return f"{folder}/index.md"


def year_page(year: int) -> str:
    """The page of a year."""
    return f"timeline/{year:04d}.md"


def date_anchor(value: str) -> str:
    """The anchor of a date on the timeline: its first day, month or year, without marks of doubt.

    >>> date_anchor("2014-09-05/2014-09-19"), date_anchor("2021-06~"), date_anchor("../2014")
    ('2014-09-05', '2021-06', '2014')
    """
    match = _FIRST.search(re.sub(r"[?~%]", "", value))
    return match["year"] + match["rest"] if match else ""


def date_year(value: str) -> int | None:
    """The year on whose page a date stands, or None where it is no one year (decade, century, BC)."""
    anchor = date_anchor(value)
    year = anchor[:4]
    return int(year) if year.isdigit() and int(year) > 0 else None


def date_page(value: str, years: frozenset[int]) -> str:
    """Path and anchor of a date on the timeline; dates without a year page lead to the overview."""
    year = date_year(value)
    if year is None or year not in years:
        return TIMELINE
    return f"{year_page(year)}#{date_anchor(value)}"


@lru_cache(maxsize=65536)
def relative(target: str, folder: str) -> str:
    """The way from a folder (``articles/2021``) to a file (``people/putin.md``), anchors kept."""
    return posixpath.relpath(target, folder or ".")
