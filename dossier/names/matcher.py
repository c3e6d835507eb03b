"""Matching: forms in, an automaton; text in, every whole-word occurrence of a form out.

One pass of an Aho-Corasick automaton, whose cost does not grow with the number of forms; Python looks
only at the hits.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from dossier.names.fold import fold
from dossier.names.forms import Meanings


class NameSpan(NamedTuple):
    """A stretch of text that a form covers, with what it may mean. Spans may nest and overlap."""

    start: int
    end: int
    meanings: Meanings


class Matcher:
    """Finds the forms of a gazetteer in texts."""

    def __init__(self, forms: Mapping[str, Meanings]) -> None:
        self._meanings = list(forms.values())
        self._automaton = AhoCorasick(list(forms), store_patterns=False)

    def find(self, text: str) -> list[NameSpan]:
        """Every whole-word occurrence, ordered by start, the longest first."""
        folded = fold(text)
        plain, meanings = folded.text, self._meanings
        length = len(plain)
        hits = [
            (start, -end, number)
            for number, start, end in self._automaton.find_matches_as_indexes(plain, overlapping=True)
            if (start == 0 or not plain[start - 1].isalnum()) and (end == length or not plain[end].isalnum())
        ]
        hits.sort()
        if folded.marks:
            at = folded.original
            return [NameSpan(at(start), at(-end), meanings[number]) for start, end, number in hits]
        return [NameSpan(start, -end, meanings[number]) for start, end, number in hits]
