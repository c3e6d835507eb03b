"""Things: a name in its place in, the entity that it means out, or a refusal.

Names of every type, and the short forms, head words, weak aliases and acronyms of what is introduced.
A bare surname is no name here: `dossier.recognise.names.bearers` decides it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dossier.model.mentions import EntityId, Mention, Unresolved
from dossier.recognise.names.context import word_before, words_before
from dossier.recognise.names.gazetteer import GazetteerEntity
from dossier.recognise.names.guards import (
    Page,
    after_nation,
    common_word,
    has_longer_given_name,
    inside_longer_name,
    of_more,
    year_before,
)
from dossier.recognise.names.knowledge import Knowledge
from dossier.recognise.names.memory import Memory
from dossier.recognise.names.namesakes import Namesakes
from dossier.recognise.names.overseas import in_another_land
from dossier.recognise.names.roles import Roles
from dossier.recognise.names.teams import Teams
from dossier.recognise.names.words import INSIDE, LEGAL_FORMS, LOCATIVES
from dossier.recognise.rules import Rule

# How far after "Paris, Texas" a bare "Paris" is still that town: about a sentence.
_NEAR: Final = 160
_LEGAL_FORM_AFTER: Final = re.compile(r"(?:,? (?:&|[A-Z][A-Za-z]*\.?(?!\w))){1,4}")

RULES: Final = (
    Rule(
        "name",
        "A title or alias, or a variant of one: case, marks, hyphens, numerals, British or American "
        "spelling, “of”, a country's name for its adjective. The longest match wins, on word boundaries.",
        "The [[Minsk Agreements]] stand.",
        "minsk-agreements",
        "a name inside a longer capitalised name (“OSCE Minsk Group”, “Bank of England”), glued to others "
        "(“pro-Moscow”, “A & B”), a place for a team (“Ireland lost 3-2”), a town overseas (“Paris, "
        "Texas”) or a person (“Vernon Jordan waved; Jordan left”), “Tony Blair, a welder”, an ordinary word "
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
        "A weak alias, once the document has introduced its entity. A title or alias that is only a number "
        "or a date (“2202”, “12 February”) is weak too, and where it gives a date, it is that date.",
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


@dataclass(slots=True)
class Things:
    """Decides names for one document."""

    page: Page
    known: Knowledge
    memory: Memory
    roles: Roles
    teams: Teams
    namesakes: Namesakes

    def name(self, start: int, name_end: int, candidates: list[EntityId]) -> Mention | Unresolved | None:
        """The entity of a name, or a refusal, or None where the words are something else here."""
        rule = "name"
        end = self._end_with_legal_form(name_end, candidates)
        single = " " not in self.page.text[start:name_end]
        if end == name_end and inside_longer_name(self.page, start, end, single=single):
            return None
        if single and common_word(self.page.text, start, end) and not self._declared(candidates):
            return None
        candidates = [c for c in candidates if not self._is_another(c, start, end)]
        if len(candidates) > 1:
            chosen = [c for c in candidates if c in self.memory.declared]
            if len(chosen) != 1:
                chosen = self.namesakes.choose(candidates, start, self.roles.sentence(start))
            if len(chosen) != 1:
                chosen = self.memory.choose(candidates)
            if len(chosen) != 1:
                return Unresolved(start, end, tuple(candidates), "ambiguous-name")
            candidates, rule = chosen, "introduced-name"
        if not candidates or self._is_a_state(candidates[0], rule, start):
            return None
        self._introduce(candidates[0], start)
        return Mention(start, end, candidates[0], rule)

    def _declared(self, candidates: Iterable[EntityId]) -> bool:
        return any(c in self.memory.declared for c in candidates)

    def _is_another(self, candidate: EntityId, start: int, end: int) -> bool:
        """Whether what stands around speaks against a candidate of its type."""
        entity = self.known.entities[candidate]
        kind = entity.type
        if kind == "person":
            return start in self.memory.others or has_longer_given_name(self.page, start)
        if kind == "place":
            return self._is_no_place(entity, start, end)
        return kind == "event" and year_before(self.page.text, start)

    def _is_a_state(self, candidate: EntityId, rule: str, start: int) -> bool:
        """Whether the one candidate is a country, and the sentence speaks of the state of its name."""
        place = self.known.entities[candidate]
        if rule != "name" or place.type != "place":
            return False
        return self.namesakes.is_the_state(place, start, self.roles.sentence)

    def _is_no_place(self, place: GazetteerEntity, start: int, end: int) -> bool:
        """Whether a place's name is that of a town overseas, of a person, or of a team here."""
        text, memory = self.page.text, self.memory
        if in_another_land(text, start, end, place):
            memory.elsewhere[text[start:end].casefold()] = end
            return True
        told = memory.elsewhere.get(text[start:end].casefold(), -_NEAR) if memory.elsewhere else -_NEAR
        if start - told < _NEAR and text.find("\n\n", told, start) < 0:
            return True
        if memory.strangers and self._is_a_stranger(place, start, end):
            return True
        return after_nation(text, start) or self.teams.stands_for_one(start, end)

    def _is_a_stranger(self, place: GazetteerEntity, start: int, end: int) -> bool:
        """Whether the text last gave the word to a person, and nothing makes a place of it again."""
        met = self.memory.of_name(self.page.text[start:end]).last(start)
        if met is None or met <= self.memory.latest(place.id):
            return False
        before = word_before(self.page.text, start)
        return before is None or before.lower not in LOCATIVES

    def _end_with_legal_form(self, end: int, candidates: Iterable[EntityId]) -> int:
        """The end of a name with the "Inc" or "Corp." that follows it, where the name is no person's."""
        match = _LEGAL_FORM_AFTER.match(self.page.text, end)
        if match is None or any(self.known.entities[c].type in ("person", "place") for c in candidates):
            return end
        name_end = end
        for word in re.finditer(r"[A-Za-z&]+\.?", match.group()):
            if word.group().lower().rstrip(".") not in LEGAL_FORMS and word.group() != "&":
                break
            end = name_end + word.end()
        return end

    def _introduce(self, entity: EntityId, start: int) -> None:
        self.memory.name(entity, start)
        if self.known.entities[entity].type == "person":
            self.memory.speak_of(entity, start)

    def _lesser_candidates(self, candidates: Sequence[EntityId], kind: str) -> list[EntityId]:
        """Those that the text has introduced; an acronym may come first, or stand alone where one fits."""
        found = [c for c in candidates if self.memory.introduced(c)]
        if not found and kind == "acronym":
            found = [c for c in candidates if c in self.memory.anywhere]
            if not found and len(candidates) == 1:
                return list(candidates)
        return found

    def lesser(self, start: int, end: int, entities: Sequence[EntityId], kind: str) -> Mention | None:
        """A weak alias, short form, head word or acronym of what the text has introduced."""
        candidates = self._lesser_candidates(entities, kind)
        if not candidates:
            return None
        end = self._end_with_legal_form(end, candidates)
        if inside_longer_name(self.page, start, end, single=True) or common_word(self.page.text, start, end):
            return None
        if kind == "head" and not self._head_stands_alone(start, end):
            return None
        if kind == "short" and self._stands_in(start, end):
            return None
        if kind == "short" and self.memory.of_name(self.page.text[start:end]).places:
            return None
        if len(candidates) > 1:
            candidates = self.memory.choose(candidates)
            if len(candidates) != 1:
                return None
        return Mention(start, end, candidates[0], kind)

    def _stands_in(self, start: int, end: int) -> bool:
        """Whether one word has "in" before it, and so is a place: "in Normandy" is no Normandy Format."""
        before = word_before(self.page.text, start)
        return before is not None and before.lower in INSIDE and " " not in self.page.text[start:end]

    def _head_stands_alone(self, start: int, end: int) -> bool:
        """Whether "the" stands before and no "of ..." after: "the Package", not "the University of Pisa"."""
        before = words_before(self.page.text, start, 1)
        return bool(before) and before[0].lower == "the" and not of_more(self.page.text, end)
