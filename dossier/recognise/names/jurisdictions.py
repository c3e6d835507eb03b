"""Countries and bodies that offices belong to: any name of one in, all its names and adjectives out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

Leader = Literal["p", "m", "c", "l", "k"]


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A country or body.

    ``leader`` says whose word counts: president, prime minister, chancellor, the one called leader,
    or monarch. ``seats`` name the government by its house ("Kremlin").
    """

    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    leader: Leader = "l"
    seats: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _table() -> dict[str, Jurisdiction]:
    text = files("dossier.recognise.names").joinpath("jurisdictions.txt").read_text(encoding="utf-8")
    found: dict[str, Jurisdiction] = {}
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        names, adjectives, leader, *seats = line.split(";")
        entry = Jurisdiction(
            tuple(names.split("|")),
            tuple(adjectives.split("|")),
            leader,  # type: ignore[arg-type]
            tuple(seats[0].split("|")) if seats else (),
        )
        for name in entry.names:
            found.setdefault(name.casefold(), entry)
    return found


def jurisdiction(name: str) -> Jurisdiction:
    """The country or body of that name; one that the table does not know has its name for an adjective.

    A body of three words or more also goes by its initials.

    >>> jurisdiction("United States").adjectives
    ('American', 'US', 'U.S.')
    """
    known = find_jurisdiction(name)
    if known is not None:
        return known
    bare = name.removeprefix("the ")
    acronym = "".join(word[0] for word in bare.split() if word[0].isupper())
    names = (bare, acronym) if len(acronym) > 2 else (bare,)
    return Jurisdiction(names, names)


def find_jurisdiction(name: str) -> Jurisdiction | None:
    """The country or body of that name, if the table has it."""
    return _table().get(name.casefold().removeprefix("the "))


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, Jurisdiction]:
    entries = dict.fromkeys(_table().values())
    return {adjective: entry for entry in entries for adjective in reversed(entry.adjectives)}


def by_adjective(word: str) -> Jurisdiction | None:
    """The country of an adjective ("Russian"), if the table has it."""
    return _adjectives().get(word)


@lru_cache(maxsize=1)
def demonyms() -> frozenset[str]:
    """All adjectives of countries, in lower case: they stand before names without being part of them."""
    return frozenset(adjective.casefold() for entry in _table().values() for adjective in entry.adjectives)
