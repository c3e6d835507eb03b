"""Given names: a name in, whether it is one, whose, and which other forms one person may bear.

Three tables stand beside this module: ``nicknames.txt``, groups of forms of one name in many languages,
``given_names.txt``, the more common names of the United States census of 1990, and ``world_names.txt``, names
of other languages.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from importlib.resources import files
from typing import Final

_NO_GROUPS: Final[frozenset[int]] = frozenset()
_TABLES: Final = ("nicknames.txt", "given_names.txt", "world_names.txt")


def _lines(name: str) -> list[tuple[str, list[str]]]:
    text = files("dossier.recognise.names").joinpath(name).read_text(encoding="utf-8")
    parted = (line.partition(": ") for line in text.splitlines() if not line.startswith("#"))
    return [(gender, names.split()) for gender, _, names in parted]


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[int]]:
    """Each name's groups: the numbers of the lines of ``nicknames.txt`` that it stands on."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, (_, names) in enumerate(_lines("nicknames.txt")):
        for name in names:
            found[name].add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


@lru_cache(maxsize=1)
def _genders() -> dict[str, str]:
    """Whose each name is: ``m``, ``f`` or ``u`` for both."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for gender, names in (line for table in _TABLES for line in _lines(table)):
        for name in names:
            found[name].add(gender)
    return {name: min(both) if len(both) == 1 else "u" for name, both in found.items()}


def same_given_name(first: str, second: str) -> bool:
    """Whether one person may go by both names (lower case, folded).

    >>> same_given_name("bill", "william"), same_given_name("bill", "robert")
    (True, False)
    """
    return not groups_of(first).isdisjoint(groups_of(second))


def groups_of(name: str) -> frozenset[int]:
    """The numbers of the groups of forms of one name that a name (lower case, folded) belongs to."""
    return _groups().get(name, _NO_GROUPS)


def is_given_name(name: str) -> bool:
    """Whether a table has the name (lower case, folded)."""
    return name in _genders()


def gender_of_given(name: str) -> str | None:
    """The gender, m or f, of those who bear a given name (lower case, folded); None if both or unknown."""
    gender = _genders().get(name)
    return gender if gender in ("m", "f") else None
