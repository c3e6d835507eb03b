"""Hold what reading a document gives: its text, and every mention with the anchor that leads to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dossier.model.mentions import DateMention, EntityId, Mention, Unresolved

#: The classes of the links that reading adds to a page.
DATE_CLASS: Final = "dossier-date"
LINK_CLASS: Final = "dossier-link"


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
class Removal:
    """Something of a document that its page does not have.

    Attributes:
        sign: the characters by which it is found in the document, such as ``<script`` or ``onclick``.
        message: what was removed, and why where that is not plain.
        hint: what to write instead, "" for what is said of all removals.
        are_words_lost: whether it is words that a reader would have read, and not markup.
    """

    sign: str
    message: str
    hint: str = ""
    are_words_lost: bool = False


@dataclass(frozen=True, slots=True)
class LinkedDocument:
    """Everything found in one document. Spans are offsets in ``text``, the document as a reader sees it.

    Attributes:
        id: the id of the document.
        text: its plain text; blocks are separated by blank lines.
        mentions: the entities that it mentions, in the order of the text.
        dates: the dates that it speaks of, in the order of the text.
        unresolved: stretches that may be mentions and were not linked, with the reason.
        unknown_ids: what ``[[id]]`` names and nothing has.
        unpublished_ids: what the author linked although it is not published.
        removed: what its page does not have.
    """

    id: EntityId
    text: str = ""
    mentions: tuple[Placed, ...] = ()
    dates: tuple[PlacedDate, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    unknown_ids: tuple[str, ...] = ()
    unpublished_ids: tuple[EntityId, ...] = ()
    removed: tuple[Removal, ...] = ()
