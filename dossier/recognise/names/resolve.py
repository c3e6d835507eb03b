"""Resolve the names of one document: for each, one entity, several that it may be, or a refusal.

It goes through the text once from the start and remembers whom it has introduced. It keeps nothing from one
document to the next.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from dossier.model.mentions import DateMention, Document, EntityId, Mention, Unlinked, Unresolved
from dossier.recognise.names.abroad import Countries
from dossier.recognise.names.acronyms import acronym_spans
from dossier.recognise.names.bare_surnames import BareSurnames
from dossier.recognise.names.bare_titles import BareTitles
from dossier.recognise.names.bearers import Bearers
from dossier.recognise.names.entity_names import EntityNames
from dossier.recognise.names.fold import fold_word
from dossier.recognise.names.given_spans import given_name_spans
from dossier.recognise.names.guards import has_longer_given_name, is_common_word
from dossier.recognise.names.heads import Head, title_end
from dossier.recognise.names.knowledge import Knowledge, mark_names
from dossier.recognise.names.longer_titles import longer_title
from dossier.recognise.names.lookalikes import Teams, named_after
from dossier.recognise.names.meanings import Meanings, NameSpan, Office
from dossier.recognise.names.memory import Memory, Stranger
from dossier.recognise.names.name_parts import NameParts
from dossier.recognise.names.namesakes import Namesakes
from dossier.recognise.names.refusals import Refusal
from dossier.recognise.names.roles import OF_HOLDERS, Roles, bounds_or_none
from dossier.recognise.names.strangers import StrangerFinder
from dossier.recognise.names.surname_readings import SurnameReadings
from dossier.recognise.names.surnames import Surnames
from dossier.recognise.names.titled_names import TitledNames

Decision = Mention | Unresolved | Refusal


class NameResolver:
    """Resolves the spans of one document."""

    def __init__(
        self,
        knowledge: Knowledge,
        document: Document,
        spans: Sequence[NameSpan],
        dates: Sequence[DateMention],
        maybe_dated: Sequence[tuple[int, int]] | None = None,
    ) -> None:
        self._known = knowledge
        self._document = document
        self._text = text = document.text
        self._memory = Memory(document.declared)
        given = given_name_spans(text, spans, knowledge.persons, knowledge.language, knowledge.given_titles)
        acronyms = acronym_spans(text, spans, knowledge.items, knowledge.language)
        if given or acronyms:
            spans = sorted([*given, *spans, *acronyms], key=lambda span: (span.start, -span.end))
        self._spans = spans
        self._page = mark_names(text, spans, knowledge)
        published = bounds_or_none(document.date)
        titled = TitledNames(self._page, knowledge.persons, spans)
        self._roles = Roles(self._page, self._memory, knowledge.offices, titled, dates, published)
        self._bare_titles = BareTitles(
            self._page, titled, knowledge.offices, published, spans, Head(document, knowledge.language)
        )
        namesakes = Namesakes(
            text, knowledge.entities, knowledge.offices.at, self._memory, knowledge.language
        )
        persons = knowledge.persons
        bearers = Bearers(
            persons, knowledge.offices, knowledge.language, published, self._roles.sentence_days
        )
        bare = BareSurnames(
            self._page,
            self._memory,
            persons,
            bearers,
            published,
            namesakes.has_word,
            self._bare_titles.named_in_head,
        )
        self._readings = SurnameReadings(self._page, persons)
        self._surnames = Surnames(self._page, self._memory, persons, self._readings, bearers, bare.decide)
        self._parts = NameParts(self._page, knowledge.offices, self._readings.read, bearers.days_meant)
        self._strangers = StrangerFinder(
            self._page,
            self._readings.read,
            self._readings.fitting,
            persons,
            knowledge.officials,
            self._memory.is_known,
        )
        self._dates = dates
        self._maybe_dated = maybe_dated
        self._excluded = sorted(document.excluded)
        self._entity_names = EntityNames(
            self._page,
            knowledge.entities,
            self._memory,
            self._roles.sentence,
            Teams(self._page, knowledge.sport),
            namesakes,
            Countries(self._page),
        )
        self._mentions: list[Mention] = []
        self._unresolved: list[Unresolved] = []
        self._unlinked: list[Unlinked] = []

    def run(self) -> tuple[list[Mention], list[Unresolved], list[Unlinked]]:
        """Everything resolved, everything left open and everything left alone, in the order of the text."""
        self._look_ahead()
        taken = 0
        for span in self._spans:
            if span.start < taken:
                continue
            if self._is_dated(span.start, span.end):
                self._leave(span, Refusal("date"))
                continue
            found = self._resolve(span)
            if isinstance(found, Refusal):
                self._leave(span, found)
                continue
            if found.start < taken:
                continue
            if (found.start, found.end) != span[:2] and self._is_dated(found.start, found.end):
                self._leave(span, Refusal("date"))
                continue
            taken = found.end
            self._keep(span, found)
            if isinstance(found, Mention) and (position := self._roles.apposed_position(found)):
                taken = position.end
                self._keep(span, position)
        return self._mentions, self._unresolved, self._unlinked

    @cached_property
    def _dated(self) -> list[tuple[int, int]]:
        return sorted((date.start, date.end) for date in self._dates)

    def _is_dated(self, start: int, end: int) -> bool:
        """Whether there is a date; the dates are computed only where there may be one."""
        if self._maybe_dated is not None and not _overlap(self._maybe_dated, start, end):
            return False
        return _overlap(self._dated, start, end)

    def _keep(self, span: NameSpan, found: Mention | Unresolved) -> None:
        """Keep what was found, unless it is in excluded text or the front matter forbids it."""
        if _overlap(self._excluded, found.start, found.end):
            self._leave(span, Refusal("left-alone"))
            return
        forbidden = self._document.forbidden
        if isinstance(found, Mention):
            if found.entity not in forbidden:
                self._mentions.append(self._with_position(found))
                return
        elif candidates := tuple(c for c in found.candidates if c not in forbidden):
            self._unresolved.append(replace(found, candidates=candidates))
            return
        self._leave(span, Refusal("forbidden"))

    def _leave(self, span: NameSpan, refusal: Refusal) -> None:
        """Note a name that is left alone."""
        meanings = span.meanings
        entities = meanings.entities()
        if meanings.title and refusal.rule == "several-bearers":
            entities = self._bare_titles.bearers(meanings.title)
        is_full = bool(meanings.names or meanings.surnames)
        if entities or meanings.counterpart:
            self._unlinked.append(
                Unlinked(span.start, span.end, entities, refusal.rule, refusal.because, is_full)
            )

    def _look_ahead(self) -> None:
        """Note the strangers of the whole text, and whom its title names in full."""
        last = title_end(self._document)
        told = 0
        for start, end, meanings in self._spans:
            if end > told or meanings.names:
                # The surname in a full name adds nothing to the full name.
                stranger = self._stranger(start, end, meanings)
                if stranger is not None:
                    self._memory.meet(stranger, end)
                elif meanings.surnames:
                    self._note_use(start, end)
            if meanings.lesser and meanings.lesser[-1][0] == "part":
                self._note_part(start, end, meanings.lesser[-1][1])
            if len(meanings.names) == 1 and " " in self._text[start:end] and start not in self._memory.others:
                if meanings.names[0] in self._known.persons and not has_longer_given_name(self._page, start):
                    told = end
                self._memory.anywhere.setdefault(meanings.names[0], (start, end))
                if end <= last:
                    self._memory.subjects.add(meanings.names[0])

    def _note_use(self, start: int, end: int) -> None:
        """Note a surname that the text uses for nobody else, unless a given name precedes it."""
        reading = self._readings.read(start)
        if not reading.given:
            plain = self._known.language.words.plain_titles
            title = "" if reading.title in plain else reading.title
            if title or not is_common_word(self._page, start, end):
                self._memory.use(self._text[start:end], title)

    def _note_part(self, start: int, end: int, officials: Sequence[EntityId]) -> None:
        """Note the part of a name by which the text calls an official, at any place."""
        if self._parts.is_another(start, end, officials):
            self._memory.monarchs.add(fold_word(self._text[start:end]))
        found = self._parts.decide(start, end, officials)
        if isinstance(found, Mention) and self._parts.is_rare(start, end):
            self._memory.called.setdefault((fold_word(self._text[start:end]), found.entity), (start, end))

    def _stranger(self, start: int, end: int, meanings: Meanings) -> Stranger | None:
        """The stranger for whom the text uses the name, if any."""
        if not meanings.names:
            if meanings.surnames:
                return self._strangers.of_surname(start, end, meanings.surnames)
            return self._stranger_in_short(start, end, meanings)
        one_word = " " not in self._text[start:end]
        if meanings.of_people:
            return None if one_word else self._strangers.of_name(start, end, meanings.names)
        if meanings.surnames:
            return self._strangers.of_surname(start, end, meanings.surnames)
        return self._strangers.of_place(start, end) if one_word else None

    def _stranger_in_short(self, start: int, end: int, meanings: Meanings) -> Stranger | None:
        """The stranger for whom the text uses the first word of a ruler's or a body's name, if any."""
        kind, entities = meanings.lesser[0] if meanings.lesser else ("", ())
        if kind not in ("bare", "short"):
            return None
        if ruler := self._strangers.of_short_name(start, end):
            return ruler
        if " " in self._text[start:end] or any(entity in self._known.persons for entity in entities):
            return None
        return self._strangers.of_place(start, end)

    def _person_meant(self, start: int, end: int, meanings: Meanings) -> bool:
        """Whether a word that is both a surname and another item's name is the surname here."""
        if not meanings.names or not meanings.surnames:
            return False
        if meanings.of_people and " " not in self._text[start:end]:
            # A surname that is listed as an alias too.
            return True
        return self._surnames.claims(start, end, meanings.surnames)

    def _resolve(self, span: NameSpan) -> Decision:
        """The first of its meanings that holds here, else the refusal of the first."""
        start, end, meanings = span
        if self._person_meant(start, end, meanings):
            return self._surname(start, end, list(meanings.surnames))
        offices = self._offices_named(meanings)
        if offices:
            only = offices[0] if len(offices) == 1 else None
            if refusal := longer_title(self._page, start, end, only):
                return refusal
        refusal = None
        for found in self._decisions(start, end, meanings, offices):
            if not isinstance(found, Refusal):
                return found
            refusal = refusal or found
        return refusal or Refusal("not-introduced")

    def _offices_named(self, meanings: Meanings) -> tuple[Office, ...]:
        """The offices that a stretch names, none where it also names something else."""
        if meanings.surnames or meanings.of_people or not (meanings.offices or meanings.names):
            return ()
        of_names = []
        for name in meanings.names:
            office = self._known.offices.of_position(name)
            if office is None:
                return ()
            of_names.append(office)
        return meanings.offices or tuple(of_names)

    def _decisions(
        self, start: int, end: int, meanings: Meanings, offices: Sequence[Office]
    ) -> Iterator[Decision]:
        """What each meaning of a stretch gives, in the order in which they are tried."""
        if meanings.title:
            yield self._of_office(self._bare_titles.decide(start, end, meanings.title))
        before = self._mentions[-1] if self._mentions else None
        if len(offices) == 1 and (found := self._roles.needs_country(start, end, offices[0], before)):
            yield found
            return
        if len(meanings.offices) == 1 and meanings.names == (meanings.offices[0].position,):
            title = self._roles.of_title(start, end, meanings.offices[0])
            if title is not None:
                yield self._of_office(title)
        if meanings.names:
            yield self._name(start, end, meanings.names)
        if meanings.lesser and meanings.lesser[0][0] == "given":
            yield self._given_name(start, end, meanings.lesser[0][1][0])
            return
        for kind, entities in meanings.lesser:
            yield self._lesser(start, end, entities, kind)
        if meanings.surnames:
            yield self._surname(start, end, list(meanings.surnames))
        if meanings.offices:
            yield self._of_office(self._roles.resolve(start, end, meanings.offices, before))
        if meanings.counterpart:
            yield self._of_office(self._roles.counterpart(start, end, meanings.counterpart))

    def _name(self, start: int, end: int, names: Sequence[EntityId]) -> Decision:
        found, overseas = self._entity_names.name(start, end, names)
        memory = self._memory
        if isinstance(found, Mention) and self._known.entities[found.entity].type == "person":
            found = self._unless_a_thing(found)
        if overseas:
            memory.elsewhere[self._text[start:end].casefold()] = end
        if isinstance(found, Mention):
            memory.name(found.entity, start, end)
            if self._known.entities[found.entity].type == "person":
                memory.speak_of(found.entity, start)
        return found

    def _given_name(self, start: int, end: int, person: EntityId) -> Decision:
        self._memory.speak_of(person, start)
        return Mention(start, end, person, "given-name", because=self._memory.anywhere.get(person))

    def _lesser(self, start: int, end: int, entities: Sequence[EntityId], kind: str) -> Decision:
        if kind in ("part", "short") and (part := self._part(start, end, entities, kind)):
            return part
        found = self._entity_names.lesser(start, end, entities, kind)
        if isinstance(found, Mention) and kind == "bare":
            # A company's name without its legal form is a name, which introduces it.
            self._memory.name(found.entity, start, end)
        return found

    def _part(
        self, start: int, end: int, entities: Sequence[EntityId], kind: str
    ) -> Mention | Refusal | None:
        """What the title before a part of an official's name decides, None if it decides nothing."""
        memory, known = self._memory, self._known
        if known.officials.isdisjoint(entities):
            return None
        part = self._parts.decide(start, end, entities)
        if isinstance(part, Refusal):
            # "Deputy Foreign Minister Lee" is somebody else, whomever the text has introduced.
            return part if part.rule == "longer-office" else None
        if fold_word(self._text[start:end]) in memory.monarchs:
            return Refusal("somebody-else")
        if kind != "part":
            return None
        title = part.because[0] if part.because else start
        if thing := named_after(self._text, title, end, known.language):
            return thing
        memory.name(part.entity, start, end)
        memory.speak_of(part.entity, start)
        return part

    def _surname(self, start: int, end: int, candidates: list[EntityId]) -> Decision:
        found = self._surnames.resolve(start, end, candidates)
        memory = self._memory
        if isinstance(found, Mention):
            found = self._unless_a_thing(found)
        if isinstance(found, Mention):
            if found.rule != "only-bearer" or self._readings.read(start).title:
                memory.name(found.entity, found.start, found.end)
            if found.rule == "title-and-surname" and self._readings.read(start).gender == "f":
                memory.titled.add(found.entity)
            memory.speak_of(found.entity, found.start)
        return found

    def _unless_a_thing(self, found: Mention) -> Mention | Refusal:
        """The mention of a person, or its refusal where a thing bears the name."""
        return named_after(self._text, found.start, found.end, self._known.language) or found

    def _of_office(self, found: Decision) -> Decision:
        if isinstance(found, Mention) and found.rule in OF_HOLDERS:
            self._memory.speak_of(found.entity, found.start)
        return found

    def _with_position(self, mention: Mention) -> Mention:
        """The mention with the position in ``via``, if the position's phrase directly precedes the name."""
        if mention.via is not None or not self._mentions:
            return mention
        before = self._mentions[-1]
        if before.rule != "position-before-name" or before.end + 1 != mention.start:
            return mention
        held = {office.position for office, _ in self._known.offices.held_by(mention.entity)}
        return replace(mention, via=before.entity) if before.entity in held else mention


def _overlap(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch touches one of the sorted spans."""
    if not spans:
        return False
    index = bisect_left(spans, (end, -1))
    return any(a < end and start < b for a, b in spans[max(0, index - 2) : index])
