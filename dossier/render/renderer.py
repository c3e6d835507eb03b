"""The one door to the views: for each kind of page, what it shows beyond its own text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dossier.index import Indexes
from dossier.model.registry import Thing
from dossier.render.article import render_article
from dossier.render.cards import Cards
from dossier.render.chronology import timeline_files
from dossier.render.entity import render_entity
from dossier.render.explore import explore_files, render_explore
from dossier.render.export import ExportFile, Site, export_files
from dossier.render.lists import render_home, render_type_index
from dossier.render.page import Address
from dossier.render.relations import render_relations
from dossier.render.search import SearchEntry, search_entry
from dossier.render.timeline import render_overview, render_year
from dossier.render.view import Rendered, View


class Renderer:
    """Renders every kind of page of one dossier; all addresses come from the host."""

    def __init__(self, indexes: Indexes, site: Site) -> None:
        self.view: Final = View(indexes, site)
        self.years: Final = frozenset(indexes.timeline.years)
        self._cards: Final = Cards(self.view)

    def thing(self, thing: Thing, address: Address) -> Rendered:
        """The page of an entity or of an article; a plain page gets nothing."""
        if thing.type.layout == "page":
            return Rendered()
        if thing.type.layout == "article":
            return render_article(self.view, thing, address)
        return render_entity(self.view, thing, address)

    def type_index(self, name: str, address: Address) -> Rendered:
        """The index page of the type of that name."""
        return render_type_index(self.view, self.view.registry.schema[name], address)

    def overview(self, address: Address) -> Rendered:
        """The timeline's overview."""
        return render_overview(self.view, address)

    def relations(self, address: Address) -> Rendered:
        """The overview of what is mentioned with what, and of what binds them."""
        return render_relations(self.view, address)

    def year(self, year: int, address: Address) -> Rendered:
        """The page of a year."""
        return render_year(self.view, year, address)

    def search(self, thing: Thing) -> SearchEntry:
        """How the page of a thing is found by a search engine."""
        return search_entry(self.view, thing)

    def files(self) -> Iterator[ExportFile]:
        """What the site offers besides pages: cards, data for scripts, citations and feeds."""
        yield from self._cards.files()
        yield from timeline_files(self.view)
        yield from explore_files(self.view)
        yield from export_files(self.view.registry, self.view.indexes.backlinks, self.view.site)

    def marked(self, html: str) -> str:
        """The HTML of a whole page, its links that have a card marked as such."""
        return self._cards.marked(html)

    def explore(self, address: Address) -> Rendered:
        """The page that narrows the articles by what they mention."""
        return render_explore(self.view, address)

    def home(self, address: Address) -> Rendered:
        """The home page's way into everything."""
        return render_home(self.view, address)
