"""Find the notes of a text: footnotes, source notes, corrections and other words of an editor.

A note may speak of what came after the text, so its dates do not count back from the day of the text as those
of news do. Markup gives the footnotes of an article; in plain text the words at the head of a paragraph do.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dossier.recognise.dates.vocabulary import DateLanguage

_PARAGRAPH: Final = re.compile(r"[^\n]+(?:\n[^\S\n]*[^\s][^\n]*)*")


@dataclass(frozen=True, slots=True)
class Notes:
    """The spans of the notes, in order."""

    spans: tuple[tuple[int, int], ...]

    @classmethod
    def of(
        cls,
        text: str,
        told: Sequence[tuple[int, int]],
        headings: Sequence[tuple[int, int]],
        language: DateLanguage,
    ) -> Notes:
        """The notes of a text: those that its markup gives, `told`, and those that its words show."""
        return cls(tuple(sorted([*told, *_by_words(text, headings, language)])))

    def hold(self, offset: int) -> bool:
        """Whether an offset is in a note."""
        index = bisect_right(self.spans, (offset, len(self.spans) and self.spans[-1][1])) - 1
        return index >= 0 and offset < self.spans[index][1]


def _by_words(
    text: str, headings: Sequence[tuple[int, int]], language: DateLanguage
) -> Iterator[tuple[int, int]]:
    for found in _PARAGRAPH.finditer(text):
        if language.notes.match(text, found.start()):
            yield (
                found.start(),
                min((start for start, _ in headings if start > found.start()), default=len(text)),
            )
        elif language.note.match(text, found.start()):
            yield found.span()
