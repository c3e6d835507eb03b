"""Teams: a place in a text in, whether it stands for a team there.

"England beat France", "Ireland lost 3-2 to Israel", "Germany meet Norway": the places are not meant. Apart
from the other guards because it looks at the words of the whole sentence, which one pass over the text finds
for all places at once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from ahocorasick_rs import AhoCorasick

from dossier.recognise.names.context import Word, starts_sentence, word_after, words_before
from dossier.recognise.names.sport_words import SPORT, SPORT_ROLES
from dossier.recognise.names.words import LOCATIVES

_REACH: Final = 240
_SCORE: Final = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")
_SPORT: Final = AhoCorasick(sorted(SPORT))
# After the name of a place, what only a team does.
_PLAYS: Final = re.compile(
    r" (?:(?:have |had )?(?:won|lost|drew|drawn|lead|led|trail|trailed|tied)"
    r"(?: [a-z]+){0,2} \d{1,3}[-–]\d{1,3}\b"
    r"|scored (?:\d|twice\b|first\b)"
    r"|scored (?:a|the|two|three|four) (?:late |early |first |last )?(?:goals?|try|tries|points)\b"
    r"|(?:won|lost) (?:in (?:overtime|extra time)|on penalties)\b"
    r"|(?:won|lost|took|clinched|retained) (?:the|their|its) (?:[a-z-]+ ){0,3}"
    r"(?:title|cup|championship|trophy)\b"
    r"|(?:was|were|are|is) relegated\b|drew with (?=[A-Z])|beats? (?=[A-Z]))"
)
# A plural verb after the name of one place: so the British write of teams.
_MEETS: Final = re.compile(r" (?:meet|play|face|host|take on) (?=[A-Z])")
_PLURAL: Final = re.compile(r" (?:have|are|were|meet|play|face)\b")
_PLAYED: Final = re.compile(r"\d{1,3}[-–]\d{1,3} (?:to|against|over|with|at|by) $")
_AGAINST: Final = frozenset("to against over with at by".split())
_JOINS: Final = frozenset("and while but as when".split())


class Teams:
    """The words of sports in one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._against = -1
        self._words = [
            start
            for _, start, end in _SPORT.find_matches_as_indexes(
                text.encode("utf-8", "replace").decode(), overlapping=True
            )
            if (start == 0 or not text[start - 1].isalnum()) and not text[end : end + 1].isalnum()
        ]

    def stands_for_one(self, start: int, end: int) -> bool:
        """Whether the place at an offset stands for a team: what it does, or sports around it."""
        text = self._text
        before = words_before(text, start, 2)
        if any(word.lower in LOCATIVES for word in before):
            return False
        after = word_after(text, end)
        if after is not None and after.lower in SPORT_ROLES and not after.capital:
            return True
        if start == self._against or (
            before and before[0].lower in _AGAINST and _PLAYED.search(text[max(0, start - 16) : start])
        ):
            return True
        return self._plays(start, end, before) or self._among_sports(start, end)

    def _plays(self, start: int, end: int, before: Sequence[Word]) -> bool:
        """Whether a verb follows of which only a team is the subject; the next place may be its object."""
        text = self._text
        if text[end : end + 1] != " ":
            return False
        verb = _PLAYS.match(text, end)
        if verb is None and text[end - 1] != "s" and self._is_subject(start, before):
            verb = _MEETS.match(text, end)
            if verb is None and (not before or before[0].lower != "and"):
                verb = _PLURAL.match(text, end)
        if verb is not None:
            self._against = verb.end()
        return verb is not None

    def _is_subject(self, start: int, before: Sequence[Word]) -> bool:
        """Whether the name stands alone before its verb: at a start, or after a word that joins clauses."""
        if not before:
            return starts_sentence(self._text, start)
        if before[0].lower not in _JOINS:
            return False
        return len(before) < 2 or not before[1].capital

    def _among_sports(self, start: int, end: int) -> bool:
        """Whether the sentence has two words of sports, or one and a score."""
        if not self._words:
            return False
        text = self._text
        first = max(start - _REACH, text.rfind(". ", max(0, start - _REACH), start))
        stop = text.find(". ", end, end + _REACH)
        last = stop if stop >= 0 else end + _REACH
        inside = self._words[bisect_left(self._words, first) : bisect_left(self._words, last)]
        different = {text[at : at + 4] for at in inside}
        return len(different) > 1 or (
            len(different) == 1 and _SCORE.search(text, max(0, first), last) is not None
        )
