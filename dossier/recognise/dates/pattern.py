"""Compile the notation of a grammar: turn rules written with names of word classes into regular expressions.

``"day:DAY of? month:MONTH year:year"`` reads: a DAY (a macro, labelled *day*), perhaps *of*, a MONTH, a token
of class *year*. Lower case names a class of the language, upper case a macro; ``( | ) ?`` mean the same as in
a regular expression, and ``*`` means up to eight times, so that no text makes a match long. The expressions
run over a text's codes, one character for each token (`dossier.recognise.dates.tokens`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dossier.recognise.dates.vocabulary import Pattern

_ITEM: Final = re.compile(r"\s*(?:(?:(?P<label>[a-z_]+):)?(?P<name>[A-Za-z_]+|\()|(?P<sign>[)|?*]))")
_Items = list[tuple[str, str]]


class NotationError(ValueError):
    """A pattern cannot be read; the text says why."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a pattern: its regular expression, and the first two codes of what it matches."""

    regex: str
    prefixes: frozenset[str]

    def then(self, other: _Part) -> _Part:
        """A longer piece: the other one follows."""
        whole = {prefix for prefix in self.prefixes if len(prefix) == 2}
        more = {(one + two)[:2] for one in self.prefixes - whole for two in other.prefixes}
        return _Part(self.regex + other.regex, frozenset(whole | more))


_NOTHING: Final = _Part("", frozenset(("",)))
_TIMES: Final = {"?": "?", "*": "{0,8}"}


class PatternCompiler:
    """Compiles the notations of one grammar, which share macros and the codes of classes."""

    def __init__(self, macros: Mapping[str, str], codes: Mapping[str, str]) -> None:
        self._macros = {name: _items(notation) for name, notation in macros.items()}
        self._parts = {name: _Part(code, frozenset(code)) for name, code in codes.items()}

    def compile(self, notation: str) -> Pattern:
        """A pattern from its notation.

        Raises:
            NotationError: the notation is wrong, or names an unknown class or macro.
        """
        reader = _Reader(self._macros, self._parts)
        part = reader.read(_items(notation))
        return Pattern(re.compile(part.regex), tuple(reader.labels), part.prefixes)


def _items(notation: str) -> _Items:
    """The labels, names and signs of a notation."""
    if left := _ITEM.sub("", notation).strip():
        raise NotationError(f"“{left}” means nothing in “{notation}”")
    return [(m["label"] or "", m["name"] or m["sign"]) for m in _ITEM.finditer(notation)]


class _Reader:
    """Reads one notation by recursive descent; it adds macros without labels to ``parts``."""

    def __init__(self, macros: Mapping[str, _Items], parts: dict[str, _Part]) -> None:
        self.macros = macros
        self.parts = parts
        self.labels: list[tuple[str, str]] = []
        self.within: list[str] = []

    def read(self, items: _Items) -> _Part:
        part, rest = self._alternatives(items)
        if rest:
            raise NotationError("a bracket is closed that was not opened")
        return part

    def _alternatives(self, items: _Items) -> tuple[_Part, _Items]:
        branches: list[_Part] = []
        while True:
            branch, items = self._sequence(items)
            branches.append(branch)
            if not items or items[0][1] != "|":
                break
            items = items[1:]
        return _one_of(branches), items

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
            part = self.parts.get(name) or self._macro(name)
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

    def _macro(self, name: str) -> _Part:
        if name not in self.macros:
            raise NotationError(f"there is no {'macro' if name.isupper() else 'class'} “{name}”")
        if name in self.within:
            raise NotationError(f"{name} includes itself")
        labels = len(self.labels)
        self.within.append(name)
        part = self.read(self.macros[name])
        self.within.pop()
        if len(self.labels) == labels:
            self.parts[name] = part
        return part


def _one_of(branches: Sequence[_Part]) -> _Part:
    """A choice of pieces."""
    prefixes = frozenset[str]().union(*(branch.prefixes for branch in branches))
    if all(len(branch.regex) == 1 for branch in branches):
        single = "".join(branch.regex for branch in branches)
        return _Part(single if len(single) == 1 else f"[{single}]", prefixes)
    return _Part("(?:" + "|".join(branch.regex for branch in branches) + ")", prefixes)
