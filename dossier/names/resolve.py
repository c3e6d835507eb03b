"""Resolution: the spans of one document in, one entity for each or a refusal out.

Goes through the text once from its start and remembers whom it has introduced. Nothing is kept from
one document to the next.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dossier.mentions import DateMention, Document, EntityId, Mention, Unresolved
from dossier.names.acronyms import acronym_spans
from dossier.names.bearers import Bearers
from dossier.names.context import word_before, words_before
from dossier.names.gazetteer import GazetteerEntity
from dossier.names.guards import (
    Page,
    after_nation,
    common_word,
    has_longer_given_name,
    in_another_land,
    inside_longer_name,
    of_more,
    year_before,
)
from dossier.names.matcher import NameSpan
from dossier.names.memory import Memory
from dossier.names.namesakes import Namesakes
from dossier.names.offices import Offices
from dossier.names.people import Person, make_person
from dossier.names.roles import Roles, bounds_or_none
from dossier.names.teams import Teams
from dossier.names.words import INSIDE, LEGAL_FORMS
from dossier.rules import Rule

_LEGAL_FORM_AFTER: Final = re.compile(r"(?:,? (?:&|[A-Z][A-Za-z]*\.?(?!\w))){1,4}")

RULES: Final = (
    Rule(
        "name",
        "A title or alias, or a variant of one: case, marks, hyphens, numerals, British or American "
        "spelling, “of”, a country's name for its adjective. The longest match wins, on word boundaries.",
        "The [[Minsk Agreements]] stand.",
        "minsk-agreements",
        "a name inside a longer capitalised name (“OSCE Minsk Group”, “Bank of England”), glued to others "
        "(“pro-Moscow”, “A & B”), a place for a team, a city overseas (“Paris, Texas”), an ordinary word "
        "where a sentence begins",
    ),
    Rule(
        "introduced-name",
        "A name of several entities: the one that the front matter declares, that the title or the text has "
        "introduced by another name, or to which the text's words point: the further words of its id, its "
        "adjective, its office holders, the states named beside it.",
        "Farms in Georgia, near Atlanta in the State of Georgia, lie in [[Georgia]].",
        "state-of-georgia",
        "",
    ),
    Rule(
        "ambiguous-name",
        "A name of several entities with nothing to tell them apart: refused, with all of them.",
        "The roads of [[Georgia]] are long.",
        "refused: georgia, state-of-georgia",
        "",
    ),
    Rule(
        "weak",
        "A weak alias, once the document has introduced its entity.",
        "The Organization for Security and Co-operation in Europe came. [[The Organization]] was late.",
        "osce",
        "a weak alias on its own",
    ),
    Rule(
        "acronym",
        "What stands in parentheses after a full name, listed or not, and a body's initials.",
        "The Trilateral Contact Group (TCG) met. The [[TCG]] signed.",
        "trilateral-contact-group",
        "initials that fit two entities of which the text names neither",
    ),
    Rule(
        "short",
        "The first words of a name of several words, or what is left without the country in front, once the "
        "full name has stood.",
        "The Trilateral Contact Group met. The [[Trilateral Contact]] talks went on.",
        "trilateral-contact-group",
        "plain words (“National”), and words that name something else in the gazetteer",
    ),
    Rule(
        "head",
        "“The” and the head word of the one introduced entity that has it.",
        "The Budapest Memorandum was signed. The [[Memorandum]] was short.",
        "budapest-memorandum",
        "“the Memorandum of Rome”, and a head word that two introduced entities share",
    ),
)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What does not change from document to document."""

    entities: Mapping[EntityId, GazetteerEntity]
    persons: Mapping[EntityId, Person]
    offices: Offices
    given: frozenset[str]
    things: Mapping[EntityId, str]

    @classmethod
    def of(cls, entities: Iterable[GazetteerEntity], offices: Offices) -> Knowledge:
        """Gather it from a gazetteer."""
        by_id = {entity.id: entity for entity in entities}
        persons = {e.id: make_person(e) for e in by_id.values() if e.type == "person"}
        given = frozenset(
            names[0] for person in persons.values() for names in person.given if len(names[0]) > 2
        )
        things = {e.id: e.name for e in by_id.values() if e.type not in ("person", "place", "position")}
        return cls(by_id, persons, offices, given, things)


class Resolver:
    """Resolves the spans of one document."""

    def __init__(
        self,
        knowledge: Knowledge,
        document: Document,
        spans: Sequence[NameSpan],
        dates: Sequence[DateMention],
    ) -> None:
        self._known = knowledge
        self._document = document
        self._text = text = document.text
        self._memory = Memory(document.declared)
        more = acronym_spans(text, spans, knowledge.things)
        spans = sorted([*spans, *more], key=lambda span: (span.start, -span.end)) if more else spans
        self._spans = spans
        self._page = _page(text, spans, knowledge)
        published = bounds_or_none(document.date)
        self._roles = Roles(text, self._memory, knowledge.offices, dates, published)
        self._bearers = Bearers(
            self._page, self._memory, knowledge.persons, knowledge.offices, published, self._roles.spoken
        )
        self._dated = sorted((date.start, date.end) for date in dates)
        self._excluded = sorted(document.excluded)
        self._teams = Teams(text)
        self._namesakes = Namesakes(text, knowledge.entities, knowledge.offices, self._memory)
        self._mentions: list[Mention] = []
        self._unresolved: list[Unresolved] = []

    def run(self) -> tuple[list[Mention], list[Unresolved]]:
        """Everything resolved and everything refused, in the order of the text."""
        self._look_ahead()
        taken = 0
        for span in self._spans:
            if span.start < taken or _overlap(self._dated, span.start, span.end):
                continue
            found = self._resolve(span)
            if found is None or found.start < taken or _overlap(self._dated, found.start, found.end):
                continue
            taken = found.end
            if not _overlap(self._excluded, found.start, found.end):
                self._keep(found)
        return self._mentions, self._unresolved

    def _keep(self, found: Mention | Unresolved) -> None:
        """Keep what was found, unless the front matter forbids it."""
        forbidden = self._document.forbidden
        if isinstance(found, Mention):
            if found.entity not in forbidden:
                self._mentions.append(self._with_position(found))
        elif candidates := tuple(c for c in found.candidates if c not in forbidden):
            self._unresolved.append(replace(found, candidates=candidates))

    def _look_ahead(self) -> None:
        """Note the strangers of the whole text, and whom its title names in full."""
        title_end = _title_end(self._document)
        for start, end, meanings in self._spans:
            if not meanings.names:
                if meanings.surnames:
                    self._bearers.note_stranger(start, end, meanings.surnames)
                elif meanings.lesser and meanings.lesser[0][0] == "short":
                    self._bearers.note_namesake(start, end)
            elif len(meanings.names) == 1 and " " in self._text[start:end]:
                self._memory.anywhere.add(meanings.names[0])
                if end <= title_end:
                    self._memory.subjects.add(meanings.names[0])

    def _lesser_candidates(self, candidates: Sequence[EntityId], kind: str) -> list[EntityId]:
        """Those that the text has introduced; an acronym may come first, or stand alone where one fits."""
        found = [c for c in candidates if self._memory.introduced(c)]
        if not found and kind == "acronym":
            found = [c for c in candidates if c in self._memory.anywhere]
            if not found and len(candidates) == 1:
                return list(candidates)
        return found

    def _resolve(self, span: NameSpan) -> Mention | Unresolved | None:
        start, end, meanings = span
        found: Mention | Unresolved | None = None
        if meanings.names:
            found = self._name(start, end, list(meanings.names))
        for kind, entities in meanings.lesser:
            if found is None and (candidates := self._lesser_candidates(entities, kind)):
                found = self._lesser_name(start, end, candidates, kind)
        if found is None and meanings.surnames:
            found = self._surname(start, end, list(meanings.surnames))
        if found is None and meanings.offices:
            before = self._mentions[-1] if self._mentions else None
            found = self._roles.resolve(start, end, meanings.offices, before)
        if found is None and meanings.counterpart:
            found = self._roles.counterpart(start, end, meanings.counterpart)
        return found

    def _surname(self, start: int, end: int, candidates: list[EntityId]) -> Mention | Unresolved | None:
        found = self._bearers.resolve(start, end, candidates)
        if isinstance(found, Mention):
            if found.rule != "only-bearer":
                self._memory.name(found.entity, found.start)
            self._memory.speak_of(found.entity, found.start)
        return found

    # Names -----------------------------------------------------------------------------------------

    def _name(self, start: int, name_end: int, candidates: list[EntityId]) -> Mention | Unresolved | None:
        rule = "name"
        end = self._end_with_legal_form(name_end, candidates)
        single = " " not in self._text[start:name_end]
        if end == name_end and inside_longer_name(self._page, start, end, single=single):
            return None
        if single and common_word(self._text, start, end) and not self._declared(candidates):
            return None
        candidates = [c for c in candidates if not self._is_another(c, start, end)]
        if len(candidates) > 1:
            chosen = [c for c in candidates if c in self._memory.declared]
            if len(chosen) != 1:
                chosen = self._namesakes.choose(candidates, start, self._roles.sentence(start))
            if len(chosen) != 1:
                chosen = self._memory.choose(candidates)
            if len(chosen) != 1:
                return Unresolved(start, end, tuple(candidates), "ambiguous-name")
            candidates, rule = chosen, "introduced-name"
        if not candidates:
            return None
        self._introduce(candidates[0], start)
        return Mention(start, end, candidates[0], rule)

    def _declared(self, candidates: Iterable[EntityId]) -> bool:
        return any(c in self._memory.declared for c in candidates)

    def _is_another(self, candidate: EntityId, start: int, end: int) -> bool:
        """Whether what stands around speaks against a candidate of its type."""
        kind = self._known.entities[candidate].type
        if kind == "person":
            return has_longer_given_name(self._page, start)
        if kind == "place":
            text = self._text
            return (
                in_another_land(text, start, end)
                or after_nation(text, start)
                or self._teams.stands_for_one(start, end)
            )
        return kind == "event" and year_before(self._text, start)

    def _end_with_legal_form(self, end: int, candidates: Iterable[EntityId]) -> int:
        """The end of a name with the "Inc" or "Corp." that follows it, where the name is no person's."""
        match = _LEGAL_FORM_AFTER.match(self._text, end)
        if match is None or any(self._known.entities[c].type in ("person", "place") for c in candidates):
            return end
        name_end = end
        for word in re.finditer(r"[A-Za-z&]+\.?", match.group()):
            if word.group().lower().rstrip(".") not in LEGAL_FORMS and word.group() != "&":
                break
            end = name_end + word.end()
        return end

    def _introduce(self, entity: EntityId, start: int) -> None:
        self._memory.name(entity, start)
        if self._known.entities[entity].type == "person":
            self._memory.speak_of(entity, start)

    def _lesser_name(self, start: int, end: int, candidates: list[EntityId], kind: str) -> Mention | None:
        """A weak alias, short form, head word or acronym of what the text has introduced."""
        end = self._end_with_legal_form(end, candidates)
        if inside_longer_name(self._page, start, end, single=True) or common_word(self._text, start, end):
            return None
        if kind == "head" and not self._head_stands_alone(start, end):
            return None
        if kind == "short" and self._stands_in(start, end):
            return None
        if kind == "short" and self._memory.of_name(self._text[start:end]).places:
            return None
        if len(candidates) > 1:
            candidates = self._memory.choose(candidates)
            if len(candidates) != 1:
                return None
        return Mention(start, end, candidates[0], kind)

    def _stands_in(self, start: int, end: int) -> bool:
        """Whether one word has "in" before it, and so is a place: "in Normandy" is no Normandy Format."""
        before = word_before(self._text, start)
        return before is not None and before.lower in INSIDE and " " not in self._text[start:end]

    def _head_stands_alone(self, start: int, end: int) -> bool:
        """Whether "the" stands before and no "of ..." after: "the Package", not "the University of Pisa"."""
        before = words_before(self._text, start, 1)
        return bool(before) and before[0].lower == "the" and not of_more(self._text, end)

    def _with_position(self, mention: Mention) -> Mention:
        """A name whose position's phrase stands directly in front keeps the position in ``via``."""
        if mention.via is not None or not self._mentions:
            return mention
        before = self._mentions[-1]
        if before.rule != "position-before-name" or before.end + 1 != mention.start:
            return mention
        held = {office.position for office, _ in self._known.offices.held_by(mention.entity)}
        return replace(mention, via=before.entity) if before.entity in held else mention


def _page(text: str, spans: Sequence[NameSpan], knowledge: Knowledge) -> Page:
    starts: set[int] = set()
    begins: set[int] = set()
    ends: set[int] = set()
    joints: set[int] = set()
    for start, end, meanings in spans:
        if meanings.names or meanings.surnames:
            joints.update((start, end))
        if meanings.names:
            begins.add(start)
            if meanings.names[0] not in knowledge.persons:
                ends.add(end)
            elif " " in text[start:end]:
                starts.add(start)
    return Page(text, starts, begins, ends, joints, knowledge.given)


def _overlap(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch touches one of the sorted spans."""
    index = bisect_left(spans, (end, -1))
    return any(a < end and start < b for a, b in spans[max(0, index - 2) : index])


def _title_end(document: Document) -> int:
    """Where the title ends: the first heading, or a first line that is short and no sentence."""
    if document.headings:
        return document.headings[0][1]
    end = document.text.find("\n\n", 0, 200)
    return end if end > 0 and not document.text[:end].endswith(".") else 0
