"""Find runs of capitalised words in a text, with the lower-case words that may stand between them.

A run is not yet a name: titles, nations and the first word of a sentence may lead it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dossier.edit.suggest.clues import Clues, ClueWords
from dossier.edit.suggest.tokens import Token

# The texts have even white space: `dossier.recognise.whitespace`.
_GAP: Final = re.compile(r"[ \n]")
_INITIAL_GAP: Final = re.compile(r"\.[ \n]?")
_LONGEST: Final = 9


def runs_in(text: str, tokens: Sequence[Token], clues: Clues) -> Iterator[list[Token]]:
    """Runs of capitalised words and the words that join them."""
    number = 0
    while number < len(tokens):
        if not _may_stand_in(tokens[number], clues):
            number += 1
            continue
        run = [tokens[number]]
        number += 1
        while number < len(tokens) and (joined := _joined(text, run, tokens, number, clues)):
            run += joined
            number += len(joined)
        if run[-1].possessive:
            run[-1] = _bare(run[-1])
        yield run[:_LONGEST]


def _may_stand_in(token: Token, clues: Clues) -> bool:
    return token.capital and not token.known and token.lower not in clues.names.calendar


def _bare(token: Token) -> Token:
    return replace(token, text=token.bare, end=token.start + len(token.bare))


def _joined(text: str, run: list[Token], tokens: Sequence[Token], number: int, clues: Clues) -> list[Token]:
    """The tokens from an index on that continue a run: the next word, or lower-case words and the next."""
    last, following, words = run[-1], tokens[number], clues.words
    if following.lower in words.forms_of_address:
        return []
    if not _adjoin(text, last, following, words) or (
        last.possessive and last.lower not in words.possessive_words and last.lower != "s"
    ):
        return []
    if _may_stand_in(following, clues):
        return [following]
    if following.text.isdigit() and last.lower in words.numbered and not following.known:
        return [following]
    small: list[Token] = []
    for at, token in enumerate(tokens[number : number + 3], number):
        before = small[-1] if small else last
        if not _adjoin(text, before, token, words):
            return []
        if token.text in words.joints and _may_join(run, small, token, clues):
            small.append(token)
        elif small and _may_stand_in(token, clues):
            return [*small, token]
        elif small and token.known and _takes_known(run, small, token, clues):
            return [*small, *(each for each in tokens[at : at + _LONGEST] if each.known == token.known)]
        else:
            return []
    return []


def _may_join(run: list[Token], small: list[Token], token: Token, clues: Clues) -> bool:
    """Whether a lower-case word may continue a run: "of" after a head, "the" after "of", "and" after both."""
    words = clues.words
    head = next((t.lower for t in run if clues.takes_of(t.lower)), "")
    if token.text in words.articles:
        return bool(small)
    if token.text in words.belonging:
        return not _begins_person(run, clues) or any(clues.takes_of(each.lower) for each in run[1:])
    if token.text in words.of_words:
        return clues.takes_of(run[-1].lower)
    if token.text in words.and_words:
        return bool(head) and any(each.text in words.of_words for each in run)
    return not small or small[-1].text in words.name_joints


def _begins_person(run: list[Token], clues: Clues) -> bool:
    first = run[0].lower
    return len(first) == 1 or first in clues.words.forms_of_address or clues.is_given(first)


def _takes_known(run: list[Token], small: list[Token], token: Token, clues: Clues) -> bool:
    """Whether a recognised name belongs to the run after "of": "President of Finland"."""
    return small[0].text in clues.words.belonging and token.capital and clues.takes_of(run[-1].lower)


def _adjoin(text: str, before: Token, after: Token, words: ClueWords) -> bool:
    """Whether only a space stands between two words, or the full stop of an initial."""
    between = text[before.end : after.start]
    if _GAP.fullmatch(between):
        return True
    is_initial = len(before.text) == 1 or before.lower in words.abbreviated
    return is_initial and _INITIAL_GAP.fullmatch(between) is not None
