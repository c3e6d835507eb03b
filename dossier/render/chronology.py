"""Choose the entries that the timeline's overview lists for each year, and find the items each concerns.

It stands alone because the page and the data of its filters must count the same entries in the same order.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from dossier.index import Entry
from dossier.model.mentions import EntityId
from dossier.model.registry import Item
from dossier.model.site_paths import ASSETS, date_anchor, date_year, html_date
from dossier.model.types import TypeSpec
from dossier.render.dates import date_words
from dossier.render.export.addresses import ExportFile
from dossier.render.extents import span
from dossier.render.view import View

MOST: Final = 160
"""How many entries the overview lists at most; the pages of the years list all."""
_DATA: Final = f"{ASSETS}/timeline.json"
_MONTHS_OF_YEARS: Final = 12
_YEAR: Final = re.compile(r"(?:^|(?<=[/,. ~?%[{]))-?[0-9X]{4}")
_RECENT: Final = 12


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the overview.

    Attributes:
        year: its number.
        stated: how many entries on its page come from front matter.
        mentions: how many sentences mention it.
        entries: what the overview lists.
        articles: how many articles there are, by month ("2021-06") or, over many years, by year ("2021").
    """

    year: int
    stated: int
    mentions: int
    entries: tuple[Entry, ...]
    articles: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Chronology:
    """All years that have a page: those before the first article, those of the articles, those after."""

    before: tuple[Year, ...]
    years: tuple[Year, ...]
    after: tuple[Year, ...]
    stated: int
    """How many entries could be listed; more than are listed where `MOST` is reached."""

    def entries(self) -> Iterator[Entry]:
        """The listed entries, in the order of the page."""
        for year in (*self.before, *self.years, *self.after):
            yield from year.entries


def article_years(view: View) -> list[int]:
    """The years with a page from the first article to the last; without articles, the latest years."""
    years = [year for year in (date_year(item.fields.text("date")) for item in view.articles) if year]
    if not years:
        return list(view.indexes.timeline.years)[-_RECENT:]
    return [year for year in view.indexes.timeline.years if min(years) <= year <= max(years)]


def listed_types(view: View) -> list[TypeSpec]:
    """The types whose entries the overview lists.

    These are all types with dates except two kinds. Articles are counted instead. Types that hold offices
    have births and terms that would drown the rest; their own pages and those of the years show them.
    """
    return [
        spec
        for spec in view.registry.schema.types.values()
        if spec.layout == "entity" and _is_dated(spec) and not _holds_offices(spec)
    ]


def chronology(view: View) -> Chronology:
    """What the overview lists: the entries whose items the most articles mention, in order of time."""
    covered = article_years(view)
    first, last = (covered[0], covered[-1]) if covered else (0, 9999)
    by_year = {year: _listable(view, year) for year in view.indexes.timeline.years}
    stated = [entry for entries in by_year.values() for entry in entries]
    ranked = sorted(stated, key=lambda entry: -view.mentions_of(entry.item.id))
    kept = {id(entry) for entry in ranked[:MOST]}
    articles = _articles(view, len(covered) <= _MONTHS_OF_YEARS)
    years = [_year(view, year, by_year[year], kept, articles) for year in by_year]
    return Chronology(
        tuple(each for each in years if each.year < first),
        tuple(each for each in years if first <= each.year <= last),
        tuple(each for each in years if each.year > last),
        len(stated),
    )


def brief_date(value: str, year: int) -> str:
    """A date in words under the heading of its year; the words do not repeat that year.

    >>> [brief_date(v, 2014) for v in ("2014-03-16", "2014~", "2014-02/2014-03", "2014-09/2015-02")]
    ['16 March', 'about 2014', 'February to March', 'September 2014 to February 2015']
    """
    words = date_words(value)
    others = set(_YEAR.findall(value)) - {f"{year:04d}"}
    return words if others or len(date_anchor(value)) < 7 else words.replace(f" {year}", "")


def brief_time(value: str, year: int) -> Markup:
    """`brief_date` as an element, in the form that dates have everywhere (see `Page.date`)."""
    begins, words = html_date(value), brief_date(value, year)
    if begins:
        return Markup('<time datetime="{}" data-edtf="{}">{}</time>').format(begins, value, words)
    return Markup('<span data-edtf="{}">{}</span>').format(value, words)


def timeline_files(view: View) -> Iterator[ExportFile]:
    """The file that the script of the overview loads once someone filters by name."""
    yield ExportFile(_DATA, timeline_data(view))


def timeline_data(view: View) -> str:
    """What the overview needs to filter by name, as JSON.

    ``{type: {"label": …, "items": [[id, title, [numbers of entries], [terms]], …]}}``; a term is its extent
    (see `Extent`), the office and the address of its page from the site's root.
    """
    concerned = _concerned(view)
    data = {}
    for spec in view.registry.schema.types.values():
        items = [
            [item.id, item.title, concerned.get(item.id, []), _terms(view, item)]
            for item in sorted(view.registry.of_type(spec.type), key=lambda item: item.title.casefold())
        ]
        shown = [item for item in items if item[2] or item[3]]
        if _is_filter(view, spec) and shown:
            data[spec.type] = {"label": spec.label, "items": shown}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _is_dated(spec: TypeSpec) -> bool:
    return any(part.timeline for f in spec.fields.values() for part in (f, *f.fields.values()))


def _holds_offices(spec: TypeSpec) -> bool:
    return any(field.term for field in spec.fields.values())


def _is_filter(view: View, spec: TypeSpec) -> bool:
    """Whether items of other types refer to those of a dated type: people, organisations, agreements."""
    others = [other for other in listed_types(view) if other is not spec]
    targets = [
        target
        for other in others
        for field in other.fields.values()
        for part in (field, *field.fields.values())
        for target in part.to
    ]
    return spec.layout == "entity" and _is_dated(spec) and spec.type in targets


def _listable(view: View, year: int) -> list[Entry]:
    types = {spec.type for spec in listed_types(view)}
    return [
        entry
        for day in view.indexes.timeline.years[year]
        for entry in day.entries
        # An entry that lasts several years is on the page of each; the overview lists it once, at its start.
        if entry.quotation is None and entry.item.type.type in types and date_year(entry.value) == year
    ]


def _articles(view: View, by_month: bool) -> Counter[str]:
    length = len("2021-06") if by_month else len("2021")
    return Counter(date_anchor(item.fields.text("date"))[:length] for item in view.articles)


def _year(view: View, year: int, listable: list[Entry], kept: set[int], articles: Counter[str]) -> Year:
    entries = [entry for day in view.indexes.timeline.years[year] for entry in day.entries]
    mentions = sum(entry.quotation is not None for entry in entries)
    return Year(
        year,
        len(entries) - mentions,
        mentions,
        tuple(entry for entry in listable if id(entry) in kept),
        tuple(sorted((month, n) for month, n in articles.items() if date_year(month) == year)),
    )


def _concerned(view: View) -> dict[EntityId, list[int]]:
    """The numbers of the entries that concern each item: its own, and those one relation away."""
    found: dict[EntityId, list[int]] = {}
    for number, entry in enumerate(chronology(view).entries()):
        for item in sorted({entry.item.id, *_related(view, entry)}):
            found.setdefault(item, []).append(number)
    return found


def _related(view: View, entry: Entry) -> Iterable[EntityId]:
    edges = view.indexes.relations
    yield from (edge.target for edge in edges.leaving.get(entry.item.id, ()))
    yield from (edge.origin for edge in edges.reaching.get(entry.item.id, ()))
    if entry.other is not None:
        yield entry.other.id


def _terms(view: View, item: Item) -> list[list[str]]:
    held = []
    for term in view.indexes.terms.get(item.id, ()) if _holds_offices(item.type) else ():
        stretch = span(term.fields.text("from"), term.fields.text("to"))
        office = view.registry.items.get(term.position)
        if stretch is not None and office is not None:
            held.append([str(stretch), office.title, view.site.address(office.path)])
    return held
