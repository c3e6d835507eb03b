"""Recognise the names and dates in a document; there is no other code path for either.

The site build, the checks and `dossier annotate` all call `Recogniser.recognise`. A full name wins over a
date ("Theresa May"), a date over a surname alone ("in May"); no results overlap. Any run of white space
within a paragraph counts as one space.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import Final, TypeVar, overload

from dossier.model.mentions import (
    DateMention,
    Document,
    EntityId,
    Mention,
    Recognition,
    RefusedDate,
    Unlinked,
    Unresolved,
)
from dossier.recognise.dates import Dates, is_number_or_date, refused_dates
from dossier.recognise.languages import Language
from dossier.recognise.languages import language as find_language
from dossier.recognise.names import NameFinder, NameSpan
from dossier.recognise.names.gazetteer import GazetteerEntity
from dossier.recognise.whitespace import Evened, even, unbroken, unwrapped

Found = TypeVar("Found", Mention, Unresolved, Unlinked, DateMention, RefusedDate)


class Recogniser:
    """Finds the names of one gazetteer, and dates; it keeps nothing from one document to the next.

    The texts are in one language: English unless another is given.
    """

    def __init__(self, entities: Iterable[GazetteerEntity], language: Language | None = None) -> None:
        """Derive the names.

        Args:
            entities: the gazetteer.
            language: the language of the documents; English unless given.
        """
        self.language: Final = language or find_language("en")
        is_date = partial(is_number_or_date, language=self.language.dates)
        self._names = NameFinder(entities, self.language.names, is_date)

    def recognise(self, document: Document) -> Recognition:
        """Everything found in a document, in the order of its text."""
        found = self.read(document)
        return replace(found, dates=tuple(found.dates))

    def read(self, document: Document) -> Recognition:
        """The same for callers that may not need the dates, which are computed when first used."""
        evened = even(document.text)
        if evened.text == document.text:
            return self._read(document)
        found = self._read(_evened(document, evened))
        return Recognition(
            tuple(_placed(each, evened) for each in found.mentions),
            tuple(_placed(each, evened) for each in found.unresolved),
            _PlacedDates(found.dates, evened),
            tuple(_placed(each, evened) for each in found.unlinked),
        )

    def possible_names(self, text: str) -> list[tuple[int, int, tuple[EntityId, ...]]]:
        """Every stretch that names something in some text, with everything that it may mean there."""
        evened = even(text)
        at = evened.original
        return [
            (at(start), at(end), meanings.entities())
            for start, end, meanings in self._names.find(evened.text)
        ]

    def refused_dates(self, document: Document) -> list[RefusedDate]:
        """What can be read as a date in a document and is none, with the reason, in the order of the text."""
        evened = even(document.text)
        plain = _evened(document, evened)
        spans = self._names.find(plain.text)
        text = self._running(plain, spans)
        taken = self._names.taken(text, spans)
        found = refused_dates(replace(plain, text=text), self.language.dates, taken)
        return [_placed(each, evened) for each in found]

    def _running(self, document: Document, spans: Sequence[NameSpan]) -> str:
        """The text without the ends of lines that only mean a space; its offsets stay the same."""
        if document.wrapped:
            return unwrapped(document.text)
        return unbroken(document.text, (span[:2] for span in spans))

    def _read(self, document: Document) -> Recognition:
        spans = self._names.find(document.text)
        text = self._running(document, spans)
        dates = Dates.of(document, self.language.dates, self._names.taken(text, spans))
        mentions, unresolved, unlinked = self._names.resolve(
            replace(document, text=text), spans, dates, dates.spans
        )
        return Recognition(tuple(mentions), tuple(unresolved), dates, tuple(unlinked))


def _placed(found: Found, evened: Evened) -> Found:
    """What was found in an evened text, with its offsets in the original text."""
    at = evened.original
    moved = replace(found, start=at(found.start), end=at(found.end))
    if isinstance(moved, Unresolved):
        return moved
    because = moved.because
    return replace(moved, because=(at(because[0]), at(because[1]))) if because else moved


def _evened(document: Document, evened: Evened) -> Document:
    at = evened.evened
    return replace(
        document,
        text=evened.text,
        headings=tuple((at(start), at(end)) for start, end in document.headings),
        excluded=tuple((at(start), at(end)) for start, end in document.excluded),
    )


class _PlacedDates(Sequence[DateMention]):
    """The dates of an evened text with their offsets in the original text, computed when first used."""

    def __init__(self, dates: Sequence[DateMention], evened: Evened) -> None:
        self._dates = dates
        self._evened = evened

    @overload
    def __getitem__(self, index: int) -> DateMention: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[DateMention]: ...
    def __getitem__(self, index: int | slice) -> DateMention | Sequence[DateMention]:
        return self._placed[index]

    def __len__(self) -> int:
        return len(self._dates)

    @cached_property
    def _placed(self) -> tuple[DateMention, ...]:
        return tuple(_placed(date, self._evened) for date in self._dates)
