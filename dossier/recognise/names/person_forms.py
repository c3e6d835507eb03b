"""Derive the short forms of persons: surnames, and the other parts of a name by which texts call somebody.

Which part that is depends on where the person is from: the last word, the first of two surnames in Spanish,
the given name in Thailand, the last given name in Vietnam, what precedes the father's name in Malaysia.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dossier.recognise.names.body_forms import may_begin
from dossier.recognise.names.fold import fold_word
from dossier.recognise.names.gazetteer import GazetteerEntity
from dossier.recognise.names.meanings import FormKind
from dossier.recognise.names.offices import Offices
from dossier.recognise.names.persons import called_by, parse_person, surname_spellings, with_capitals
from dossier.recognise.names.vocabulary import NameLanguage

# In letters.
_SHORTEST: Final = 5
_SHORTEST_OF_OFFICIALS: Final = 4


def person_forms(name: str, language: NameLanguage) -> Iterator[tuple[str, FormKind]]:
    """Surnames; for rulers and peers also the name without the title, and the title without the name."""
    before, comma, _ = name.partition(", ")
    words = before.split()
    while len(words) > 1 and words[0].lower() in language.words.titles:
        words = words[1:]
        yield " ".join(words), "short" if len(words) == 1 else "name"
    if comma:
        yield before, "short" if " " not in before else "name"
    is_numbered = len(words) > 2 and words[-1].lower().rstrip(".") in language.words.regnal
    if is_numbered:
        known = all(language.given_names.is_given_name(word.lower()) for word in words[:-1])
        yield " ".join(words[:-1]), "short" if known else "name"
    if (capital := with_capitals(name, language)) != name:
        yield capital, "name"
    if given := called_by(before, language):
        yield given, "surname"
    yield from _without_father(words, language)
    parsed = parse_person(before, language)
    if len(parsed.given) > 1 and parsed.surname and not parsed.family_first:
        inner = parsed.given[-1]
        if len(inner) > 2 and inner[0].isupper() and not language.given_names.is_given_name(inner.lower()):
            # "García Ortega" of María García Ortega.
            yield f"{inner} {parsed.surname}", "surname"
    if len(parsed.surname) > 1:
        for surname in surname_spellings(parsed.surname, language):
            yield surname, "surname"
            if len(surname) > 3:
                yield surname.upper(), "surname"
    elif len(words) > 1 and may_begin(words[0], language) and not is_numbered:
        yield words[0], "surname" if _is_rare_ruler(words, language) else "short"


def _without_father(words: Sequence[str], language: NameLanguage) -> Iterator[tuple[str, FormKind]]:
    """What precedes the father's name, which texts often leave out: "Abdul Razak" of "… bin Hussein"."""
    at = next((at for at, word in enumerate(words) if word.lower() in language.words.father_links), 0)
    if at > 1:
        yield " ".join(words[:at]), "short"
        if not language.given_names.is_given_name(words[at - 1].lower()):
            yield words[at - 1], "surname"


def official_forms(
    person: GazetteerEntity, offices: Offices, language: NameLanguage
) -> Iterator[tuple[str, FormKind]]:
    """The other forms that depend on the countries whose offices somebody held, and on monarchs' titles.

    A form of kind "part" counts after the title of such an office, one of kind "short" once the text has
    introduced the person.
    """
    held = [office for office, _ in offices.held_by(person.id)]
    places = {office.place for office in held}
    words = person.name.split()
    surname = _first_surname([fold_word(word) for word in words], language)
    if surname and not places.isdisjoint(language.offices.two_surname_countries):
        yield surname, "surname"
    if len(words) < 2 or parse_person(person.name, language).family_first:
        return
    first = fold_word(words[0])
    royal = language.words.royal_titles
    if any(not royal.isdisjoint(office.titles) for office in held) and first.lower() not in royal:
        is_numbered = words[-1].lower() in language.words.regnal
        yield " ".join(map(fold_word, words[:-1])) if is_numbered else first, "part"
    is_custom = not places.isdisjoint(language.offices.given_name_countries)
    if is_custom and is_rare_name(first, language, _SHORTEST_OF_OFFICIALS):
        yield first, "part"
    if (is_custom or not held) and is_rare_name(first, language):
        yield first, "short"


def _first_surname(words: Sequence[str], language: NameLanguage) -> str:
    """The first of two surnames, such as "Castro" of "Fidel Castro Ruz"; "" for none."""
    if len(words) < 3:
        return ""
    first, last = words[-2:]
    if not last[:1].isupper() or language.given_names.is_given_name(last.lower()):
        return ""
    return first if is_rare_name(first, language, _SHORTEST_OF_OFFICIALS) else ""


def is_rare_name(name: str, language: NameLanguage, letters: int = _SHORTEST) -> bool:
    """Whether one word of a name is hardly anybody else's, so that it may stand for its bearer: "Thanat".

    It has at least so many ``letters``.
    """
    lower, words = name.lower(), language.words
    if (
        len(name) < letters
        or not name.isalpha()
        or name.isupper()
        or language.given_names.is_given_name(lower)
    ):
        return False
    return not (
        lower in language.ambiguous_words
        or lower in words.titles
        or lower in words.family_first
        or language.jurisdictions.find(name) is not None
        or lower in language.jurisdictions.demonyms
    )


def _is_rare_ruler(words: Sequence[str], language: NameLanguage) -> bool:
    """Whether a ruler's name is hardly anybody else's, so that it needs no number: "Makarios III"."""
    name = words[0].lower()
    if len(words) != 2 or words[1].lower().rstrip(".") not in language.words.regnal:
        return False
    return not language.given_names.is_given_name(name) and name not in language.words.common_words
