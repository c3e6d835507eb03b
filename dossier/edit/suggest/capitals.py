"""Find the capitalised names of a text that recognition did not find.

Titles and nations that lead a run of capitalised words are taken off. How the same words are written
elsewhere decides whether a capital at the start of a sentence means anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from dossier.edit.suggest.clues import Clues
from dossier.edit.suggest.runs import runs_in
from dossier.edit.suggest.tokens import Name, Token
from dossier.recognise.names.context import in_headline, starts_sentence, word_before

_LONGEST_PERSON: Final = 4


def names_in(
    text: str, tokens: Sequence[Token], is_small: Callable[[str], bool], clues: Clues
) -> Iterator[Name]:
    """The names of a text that recognition did not find.

    `is_small` says whether the dossier has a word, given in lower case, without a capital somewhere.
    """
    for run in runs_in(text, tokens, clues):
        if not _in_title(text, run[0].start, run[-1].end):
            yield from _trimmed(text, run, is_small, clues)


def _in_title(text: str, start: int, end: int) -> bool:
    """Whether the paragraph is one line in which nearly every word has a capital."""
    first = text.rfind("\n\n", 0, start)
    last = text.find("\n\n", end)
    block = text[first + 2 if first >= 0 else 0 : last if last >= 0 else len(text)]
    return "\n" not in block.strip("\n") and in_headline(text, start, end)


def _trimmed(text: str, run: list[Token], is_small: Callable[[str], bool], clues: Clues) -> Iterator[Name]:
    opens = starts_sentence(text, run[0].start)
    if opens and len(run) > 1 and _only_begins(text, run, is_small, clues):
        run, opens = _without_small_ends(run[1:], clues), False
    for part in _parted(text, run, clues):
        before, rest = _without_leads(part, clues)
        rest = _without_small_ends(rest, clues)
        if any(token.capital for token in rest):
            words = _with_stops(text, rest)
            yield Name(rest[0].start, rest[-1].end, words, before, opens and not before and part[0] is run[0])


def _parted(text: str, run: list[Token], clues: Clues) -> Iterator[list[Token]]:
    """The run; after "in", the place and the person apart: "In Minsk Vladimir Putin said"."""
    before = word_before(text, run[0].start, clues.language.names) if run else None
    is_person = len(run) > 2 and clues.is_given(run[1].lower) and not clues.is_given(run[0].lower)
    is_placed = before is not None and before.lower in clues.words.in_places
    if is_person and is_placed and all(token.capital for token in run):
        yield run[:1]
        yield run[1:]
    elif run:
        yield run


def _with_stops(text: str, run: Sequence[Token]) -> tuple[str, ...]:
    """The words as written, initials with their full stops."""
    return tuple(
        token.text + ("." if len(token.text) == 1 and text[token.end : token.end + 1] == "." else "")
        for token in run
    )


def _only_begins(text: str, run: Sequence[Token], is_small: Callable[[str], bool], clues: Clues) -> bool:
    """Whether the first word has a capital only because it begins the sentence: "Asked", "Yesterday"."""
    first, second = run[0].lower, run[1]
    if first in clues.names.function or (len(first) == 1 and text[run[0].end] != "."):
        return True
    if clues.takes_of(first) or first in clues.words.role_words or clues.is_nation(first):
        return False
    if clues.is_given(first) and second.capital:
        return False
    return second.capital and (is_small(first) or first in clues.names.common_words)


def _without_small_ends(run: list[Token], clues: Clues) -> list[Token]:
    """The run without lower-case words and function words at either end, such as "of the"."""
    start, end = 0, len(run)
    while start < end and _is_idle(run[start], clues) and len(run) > 1:
        start += 1
    while end > start and not run[end - 1].capital and not run[end - 1].text.isdigit():
        end -= 1
    return run[start:end]


def _is_idle(token: Token, clues: Clues) -> bool:
    """Whether no name begins with the word: true of "of", not of "von"."""
    if token.capital:
        return token.lower in clues.names.function
    return token.text not in clues.words.name_joints


def _without_leads(run: list[Token], clues: Clues) -> tuple[tuple[str, ...], list[Token]]:
    """The titles and nations before a person's name, and the rest; none before other kinds of names."""
    led = 0
    while led < len(run) and _may_lead(run[led].lower, clues):
        led += 1
    if led == 0 or led == len(run):
        return (), run
    rest = run[led:]
    words = clues.words
    is_title = run[led - 1].lower in words.leading_titles
    begins_person = clues.is_given(rest[0].lower) or len(rest[0].text) == 1
    is_person = all(token.capital or token.text in words.name_joints for token in rest) and not any(
        clues.takes_of(token.lower) or token.lower in words.places for token in rest
    )
    if is_person and (begins_person or is_title) and len(rest) <= _LONGEST_PERSON:
        return tuple(token.lower for token in run[:led]), rest
    return (), run


def _may_lead(word: str, clues: Clues) -> bool:
    if word in clues.words.no_leads:
        return False
    return clues.is_nation(word) or word in clues.words.role_words
