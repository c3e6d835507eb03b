"""The words of a text in, runs of words with a capital out, with what may stand small between them.

A run is not yet a name: titles, nations and the first word of a sentence may lead it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dossier.edit.suggest import clues
from dossier.edit.suggest.keys import POSSESSIVE
from dossier.edit.suggest.tokens import Token, is_given
from dossier.recognise.names.words import CALENDAR

# The texts have even white space: `dossier.recognise.whitespace`.
_GAP: Final = re.compile(r"[ \n]")
_INITIAL_GAP: Final = re.compile(r"\.[ \n]?")
_ABBREVIATED: Final = frozenset("mr mrs ms dr prof gen col lt st".split())
# Begin a name and never stand in one: "In Moscow Mr Lavrov said".
_FORMS_OF_ADDRESS: Final = frozenset("mr mrs ms messrs miss dr prof professor".split())
_LONGEST: Final = 9


def runs_in(text: str, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Runs of words with a capital and what joins them."""
    number = 0
    while number < len(tokens):
        if not _may_stand_in(tokens[number]):
            number += 1
            continue
        run = [tokens[number]]
        number += 1
        while number < len(tokens) and (joined := _joined(text, run, tokens, number)):
            run += joined
            number += len(joined)
        if run[-1].possessive:
            run[-1] = _bare(run[-1])
        yield run[:_LONGEST]


def _may_stand_in(token: Token) -> bool:
    return token.capital and not token.known and token.lower not in CALENDAR


def _bare(token: Token) -> Token:
    text = POSSESSIVE.sub("", token.text)
    return replace(token, text=text, end=token.start + len(text))


def _joined(text: str, run: list[Token], tokens: Sequence[Token], number: int) -> list[Token]:
    """The tokens from a number on that continue a run: the next word, or small words and the next."""
    last, following = run[-1], tokens[number]
    if following.lower in _FORMS_OF_ADDRESS:
        return []
    if not _adjoin(text, last, following) or (
        last.possessive and last.lower not in clues.POSSESSIVE_WORDS and last.lower != "s"
    ):
        return []
    if _may_stand_in(following):
        return [following]
    if following.text.isdigit() and last.lower in clues.NUMBERED and not following.known:
        return [following]
    small: list[Token] = []
    for at, token in enumerate(tokens[number : number + 3], number):
        before = small[-1] if small else last
        if not _adjoin(text, before, token):
            return []
        if token.text in clues.JOINTS and _may_join(run, small, token):
            small.append(token)
        elif small and _may_stand_in(token):
            return [*small, token]
        elif small and token.known and _takes_known(run, small, token):
            return [*small, *(each for each in tokens[at : at + _LONGEST] if each.known == token.known)]
        else:
            return []
    return []


def _may_join(run: list[Token], small: list[Token], token: Token) -> bool:
    """Whether a small word may continue: "of" after a head, "the" after "of", "and" late in an office."""
    head = next((t.lower for t in run if clues.takes_of(t.lower)), "")
    if token.text == "the":
        return bool(small)
    if token.text in ("for", "on"):
        return clues.takes_of(run[-1].lower)
    if token.text == "of":
        return not _begins_person(run) or any(clues.takes_of(each.lower) for each in run[1:])
    if token.text == "and":
        return bool(head) and any(each.text in ("of", "for", "on") for each in run)
    return not small or small[-1].text in clues.NAME_JOINTS


def _begins_person(run: list[Token]) -> bool:
    first = run[0].lower
    return len(first) == 1 or first in _FORMS_OF_ADDRESS or is_given(first)


def _takes_known(run: list[Token], small: list[Token], token: Token) -> bool:
    """Whether a name that was found belongs to the run after "of": "President of Finland"."""
    return small[0].text == "of" and token.capital and clues.takes_of(run[-1].lower)


def _adjoin(text: str, before: Token, after: Token) -> bool:
    """Whether nothing but one space parts two words, or the full stop of an initial."""
    between = text[before.end : after.start]
    if _GAP.fullmatch(between):
        return True
    is_initial = len(before.text) == 1 or before.lower in _ABBREVIATED
    return is_initial and _INITIAL_GAP.fullmatch(between) is not None
