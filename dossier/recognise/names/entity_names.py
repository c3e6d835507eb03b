"""Decide which entity a name means where it occurs, or refuse it.

This covers names of every type, and the short forms, head words, weak aliases and acronyms of entities that
the text has introduced. `dossier.recognise.names.bare_surnames` decides bare surnames.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from dossier.model.mentions import EntityId, Mention, Unresolved
from dossier.recognise.names.abroad import Countries
from dossier.recognise.names.body_forms import is_distinctive
from dossier.recognise.names.context import MarkedText, word_after
from dossier.recognise.names.fold import fold_word
from dossier.recognise.names.gazetteer import GazetteerEntity
from dossier.recognise.names.guards import (
    after_nation,
    after_personal_title,
    has_longer_given_name,
    inside_longer_name,
    is_common_word,
    year_before,
)
from dossier.recognise.names.lookalikes import Teams, in_a_state, in_another_land
from dossier.recognise.names.memory import Memory
from dossier.recognise.names.namesakes import Namesakes
from dossier.recognise.names.refusals import Refusal

# How far after "Paris, Texas" a bare "Paris" is still that town: about a sentence.
_NEAR: Final = 160
# A number that belongs to a name: "Formula 1", and not "Formula 1,200 times".
_NUMBER: Final = re.compile(r" (\d{1,3})(?![\d.,]*\d)")
# How many characters before a name to look for what shows its kind.
_CLAUSE: Final = 80
# A capitalised word and a comma, as a town before its state: "Wayne, N.J.".
_TOWN_BEFORE: Final = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]+, $")
_LEGAL_FORM_AFTER: Final = re.compile(r"(?:,? (?:&|[A-Z][A-Za-z]*\.?(?!\w)|[a-z]{1,4}(?= [A-Z]))){1,4}")
# Short forms that may count before the text has given the full name, or without it.
_MAY_STAND_ALONE: Final = frozenset({"acronym", "abbreviation", "bare", "school", "short", "team"})
# Short forms that are a part of the name as it is written.
_PARTS: Final = frozenset({"bare", "part", "short"})


class NameDecision(NamedTuple):
    """What a name means; ``overseas`` says that it names a town in another country ("Paris, Texas")."""

    found: Mention | Unresolved | Refusal
    overseas: bool = False


@dataclass(frozen=True, slots=True)
class EntityNames:
    """Decides names for one document; ``sentence`` gives the sentence that contains an offset."""

    page: MarkedText
    entities: Mapping[EntityId, GazetteerEntity]
    memory: Memory
    sentence: Callable[[int], tuple[int, int]]
    teams: Teams
    namesakes: Namesakes
    countries: Countries

    def name(self, start: int, name_end: int, candidates: Sequence[EntityId]) -> NameDecision:
        """The entity of a name, several that it may mean, or a refusal where it means something else."""
        end = self._end_with_legal_form(name_end, candidates)
        single = " " not in self.page.text[start:name_end]
        if end == name_end and (refusal := inside_longer_name(self.page, start, end, single=single)):
            return NameDecision(refusal)
        if single and is_common_word(self.page, start, end) and not self._declared(candidates):
            return NameDecision(Refusal("ordinary-word"))
        left: list[EntityId] = []
        overseas = False
        refusals: list[Refusal] = []
        for candidate in candidates:
            overseas = overseas or self._is_overseas(candidate, start, end)
            if refused := self._is_another(candidate, start, end, overseas=overseas):
                refusals.append(refused)
            else:
                left.append(candidate)
        return NameDecision(self._among(start, end, left) if left else refusals[0], overseas)

    def _among(self, start: int, end: int, candidates: list[EntityId]) -> Mention | Unresolved | Refusal:
        """The one of several entities that the name means."""
        rule = "name"
        if len(candidates) > 1:
            chosen = [c for c in candidates if c in self.memory.declared]
            if len(chosen) != 1:
                chosen = self.namesakes.choose(candidates, start, self.sentence(start))
            if len(chosen) != 1:
                chosen = self.memory.choose(candidates)
            if len(chosen) != 1:
                return Unresolved(start, end, tuple(candidates), "ambiguous-name")
            candidates, rule = chosen, "introduced-name"
        if self._is_a_state(candidates[0], rule, start):
            return Refusal("american-state")
        because = self.memory.introduction(candidates[0]) if rule == "introduced-name" else None
        return Mention(start, end, candidates[0], rule, because=because)

    def _declared(self, candidates: Iterable[EntityId]) -> bool:
        return any(c in self.memory.declared for c in candidates)

    def _is_another(self, candidate: EntityId, start: int, end: int, *, overseas: bool) -> Refusal | None:
        """The refusal of a candidate that the surroundings exclude, by its type."""
        entity = self.entities[candidate]
        kind = entity.type
        if kind == "person":
            if start in self.memory.others:
                return Refusal("somebody-else")
            return has_longer_given_name(self.page, start)
        if kind == "place":
            return Refusal("town") if overseas else self._is_no_place(entity, start, end)
        if kind == "organisation":
            return self._is_no_body(entity, start, end)
        if kind == "event" and year_before(self.page.text, start):
            return Refusal("other-year")
        return None

    def _is_no_body(self, body: GazetteerEntity, start: int, end: int) -> Refusal | None:
        """The refusal of a body's name that means somebody, a town, or the body of another country here."""
        if refusal := after_personal_title(self.page, start):
            return refusal
        if " " not in self.page.text[start:end] and in_a_state(self.page.text, end, self.page.language):
            return Refusal("town")
        return self.countries.belongs_to_another(body, start, end)

    def _is_a_state(self, candidate: EntityId, rule: str, start: int) -> bool:
        """Whether the candidate is a country, but the sentence means the state of the same name."""
        place = self.entities[candidate]
        if rule != "name" or place.type != "place":
            return False
        return self.namesakes.is_the_state(place, start, self.sentence)

    def _is_overseas(self, candidate: EntityId, start: int, end: int) -> bool:
        """Whether the words after a place make it a town in another country."""
        place = self.entities[candidate]
        return place.type == "place" and in_another_land(
            self.page.text, start, end, place, self.page.language
        )

    def _is_no_place(self, place: GazetteerEntity, start: int, end: int) -> Refusal | None:
        """The refusal of a place's name that means a town overseas, a person or a team here."""
        text, memory = self.page.text, self.memory
        told = memory.elsewhere.get(text[start:end].casefold(), -_NEAR) if memory.elsewhere else -_NEAR
        if start - told < _NEAR and text.find("\n\n", told, start) < 0:
            return Refusal("town", told - (end - start), told)
        if memory.strangers and self._is_a_stranger(place, start, end):
            return Refusal("somebody-else", *memory.of_word(text[start:end]).near(start))
        if refusal := after_nation(self.page, start):
            return refusal
        return Refusal("team") if self.teams.stands_for_one(start, end) else None

    def _is_a_stranger(self, place: GazetteerEntity, start: int, end: int) -> bool:
        """Whether the text last used the word for a person, and nothing makes it a place again."""
        met = self.memory.of_word(self.page.text[start:end]).last(start)
        if met is None or met <= self.memory.latest(place.id):
            return False
        before = self.page.word_before(start)
        return before is None or before.lower not in self.page.language.words.locatives

    def _end_with_legal_form(self, end: int, candidates: Iterable[EntityId]) -> int:
        """The end of a name with the "Inc" or "Magazine" after it, but not of a person or place."""
        match = _LEGAL_FORM_AFTER.match(self.page.text, end)
        if match is None or any(self.entities[c].type in ("person", "place") for c in candidates):
            return end
        language = self.page.language
        name_end, words, joins = end, language.words, ("&", language.spelling.ampersand)
        for word in re.finditer(r"[A-Za-z&]+\.?", match.group()):
            lower = word.group().lower().rstrip(".")
            if word.group()[0].isupper() and (lower in words.legal_forms or lower in words.kind_nouns):
                end = name_end + word.end()
            elif word.group() not in joins:
                break
        return end

    def _lesser_candidates(
        self, start: int, end: int, candidates: Sequence[EntityId], kind: str
    ) -> list[EntityId]:
        """Those that the text has introduced, else the only one if the words leave no doubt."""
        if kind == "part":
            word = fold_word(self.page.text[start:end])
            return [c for c in candidates if (word, c) in self.memory.called]
        found = [c for c in candidates if self.memory.introduced(c)]
        if found or kind not in _MAY_STAND_ALONE:
            return found
        if kind == "acronym":
            found = [c for c in candidates if c in self.memory.anywhere]
        if not found and len(candidates) == 1 and self._stands_alone(start, end, candidates[0], kind):
            return list(candidates)
        return found

    def _stands_alone(self, start: int, end: int, candidate: EntityId, kind: str) -> bool:
        """Whether a short form says enough without the full name.

        A word that is left of a company's name does if it is nothing else, or with a legal form; so does what
        may be a body's name and has its spokesman or its chief executive behind it.
        """
        text, language = self.page.text, self.page.language
        if kind == "acronym":
            # "CSS Florida" is a ship, whatever else "CSS" may be.
            after = word_after(text, end)
            return after is None or after.start not in self.page.begins
        if kind == "abbreviation":
            return True
        if kind == "school":
            return language.patterns.studied_before.search(text[max(0, start - _CLAUSE) : start]) is not None
        if kind == "team":
            # "England national football team" names its team in full, and this is another one.
            return language.patterns.team_named.match(text, end) is None
        written = text[start:end]
        if kind == "bare" and (
            is_distinctive(written, language) or self._end_with_legal_form(end, (candidate,)) > end
        ):
            return True
        if language.patterns.speaks_for.match(text, end) is None:
            return False
        last = self.entities[candidate].name.rsplit(None, 1)[-1]
        return " " in written or (
            last.lower().rstrip(".") in language.words.company_ends and is_distinctive(written, language)
        )

    def lesser(self, start: int, end: int, entities: Sequence[EntityId], kind: str) -> Mention | Refusal:
        """A weak alias, short form, head word or acronym of an entity that the text has introduced."""
        candidates = self._lesser_candidates(start, end, entities, kind)
        if not candidates:
            return Refusal("not-introduced")
        name_end, end = end, self._end_with_legal_form(end, candidates)
        if refusal := self._is_no_short_form(start, name_end, end, kind):
            return refusal
        if len(candidates) > 1:
            candidates = self.memory.choose(candidates)
            if len(candidates) != 1:
                return Refusal("several-introduced")
        entity = self.entities[candidates[0]]
        if entity.type == "organisation" and (refusal := self._is_no_body(entity, start, name_end)):
            return refusal
        because = self.memory.introduction(entity.id)
        if kind == "part":
            because = self.memory.called[fold_word(self.page.text[start:name_end]), entity.id]
        return Mention(start, end, entity.id, kind, because=because)

    def _is_no_short_form(self, start: int, name_end: int, end: int, kind: str) -> Refusal | None:
        """The refusal of a short form that is part of something else, or an ordinary word, where it stands.

        It ends at ``end``, without its legal form at ``name_end``.
        """
        if refusal := inside_longer_name(self.page, start, end, single=True):
            return refusal
        if is_common_word(self.page, start, end):
            return Refusal("ordinary-word")
        after = word_after(self.page.text, end)
        if after is not None and after.start in self.page.people:
            # A given name before its surname, also in a headline.
            return Refusal("longer-name", after.start, after.end)
        if not self._fits(start, name_end, kind):
            return Refusal("not-introduced")
        if kind == "head" and not self._head_stands_alone(start, end):
            return Refusal("head-noun")
        return self._is_no_part(start, end, self.page.text[start:name_end]) if kind in _PARTS else None

    def _fits(self, start: int, end: int, kind: str) -> bool:
        """Whether the words beside a team's, a school's or a state's short form show that it is one."""
        text, patterns = self.page.text, self.page.language.patterns
        if kind == "team":
            return self.teams.stands_for_one(start, end)
        if kind == "abbreviation":
            return _TOWN_BEFORE.search(text[max(0, start - _CLAUSE) : start]) is not None
        if kind != "school":
            return True
        before = text[max(0, start - _CLAUSE) : start]
        return any(each.search(before) for each in (patterns.school_before, patterns.studied_before))

    def _is_no_part(self, start: int, end: int, written: str) -> Refusal | None:
        """The refusal of a part of a name that means something else: a place, somebody, "Formula 1"."""
        if self._stands_in(start, end):
            return Refusal("place-after-preposition")
        strangers = self.memory.of_word(written)
        if strangers.places:
            return Refusal("somebody-else", *strangers.near(start))
        number = _NUMBER.match(self.page.text, end)
        return Refusal("longer-name", *number.span(1)) if number else None

    def _stands_in(self, start: int, end: int) -> bool:
        """Whether a single word follows "in" and so is a place: "in Normandy" is not the Normandy Format."""
        language = self.page.language
        before = self.page.word_before(start)
        if before is None or before.lower not in language.words.inside:
            return False
        return " " not in self.page.text[start:end]

    def _head_stands_alone(self, start: int, end: int) -> bool:
        """Whether "the" precedes and no "of ..." follows: "the Package", not "the University of Pisa"."""
        language = self.page.language
        before = self.page.word_before(start)
        if before is None or before.lower not in language.words.articles:
            return False
        return language.patterns.of_more.match(self.page.text, end) is None
