"""Put links into the element tree of one document, and record every mention in it.

It recognises mentions in the plain text and decides which of them become links. It knows Markdown's element
tree, but no host: links lead to ``.md`` files, which the host checks and rewrites.
"""

from __future__ import annotations

import posixpath
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from operator import itemgetter
from typing import Final
from xml.etree.ElementTree import Element

from dossier.linking.documents import Context, MarkdownDocument
from dossier.linking.link_targets import target_of
from dossier.linking.marks import marked, unmarked
from dossier.linking.placing import Placement, crosses_markup, place
from dossier.linking.tree_text import TreeText, read_tree
from dossier.model.linked import DATE_CLASS, LINK_CLASS, LinkedDocument, NoLink, Placed, PlacedDate
from dossier.model.mentions import DateMention, Document, EntityId, Mention, Unresolved
from dossier.model.registry import Item, Registry
from dossier.model.site_paths import date_page, html_date, relative
from dossier.recognise.sentences import sentences_of

BY_HAND: Final = "by-hand"
_NO_YEARS: Final[frozenset[int]] = frozenset()


def link(
    root: Element, document: MarkdownDocument, context: Context, raw_html: Callable[[int], str]
) -> LinkedDocument:
    """Recognise what a tree mentions, put the links into it and return all mentions.

    `raw_html` gives the HTML that Python-Markdown has stashed under a number.
    """
    reading = read_tree(root, raw_html)
    for element in reading.nested:
        element.tag = "span"
        element.attrib.clear()
    by_hand = list(_linked_by_hand(reading, document, context.registry))
    excluded = sorted([*reading.excluded, *((mention.start, mention.end) for mention in by_hand)])
    found = context.recogniser.recognise(
        Document(
            text=reading.text,
            date=document.date,
            declared=document.declared | {mention.entity for mention in by_hand},
            forbidden=document.forbidden,
            headings=tuple(reading.headings),
            notes=tuple(reading.notes),
            excluded=tuple(excluded),
            wrapped=True,
        )
    )
    placement = _Placement(context, reading, document)
    mentions = sorted([*found.mentions, *by_hand], key=_start)
    linked = placement.linked(mentions, found.dates, found.unresolved)
    return replace(linked, unlinked=found.unlinked)


def link_to(item: Item, document: MarkdownDocument, text: str) -> Element:
    """A link to an entity's page, in the form that every host and other tools rely on."""
    link = Element("a")
    link.set("class", marked(LINK_CLASS))
    link.set("data-type", marked(item.type.type))
    link.set("data-id", marked(item.id))
    link.set("href", relative(item.path, posixpath.dirname(document.path)))
    link.text = text
    return link


def _date_element(value: str, years: frozenset[int], document: MarkdownDocument, text: str) -> Element:
    """A date's ``time`` element, inside a link to its place on the timeline where it has one."""
    begins = html_date(value)
    time = Element("time" if begins else "span")
    if begins:
        time.set("datetime", begins)
    time.set("data-edtf", value)
    time.text = text
    if not years:
        return time
    link = Element("a")
    link.set("class", marked(DATE_CLASS))
    link.set("href", relative(date_page(value, years), posixpath.dirname(document.path)))
    link.append(time)
    return link


def _linked_by_hand(reading: TreeText, document: MarkdownDocument, registry: Registry) -> Iterator[Mention]:
    """Mentions that the author linked, by ``[[id]]`` or by a link to the entity's file."""
    for start, end, element in reading.links:
        stated = element.get("data-id") or ""
        if stated.startswith(marked("")):
            # Only [[id]] may name it in an attribute: one that an author wrote does not have our mark.
            item = registry.items.get(EntityId(unmarked(stated)))
        else:
            item = registry.by_path.get(target_of(element.get("href") or "", document.path))
        if item is not None and start < end and item.type.mentionable:
            yield Mention(start, end, item.id, BY_HAND)


class _Placement:
    """Places the links of one document: finds the first mentions of each section and numbers the anchors."""

    def __init__(self, context: Context, reading: TreeText, document: MarkdownDocument) -> None:
        self.context = context
        self.reading = reading
        self.document = document
        self.linked_here: set[str] = set()
        self.section = 0
        self.anchors = 0
        self.placements: list[Placement] = []
        self.links = {(start, end): element for start, end, element in reversed(reading.links)}

    def linked(
        self,
        mentions: list[Mention],
        dates: Sequence[DateMention],
        unresolved: tuple[Unresolved, ...],
    ) -> LinkedDocument:
        placed: list[Placed] = []
        placed_dates: list[PlacedDate] = []
        found: list[Mention | DateMention] = [*mentions, *dates]
        for mention in sorted(found, key=_start):
            self.enter_section(mention.start)
            if isinstance(mention, Mention):
                placed.append(self.place_mention(mention))
            else:
                placed_dates.append(self.place_date(mention))
        place(self.reading, self.placements)
        text = self.reading.text
        return LinkedDocument(
            self.document.id,
            text,
            tuple(placed),
            tuple(placed_dates),
            unresolved,
            sentences=sentences_of(text, self.context.recogniser.language.sentences),
            literal=tuple(self.reading.literal),
        )

    def enter_section(self, offset: int) -> None:
        headings = self.reading.headings
        while self.section < len(headings) and headings[self.section][0] <= offset:
            self.section += 1
            if self.context.which == "first-in-section":
                self.linked_here.clear()

    def place_mention(self, mention: Mention) -> Placed:
        if mention.rule == BY_HAND:
            return Placed(mention, self.mark_link(mention))
        barred = self.barred(mention.start)
        if barred and barred != "link":
            return Placed(mention, "", barred)
        anchor = self.next_anchor()
        no_link = barred or self.no_link(mention, mention.entity)
        make = partial(self.mention_element, mention.entity, anchor, not no_link)
        self.placements.append(Placement(mention.start, mention.end, make))
        return Placed(mention, anchor, no_link)

    def mention_element(self, entity: EntityId, anchor: str, linked: bool, text: str) -> Element:
        span = Element("span")
        span.set("id", marked(anchor))
        if linked:
            span.append(link_to(self.context.registry[entity], self.document, text))
        else:
            span.text = text
        return span

    def place_date(self, mention: DateMention) -> PlacedDate:
        barred = self.barred(mention.start)
        if barred and barred != "link":
            return PlacedDate(mention, "", barred)
        anchor = self.next_anchor()
        no_link = barred or self.no_link(mention, mention.value)
        make = partial(self.date_element, mention.value, anchor, not no_link)
        self.placements.append(Placement(mention.start, mention.end, make))
        return PlacedDate(mention, anchor, no_link)

    def date_element(self, value: str, anchor: str, linked: bool, text: str) -> Element:
        span = Element("span")
        span.set("id", marked(anchor))
        years = self.context.years if linked else _NO_YEARS
        span.append(_date_element(value, years, self.document, text))
        return span

    def mark_link(self, mention: Mention) -> str:
        """Give a link that the author wrote the attributes of a recognised one, and an anchor."""
        element = self.links[mention.start, mention.end]
        item = self.context.registry[mention.entity]
        classes = (element.get("class") or "").split()
        element.set("class", " ".join(dict.fromkeys([*classes, marked(LINK_CLASS)])))
        element.set("data-type", marked(item.type.type))
        element.set("data-id", marked(item.id))
        self.linked_here.add(mention.entity)
        anchor = element.get("id") or ""
        if not anchor:
            anchor = self.next_anchor()
            element.set("id", marked(anchor))
        return anchor

    def no_link(self, mention: Mention | DateMention, key: str) -> NoLink:
        """Why a mention becomes no link; "" where it becomes one, which is the first here for its `key`."""
        if crosses_markup(self.reading, mention.start, mention.end):
            return "markup"
        return "" if self.first_here(key) else "earlier"

    def first_here(self, key: str) -> bool:
        if key in self.linked_here and self.context.which != "every":
            return False
        self.linked_here.add(key)
        return True

    def barred(self, offset: int) -> NoLink:
        """Why words at an offset can be no link, wherever the first mention is; "" where they can."""
        headings, unlinkable = self.reading.headings, self.reading.unlinkable
        if self.section > 0 and offset < headings[self.section - 1][1]:
            return "heading"
        index = bisect_right(unlinkable, offset, key=itemgetter(0)) - 1
        return unlinkable[index][2] if index >= 0 and offset < unlinkable[index][1] else ""

    def next_anchor(self) -> str:
        self.anchors += 1
        return f"mention-{self.anchors}"


def _start(mention: Mention | DateMention) -> int:
    return mention.start
