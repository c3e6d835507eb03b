"""Forms of names: the gazetteer in, every text that may stand for one of its entities out.

What an editor lists is taken as it is; surnames, spellings and case variants are derived. Initials and
given names need no forms of their own: `dossier.names.people` reads them in front of a surname.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from dossier.mentions import EntityId
from dossier.names.fold import spellings
from dossier.names.gazetteer import GazetteerEntity
from dossier.names.jurisdictions import jurisdiction
from dossier.names.offices import Office, Offices
from dossier.names.persons import parse_person, surname_spellings

FormKind = Literal["name", "weak", "surname", "role", "counterpart"]
# Nouns that close the name of an agreement, a body or an event, and are often written small.
_SMALL_NOUNS: Final = frozenset(
    """agreement agreements accord accords protocol protocols treaty act memorandum pact declaration
    convention initiative statement charter communiqué format group summit conference talks process war invasion council
    commission committee party government ministry parliament court union office department crisis referendum
    election elections""".split()
)
_ROMAN: Final = ("", "I", "II", "III", "IV", "V", "VI")


@dataclass(frozen=True, slots=True)
class Form:
    """What a stretch of text may mean: an entity by one of its names, or whoever holds an office."""

    kind: FormKind
    entity: EntityId | None = None
    office: Office | None = None
    place: str = ""


def derive_forms(entities: Iterable[GazetteerEntity], offices: Offices) -> dict[str, tuple[Form, ...]]:
    """Every folded text that may name something, with what it may name."""
    found: defaultdict[str, dict[Form, None]] = defaultdict(dict)
    for entity in entities:
        for text, kind in _entity_forms(entity):
            found[text][Form(kind, entity.id)] = None
    for phrase, office in offices.phrases():
        for text in spellings(phrase):
            found[text][Form("role", office=office)] = None
    for place in sorted(offices.places()):
        for adjective in jurisdiction(place).adjectives:
            for text in spellings(f"{adjective} counterpart"):
                found[text][Form("counterpart", place=place)] = None
    return {text: tuple(forms) for text, forms in found.items() if len(text) > 1}


def _entity_forms(entity: GazetteerEntity) -> Iterator[tuple[str, FormKind]]:
    for name, kind in ((entity.name, "full"), *((a.text, a.kind) for a in entity.aliases)):
        for text in spellings(name):
            for variant in _case_variants(text):
                yield variant, "weak" if kind == "weak" else "name"
        if entity.type == "person" and kind != "weak":
            yield from ((text, "surname") for text in _surnames(name))


def _surnames(name: str) -> set[str]:
    found: set[str] = set()
    for text in spellings(name):
        surname = parse_person(text).surname
        if len(surname) > 1:
            found |= surname_spellings(surname)
    return found | {text.upper() for text in found}


def _case_variants(name: str) -> set[str]:
    """A name as written, with small or capital nouns, in capitals, and with other numerals."""
    words = name.split(" ")
    found = {name}
    if len(words) > 1:
        found.add(" ".join(w[:1].upper() + w[1:] if len(w) > 3 else w for w in words))
        small = [w.lower() if n and w.lower() in _SMALL_NOUNS else w for n, w in enumerate(words)]
        found.add(" ".join(small))
    if name[:1].islower():
        found.add(name[:1].upper() + name[1:])
    for text in tuple(found):
        found |= _numeral_variants(text)
    if len(name) > 3:
        found.add(name.upper())
    if name.lower().startswith("the "):
        found |= {text[4:] for text in found}
    return {text for text in found | {t.replace("-", " ") for t in found} if text}


def _numeral_variants(name: str) -> set[str]:
    """Other numerals: "Minsk II", "Minsk-2" and "Minsk 2" are one."""
    head, gap, last = name.replace("-", " ").rpartition(" ")
    if not gap:
        return set()
    if last in _ROMAN:
        number = _ROMAN.index(last)
    elif last.isdigit() and int(last) < len(_ROMAN):
        number = int(last)
    else:
        return set()
    return {f"{head}{mark}{text}" for mark in (" ", "-") for text in (str(number), _ROMAN[number])}
