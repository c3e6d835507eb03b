"""Look up the given names of a language, their gender, and the other forms that one person may use.

A language may have three tables: ``nicknames.txt``, groups of forms of one name, ``given_names.txt``, its
more common names, and ``world_names.txt``, names of other languages. In each, the first word of a line gives
the gender of its names: m for men, f for women, u for both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path
from typing import Final

_NO_GROUPS: Final[frozenset[int]] = frozenset()
_MOST_KEPT: Final = 65_536
_ALIKE: Final = 0.6
_MUCH_ALIKE: Final = 0.7
# In letters: of shorter names too little is left to compare.
_SHORT: Final = 4
_VOWELS: Final = re.compile("[aeiou]+")
_SOFT_I: Final = re.compile("[ijy]+")
_DOUBLE: Final = re.compile(r"(.)\1")
_Line = tuple[str, list[str]]


class GivenNames:
    """The given names of a language, in lower case and folded."""

    def __init__(
        self,
        groups: Iterable[_Line] = (),
        names: Iterable[_Line] = (),
        romanisation: Mapping[str, str] | None = None,
    ) -> None:
        """Sort the names.

        Args:
            groups: the forms of one name each, with the gender of the people who have it.
            names: further names, with the gender of the people who have them.
            romanisation: replacements, in this order, that make the spellings of one name equal.
        """
        grouped = list(groups)
        self._groups: Final = _numbered(grouped)
        self._genders: Final = _genders((*grouped, *names))
        self._romanisation: Final = tuple((romanisation or {}).items())
        #: The clues in a given name or initial of a text, folded, to the names that it may mean.
        self.clues_to: Final = lru_cache(_MOST_KEPT)(self._clues_to)
        #: The clues to a known given name, folded: whatever shares one of them may mean it.
        self.clues_of: Final = lru_cache(_MOST_KEPT)(self._clues_of)

    @classmethod
    def load(cls, folder: Path, romanisation: Mapping[str, str] | None = None) -> GivenNames:
        """The names in a folder's tables; none if there are no tables."""
        names = (*_lines(folder / "given_names.txt"), *_lines(folder / "world_names.txt"))
        return cls(_lines(folder / "nicknames.txt"), names, romanisation)

    def is_given_name(self, name: str) -> bool:
        """Whether a table has the name."""
        return name in self._genders

    def same(self, first: str, second: str) -> bool:
        """Whether one person may use both names.

        >>> names = GivenNames([("m", ["william", "bill"]), ("m", ["robert", "bob"])])
        >>> names.same("bill", "william"), names.same("bill", "robert")
        (True, False)
        """
        return not self.groups_of(first).isdisjoint(self.groups_of(second))

    def are_spellings(self, first: str, second: str) -> bool:
        """Whether two names, in lower case and folded, may be spellings of one name: "yasir" and "yasser".

        They begin alike, and have the same consonants; where a table has only one of them, other consonants
        may differ a little. Two names for people of different gender are never one.
        """
        if first[:1] != second[:1] or min(len(first), len(second)) < _SHORT:
            return False
        genders = {self.gender_of(first), self.gender_of(second)}
        if genders >= {"m", "f"} or not are_alike(first, second, _MUCH_ALIKE):
            return False
        if self.is_given_name(first) and self.is_given_name(second):
            return _VOWELS.sub("", self.spelling_key(first)) == _VOWELS.sub("", self.spelling_key(second))
        return True

    def groups_of(self, name: str) -> frozenset[int]:
        """The numbers of the groups of name forms that a name belongs to."""
        return self._groups.get(name, _NO_GROUPS)

    def gender_of(self, name: str) -> str | None:
        """The gender, m or f, of the people with a name; None if both have it or it is not known."""
        gender = self._genders.get(name)
        return gender if gender in ("m", "f") else None

    def spelling_key(self, name: str) -> str:
        """A key that the Latin spellings of a name from another script share ("sergei", "sergey").

        The name is in lower case and folded. Spellings that differ by more have different keys.
        """
        key = name.replace("'", "").replace("-", "")
        for written, common in self._romanisation:
            key = key.replace(written, common)
        if self._romanisation:
            key = _DOUBLE.sub(r"\1", _SOFT_I.sub("i", key)).removesuffix("i")
        return key

    def _clues_to(self, token: str) -> frozenset[str | int]:
        token = token.rstrip(".")
        if len(token) < 2:
            return frozenset({f"{token}…"} if token else ())
        return self._clues(token.lower()) | {f"{token[0]}."}

    def _clues_of(self, known: str) -> frozenset[str | int]:
        known = known.rstrip(".")
        if len(known) < 2:
            return frozenset({f"{known}.", f"{known}…"} if known else ())
        return self._clues(known.lower()) | {f"{known[0]}…"}

    def _clues(self, name: str) -> frozenset[str | int]:
        """The key of its spellings, and the numbers of the groups of name forms that it belongs to."""
        return self.groups_of(name) | {self.spelling_key(name)}


def are_alike(first: str, second: str, least: float = _ALIKE) -> bool:
    """Whether two given names, in lower case and folded, may be spellings of one that no table has.

    >>> are_alike("yasir", "yasser"), are_alike("jeb", "george")
    (True, False)
    """
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= least


def _lines(file: Path) -> list[_Line]:
    """The lines of a table: the gender, and the names."""
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    parted = (line.partition(": ") for line in text.splitlines() if not line.startswith("#"))
    return [(gender, names.split()) for gender, _, names in parted]


def _numbered(lines: Iterable[_Line]) -> dict[str, frozenset[int]]:
    """Each name with the numbers of its lines."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, (_, names) in enumerate(lines):
        for name in names:
            found[name].add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _genders(lines: Iterable[_Line]) -> dict[str, str]:
    """The gender of each name: ``m``, ``f`` or ``u`` for both."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for gender, names in lines:
        for name in names:
            found[name].add(gender)
    return {name: min(both) if len(both) == 1 else "u" for name, both in found.items()}
