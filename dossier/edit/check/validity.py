"""Check what holds at one time: who holds an office, and which agreement is in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dossier.edit.check.days import certain_days, day_words, narrowest
from dossier.edit.check.definitions import Check, CheckedDossier, Problem, check
from dossier.index.terms import Term
from dossier.model.edtf import first_day
from dossier.model.fields import Fields
from dossier.model.findings import Severity
from dossier.model.registry import Item

_IN_FORCE: Final = re.compile(r"\bin force\b", re.IGNORECASE)
_NOT: Final = re.compile(
    r"\b(?:no|not|never|out|until|cease[ds]?|was|were|entered|ended|ends)\b", re.IGNORECASE
)
_SUPERSEDES: Final = "supersedes"


@check(
    "overlapping-terms",
    Severity.ERROR,
    says="More people hold an office at one time than it has seats (one, unless `seats` says otherwise). "
    "Mentions of the office on such a day are not linked.",
    fix="Correct the terms, mark acting holders with `acting: true`, or set the number of `seats`.",
    leaves="acting holders, a handover on one day, and terms that need not overlap in one reading of "
    "their dates",
)
def overlapping_terms(dossier: CheckedDossier) -> Iterator[Problem]:
    """The finding is on the term that is one too many: the latest to begin."""
    for position, held in dossier.terms.items():
        office = dossier.registry.items.get(position)
        if office is None or office.type.named_as != "position":
            continue
        seats = _seats(office)
        if seats is None:
            continue
        sure = [(_span(term), term) for term in held if not term.is_acting]
        began = [(start, end, n) for n, ((start, end), _) in enumerate(sure) if start is not None]
        known = sorted(began, key=lambda span: span[0])
        for index, (start, end, number) in enumerate(known):
            others = [sure[n][1] for s, e, n in known[:index] if _overlap(s, e, start, end)]
            others = [other for other in others if other.holder.id != sure[number][1].holder.id]
            if len({other.holder.id for other in others}) >= seats:
                yield _overlapping(office, seats, sure[number][1], others[-1], start)


@check(
    "superseded-in-force",
    Severity.WARNING,
    says="Another agreement supersedes this one, but the last state of this one is still “in force”.",
    fix="Add the state that it has had since, with `from`, or correct the relation.",
    leaves="agreements with an expiry date, and states in other words",
)
def superseded_in_force(dossier: CheckedDossier) -> Iterator[Problem]:
    """The last state is the one with the latest date, else the last in the list."""
    for item in dossier.registry.items.values():
        for reference in dossier.registry.references(item):
            other = dossier.registry.items.get(reference.target)
            record = reference.record.value if reference.record else None
            edge = reference.spec.edge
            if other is None or edge is None or not edge.by or not isinstance(record, Fields):
                continue
            if record.text(edge.by) == _SUPERSEDES and (state := _last_state(other)) is not None:
                message = (
                    f"{other.title} is “{state.text('value')}” in its last state, but {item.title} "
                    "supersedes it; they cannot both be right"
                )
                location = state["value"][0].location
                yield Problem.about(
                    other, location, message, "add the state that it has had since, with “from”"
                )


CHECKS: Final[tuple[Check, ...]] = (overlapping_terms, superseded_in_force)


def _seats(office: Item) -> int | None:
    """How many people may hold an office at a time; None where there is no limit."""
    for name, spec in office.type.fields.items():
        if spec.seats and office.fields[name]:
            said = office.fields.text(name)
            return max(1, int(said)) if said.isdecimal() else None
    return 1


def _span(term: Term) -> tuple[int | None, int | None]:
    """First and last day of a term at its shortest; None for an unknown beginning and while it lasts."""
    start, end = term.fields.text("from"), term.fields.text("to")
    first, last = narrowest(certain_days(start), certain_days(end))
    if end and last is None:
        # Its end is uncertain: it may have ended at once.
        last = first
    return first, last


def _overlap(first: int, last: int | None, start: int, end: int | None) -> bool:
    """Whether two terms have more days in common than one day of handover."""
    ends = [day for day in (last, end) if day is not None]
    return not ends or max(first, start) < min(ends)


def _overlapping(office: Item, seats: int, term: Term, other: Term, day: int) -> Problem:
    joined = "{} and {} both" if seats == 1 else "{}, {} and others"
    holders = joined.format(term.holder.title, other.holder.title)
    message = (
        f"{holders} hold “{office.title}” on {day_words(day + 1)}, but it has {seats} "
        f"seat{'' if seats == 1 else 's'}; the terms cannot all be right"
    )
    hint = "correct the terms, mark acting holders with “acting: true”, or set the office's “seats”"
    return Problem.about(term.holder, term.statement.location, message, hint)


def _last_state(item: Item) -> Fields | None:
    """The last state of an item, if it is in force and has not expired."""
    states = item.fields.records("state") if "state" in item.type.fields else ()
    if not states or item.fields["expires"]:
        return None
    last = max(enumerate(states), key=lambda each: (first_day(each[1].text("from")), each[0]))[1]
    words = last.text("value")
    return last if _IN_FORCE.search(words) and not _NOT.search(words) else None
