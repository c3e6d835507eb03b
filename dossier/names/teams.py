"""Teams: a place in a text in, whether it stands for a team there.

"England beat France": the places are not meant. Apart from the other guards because it looks at the
words of the whole sentence, which one pass over the text finds for all places at once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from ahocorasick_rs import AhoCorasick

from dossier.names.context import word_after, words_back
from dossier.names.words import LOCATIVES, SPORT, SPORT_ROLES

_REACH: Final = 240
_SCORE: Final = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")
_SPORT: Final = AhoCorasick(sorted(SPORT))


class Teams:
    """The words of sports in one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = [
            start
            for _, start, end in _SPORT.find_matches_as_indexes(
                text.encode("utf-8", "replace").decode(), overlapping=True
            )
            if (start == 0 or not text[start - 1].isalnum()) and not text[end : end + 1].isalnum()
        ]

    def stands_for_one(self, start: int, end: int) -> bool:
        """Whether the place at an offset stands for a team: sports around it, and no "in" before."""
        text = self._text
        if any(word.lower in LOCATIVES for word in words_back(text, start, 2)):
            return False
        after = word_after(text, end)
        if after is not None and after.lower in SPORT_ROLES and not after.capital:
            return True
        if not self._words:
            return False
        first = max(start - _REACH, text.rfind(". ", max(0, start - _REACH), start))
        stop = text.find(". ", end, end + _REACH)
        last = stop if stop >= 0 else end + _REACH
        inside = self._words[bisect_left(self._words, first) : bisect_left(self._words, last)]
        different = {text[at : at + 4] for at in inside}
        return len(different) > 1 or (
            len(different) == 1 and _SCORE.search(text, max(0, first), last) is not None
        )
