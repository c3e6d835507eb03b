"""One document's element tree in; the same tree with links, and every mention in it, out.

It calls recognition on the plain text and decides which mentions become links. It knows Markdown's
element tree, but no host: links lead to ``.md`` files, which the host checks and rewrites.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final, Literal
from xml.etree.ElementTree import Element

from dossier.content.loading import named_parts
from dossier.linking.marks import own, unmarked
from dossier.linking.placing import Placement, crosses_markup, place
from dossier.linking.tree_text import Reading, read_tree
from dossier.model.mentions import DateMention, Document, EntityId, Mention, Unresolved
from dossier.model.registry import Registry, Thing
from dossier.model.reserved_ids import ANY_PAGE, PageIds, page_name
from dossier.model.site_paths import date_page, html_date, relative
from dossier.recognise.recogniser import Recogniser

LinkWhich = Literal["first-in-section", "first-in-article", "every"]
LINK_CLASS: Final = "dossier-link"
DATE_CLASS: Final = "dossier-date"
BY_HAND: Final = "by-hand"
_OUTSIDE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|#", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """The document that is being linked: who it is, where it stands and what its front matter says."""

    id: EntityId
    path: str
    date: str | None = None
    declared: frozenset[EntityId] = frozenset()
    forbidden: frozenset[EntityId] = frozenset()
    ids: PageIds = ANY_PAGE


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention with the anchor that leads to it, "" where it stands in text that is left alone."""

    mention: Mention
    anchor: str


@dataclass(frozen=True, slots=True)
class PlacedDate:
    """A date with the anchor that leads to it, "" where it stands in text that is left alone."""

    mention: DateMention
    anchor: str


@dataclass(frozen=True, slots=True)
class LinkedDocument:
    """Everything found in one document. Spans are offsets in ``text``, the document as a reader sees it."""

    id: EntityId
    text: str
    mentions: tuple[Placed, ...]
    dates: tuple[PlacedDate, ...]
    unresolved: tuple[Unresolved, ...]


def target_of(registry: Registry, thing: Thing) -> Target:
    """What linking needs to know of a thing: a page never links to itself."""
    declared, forbidden = set(), {thing.id}
    for reference in registry.references(thing):
        if reference.spec.declares:
            declared.add(reference.target)
        if reference.spec.forbids:
            forbidden.add(reference.target)
    date = thing.fields.text("date") or None
    named = frozenset(name for _, name in named_parts(thing))
    lists = page_name(thing.path) in registry.schema.by_folder
    ids = PageIds(thing.path, named, lists)
    return Target(thing.id, thing.path, date, frozenset(declared), frozenset(forbidden), ids)


class Linker:
    """Links documents of one dossier. Its own state never changes, so documents do not affect each other."""

    def __init__(
        self,
        registry: Registry,
        recogniser: Recogniser,
        years: frozenset[int] = frozenset(),
        which: LinkWhich = "first-in-section",
    ) -> None:
        self.registry: Final = registry
        self.recogniser: Final = recogniser
        self._years = years
        self.which: Final = which

    def link(self, root: Element, target: Target, raw_html: Callable[[int], str]) -> LinkedDocument:
        """Recognise what a tree mentions, put the links into it and give all mentions."""
        reading, by_hand, document = self.read(root, target, raw_html)
        found = self.recogniser.recognise(document)
        page = _Page(self, reading, target)
        return page.linked(sorted([*found.mentions, *by_hand], key=_start), found.dates, found.unresolved)

    def read(
        self, root: Element, target: Target, raw_html: Callable[[int], str]
    ) -> tuple[Reading, list[Mention], Document]:
        """What a tree says, the mentions that its author linked, and the document to find the rest in."""
        reading = read_tree(root, raw_html)
        for element in reading.nested:
            element.tag = "span"
            element.attrib.clear()
        by_hand = self._links_by_hand(reading, target)
        document = Document(
            text=reading.text,
            date=target.date,
            declared=target.declared | {mention.entity for mention in by_hand},
            forbidden=target.forbidden,
            headings=tuple(reading.headings),
            excluded=tuple(reading.excluded),
            wrapped=True,
        )
        return reading, by_hand, document

    def unlink_unpublished(self, root: Element, target: Target) -> list[EntityId]:
        """Remove links to files that are withheld. Returns the ids of what is not published and was linked.

        A preview shows drafts, so links to them stay.
        """
        paths = {thing.path: thing for thing in self.registry.unpublished.values()}
        found = []
        for element in root.iter("a") if paths else ():
            thing = paths.get(_file_at(element.get("href") or "", target))
            if thing is not None:
                found.append(thing.id)
                if thing.id in self.registry.withheld:
                    element.tag = "span"
                    element.attrib.clear()
        return found

    def element_for(self, entity: EntityId, target: Target, text: str) -> Element:
        """A link to an entity's page, in the form that every host and other tools rely on."""
        thing = self.registry[entity]
        link = Element("a")
        link.set("class", own(LINK_CLASS))
        link.set("data-type", own(thing.type.type))
        link.set("data-id", own(thing.id))
        link.set("href", relative(thing.path, posixpath.dirname(target.path)))
        link.text = text
        return link

    def date_element(self, value: str, target: Target, text: str, *, linked: bool) -> Element:
        """A date's ``time`` element, within a link to its place on the timeline where it is linked.

        A host without year pages has no timeline to link to.
        """
        begins = html_date(value)
        time = Element("time" if begins else "span")
        if begins:
            time.set("datetime", begins)
        time.set("data-edtf", value)
        time.text = text
        if not linked or not self._years:
            return time
        link = Element("a")
        link.set("class", own(DATE_CLASS))
        link.set("href", relative(date_page(value, self._years), posixpath.dirname(target.path)))
        link.append(time)
        return link

    def _links_by_hand(self, reading: Reading, target: Target) -> list[Mention]:
        """Mentions that the author linked, by ``[[id]]`` or by a link to the entity's file."""
        mentions = []
        for start, end, element in reading.links:
            stated = element.get("data-id") or ""
            # Only [[id]] may say it by an attribute: one that an author wrote does not bear our mark.
            entity = (
                unmarked(stated)
                if stated.startswith(own(""))
                else self._entity_at(element.get("href") or "", target)
            )
            if entity in self.registry and start < end and self.registry[entity].type.mentionable:
                mentions.append(Mention(start, end, EntityId(entity), BY_HAND))
        return mentions

    def _entity_at(self, href: str, target: Target) -> str:
        thing = self.registry.by_path.get(_file_at(href, target))
        return thing.id if thing else ""


def _file_at(href: str, target: Target) -> str:
    """The path of the Markdown file that a link leads to, "" where it leads to none."""
    path = href.partition("#")[0]
    if not path.endswith(".md") or _OUTSIDE.match(path):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(target.path), path))


class _Page:
    """The placing of one document's links: which mention is the first of its section, and the anchors."""

    def __init__(self, linker: Linker, reading: Reading, target: Target) -> None:
        self.linker = linker
        self.reading = reading
        self.target = target
        self.linked_here: set[str] = set()
        self.section = 0
        self.anchors = 0
        self.placements: list[Placement] = []
        self.links = {(start, end): element for start, end, element in reversed(reading.links)}

    def linked(
        self,
        mentions: list[Mention],
        dates: tuple[DateMention, ...],
        unresolved: tuple[Unresolved, ...],
    ) -> LinkedDocument:
        placed: list[Placed] = []
        placed_dates: list[PlacedDate] = []
        found: list[Mention | DateMention] = [*mentions, *dates]
        for mention in sorted(found, key=_start):
            self.enter_section(mention.start)
            if isinstance(mention, Mention):
                placed.append(Placed(mention, self.place_mention(mention)))
            else:
                placed_dates.append(PlacedDate(mention, self.place_date(mention)))
        place(self.reading, self.placements)
        return LinkedDocument(
            self.target.id, self.reading.text, tuple(placed), tuple(placed_dates), unresolved
        )

    def enter_section(self, offset: int) -> None:
        headings = self.reading.headings
        while self.section < len(headings) and headings[self.section][0] <= offset:
            self.section += 1
            if self.linker.which == "first-in-section":
                self.linked_here.clear()

    def place_mention(self, mention: Mention) -> str:
        if mention.rule == BY_HAND:
            return self.mark_link(mention)
        if self.in_heading(mention.start):
            return ""
        anchor = self.next_anchor()
        linked = not self.crosses(mention.start, mention.end) and self.first_here(mention.entity)
        make = partial(self.mention_element, mention.entity, anchor, linked)
        self.placements.append(Placement(mention.start, mention.end, make))
        return anchor

    def mention_element(self, entity: EntityId, anchor: str, linked: bool, text: str) -> Element:
        span = Element("span")
        span.set("id", own(anchor))
        if linked:
            span.append(self.linker.element_for(entity, self.target, text))
        else:
            span.text = text
        return span

    def place_date(self, mention: DateMention) -> str:
        if self.in_heading(mention.start):
            return ""
        anchor = self.next_anchor()
        linked = not self.crosses(mention.start, mention.end) and self.first_here(mention.value)
        make = partial(self.date_element, mention.value, anchor, linked)
        self.placements.append(Placement(mention.start, mention.end, make))
        return anchor

    def date_element(self, value: str, anchor: str, linked: bool, text: str) -> Element:
        span = Element("span")
        span.set("id", own(anchor))
        span.append(self.linker.date_element(value, self.target, text, linked=linked))
        return span

    def mark_link(self, mention: Mention) -> str:
        """Give a link that the author wrote the attributes of one that was found, and an anchor."""
        element = self.links[mention.start, mention.end]
        thing = self.linker.registry[mention.entity]
        classes = (element.get("class") or "").split()
        element.set("class", " ".join(dict.fromkeys([*classes, own(LINK_CLASS)])))
        element.set("data-type", own(thing.type.type))
        element.set("data-id", own(thing.id))
        self.linked_here.add(mention.entity)
        anchor = element.get("id") or ""
        if not anchor:
            anchor = self.next_anchor()
            element.set("id", own(anchor))
        return anchor

    def first_here(self, key: str) -> bool:
        if key in self.linked_here and self.linker.which != "every":
            return False
        self.linked_here.add(key)
        return True

    def crosses(self, start: int, end: int) -> bool:
        return crosses_markup(self.reading, start, end)

    def in_heading(self, offset: int) -> bool:
        headings = self.reading.headings
        return self.section > 0 and offset < headings[self.section - 1][1]

    def next_anchor(self) -> str:
        self.anchors += 1
        return f"mention-{self.anchors}"


def _start(mention: Mention | DateMention) -> int:
    return mention.start
