"""Choose from a page's titles the one that its readers see, and remove the site's name from it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from dossier.importing.remarks import Remark, missing, uncertain

if TYPE_CHECKING:
    from dossier.importing.metadata.evidence import Evidence, Stated

_PARTING: Final = re.compile(r"\s+[|–—•·»:-]+\s+|\s*[|»]\s*")
_PRINT: Final = re.compile(r"print|версия для печати|версія для друку|druck|imprim|live|video", re.IGNORECASE)
_COLON: Final = re.compile(r"\s*[:|–—-]\s+")
_ALIKE: Final = 0.55
_LONGEST: Final = 300
_LONGEST_SITE: Final = 60
_PLACEHOLDER: Final = re.compile(r"^(?:untitled|home|index|article|news|document\d*|\W*)$", re.IGNORECASE)
_SITE_ENDING: Final = re.compile(r"\s+(?:©.*|all rights reserved.*)$", re.IGNORECASE)


def plain_name(text: str) -> str:
    """A publisher's name as one line without a copyright notice; "" where it is an address or too long."""
    name = _SITE_ENDING.sub(
        "",
        re.sub(r"^(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*", "", text, flags=re.IGNORECASE),
    )
    name = name.strip(" .,|–—-")
    return "" if "://" in name or name.startswith("@") or len(name) > 120 else name


def choose_title(evidence: Evidence, publisher: str, remarks: list[Remark]) -> str:
    """The headline on the page, else the title in the head of the page."""
    found = _shortened([one for one in evidence.of("title") if not _PLACEHOLDER.match(one.value)], publisher)
    if not found:
        remarks.append(missing("title", "no title was found"))
        return ""
    headlines = [(one, text) for one, text in found if one.origin == "headline" and one.weight >= 40]
    if strong := [
        text for one, text in found if one.origin not in ("headline", "<title>") and one.weight >= 60
    ]:
        # A headline may hold a word above the title, such as “Press release”.
        headlines = [(one, _without_kicker(text, strong)) for one, text in headlines]
    stated = [(one, text) for one, text in found if one.origin != "headline" and one.weight >= 40]
    best, title = found[0]
    for one, text in headlines:
        if not stated or any(_alike(text, other) for _, other in stated):
            best, title = one, text
            break
    rivals = [(one, text) for one, text in found if one.weight >= 60 and not _alike(title, text)]
    if rivals:
        other, text = rivals[0]
        remarks.append(uncertain("title", f"{other.origin} says “{text[:120]}”"))
    elif best.weight < 40:
        remarks.append(uncertain("title", f"found in one place only: {best.origin}"))
    return title[:_LONGEST].strip()


def _without_kicker(headline: str, stated: list[str]) -> str:
    for title in stated:
        start = len(headline) - len(title)
        if start > 0 and len(title) > start and _key(headline[start:]) == _key(title):
            return headline[start:]
    return headline


def site_in_title(evidence: Evidence) -> str:
    """What follows the headline in the window's title, usually the name of the site; else ""."""
    stated = evidence.of("title")
    headlines = {letters for one in stated if one.origin != "<title>" and (letters := _key(one.value))}
    for one in stated:
        for parting in _PARTING.finditer(one.value) if one.origin == "<title>" else ():
            end = plain_name(one.value[parting.end() :])
            if _key(one.value[: parting.start()]) in headlines and 1 < len(end) <= _LONGEST_SITE:
                return end
        for parting in _COLON.finditer(one.value) if one.origin == "<title>" else ():
            start = plain_name(one.value[: parting.start()])
            if _PRINT.match(start):
                continue
            if _key(one.value[parting.end() :]) in headlines and 1 < len(start) <= _LONGEST_SITE:
                return start
    return ""


def _shortened(found: list[Stated], publisher: str) -> list[tuple[Stated, str]]:
    """The titles without the name of the site before or after them."""
    values = {_key(one.value) for one in found}
    return [(one, _without_site(one.value, publisher, values)) for one in found]


def _without_site(title: str, publisher: str, others: set[str]) -> str:
    partings = list(_PARTING.finditer(title))
    for parting in partings:
        start, end = title[: parting.start()].strip(), title[parting.end() :].strip()
        if _key(start) in others and start:
            return start
        if publisher and (_key(end) == _key(publisher) or _key(publisher) in _key(end).split("|")):
            return start
        if publisher and _key(start) == _key(publisher) and end:
            return end
    for parting in reversed(partings):
        end = title[parting.end() :].strip()
        if publisher and len(end) < 40 and _key(publisher)[:8] and _key(publisher) in _key(end):
            return title[: parting.start()].strip()
    return title


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _alike(one: str, other: str) -> bool:
    first, second = _key(one), _key(other)
    if first in second or second in first:
        return True
    return SequenceMatcher(None, first[:300], second[:300], autojunk=False).ratio() >= _ALIKE
