"""Hold what every page is rendered with: the indexes, the templates and one way to render a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dossier.index import Indexes
from dossier.model.edtf import first_day
from dossier.model.fields import DEFAULT_LANGUAGE, Fields, Statement
from dossier.model.mentions import EntityId
from dossier.model.registry import Item
from dossier.model.site_paths import EXPLORE, TIMELINE, index_of, year_page
from dossier.model.types import FieldSpec
from dossier.render.citations import Citations
from dossier.render.dates import date_words
from dossier.render.export.addresses import Site
from dossier.render.export.bibliography import Bibliography
from dossier.render.export.csl import csl_of_source
from dossier.render.page import Address, Heading, Page

CONTENTS: Final = Markup("<!-- contents -->")
"""Where the host puts the links to a page's headings: only it knows those of the page's own text."""
STATIC: Final = Path(__file__).with_name("static")
"""The folder of styles, scripts and pictures, laid out as in the site."""


def environment(site_name: str, bibliography: Bibliography) -> Environment:
    """An environment whose templates escape what they are given and fail on any name that is missing."""
    made = Environment(
        loader=PackageLoader("dossier.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=False,
        # The templates do not change while a site is built.
        auto_reload=False,
    )
    made.filters.update(
        host=_host, initials=_initials, coordinates=_coordinates, language_name=_language_name
    )
    made.tests["an_item"] = lambda value: isinstance(value, Item)
    made.globals.update(
        # Templates leave out a publisher that has the site's own name.
        site_name=site_name,
        language=DEFAULT_LANGUAGE,
        citation=lambda source: bibliography.entry(csl_of_source(source)),
        date_words=date_words,
        year_page=year_page,
        timeline_path=TIMELINE,
        explore_path=EXPLORE,
        contents=CONTENTS,
        counter=lambda: partial(next, count(1)),
        index_of=index_of,
        columns_of=_columns,
        by_side=_by_side,
        section_anchor=_section_anchor,
    )
    return made


def _columns(spec: FieldSpec, stated: Sequence[Statement]) -> dict[str, FieldSpec]:
    """The fields of a record that at least one row of its table has."""
    records = [statement.value for statement in stated if isinstance(statement.value, Fields)]
    return {name: part for name, part in spec.fields.items() if any(name in record for record in records)}


def _by_side(spec: FieldSpec, stated: Sequence[Statement]) -> list[tuple[str, str, list[Statement]]]:
    """Records grouped by the first item they refer to: the name of that field, the id, and the statements."""
    name = next((part for part, each in spec.fields.items() if each.value == "reference"), "")
    sides: dict[str, list[Statement]] = {}
    for statement in stated:
        side = statement.value.text(name) if isinstance(statement.value, Fields) else ""
        sides.setdefault(side, []).append(statement)
    return [(name, side, statements) for side, statements in sides.items()]


def _section_anchor(part: Fields, number: int) -> str:
    return part.text("id") or f"point-{part.text('number') or number}"


def _host(url: str) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.")


def _initials(name: str) -> str:
    """The first letters of the first and the last word of a name."""
    words = name.split()
    return "".join(word[0] for word in dict.fromkeys((words[0], words[-1])))


def _coordinates(value: tuple[float, float]) -> str:
    latitude, longitude = value
    north, east = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
    return f"{abs(latitude):g}° {north}, {abs(longitude):g}° {east}"


def _language_name(tag: str) -> str:
    try:
        return Locale.parse(tag, sep="-").get_display_name(DEFAULT_LANGUAGE) or tag
    except (UnknownLocaleError, ValueError):
        return tag


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
                (item for item in self.registry.items.values() if item.type.layout == "article"),
                key=lambda item: (first_day(item.fields.text("date")), item.id),
                reverse=True,
            )
        )
        """All articles, the latest first."""
        self.position: Final = {item.id: number for number, item in enumerate(self.articles)}
        """The place of each article in them."""
        self.bibliography: Final = Bibliography()
        self.last_day: Final = first_day(self.articles[0].fields.text("date")) if self.articles else 0
        """The day number of the latest article, up to which the dossier can know anything."""
        self._environment = environment(site.name, self.bibliography)

    def page(self, address: Address, item: Item | None = None) -> Page:
        """A page to render; one of an item can cite sources."""
        citations = Citations(self.registry, item) if item else None
        return Page(self.registry, address, self.anchors, citations)

    def render(self, template: str, context: Mapping[str, object]) -> str:
        """The HTML that a template makes of a context."""
        return self._environment.get_template(template).render(context)

    def mentions_of(self, entity: EntityId) -> int:
        """The number of articles that mention an entity."""
        return len(self.indexes.backlinks.get(entity, ()))
