"""What every view is made with: the indexes, the templates, and one way to render a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dossier.index import Indexes
from dossier.model.edtf import first_day
from dossier.model.mentions import EntityId
from dossier.model.registry import Thing
from dossier.render.citations import Citations
from dossier.render.export import Bibliography, Site
from dossier.render.page import Address, Heading, Page
from dossier.render.templating import environment


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a page gets around its own text.

    Attributes:
        before: HTML between the title and the text. It may open elements that ``after`` closes, and may
            hold `CONTENTS`.
        after: HTML after the text.
        headings: the headings in both, in their order.
        scripts: files in ``assets/dossier/`` that this page needs besides what every page has.
        styles: the same for style sheets.
        feed: the address of a feed about what the page shows, relative to it; "" where there is none.
    """

    before: str = ""
    after: str = ""
    headings: tuple[Heading, ...] = ()
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    feed: str = ""


class View:
    """The indexes of one dossier and the templates that show them; it never changes."""

    def __init__(self, indexes: Indexes, site: Site) -> None:
        self.indexes: Final = indexes
        self.site: Final = site
        self.registry: Final = indexes.registry
        self.anchors: Final = frozenset(
            day.anchor for days in indexes.timeline.years.values() for day in days
        )
        self.articles: Final = tuple(
            sorted(
                (thing for thing in self.registry.things.values() if thing.type.layout == "article"),
                key=lambda thing: (first_day(thing.fields.text("date")), thing.id),
                reverse=True,
            )
        )
        """All articles, the latest first."""
        self.position: Final = {thing.id: number for number, thing in enumerate(self.articles)}
        """The place of each article in them."""
        self.bibliography: Final = Bibliography()
        self.last_day: Final = first_day(self.articles[0].fields.text("date")) if self.articles else 0
        """The day number of the latest article, up to which the dossier can know anything."""
        self._environment = environment(site.name, self.bibliography)

    def page(self, address: Address, thing: Thing | None = None) -> Page:
        """A page to render; one of a thing can cite sources."""
        citations = Citations(self.registry, thing) if thing else None
        return Page(self.registry, address, self.anchors, citations)

    def render(self, template: str, context: Mapping[str, object]) -> str:
        """The HTML that a template makes of a context."""
        return self._environment.get_template(template).render(context)

    def mentions_of(self, entity: EntityId) -> int:
        """The number of articles that mention an entity."""
        return len(self.indexes.backlinks.get(entity, ()))
