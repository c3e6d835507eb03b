"""Check what texts mention: entities that no text mentions, and entities mentioned before they existed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dossier.edit.check.days import certain_days, day_words, days_covered, surely_before
from dossier.edit.check.definitions import Check, CheckedDossier, Problem, check, title_place
from dossier.edit.check.wording import CheckWords
from dossier.model.edtf import Bounds
from dossier.model.findings import Severity
from dossier.model.mentions import EntityId, Mention
from dossier.model.registry import Item
from dossier.recognise.whitespace import even

_WITHOUT_HOLDER: Final = "position-without-holder"
_NEAR: Final = 60
# A sentence with more dates is a list of dates, and does not say when an agreement was made.
_MOST_DATES: Final = 20


@check(
    "unmentioned-entity",
    Severity.NOTE,
    says="No text mentions an entity, and no front matter refers to it.",
    fix="Add an alias that texts use, or delete the file if the dossier does not need it.",
    leaves="entities that only the front matter of other files refers to, and people who held an office: "
    "a text that names the office may mean them, and the office's page lists them",
)
def unmentioned_entity(dossier: CheckedDossier) -> Iterator[Problem]:
    """A mention of an entity in its own text does not count: a page never links to itself."""
    mentioned: set[EntityId] = set()
    for read in dossier.texts.values():
        mentioned.update(mention.entity for mention in read.mentions)
        mentioned.update(mention.via for mention in read.mentions if mention.via)
        mentioned.update(one for refused in read.linked.unresolved for one in refused.candidates)
    known = mentioned | dossier.referred | dossier.terms.keys()
    for item in dossier.registry.entities():
        if item.id not in known and item.fields["title"]:
            hint = "add an alias that texts use, or delete the file"
            yield Problem.about(item, title_place(item), f"nothing mentions {item.title}", hint)


@check(
    "mentioned-before-birth",
    Severity.WARNING,
    says="An article is dated before the birth of a person whom it mentions.",
    fix="Correct whichever date is wrong. If the text means somebody else of that name, forbid the link "
    "with `no_link`.",
    leaves="uncertain and approximate dates",
)
def mentioned_before_birth(dossier: CheckedDossier) -> Iterator[Problem]:
    """There is one finding for each article and person."""
    people = {
        item: days
        for item, days in dossier.beginnings.items()
        if dossier.registry[item].type.named_as == "person"
    }
    for article, read in dossier.articles():
        written = certain_days(article.fields.text("date"))
        said: set[EntityId] = set()
        for mention in read.mentions:
            born = people.get(mention.entity)
            if born is None or mention.entity in said or not surely_before(written, born):
                continue
            said.add(mention.entity)
            message = (
                f"the article is dated {article.fields.text('date')} but mentions "
                f"{dossier.title(mention.entity)}, born {_first(born)}; they cannot both be right"
            )
            yield _at(dossier, article, mention, message, "correct a date, or forbid the link with no_link")


@check(
    "agreement-before-signing",
    Severity.WARNING,
    says="A text presents an agreement as made (“under the Minsk agreements”, “signed the Minsk "
    "Protocol”), but the article, or the date that the sentence speaks of, is earlier than the "
    "agreement's signing or adoption.",
    fix="Correct whichever date is wrong, or link the agreement that is meant.",
    leaves="agreements that are planned, proposed, drafted, expected or yet to be signed",
)
def agreement_before_signing(dossier: CheckedDossier) -> Iterator[Problem]:
    """Only sentences that present an agreement as made have their dates resolved."""
    for article, read in dossier.articles():
        written = certain_days(article.fields.text("date"))
        for mention in read.mentions:
            agreed = dossier.agreed.get(mention.entity)
            clause = _clause_before(read.text, mention)
            if agreed is None or not _as_done(
                dossier.words, clause, read.text[mention.end : mention.end + _NEAR]
            ):
                continue
            sentence_days = (
                None
                if dossier.words.aside.search(clause)
                else _only_before(dossier, article, mention, agreed)
            )
            early = next(
                (days for days in (written, sentence_days) if days and surely_before(days, agreed)), None
            )
            if early is not None:
                title = dossier.title(mention.entity)
                message = (
                    f"this presents {title} as already made on {_last(early)}, but it is dated "
                    f"{_first(agreed)}; they cannot both be right"
                )
                yield _at(
                    dossier, article, mention, message, "correct a date, or say that it was yet to be signed"
                )


@check(
    "no-holder-then",
    Severity.WARNING,
    says="A text mentions the holder of an office on a date for which the dossier knows no holder, "
    "though it knows others: the terms leave a gap.",
    fix="Add the missing term to the person's file, or correct the dates of the terms that are there.",
    leaves="offices of which the dossier knows no holder at all, and texts that mean the office itself",
)
def no_holder_then(dossier: CheckedDossier) -> Iterator[Problem]:
    """There is one finding for each article and office."""
    office_itself = dossier.words.office_itself
    for article, read in dossier.articles():
        said: set[EntityId] = set()
        for mention in read.mentions:
            before = _evened(read.text[max(0, mention.start - _NEAR) : mention.start])
            if mention.rule != _WITHOUT_HOLDER or mention.entity in said or office_itself.search(before):
                continue
            days = dossier.sentence_days(article, mention.start)
            days = days or certain_days(article.fields.text("date"))
            if _is_gap(dossier, mention.entity, days):
                said.add(mention.entity)
                words = _evened(read.text[mention.start : mention.end])
                message = f"“{words}”: the dossier knows no holder of this office on {_span(days)}"
                yield _at(
                    dossier, article, mention, message, "add the term to the file of the person who held it"
                )


CHECKS: Final[tuple[Check, ...]] = (
    unmentioned_entity,
    mentioned_before_birth,
    agreement_before_signing,
    no_holder_then,
)


def _only_before(dossier: CheckedDossier, article: Item, mention: Mention, day: Bounds) -> Bounds | None:
    """The days of which the sentence speaks; None if a date in it is an aside or may not be before `day`."""
    text = dossier.texts[article.id].text
    dates = dossier.dates_beside(article, mention.start)
    if len(dates) > _MOST_DATES:
        return None
    for date in dates:
        is_aside = dossier.words.after.search(text[max(0, date.start - _NEAR) : date.start])
        if is_aside or ";" in text[date.end : mention.start]:
            return None
        if not surely_before(certain_days(date.value), day):
            return None
    return dossier.sentence_days(article, mention.start)


def _clause_before(text: str, mention: Mention) -> str:
    """The text before a mention, from the beginning of its clause."""
    before = text[max(0, mention.start - _NEAR) : mention.start]
    return _evened(re.split(r"[.;:!?]\s|\n\s*\n", before)[-1])


def _evened(text: str) -> str:
    return even(text).text.replace("\n", " ")


def _as_done(words: CheckWords, clause: str, after: str) -> bool:
    """Whether the words around a mention present the agreement as made, and none as yet to come."""
    done = words.made_before.search(clause) or words.made_after.match(after)
    to_come = words.to_come_before.search(clause) or words.to_come_after.search(after.split(".")[0])
    return bool(done) and not to_come


def _is_gap(dossier: CheckedDossier, position: EntityId, days: Bounds) -> bool:
    """Whether the dossier knows holders of an office, but none on those days."""
    held = [term for term in dossier.terms.get(position, ()) if term.position == position]
    return (
        bool(held)
        and days.first is not None
        and days.last is not None
        and not any(days_covered(term.fields).overlaps(days) for term in held)
    )


def _at(dossier: CheckedDossier, item: Item, mention: Mention, message: str, hint: str) -> Problem:
    location = dossier.place_of(item, mention.start, mention.end)
    return Problem(item.path, location, message, hint, mention.end - mention.start)


def _first(days: Bounds) -> str:
    return day_words(days.first) if days.first is not None else "an unknown day"


def _last(days: Bounds) -> str:
    return day_words(days.last) if days.last is not None else "an unknown day"


def _span(days: Bounds) -> str:
    one, two = _first(days), _last(days)
    return one if one == two else f"any day from {one} to {two}"
