"""Render every kind of page of a dossier, and list the pages that the site has besides the dossier's files.

A host asks here, so that every host builds the same site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from dossier.index import Indexes
from dossier.model.registry import Item, Registry
from dossier.model.site_paths import EXPLORE, HOME, RELATIONS, TIMELINE, index_of, year_page
from dossier.model.types import Schema
from dossier.render.article import render_article
from dossier.render.cards import Cards
from dossier.render.chronology import timeline_files
from dossier.render.contributing import Place, Repository, render_actions
from dossier.render.entity import render_entity
from dossier.render.explore import explore_files, render_explore
from dossier.render.export.addresses import ExportFile, Site
from dossier.render.export.files import export_files
from dossier.render.lists import render_home, render_type_index
from dossier.render.page import Address
from dossier.render.relations.overview import render_relations
from dossier.render.search import SearchEntry, search_entry
from dossier.render.timeline import render_overview, render_year
from dossier.render.view import Rendered, View


class Renderer:
    """Renders every kind of page of one dossier; all addresses come from the host."""

    def __init__(self, indexes: Indexes, site: Site) -> None:
        self.view: Final = View(indexes, site)
        self.years: Final = frozenset(indexes.timeline.years)
        self._cards: Final = Cards(self.view)

    def item(self, item: Item, address: Address) -> Rendered:
        """The page of an entity or of an article; a plain page gets nothing."""
        if item.type.layout == "page":
            return Rendered()
        if item.type.layout == "article":
            return render_article(self.view, item, address)
        return render_entity(self.view, item, address)

    def type_index(self, name: str, address: Address) -> Rendered:
        """The index page of the type of that name."""
        return render_type_index(self.view, self.view.registry.schema[name], address)

    def overview(self, address: Address) -> Rendered:
        """The timeline's overview."""
        return render_overview(self.view, address)

    def relations(self, address: Address) -> Rendered:
        """The overview of which entities are mentioned together, and of their relations."""
        return render_relations(self.view, address)

    def year(self, year: int, address: Address) -> Rendered:
        """The page of a year."""
        return render_year(self.view, year, address)

    def search(self, item: Item) -> SearchEntry:
        """How a search engine finds the page of an item."""
        return search_entry(self.view, item)

    def files(self) -> Iterator[ExportFile]:
        """What the site offers besides pages: cards, data for scripts, citations and feeds."""
        yield from self._cards.files()
        yield from timeline_files(self.view)
        yield from explore_files(self.view)
        yield from export_files(self.view.registry, self.view.indexes.backlinks, self.view.site)

    def marked(self, html: str) -> str:
        """The HTML of a whole page, with a mark on each link that has a card."""
        return self._cards.marked(html)

    def actions(self, place: Place, repository: Repository | None, add: str) -> str:
        """The links with which readers contribute; `add` is the address of the form for an article."""
        return render_actions(self.view, place, repository, add)

    def explore(self, address: Address) -> Rendered:
        """The page on which readers narrow the articles by what they mention."""
        return render_explore(self.view, address)

    def home(self, address: Address) -> Rendered:
        """The home page."""
        return render_home(self.view, address)


Render = Callable[[Renderer, Address], Rendered]


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page that the site has besides the dossier's files.

    Attributes:
        path: its path, as if it were a Markdown file in the dossier's folder.
        title: its title, "" for the home page, which has the site's own name.
        render: what it shows.
        in_navigation: whether the site's navigation leads to it.
    """

    path: str
    title: str
    render: Render
    in_navigation: bool = True


def generated_pages(registry: Registry) -> Iterator[GeneratedPage]:
    """The pages of every dossier except those of the years, in the order of the navigation."""
    yield GeneratedPage(HOME, "", Renderer.home)
    for spec in registry.schema.types.values():
        if spec.layout != "page" and registry.of_type(spec.type):
            yield GeneratedPage(index_of(spec.folder), spec.plural, _type_index(spec.type))
            if spec.layout == "article":
                yield GeneratedPage(EXPLORE, "Explore", Renderer.explore)
    yield GeneratedPage(TIMELINE, "Timeline", Renderer.overview)
    yield GeneratedPage(RELATIONS, "Relations", Renderer.relations)


def possible_pages(schema: Schema) -> Iterator[str]:
    """The paths of all pages that a dossier with these types may have without a file, with those of years."""
    yield from (HOME, EXPLORE, TIMELINE, RELATIONS)
    yield from (index_of(spec.folder) for spec in schema.types.values() if spec.layout != "page")
    yield from map(year_page, range(1, 10000))


def year_pages(years: Iterable[int]) -> Iterator[GeneratedPage]:
    """The pages of years, in order."""
    for year in sorted(years):
        yield GeneratedPage(year_page(year), str(year), _year(year), in_navigation=False)


def _type_index(name: str) -> Render:
    return lambda renderer, address: renderer.type_index(name, address)


def _year(year: int) -> Render:
    return lambda renderer, address: renderer.year(year, address)
