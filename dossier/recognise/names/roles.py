"""Roles: a position's phrase in its sentence in, the person who is meant out.

"The US President" goes to whoever held the office on the date that the sentence speaks of, else on the
article's; "a", "former", "then", "acting" and "-elect" change the answer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal

from dossier.model.edtf import Bounds, EDTFError, bounds
from dossier.model.linked import Sentences
from dossier.model.mentions import DateMention, EntityId, Mention, Unresolved
from dossier.recognise.names.context import word_after, word_before, words_back, words_before
from dossier.recognise.names.memory import Memory
from dossier.recognise.names.offices import Office, Offices, role_names
from dossier.recognise.names.persons import surname_spellings
from dossier.recognise.rules import Rule
from dossier.recognise.sentences import sentences_of

Tense = Literal["holds", "then", "acting", "next"]
_INDEFINITE: Final = frozenset(
    "a an any no every another each next future other some two three several many most all both".split()
)
_FORMER: Final = frozenset(
    """former ex late previous last first earlier once one-time onetime longtime erstwhile past would-be
    potential possible successive second third then-former""".split()
)
_PREDICATE: Final = frozenset(
    """as became become becomes becoming elected appointed named nominated sworn inaugurated was is be
    being been were remain remains remained made elect elects re-elected reelected""".split()
)
_PASSED_OVER: Final = frozenset("current sitting present outgoing now new".split())
_ELECT: Final = re.compile(r"-elect\b|[ -]designate\b")
_INNER: Final = re.compile(r" (then|acting|incoming) ")
_INNER_TENSES: Final[dict[str, Tense]] = {"then": "then", "acting": "acting", "incoming": "next"}
_APPOSED_NAME: Final = re.compile(r", (?P<name>(?:[A-Z][\w’'-]+\.? ?){2,4}),")
_APPOSITION: Final = re.compile(r", (?:(?:the|then the|now the|then|now) )?(?=[A-Za-z])")
_TITLE_ENDS: Final = re.compile(r"[,.;:)]|$|\s*\n| (?:said|and|who|was|is|has|had|told)\b")
_NOT_ADVERBIAL: Final = frozenset("of the a since until till after before".split())

RULES: Final = (
    Rule(
        "position",
        "A phrase that names an office, from its title and country, is whoever held it on the date that the "
        "sentence speaks of, else on the article's date. So is a position's own title after “the”.",
        "The [[US President]] spoke for two hours.",
        "joe-biden",
        "“a US president”, “the former US president”, “the next”, an office that nobody is known to hold",
    ),
    Rule(
        "position-before-name",
        "A position's phrase directly in front of a name is the position, where the gazetteer has it; the "
        "name is the person.",
        "[[US President]] Joe Biden spoke.",
        "president-of-the-united-states",
        "",
    ),
    Rule(
        "position-itself",
        "After “as”, “became”, “elected”, or set off after its holder's name, a phrase says what somebody "
        "is; it is the position, where the gazetteer has it. So is the bare title that follows its holder.",
        "Joe Biden, the [[US President]], spoke.",
        "president-of-the-united-states",
        "the person, who is named beside it",
    ),
    Rule(
        "position-without-holder",
        "Where nobody is known to have held the office then, the phrase is the position, if there is one.",
        "In 1950 the [[US President]] was another.",
        "president-of-the-united-states",
        "",
    ),
    Rule(
        "position-with-several-holders",
        "Two people held the office on that day, or the phrase fits two offices: refused, with everybody who "
        "may be meant.",
        "The [[German Chancellor]] took the oath.",
        "refused: angela-merkel, olaf-scholz",
        "",
    ),
    Rule(
        "counterpart",
        "“His Russian counterpart” is who held the like office in that country as the person spoken of last.",
        "Joe Biden called his [[Russian counterpart]].",
        "vladimir-putin",
        "a counterpart of somebody whose office is not known",
    ),
)


@dataclass(frozen=True, slots=True)
class RoleReading:
    """How a role phrase is used, and which holder is meant."""

    end: int
    tense: Tense


def read_role(text: str, start: int, end: int, office: Office) -> RoleReading | None:
    """Read the words around a role phrase, or None where it names nobody in particular."""
    tense: Tense = "holds"
    elect = _ELECT.match(text, end)
    if elect:
        tense, end = "next", elect.end()
    if inner := _INNER.search(text, start, end):
        tense = _INNER_TENSES.get(inner[1], tense)
    barred = _INDEFINITE | _FORMER | {excluded.lower().rstrip("-") for excluded in office.excludes}
    for word in words_back(text, start, 4):
        lower = word.lower
        if lower in barred or lower.startswith("ex-"):
            return None
        if lower == "then":
            tense = "then"
        elif lower in ("acting", "interim"):
            tense = "acting"
        elif lower == "incoming":
            tense = "next"
        elif lower not in _PASSED_OVER:
            # An article closes the phrase: in "Then the US President", "then" is another matter.
            break
    return RoleReading(end, tense)


def is_predicate(text: str, start: int) -> bool:
    """Whether the phrase says what somebody is or becomes: "as Chancellor", "became the President"."""
    for word in words_back(text, start, 3):
        if word.lower != "the":
            return word.lower in _PREDICATE
    return False


def stands_before_name(text: str, end: int) -> bool:
    """Whether a capitalised word follows directly: "Russian President Vladimir ..."."""
    word = word_after(text, end)
    return word is not None and word.capital


@dataclass
class Roles:
    """Decides role phrases for one document."""

    text: str
    memory: Memory
    offices: Offices
    dates: Sequence[DateMention]
    published: Bounds | None
    abbreviations: frozenset[str]
    _spoken: dict[tuple[int, int], Bounds | None] = field(default_factory=dict)

    def resolve(
        self, start: int, end: int, offices: Sequence[Office], before: Mention | None
    ) -> Mention | Unresolved | None:
        """The person meant by a phrase for an office; ``before`` is the mention that precedes it."""
        office = offices[0]
        if len(offices) > 1:
            return self._among(start, end, offices)
        if stands_before_name(self.text, end) or (
            (elect := _ELECT.match(self.text, end)) and stands_before_name(self.text, elect.end())
        ):
            return Mention(start, end, office.position, "position-before-name") if office.position else None
        if self._apposed(start, office, before) or is_predicate(self.text, start):
            return Mention(start, end, office.position, "position-itself") if office.position else None
        reading = read_role(self.text, start, end, office)
        if reading is None:
            return None
        apposed = _APPOSED_NAME.match(self.text, reading.end)
        if apposed is not None and not self._holds(apposed["name"], office):
            return None
        holders = self._holders(office, reading, start)
        return self._decide(start, reading.end, holders, office)

    def of_title(self, start: int, end: int, office: Office) -> Mention | None:
        """Who is meant by a position's own title ("President of Russia"), where one holder is certain."""
        before = word_before(self.text, start)
        if before is None or before.lower != "the" or stands_before_name(self.text, end):
            return None
        if any(word.lower in ("of", "as", "for") for word in words_before(self.text, before.start, 1)):
            return None
        found = self.resolve(start, end, (office,), None)
        return found if isinstance(found, Mention) else None

    def apposed_position(self, mention: Mention) -> Mention | None:
        """The position whose bare title follows its holder's name: "Ann Lee, the foreign minister"."""
        match = _APPOSITION.match(self.text, mention.end)
        if match is None:
            return None
        for office, _ in self.offices.held_by(mention.entity):
            if office.position is None:
                continue
            for role in sorted(role_names(office.role), key=len, reverse=True):
                last = match.end() + len(role)
                if self.text[match.end() : last].lower() == role and _TITLE_ENDS.match(self.text, last):
                    return Mention(match.end(), last, office.position, "position-itself")
        return None

    def _among(self, start: int, end: int, offices: Sequence[Office]) -> Mention | Unresolved | None:
        """A phrase that fits several offices ("the Congolese president"), of which one may have a holder."""
        reading = read_role(self.text, start, end, offices[0])
        if reading is None or stands_before_name(self.text, end):
            return None
        holders = tuple(dict.fromkeys(h for office in offices for h in self._holders(office, reading, start)))
        if len(holders) == 1:
            return self._decide(start, reading.end, holders, offices[0])
        return Unresolved(start, end, holders, "position-with-several-holders") if holders else None

    def counterpart(self, start: int, end: int, place: str) -> Mention | Unresolved | None:
        """Who holds the like office to that of the person last spoken of: "his Russian counterpart"."""
        if stands_before_name(self.text, end):
            return None
        person = self.memory.last_person(self.sentence(start)[0] - 300)
        if person is None:
            return None
        days = self.spoken(start) or self.published
        for office, held in self.offices.held_by(person):
            if days is None or not held.overlaps(days):
                continue
            other = self.offices.counterpart(office, place)
            if other is not None:
                return self._decide(start, end, other.holders(days), other, "counterpart")
        return None

    def _holders(self, office: Office, reading: RoleReading, start: int) -> tuple[EntityId, ...]:
        spoken = self.spoken(start)
        days = spoken or (None if reading.tense == "then" else self.published)
        if days is None:
            return ()
        if reading.tense == "next":
            following = office.next_holder(days.last or days.first or 0)
            return (following,) if following else ()
        holders = office.holders(days, acting=reading.tense == "acting")
        if len(holders) > 1 and office.position and days.first != days.last:
            # "In 2021 the US President": no day says which of the two, but the office itself is certain.
            return ()
        return holders

    def _decide(
        self, start: int, end: int, holders: tuple[EntityId, ...], office: Office, rule: str = "position"
    ) -> Mention | Unresolved | None:
        if len(holders) > 1:
            declared = tuple(h for h in holders if h in self.memory.declared)
            holders = declared if len(declared) == 1 else holders
        if len(holders) == 1:
            self.memory.speak_of(holders[0], start)
            return Mention(start, end, holders[0], rule, office.position)
        if holders:
            return Unresolved(start, end, holders, "position-with-several-holders")
        if office.position:
            return Mention(start, end, office.position, "position-without-holder")
        return None

    def _apposed(self, start: int, office: Office, before: Mention | None) -> bool:
        """Whether the phrase only says what somebody is who was just named: "Olaf Scholz, the Chancellor"."""
        if before is None or self.text[before.end : start] not in (", ", ", the ", " (", ", then ", ", now "):
            return False
        return any(held is office for held, _ in self.offices.held_by(before.entity))

    def _holds(self, name: str, office: Office) -> bool:
        """Whether a name set off by commas after a phrase ends like the name of one of its holders."""
        return any(
            surname in name for h in office.holdings for surname in surname_spellings(h.surname) if surname
        )

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence that holds an offset."""
        return self._sentences.at(at)

    @cached_property
    def _sentences(self) -> Sentences:
        return sentences_of(self.text, self.abbreviations)

    def spoken(self, at: int) -> Bounds | None:
        """The date that the sentence speaks of: one that an adverbial gives, not "the accords of 2015"."""
        if not self.dates:
            return None
        sentence = self.sentence(at)
        if sentence not in self._spoken:
            self._spoken[sentence] = bounds_or_none(first_adverbial(self.text, self.dates, *sentence))
        return self._spoken[sentence]


def first_adverbial(text: str, dates: Sequence[DateMention], start: int, end: int) -> str | None:
    """The first date between two offsets that says when something was: not "the accords of 2015"."""
    first = bisect_right(dates, start - 1, key=lambda date: date.start)
    for number in range(first, len(dates)):
        date = dates[number]
        if date.start >= end:
            break
        before = word_before(text, date.start)
        if before is None or before.lower not in _NOT_ADVERBIAL:
            return date.value
    return None


def bounds_or_none(value: str | None) -> Bounds | None:
    """The days of an EDTF value, None where there is none or it cannot be read."""
    if not value:
        return None
    try:
        return bounds(value)
    except EDTFError:
        return None
