"""Compare the written names of two persons, and say how surely one person has both.

It looks at names only; `dossier.edit.check.likely_duplicates` weighs what else the files say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from rapidfuzz.distance import Levenshtein

from dossier.recognise.names.fold import spellings
from dossier.recognise.names.given_names import GivenNames
from dossier.recognise.names.persons import parse_person, surname_spellings
from dossier.recognise.names.vocabulary import NameLanguage

_BETWEEN: Final = re.compile(r"[-.\s]+")
# One letter's difference makes another name of a shorter one: "Jean", "Joan".
_LONG: Final = 5
# Shorter names have too few letters for a key: "Mia" and "May" share one.
_HAS_KEY: Final = 4
_VOWELS: Final = re.compile("[aeiouаеиоуыэюяіїє]+")
# Vowels that romanisations interchange, in names whose other letters are equal: "Yasir", "Yasser".
_NEAR_VOWELS: Final = (frozenset("ei"), frozenset("ou"), frozenset("ae"))


class Likeness(IntEnum):
    """How surely two names are those of one person, the least sure first."""

    DOUBTFUL = 1
    """A letter differs, and may make another name: "Rajesh", "Rakesh"."""
    SIMILAR = 2
    """A nickname or a single initial, which many people share."""
    SHORTENED = 3
    """The same name, of which one gives less: several initials, or no further names."""
    SAME = 4
    """The same names, spelled differently."""


@dataclass(frozen=True, slots=True)
class WrittenName:
    """One written name of a person, in lower case and folded.

    Attributes:
        given: the given names and initials, at least one.
        surnames: all spellings of the surname.
        suffix: "jr", "sr", "ii" …, or "".
        is_whole: whether the given name counts as a whole, as its syllables say nothing alone ("Jong-un").
    """

    given: tuple[str, ...]
    surnames: frozenset[str]
    suffix: str
    is_whole: bool

    @property
    def has_only_initials(self) -> bool:
        """Whether it gives no given name in full."""
        return all(len(word) == 1 for word in self.given)

    def clues(self, known: GivenNames) -> Iterator[str | int]:
        """Keys for a table: two names that may be alike share at least one of them."""
        if self.is_whole:
            yield "".join(self.given)
            return
        first = self.given[0]
        yield f"{first[0]}."
        if len(first) > 1:
            yield first
            key = known.spelling_key(first)
            yield key
            yield from known.groups_of(first)
            if len(first) >= _LONG:
                yield from (f"{key[:n]}…{key[n + 1 :]}" for n in range(len(key)))
                yield from (f"{key[:n]}…{key[n:]}" for n in range(len(key) + 1))


def written_names(name: str, language: NameLanguage) -> Iterator[WrittenName]:
    """A name as it may be written without its marks; nothing where it has no surname or no given name."""
    for text in spellings(name):
        parsed = parse_person(text, language)
        given = tuple(w.lower() for word in parsed.given for w in _BETWEEN.split(word) if w)
        if parsed.surname and given:
            surnames = frozenset(each.lower() for each in surname_spellings(parsed.surname, language))
            is_whole = parsed.family_first or not surnames.isdisjoint(language.words.family_first)
            yield WrittenName(given, surnames, parsed.suffix, is_whole)


def likeness(one: WrittenName, other: WrittenName, known: GivenNames) -> Likeness | None:
    """How surely one person has both names; None where they are names of two people, such as brothers."""
    if one.suffix != other.suffix or one.surnames.isdisjoint(other.surnames):
        return None
    if one.is_whole or other.is_whole:
        return Likeness.SAME if "".join(one.given) == "".join(other.given) else None
    if one.has_only_initials and other.has_only_initials:
        return Likeness.SAME if one.given == other.given else None
    found = [_of_words(*words, known) for words in zip(one.given, other.given, strict=False)]
    if None in found:
        return None
    if Likeness.DOUBTFUL in found:
        return Likeness.DOUBTFUL
    if found == [Likeness.SIMILAR]:
        return Likeness.SIMILAR
    is_shorter = len(one.given) != len(other.given) or one.has_only_initials or other.has_only_initials
    return Likeness.SHORTENED if is_shorter else Likeness.SAME


def _of_words(one: str, other: str, known: GivenNames) -> Likeness | None:
    """The likeness of two given names or initials."""
    if one == other:
        return Likeness.SAME
    shorter = min(len(one), len(other))
    if shorter == 1:
        return Likeness.SIMILAR if one[0] == other[0] else None
    keys = known.spelling_key(one), known.spelling_key(other)
    if shorter >= _HAS_KEY and keys[0] == keys[1] and _may_begin_alike(one[0], other[0]):
        return Likeness.SAME
    if known.same(one, other):
        consonants = {_VOWELS.sub("", key) for key in keys}
        return Likeness.SAME if len(consonants) == 1 else Likeness.SIMILAR
    are_known = known.is_given_name(one) and known.is_given_name(other)
    if are_known and known.gender_of(one) != known.gender_of(other):
        return None
    # A key may lack the letter that differs ("Rajesh", "Rakesh"), so the names themselves come first.
    nearest = ((one, other), keys) if shorter >= _LONG else ()
    pair = next((pair for pair in nearest if Levenshtein.distance(*pair) == 1), None)
    return _of_one_letter(*pair, are_known=are_known) if pair else None


def _may_begin_alike(one: str, other: str) -> bool:
    """Whether names with one key may be one name: "Yelena" and "Elena", but not "Jane" and "Anne"."""
    return one == other or not {one, other} & {"a", "u"}


def _of_one_letter(one: str, other: str, *, are_known: bool) -> Likeness | None:
    """The likeness of two names of which one letter differs.

    The first letter is seldom mistyped, and the last one makes a woman's name of a man's ("Mario", "Maria").
    """
    if one[0] != other[0] or one[-1] != other[-1]:
        return None
    if len(one) != len(other):
        return None if are_known else Likeness.SAME
    if any(frozenset(pair) in _NEAR_VOWELS for pair in zip(one, other, strict=True)):
        return Likeness.SAME
    return None if are_known else Likeness.DOUBTFUL
