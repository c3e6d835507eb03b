"""Replace every run of white space with one space, and map offsets back to the original text.

The engines search this text for names and dates, so that no rule has to deal with tabs, indented lines or
repeated spaces.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final

# All white space except a single space or a single line end.
_UNEVEN: Final = re.compile(r"\s{2,}|[^\S \n]")
_LINE_END: Final = re.compile("\r\n|[\n\r\v\f\x85\u2028]")
_SINGLE_LINE_END: Final = re.compile(r"(?<!\s)\n(?!\s)")


@dataclass(frozen=True)
class Evened:
    """A text with even white space.

    ``cuts`` are the offsets in ``text`` after each run that was shortened, and by how many characters.
    """

    text: str
    cuts: tuple[tuple[int, int], ...] = ()

    @cached_property
    def _ends(self) -> list[int]:
        return [end for end, _ in self.cuts]

    @cached_property
    def _removed(self) -> list[int]:
        return list(accumulate((count for _, count in self.cuts), initial=0))

    @cached_property
    def _original_ends(self) -> list[int]:
        return [end + count for end, count in zip(self._ends, self._removed[1:], strict=True)]

    def original(self, offset: int) -> int:
        """The offset in the original text for one in the evened text."""
        return offset + self._removed[bisect_right(self._ends, offset)] if self.cuts else offset

    def evened(self, offset: int) -> int:
        """The offset in the evened text for one in the original text."""
        number = bisect_right(self._original_ends, offset)
        before = offset - self._removed[number]
        return min(before, self._ends[number]) if number < len(self.cuts) else before


def even(text: str) -> Evened:
    """The text with one space for each run of white space, or one line end where the run has one.

    Whatever separates paragraphs stays as it is.

    >>> even("Vladimir    Putin").text
    'Vladimir Putin'
    """
    parts: list[str] = []
    cuts: list[tuple[int, int]] = []
    position = length = 0
    for match in _UNEVEN.finditer(text):
        run = match[0]
        ends = len(_LINE_END.findall(run)) if run != "\n\n" else 2
        if ends > 1:
            continue
        parts += [text[position : match.start()], "\n" if ends else " "]
        length += match.start() - position + 1
        position = match.end()
        if len(run) > 1:
            cuts.append((length, len(run) - 1))
    return Evened("".join([*parts, text[position:]]), tuple(cuts))


def unwrapped(text: str) -> str:
    """An evened text with a space for each single line end; every character keeps its offset."""
    return _SINGLE_LINE_END.sub(" ", text)


def unbroken(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """An evened text with a space for each line end within a span; every character keeps its offset."""
    ends = [match.start() for match in _SINGLE_LINE_END.finditer(text)]
    inside: set[int] = set()
    for start, end in spans if ends else ():
        inside.update(ends[bisect_left(ends, start) : bisect_left(ends, end)])
    parts, position = [], 0
    for end in sorted(inside):
        parts += [text[position:end], " "]
        position = end + 1
    return "".join([*parts, text[position:]])
