"""Checks of deeds: who signed or took part, in what office, and whether that can be on the day.

A deed is a record whose type's file says which field has its day (``day``). Whom it names must exist on that
day, and hold the office that it names, as far as the dossier knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dossier.content.listed_names import naming_texts
from dossier.edit.check.days import days_covered, stated_days, surely_before
from dossier.edit.check.definitions import Check, CheckedDossier, Problem, check, name_key
from dossier.index.terms import Term
from dossier.model.edtf import Bounds
from dossier.model.fields import Fields, Statement, Text
from dossier.model.findings import Location, Severity
from dossier.model.mentions import EntityId
from dossier.model.registry import Item, references_in
from dossier.model.types import FieldSpec


@dataclass(frozen=True, slots=True)
class _Deed:
    """A record of an item with the day on which it took place, as it is written and as days."""

    item: Item
    label: str
    fields: Fields
    spec: FieldSpec
    day: str
    days: Bounds


@check(
    "outside-lifetime",
    Severity.ERROR,
    says="Somebody signs, takes part, joins or takes office before birth or after death, or an organisation "
    "before it was founded or after it was dissolved.",
    fix="See which date is right, or who is meant.",
    leaves="doubtful and approximate dates, and dates that agree in one reading",
)
def outside_lifetime(dossier: CheckedDossier) -> Iterator[Problem]:
    """Whoever a record of a deed refers to, the signatory and the one signed for alike; who takes office."""
    for deed in _deeds(dossier):
        for target, statement in (*_references(deed), *_holder(deed)):
            begun, ended = dossier.beginnings.get(target), dossier.ends.get(target)
            title = dossier.title(target)
            if begun and surely_before(deed.days, begun):
                what = f"{deed.day} for {title}, {_told(dossier, target, 'from')}"
                yield _contradiction(deed, statement.location, what)
            elif ended and surely_before(ended, deed.days):
                what = f"{deed.day} for {title}, {_told(dossier, target, 'until')}"
                yield _contradiction(deed, statement.location, what)


@check(
    "office-not-held",
    Severity.ERROR,
    says="Somebody signs or takes part in an office that, by the dossier, they did not hold on that "
    "day: `as` an office, or in a `capacity` that is the title of one.",
    fix="Correct the day, the office or the terms in the person's file; where the person acted in "
    "another capacity, say which.",
    leaves="capacities that name no office of the dossier or are those of another country or body, doubtful "
    "dates, and terms that cover a day of several that are meant",
)
def office_not_held(dossier: CheckedDossier) -> Iterator[Problem]:
    """Terms of the person in that office are looked at; one that covers the day in any reading is enough."""
    phrases = _office_phrases(dossier)
    for deed in _deeds(dossier):
        people = [target for target, _ in _references(deed) if _is_person(dossier, target)]
        for person in people:
            for office, location in _offices_of(dossier, deed, phrases):
                held = [term for term in dossier.terms.get(person, ()) if term.position == office]
                if not any(days_covered(term.fields).overlaps(deed.days) for term in held):
                    yield _not_held(dossier, deed, person, office, held, location)


CHECKS: Final[tuple[Check, ...]] = (outside_lifetime, office_not_held)


def _deeds(dossier: CheckedDossier) -> Iterator[_Deed]:
    """Every deed of which the dossier knows the day."""
    for item in dossier.registry.items.values():
        for name, spec in item.type.fields.items():
            for record in item.fields.records(name) if spec.day else ():
                for given in spec.day:
                    source = record if record[given] else item.fields
                    if source[given]:
                        yield _Deed(item, name, record, spec, source.text(given), stated_days(source, given))
                        break


def _references(deed: _Deed) -> Iterator[tuple[EntityId, Statement]]:
    for reference in references_in(deed.item.id, deed.fields, deed.spec.fields):
        yield reference.target, reference.statement


def _holder(deed: _Deed) -> Iterator[tuple[EntityId, Statement]]:
    """Who begins a term of office: the item itself, at the day."""
    for name in deed.spec.day if deed.spec.term else ():
        yield from ((deed.item.id, statement) for statement in deed.fields[name][:1])


def _is_person(dossier: CheckedDossier, item: EntityId) -> bool:
    known = dossier.registry.items.get(item)
    return known is not None and known.type.named_as == "person"


def _offices_of(
    dossier: CheckedDossier, deed: _Deed, phrases: dict[str, EntityId]
) -> Iterator[tuple[EntityId, Location]]:
    """The offices that a deed names, by reference or in words, with where it does."""
    for target, statement in _references(deed):
        known = dossier.registry.items.get(target)
        if known is not None and known.type.named_as == "position":
            yield target, statement.location
    for name, statements in deed.fields.items():
        for statement in statements if deed.spec.fields[name].capacity else ():
            texts = statement.value.items() if isinstance(statement.value, Text) else ()
            found = {(phrases[_key(text)], _key(text)) for _, text in texts if _key(text) in phrases}
            offices = {office for office, words in found if not _is_of_another(dossier, deed, office, words)}
            yield from ((office, statement.location) for office in sorted(offices))


def _is_of_another(dossier: CheckedDossier, deed: _Deed, office: EntityId, words: str) -> bool:
    """Whether a phrase ("Prime Minister") is said of one who acts for another country or body."""
    item = dossier.registry[office]
    whose = {named.text for named in naming_texts(item) if named.naming == "jurisdiction"}
    kinds = {known.type.type for each in whose if (known := dossier.registry.items.get(EntityId(each)))}
    acted_for = {
        target
        for target, _ in _references(deed)
        if (known := dossier.registry.items.get(target)) and known.type.type in kinds
    }
    return words != _key(item.title) and bool(acted_for) and not acted_for & whose


def _office_phrases(dossier: CheckedDossier) -> dict[str, EntityId]:
    """The titles and phrases that name one office and no other."""
    found: dict[str, set[EntityId]] = {}
    for item in dossier.registry.entities():
        if item.type.named_as != "position":
            continue
        phrases = [named.text for named in naming_texts(item) if named.naming == "phrase"]
        for text in (item.title, *phrases):
            found.setdefault(_key(text), set()).add(item.id)
    return {text: min(offices) for text, offices in found.items() if len(offices) == 1}


def _not_held(
    dossier: CheckedDossier,
    deed: _Deed,
    person: EntityId,
    office: EntityId,
    held: list[Term],
    location: Location,
) -> Problem:
    terms = ", ".join(f"{t.fields.text('from') or '…'} to {t.fields.text('to') or '…'}" for t in held)
    known = f"the file of {dossier.title(person)} gives the term {terms}"
    if not held:
        known = f"the file of {dossier.title(person)} gives no term in it"
    what = f"{deed.day} as “{dossier.title(office)}”, and {known}"
    return _contradiction(deed, location, what)


def _contradiction(deed: _Deed, location: Location, what: str) -> Problem:
    message = f"{deed.label}: {what}; they cannot both be right"
    return Problem.about(deed.item, location, message, "see which date, name or office is right")


def _told(dossier: CheckedDossier, item: EntityId, kind: str) -> str:
    known = dossier.registry[item]
    return next(
        f"{spec.label.lower()} {known.fields.text(name)}"
        for name, spec in known.type.fields.items()
        if spec.exists == kind and known.fields[name]
    )


def _key(text: str) -> str:
    return name_key(text).removeprefix("the ")
