"""Find the known word that a mistyped one is most like, at a cost that hardly grows with how many are known.

A file may name thousands of things that are not there, so no word is compared with all known ones: letters
and pairs of letters choose a few, and only those are compared in full.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final

_ALIKE: Final = 0.7
_MOST_COMPARED: Final = 10
# Nobody mistypes a longer id or name of a field and needs to be told which one was meant.
_LONGEST: Final = 200


def most_like(word: str, known: Iterable[str]) -> str:
    """The known word that is most like a word, "" where none is like it."""
    return _index_of(frozenset(known)).most_like(word) if len(word) <= _LONGEST else ""


def likeness(one: str, other: str) -> float:
    """From 0 to 1: how many of the letters of two words stand in both, in the same order."""
    return 2 * _in_common(one, other) / (len(one) + len(other)) if one or other else 1.0


class _Index:
    """Known words by the letters, and the pairs of letters, that they have."""

    def __init__(self, known: Iterable[str]) -> None:
        self._words = sorted(word for word in known if len(word) <= _LONGEST)
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self._words):
            for part in _parts(word):
                self._having[part].append(number)

    def most_like(self, word: str) -> str:
        """The word that is most like this one, "" where none is like it."""
        compared = [(likeness(word, one), one) for one in self._likely(word)]
        score, found = max(compared, default=(0.0, ""))
        return found if score >= _ALIKE else ""

    def _likely(self, word: str) -> list[str]:
        """The few words that share most with this one and have little beside it."""
        shared: Counter[int] = Counter()
        for part in _parts(word):
            shared.update(self._having.get(part, ()))
        most = [
            (2 * len(self._words[number]) - 3 * times, number)
            for number, times in shared.most_common(2 * _MOST_COMPARED)
        ]
        return [self._words[number] for _, number in sorted(most)[:_MOST_COMPARED]]


@lru_cache(maxsize=16)
def _index_of(known: frozenset[str]) -> _Index:
    return _Index(known)


def _parts(word: str) -> set[str]:
    return {*word, *(one + other for one, other in pairwise(word))}


def _in_common(one: str, other: str) -> int:
    """The length of the longest common subsequence (Hyyrö 2004: a bit of one number for each letter)."""
    places: dict[str, int] = {}
    for number, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << number
    full = row = (1 << len(one)) - 1
    for letter in other:
        met = row & places.get(letter, 0)
        row = (row + met | row - met) & full
    return len(one) - row.bit_count()
