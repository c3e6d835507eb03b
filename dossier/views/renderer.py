"""Registry and indexes in; the HTML of each page beyond its own text out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Final
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from jinja2 import Environment, PackageLoader, StrictUndefined

from dossier.edtf import first_day
from dossier.index import ArticleMentions, Edge, Relations, Timeline, mentioned_in_article
from dossier.linking import LinkedDocument
from dossier.mentions import EntityId
from dossier.paths import TIMELINE, date_year, index_of, year_page
from dossier.registry import Registry, Thing
from dossier.schema import DEFAULT_LANGUAGE, Fields, FieldSpec, SourceItem, Statement, TypeSpec
from dossier.views.citations import Citations, wording
from dossier.views.dates import date_words
from dossier.views.page import Address, Heading, Page, shown

_LATEST: Final = 6
_LEADING: Final = 12
_NO_DATE: Final = 1 << 60


# A holder of a position: who, the record of the term, where it is stated, and the record's fields.
Held = tuple[Thing, Fields, Statement, FieldSpec]


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a page gets before and after its own text, and the headings in it."""

    before: str
    after: str
    headings: tuple[Heading, ...]


class Renderer:
    """Renders every kind of page of one dossier.

    ``backlinks`` and ``documents`` are by entity and by document; all addresses come from the host.
    """

    def __init__(
        self,
        registry: Registry,
        relations: Relations,
        backlinks: Mapping[EntityId, tuple[ArticleMentions, ...]],
        timeline: Timeline,
        documents: Mapping[EntityId, LinkedDocument],
        site_name: str = "",
    ) -> None:
        self._registry = registry
        self._relations = relations
        self._backlinks = backlinks
        self._timeline = timeline
        self._documents = documents
        self.years: Final = frozenset(timeline.years)
        self._anchors = frozenset(day.anchor for days in timeline.years.values() for day in days)
        self._holders = _holders(registry)
        self._environment = _environment()
        # A publisher of that name goes without saying on its own site.
        self._environment.globals["site_name"] = site_name

    def thing(self, thing: Thing, address: Address) -> Rendered:
        """The page of an entity or of an article; a plain page gets nothing."""
        if thing.type.layout == "page":
            return Rendered("", "", ())
        citations = Citations(self._registry, thing)
        page = Page(self._registry, address, self._anchors, citations)
        common = {
            "page": page,
            "thing": thing,
            "infobox": shown(thing, "infobox"),
            "cited": partial(_cited, citations, thing),
        }
        if thing.type.layout == "article":
            before = self._render("article_head.html", **common)
            after = self._render("article_tail.html", **common, **self._mentioned(thing))
        else:
            index_path = index_of(thing.type.folder)
            before = self._render("entity_head.html", **common, index_path=index_path, asset=address)
            after = self._render("entity_tail.html", **common, **self._about(thing, page))
        return Rendered(before, after, tuple(page.headings))

    def type_index(self, spec: TypeSpec, address: Address) -> Rendered:
        """The index page of a type: articles by year, the latest first; entities by initial."""
        page = Page(self._registry, address, self._anchors)
        things = list(self._registry.of_type(spec.type))
        if spec.layout == "article":
            things.sort(key=lambda thing: (first_day(thing.fields.text("date")), thing.id), reverse=True)
            grouped = groupby(things, key=lambda thing: thing.fields.text("date")[:4] or "Undated")
        else:
            by_person = spec.named_as == "person"
            things.sort(key=lambda thing: (_sort_key(thing, by_person=by_person), thing.id))
            grouped = groupby(things, key=lambda thing: _sort_key(thing, by_person=by_person)[:1].upper())
        groups = [(group, list(members)) for group, members in grouped]
        html = self._render("type_index.html", page=page, type=spec, groups=groups, total=len(things))
        return Rendered("", html, tuple(page.headings))

    def overview(self, address: Address) -> Rendered:
        """The timeline's overview: a line a year, and what stands under no one year."""
        page = Page(self._registry, address, self._anchors)
        years = []
        for year, days in self._timeline.years.items():
            entries = [entry for day in days for entry in day.entries]
            spoken = sum(entry.quotation is not None for entry in entries)
            years.append((year, len(entries) - spoken, spoken))
        covered = _article_years(self._articles(), self._timeline)
        first, last = (covered[0], covered[-1]) if covered else (0, 9999)
        around = [
            ("Before", [row for row in years if row[0] < first]),
            ("After", [row for row in years if row[0] > last]),
        ]
        html = self._render(
            "timeline.html",
            page=page,
            years=[row for row in years if first <= row[0] <= last],
            around=[(label, rows) for label, rows in around if rows],
            most=max((stated + spoken for _, stated, spoken in years), default=1),
            wider=self._timeline.wider,
            shown_date="",
        )
        return Rendered("", html, tuple(page.headings))

    def year(self, year: int, address: Address) -> Rendered:
        """The page of a year, day by day."""
        page = Page(self._registry, address, self._anchors)
        years = list(self._timeline.years)
        position = years.index(year)
        html = self._render(
            "year.html",
            page=page,
            days=self._timeline.years[year],
            before=years[position - 1] if position else None,
            after=years[position + 1] if position + 1 < len(years) else None,
            cited=list,
        )
        return Rendered("", html, tuple(page.headings))

    def home(self, address: Address) -> Rendered:
        """The home page's way into everything."""
        page = Page(self._registry, address, self._anchors)
        types = [spec for spec in self._registry.schema.types.values() if spec.layout != "page"]
        counts = [(spec, len(self._registry.of_type(spec.type))) for spec in types]
        articles = self._articles()
        leading = [(spec, self._leading(spec)) for spec in types if spec.mentionable]
        html = self._render(
            "home.html",
            page=page,
            counts=[(spec, total) for spec, total in counts if total],
            years=_article_years(articles, self._timeline),
            articles=articles[:_LATEST],
            leading=[(spec, things) for spec, things in leading if things],
        )
        return Rendered("", html, tuple(page.headings))

    def _articles(self) -> list[Thing]:
        """All articles, the latest first."""
        things = [thing for thing in self._registry.things.values() if thing.type.layout == "article"]
        return sorted(
            things, key=lambda thing: (first_day(thing.fields.text("date")), thing.id), reverse=True
        )

    def _leading(self, spec: TypeSpec) -> list[tuple[Thing, int]]:
        """The things of a type that most articles mention, with the number of articles."""
        counted = [
            (thing, len(self._backlinks.get(thing.id, ()))) for thing in self._registry.of_type(spec.type)
        ]
        counted.sort(key=lambda item: -item[1])
        return [(thing, count) for thing, count in counted[:_LEADING] if count]

    def _about(self, thing: Thing, page: Page) -> dict[str, object]:
        """What an entity's page shows after its own text."""
        fields = thing.type.fields
        leaving = [
            edge
            for edge in self._relations.leaving.get(thing.id, ())
            if fields[edge.field].show == "apart" and not fields[edge.field].declares
        ]
        reached = self._relations.reaching.get(thing.id, ())
        reaching = [edge for edge in reached if not self._shown_apart(edge)]
        return {
            "holders": self._holders.get(thing.id, ()),
            "tables": shown(thing, "table"),
            "sections": shown(thing, "sections"),
            "leaving": page.grouped(leaving, inverse=False),
            "reaching": page.grouped(self._once(reaching), inverse=True),
            "mentions": self._backlinks.get(thing.id, ()),
        }

    def _mentioned(self, thing: Thing) -> dict[str, object]:
        """Whom, what and when an article mentions."""
        document = self._documents.get(thing.id)
        by_type: dict[str, list[tuple[Thing, int]]] = {}
        ranked = mentioned_in_article(self._registry, thing, document)
        for spec in self._registry.schema.entity_types:
            found = [(entity, count) for entity, count in ranked if entity.type is spec]
            if found:
                by_type[spec.plural] = found
        values = {placed.mention.value for placed in document.dates} if document else set()
        return {"mentioned": by_type, "dates": sorted(values, key=lambda value: (first_day(value), value))}

    def _once(self, edges: Iterable[Edge]) -> list[Edge]:
        """Edges by the dates of their origins, without those that say the same of the same thing again."""
        seen: dict[tuple[str, str], Edge] = {}
        for edge in edges:
            seen.setdefault((edge.origin, edge.inverse), edge)
        return sorted(seen.values(), key=lambda edge: _by_date(self._registry[edge.origin]))

    def _shown_apart(self, edge: Edge) -> bool:
        """Whether an edge has its own place on the page that it reaches: among holders or mentions."""
        spec = self._registry[edge.origin].type.fields[edge.field]
        return spec.term or spec.declares

    def _render(self, template: str, **context: object) -> str:
        return self._environment.get_template(template).render(context)


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dossier.views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters.update(host=_host, coordinates=_coordinates, language_name=_language_name)
    environment.tests["a_thing"] = lambda value: isinstance(value, Thing)
    environment.globals.update(
        language=DEFAULT_LANGUAGE,
        wording=wording,
        date_words=date_words,
        year_page=year_page,
        timeline_path=TIMELINE,
        index_of=index_of,
        columns_of=_columns,
        section_anchor=_section_anchor,
    )
    return environment


def _cited(citations: Citations, thing: Thing) -> list[object]:
    """All sources of a page: those cited so far in their order, then the rest of its own list."""
    listed = [statement.value for statement in thing.fields["sources"]]
    citations.numbers(source for source in listed if isinstance(source, SourceItem))
    return list(citations.cited)


def _columns(spec: FieldSpec, stated: Sequence[Statement]) -> dict[str, FieldSpec]:
    """The fields of a record that at least one row of its table has."""
    records = [statement.value for statement in stated if isinstance(statement.value, Fields)]
    return {name: part for name, part in spec.fields.items() if any(name in record for record in records)}


def _section_anchor(part: Fields, number: int) -> str:
    return part.text("id") or f"point-{part.text('number') or number}"


def _holders(registry: Registry) -> dict[EntityId, tuple[Held, ...]]:
    """For each position who held it, in order of time."""
    holders: dict[EntityId, list[Held]] = {}
    for thing in registry.things.values():
        for name, spec in thing.type.fields.items():
            if not spec.term:
                continue
            for statement in thing.fields[name]:
                if isinstance(statement.value, Fields):
                    term = statement.value
                    position = EntityId(term.text(spec.short))
                    holders.setdefault(position, []).append((thing, term, statement, spec))
    return {
        position: tuple(sorted(terms, key=lambda held: (first_day(held[1].text("from")), held[0].id)))
        for position, terms in holders.items()
    }


def _by_date(thing: Thing) -> tuple[int, str]:
    """A thing's first date on the timeline, to sort by; things without one come last, by title."""
    dates = [
        first_day(str(statement.value))
        for name, spec in thing.type.fields.items()
        if spec.timeline
        for statement in thing.fields[name]
    ]
    return min(dates, default=_NO_DATE), thing.title.casefold()


def _sort_key(thing: Thing, *, by_person: bool) -> str:
    words = thing.title.casefold().split()
    return " ".join([words[-1], *words[:-1]]) if by_person and words else " ".join(words)


def _article_years(articles: Iterable[Thing], timeline: Timeline) -> list[int]:
    """The years from the first article to the last that have a page."""
    years = [year for year in (date_year(thing.fields.text("date")) for thing in articles) if year]
    if not years:
        return list(timeline.years)[-_LEADING:]
    return [year for year in timeline.years if min(years) <= year <= max(years)]


def _host(url: str) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.")


def _coordinates(value: tuple[float, float]) -> str:
    latitude, longitude = value
    north, east = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
    return f"{abs(latitude):g}° {north}, {abs(longitude):g}° {east}"


def _language_name(tag: str) -> str:
    try:
        return Locale.parse(tag, sep="-").get_display_name(DEFAULT_LANGUAGE) or tag
    except (UnknownLocaleError, ValueError):
        return tag
