"""Give the paths of items and generated pages in the site; no other module knows them.

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
# A folder's page is the file with one of these names, in upper or lower case.
PAGES_OF_FOLDERS: Final = ("index", "readme")
# Windows opens a device by any of these names, in any case and with any ending.
_DEVICES: Final = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE
)
_YEAR_PAGE: Final = re.compile(r"timeline/(?P<year>[0-9]{4})\.md")
_FIRST: Final = re.compile(r"(?<![0-9Y-])(?P<year>-?[0-9X]{4})(?![0-9])(?P<rest>(?:-[0-9X]{2}){0,2})")


def is_device(name: str) -> bool:
    """Whether some systems take a file's name for that of a device.

    >>> is_device("nul.md"), is_device("COM1"), is_device("console.md")
    (True, True, False)
    """
    return _DEVICES.fullmatch(name) is not None


def index_of(folder: str) -> str:
    """The index page of a type's folder."""
    return f"{folder}/index.md"


def year_page(year: int) -> str:
    """The page of a year."""
    return f"timeline/{year:04d}.md"


def year_of_page(path: str) -> int | None:
    """The year whose page has this path, None for any other path.

    >>> year_of_page("timeline/2014.md"), year_of_page("timeline/index.md")
    (2014, None)
    """
    match = _YEAR_PAGE.fullmatch(path)
    return int(match["year"]) if match else None


def date_anchor(value: str) -> str:
    """The anchor of a date on the timeline: its first day, month or year, without marks of doubt.

    >>> date_anchor("2014-09-05/2014-09-19"), date_anchor("2021-06~"), date_anchor("../2014")
    ('2014-09-05', '2021-06', '2014')
    """
    match = _FIRST.search(re.sub(r"[?~%]", "", value))
    return match["year"] + match["rest"] if match else ""


def date_year(value: str) -> int | None:
    """The year whose page shows a date, or None where it is no single year (decade, century, BC)."""
    anchor = date_anchor(value)
    year = anchor[:4]
    return int(year) if year.isdigit() and int(year) > 0 else None


def html_date(value: str) -> str:
    """The value for the ``datetime`` of HTML's ``time``, which has no doubt, seasons or intervals.

    It says where the date begins, with no more precision than the value has; "" before the year 1. The value
    itself goes into ``data-edtf`` (HTML, 4.5.14: a valid year, month or date string).

    >>> [html_date(v) for v in ("2021-06-16", "2015~", "2021-11-2X", "2014-09/2015-02", "2021-24", "199X")]
    ['2021-06-16', '2015', '2021-11', '2014-09', '2021', '1990']
    """
    year, *rest = date_anchor(value).lstrip("-").split("-")
    year = year.replace("X", "0")
    if "-" in value[:1] or not year.isdigit() or int(year) == 0:
        return ""
    parts = [year]
    for part, most in zip(rest, (12, 31), strict=False):
        if not part.isdigit() or int(part) > most:
            break
        parts.append(part)
    return "-".join(parts)


def date_page(value: str, years: frozenset[int]) -> str:
    """Path and anchor of a date on the timeline; dates without a year page lead to the overview."""
    year = date_year(value)
    if year is None or year not in years:
        return TIMELINE
    return f"{year_page(year)}#{date_anchor(value)}"


@lru_cache(maxsize=65536)
def relative(target: str, folder: str) -> str:
    """The relative path from a folder (``articles/2021``) to a file (``people/putin.md``) and its anchor."""
    return posixpath.relpath(target, folder or ".")
