"""A text and what was found in it in, the capitalised names that nothing was found for out.

A name is a run of words with a capital, joined by what may stand small inside a name ("of", "von"). What
leads it without being a part of it, titles and nations, is taken off; whether a capital at the start of a
sentence means anything is told by how the same words are written elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dossier.names.context import in_headline, starts_sentence, word_before
from dossier.names.cyrillic import is_cyrillic_given_name
from dossier.names.fold import fold_word
from dossier.names.given_names import is_given_name
from dossier.names.jurisdictions import demonyms
from dossier.names.words import CALENDAR, COMMON_WORDS, FUNCTION, ROLE_NOUNS, TITLES
from dossier.suggesting import clues

_WORD: Final = re.compile(r"(?<!\w)(?:[^\W\d_](?:[\w’'ʼ‑-]*\w)?|\d+)")
_GAP: Final = re.compile(r"[ \u00a0\n]")
_INITIAL_GAP: Final = re.compile(r"\.[ \u00a0]?")
_POSSESSIVE: Final = re.compile(r"(?:['’]s|(?<=s)['’])$")
_ABBREVIATED: Final = frozenset("mr mrs ms dr prof gen col lt st".split())
# Begin a name and never stand in one: "In Moscow Mr Lavrov said".
_FORMS_OF_ADDRESS: Final = frozenset("mr mrs ms messrs miss dr prof professor".split())
_NO_LEADS: Final = frozenset("st saint grand crown".split())
_LONGEST: Final = 9


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text. ``known`` is the end of what was found there; 0 where nothing was."""

    text: str
    start: int
    end: int
    known: int = 0

    @property
    def lower(self) -> str:
        """In lower case, without a possessive."""
        return _POSSESSIVE.sub("", self.text).lower()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital and does not end in a small compound: not "Kremlin-backed"."""
        last = re.split("[-‑]", self.text)[-1]
        return self.text[0].isupper() and (last[:1].isupper() or len(last) < 3 or last == self.text)

    @property
    def possessive(self) -> bool:
        """Whether it ends in 's."""
        return _POSSESSIVE.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of text that looks like a name.

    ``before`` are the words that led it: titles and nations. ``opens`` says that a sentence begins with it,
    so that the capital of its first word means nothing.
    """

    start: int
    end: int
    words: tuple[str, ...]
    before: tuple[str, ...] = ()
    opens: bool = False

    @property
    def text(self) -> str:
        """The name with single spaces."""
        return " ".join(self.words)


def words_of(text: str, known: Sequence[tuple[int, int]]) -> list[Token]:
    """The words of a text. `known` are the spans in which something was found, in their order."""
    spans = iter(known)
    span = next(spans, None)
    found = []
    for match in _WORD.finditer(text):
        while span is not None and span[1] <= match.start():
            span = next(spans, None)
        inside = span[1] if span is not None and span[0] < match.end() else 0
        found.append(Token(match.group(), match.start(), match.end(), inside))
    return found


def names_in(text: str, tokens: Sequence[Token], is_small: Callable[[str], bool]) -> Iterator[Name]:
    """The names of a text that nothing was found for.

    `is_small` says whether a word, in lower case, is written small somewhere in the dossier.
    """
    for run in _runs(text, tokens):
        if not _in_title(text, run[0].start, run[-1].end):
            yield from _trimmed(text, run, is_small)


def _in_title(text: str, start: int, end: int) -> bool:
    """Whether a paragraph of one line, in which nearly every word has a capital, is all there is."""
    first = text.rfind("\n\n", 0, start)
    last = text.find("\n\n", end)
    block = text[first + 2 if first >= 0 else 0 : last if last >= 0 else len(text)]
    return "\n" not in block.strip("\n") and in_headline(text, start, end)


def _runs(text: str, tokens: Sequence[Token]) -> Iterator[list[Token]]:
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
    text = _POSSESSIVE.sub("", token.text)
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
    head = next((t.lower for t in run if _is_head(t.lower)), "")
    if token.text == "the":
        return bool(small)
    if token.text in ("for", "on"):
        return _is_head(run[-1].lower)
    if token.text == "of":
        return not _begins_person(run) or any(_is_head(each.lower) for each in run[1:])
    if token.text == "and":
        return bool(head) and any(each.text in ("of", "for", "on") for each in run)
    return not small or small[-1].text in clues.NAME_JOINTS


def _begins_person(run: list[Token]) -> bool:
    first = run[0].lower
    return len(first) == 1 or first in _FORMS_OF_ADDRESS or is_given(first)


def is_given(word: str) -> bool:
    """Whether a word is a given name in Latin or Cyrillic script: "Jean-Yves" is by its first part."""
    folded = fold_word(word.lower())
    return any(
        is_given_name(part) or is_cyrillic_given_name(part) for part in (folded, folded.partition("-")[0])
    )


def _takes_known(run: list[Token], small: list[Token], token: Token) -> bool:
    """Whether a name that was found belongs to the run after "of": "President of Finland"."""
    return small[0].text == "of" and token.capital and _is_head(run[-1].lower)


def _is_head(word: str) -> bool:
    return (
        word in clues.AGREEMENTS
        or word in clues.ORGANISATIONS
        or word in clues.EVENTS
        or word in ROLE_NOUNS
        or word == "secretary"
    )


def _adjoin(text: str, before: Token, after: Token) -> bool:
    """Whether nothing but one space parts two words, or the full stop of an initial."""
    between = text[before.end : after.start]
    if _GAP.fullmatch(between):
        return True
    is_initial = len(before.text) == 1 or before.lower in _ABBREVIATED
    return is_initial and _INITIAL_GAP.fullmatch(between) is not None


def _trimmed(text: str, run: list[Token], is_small: Callable[[str], bool]) -> Iterator[Name]:
    opens = starts_sentence(text, run[0].start)
    if opens and len(run) > 1 and _only_begins(text, run, is_small):
        run, opens = _without_small_ends(run[1:]), False
    for part in _parted(text, run):
        before, rest = _without_leads(part)
        rest = _without_small_ends(rest)
        if any(token.capital for token in rest):
            words = _with_stops(text, rest)
            yield Name(rest[0].start, rest[-1].end, words, before, opens and not before and part[0] is run[0])


def _parted(text: str, run: list[Token]) -> Iterator[list[Token]]:
    """The run; after "in", a place and the person who follows it: "In Minsk Vladimir Putin said"."""
    before = word_before(text, run[0].start) if run else None
    is_person = len(run) > 2 and is_given(run[1].lower) and not is_given(run[0].lower)
    if is_person and before and before.lower in clues.IN_PLACES and all(token.capital for token in run):
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


def _only_begins(text: str, run: Sequence[Token], is_small: Callable[[str], bool]) -> bool:
    """Whether the first word has its capital from the sentence alone: "Asked", "Yesterday"."""
    first, second = run[0].lower, run[1]
    if first in FUNCTION or (len(first) == 1 and text[run[0].end] != "."):
        return True
    if _is_head(first) or clues.is_role_word(first) or first in demonyms():
        return False
    if is_given(first) and second.capital:
        return False
    return second.capital and (is_small(first) or first in COMMON_WORDS)


def _without_small_ends(run: list[Token]) -> list[Token]:
    """Without small words and function words at either end: "of the" leads nothing."""
    start, end = 0, len(run)
    while start < end and _is_idle(run[start]) and len(run) > 1:
        start += 1
    while end > start and not run[end - 1].capital and not run[end - 1].text.isdigit():
        end -= 1
    return run[start:end]


def _is_idle(token: Token) -> bool:
    """Whether nothing begins with the word: not "of", but "von"."""
    return token.lower in FUNCTION if token.capital else token.text not in clues.NAME_JOINTS


def _without_leads(run: list[Token]) -> tuple[tuple[str, ...], list[Token]]:
    """The titles and nations before a person's name, and the rest; none where it is another kind of name."""
    led = 0
    while led < len(run) and _may_lead(run[led].lower):
        led += 1
    if led == 0 or led == len(run):
        return (), run
    rest = run[led:]
    last = run[led - 1].lower
    is_title = last in ROLE_NOUNS or last in TITLES - {"foreign", "defence", "defense", "interior", "prime"}
    begins_person = is_given(rest[0].lower) or len(rest[0].text) == 1
    is_person = all(token.capital or token.text in clues.NAME_JOINTS for token in rest) and not any(
        _is_head(token.lower) or token.lower in clues.PLACES for token in rest
    )
    if is_person and (begins_person or is_title) and len(rest) <= 4:
        return tuple(token.lower for token in run[:led]), rest
    return (), run


def _may_lead(word: str) -> bool:
    if word in _NO_LEADS:
        return False
    return word in demonyms() or clues.is_role_word(word)


def mentioned_small(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand in small letters anywhere in the texts."""
    return frozenset(
        match.group() for text in texts for match in _WORD.finditer(text) if match.group().islower()
    )
