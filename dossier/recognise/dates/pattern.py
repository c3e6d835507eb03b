"""Compile the notation of a grammar: rules written in the names of word classes become regular expressions.

``"day:DAY of? month:MONTH year:year"`` reads: a DAY (a macro, labelled *day*), perhaps *of*, a MONTH, a token
of class *year*. Lower case names a class of the language, upper case a macro; ``( | ) ?`` mean what they mean
in a regular expression, and ``*`` up to eight times, so that no text makes a match long. The expressions run
over a text's codes, one character a token (`dossier.recognise.dates.tokens`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from dossier.recognise.dates.vocabulary import Pattern

_ITEM: Final = re.compile(r"\s*(?:(?:(?P<label>[a-z_]+):)?(?P<name>[A-Za-z_]+|\()|(?P<sign>[)|?*]))")
_Items = list[tuple[str, str]]


class NotationError(ValueError):
    """A pattern that cannot be read, and why."""


def compile_pattern(notation: str, macros: Mapping[str, str], codes: Mapping[str, str]) -> Pattern:
    """A pattern from its notation, with the code of every class.

    Raises:
        NotationError: the notation is wrong, or names a class or a macro that there is not.
    """
    reader = _Reader(macros, codes)
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

    def __init__(self, macros: Mapping[str, str], codes: Mapping[str, str]) -> None:
        self.macros = macros
        self.codes = codes
        self.labels: list[tuple[str, str]] = []
        self.within: list[str] = []

    def read(self, notation: str) -> _Part:
        if left := _ITEM.sub("", notation).strip():
            raise NotationError(f"“{left}” means nothing in “{notation}”")
        items = [(m["label"] or "", m["name"] or m["sign"]) for m in _ITEM.finditer(notation)]
        part, rest = self._alternatives(items)
        if rest:
            raise NotationError(f"unbalanced brackets in “{notation}”")
        return part

    def _alternatives(self, items: _Items) -> tuple[_Part, _Items]:
        branches: list[_Part] = []
        while True:
            branch, items = self._sequence(items)
            branches.append(branch)
            if not items or items[0][1] != "|":
                break
            items = items[1:]
        prefixes = frozenset[str]().union(*(branch.prefixes for branch in branches))
        return _Part("(?:" + "|".join(branch.regex for branch in branches) + ")", prefixes), items

    def _sequence(self, items: _Items) -> tuple[_Part, _Items]:
        part = _NOTHING
        while items and items[0][1] not in ("|", ")"):
            following, items = self._item(items)
            part = part.then(following)
        return part, items

    def _item(self, items: _Items) -> tuple[_Part, _Items]:
        (label, name), items = items[0], items[1:]
        if name == "(":
            part, items = self._alternatives(items)
            if not items:
                raise NotationError("a bracket is not closed")
            items = items[1:]
        else:
            part = self._named(name)
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

    def _named(self, name: str) -> _Part:
        """The piece of a class, or of a macro."""
        if name in self.codes:
            return _Part(re.escape(self.codes[name]), frozenset(self.codes[name]))
        if name not in self.macros:
            raise NotationError(f"there is no {'macro' if name.isupper() else 'class'} “{name}”")
        if name in self.within:
            raise NotationError(f"{name} includes itself")
        self.within.append(name)
        part = self.read(self.macros[name])
        self.within.pop()
        return part
