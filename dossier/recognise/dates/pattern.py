"""The notation of the grammar: rules in names of word classes, compiled to patterns over token codes.

``"day:DAY of? month:MONTH year:year"`` reads: a DAY (a macro, labelled *day*), perhaps *of*, a MONTH, a token
of class *year*. Lower case names a class of `dossier.recognise.dates.lexicon`, upper case a macro; ``( | )
?`` mean what they mean in a regular expression, and ``*`` up to eight times, so that no text makes a match
long.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from dossier.recognise.dates.lexicon import CODES
from dossier.recognise.dates.tokens import Tokens

_ITEM: Final = re.compile(r"\s*(?:(?P<label>[a-z_]+):)?(?:(?P<name>[A-Za-z_]+)|(?P<sign>[()|?*]))")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A match of a pattern: the tokens that it covers, and the one that each label stands on."""

    tokens: Tokens
    start: int
    end: int
    at: Mapping[str, tuple[int, int]]

    def word(self, label: str) -> str:
        """The text under a label, in lower case; "" where the label took no part."""
        if label not in self.at:
            return ""
        first, last = self.at[label]
        if last - first == 1:
            return self.tokens.word(first)
        return self.tokens.text[self.tokens.starts[first] : self.tokens.ends[last - 1]].lower()

    def position(self, label: str) -> int:
        """The index of the first token under a label."""
        return self.at[label][0]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern.

    ``prefixes`` holds the pairs of codes that a match can begin with, and the single ones that are a match.
    """

    regex: re.Pattern[str]
    labels: tuple[tuple[str, str], ...]
    prefixes: frozenset[str]

    def match(self, tokens: Tokens, index: int) -> Labelled | None:
        """The match that begins at a token, or None."""
        found = self.regex.match(tokens.codes, index)
        if found is None:
            return None
        at = {label: found.span(group) for group, label in self.labels if found.start(group) >= 0}
        return Labelled(tokens, index, found.end(), at)


def compile_pattern(notation: str, macros: Mapping[str, str]) -> Pattern:
    """A pattern from its notation.

    Raises:
        KeyError: the notation names a class or a macro that there is not.
    """
    reader = _Reader(macros)
    part = reader.read(notation)
    return Pattern(re.compile(part.regex), tuple(reader.labels), part.prefixes)


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a pattern: its regular expression, and the first two codes of what it matches."""

    regex: str
    prefixes: frozenset[str]

    def then(self, other: _Part) -> _Part:
        """A longer piece: the other one follows."""
        prefixes = {
            one if len(one) == 2 else (one + two)[:2] for one in self.prefixes for two in other.prefixes
        }
        return _Part(self.regex + other.regex, frozenset(prefixes))


_NOTHING: Final = _Part("", frozenset(("",)))
_TIMES: Final = {"?": "?", "*": "{0,8}"}


class _Reader:
    """Reads the notation by recursive descent."""

    def __init__(self, macros: Mapping[str, str]) -> None:
        self.macros = macros
        self.labels: list[tuple[str, str]] = []

    def read(self, notation: str) -> _Part:
        items = [(m["label"] or "", m["name"] or m["sign"]) for m in _ITEM.finditer(notation)]
        part, rest = self._alternatives(items)
        if rest:
            raise KeyError(f"unbalanced: {notation}")
        return part

    def _alternatives(self, items: list[tuple[str, str]]) -> tuple[_Part, list[tuple[str, str]]]:
        branches: list[_Part] = []
        while True:
            branch, items = self._sequence(items)
            branches.append(branch)
            if not items or items[0][1] != "|":
                break
            items = items[1:]
        prefixes = frozenset[str]().union(*(branch.prefixes for branch in branches))
        return _Part("(?:" + "|".join(branch.regex for branch in branches) + ")", prefixes), items

    def _sequence(self, items: list[tuple[str, str]]) -> tuple[_Part, list[tuple[str, str]]]:
        part = _NOTHING
        while items and items[0][1] not in ("|", ")"):
            following, items = self._item(items)
            part = part.then(following)
        return part, items

    def _item(self, items: list[tuple[str, str]]) -> tuple[_Part, list[tuple[str, str]]]:
        (label, name), items = items[0], items[1:]
        if name == "(":
            part, items = self._alternatives(items)
            items = items[1:]
        elif name.isupper():
            part = self.read(self.macros[name])
        else:
            part = _Part(re.escape(CODES[name]), frozenset(CODES[name]))
        if label:
            group = f"{label}_{len(self.labels)}"
            self.labels.append((group, label))
            part = replace(part, regex=f"(?P<{group}>{part.regex})")
        if items and items[0][1] in _TIMES:
            prefixes = part.prefixes | {""}
            if items[0][1] == "*":
                prefixes |= part.then(part).prefixes
            part = _Part(part.regex + _TIMES[items[0][1]], prefixes)
            items = items[1:]
        return part, items
