"""Resolution: the spans of one document in, one entity for each or a refusal out.

Goes through the text once from its start and remembers whom it has introduced. Nothing is kept from
one document to the next.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dossier.edtf import Bounds, EDTFError, bounds
from dossier.mentions import DateMention, Document, EntityId, Mention, Unresolved
from dossier.names.context import word_after, words_before
from dossier.names.gazetteer import GazetteerEntity
from dossier.names.guards import continues, glued, inside_longer_name
from dossier.names.matcher import NameSpan
from dossier.names.offices import Office, Offices
from dossier.names.people import Person, SurnameReading, bears, make_person, read_before
from dossier.names.roles import read_role, stands_before_name, who
from dossier.names.words import CALENDAR, FUNCTION, KIN
from dossier.sentences import sentence_spans

_FAMILY: Final = frozenset("family brothers sisters clan dynasty twins siblings couple".split())


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What does not change from document to document."""

    entities: Mapping[EntityId, GazetteerEntity]
    persons: Mapping[EntityId, Person]
    offices: Offices

    @classmethod
    def of(cls, entities: Iterable[GazetteerEntity], offices: Offices) -> Knowledge:
        """Gather it from a gazetteer."""
        by_id = {entity.id: entity for entity in entities}
        persons = {e.id: make_person(e) for e in by_id.values() if e.type == "person"}
        return cls(by_id, persons, offices)


@dataclass(frozen=True, slots=True)
class _Stranger:
    """Somebody whom the gazetteer does not know: the given name, title and place of the first mention."""

    given: str
    title: str
    at: int


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
        self._text = document.text
        self._spans = spans
        self._dates = dates
        self._starts = {span.start for span in spans}
        self._introduced: dict[EntityId, int] = dict.fromkeys(document.declared, -1)
        self._strangers: defaultdict[str, list[_Stranger]] = defaultdict(list)
        self._sentences: list[tuple[int, int]] | None = None
        self._mentions: list[Mention] = []
        self._unresolved: list[Unresolved] = []
        self._published = _bounds_or_none(document.date)
        self._last: tuple[int, EntityId] | None = None
        self._via: tuple[int, EntityId, Office] | None = None

    def run(self) -> tuple[list[Mention], list[Unresolved]]:
        """Everything resolved and everything refused, in the order of the text."""
        self._find_strangers()
        taken = 0
        blocked = sorted([*self._document.excluded, *((d.start, d.end) for d in self._dates)])
        for span in self._spans:
            if span.start < taken or _overlaps(blocked, span.start, span.end):
                continue
            found = self._resolve(span)
            if found is None or found.start < taken:
                continue
            taken = found.end
            if isinstance(found, Mention):
                if found.entity in self._document.forbidden:
                    continue
                self._mentions.append(found)
            else:
                self._unresolved.append(found)
        return self._mentions, self._unresolved

    def _find_strangers(self) -> None:
        """Note every surname that the text gives to somebody else ("Jeb Bush")."""
        for span in self._spans:
            candidates = [f.entity for f in span.forms if f.kind == "surname" and f.entity]
            if not candidates or continues(self._text, span.end, self._starts):
                continue
            reading = read_before(self._text, span.start)
            if reading.given and not any(bears(self._known.persons[c], reading.given) for c in candidates):
                surname = self._text[span.start : span.end]
                self._strangers[surname].append(_Stranger(" ".join(reading.given), reading.title, span.start))

    def _resolve(self, span: NameSpan) -> Mention | Unresolved | None:
        names = [f.entity for f in span.forms if f.kind == "name" and f.entity]
        weak = [
            f.entity for f in span.forms if f.kind == "weak" and f.entity in self._introduced and f.entity
        ]
        if names or weak:
            found = self._resolve_name(span, names or weak)
            if found is not None:
                return found
        surnames = [f.entity for f in span.forms if f.kind == "surname" and f.entity]
        if surnames:
            found = self._resolve_surname(span, surnames)
            if found is not None:
                return found
        for form in span.forms:
            if form.kind == "role" and form.office is not None:
                return self._resolve_role(span, form.office)
            if form.kind == "counterpart":
                return self._resolve_counterpart(span, form.place)
        return None

    # Names -----------------------------------------------------------------------------------------

    def _resolve_name(self, span: NameSpan, candidates: list[EntityId]) -> Mention | Unresolved | None:
        text, start, end = self._text, span.start, span.end
        single = " " not in text[start:end]
        if inside_longer_name(text, start, end, self._starts, single=single):
            return None
        if self._common_word(start, end):
            return None
        rule = "name"
        if len(candidates) > 1:
            chosen = self._choose(candidates)
            if len(chosen) != 1:
                return Unresolved(start, end, tuple(candidates), "ambiguous-name")
            candidates, rule = chosen, "introduced-name"
        return self._mention(start, end, candidates[0], rule)

    def _choose(self, candidates: list[EntityId]) -> list[EntityId]:
        """Those whom the front matter declares, else those whom the text has introduced."""
        declared = [c for c in candidates if c in self._document.declared]
        return declared or [c for c in candidates if c in self._introduced]

    def _mention(self, start: int, end: int, entity: EntityId, rule: str) -> Mention:
        self._introduced[entity] = start
        via = None
        if self._via is not None and self._via[0] == start:
            office = self._via[2]
            if office.position and any(o is office for o, _ in self._known.offices.held_by(entity)):
                via = office.position
        if self._known.entities[entity].type == "person":
            self._last = (start, entity)
        return Mention(start, end, entity, rule, via)

    def _common_word(self, start: int, end: int) -> bool:
        """A single capitalised word that is also an ordinary word, where the capital means nothing."""
        word = self._text[start:end].lower()
        if word in CALENDAR:
            return True
        return word in FUNCTION and self._text[start:end] != self._text[start:end].upper()

    # Surnames --------------------------------------------------------------------------------------

    def _resolve_surname(self, span: NameSpan, candidates: list[EntityId]) -> Mention | Unresolved | None:
        text, start, end = self._text, span.start, span.end
        if glued(text, start, end) or continues(text, end, self._starts):
            return None
        reading = read_before(text, start)
        if reading.given:
            fitting = [c for c in candidates if bears(self._known.persons[c], reading.given)]
            if not fitting:
                return None
            return self._settle(reading.start, end, fitting, candidates, "given-name-or-initials", reading)
        if self._not_one_person(start, end) or self._month(start, end):
            return None
        return self._settle_bare(start, end, candidates, reading)

    def _not_one_person(self, start: int, end: int) -> bool:
        after = word_after(self._text, end)
        if after is not None and after.lower in _FAMILY:
            return True
        before = words_before(self._text, start, 1)
        return bool(before) and before[0].lower in KIN

    def _month(self, start: int, end: int) -> bool:
        word = self._text[start:end].lower()
        if word not in CALENDAR and word not in FUNCTION:
            return False
        before = words_before(self._text, start, 1)
        after = word_after(self._text, end)
        if before and before[0].lower in FUNCTION:
            return True
        return after is not None and after.lower in (
            "the",
            "he",
            "she",
            "it",
            "i",
            "we",
            "you",
            "they",
            "god",
            "not",
        )

    def _settle(
        self,
        start: int,
        end: int,
        fitting: list[EntityId],
        _all: list[EntityId],
        rule: str,
        reading: SurnameReading,
    ) -> Mention | Unresolved | None:
        if len(fitting) > 1:
            chosen = self._by_title(fitting, reading) or self._choose(fitting)
            if len(chosen) != 1:
                return Unresolved(start, end, tuple(fitting), "ambiguous-given-name")
            fitting = chosen
        return self._mention(start, end, fitting[0], rule)

    def _settle_bare(
        self, start: int, end: int, candidates: list[EntityId], reading: SurnameReading
    ) -> Mention | Unresolved | None:
        text = self._text
        strangers = [s for s in self._strangers.get(text[start:end], []) if s.at <= start]
        declared = [c for c in candidates if c in self._document.declared]
        if len(declared) == 1:
            return self._mention(start, end, declared[0], "declared-surname")
        titled = self._by_title(candidates, reading)
        if len(titled) == 1 and not any(s.title and s.title == reading.title for s in strangers):
            return self._mention(start, end, titled[0], "title-and-surname")
        known = [c for c in (titled or candidates) if c in self._introduced]
        if len(known) == 1 and not strangers:
            return self._mention(start, end, known[0], "introduced-surname")
        if len(known) > 1 or (known and strangers):
            return Unresolved(start, end, self._ordered(candidates), "ambiguous-surname")
        if strangers or self._strangers.get(text[start:end]):
            return None
        if len(candidates) == 1 and text[start:end].lower() not in CALENDAR | FUNCTION:
            return self._mention(start, end, candidates[0], "only-bearer")
        return Unresolved(start, end, tuple(candidates), "ambiguous-surname") if len(candidates) > 1 else None

    def _ordered(self, candidates: Iterable[EntityId]) -> tuple[EntityId, ...]:
        return tuple(sorted(candidates, key=lambda c: c not in self._introduced))

    def _by_title(self, candidates: list[EntityId], reading: SurnameReading) -> list[EntityId]:
        """Those whom the title in front fits: by gender, else by an office held then, else ever."""
        if reading.gender:
            return [c for c in candidates if self._known.persons[c].gender in (reading.gender, None)]
        if not reading.title:
            return []
        held: dict[bool, list[EntityId]] = {True: [], False: []}
        for candidate in candidates:
            for office, days in self._known.offices.held_by(candidate):
                if office.role == reading.title or office.role.endswith(" " + reading.title):
                    now = self._published is not None and days.overlaps(self._published)
                    held[now].append(candidate)
        return list(dict.fromkeys(held[True])) or list(dict.fromkeys(held[False]))

    # Roles -----------------------------------------------------------------------------------------

    def _resolve_role(self, span: NameSpan, office: Office) -> Mention | Unresolved | None:
        text, end = self._text, span.end
        reading = read_role(text, span.start, end, office)
        if stands_before_name(text, end):
            following = word_after(text, end)
            if following is not None and office.position:
                self._via = (following.start, office.position, office)
                return Mention(span.start, end, office.position, "position-before-name")
            return None
        if reading is None or self._apposed(span, office):
            return None
        holders = who(office, reading, self._spoken(span.start), self._published)
        return self._role_mention(reading.start, reading.end, holders, office)

    def _role_mention(
        self, start: int, end: int, holders: tuple[EntityId, ...], office: Office
    ) -> Mention | Unresolved | None:
        if len(holders) == 1:
            self._last = (start, holders[0])
            return Mention(start, end, holders[0], "position", office.position)
        declared = tuple(h for h in holders if h in self._document.declared)
        if len(declared) == 1:
            return Mention(start, end, declared[0], "position", office.position)
        if holders:
            return Unresolved(start, end, holders, "position-with-several-holders")
        if office.position:
            return Mention(start, end, office.position, "position-without-holder")
        return None

    def _apposed(self, span: NameSpan, office: Office) -> bool:
        """Whether the phrase only says what somebody is who was just named: "Olaf Scholz, the Chancellor"."""
        if not self._mentions:
            return False
        last = self._mentions[-1]
        between = self._text[last.end : span.start]
        if between not in (", ", ", the ", " (", ", then ", ", now "):
            return False
        return any(o is office for o, _ in self._known.offices.held_by(last.entity))

    def _resolve_counterpart(self, span: NameSpan, place: str) -> Mention | Unresolved | None:
        if stands_before_name(self._text, span.end) or self._last is None:
            return None
        sentence = self._sentence(span.start)
        at, person = self._last
        if at < sentence[0] - 400:
            return None
        days = self._spoken(span.start) or self._published
        for office, held in self._known.offices.held_by(person):
            if days is None or not held.overlaps(days):
                continue
            other = self._known.offices.counterpart(office, place)
            if other is not None:
                return self._role_mention(span.start, span.end, other.holders(days), other)
        return None

    def _sentence(self, at: int) -> tuple[int, int]:
        if self._sentences is None:
            self._sentences = sentence_spans(self._text)
        index = bisect_right(self._sentences, (at, len(self._text) + 1)) - 1
        return self._sentences[max(index, 0)] if self._sentences else (0, 0)

    def _spoken(self, at: int) -> Bounds | None:
        """The date that the sentence speaks of: one that an adverbial gives, not "the accords of 2015"."""
        if not self._dates:
            return None
        start, end = self._sentence(at)
        for date in self._dates:
            if start <= date.start < end:
                before = words_before(self._text, date.start, 2)
                if before and before[0].lower in ("of", "the", "since", "until", "a"):
                    continue
                return _bounds_or_none(date.value)
        return None


def _bounds_or_none(value: str | None) -> Bounds | None:
    if not value:
        return None
    try:
        return bounds(value)
    except EDTFError:
        return None


def _overlaps(blocked: list[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_right(blocked, (end, -1))
    return any(a < end and start < b for a, b in blocked[max(0, index - 3) : index + 1])
