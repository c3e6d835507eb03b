"""Define the values of the first stage of suggesting: the words of a text and the names made from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dossier.edit.suggest.clues import Clues

_WORD: Final = re.compile(r"(?<!\w)(?:[^\W\d_](?:[\w’'ʼ‑-]*\w)?|\d+)")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text.

    ``bare`` is the word without a possessive; ``known`` is the end of the span found there, or 0.
    """

    text: str
    bare: str
    start: int
    end: int
    known: int = 0

    @property
    def lower(self) -> str:
        """The word in lower case, without a possessive."""
        return self.bare.lower()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital, and so does the end of a compound: not "Kremlin-backed"."""
        last = re.split("[-‑]", self.text)[-1]
        return self.text[0].isupper() and (last[:1].isupper() or len(last) < 3 or last == self.text)

    @property
    def possessive(self) -> bool:
        """Whether it is a possessive."""
        return self.bare != self.text


@dataclass(frozen=True, slots=True)
class Name:
    """A part of a text that looks like a name.

    ``before`` holds the words before it: titles and nations. ``opens`` says that a sentence begins with it,
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


def words_of(text: str, known: Sequence[tuple[int, int]], clues: Clues) -> list[Token]:
    """The words of a text. `known` are the spans in which something was found, in their order."""
    spans = iter(known)
    span = next(spans, None)
    found = []
    possessive = clues.words.possessive
    for match in _WORD.finditer(text):
        while span is not None and span[1] <= match.start():
            span = next(spans, None)
        inside = span[1] if span is not None and span[0] < match.end() else 0
        word = match.group()
        found.append(Token(word, possessive.sub("", word), match.start(), match.end(), inside))
    return found


def mentioned_small(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand in lower case anywhere in the texts."""
    return frozenset(
        match.group() for text in texts for match in _WORD.finditer(text) if match.group().islower()
    )
