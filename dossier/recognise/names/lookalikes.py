"""Recognise where a name means something else with that name: a company, a team, a town overseas.

"Vance shares", "Ford Motor Co" and "Carter, the retailer" are companies, "England beat France" is a match,
"Paris, Texas" and "Clinton, N.J." are towns: the text does not mean the original person or place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from ahocorasick_rs import AhoCorasick

from dossier.recognise.names.context import MarkedText, Word, starts_sentence, word_after
from dossier.recognise.names.fold import encodable
from dossier.recognise.names.gazetteer import GazetteerEntity
from dossier.recognise.names.refusals import Refusal
from dossier.recognise.names.vocabulary import NameLanguage

_LONGER: Final = re.compile(r"(?: (?:&|[A-Z][\w&'’-]*\.?)){1,4}")
_SCORE: Final = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")
_SMALL_WORD: Final = re.compile(r" ([a-z]+)")
# No word for a thing before a name is longer, in characters.
_THING: Final = 16
# How many characters before and after a place to look for words about teams.
_REACH: Final = 240


def is_company(text: str, start: int, end: int, language: NameLanguage) -> bool:
    """Whether the surroundings of a word make it a company, alone or as part of a longer name."""
    patterns = language.patterns
    after = text[end : end + 1]
    if after == " " and (text[end + 1 : end + 2].isupper() or text[end + 1 : end + 2] == "&"):
        found = begins_company(text, end, language)
    elif after and after in " '’":
        found = (
            patterns.company_property.match(text, end) is not None
            or patterns.company_moved.match(text, end) is not None
        )
    else:
        found = after == "," and patterns.company_described.match(text, end) is not None
    return found or (
        text[start - 1 : start] == " "
        and patterns.shares_in.search(text[max(0, start - 14) : start]) is not None
    )


def begins_company(text: str, end: int, language: NameLanguage) -> bool:
    """Whether a capitalised word that follows shows that the whole is a company: "Vance Steel Co"."""
    match = _LONGER.match(text, end)
    ends = language.words.company_ends
    return match is not None and any(word.lower().rstrip(".") in ends for word in match.group().split())


def named_after(text: str, start: int, end: int, language: NameLanguage) -> Refusal | None:
    """The refusal of a person's name that a thing bears: "Charles de Gaulle airport", "Rue Descartes"."""
    patterns, words = language.patterns, language.words
    after = _SMALL_WORD.match(text, end)
    if after is not None and (after[1] in words.things or after[1] in words.thing_modifiers):
        thing = patterns.thing_after.match(text, end)
        if thing is not None:
            return Refusal("named-after", thing.start() + 1, thing.end())
    if text[start - 1 : start] != " ":
        return None
    first = max(0, start - _THING)
    word = text[text.rfind(" ", first, start - 1) + 1 : start - 1]
    thing = patterns.thing_before.search(text[first:start]) if word in words.things_before else None
    return Refusal("named-after", first + thing.start(), start - 1) if thing else None


def state_after(text: str, end: int, language: NameLanguage) -> str | None:
    """The state or province set off after a name; None where it may be part of a list of places."""
    if text[end : end + 2] != ", ":
        return None
    match = language.patterns.state_after.match(text, end)
    if match is None:
        return None
    state = match["state"]
    several = state in language.words.two_fold_states and language.patterns.more_places.match(
        text, match.end()
    )
    return None if several else state


def in_a_state(text: str, end: int, language: NameLanguage) -> bool:
    """Whether a state set off after a surname makes it a town's name: "Clinton, N.J.-based"."""
    state = state_after(text, end, language)
    if state is None:
        return False
    after = text[end + 2 + len(state) :][:1]
    return after in ("", ",", ".", ";", ")", "-", "\n") or state in language.words.state_abbreviations


def in_another_land(text: str, start: int, end: int, place: GazetteerEntity, language: NameLanguage) -> bool:
    """Whether the next words show that a town is not its famous namesake: "Paris, Texas", "Washington state".

    A place that has the state in one of its own names is that town itself.
    """
    if text[end : end + 1] not in (",", " "):
        return False
    name = text[start:end].lower()
    is_state = name in language.state_names
    if is_state and language.patterns.state_noun.match(text, end):
        return True
    state = None if is_state else state_after(text, end, language)
    if state is None:
        return False
    if state in place.name or any(state in alias.text for alias in place.aliases):
        return False
    if language.jurisdictions.find(name) is not None:
        return language.patterns.more_places.match(text, end + 2 + len(state)) is None
    return name in language.words.namesake_cities


class SportWords:
    """The words that a language uses about teams, prepared for searching texts."""

    def __init__(self, language: NameLanguage) -> None:
        self._automaton: Final = AhoCorasick(sorted(language.words.sport))

    def find(self, text: str) -> list[int]:
        """The offsets in a text where one of the words begins."""
        return [
            start
            for _, start, end in self._automaton.find_matches_as_indexes(encodable(text), overlapping=True)
            if (start == 0 or not text[start - 1].isalnum()) and not text[end : end + 1].isalnum()
        ]


class Teams:
    """Decides where the places of one text stand for teams.

    It considers the words of the whole sentence, which one pass over the text finds for all places at once.
    """

    def __init__(self, page: MarkedText, sport: SportWords) -> None:
        self._page = page
        self._text = page.text
        self._language = page.language
        self._against = -1
        self._words = sport.find(page.text)

    def stands_for_one(self, start: int, end: int) -> bool:
        """Whether the place at an offset stands for a team, by its verb or by words of sport around it."""
        text, words = self._text, self._language.words
        before = []
        for word in self._page.words_back(start, 2):
            if word.lower in words.locatives:
                return False
            before.append(word)
        after = word_after(text, end)
        if after is not None and after.lower in words.sport_roles and not after.capital:
            return True
        if after is not None and not after.capital and self._language.patterns.team_named.match(text, end):
            return True
        if start == self._against or (
            before
            and before[0].lower in words.against
            and self._language.patterns.team_played.search(text[max(0, start - 16) : start])
        ):
            return True
        return self._plays(start, end, before) or self._among_sports(start, end)

    def _plays(self, start: int, end: int, before: Sequence[Word]) -> bool:
        """Whether a verb follows that only a team can be the subject of; the next place may be its object."""
        text, words, patterns = self._text, self._language.words, self._language.patterns
        if text[end : end + 1] != " ":
            return False
        verb = patterns.team_plays.match(text, end)
        if (
            verb is None
            and not text.endswith(words.plural_endings, start, end)
            and self._is_subject(start, before)
        ):
            verb = patterns.team_meets.match(text, end)
            if verb is None and (not before or before[0].lower not in words.and_words):
                verb = patterns.team_plural.match(text, end)
        if verb is not None:
            self._against = verb.end()
        return verb is not None

    def _is_subject(self, start: int, before: Sequence[Word]) -> bool:
        """Whether the name alone precedes its verb: at a start, or after a word that joins clauses."""
        if not before:
            return starts_sentence(self._text, start)
        if before[0].lower not in self._language.words.clause_joins:
            return False
        return len(before) < 2 or not before[1].capital

    def _among_sports(self, start: int, end: int) -> bool:
        """Whether the sentence has two words of sport, or one and a score."""
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
