"""Give templates what they ask of the page that they build: links, dates, citations, headings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from markupsafe import Markup, escape

from dossier.model.fields import SourceItem, Statement
from dossier.model.ids import free_id
from dossier.model.registry import Item, Registry
from dossier.model.reserved_ids import beside, refusal_in_front_matter
from dossier.model.site_paths import date_anchor, date_page, date_year, html_date
from dossier.model.types import FieldSpec
from dossier.render.citations import Citations, Cited
from dossier.render.dates import date_words

Address = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that a page has beyond its own text, for the table of contents."""

    level: int
    id: str
    text: str


@dataclass(slots=True)
class Page:
    """One page while its parts are rendered.

    Attributes:
        address: from the path of a Markdown file, with or without an anchor, to its address on this page.
        anchors: the dates that have a place on the timeline.
        taken: the ids that parts of this page have.
        citations: the sources that this page cites, or None on pages that cite nothing.
    """

    registry: Registry
    address: Address
    anchors: frozenset[str]
    citations: Citations | None = None
    headings: list[Heading] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)

    def link(self, item: Item, words: str = "") -> Markup:
        """A link to an item's page: the same form as in articles."""
        # A page may have hundreds; `Markup.format` takes four times as long.
        return Markup(  # noqa: S704 - every part is escaped
            f'<a class="dossier-link" data-type="{item.type.type}" data-id="{escape(item.id)}"'
            f' href="{escape(self.address(item.path))}">{escape(words or item.title)}</a>'
        )

    def date(self, value: str) -> Markup:
        """A date in words, linked to its place on the timeline where it has one."""
        time = date_element(value)
        year = date_year(value)
        if year is None or date_anchor(value) not in self.anchors:
            return time
        path = date_page(value, frozenset((year,)))
        link = f'<a class="dossier-date" href="{escape(self.address(path))}">{time}</a>'
        return Markup(link)  # noqa: S704 - both parts are escaped

    def heading(self, level: int, anchor: str, text: str) -> Markup:
        """A heading with an anchor, kept for the table of contents."""
        anchor = self._take(anchor)
        self.headings.append(Heading(level, anchor, text))
        return Markup('<h{0} id="{1}">{2}</h{0}>').format(level, anchor, text)

    def anchor(self, wanted: str) -> str:
        """An id that nothing else on this page has, as near to the one wanted as can be."""
        words = "-".join(wanted.split())
        return self._take(beside(words, "point") if refusal_in_front_matter(words) else words)

    def _take(self, wanted: str) -> str:
        anchor = free_id(wanted, self.taken.__contains__)
        self.taken.add(anchor)
        return anchor

    def cite(self, statement: Statement) -> Markup:
        """The numbers of a statement's sources, each leading to the list at the foot of the page."""
        return self.cite_sources(statement.sources)

    def cite_sources(self, sources: Sequence[SourceItem]) -> Markup:
        """The numbers of sources, as `cite` gives them."""
        if self.citations is None or not sources:
            return Markup("")
        numbers = self.citations.numbers(sources)
        links = Markup(", ").join(Markup('<a href="#source-{0}">{0}</a>').format(n) for n in numbers)
        return Markup('<sup class="dossier-cite">[{}]</sup>').format(links) if numbers else Markup("")

    def sources(self) -> list[Cited]:
        """All sources of this page; none on a page that cites nothing."""
        return self.citations.all() if self.citations else []

    def passages(self, number: int) -> list[str]:
        """The words that are quoted from the source of that number."""
        return self.citations.passages.get(number, []) if self.citations else []

    def reference(self, target: object) -> Markup:
        """A link to what an id names, or the id itself where nothing has it."""
        if target in self.registry:
            return self.link(self.registry[str(target)])
        return escape(target)


@lru_cache(maxsize=65536)
def date_element(value: str) -> Markup:
    """A date in words, as an element that also holds the value."""
    begins = html_date(value)
    if not begins:
        return Markup('<span data-edtf="{}">{}</span>').format(value, date_words(value))
    form = Markup('<time datetime="{}" data-edtf="{}">{}</time>')
    return form.format(begins, value, date_words(value))


def shown(item: Item, where: str) -> dict[str, FieldSpec]:
    """The fields that an item has and that are shown in one way, in the order of its type."""
    fields = item.type.fields
    return {name: spec for name, spec in fields.items() if spec.show == where and name in item.fields}
