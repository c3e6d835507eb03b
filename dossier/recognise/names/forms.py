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
from dossier.recognise.names.body_forms import body_forms, says_enough
from dossier.recognise.names.fold import spellings
from dossier.recognise.names.gazetteer import GazetteerEntity
from dossier.recognise.names.meanings import Form, FormKind, Meanings
from dossier.recognise.names.offices import Offices
from dossier.recognise.names.person_forms import official_forms, person_forms
from dossier.recognise.names.templates import fill
from dossier.recognise.names.variants import name_variants, spelled_words
from dossier.recognise.names.vocabulary import NameLanguage

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
            for text, kind in official_forms(entity, offices, language):
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
                yield from person_forms(text, language)
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
