"""Remember what one document has said so far: whom it introduced and where, and who else has a name.

Each document gets a new memory, so that no document depends on another. Only the code that goes through the
document from start to end writes here; the code that decides on a name reads.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from dossier.model.mentions import EntityId
from dossier.recognise.names.fold import fold_word


class Stranger(NamedTuple):
    """A person or company that the gazetteer does not know, at one place of a text.

    Attributes:
        name: the surname or the company's bare name, as written.
        at: where the name begins, with what precedes it; None where it says nothing about the bare name.
        title: the titles before it, in lower case.
        gender: ``m``, ``f`` or None.
        full_name: the offset of a full name that belongs to somebody other than the listed person.
        company: whether the name is a company's.
    """

    name: str
    at: int | None
    title: str = ""
    gender: str | None = None
    full_name: int | None = None
    company: bool = False


@dataclass(slots=True)
class Strangers:
    """People with one surname whom the gazetteer does not know: where the text names them, and how."""

    places: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    of_gender: dict[str | None, list[int]] = field(default_factory=dict)
    titles: dict[str, int] = field(default_factory=dict)

    def add(self, at: int, end: int, title: str = "", gender: str | None = None) -> None:
        """Note a mention and where it ends; mentions come in the order of the text."""
        self.places.append(at)
        self.ends.append(end)
        self.of_gender.setdefault(gender, []).append(at)
        if title:
            self.titles.setdefault(title, at)

    def before(self, at: int, gender: str | None = None, *, sure: bool = False) -> int:
        """How many mentions at or before an offset may be (or, if `sure`, are known to be) of a gender."""
        if gender is None:
            return bisect_right(self.places, at)
        genders = (gender,) if sure else (gender, None)
        return sum(bisect_right(self.of_gender.get(each, ()), at) for each in genders)

    def last(self, at: int) -> int | None:
        """The offset of the last mention at or before an offset."""
        count = bisect_right(self.places, at)
        return self.places[count - 1] if count else None

    def near(self, at: int) -> tuple[int, int]:
        """The span of the last mention at or before an offset, else of the first."""
        number = max(0, bisect_right(self.places, at) - 1)
        return self.places[number], self.ends[number]

    def between(self, first: int, last: int) -> bool:
        """Whether a stretch of the text contains a mention."""
        return bisect_right(self.places, last) > bisect_left(self.places, first)

    def has_title(self, title: str, at: int) -> bool:
        """Whether the text has given one of them the title, at or before an offset."""
        return self.titles.get(title, at + 1) <= at


_NOBODY: Final = Strangers()
# In letters: "al-", "ash-".
_LONGEST_ARTICLE: Final = 3
_MOST_KEPT: Final = 4_096


@dataclass(slots=True)
class Memory:
    """The state of one document.

    Attributes:
        declared: entities that the front matter names.
        subjects: entities that the title names in full: the article is about them.
        strangers: by surname, in lower case.
        used: the surnames that the text uses without a given name, by `key`, with the titles before them that
            say more than "Mr".
        others: the offsets of full names that the text uses for somebody else.
        elsewhere: the names of towns, with the last offset where the text puts them in another country
            ("Paris, Texas").
        companies: words that the text uses for companies, in lower case, each with its first place.
        titled: women whom the text calls "Mrs" and the like.
        called: parts of names, folded, by which the text calls persons after a title, with the first place.
        monarchs: given names, folded, by which the text calls a monarch whom the gazetteer does not know.
        anywhere: entities whose full name of several words occurs anywhere in the text, with its first place.
    """

    declared: frozenset[EntityId]
    subjects: set[EntityId] = field(default_factory=set)
    strangers: dict[str, Strangers] = field(default_factory=dict)
    anywhere: dict[EntityId, tuple[int, int]] = field(default_factory=dict)
    used: dict[str, set[str]] = field(default_factory=dict)
    others: set[int] = field(default_factory=set)
    elsewhere: dict[str, int] = field(default_factory=dict)
    companies: dict[str, tuple[int, int]] = field(default_factory=dict)
    titled: set[EntityId] = field(default_factory=set)
    called: dict[tuple[str, EntityId], tuple[int, int]] = field(default_factory=dict)
    monarchs: set[str] = field(default_factory=set)
    _named: defaultdict[EntityId, list[int]] = field(default_factory=lambda: defaultdict(list))
    _introductions: dict[EntityId, tuple[int, int]] = field(default_factory=dict)
    _last: tuple[int, EntityId] | None = None

    @staticmethod
    @lru_cache(_MOST_KEPT)
    def key(surname: str) -> str:
        """What all the ways to write a surname share: "al-Assad", "Assad" and "Al Assad" are one."""
        last = fold_word(surname).rpartition(" ")[2]
        article, hyphen, rest = last.partition("-")
        return (rest if hyphen and len(article) <= _LONGEST_ARTICLE else last).casefold()

    def meet(self, stranger: Stranger, end: int) -> None:
        """Note a person with a surname, or a company, that the gazetteer does not know."""
        name, at = self.key(stranger.name), stranger.at
        if stranger.company:
            self.companies.setdefault(name, (end - len(stranger.name), end))
        if at is not None:
            self.strangers.setdefault(name, Strangers()).add(at, end, stranger.title, stranger.gender)
        if stranger.full_name is not None:
            self.others.add(stranger.full_name)

    def use(self, surname: str, title: str) -> None:
        """Note a surname without a given name, and the title before it, "" for none that says anything."""
        titles = self.used.setdefault(self.key(surname), set())
        if title:
            titles.add(title)

    def is_used(self, surname: str) -> bool:
        """Whether the text uses a surname without a given name where it is no common word."""
        return self.key(surname) in self.used

    def is_titled(self, surname: str) -> bool:
        """Whether the text uses a surname after the title of an office, at any place."""
        return bool(self.titles(surname))

    def titles(self, surname: str) -> AbstractSet[str]:
        """The titles that the text puts before a surname without a given name, but for "Mr" and the like."""
        return self.used.get(self.key(surname), frozenset())

    def is_known(self, surname: str, bearers: Iterable[EntityId]) -> bool:
        """Whether the text has used a surname without a given name, or named one of its bearers in full."""
        return self.is_used(surname) or any(bearer in self.anywhere for bearer in bearers)

    def of_word(self, word: str) -> Strangers:
        """The strangers whose surname is a name of something else, nobody's where that has several words."""
        return _NOBODY if " " in word else self.of_name(word)

    def of_name(self, surname: str) -> Strangers:
        """The strangers with a surname."""
        return self.strangers.get(self.key(surname), _NOBODY) if self.strangers else _NOBODY

    def name(self, entity: EntityId, at: int, end: int) -> None:
        """Note a full mention."""
        self._named[entity].append(at)
        self._introductions.setdefault(entity, (at, end))

    def introduction(self, entity: EntityId) -> tuple[int, int] | None:
        """The span of the first full mention, None where the text has none so far."""
        return self._introductions.get(entity)

    def speak_of(self, person: EntityId, at: int) -> None:
        """Note the person whom the text mentioned last, in any words."""
        self._last = (at, person)

    def introduced(self, entity: EntityId) -> bool:
        """Whether the text has named the entity in full, or the front matter declares it."""
        return entity in self.declared or entity in self._named

    def known_of(self, candidates: Sequence[EntityId]) -> list[EntityId]:
        """Those that the text has introduced so far, without a separate call for each."""
        declared, named = self.declared, self._named
        return [c for c in candidates if c in declared or c in named]

    def named_since(self, entity: EntityId, at: int) -> bool:
        """Whether there is a full mention at or after an offset."""
        places = self._named.get(entity)
        return places is not None and places[-1] >= at

    def times(self, entity: EntityId) -> int:
        """How often the text has named the entity in full."""
        return len(self._named.get(entity, ()))

    def latest(self, entity: EntityId) -> int:
        """Where the text last named the entity in full, -1 where it has not."""
        places = self._named.get(entity)
        return places[-1] if places else -1

    def last_person(self, since: int) -> EntityId | None:
        """The person mentioned last, if that was at or after an offset."""
        return self._last[1] if self._last is not None and self._last[0] >= since else None

    def choose(self, candidates: Iterable[EntityId]) -> list[EntityId]:
        """Those that the front matter declares, else the article's subjects, else those introduced."""
        listed = list(candidates)
        for group in (self.declared, self.subjects, self._named):
            found = [c for c in listed if c in group]
            if found:
                return found
        return []
