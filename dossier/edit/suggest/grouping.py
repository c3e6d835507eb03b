"""Group sightings of names by the item to which they seem to belong.

"Robert Mueller", "Mueller" and "Mueller’s" form one group; so do a name and the acronym that a text gives it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from dossier.edit.suggest.clues import Clues
from dossier.edit.suggest.keys import key
from dossier.edit.suggest.kinds import Sight, guess
from dossier.edit.suggest.values import Occurrence
from dossier.model.mentions import EntityId
from dossier.recognise.case_forms import inflected, languages_of

_LONGEST_PERSON: Final = 4


@dataclass
class NameGroup:
    """The sightings of one item, each with the article in which it stands."""

    clues: Clues
    sights: list[tuple[EntityId, Sight]] = field(default_factory=list)

    def add(self, other: NameGroup) -> None:
        """Add the sightings of another group."""
        self.sights += other.sights

    @property
    def forms(self) -> tuple[str, ...]:
        """All forms that were found, the fullest and then the most frequent first."""
        counts = Counter(sight.name.text for _, sight in self.sights)
        cases = {form: _covered(form, counts) for form in counts}
        order = sorted(counts, key=lambda f: (-len(f.split()), "." in f, -cases[f], -counts[f], f))
        return tuple(order)

    @property
    def articles(self) -> set[EntityId]:
        """The articles in which it was found."""
        return {article for article, _ in self.sights}

    @property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """Its places, in order."""
        return _occurrences(self.sights)

    def occurrences_of(self, form: str) -> tuple[Occurrence, ...]:
        """The places of one of its forms, in order."""
        return _occurrences(each for each in self.sights if each[1].name.text == form)

    @property
    def is_sure(self) -> bool:
        """Whether one of its capitals means something: in mid-sentence, or in a second word."""
        return any(not sight.name.opens or len(sight.name.words) > 1 for _, sight in self.sights)

    def guess(self) -> tuple[str, tuple[str, ...]]:
        """The type that it seems to be of, and why."""
        return guess((sight for _, sight in self.sights), self.clues)


def _occurrences(sights: Iterable[tuple[EntityId, Sight]]) -> tuple[Occurrence, ...]:
    return tuple(sorted(Occurrence(article, sight.name.start, sight.name.end) for article, sight in sights))


def _covered(form: str, forms: Iterable[str]) -> int:
    """How many of the forms are case forms of this one: the nominative has most."""
    cases = {case for language in languages_of(form, None) for case in inflected(form, language)}
    return sum(other in cases for other in forms)


def group(sights: Iterable[tuple[EntityId, Sight]], clues: Clues) -> list[NameGroup]:
    """One group for each item, in the order of their keys."""
    by_key: defaultdict[str, NameGroup] = defaultdict(lambda: NameGroup(clues))
    acronyms: dict[tuple[EntityId, str], str] = {}
    for article, sight in sights:
        name = key(sight.name.text, clues)
        by_key[name].sights.append((article, sight))
        match = clues.words.acronym_after.match(sight.text, sight.name.end)
        if match and stands_for(match[1], sight.name.text, clues):
            acronyms[article, key(match[1], clues)] = name
    _merge_acronyms(by_key, acronyms)
    _part_neighbours(by_key, clues)
    _merge_initials(by_key)
    _merge_surnames(by_key, clues)
    return [by_key[name] for name in sorted(by_key) if by_key[name].is_sure]


def initials(name: str, clues: Clues) -> str:
    """The initials of a name's words, without those of joining words."""
    small = clues.words.joints
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word and word.lower() not in small)


def stands_for(acronym: str, name: str, clues: Clues) -> bool:
    """Whether an acronym is made of a name's initials: "JIT" of "Joint Investigation Team"."""
    letters = "".join(letter for letter in acronym if letter.isalpha())
    return len(letters) > 1 and letters.isupper() and initials(name, clues).upper() == letters


def _merge_acronyms(by_key: dict[str, NameGroup], acronyms: Mapping[tuple[EntityId, str], str]) -> None:
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for (_, acronym), name in acronyms.items():
        meant[acronym].add(name)
    for acronym, names in sorted(meant.items()):
        if len(names) == 1 and acronym in by_key and (name := min(names)) != acronym:
            by_key[name].add(by_key.pop(acronym))


def _part_neighbours(by_key: dict[str, NameGroup], clues: Clues) -> None:
    """Separate two names that stand side by side only once: "In Washington Ukraine was".

    Of two words that begin a sentence, the first may be no name: "Later Mueller said".
    """
    last_words = Counter(
        key(found.sights[0][1].name.words[-1], clues) for name, found in by_key.items() if "-" in name
    )
    for name, found in sorted(by_key.items()):
        article, sight = found.sights[0]
        words = sight.name.words
        keys = [key(word, clues) for word in words]
        if len(found.sights) > 1 or len(words) != 2 or clues.is_given(words[0]):
            continue
        middle = sight.name.end - len(words[1])
        first = replace(sight.name, end=middle - 1, words=words[:1])
        second = replace(sight.name, start=middle, words=words[1:], before=(), opens=False)
        if all(each in by_key and by_key[each].is_sure for each in keys):
            parts = [(keys[0], first), (keys[1], second)]
        elif sight.name.opens and (keys[1] in by_key or last_words[keys[1]] > 1):
            parts = [(keys[1], second)]
        else:
            continue
        del by_key[name]
        for each, part in parts:
            by_key[each].sights.append((article, replace(sight, name=part)))


def _merge_initials(by_key: dict[str, NameGroup]) -> None:
    """Add initials and a surname to the only full name that fits: "V. Putin" to "Vladimir Putin"."""
    by_last: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(by_key):
        by_last[name.rpartition("-")[2]].append(name)
    for name in sorted(by_key):
        words = name.split("-")
        if len(words) < 2 or any(len(word) > 1 for word in words[:-1]):
            continue
        fitting = [
            other for other in by_last[words[-1]] if other in by_key and _bears(other.split("-"), words)
        ]
        full = [other for other in fitting if by_key[other].guess()[0] == "person"]
        if len(full) == 1:
            by_key[full[0]].add(by_key.pop(name))


def _bears(full: list[str], short: list[str]) -> bool:
    """Whether initials and a surname fit a full name."""
    return len(full) > 1 and len(full[0]) > 1 and full[-1] == short[-1] and full[0].startswith(short[0])


def _merge_surnames(by_key: dict[str, NameGroup], clues: Clues) -> None:
    """Add a lone surname to the person in the same article who has it, else to the only one who has it."""
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for name, found in sorted(by_key.items()):
        words = found.sights[0][1].name.words
        if 1 < len(words) <= _LONGEST_PERSON and found.guess()[0] in ("person", ""):
            bearers[key(words[-1], clues)].append(name)
    for surname, names in bearers.items():
        alone = by_key.get(surname)
        if alone is None or surname in names:
            continue
        if alone.guess()[0] != "person":
            names = [name for name in names if by_key[name].guess()[0] == "person"]
        left = [each for each in alone.sights if not _given_away(each, names, by_key)]
        if left:
            by_key[surname] = NameGroup(clues, left)
        else:
            del by_key[surname]


def _given_away(sight: tuple[EntityId, Sight], names: Sequence[str], by_key: Mapping[str, NameGroup]) -> bool:
    """Add a lone surname to the person who is meant, if there is exactly one; return whether there was."""
    here = [name for name in names if sight[0] in by_key[name].articles]
    meant = here or list(names)
    if len(meant) != 1:
        return False
    by_key[meant[0]].sights.append(sight)
    return True
