"""Derive every text that may name an entity of the gazetteer.

It uses the names that an editor lists and their case forms, and derives the rest. Initials and given names
need no forms: `dossier.recognise.names.surname_readings` reads them before a surname.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from dossier.model.mentions import EntityId
from dossier.recognise.names.body_forms import body_forms, may_begin, says_enough
from dossier.recognise.names.fold import spellings
from dossier.recognise.names.gazetteer import GazetteerEntity
from dossier.recognise.names.meanings import Form, FormKind, Meanings
from dossier.recognise.names.offices import Offices
from dossier.recognise.names.persons import called_by, parse_person, surname_spellings, with_capitals
from dossier.recognise.names.templates import fill
from dossier.recognise.names.variants import name_variants, spelled_words
from dossier.recognise.names.vocabulary import NameLanguage

# In letters.
_RARE: Final = 5
_RARE_AFTER_TITLE: Final = 4
_NO_SHORT_TYPES: Final = frozenset({"person", "position", "place"})


def derive_forms(
    entities: Sequence[GazetteerEntity],
    offices: Offices,
    language: NameLanguage,
    is_date: Callable[[str], bool],
) -> dict[str, Meanings]:
    """Every folded text that may name something, with what it may name."""
    found: defaultdict[str, dict[Form, None]] = defaultdict(dict)
    for entity in entities:
        for text, kind in _entity_forms(entity, language, is_date):
            found[text][Form(kind, entity.id)] = None
        if entity.type == "person":
            for text, kind in _given_names_alone(entity, offices, language):
                found[text][Form(kind, entity.id)] = None
    for text, country in _countries(entities, language):
        if not any(form.kind == "name" for form in found[text]):
            found[text][Form("name", country)] = None
    for text, form in _office_forms(offices, language, is_date):
        found[text][form] = None
    persons = frozenset(entity.id for entity in entities if entity.type == "person")
    made = {text: Meanings.of(forms) for text, forms in found.items() if _can_be_told(text)}
    return {
        text: replace(meanings, of_people=True)
        if _is_of_people(text, meanings, persons, language)
        else meanings
        for text, meanings in made.items()
    }


def _is_of_people(
    text: str, meanings: Meanings, persons: frozenset[EntityId], language: NameLanguage
) -> bool:
    """Whether a form can only be a person's name or surname: no place, no common word, no given name."""
    if meanings.names or not meanings.surnames:
        return bool(meanings.names) and persons.issuperset(meanings.names)
    lower = text.lower()
    return lower not in language.ambiguous_words and not language.given_names.is_given_name(lower)


def _office_forms(
    offices: Offices, language: NameLanguage, is_date: Callable[[str], bool]
) -> Iterator[tuple[str, Form]]:
    """The phrases for offices, titles alone, and the phrases for counterparts."""
    for phrase, office in offices.phrases():
        if not is_date(phrase):
            yield from ((text, Form("role", office=office)) for text in _texts(phrase, "position", language))
    for written, title in offices.titles_alone():
        yield from ((text, Form("title", title=title)) for text in _texts(written, "position", language))
    for place in sorted(offices.places()):
        adjectives = language.jurisdictions.get(place).adjectives
        for phrase in fill(language.offices.counterpart_phrases, adjective=adjectives):
            texts = _texts(phrase, "position", language)
            yield from ((text, Form("counterpart", place=place)) for text in texts)


def _can_be_told(text: str) -> bool:
    """Whether a form is more than one letter or signs alone, which occur everywhere."""
    return len(text) > 1 and any(map(str.isalnum, text))


def lesser_forms(name: str, kind: str, language: NameLanguage, is_date: Callable[[str], bool]) -> set[str]:
    """The short forms of a name of a kind (``person``, ``place``, ``organisation`` …).

    These are surnames, acronyms and parts of the name, folded: what `derive_forms` derives and what counts
    only in context.
    """
    entity = GazetteerEntity(EntityId(""), kind, name)
    found = _entity_forms(entity, language, is_date)
    return {text for text, form in found if form in ("surname", "bare", "short", "acronym")}


def _countries(entities: Iterable[GazetteerEntity], language: NameLanguage) -> Iterator[tuple[str, EntityId]]:
    """The other names of countries ("US", "Burma") whose name exactly one place of the gazetteer has."""
    bearers: defaultdict[str, list[EntityId]] = defaultdict(list)
    for entity in entities:
        if entity.type == "place":
            bearers[entity.name].append(entity.id)
    for name, places in bearers.items():
        known = language.jurisdictions.find(name)
        if known is not None and len(places) == 1:
            yield from (
                (text, places[0]) for other in known.names for text in _texts(other, "place", language)
            )


def _entity_forms(
    entity: GazetteerEntity, language: NameLanguage, is_date: Callable[[str], bool]
) -> Iterator[tuple[str, FormKind]]:
    kind: FormKind
    for name, listed in ((entity.name, "full"), *((a.text, a.kind) for a in entity.aliases)):
        kind = "weak" if listed == "weak" or is_date(name) else "name"
        for text in _texts(name, entity.type, language):
            for variant in name_variants(text, entity.type, language):
                yield variant, kind
            if kind == "weak":
                continue
            if entity.type == "person":
                yield from _person_forms(text, language)
            elif entity.type == "place":
                yield from _place_forms(text, language)
            elif entity.type not in _NO_SHORT_TYPES:
                yield from body_forms(text, entity.type, language)


def _texts(name: str, kind: str, language: NameLanguage) -> Iterable[str]:
    """The folded spellings of a listed name and of its forms in running text."""
    forms = [name]
    if language.name_forms is not None:
        forms.extend(language.name_forms(name, kind))
    inflection = language.inflection
    if inflection is not None and inflection.words.in_prose:
        forms = [form for each in forms for form in inflection.forms(each)]
    return dict.fromkeys(
        text
        for form in forms
        for spelling in spellings(form)
        for text in spelled_words(spelling, kind, language)
    )


def _person_forms(name: str, language: NameLanguage) -> Iterator[tuple[str, FormKind]]:
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


def _given_names_alone(
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


def _place_forms(name: str, language: NameLanguage) -> Iterator[tuple[str, FormKind]]:
    """The name without the larger place ("Deutz, Cologne") or "District", and a state's short name."""
    before, comma, _ = name.partition(", ")
    if comma and len(before) > 2:
        yield before, "name"
    for shorter in language.words.state_abbreviations.get(name, ()):
        if shorter.endswith("."):
            yield from ((text, "abbreviation") for text in (shorter, shorter.removesuffix(".")))
    words = before.split()
    short = language.short_names
    if len(words) > 1 and words[-1].lower() in short.dropped_nouns and says_enough(words[:-1], language):
        yield " ".join(words[:-1]), "short"
    first = words[0].lower() if len(words) > 1 else ""
    if first in short.compass or first.startswith(short.compass_prefixes):
        yield before[:1].lower() + before[1:], "name"
