"""Decide whom a phrase for a position means in its sentence.

"The US President" is the person who held the office on the date that the sentence is about, or else on the
article's date; "a", "former", "then", "acting" and "-elect" change the answer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal, cast

from dossier.model.edtf import Bounds, EDTFError, bounds
from dossier.model.linked import Sentences
from dossier.model.mentions import DateMention, EntityId, Mention, Unresolved
from dossier.recognise.names.context import MarkedText, Word, word_after, word_before
from dossier.recognise.names.meanings import Office
from dossier.recognise.names.memory import Memory
from dossier.recognise.names.offices import Offices, is_generic
from dossier.recognise.names.persons import parse_person, surname_spellings
from dossier.recognise.names.refusals import Refusal
from dossier.recognise.names.titled_names import NamedPerson, TitledNames
from dossier.recognise.names.vocabulary import NameLanguage
from dossier.recognise.sentences import sentences_of

# Mentions by these rules mean the holder of an office, and so the person whom the text is about.
OF_HOLDERS: Final = frozenset({"position", "counterpart"})

_PART_OF_NAME: Final = re.compile(r"[\w’']+")

Tense = Literal["holds", "then", "acting", "next"]


@dataclass(frozen=True, slots=True)
class RoleReading:
    """How a role phrase is used, and which holder is meant."""

    end: int
    tense: Tense


def read_role(page: MarkedText, start: int, end: int, office: Office) -> RoleReading | Refusal:
    """Read the words around a role phrase; a refusal where it names nobody in particular."""
    text, words = page.text, page.language.roles
    tense: Tense = "holds"
    if after := words.tense_after.match(text, end):
        tense, end = _tense_of(after), after.end()
    if inside := words.tense_inside.search(text, start, end):
        tense = _tense_of(inside)
    for word in page.words_back(start, 4):
        lower = word.lower
        if lower in words.nobody or lower in office.excludes or lower.startswith(words.nobody_prefixes):
            return Refusal("nobody-in-particular", word.start, word.end)
        if lower in words.tenses:
            tense = cast("Tense", words.tenses[lower])
        elif lower not in words.passed_over and lower not in words.adjectives:
            # An article ends the phrase: in "Then the US President", "then" does not belong to it.
            break
    return RoleReading(end, tense)


def _tense_of(match: re.Match[str]) -> Tense:
    return cast("Tense", match.lastgroup)


def is_predicate(page: MarkedText, start: int) -> bool:
    """Whether the phrase says what somebody is or becomes: "as Chancellor", "became the President"."""
    language = page.language
    for word in page.words_back(start, 3):
        if word.lower not in language.words.articles:
            return word.lower in language.roles.predicate
    return False


def stands_before_name(page: MarkedText, end: int) -> bool:
    """Whether a name seems to follow directly: "Russian President Vladimir ..."."""
    word = word_after(page.text, end)
    if word is None:
        return False
    return page.may_be_name(word) or (not page.language.capitals and word.start in page.begins)


@dataclass
class Roles:
    """Decides role phrases for one document."""

    page: MarkedText
    memory: Memory
    offices: Offices
    names: TitledNames
    dates: Sequence[DateMention]
    published: Bounds | None
    _sentence_days: dict[tuple[int, int], Bounds | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.text = self.page.text
        self._language = self.page.language
        self._words = self._language.roles

    def resolve(
        self, start: int, end: int, offices: Sequence[Office], before: Mention | None
    ) -> Mention | Unresolved | Refusal:
        """The person meant by a phrase for an office; ``before`` is the mention that precedes it."""
        office = offices[0]
        if len(offices) > 1:
            return self._among(start, end, offices)
        after = self._words.tense_after.match(self.text, end)
        if stands_before_name(self.page, end) or (after and stands_before_name(self.page, after.end())):
            return self._position_before_name(start, end, after.end() if after else end, office)
        if self._apposed(start, office, before) or is_predicate(self.page, start):
            return self._position_itself(start, end, office)
        reading = read_role(self.page, start, end, office)
        if isinstance(reading, Refusal):
            return reading
        if behind := self.names.set_off_behind(reading.end):
            holders = self._of_name(behind, office)
            if not holders:
                return Refusal("other-holder", behind.start, behind.end)
            # The text says who holds the office, whatever the calendar says.
            return self._decide(start, reading.end, holders, office)
        if other := self._described(start, reading.end, before):
            return Refusal("other-holder", *other)
        if self._names_office(start):
            return self._position_itself(start, end, office)
        return self._decide(start, reading.end, self._holders(office, reading, start), office)

    def needs_country(
        self, start: int, end: int, office: Office, before: Mention | None
    ) -> Mention | Refusal | None:
        """What becomes of a phrase that names an office of several countries, None if it says whose it is.

        Before the name of a holder, it means the position; one that is set off beside it says whose it is.
        """
        if not office.needs_country or not is_generic(self.text[start:end], self._language):
            return None
        if stands_before_name(self.page, end):
            name = self.names.behind(end)
            if name is not None and office.position and self._of_name(name, office):
                return Mention(start, end, office.position, "position-before-name")
        elif (name := self.names.set_off_behind(end)) and self._of_name(name, office):
            return None
        return None if self._apposed(start, office, before) else Refusal("no-country")

    def _position_before_name(self, start: int, end: int, after: int, office: Office) -> Mention | Refusal:
        """The position of a phrase that a name follows, unless what follows belongs to another title."""
        name = self.names.behind(after)
        if name is not None and self._is_another_holder(name, office, self.text[start:end].lower()):
            return Refusal("other-holder", name.start, name.end)
        word = word_after(self.text, after)
        if word is not None and (name is None or not name.persons) and self._goes_on(word):
            return Refusal("longer-office", word.start, word.end)
        if office.position:
            return Mention(start, end, office.position, "position-before-name")
        return self._before_name(end)

    def _goes_on(self, word: Word) -> bool:
        """Whether a word with a capital after a phrase is no name and no title before one: "Affairs"."""
        words = self._language.words
        nouns = words.small_nouns | words.role_modifiers
        return word.lower not in words.titles and (word.lower in nouns or self.page.cannot_be_given(word))

    def _is_another_holder(self, name: NamedPerson, office: Office, phrase: str) -> bool:
        """Whether a name behind a phrase is not that of a holder, and the phrase may mean another office.

        A leader may lead an opposition or a community; a title with its country needs no known holder.
        """
        if self._of_name(name, office):
            return False
        says_title = phrase in office.phrases or any(role in phrase for role in office.names)
        return not says_title or self._has_office_elsewhere(name, office)

    def _has_office_elsewhere(self, name: NamedPerson, office: Office) -> bool:
        """Whether a person named behind a phrase is known to hold such an office in another country."""
        held = [other for person in name.persons for other, _ in self.offices.held_by(person)]
        return office not in held and any(
            other.place not in ("", office.place) and other.role == office.role for other in held
        )

    def _position_itself(self, start: int, end: int, office: Office) -> Mention | Refusal:
        if office.position:
            return Mention(start, end, office.position, "position-itself")
        return Refusal("description")

    def _described(self, start: int, end: int, before: Mention | None) -> tuple[int, int] | None:
        """The span of the name that a phrase describes, of somebody who is not known to hold the office.

        After "Ann Lee, the minister and" the phrase may be the next of a list.
        """
        following = word_after(self.text, end)
        if following is not None and following.lower in self._language.words.and_words:
            return None
        if (
            before is not None
            and before.entity in self.names.persons
            and before.rule not in OF_HOLDERS
            and self._sets_off(self.text[before.end : start], end)
        ):
            return before.start, before.end
        name = self.names.before(start, lambda mark: self._sets_off(mark, end))
        return (name.start, name.end) if name else None

    def _sets_off(self, mark: str, end: int) -> bool:
        """Whether what parts a name from a phrase sets the phrase off; with an article, to its end as well.

        "According to Lee, the minister left" does not say who the minister is.
        """
        if mark not in self._words.set_off:
            return False
        return mark[-2:-1] in ",(" or self._words.name_end.match(self.text, end) is not None

    def _names_office(self, start: int) -> bool:
        """Whether the phrase without an article follows "of": "the office of Greek President"."""
        before = self.page.word_before(start)
        return before is not None and before.lower in self._language.words.of_words

    def _of_name(self, name: NamedPerson, office: Office) -> tuple[EntityId, ...]:
        """The holders of an office, at any time, whose name a text sets beside it."""
        holders = dict.fromkeys(holding.person for holding in office.holdings)
        if name.persons:
            return tuple(person for person in holders if person in name.persons)
        written = self.text[name.start : name.end]
        return tuple(dict.fromkeys(h.person for h in office.holdings if self._is_called(h.name, written)))

    def _before_name(self, end: int) -> Refusal:
        """The refusal of a phrase that a name follows, where the gazetteer has no position for the phrase."""
        word = word_after(self.text, end)
        return Refusal("before-name", word.start, word.end) if word else Refusal("before-name")

    def of_title(self, start: int, end: int, office: Office) -> Mention | None:
        """The person meant by a position's own title ("President of Russia"), where one holder is certain."""
        if stands_before_name(self.page, end):
            return None
        first = start
        if articles := self._language.words.articles:
            before = self.page.word_before(start)
            if before is None or before.lower not in articles:
                return None
            first = before.start
        earlier = self.page.word_before(first)
        if earlier is not None and earlier.lower in self._words.of_office:
            return None
        found = self.resolve(start, end, (office,), None)
        return found if isinstance(found, Mention) else None

    def apposed_position(self, mention: Mention) -> Mention | None:
        """The position whose bare title follows its holder's name: "Ann Lee, the foreign minister"."""
        match = self._words.apposition.match(self.text, mention.end)
        if match is None:
            return None
        has_article = any(word in self._language.words.articles for word in match[0].split())
        ends = self._words.name_end if has_article else self._words.title_end
        for office, _ in self.offices.held_by(mention.entity):
            if office.position is None:
                continue
            for role in office.names:
                last = match.end() + len(role)
                if self.text[match.end() : last].lower() == role and ends.match(self.text, last):
                    return Mention(match.end(), last, office.position, "position-itself")
        return None

    def _among(self, start: int, end: int, offices: Sequence[Office]) -> Mention | Unresolved | Refusal:
        """The one holder for a phrase that fits several offices ("the Congolese president"), or a refusal."""
        reading = read_role(self.page, start, end, offices[0])
        if isinstance(reading, Refusal):
            return reading
        if stands_before_name(self.page, end):
            return self._before_name(end)
        holders = tuple(dict.fromkeys(h for office in offices for h in self._holders(office, reading, start)))
        if len(holders) == 1:
            return self._decide(start, reading.end, holders, offices[0])
        if holders:
            return Unresolved(start, end, holders, "position-with-several-holders")
        return Refusal("no-holder", *(self._day_meant(start) or ()))

    def counterpart(self, start: int, end: int, place: str) -> Mention | Unresolved | Refusal:
        """The holder of the office corresponding to the last person's: "his Russian counterpart"."""
        if stands_before_name(self.page, end):
            return self._before_name(end)
        before = self.page.word_before(start)
        if before is not None and before.lower in self._words.things:
            return Refusal("no-counterpart", before.start, before.end)
        person = self.memory.last_person(self.sentence(start)[0] - 300)
        if person is None:
            return Refusal("no-counterpart")
        days = self.sentence_days(start) or self.published
        for office, held in self.offices.held_by(person):
            if days is None or not held.overlaps(days):
                continue
            other = self.offices.counterpart(office, place)
            if other is not None:
                return self._decide(start, end, other.holders(days), other, "counterpart")
        return Refusal("no-counterpart")

    def _holders(self, office: Office, reading: RoleReading, start: int) -> tuple[EntityId, ...]:
        sentence_days = self.sentence_days(start)
        days = sentence_days or (None if reading.tense == "then" else self.published)
        if days is None:
            return ()
        if reading.tense == "next":
            following = office.next_holder(days.last or days.first or 0)
            return (following,) if following else ()
        holders = office.holders(days, acting=reading.tense == "acting")
        if len(holders) > 1 and office.position and days.first != days.last:
            # "In 2021 the US President": no day decides between the two, but the office itself is certain.
            return ()
        return holders

    def _decide(
        self, start: int, end: int, holders: tuple[EntityId, ...], office: Office, rule: str = "position"
    ) -> Mention | Unresolved | Refusal:
        if len(holders) > 1:
            declared = tuple(h for h in holders if h in self.memory.declared)
            holders = declared if len(declared) == 1 else holders
        if len(holders) == 1:
            return Mention(start, end, holders[0], rule, office.position, self._day_meant(start))
        if holders:
            return Unresolved(start, end, holders, "position-with-several-holders")
        if office.position:
            return Mention(start, end, office.position, "position-without-holder")
        return Refusal("no-holder", *(self._day_meant(start) or ()))

    def _apposed(self, start: int, office: Office, before: Mention | None) -> bool:
        """Whether the phrase only describes somebody just named: "Olaf Scholz, the Chancellor"."""
        if before is None or self.text[before.end : start] not in self._words.set_off:
            return False
        return any(held is office for held, _ in self.offices.held_by(before.entity))

    def _is_called(self, name: str, written: str) -> bool:
        """Whether a name in a text contains the surname of a listed name, or ends with a part of it."""
        surname = parse_person(name, self._language).surname
        last = written.split()[-1] if written else ""
        return last in _PART_OF_NAME.findall(name) or any(
            spelling in written for spelling in surname_spellings(surname, self._language) if spelling
        )

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence that contains an offset."""
        return self._sentences.at(at)

    @cached_property
    def _sentences(self) -> Sentences:
        return sentences_of(self.text, self._language.sentences)

    def sentence_days(self, at: int) -> Bounds | None:
        """The date that the sentence is about: one in an adverbial, not "the accords of 2015"."""
        if not self.dates:
            return None
        sentence = self.sentence(at)
        if sentence not in self._sentence_days:
            date = first_adverbial(self.text, self.dates, *sentence, self._language)
            self._sentence_days[sentence] = bounds_or_none(date.value) if date else None
        return self._sentence_days[sentence]

    def _day_meant(self, at: int) -> tuple[int, int] | None:
        """The span of the date that the sentence is about, None where the article's date counts."""
        if self.sentence_days(at) is None:
            return None
        date = first_adverbial(self.text, self.dates, *self.sentence(at), self._language)
        return (date.start, date.end) if date else None


def first_adverbial(
    text: str, dates: Sequence[DateMention], start: int, end: int, language: NameLanguage
) -> DateMention | None:
    """The first date between two offsets that says when something happened: not "the accords of 2015"."""
    first = bisect_right(dates, start - 1, key=lambda date: date.start)
    for number in range(first, len(dates)):
        date = dates[number]
        if date.start >= end:
            break
        before = word_before(text, date.start, language)
        if before is None or before.lower not in language.roles.not_adverbial:
            return date
    return None


def bounds_or_none(value: str | None) -> Bounds | None:
    """The days of an EDTF value, None if there is none or it cannot be read."""
    if not value:
        return None
    try:
        return bounds(value)
    except EDTFError:
        return None
