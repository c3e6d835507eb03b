"""Check dated records: whether those who signed or took part could do so on the day and in that office.

A dated record is one for which the type's file says which field holds its day (``day``). Those whom it names
must exist on that day and hold the office that it names, as far as the dossier knows.
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
class _DatedRecord:
    """A record of an item with the day on which it took place, as written and as days."""

    item: Item
    label: str
    fields: Fields
    spec: FieldSpec
    day: str
    days: Bounds


@check(
    "outside-lifetime",
    Severity.ERROR,
    says="A person signs, takes part, joins or takes office before birth or after death, or an organisation "
    "does so before it was founded or after it was dissolved.",
    fix="Correct whichever date is wrong, or name who is meant.",
    leaves="uncertain and approximate dates, and dates that agree in one reading",
)
def outside_lifetime(dossier: CheckedDossier) -> Iterator[Problem]:
    """Everyone to whom a dated record refers: signatories, those they sign for, and new office holders."""
    for dated in _dated_records(dossier):
        for target, statement in (*_references(dated), *_holder(dated)):
            begun, ended = dossier.beginnings.get(target), dossier.ends.get(target)
            title = dossier.title(target)
            if begun and surely_before(dated.days, begun):
                what = f"{title}, {_told(dossier, target, 'from')}, is listed for {dated.day}"
                yield _contradiction(dated, statement.location, what)
            elif ended and surely_before(ended, dated.days):
                what = f"{title}, {_told(dossier, target, 'until')}, is listed for {dated.day}"
                yield _contradiction(dated, statement.location, what)


@check(
    "office-not-held",
    Severity.ERROR,
    says="A person signs or takes part in an office that, according to the dossier, they did not hold on "
    "that day: `as` an office, or in a `capacity` that is the title of one.",
    fix="Correct the day, the office or the terms in the person's file; if the person acted in "
    "another capacity, say which.",
    leaves="capacities that name no office of the dossier or one of another country or body, uncertain "
    "dates, and terms that cover one of several possible days",
)
def office_not_held(dossier: CheckedDossier) -> Iterator[Problem]:
    """One term of the person in that office that covers the day in any reading is enough."""
    phrases = _office_phrases(dossier)
    for dated in _dated_records(dossier):
        people = [target for target, _ in _references(dated) if _is_person(dossier, target)]
        for person in people:
            for office, location in _offices_of(dossier, dated, phrases):
                held = [term for term in dossier.terms.get(person, ()) if term.position == office]
                if not any(days_covered(term.fields).overlaps(dated.days) for term in held):
                    yield _not_held(dossier, dated, person, office, held, location)


CHECKS: Final[tuple[Check, ...]] = (outside_lifetime, office_not_held)


def _dated_records(dossier: CheckedDossier) -> Iterator[_DatedRecord]:
    """Every record whose day the dossier knows."""
    for item in dossier.registry.items.values():
        for name, spec in item.type.fields.items():
            for record in item.fields.records(name) if spec.day else ():
                for given in spec.day:
                    source = record if record[given] else item.fields
                    if source[given]:
                        yield _DatedRecord(
                            item, name, record, spec, source.text(given), stated_days(source, given)
                        )
                        break


def _references(dated: _DatedRecord) -> Iterator[tuple[EntityId, Statement]]:
    for reference in references_in(dated.item.id, dated.fields, dated.spec.fields):
        yield reference.target, reference.statement


def _holder(dated: _DatedRecord) -> Iterator[tuple[EntityId, Statement]]:
    """The person who begins a term of office, which is the item itself, and the statement of the day."""
    for name in dated.spec.day if dated.spec.term else ():
        yield from ((dated.item.id, statement) for statement in dated.fields[name][:1])


def _is_person(dossier: CheckedDossier, item: EntityId) -> bool:
    known = dossier.registry.items.get(item)
    return known is not None and known.type.named_as == "person"


def _offices_of(
    dossier: CheckedDossier, dated: _DatedRecord, phrases: dict[str, EntityId]
) -> Iterator[tuple[EntityId, Location]]:
    """The offices that a record names by reference or in words, each with its place."""
    for target, statement in _references(dated):
        known = dossier.registry.items.get(target)
        if known is not None and known.type.named_as == "position":
            yield target, statement.location
    for name, statements in dated.fields.items():
        for statement in statements if dated.spec.fields[name].capacity else ():
            texts = statement.value.items() if isinstance(statement.value, Text) else ()
            found = {(phrases[_key(text)], _key(text)) for _, text in texts if _key(text) in phrases}
            offices = {office for office, words in found if not _is_of_another(dossier, dated, office, words)}
            yield from ((office, statement.location) for office in sorted(offices))


def _is_of_another(dossier: CheckedDossier, dated: _DatedRecord, office: EntityId, words: str) -> bool:
    """Whether a phrase ("Prime Minister") describes someone who acts for another country or body."""
    item = dossier.registry[office]
    whose = {named.text for named in naming_texts(item) if named.naming == "jurisdiction"}
    kinds = {known.type.type for each in whose if (known := dossier.registry.items.get(EntityId(each)))}
    acted_for = {
        target
        for target, _ in _references(dated)
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
    dated: _DatedRecord,
    person: EntityId,
    office: EntityId,
    held: list[Term],
    location: Location,
) -> Problem:
    terms = ", ".join(f"{t.fields.text('from') or '…'} to {t.fields.text('to') or '…'}" for t in held)
    known = f"the file of {dossier.title(person)} lists the term {terms}"
    if not held:
        known = f"the file of {dossier.title(person)} lists no term in this office"
    what = f"{dated.day} as “{dossier.title(office)}”, but {known}"
    return _contradiction(dated, location, what)


def _contradiction(dated: _DatedRecord, location: Location, what: str) -> Problem:
    message = f"{dated.label}: {what}; they cannot both be right"
    return Problem.about(dated.item, location, message, "correct whichever date, name or office is wrong")


def _told(dossier: CheckedDossier, item: EntityId, kind: str) -> str:
    known = dossier.registry[item]
    return next(
        f"{spec.label.lower()} {known.fields.text(name)}"
        for name, spec in known.type.fields.items()
        if spec.exists == kind and known.fields[name]
    )


def _key(text: str) -> str:
    return name_key(text).removeprefix("the ")
