"""The words of a text with their places, and the names that are made of them: values of this stage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dossier.edit.suggest.keys import POSSESSIVE
from dossier.recognise.names.cyrillic import is_cyrillic_given_name
from dossier.recognise.names.fold import fold_word
from dossier.recognise.names.given_names import is_given_name

_WORD: Final = re.compile(r"(?<!\w)(?:[^\W\d_](?:[\w’'ʼ‑-]*\w)?|\d+)")


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
        return POSSESSIVE.sub("", self.text).lower()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital and does not end in a small compound: not "Kremlin-backed"."""
        last = re.split("[-‑]", self.text)[-1]
        return self.text[0].isupper() and (last[:1].isupper() or len(last) < 3 or last == self.text)

    @property
    def possessive(self) -> bool:
        """Whether it ends in 's."""
        return POSSESSIVE.search(self.text) is not None


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


def mentioned_small(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand in small letters anywhere in the texts."""
    return frozenset(
        match.group() for text in texts for match in _WORD.finditer(text) if match.group().islower()
    )


def is_given(word: str) -> bool:
    """Whether a word is a given name in Latin or Cyrillic script: "Jean-Yves" is by its first part."""
    folded = fold_word(word.lower())
    return any(
        is_given_name(part) or is_cyrillic_given_name(part) for part in (folded, folded.partition("-")[0])
    )
