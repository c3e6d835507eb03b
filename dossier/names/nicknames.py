"""Given names and their familiar forms: two given names in, whether one person may bear both out."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _groups() -> tuple[dict[str, frozenset[int]], dict[str, str]]:
    """Each name's groups (line numbers of ``nicknames.txt``), and the gender of names that have one."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    genders: defaultdict[str, set[str]] = defaultdict(set)
    text = files("dossier.names").joinpath("nicknames.txt").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines()):
        if line.startswith("#"):
            continue
        gender, _, names = line.partition(": ")
        for name in names.split():
            found[name].add(number)
            genders[name].add(gender)
    groups = {name: frozenset(numbers) for name, numbers in found.items()}
    return groups, {name: min(both) for name, both in genders.items() if len(both) == 1}


def same_given_name(first: str, second: str) -> bool:
    """Whether both names (lower case, folded) stand on one line of the table.

    >>> same_given_name("bill", "william"), same_given_name("bill", "robert")
    (True, False)
    """
    groups = _groups()[0]
    return not groups.get(first, frozenset()).isdisjoint(groups.get(second, frozenset()))


def gender_of_given(name: str) -> str | None:
    """``"m"`` or ``"f"`` for a given name (lower case, folded) that only one of them bears, else None."""
    return _groups()[1].get(name)
