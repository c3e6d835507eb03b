"""Find every whole-word occurrence of the forms of names in a text.

It makes one pass with an Aho-Corasick automaton, whose cost does not grow with the number of forms; Python
looks only at the hits.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

from dossier.recognise.names.fold import fold
from dossier.recognise.names.meanings import Meanings, NameSpan

# In characters. A text is searched piece by piece, so that the hits of a hostile one need little memory.
_PIECE: Final = 8_192
# One hit for each character; prose has one for every twenty. A hostile gazetteer and text ("Zug Zug",
# "Zug Zug Zug" … in a text of one word) have hundreds for each.
_MOST_IN_A_PIECE: Final = 8_192

# Start, end with a minus sign so that the longest sorts first, number of the form.
_Hit = tuple[int, int, int]


class Matcher:
    """Finds the forms of a gazetteer in texts."""

    def __init__(self, forms: Mapping[str, Meanings]) -> None:
        self._forms = list(forms)
        self._meanings = list(forms.values())
        self._automaton = AhoCorasick(self._forms, store_patterns=False)
        self._longest = max(map(len, self._forms), default=0)

    def find(self, text: str) -> list[NameSpan]:
        """Every whole-word occurrence, ordered by start, the longest first.

        Where a text has far more of them than any prose, only the longest, without overlaps.
        """
        folded = fold(text)
        hits = self._hits(folded.text)
        meanings = self._meanings
        if folded.marks:
            at = folded.original
            return [NameSpan(at(start), at(-end), meanings[number]) for start, end, number in hits]
        return [NameSpan(start, -end, meanings[number]) for start, end, number in hits]

    def _hits(self, plain: str) -> list[_Hit]:
        found: list[_Hit] = []
        step = max(_PIECE, self._longest)
        for at in range(0, len(plain), step):
            # One more character on both sides shows whether a word ends there.
            base = max(0, at - 1)
            piece = plain[base : at + step + self._longest + 1]
            hits = self._automaton.find_matches_as_indexes(piece, overlapping=True)
            if len(hits) > max(_MOST_IN_A_PIECE, step):
                return _whole_words(plain, self._longest_first.find_matches_as_indexes(plain))
            words = _whole_words(piece, hits)
            if len(plain) <= step:
                return words
            first, stop = at - base, at - base + step
            found += [(s + base, e - base, number) for s, e, number in words if first <= s < stop]
        return found

    @cached_property
    def _longest_first(self) -> AhoCorasick:
        return AhoCorasick(self._forms, matchkind=MatchKind.LeftmostLongest, store_patterns=False)


def _whole_words(plain: str, hits: list[tuple[int, int, int]]) -> list[_Hit]:
    """The hits (number of the form, start and end) that no letter or digit touches, in order."""
    size = len(plain)
    words = [
        (start, -end, number)
        for number, start, end in hits
        if (start == 0 or not plain[start - 1].isalnum()) and (end == size or not plain[end].isalnum())
    ]
    words.sort()
    return words
