"""Find persons who probably have two files: names that are alike, and nothing that speaks for two people.

The cost grows linearly with the persons: only those are compared who share a surname and a clue to the given
name, and a name that many share says nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Final
from urllib.parse import urlsplit

from dossier.content.listed_names import listed_aliases
from dossier.edit.check.alike_names import Likeness, likeness, written_names
from dossier.edit.check.days import days_covered, stated_days
from dossier.index.terms import Term, terms
from dossier.model.edtf import Bounds
from dossier.model.mentions import EntityId
from dossier.model.registry import Item, Registry
from dossier.recognise.names.fold import fold_word
from dossier.recognise.names.given_names import GivenNames
from dossier.recognise.names.vocabulary import NameLanguage

_WEAK: Final = "weak"
# Of so many with one surname and one clue to the given name, none says that two are one person.
_MOST_ALIKE: Final = 20
_IDENTIFIERS: Final = "same_as"
_CITIZENSHIP: Final = "citizenship"


@dataclass(frozen=True, slots=True)
class LikelyDuplicate:
    """Two persons who may be one, in the order of their files."""

    first: Item
    second: Item


def likely_duplicates(registry: Registry, language: NameLanguage) -> list[LikelyDuplicate]:
    """The pairs of persons who are probably one person, in the order of their files.

    Persons with the same title are left out: two people may have one name, and it is a shared name anyway.
    """
    known, held = language.given_names, terms(registry)
    people = [
        _Person(number, item, registry, held.get(item.id, ()), language)
        for number, item in enumerate(registry.entities())
        if item.type.named_as == "person"
    ]
    fitting = {
        pair: how
        for pair in _to_compare(people, known)
        if (how := _likeness(*pair, known)) and not _are_two_people(*pair)
    }
    fits = Counter(person.number for pair in fitting for person in pair)
    found = [
        pair
        for pair, how in fitting.items()
        if pair[0].title != pair[1].title
        and (how is Likeness.SAME or _is_supported(*pair) or _is_shortened(pair, how, fits))
    ]
    found.sort(key=lambda pair: (pair[1].number, pair[0].number))
    return [LikelyDuplicate(one.item, other.item) for one, other in found]


class _Person:
    """What the files say about one person, as far as it tells people apart; `number` is that of the file."""

    def __init__(
        self, number: int, item: Item, registry: Registry, held: Iterable[Term], language: NameLanguage
    ) -> None:
        self.number, self.item = number, item
        self.title = " ".join(fold_word(item.title).casefold().split())
        self.titles = tuple(written_names(item.title, language))
        aliases = (alias.text for alias, _ in listed_aliases(item) if alias.kind != _WEAK)
        self.names = (*self.titles, *(name for text in aliases for name in written_names(text, language)))
        self._registry, self._held = registry, tuple(held)
        self._known = language.given_names

    @cached_property
    def gender(self) -> str | None:
        """The gender that the file states, else that of the first given name; None if not known."""
        stated = self.item.fields.text("gender")
        return stated or (self._known.gender_of(self.titles[0].given[0]) if self.titles else None)

    @cached_property
    def existence(self) -> tuple[Bounds, Bounds]:
        """The days among which birth and death certainly are."""
        begins, ends = (self._stated(kind) for kind in ("from", "until"))
        return begins, ends

    @property
    def life(self) -> Bounds:
        """The days between birth and death, open where the file does not say."""
        begins, ends = self.existence
        return Bounds(begins.first, ends.last)

    @cached_property
    def terms(self) -> Mapping[str, list[Bounds]]:
        """The days of the terms in each office, by the office's title or, where it has no file, its id."""
        found: defaultdict[str, list[Bounds]] = defaultdict(list)
        for term in self._held:
            office = self._registry.items.get(term.position)
            found[office.title if office else term.position].append(days_covered(term.fields))
        return found

    @cached_property
    def identifiers(self) -> Mapping[str, set[str]]:
        """The identifiers elsewhere, by their scheme or the address of the site."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for text in self.item.fields.texts(_IDENTIFIERS):
            address = urlsplit(text)
            found[address.netloc or address.scheme].add(text)
        return found

    @cached_property
    def referred(self) -> frozenset[EntityId]:
        """What the front matter refers to."""
        return frozenset(each.target for each in self._registry.references(self.item))

    def _stated(self, kind: str) -> Bounds:
        fields = [name for name, spec in self.item.type.fields.items() if spec.exists == kind]
        return stated_days(self.item.fields, fields[0]) if fields else Bounds(None, None)


_Pair = tuple[_Person, _Person]


def _to_compare(people: Iterable[_Person], known: GivenNames) -> Iterator[_Pair]:
    """The pairs with a surname and a clue to the given name in common, each once."""
    sharing: defaultdict[tuple[str, str | int], dict[int, _Person]] = defaultdict(dict)
    for person in people:
        for name in person.names:
            for clue in name.clues(known):
                for surname in name.surnames:
                    sharing[surname, clue][person.number] = person
    seen: set[tuple[int, int]] = set()
    for alike in sharing.values():
        if len(alike) <= _MOST_ALIKE:
            for one, other in combinations(alike.values(), 2):
                if (one.number, other.number) not in seen:
                    seen.add((one.number, other.number))
                    yield one, other


def _likeness(one: _Person, other: _Person, known: GivenNames) -> Likeness | None:
    """How much alike their names are: the best of all, unless their titles are names of two people."""
    titles = [
        likeness(first, second, known)
        for first in one.titles
        for second in other.titles
        if not first.surnames.isdisjoint(second.surnames)
    ]
    if titles and not any(titles):
        return None
    found = (likeness(first, second, known) for first in one.names for second in other.names)
    return max((each for each in found if each), default=None)


def _are_two_people(one: _Person, other: _Person) -> bool:
    """Whether their files say that they are two people, or something that is not true of one person."""
    if other.item.id in one.referred or one.item.id in other.referred:
        return True
    if one.gender and other.gender and one.gender != other.gender:
        return True
    days = zip(one.existence, other.existence, strict=True)
    if not all(stated.overlaps(others) for stated, others in days) or not one.life.overlaps(other.life):
        return True
    schemes = one.identifiers.keys() & other.identifiers.keys()
    if any(one.identifiers[each].isdisjoint(other.identifiers[each]) for each in schemes):
        return True
    states = [set(person.item.fields.texts(_CITIZENSHIP)) for person in (one, other)]
    return all(states) and states[0].isdisjoint(states[1])


def _is_supported(one: _Person, other: _Person) -> bool:
    """Whether they share more than a name: an identifier, the day of birth, or an office at one time."""
    schemes = one.identifiers.keys() & other.identifiers.keys()
    if any(one.identifiers[each] & other.identifiers[each] for each in schemes):
        return True
    born = one.existence[0]
    if born.first is not None and born.first == born.last and born == other.existence[0]:
        return True
    return any(
        days.overlaps(others)
        for office in one.terms.keys() & other.terms.keys()
        for days in one.terms[office]
        for others in other.terms[office]
    )


def _is_shortened(pair: _Pair, how: Likeness, fits: Mapping[int, int]) -> bool:
    """Whether one name is short for the other and for no other, and they did not hold one office in turn."""
    one, other = pair
    is_only_one = how is Likeness.SHORTENED and fits[one.number] == fits[other.number] == 1
    return is_only_one and one.terms.keys().isdisjoint(other.terms)
