"""Hold what recognition reads, a document's text, and what it finds: mentions of entities and dates.

These are values only, shared by everything that finds mentions (`dossier.recognise.names`,
`dossier.recognise.dates`), places them (`dossier.linking`) or shows them (`dossier.index`). Offsets count
Unicode code points; the end is exclusive.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NewType

EntityId = NewType("EntityId", str)


@dataclass(frozen=True, slots=True)
class Document:
    """A text to read, and what else is known about it.

    Attributes:
        text: plain text; blank lines separate paragraphs and headings.
        date: publication date as EDTF, or None.
        declared: entities that the front matter names: they decide where the text leaves a choice.
        forbidden: entities that must not be linked here (``no_link``).
        headings: spans of `text` that are headings; they introduce names and seed the running date.
        notes: spans of `text` that are footnotes: their dates may be later than `date`.
        excluded: spans that may give context but contain no mention (code, existing links, quoted ids).
        wrapped: whether the end of a line only means a space, as in Markdown. Otherwise it may end a
            headline.
    """

    text: str
    date: str | None = None
    declared: frozenset[EntityId] = frozenset()
    forbidden: frozenset[EntityId] = frozenset()
    headings: tuple[tuple[int, int], ...] = ()
    notes: tuple[tuple[int, int], ...] = ()
    excluded: tuple[tuple[int, int], ...] = ()
    wrapped: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that refers to one entity.

    ``rule`` names the rule that decided, and ``because`` the words that it decided by, where they stand
    elsewhere in the text: a full name further up, a date, a title. ``via`` is the position whose phrase names
    the person ("the US President"), where the gazetteer holds that position as an entity.
    """

    start: int
    end: int
    entity: EntityId
    rule: str
    via: EntityId | None = None
    because: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A stretch of text that was refused: it fits several entities, or one but without enough evidence."""

    start: int
    end: int
    candidates: tuple[EntityId, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A name of known entities that means none of them where it stands, or not surely enough.

    Attributes:
        start: its offset.
        end: the offset after it.
        candidates: the entities whose name it is.
        rule: the name of the reason.
        because: the words that stand in the way, which may be anywhere in the text; None if there are none.
        is_full: whether it is a whole name or a surname, and not a short form or the phrase of an office.
    """

    start: int
    end: int
    candidates: tuple[EntityId, ...]
    rule: str
    because: tuple[int, int] | None = None
    is_full: bool = True


@dataclass(frozen=True, slots=True)
class DateMention:
    """A stretch of text that denotes a date; ``value`` is EDTF with the words' own precision.

    ``relative`` is true where the value was worked out from the publication date or an earlier date, and
    false where the words give it in full. ``because`` is the span of the other date in the text from which
    the value counts or which completes it; that date may count from another one in turn. It is None where
    the words give the value in full, and where it counts from the publication date.
    """

    start: int
    end: int
    value: str
    rule: str
    relative: bool = False
    because: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class RefusedDate:
    """A stretch of text that can be read as a date and is none.

    ``rule`` names the reason, and ``because`` is the span of the words that stand in the way, or None.
    """

    start: int
    end: int
    rule: str
    because: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Recognition:
    """Everything found in one document, each in the order of the text.

    Mentions, what is unresolved and dates never overlap; what is unlinked may be inside or around them.
    """

    mentions: tuple[Mention, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    dates: Sequence[DateMention] = ()
    unlinked: tuple[Unlinked, ...] = ()


def left_alone(unlinked: Iterable[Unlinked], found: Iterable[tuple[int, int]]) -> list[Unlinked]:
    """What is unlinked and overlaps none of the spans `found`; of several that overlap, only the first."""
    spans = sorted(found)
    left: list[Unlinked] = []
    at = last = 0
    for each in unlinked:
        while at < len(spans) and spans[at][1] <= each.start:
            at += 1
        is_free = at == len(spans) or spans[at][0] >= each.end
        if is_free and each.start >= last:
            left.append(each)
            last = each.end
    return left
