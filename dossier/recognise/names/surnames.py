"""Decide whom a surname means where it occurs, or refuse it.

"S.V. Lavrov", "Sergei Lavrov", "Foreign Minister Lavrov" and "Jeb Bush" are all a surname with something
before it, which limits whom it may mean; a bare surname means the person whom the document has introduced.
Given name, title, office, gender, the front matter, the article's title and distance decide between two
people with the same surname; if none of them does, the surname is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dossier.model.edtf import Bounds
from dossier.model.mentions import EntityId, Mention, Unresolved
from dossier.recognise.names.context import (
    MarkedText,
    Word,
    in_headline,
    paragraph_start,
    starts_sentence,
    title_span,
    word_after,
    word_before,
)
from dossier.recognise.names.fold import fold_word
from dossier.recognise.names.guards import continued, continues, glued, in_pair, is_common_word
from dossier.recognise.names.lookalikes import in_a_state, is_company
from dossier.recognise.names.memory import Memory, Strangers
from dossier.recognise.names.offices import Offices
from dossier.recognise.names.persons import Person, SurnameReading, misfit
from dossier.recognise.names.refusals import Refusal
from dossier.recognise.names.vocabulary import NameLanguage
from dossier.recognise.names.words import NameWords

_GIVEN_AFTER: Final = re.compile(r",? ((?:[^\W\d_]\. ?)*[^\W\d_]\.|[A-Z][a-z]+(?:-[a-z]+)?)(?![\w-]| [A-Z])")
# How many characters before a surname to look for the start of a title of several words.
_REACH: Final = 70
# How many characters the words between two members of a list have at most.
_JOIN: Final = 12


def _read_before(page: MarkedText, start: int) -> SurnameReading:
    """Read given names, initials and titles before a surname that begins at `start`."""
    text, language = page.text, page.language
    words = language.words
    window = text[max(0, start - _REACH) : start]
    if any(link in window for link in words.title_links):
        phrase = language.patterns.title_phrase.search(window)
        if phrase is not None:
            return SurnameReading(start, (), (), phrase[1].lower().strip(), None)
    given: list[str] = []
    titles: list[str] = []
    begins: list[int] = []
    headline: bool | None = None
    for word in page.words_back(start):
        lower = word.lower
        if "-" in lower:
            for prefix in words.title_prefixes:
                lower = lower.removeprefix(prefix)
        if lower in words.titles and (word.capital or not given or titles):
            titles.append(lower)
            continue
        if titles or not page.may_be_name(word):
            if lower in words.particles and not titles and not given:
                given.append(word.text)
                begins.append(word.start)
                continue
            break
        if not _may_be_given(page, word) or word.end in page.ends:
            break
        if headline is None:
            headline = in_headline(text, start, start + 1)
        if headline and not word.initials and not page.is_given_name(word.text):
            break
        given.append(fold_word(word.text))
        begins.append(word.start)
    title = " ".join(reversed(titles))
    return SurnameReading(
        begins[-1] if begins else start,
        tuple(reversed(begins)),
        tuple(reversed(given)),
        title,
        _gender_of_title(title, words),
    )


def _may_be_given(page: MarkedText, word: Word) -> bool:
    language = page.language
    words, lower = language.words, word.lower
    if word.initials:
        return word.text not in words.one_letter_words or not starts_sentence(page.text, word.start)
    # Before a surname with given names after it, and in a language without a list of the small words that
    # begin sentences, only a known given name counts as one.
    if words.surname_first or (not words.function and starts_sentence(page.text, word.start)):
        return page.is_given_name(word.text)
    if lower in words.calendar or lower in language.jurisdictions.demonyms:
        return False
    if lower.endswith(words.possessives) or word.text[-1] == "." or lower in words.function:
        return False
    return page.is_given_name(word.text) or not page.cannot_be_given(word)


def _gender_of_title(title: str, words: NameWords) -> str | None:
    """The gender that a title shows, if any."""
    if not title:
        return None
    parts = title.split()
    if not words.female_titles.isdisjoint(parts):
        return "f"
    return None if words.male_titles.isdisjoint(parts) else "m"


def is_month_or_verb(text: str, start: int, end: int, language: NameLanguage) -> bool:
    """Whether a surname that is also a month or a verb ("May", "Will") is the month or verb here."""
    words = language.words
    word = text[start:end].lower()
    if word not in words.calendar and word not in words.function:
        return False
    before = word_before(text, start, language)
    if before is not None and (before.lower in words.before_months or before.lower[:1].isdigit()):
        return True
    if language.patterns.number_after.match(text, end):
        return True
    after = word_after(text, end)
    return after is not None and after.lower in words.modal_subjects


@dataclass(frozen=True, slots=True)
class BareSurnames:
    """Decides bare surnames for one document.

    ``sentence_days`` gives the date that a sentence is about, ``named_in_head`` the one of several persons
    whom the head of the text names by an office held on that day, with the span of the words that do so.
    """

    page: MarkedText
    memory: Memory
    persons: Mapping[EntityId, Person]
    offices: Offices
    published: Bounds | None
    sentence_days: Callable[[int], Bounds | None]
    has_word: Callable[[str], bool]
    named_in_head: Callable[[Sequence[EntityId]], tuple[EntityId, tuple[int, int]] | None]

    def decide(
        self, start: int, end: int, candidates: list[EntityId], reading: SurnameReading
    ) -> Mention | Unresolved | Refusal:
        """The person meant by a surname without a given name, several who may be, or a refusal."""
        declared = [c for c in candidates if c in self.memory.declared]
        if reading.gender:
            declared = self._of_gender(declared, reading.gender, sure=False)
        if len(declared) == 1:
            return Mention(start, end, declared[0], "declared-surname")
        strangers = self.memory.of_name(self.page.text[start:end])
        if reading.gender:
            others = strangers.before(start, reading.gender)
            candidates = self._of_gender(candidates, reading.gender, sure=others > 0)
            if not candidates:
                return Refusal("other-gender", *title_span(self.page, start, reading.title))
        titled = self.by_title(candidates, reading)
        stranger_titled = strangers.has_title(reading.title, start)
        if len(titled) == 1 and not stranger_titled and not self._is_uncertain(titled[0], reading, strangers):
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

    def _is_uncertain(self, person: EntityId, reading: SurnameReading, strangers: Strangers) -> bool:
        """Whether "Mr" or "Mrs" may mean a stranger: one surely of that gender, or the only one so far."""
        if not reading.gender:
            return False
        return strangers.before(reading.start, reading.gender, sure=self.memory.introduced(person)) > 0

    def _of_gender(self, candidates: list[EntityId], gender: str, *, sure: bool) -> list[EntityId]:
        """Those of a gender; unless `sure`, also those whose gender is not known."""
        return [c for c in candidates if self.persons[c].gender in ((gender,) if sure else (gender, None))]

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
            if not reading.title and (named := self.named_in_head(candidates)):
                return Mention(start, end, named[0], "named-in-head", because=named[1])
            then = self.in_office(candidates, start)
            if len(then) == 1 and self._is_called(then[0], reading.title):
                return Mention(start, end, then[0], "office-then")
            return Unresolved(start, end, self._ordered(candidates), "ambiguous-surname")
        is_person = self.memory.is_titled(self.page.text[start:end]) or self._is_in_a_list(start, end)
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
        if self._is_of_another_rank(candidates, reading.title):
            return Refusal("other-rank", *title_span(self.page, start, reading.title))
        is_used = self.memory.is_used(text[start:end])
        if not reading.title and not is_used and is_common_word(self.page, start, end):
            return Refusal("ordinary-word")
        if before is not None and self._is_odd(before) and not in_pair(self.page, start, end):
            return Refusal("ordinary-word", before.start, before.end)
        return None

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
        words = language.words
        return (
            lower in words.calendar
            or lower in words.function
            or lower in words.place_surnames
            or language.jurisdictions.find(lower) is not None
        )

    def _is_odd(self, before: Word) -> bool:
        """Whether the word before makes the surname a common noun, or may be an unknown given name."""
        words = self.page.language.words
        return before.lower in words.indefinite_articles or (before.capital and not words.function)

    def _is_of_another_rank(self, candidates: Sequence[EntityId], title: str) -> bool:
        """Whether the title is for a head of state or government, and no candidate held such an office."""
        return title in self.page.language.words.heads_of_state and all(
            held and not any(office.called(title) for office, _ in held)
            for held in map(self.offices.held_by, candidates)
        )

    def _is_called(self, person: EntityId, title: str) -> bool:
        """Whether a title before the surname says nothing against a person: no other office is meant."""
        if title not in self.page.language.offices.ranks:
            return True
        return any(office.called(title) for office, _ in self.offices.held_by(person))

    def days_meant(self, start: int) -> Bounds | None:
        """The days that the sentence at an offset is about, else the article's own."""
        return self.sentence_days(start) or self.published

    def in_office(self, candidates: Iterable[EntityId], start: int) -> list[EntityId]:
        """Those who held an office on the date that the sentence is about, else on the article's date."""
        days_meant = self.days_meant(start)
        if days_meant is None:
            return []
        officials = self.offices.among(candidates)
        return [c for c in officials if any(days.overlaps(days_meant) for _, days in self.offices.held_by(c))]

    def _says_too_little(self, surname: str) -> bool:
        """Whether the word may also be an ordinary word, a place or a given name."""
        lower, language = surname.lower(), self.page.language
        words = language.words
        return (
            lower in words.common_words
            or lower in words.calendar
            or lower in words.function
            or lower in words.place_surnames
            or language.given_names.same(lower, lower)
        )

    def _ordered(self, candidates: Sequence[EntityId]) -> tuple[EntityId, ...]:
        known = dict.fromkeys(self.memory.known_of(candidates))
        return (*known, *(c for c in candidates if c not in known)) if known else tuple(candidates)

    def by_title(self, candidates: list[EntityId], reading: SurnameReading) -> list[EntityId]:
        """Those whom the title before it fits: by gender, else by an office held then, else by any office.

        “Mr” fits anybody who is not known to be a woman.
        """
        if reading.gender:
            return self._of_gender(candidates, reading.gender, sure=False)
        if not reading.title:
            return []
        days_meant = self.days_meant(reading.start)
        then: list[EntityId] = []
        ever: list[EntityId] = []
        for candidate in self.offices.among(candidates):
            for office, days in self.offices.held_by(candidate):
                if office.called(reading.title):
                    ever.append(candidate)
                    if days_meant is not None and days.overlaps(days_meant):
                        then.append(candidate)
        return list(dict.fromkeys(then)) or list(dict.fromkeys(ever))


@dataclass(frozen=True, slots=True)
class Surnames:
    """Decides surnames for one document."""

    page: MarkedText
    memory: Memory
    persons: Mapping[EntityId, Person]
    bare: BareSurnames
    _readings: dict[int, SurnameReading] = field(default_factory=dict)
    _fitting: dict[tuple[Sequence[EntityId], tuple[str, ...]], tuple[int, list[EntityId]] | None] = field(
        default_factory=dict
    )

    def read(self, start: int) -> SurnameReading:
        """What precedes a surname that begins at an offset; read only once."""
        reading = self._readings.get(start)
        if reading is None:
            reading = self._readings[start] = _read_before(self.page, start)
        return reading

    def claims(self, start: int, end: int, candidates: Sequence[EntityId]) -> bool:
        """Whether a surname that is also a place means a person: titled, or introduced and without "in"."""
        reading = self.read(start)
        if reading.given or (reading.title and not continues(self.page, end, person=True)):
            return True
        before = self.page.word_before(start)
        if before is not None and before.lower in self.page.language.words.placing:
            return False
        return any(self.memory.introduced(c) for c in candidates)

    def resolve(self, start: int, end: int, candidates: list[EntityId]) -> Mention | Unresolved | Refusal:
        """The mention, several persons who may be meant, or a refusal where none of them is."""
        if glued(self.page, start, end):
            return Refusal("joined")
        reading = self.read(start)
        if continues(self.page, end, person=True) and not (
            in_pair(self.page, start, end) or self._leads(start, end, candidates)
        ):
            return self._family_first(start, end, candidates) or continued(self.page, end)
        if reading.given:
            fitting = self.fitting(candidates, reading)
            if fitting is None:
                return Refusal("other-given-name", reading.start, start - 1)
            if fitting[0] in self.memory.others:
                return Refusal("somebody-else")
            return self._with_given(reading, fitting[0], end, fitting[1])
        if start in self.memory.others:
            return Refusal("somebody-else")
        if refusal := self._is_no_surname(start, end, candidates, reading):
            return refusal
        if is_company(self.page.text, start, end, self.page.language):
            return Refusal("company")
        if in_a_state(self.page.text, end, self.page.language):
            return Refusal("town")
        return self.bare.decide(start, end, candidates, reading)

    def _leads(self, start: int, end: int, candidates: Sequence[EntityId]) -> bool:
        """Whether a capitalised noun follows for what somebody leads or does: "the Ford Administration".

        That is no name of its own where the text speaks of its bearer elsewhere.
        """
        text, words = self.page.text, self.page.language.words
        noun = word_after(text, end)
        if noun is None or self.read(start).given:
            return False
        possessive = next((ending for ending in words.possessives if noun.lower.endswith(ending)), "")
        if noun.lower.removesuffix(possessive) not in words.led_nouns:
            return False
        following = word_after(text, noun.end)
        if following is not None and following.capital and following.lower not in words.function:
            return False
        known = self.memory.known_of(candidates) or [c for c in candidates if c in self.memory.anywhere]
        return bool(known) or self.memory.is_titled(text[start:end])

    def _family_first(self, start: int, end: int, candidates: Sequence[EntityId]) -> Mention | None:
        """A surname with the given name or initials after it: "Putin Vladimir", "Lavrov S.V."."""
        text, language = self.page.text, self.page.language
        match = _GIVEN_AFTER.match(text, end)
        given, last = (match[1], match.end(1)) if match else ("", end)
        if match is None and not language.capitals and (word := word_after(text, end)) is not None:
            given, last = word.text, word.end
        if not given or self.read(start).given:
            return None
        found = [c for c in candidates if misfit(self.persons[c], given.split(), language) is not None]
        return Mention(start, last, found[0], "given-name-and-surname") if len(found) == 1 else None

    def _is_of_a_prince(self, surname: str, candidates: Sequence[EntityId]) -> bool:
        """Whether a surname after "Prince" is no given name, and the text names a bearer in full."""
        return not self.page.is_given_name(surname) and any(c in self.memory.anywhere for c in candidates)

    def fitting(
        self, candidates: Sequence[EntityId], reading: SurnameReading
    ) -> tuple[int, list[EntityId]] | None:
        """Whom the given names before a surname fit, and where they begin; other words before are dropped."""
        key = tuple(candidates), reading.given
        if key not in self._fitting:
            self._fitting[key] = self._find_fitting(*key)
        found = self._fitting[key]
        return (reading.starts[found[0]], found[1]) if found is not None else None

    def _find_fitting(
        self, candidates: Sequence[EntityId], given: tuple[str, ...]
    ) -> tuple[int, list[EntityId]] | None:
        """Whom given names fit, and how many other words precede them."""
        language = self.page.language
        for number in range(len(given)):
            odd = {c: misfit(self.persons[c], given[number:], language) for c in candidates}
            least = min((count for count in odd.values() if count is not None), default=None)
            if least is not None:
                return number, [c for c in candidates if odd[c] == least]
            rest = given[number + 1 :]
            alike = [c for c in candidates if self._is_spelling(given[number], c)]
            if len(alike) == 1:
                return number, alike
            if self.page.is_given_name(given[number]) or all("." in name or len(name) == 1 for name in rest):
                break
        return None

    def _is_spelling(self, given: str, person: EntityId) -> bool:
        """Whether a given name may be another spelling of a person's first one."""
        are_spellings = self.page.language.given_names.are_spellings
        return any(are_spellings(given.lower(), known[0].lower()) for known in self.persons[person].given)

    def _with_given(
        self, reading: SurnameReading, start: int, end: int, fitting: list[EntityId]
    ) -> Mention | Unresolved:
        rule = "given-name-and-surname"
        if len(fitting) > 1:
            chosen = self.bare.by_title(fitting, reading)
            if len(chosen) != 1:
                chosen = self.memory.choose(fitting)
            if len(chosen) != 1:
                chosen = self.bare.in_office(fitting, start)
            if len(chosen) != 1:
                return Unresolved(start, end, tuple(fitting), "ambiguous-given-name")
            fitting = chosen
        return Mention(start, end, fitting[0], rule)

    def _is_no_surname(
        self, start: int, end: int, candidates: Sequence[EntityId], reading: SurnameReading
    ) -> Refusal | None:
        """The refusal of a family, a relative, a king, a month or a verb: "the Bush family", "May they"."""
        text, language = self.page.text, self.page.language
        words = language.words
        before, after = self.page.word_before(start), word_after(text, end)
        if after is not None and after.lower in words.family_nouns:
            return Refusal("family", after.start, after.end)
        if before is not None and text[start:end].lower() in words.titles and before.lower in words.articles:
            return Refusal("title", before.start, before.end)
        if reading.title in words.given_titles:
            return Refusal("given-name", *title_span(self.page, start, reading.title))
        is_royal = not words.royal_titles.isdisjoint(reading.title.split())
        if is_royal and not self._is_of_a_prince(text[start:end], candidates):
            return Refusal("monarch", *title_span(self.page, start, reading.title))
        if before is not None and not reading.title:
            if before.lower in words.kin:
                return Refusal("relative", before.start, before.end)
            if before.lower in words.naming_nouns:
                return Refusal("name-itself", before.start, before.end)
        if town := language.patterns.town_after.match(text, end):
            return Refusal("town", *town.span())
        return Refusal("month-or-verb") if is_month_or_verb(text, start, end, language) else None
