"""Forms of names: the gazetteer in, every text that may stand for one of its entities out.

What an editor lists is taken as it is; the rest is derived. Initials and given names need no forms of
their own: `dossier.recognise.names.people` reads them in front of a surname.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from dossier.model.mentions import EntityId
from dossier.recognise.names.fold import spellings
from dossier.recognise.names.gazetteer import GazetteerEntity
from dossier.recognise.names.jurisdictions import demonyms, find_jurisdiction, jurisdiction
from dossier.recognise.names.offices import Office, Offices
from dossier.recognise.names.persons import parse_person, surname_spellings
from dossier.recognise.names.variants import name_variants
from dossier.recognise.names.words import (
    CALENDAR,
    COMMON_WORDS,
    FUNCTION,
    LANDFORMS,
    LEGAL_FORMS,
    PLAIN_FIRST_WORDS,
    PUBLIC_HEADS,
    SMALL_NOUNS,
    TITLES,
)

FormKind = Literal["name", "weak", "short", "head", "acronym", "surname", "role", "counterpart"]
_LESSER: Final[tuple[FormKind, ...]] = ("weak", "acronym", "short", "head")
_COMPOUND: Final = re.compile("[-–—/]")
_LOOSE_FORMS: Final = frozenset({"group", "holding", "holdings"})
_SMALL: Final = frozenset("of the for and in on at to de la du des der die das & -".split())
_HEAD_NOUNS: Final = SMALL_NOUNS | frozenset(
    """university college institute foundation association federation company corporation museum alliance
    commission assembly bank league academy society centre center tribunal mission""".split()
)
_COMPASS: Final = frozenset("north south east west northern southern eastern western central".split())
# Endings of adjectives, participles and abstract nouns, which begin names without being one.
_ORDINARY_ENDINGS: Final = (
    *(
        "ed",
        "ing",
        "ial",
        "onal",
        "ical",
        "ary",
        "ity",
        "tion",
        "sion",
        "ment",
        "ness",
        "ive",
        "ous",
        "ful",
        "less",
    ),
    *("'s", "ly", "able", "ible", "ance", "ence"),
)
_NO_SHORT_TYPES: Final = frozenset({"person", "position", "place"})


@dataclass(frozen=True, slots=True)
class Form:
    """What a stretch of text may mean: an entity by one of its names, or whoever holds an office.

    ``name`` is a full name, ``surname`` needs a bearer, ``weak``, ``short``, ``head`` and ``acronym``
    mean an entity only once the document has introduced it.
    """

    kind: FormKind
    entity: EntityId | None = None
    office: Office | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Meanings:
    """All that one text may mean, sorted by kind: what `Form` says, made once for the whole gazetteer.

    ``lesser`` holds the kinds that need an introduction, in the order in which they are tried.
    """

    names: tuple[EntityId, ...] = ()
    surnames: tuple[EntityId, ...] = ()
    lesser: tuple[tuple[FormKind, tuple[EntityId, ...]], ...] = ()
    offices: tuple[Office, ...] = ()
    counterpart: str = ""

    @classmethod
    def of(cls, forms: Iterable[Form]) -> Meanings:
        """Sort forms; a lesser one gives way to a name or surname ("Clinton" for the foundation)."""
        known = tuple(forms)

        def entities(kind: FormKind) -> tuple[EntityId, ...]:
            return tuple(form.entity for form in known if form.kind == kind and form.entity is not None)

        names, surnames = entities("name"), entities("surname")
        kinds = ("weak",) if names or surnames else _LESSER
        return cls(
            names,
            surnames,
            tuple((kind, found) for kind in kinds if (found := entities(kind))),
            tuple(form.office for form in known if form.office is not None),
            next((form.place for form in known if form.kind == "counterpart"), ""),
        )


def derive_forms(
    entities: Sequence[GazetteerEntity], offices: Offices, is_date: Callable[[str], bool]
) -> dict[str, Meanings]:
    """Every folded text that may name something, with what it may name."""
    found: defaultdict[str, dict[Form, None]] = defaultdict(dict)
    for entity in entities:
        for text, kind in _entity_forms(entity, is_date):
            found[text][Form(kind, entity.id)] = None
    for text, country in _countries(entities):
        if not any(form.kind == "name" for form in found[text]):
            found[text][Form("name", country)] = None
    for phrase, office in offices.phrases():
        if is_date(phrase):
            continue
        for text in spellings(phrase):
            found[text][Form("role", office=office)] = None
    for place in sorted(offices.places()):
        for adjective in jurisdiction(place).adjectives:
            for text in spellings(f"{adjective} counterpart"):
                found[text][Form("counterpart", place=place)] = None
    return {text: Meanings.of(forms) for text, forms in found.items() if _can_be_told(text)}


def _can_be_told(text: str) -> bool:
    """Whether a form is more than one letter or signs alone, which stand everywhere."""
    return len(text) > 1 and any(map(str.isalnum, text))


def lesser_forms(name: str, kind: str, is_date: Callable[[str], bool]) -> set[str]:
    """What an entity of a kind (``person``, ``place``, ``organisation`` …) is called for short.

    Surnames, acronyms and parts of the name, folded: what `derive_forms` derives and finds only in context.
    """
    entity = GazetteerEntity(EntityId(""), kind, name)
    return {text for text, form in _entity_forms(entity, is_date) if form in ("surname", "short", "acronym")}


def _countries(entities: Iterable[GazetteerEntity]) -> Iterator[tuple[str, EntityId]]:
    """The other names of countries ("US", "Burma") whose name one place of the gazetteer bears."""
    bearers: defaultdict[str, list[EntityId]] = defaultdict(list)
    for entity in entities:
        if entity.type == "place":
            bearers[entity.name].append(entity.id)
    for name, places in bearers.items():
        known = find_jurisdiction(name)
        if known is not None and len(places) == 1:
            yield from ((text, places[0]) for other in known.names for text in spellings(other))


def _entity_forms(entity: GazetteerEntity, is_date: Callable[[str], bool]) -> Iterator[tuple[str, FormKind]]:
    kind: FormKind
    for name, listed in ((entity.name, "full"), *((a.text, a.kind) for a in entity.aliases)):
        kind = "weak" if listed == "weak" or is_date(name) else "name"
        for text in spellings(name):
            for variant in name_variants(text, entity.type):
                yield variant, kind
            if kind == "weak":
                continue
            if entity.type == "person":
                yield from _person_forms(text)
            elif entity.type == "place":
                yield from _place_forms(text)
            elif entity.type not in _NO_SHORT_TYPES:
                yield from _body_forms(text, entity.type)


def _person_forms(name: str) -> Iterator[tuple[str, FormKind]]:
    """Surnames; for rulers and peers the name without its title, and the title without the name."""
    before, comma, _ = name.partition(", ")
    words = before.split()
    while len(words) > 1 and words[0].lower() in TITLES:
        words = words[1:]
        yield " ".join(words), "short" if len(words) == 1 else "name"
    if comma:
        yield before, "short" if " " not in before else "name"
    parsed = parse_person(before)
    if len(parsed.surname) > 1:
        for surname in surname_spellings(parsed.surname):
            yield surname, "surname"
            if len(surname) > 3:
                yield surname.upper(), "surname"
    elif len(words) > 1 and words[0][:1].isupper():
        yield words[0], "short"


def _place_forms(name: str) -> Iterator[tuple[str, FormKind]]:
    """The name without what it lies in, and without "District": "Deutz, Cologne" is "Deutz"."""
    before, comma, _ = name.partition(", ")
    if comma and len(before) > 2:
        yield before, "name"
    words = before.split()
    if len(words) > 1 and words[-1].lower() in SMALL_NOUNS - LANDFORMS and _says_enough(words[:-1]):
        yield " ".join(words[:-1]), "short"
    if len(words) > 1 and (words[0].lower().startswith("sub-") or words[0].lower() in _COMPASS):
        yield before[:1].lower() + before[1:], "name"


def _body_forms(name: str, kind: str) -> Iterator[tuple[str, FormKind]]:
    """Short forms of organisations, agreements, events and what else has a name of several words."""
    bare = _without_legal_form(name)
    words = bare.split()
    if bare != name and bare:
        yield bare, "name" if len(words) > 1 else "short"
    if len(words) < 2:
        if "-" in bare:
            yield bare.partition("-")[0], "short"
        return
    shorter = (
        (*_prefixes(words), *_suffixes(words), *_without_country(words))
        if kind == "organisation"
        else (*(text for text in _prefixes(words) if " " in text), *_without_country(words))
    )
    for text in shorter:
        if text[:1].isupper() and text.lower() not in _HEAD_NOUNS:
            yield from ((variant, "short") for variant in {text, text.replace("'", "")})
    for head in {words[0], words[-1]}:
        if head.lower() in _HEAD_NOUNS:
            yield head[:1].upper() + head[1:], "head"
    for part in (words, name.replace(",", "").split(), *(text.split() for text in _without_country(words))):
        acronym = _acronym(part)
        if len(acronym) > 2:
            yield acronym, "acronym"


def _prefixes(words: list[str]) -> Iterator[str]:
    """The name without its last words, as long as what is left is a name and not a plain word."""
    for size in range(1, len(words)):
        part = words[:size]
        following = words[size].lower()
        if part[-1].lower() in _SMALL or following in PUBLIC_HEADS or part[-1].lower() in LANDFORMS:
            continue
        if following in _SMALL and not (size == 1 and following in ("and", "&")):
            continue
        if part[0][:1].isupper() and _says_enough(part):
            yield " ".join(part)


def _suffixes(words: list[str]) -> Iterator[str]:
    """The name without its first word, where at least two words are left: "Contact Group"."""
    rest = words[1:]
    if len(rest) > 1 and all(word[:1].isupper() for word in rest) and _says_enough(rest[:-1]):
        yield " ".join(rest)


def _without_country(words: list[str]) -> Iterator[str]:
    """The name without the country or body in front: "Millennium Declaration" for the United Nations'."""
    for size in (1, 2):
        rest = words[size:]
        if find_jurisdiction(" ".join(words[:size])) is not None and rest and rest[0].lower() not in _SMALL:
            yield " ".join(rest)


def _says_enough(words: list[str]) -> bool:
    """Whether the first words of a name stand for it: not "National", not "Russia", not "US-Russia"."""
    text = " ".join(words)
    if find_jurisdiction(text) is not None or len(text) < 3 or text.isdigit():
        return False
    plain = PLAIN_FIRST_WORDS | demonyms() | FUNCTION
    parts = [part for word in words for part in _COMPOUND.split(word) if part]
    if len(parts) == 1 and _is_ordinary(parts[0].lower()):
        return False
    return not all(part.lower() in plain or find_jurisdiction(part) is not None for part in parts)


def _is_ordinary(word: str) -> bool:
    """Whether a word is no name by itself: "Open", "Armed", "Security", "December", "Russia's"."""
    if word.endswith("'s"):
        return find_jurisdiction(word[:-2]) is not None
    return word in COMMON_WORDS or word in CALENDAR or word.endswith(_ORDINARY_ENDINGS)


def _without_legal_form(name: str) -> str:
    words = name.replace(",", "").split()
    while len(words) > 1 and words[-1].lower().rstrip(".") in LEGAL_FORMS - _LOOSE_FORMS:
        words.pop()
    return " ".join(words)


def _acronym(words: list[str]) -> str:
    return "".join(w[0] for w in words if w.lower() not in _SMALL and w[0].isupper())
