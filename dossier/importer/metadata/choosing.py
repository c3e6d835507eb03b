"""All that a page states in, the metadata of an article out, with a remark wherever it is doubtful.

Nothing is made up: what no place of the page states stays empty, and what two places state differently is
marked for the editor.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from dossier.importer.languages import language_of, language_tag
from dossier.importer.metadata.authors import distinct, names_in
from dossier.importer.metadata.moments import FIRST_YEAR, Moment, day_of, find_moments, read_moment
from dossier.importer.metadata.titles import choose_title, plain_name, site_in_title
from dossier.importer.metadata.weblinks import page_address, same_site
from dossier.importer.remarks import Remark, missing, uncertain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dossier.importer.metadata.evidence import Evidence, Stated

# Before this year the web had no pages; such a date is that of a reprint, or a default.
_FIRST_PAGES: Final = 1991
_EPOCH: Final = "1970-01-01"
_TRUSTED: Final = 45
_ONE_DAY: Final = timedelta(days=1)
_INVERTED: Final = ("citation_author", "dc.creator", "dcterms.creator")


@dataclass(frozen=True, slots=True)
class Page:
    """What is known beside the page's own statements.

    Attributes:
        text: the article's text, which tells its language.
        source: where it was fetched or saved from, else "".
        today: the day of the import; later days are not believed.
        base: what relative addresses begin at, else "".
    """

    text: str
    source: str
    today: date
    base: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The metadata of an article; "" is what is not known."""

    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""
    updated: str = ""
    language: str = ""
    url: str = ""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Dated:
    stated: Stated
    moment: Moment


def choose(evidence: Evidence, page: Page) -> Chosen:
    """Weigh what the page states."""
    remarks: list[Remark] = []
    publisher = _publisher(evidence, remarks)
    title = choose_title(evidence, publisher, remarks)
    published = _published(evidence, page, remarks)
    return Chosen(
        title=title,
        authors=tuple(_authors(evidence, publisher, remarks)),
        publisher=publisher,
        date=published,
        updated=_updated(evidence, page, published, remarks),
        language=_language(evidence, page, remarks),
        url=_url(evidence, page, remarks),
        remarks=tuple(remarks),
    )


def _publisher(evidence: Evidence, remarks: list[Remark]) -> str:
    found = [one for one in [*evidence.of("publisher"), *_sites(evidence)] if plain_name(one.value)]
    after_title = "" if found else site_in_title(evidence)
    if after_title:
        remarks.append(uncertain("publisher", "only what follows the title gives it"))
        return after_title
    if not found:
        remarks.append(missing("publisher", "the page does not say who published it"))
        return ""
    return plain_name(found[0].value)


def _sites(evidence: Evidence) -> list[Stated]:
    return [one for one in evidence.of("site") if one.origin == "JSON-LD"]


def _published(evidence: Evidence, page: Page, remarks: list[Remark]) -> str:
    dated = _believed(evidence.of("published"), page, remarks, "date")
    if not dated:
        remarks.append(missing("date", "no date of publication was found"))
        return ""
    best = _local(dated)
    if best.stated.weight < _TRUSTED:
        remarks.append(uncertain("date", f"it stands only here: {best.stated.origin}"))
    if best.moment.doubtful and not any(
        _agree(best, o) and not o.moment.doubtful for o in dated if o is not best
    ):
        remarks.append(
            uncertain("date", f"day and month of “{best.stated.value}” may be the other way round")
        )
    if best.moment.day == page.today.isoformat() and all("text" in one.stated.origin for one in dated):
        remarks.append(uncertain("date", "it is the day of today, which many pages show"))
    if len(best.moment.day) < 10:
        remarks.append(uncertain("date", "no day is given"))
    updates = {read.day for one in evidence.of("updated") if (read := read_moment(one.value))}
    others = [
        o
        for o in dated
        if not _agree(best, o) and o.moment.day not in updates and o.stated.weight >= _TRUSTED
    ]
    if others:
        remarks.append(uncertain("date", _versus([best, *others])))
    return best.moment.day


def _believed(found: Sequence[Stated], page: Page, remarks: list[Remark], field: str) -> list[_Dated]:
    dated = [_Dated(one, moment) for one in found if (moment := next(find_moments(one.value), None))]
    kept = []
    for one in dated:
        why = _absurd(one.moment, page.today)
        if not why:
            kept.append(one)
        elif one.stated.weight >= _TRUSTED:
            remarks.append(uncertain(field, f"{one.moment.day} ({one.stated.origin}) {why}"))
    unread = [one for one in found if one.weight > 60 and not list(find_moments(one.value))]
    if unread and not kept:
        remarks.append(uncertain(field, f"“{unread[0].value[:60]}” ({unread[0].origin}) is no date"))
    return kept


def _absurd(moment: Moment, today: date) -> str:
    day = day_of(moment)
    year = int(moment.day[:4])
    if year < FIRST_YEAR or moment.day == _EPOCH or moment.day in ("1900-01-01", "1980-01-01"):
        return "is a default, not a date"
    if (day and day > today + _ONE_DAY) or year > today.year:
        return "lies in the future"
    return ""


def _local(dated: list[_Dated]) -> _Dated:
    """The weightiest; of the same instant, the form that tells the day at the place and not in UTC."""
    best = dated[0]
    for other in dated[1:]:
        same = best.moment.instant is not None and best.moment.instant == other.moment.instant
        if same and best.moment.in_utc and not other.moment.in_utc:
            return other
    return best


def _agree(one: _Dated, other: _Dated) -> bool:
    if one.moment.instant and one.moment.instant == other.moment.instant:
        return True
    if one.moment.day.startswith(other.moment.day) or other.moment.day.startswith(one.moment.day):
        return True
    # A day in words may be that of the place where the time of the machine is that of Greenwich.
    first, second = day_of(one.moment), day_of(other.moment)
    utc = one.moment.in_utc or other.moment.in_utc
    return bool(utc and first and second and abs(first - second) <= _ONE_DAY)


def _versus(dated: Sequence[_Dated]) -> str:
    said: dict[str, str] = {}
    for one in dated:
        said.setdefault(one.moment.day, one.stated.origin)
    return "the page says " + " and ".join(f"{day} ({origin})" for day, origin in list(said.items())[:4])


def _updated(evidence: Evidence, page: Page, published: str, remarks: list[Remark]) -> str:
    dated = _believed(evidence.of("updated"), page, remarks, "updated")
    if not dated:
        return ""
    day = _local(dated).moment.day
    if published and day < published[: len(day)]:
        remarks.append(uncertain("date", f"the page says that it was changed on {day}, before it appeared"))
        return ""
    return "" if day == published else day


def _authors(evidence: Evidence, publisher: str, remarks: list[Remark]) -> list[str]:
    by_origin: dict[str, list[str]] = {}
    for one in evidence.of("author"):
        # Names in separate values of one place belong together.
        names = names_in(one.value, inverted=any(name in one.origin for name in _INVERTED))
        by_origin.setdefault(one.origin, []).extend(
            name for name in names if plain_name(name).casefold() != publisher.casefold()
        )
    groups = {origin: distinct(names) for origin, names in by_origin.items() if names}
    if not groups:
        return []
    (_, best), *others = groups.items()
    for origin, names in others:
        # One place may spell names in full or give more of them; only wholly different people are a doubt.
        if not _share_a_word(best, names):
            remarks.append(uncertain("authors", f"{origin} names {', '.join(names[:3])}"))
            break
    return best


def _share_a_word(one: list[str], other: list[str]) -> bool:
    words = {word.casefold() for name in one for word in name.split()}
    return any(word.casefold() in words for name in other for word in name.split())


def _language(evidence: Evidence, page: Page, remarks: list[Remark]) -> str:
    stated = [tag for one in evidence.of("language") if (tag := _tag(one))]
    told = language_of(page.text)
    best = max(stated, key=lambda tag: _same_language(tag, stated[0]) and len(tag), default="")
    if told and best and best.partition("-")[0] != told:
        confirmed = next((tag for tag in stated if tag.partition("-")[0] == told), told)
        remarks.append(uncertain("language", f"the page says {best}, its words are those of {told}"))
        return confirmed
    if not best and not told:
        remarks.append(missing("language", "the page does not say its language"))
    return best or told


def _same_language(one: str, other: str) -> bool:
    return one.partition("-")[0] == other.partition("-")[0]


def _tag(one: Stated) -> str:
    tag = language_tag(one.value)
    # Sites leave the country of ``og:locale`` as their software had it.
    return tag.partition("-")[0] if "locale" in one.origin else tag


def _url(evidence: Evidence, page: Page, remarks: list[Remark]) -> str:
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
            uncertain("url", f"“{refused[0].value[:80]}” ({refused[0].origin}) is no address of a page")
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
    """The address that the page gives itself, where it is one of the site that it was taken from."""
    for one, address in found:
        if not same_site(source, address):
            if one.weight >= 70:
                remarks.append(uncertain("url", f"{one.origin} names another site, {address[:80]}"))
            continue
        if address.split("/", 3)[3] == "" and source.split("/", 3)[3] != "":
            continue
        return address
    return source
