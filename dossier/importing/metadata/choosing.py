"""Choose the metadata of an article from all that its page states, with a remark on each uncertain value.

Nothing is made up: a field that the page does not state stays empty, and where two places state different
values, a remark tells the editor.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dossier.importing.languages import language_of, language_tag
from dossier.importing.metadata.authors import distinct, names_in
from dossier.importing.metadata.dating import published_on, updated_on
from dossier.importing.metadata.titles import choose_title, plain_name, site_in_title
from dossier.importing.metadata.weblinks import page_address, same_site
from dossier.importing.remarks import Remark, missing, uncertain

if TYPE_CHECKING:
    from datetime import date

    from dossier.importing.metadata.evidence import Evidence, Stated

_INVERTED: Final = ("citation_author", "dc.creator", "dcterms.creator")


@dataclass(frozen=True, slots=True)
class OriginalPage:
    """What is known about a page apart from its own statements.

    Attributes:
        text: the article's text, which shows its language.
        source: the address that it was fetched or saved from, else "".
        today: the day of the import; later days are not believed.
        base: the base of relative addresses, else "".
    """

    text: str
    source: str
    today: date
    base: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The metadata of an article; "" where a value is not known."""

    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""
    updated: str = ""
    language: str = ""
    url: str = ""
    remarks: tuple[Remark, ...] = ()


def choose(evidence: Evidence, page: OriginalPage) -> Chosen:
    """Weigh what the page states."""
    remarks: list[Remark] = []
    publisher = _publisher(evidence, remarks)
    title = choose_title(evidence, publisher, remarks)
    published = published_on(evidence, page.today, remarks)
    return Chosen(
        title=title,
        authors=tuple(_authors(evidence, publisher, remarks)),
        publisher=publisher,
        date=published,
        updated=updated_on(evidence, page.today, published, remarks),
        language=_language(evidence, page, remarks),
        url=_url(evidence, page, remarks),
        remarks=tuple(remarks),
    )


def _publisher(evidence: Evidence, remarks: list[Remark]) -> str:
    found = [one for one in [*evidence.of("publisher"), *_sites(evidence)] if plain_name(one.value)]
    after_title = "" if found else site_in_title(evidence)
    if after_title:
        remarks.append(uncertain("publisher", "only the words after the title give it"))
        return after_title
    if not found:
        remarks.append(missing("publisher", "the page does not say who published it"))
        return ""
    return plain_name(found[0].value)


def _sites(evidence: Evidence) -> list[Stated]:
    return [one for one in evidence.of("site") if one.origin == "JSON-LD"]


def _authors(evidence: Evidence, publisher: str, remarks: list[Remark]) -> list[str]:
    by_origin: dict[str, list[str]] = {}
    for one in evidence.of("author"):
        # Several values from the same place form one list of authors.
        names = names_in(one.value, inverted=any(name in one.origin for name in _INVERTED))
        by_origin.setdefault(one.origin, []).extend(
            name for name in names if plain_name(name).casefold() != publisher.casefold()
        )
    groups = {origin: distinct(names) for origin, names in by_origin.items() if names}
    if not groups:
        return []
    (_, best), *others = groups.items()
    for origin, names in others:
        # One place may give fuller names or more of them; only entirely different people raise a doubt.
        if not _share_a_word(best, names):
            remarks.append(uncertain("authors", f"{origin} names {', '.join(names[:3])}"))
            break
    return best


def _share_a_word(one: list[str], other: list[str]) -> bool:
    words = {word.casefold() for name in one for word in name.split()}
    return any(word.casefold() in words for name in other for word in name.split())


def _language(evidence: Evidence, page: OriginalPage, remarks: list[Remark]) -> str:
    stated = [tag for one in evidence.of("language") if (tag := _tag(one))]
    told = language_of(page.text)
    best = max(stated, key=lambda tag: _same_language(tag, stated[0]) and len(tag), default="")
    if told and best and best.partition("-")[0] != told:
        confirmed = next((tag for tag in stated if tag.partition("-")[0] == told), told)
        remarks.append(uncertain("language", f"the page says {best}, but its words are {told}"))
        return confirmed
    if not best and not told:
        remarks.append(missing("language", "the page does not say its language"))
    return best or told


def _same_language(one: str, other: str) -> bool:
    return one.partition("-")[0] == other.partition("-")[0]


def _tag(one: Stated) -> str:
    tag = language_tag(one.value)
    # Sites leave the country of ``og:locale`` at the default of their software.
    return tag.partition("-")[0] if "locale" in one.origin else tag


def _url(evidence: Evidence, page: OriginalPage, remarks: list[Remark]) -> str:
    source = page_address(page.source)
    found = [
        (one, address)
        for one in evidence.of("url")
        if (address := page_address(one.value, page.base or source))
    ]
    refused = [
        one
        for one in evidence.of("url")
        if one.weight >= 70 and not page_address(one.value, page.base or source or "https://a.example")
    ]
    if refused:
        remarks.append(
            uncertain("url", f"“{refused[0].value[:80]}” ({refused[0].origin}) is not the address of a page")
        )
    if source:
        return _beside_source(found, source, remarks)
    if not found:
        remarks.append(missing("url", "the page does not say its address"))
        return ""
    best, address = found[0]
    for one, other in found[1:]:
        if not same_site(address, other) and one.weight >= 60:
            remarks.append(uncertain("url", f"{best.origin} and {one.origin} name different sites"))
            break
    return address


def _beside_source(found: list[tuple[Stated, str]], source: str, remarks: list[Remark]) -> str:
    """The address that the page states, if it is on the site that the page came from; else the source."""
    for one, address in found:
        if not same_site(source, address):
            if one.weight >= 70:
                remarks.append(uncertain("url", f"{one.origin} names another site, {address[:80]}"))
            continue
        if address.split("/", 3)[3] == "" and source.split("/", 3)[3] != "":
            continue
        return address
    return source
