"""Decide whom a surname without a given name means, or refuse it.

It means the person whom the document has introduced. Title, office, gender, the front matter, the article's
title and distance decide between two people with the same surname; if none of them does, it is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dossier.model.edtf import Bounds
from dossier.model.mentions import EntityId, Mention, Unresolved
from dossier.recognise.names.bearers import Bearers
from dossier.recognise.names.context import MarkedText, Word, paragraph_start, title_span
from dossier.recognise.names.fold import fold_word
from dossier.recognise.names.guards import in_pair, is_common_word
from dossier.recognise.names.memory import Memory, Strangers
from dossier.recognise.names.persons import Person, SurnameReading
from dossier.recognise.names.refusals import Refusal

# How many characters the words between two members of a list have at most.
_JOIN: Final = 12


@dataclass(frozen=True, slots=True)
class BareSurnames:
    """Decides bare surnames for one document.

    ``has_word`` says whether it has a word, in lower case; ``named_in_head`` gives the one of several persons
    whom its head names by an office held on that day, with the span of the words that do so.
    """

    page: MarkedText
    memory: Memory
    persons: Mapping[EntityId, Person]
    bearers: Bearers
    published: Bounds | None
    has_word: Callable[[str], bool]
    named_in_head: Callable[[Sequence[EntityId]], tuple[EntityId, tuple[int, int]] | None]

    def decide(
        self, start: int, end: int, candidates: list[EntityId], reading: SurnameReading
    ) -> Mention | Unresolved | Refusal:
        """The person meant by a surname without a given name, several who may be, or a refusal."""
        declared = [c for c in candidates if c in self.memory.declared]
        if reading.gender:
            declared = self.bearers.of_gender(declared, reading.gender, sure=False)
        if len(declared) == 1:
            return Mention(start, end, declared[0], "declared-surname")
        surname = self.page.text[start:end]
        strangers = self.memory.of_name(surname)
        if reading.gender:
            others = strangers.before(start, reading.gender)
            candidates = self.bearers.of_gender(candidates, reading.gender, sure=others > 0)
            if not candidates:
                return Refusal("other-gender", *title_span(self.page, start, reading.title))
        titled = self.bearers.by_title(candidates, reading)
        stranger_titled = strangers.has_title(reading.title, start)
        if (
            len(titled) == 1
            and not stranger_titled
            and not self._is_uncertain(titled[0], surname, reading, strangers)
        ):
            because = title_span(self.page, start, reading.title)
            return Mention(start, end, titled[0], "title-and-surname", because=because)
        if stranger_titled:
            titled = []
        known = self.memory.known_of(titled or candidates)
        if not known:
            return self._not_introduced(start, end, candidates, strangers, reading)
        if not titled and stranger_titled and reading.title not in self.page.language.words.plain_titles:
            return Refusal("title-of-another", *strangers.near(start))
        return self._among_introduced(start, end, candidates, known, strangers, reading)

    def _is_uncertain(
        self, person: EntityId, surname: str, reading: SurnameReading, strangers: Strangers
    ) -> bool:
        """Whether "Mr" or "Mrs" may mean a stranger: one surely of that gender, or the only one so far.

        So it may before the first of two surnames, until the text has named its bearer.
        """
        if not reading.gender:
            return False
        is_introduced = self.memory.introduced(person)
        if strangers.before(reading.start, reading.gender, sure=is_introduced) > 0:
            return True
        return (
            not is_introduced
            and person not in self.memory.anywhere
            and self._is_first_of_two(person, surname)
        )

    def _among_introduced(
        self,
        start: int,
        end: int,
        candidates: list[EntityId],
        known: list[EntityId],
        strangers: Strangers,
        reading: SurnameReading,
    ) -> Mention | Unresolved:
        others = strangers.before(start, reading.gender)
        if not reading.title and len(candidates) > 1 and self.memory.titled.issuperset(known):
            # A text that calls her "Mrs Rabin" means another person by "Rabin".
            return Unresolved(start, end, self._ordered(candidates), "ambiguous-surname")
        if len(known) == 1 and self._by_given_name(candidates, known):
            return Unresolved(start, end, self._ordered(candidates), "ambiguous-surname")
        if len(known) == 1 and not others:
            return self._meant(start, end, known[0], "introduced-surname")
        subjects = [c for c in known if c in self.memory.subjects]
        if len(subjects) == 1:
            return self._meant(start, end, subjects[0], "subject-of-the-article")
        paragraph = paragraph_start(self.page.text, start)
        before = paragraph_start(self.page.text, max(0, paragraph - 2))
        if not others or not strangers.between(before, start):
            near = [c for c in known if self.memory.named_since(c, before)]
            if len(near) == 1 and self.memory.named_since(near[0], paragraph):
                return self._meant(start, end, near[0], "nearest-bearer")
            if len(known) == 1 and self.memory.times(known[0]) > 2 * others:
                return self._meant(start, end, known[0], "introduced-surname")
            if alone := self._alone(known, start, end):
                return Mention(start, end, alone, "listed-surname")
        return Unresolved(start, end, self._ordered(candidates), "ambiguous-surname")

    def _alone(self, candidates: Iterable[EntityId], start: int, end: int) -> EntityId | None:
        """The one for whom alone an editor listed the surname."""
        surname = self.page.text[start:end]
        found = [c for c in candidates if self.persons[c].stands_alone(surname, self.published)]
        return found[0] if len(found) == 1 else None

    def _meant(self, start: int, end: int, person: EntityId, rule: str) -> Mention:
        return Mention(start, end, person, rule, because=self.memory.introduction(person))

    def _by_given_name(self, candidates: Sequence[EntityId], known: Sequence[EntityId]) -> bool:
        """Whether an uncommon given name in the text may mean another candidate ("Saddam")."""
        names = {names[0].lower() for c in candidates if c not in known for names in self.persons[c].given}
        names -= {names[0].lower() for c in known for names in self.persons[c].given}
        is_given_name = self.page.language.given_names.is_given_name
        return any(len(name) > 3 and not is_given_name(name) and self.has_word(name) for name in names)

    def _not_introduced(
        self, start: int, end: int, candidates: list[EntityId], strangers: Strangers, reading: SurnameReading
    ) -> Mention | Unresolved | Refusal:
        if refusal := self._is_nobody(start, end, candidates, strangers, reading):
            return refusal
        later = [c for c in candidates if c in self.memory.anywhere]
        if len(later) == 1 and (reading.title or not self._is_plain(self.page.text[start:end])):
            because = self.memory.anywhere[later[0]]
            return Mention(start, end, later[0], "introduced-surname", because=because)
        if alone := self._alone(candidates, start, end):
            return Mention(start, end, alone, "listed-surname")
        if len(candidates) > 1:
            then = self.bearers.in_office(candidates, start)
            if len(then) == 1 and self.bearers.is_called(then[0], reading.title):
                return Mention(start, end, then[0], "office-then")
            titles = self.memory.titles(self.page.text[start:end])
            named = self.named_in_head(then) if not reading.title else None
            if named is not None and self.bearers.has_titles(named[0], titles):
                return Mention(start, end, named[0], "named-in-head", because=named[1])
            return Unresolved(start, end, self._ordered(candidates), "ambiguous-surname")
        is_person = self.memory.is_titled(self.page.text[start:end]) or self._is_in_a_list(start, end)
        if self._is_first_of_two(candidates[0], self.page.text[start:end]):
            return Refusal("needs-introduction")
        if not is_person and self._says_too_little(self.page.text[start:end]):
            return Refusal("needs-introduction")
        return Mention(start, end, candidates[0], "only-bearer")

    def _is_nobody(
        self, start: int, end: int, candidates: list[EntityId], strangers: Strangers, reading: SurnameReading
    ) -> Refusal | None:
        """The refusal of a surname that nobody introduced, where it may mean somebody or something else."""
        text = self.page.text
        before = self.page.word_before(start)
        if strangers.places:
            return Refusal("somebody-else", *strangers.near(start))
        if company := self.memory.companies.get(self.memory.key(text[start:end])):
            return Refusal("company", *company)
        if self.bearers.are_of_another_rank(candidates, reading.title):
            return Refusal("other-rank", *title_span(self.page, start, reading.title))
        is_used = self.memory.is_used(text[start:end])
        if not reading.title and not is_used and is_common_word(self.page, start, end):
            return Refusal("ordinary-word")
        if before is not None and self._is_odd(before) and not in_pair(self.page, start, end):
            return Refusal("ordinary-word", before.start, before.end)
        return None

    def _is_first_of_two(self, person: EntityId, surname: str) -> bool:
        """Whether somebody's file has another surname after it: "Castro" of Fidel Castro Ruz."""
        return fold_word(surname) in self.persons[person].inner

    def _is_in_a_list(self, start: int, end: int) -> bool:
        """Whether a comma or "and" joins the word to another person's name, which is no common word.

        A common word needs a person on both sides, and a place or a month is none ("Jordan and Putin").
        """
        joins = self.page.language.patterns
        before = joins.list_before.search(self.page.text[max(0, start - _JOIN) : start])
        after = joins.list_after.match(self.page.text, end)
        people = self.page.people
        is_second = before is not None and start - len(before[0]) in people
        is_first = after is not None and after.end() in people
        word = self.page.text[start:end].lower()
        if self._is_plain(word):
            return False
        return (
            is_second and is_first if word in self.page.language.words.common_words else is_second or is_first
        )

    def _is_plain(self, word: str) -> bool:
        """Whether a word is a place, a month or a small word, whatever names stand near it."""
        language, lower = self.page.language, word.lower()
        return lower in language.plain_words or language.jurisdictions.find(lower) is not None

    def _is_odd(self, before: Word) -> bool:
        """Whether the word before makes the surname a common noun, or may be an unknown given name."""
        words = self.page.language.words
        return before.lower in words.indefinite_articles or (before.capital and not words.function)

    def _says_too_little(self, surname: str) -> bool:
        """Whether the word may also be an ordinary word, a place or a given name."""
        language, lower = self.page.language, surname.lower()
        return lower in language.ambiguous_words or bool(language.given_names.groups_of(lower))

    def _ordered(self, candidates: Sequence[EntityId]) -> tuple[EntityId, ...]:
        known = dict.fromkeys(self.memory.known_of(candidates))
        return (*known, *(c for c in candidates if c not in known)) if known else tuple(candidates)
