"""Hold the result of reading a document: its text, and every mention with the anchor that leads to it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import Final, Literal

from dossier.model.mentions import DateMention, EntityId, Mention, Unlinked, Unresolved, left_alone

#: The classes of the links that reading adds to a page.
DATE_CLASS: Final = "dossier-date"
LINK_CLASS: Final = "dossier-link"
#: The character that stands in a plain text for code, a picture or whatever else is no prose.
OBJECT: Final = "\ufffc"


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of one text: the start and end of each, in order; a text without any is one sentence."""

    spans: tuple[tuple[int, int], ...]

    def number(self, offset: int) -> int:
        """The number, from 0, of the sentence at an offset; 0 for an offset before the first sentence."""
        return max(0, bisect_right(self.spans, offset, key=itemgetter(0)) - 1)

    def at(self, offset: int) -> tuple[int, int]:
        """Start and end of the sentence at an offset."""
        return self.spans[self.number(offset)]


#: Why a mention or a date is no link on its page.
NoLink = Literal["", "heading", "earlier", "markup", "link", "label", "html"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention with the anchor that leads to it, "" where it is in text that is left alone.

    ``no_link`` says why it is no link: it is in a heading, in a link of the author, in a ``label`` that opens
    something, or in raw HTML; an ``earlier`` mention is one; or markup begins or ends inside of it.
    """

    mention: Mention
    anchor: str
    no_link: NoLink = ""


@dataclass(frozen=True, slots=True)
class PlacedDate:
    """A date with the anchor that leads to it, and ``no_link``, as for a mention."""

    mention: DateMention
    anchor: str
    no_link: NoLink = ""


@dataclass(frozen=True, slots=True)
class Removal:
    """Something of a document that its page does not have.

    Attributes:
        sign: the characters by which it is found in the document, such as ``<script`` or ``onclick``.
        message: what was removed, and why where that is not obvious.
        hint: what to write instead, "" for the usual hint.
        are_words_lost: whether words that readers would have seen were lost, and not only markup.
    """

    sign: str
    message: str
    hint: str = ""
    are_words_lost: bool = False


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link or picture that leads to no file of the dossier, and to no page of its site.

    Attributes:
        address: as the author wrote it.
        hint: what to write instead, "" where nobody needs another guess.
    """

    address: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class LinkedDocument:
    """Everything found in one document. Spans are offsets in ``text``, the document as a reader sees it.

    Attributes:
        id: the id of the document.
        text: its plain text; blocks are separated by blank lines.
        mentions: the entities that it mentions, in the order of the text.
        dates: the dates that it mentions, in the order of the text.
        unresolved: stretches that may be mentions of several entities, with the reason.
        unlinked: names of entities that mean none of them there, or not surely enough, with the reason; they
            may overlap what was found. `left_alone` gives those that do not.
        unknown_ids: the ids in ``[[id]]`` that no item has.
        unpublished_ids: the items that the author linked although they are not published.
        removed: what was removed from its page.
        broken: the links and pictures that lead nowhere.
        year_links: the addresses in it that lead to pages of years; only years to which something is dated
            have one, which shows when every document has been read.
        second_titles: the words of headings that claim to be the page's title besides the real one.
        sentences: the sentences of `text`, as its language divides them.
        literal: stretches that look like Markdown and are none: escaped signs, raw HTML of code, `[TOC]`.
    """

    id: EntityId
    text: str = ""
    mentions: tuple[Placed, ...] = ()
    dates: tuple[PlacedDate, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    unlinked: tuple[Unlinked, ...] = ()
    unknown_ids: tuple[str, ...] = ()
    unpublished_ids: tuple[EntityId, ...] = ()
    removed: tuple[Removal, ...] = ()
    broken: tuple[BrokenLink, ...] = ()
    year_links: tuple[str, ...] = ()
    second_titles: tuple[str, ...] = ()
    sentences: Sentences = Sentences(((0, 0),))
    literal: tuple[tuple[int, int], ...] = ()

    def left_alone(self) -> list[Unlinked]:
        """What is unlinked and overlaps nothing that was found; of several that overlap, only the first."""
        found = [(placed.mention.start, placed.mention.end) for placed in self.mentions]
        found += [(placed.mention.start, placed.mention.end) for placed in self.dates]
        found += [(each.start, each.end) for each in self.unresolved]
        return left_alone(self.unlinked, found)
