"""Derive the short forms of persons: surnames, and the other parts of a name by which texts call somebody.

Which part that is depends on where the person is from: the last word, the first of two surnames in Spanish,
the given name in Thailand, the last given name in Vietnam, what precedes the father's name in Malaysia.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dossier.recognise.names.body_forms import may_begin
from dossier.recognise.names.gazetteer import GazetteerEntity
from dossier.recognise.names.meanings import FormKind
from dossier.recognise.names.offices import Offices
from dossier.recognise.names.persons import called_by, parse_person, surname_spellings, with_capitals
from dossier.recognise.names.vocabulary import NameLanguage

# In letters.
_RARE: Final = 5
_RARE_AFTER_TITLE: Final = 4


def person_forms(name: str, language: NameLanguage) -> Iterator[tuple[str, FormKind]]:
    """Surnames; for rulers and peers also the name without the title, and the title without the name."""
    before, comma, _ = name.partition(", ")
    words = before.split()
    while len(words) > 1 and words[0].lower() in language.words.titles:
        words = words[1:]
        yield " ".join(words), "short" if len(words) == 1 else "name"
    if comma:
        yield before, "short" if " " not in before else "name"
    if len(words) > 2 and words[-1].lower().rstrip(".") in language.words.regnal:
        known = all(language.given_names.is_given_name(word.lower()) for word in words[:-1])
        yield " ".join(words[:-1]), "short" if known else "name"
    if (capital := with_capitals(name, language)) != name:
        yield capital, "name"
    if given := called_by(before, language):
        yield given, "surname"
    yield from _without_father(words, language)
    for surname in _of_two_surnames(words, language):
        yield surname, "surname"
    parsed = parse_person(before, language)
    if len(parsed.surname) > 1:
        for surname in surname_spellings(parsed.surname, language):
            yield surname, "surname"
            if len(surname) > 3:
                yield surname.upper(), "surname"
    elif len(words) > 1 and may_begin(words[0], language):
        yield words[0], "surname" if _is_rare_ruler(words, language) else "short"


def _without_father(words: Sequence[str], language: NameLanguage) -> Iterator[tuple[str, FormKind]]:
    """What precedes the father's name, which texts often leave out: "Abdul Razak" of "… bin Hussein"."""
    at = next((at for at, word in enumerate(words) if word.lower() in language.words.father_links), 0)
    if at > 1:
        yield " ".join(words[:at]), "short"
        if not language.given_names.is_given_name(words[at - 1].lower()):
            yield words[at - 1], "surname"


def _of_two_surnames(words: Sequence[str], language: NameLanguage) -> tuple[str, ...]:
    """Both surnames, and the first where it may stand alone: "Fidel Castro Ruz"; none for other people."""
    if len(words) < 3 or words[0].lower() not in language.words.two_surnames:
        return ()
    inner, last = words[-2:]
    if not last[:1].isupper() or language.given_names.is_given_name(last.lower()):
        return ()
    return (f"{inner} {last}", inner) if is_rare_given_name(inner, language, _RARE_AFTER_TITLE) else ()


def given_names_alone(
    person: GazetteerEntity, offices: Offices, language: NameLanguage
) -> Iterator[tuple[str, FormKind]]:
    """The given names by which a text may call somebody, "part" after a title and "short" once introduced.

    A monarch goes by any of them. Others go by the first one if hardly anybody else bears it, but not those
    who held offices only in countries where this is not the custom.
    """
    words = language.words
    held = [office for office, _ in offices.held_by(person.id)]
    given = [name for name in parse_person(person.name, language).given if len(name) > 2]
    if any(not words.royal_titles.isdisjoint(office.titles) for office in held):
        yield from (
            (name, "part") for name in given if name[:1].isupper() and name.lower() not in words.regnal
        )
    is_custom = any(office.place in language.offices.given_name_countries for office in held)
    if given and " " in person.name and (is_custom or not held):
        if is_custom and is_rare_given_name(given[0], language, _RARE_AFTER_TITLE):
            yield given[0], "part"
        if is_rare_given_name(given[0], language):
            yield given[0], "short"


def is_rare_given_name(given: str, language: NameLanguage, letters: int = _RARE) -> bool:
    """Whether a given name is hardly anybody else's, so that a text may call its bearer by it: "Thanat".

    It has at least so many ``letters``.
    """
    lower, words = given.lower(), language.words
    if (
        len(given) < letters
        or not given.isalpha()
        or given.isupper()
        or language.given_names.is_given_name(lower)
    ):
        return False
    return not (
        lower in language.ambiguous_words
        or lower in words.titles
        or lower in words.family_first
        or language.jurisdictions.find(given) is not None
        or lower in language.jurisdictions.demonyms
    )


def _is_rare_ruler(words: Sequence[str], language: NameLanguage) -> bool:
    """Whether a ruler's name is hardly anybody else's, so that it needs no number: "Makarios III"."""
    name = words[0].lower()
    if len(words) != 2 or words[1].lower().rstrip(".") not in language.words.regnal:
        return False
    return not language.given_names.is_given_name(name) and name not in language.words.common_words
