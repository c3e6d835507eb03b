"""Look up the countries and bodies that offices belong to, with all their names and adjectives.

A language lists them in a table, ``names/jurisdictions.txt`` in its folder, whose head explains the columns.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A country or body.

    ``leader`` is a key of the table that says which office leads such a country. ``seats`` are buildings that
    stand for the government ("Kremlin").
    """

    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    leader: str = "l"
    seats: tuple[str, ...] = ()


class Jurisdictions:
    """The countries and bodies that a language knows.

    Args:
        entries: each country or body; where two share a name, the first one counts.
        articles: words that may precede a name without being part of it, in lower case ("the", "l'").
    """

    def __init__(self, entries: Iterable[Jurisdiction] = (), articles: Iterable[str] = ()) -> None:
        self._articles = tuple(word if word.endswith("'") else f"{word} " for word in articles)
        self._by_name: dict[str, Jurisdiction] = {}
        for entry in entries:
            for name in entry.names:
                self._by_name.setdefault(name.casefold(), entry)

    @classmethod
    def load(cls, file: Path, articles: Iterable[str] = ()) -> Jurisdictions:
        """The countries and bodies in a table; none where there is no file."""
        lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
        return cls((_entry(line) for line in lines if line.strip() and not line.startswith("#")), articles)

    def find(self, name: str) -> Jurisdiction | None:
        """The country or body of that name, with or without an article, if the table has it."""
        return self._by_name.get(self._without_article(name.casefold()))

    def get(self, name: str) -> Jurisdiction:
        """The country or body of that name; one that is not in the table uses its name as the adjective.

        A body with a name of three words or more also has its initials as a name.

        >>> Jurisdictions(articles=["the"]).get("the Central Harbour Union")
        Jurisdiction(names=('Central Harbour Union', 'CHU'), adjectives=('Central Harbour Union', 'CHU'), \
leader='l', seats=())
        """
        known = self.find(name)
        if known is not None:
            return known
        bare = self._without_article(name)
        acronym = "".join(word[0] for word in bare.split() if word[0].isupper())
        names = (bare, acronym) if len(acronym) > 2 else (bare,)
        return Jurisdiction(names, names)

    def by_adjective(self, word: str) -> Jurisdiction | None:
        """The country of an adjective ("Russian"), if the table has it."""
        return self._by_adjective.get(word)

    @cached_property
    def _by_adjective(self) -> dict[str, Jurisdiction]:
        entries = dict.fromkeys(self._by_name.values())
        return {adjective: entry for entry in entries for adjective in reversed(entry.adjectives)}

    @cached_property
    def demonyms(self) -> frozenset[str]:
        """All adjectives, in lower case: they precede names without being part of them."""
        return frozenset(word.casefold() for entry in self._by_name.values() for word in entry.adjectives)

    def _without_article(self, name: str) -> str:
        for article in self._articles:
            if name.startswith(article):
                return name[len(article) :]
        return name


def _entry(line: str) -> Jurisdiction:
    names, adjectives, leader, *seats = line.split(";")
    return Jurisdiction(
        tuple(names.split("|")),
        tuple(adjectives.split("|")),
        leader,
        tuple(seats[0].split("|")) if seats else (),
    )
