"""Decide whom a title alone means: "the President" in a text that has named "President Nixon".

A title alone says neither the country nor the person, so the text itself must. The head of a record or letter
does where it gives the title to one person, or names somebody who serves the holder. Elsewhere the text has
put the title before the name of one holder and of nobody else, and names no other holder.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from typing import Final

from dossier.model.edtf import Bounds
from dossier.model.mentions import EntityId, Mention
from dossier.recognise.names.context import MarkedText, Word, paragraph_start, starts_sentence, word_after
from dossier.recognise.names.heads import Head
from dossier.recognise.names.longer_titles import after_server, of_part, title_before
from dossier.recognise.names.meanings import NameSpan, Office
from dossier.recognise.names.offices import Offices
from dossier.recognise.names.refusals import Refusal
from dossier.recognise.names.title_uses import Occurrence, Uses
from dossier.recognise.names.titled_names import NamedPerson, TitledNames

# No title of an office has more words after the one that stands for it.
_MOST_WORDS: Final = 8
_HYPHENS: Final = tuple("-‐‑")


@dataclass(frozen=True)
class _AtHome:
    """The bearers of a title in the head of a text, None for strangers, and whether they took part."""

    persons: Mapping[EntityId | None, tuple[int, int]]
    is_list: bool


@dataclass
class BareTitles:
    """Decides titles alone for one document, whose titles it reads when it first needs them."""

    page: MarkedText
    names: TitledNames
    offices: Offices
    published: Bounds | None
    spans: Sequence[NameSpan]
    head: Head
    _bearers: dict[str, dict[EntityId | None, tuple[int, int]]] = field(default_factory=dict)
    _at_home: dict[str, _AtHome] = field(default_factory=dict)

    def decide(self, start: int, end: int, title: str) -> Mention | Refusal:
        """The person meant by a title at an offset, or the refusal of it."""
        if title not in self._uses or start not in self._uses[title].alone:
            return Refusal("no-country")
        last = self._uses[title].alone[start]
        home = self._home(title)
        if len(home.persons) == 1:
            return self._of_home(start, end, title, home)
        if last is None or last.person is None:
            return Refusal("no-country")
        if home.persons:
            others = (span for person, span in home.persons.items() if person != last.person)
            return Refusal("several-bearers", *next(others))
        if other := self._another(title, last):
            return Refusal("several-bearers", *other)
        return Mention(start, end, last.person, "position", because=(last.start, last.end))

    def _another(self, title: str, last: Occurrence) -> tuple[int, int] | None:
        """The span of somebody else whom the text names, at any place, and who may be called by a title.

        In "President Lee received Kovač. The President left", the title may mean either president.
        """
        others = (span for person, span in self._called(title).items() if person != last.person)
        return next(others, None)

    def _of_home(self, start: int, end: int, title: str, home: _AtHome) -> Mention | Refusal:
        """The one person at home in the text whom a title alone may mean, unless it has named another.

        Of those who took part, another in the same paragraph counts; else one anywhere before.
        """
        ((person, because),) = home.persons.items()
        if person is None:
            return Refusal("no-country")
        since = paragraph_start(self.page.text, start) if home.is_list else 0
        if other := self._uses[title].another(person, since, start):
            return Refusal("several-bearers", *other)
        return Mention(start, end, person, "position", because=because)

    def named_in_head(self, candidates: Sequence[EntityId]) -> tuple[EntityId, tuple[int, int]] | None:
        """The one of several persons whom the head or a signature names by an office held on that day.

        With the span of the words that do so: "President Carter", or "President" after "to the".
        """
        if self.published is None:
            return None
        found: dict[EntityId, tuple[int, int]] = {}
        for title, (bearers, alone) in self._in_head.items():
            called = [person for person in candidates if self._is_called(person, title)]
            found.update((person, bearers[person]) for person in called if person in bearers)
            if alone is not None and len(called) == 1:
                found.setdefault(called[0], alone)
        return next(iter(found.items())) if len(found) == 1 else None

    @cached_property
    def _in_head(self) -> Mapping[str, tuple[Mapping[EntityId, tuple[int, int]], tuple[int, int] | None]]:
        """By title, who is called so in the head or on a line alone, and where it stands alone in it."""
        found = {}
        for title, uses in self._uses.items():
            bearers: dict[EntityId, tuple[int, int]] = {}
            for start, end, _, person in uses.others:
                if person is not None and (self.head.contains(start) or self.head.is_line(start, end)):
                    bearers.setdefault(person, (start, end))
            alone = next(filter(self.head.contains, uses.alone), None)
            found[title] = bearers, None if alone is None else (alone, alone + len(title))
        return found

    def _home(self, title: str) -> _AtHome:
        """Whom the head of the text makes the bearer of a title: those who took part, else the rest of it."""
        found = self._at_home.get(title)
        if found is None:
            lists, parts = self.head.lists, self.head.parts
            took_part = {**self._called_in(lists, title), **self._strangers_in(lists, title)}
            took_part = took_part or self._served_in(lists, title)
            if len(took_part) == 1:
                took_part.update(self._elsewhere(lists, title, next(iter(took_part))))
            named = {} if took_part else {**self._served_in(parts, title), **self._called_in(parts, title)}
            found = self._at_home[title] = _AtHome(took_part or named, is_list=bool(took_part))
        return found

    def _called_in(
        self, parts: Sequence[tuple[int, int]], title: str
    ) -> dict[EntityId | None, tuple[int, int]]:
        """Everybody whom parts of the text call by a title: "President Carter"."""
        found: dict[EntityId | None, tuple[int, int]] = {}
        after = max((last for _, last in parts), default=0)
        for occurrence in takewhile(lambda each: each.start < after, self._uses[title].others):
            if any(first <= occurrence.start < last for first, last in parts):
                found.setdefault(occurrence.person, (occurrence.start, occurrence.end))
        return found

    def _strangers_in(
        self, parts: Sequence[tuple[int, int]], title: str
    ) -> dict[EntityId | None, tuple[int, int]]:
        """Somebody unknown who has a title behind the name in parts of the text: "Ann Lee (President)"."""
        ends = {name.end for name in self._names_in(parts)}
        for first, last in parts:
            for match in self.page.language.roles.listed_title.finditer(self.page.text, first, last):
                if match["title"].lower() == title and match.start() not in ends:
                    return {None: match.span("title")}
        return {}

    def _elsewhere(
        self, parts: Sequence[tuple[int, int]], title: str, person: EntityId | None
    ) -> dict[EntityId | None, tuple[int, int]]:
        """Those called by a title in the countries of others who took part: each speaks of their own."""
        found: dict[EntityId | None, tuple[int, int]] = {}
        if self.published is None or person is None:
            return found
        own = {office.place for office, _ in self.offices.held_by(person)}
        for name in self._names_in(parts):
            held = self.offices.held_by(name.persons[0]) if len(name.persons) == 1 else []
            places = {office.place for office, days in held if days.overlaps(self.published)} - own
            offices = (office for place in places for office in self.offices.at(place))
            titled = (office for office in offices if title in office.bare_titles)
            holders = {holder for office in titled for holder in office.holders(self.published)}
            found.update((holder, (name.start, name.end)) for holder in sorted(holders - found.keys()))
        return found

    def _served_in(
        self, parts: Sequence[tuple[int, int]], title: str
    ) -> dict[EntityId | None, tuple[int, int]]:
        """Everybody who is called by a title and whom somebody named in parts of the text serves."""
        found: dict[EntityId | None, tuple[int, int]] = {}
        if self.published is None:
            return found
        for name in self._names_in(parts):
            if len(name.persons) == 1:
                for person in self.offices.superiors(name.persons[0], title, self.published):
                    found.setdefault(person, (name.start, name.end))
        return found

    def _names_in(self, parts: Iterable[tuple[int, int]]) -> Iterator[NamedPerson]:
        """The names of persons in parts of the text."""
        starts = self._name_starts
        for first, last in parts:
            for at in starts[bisect_left(starts, first) : bisect_left(starts, last)]:
                yield self.names.names[at]

    @cached_property
    def _name_starts(self) -> Sequence[int]:
        return sorted(self.names.names)

    def bearers(self, title: str) -> tuple[EntityId, ...]:
        """The persons of the gazetteer whom the text names and who may be called by a title."""
        return tuple(person for person in self._called(title) if person is not None)

    def _called(self, title: str) -> Mapping[EntityId | None, tuple[int, int]]:
        """Everybody in the text who may be called by a title, by it or by a name, with their first span."""
        found = self._bearers.get(title)
        if found is None:
            found = self._bearers[title] = dict(self._uses[title].bearers) if title in self._uses else {}
            for person, name in self._persons_named.items():
                if person not in found and self._is_called(person, title):
                    found[person] = name.start, name.end
        return found

    @cached_property
    def _persons_named(self) -> Mapping[EntityId, NamedPerson]:
        """The persons whom a name in the text may mean, with the first such name."""
        found: dict[EntityId, NamedPerson] = {}
        for name in self.names.names.values():
            for person in name.persons:
                found.setdefault(person, name)
        return found

    def _is_called(self, person: EntityId, title: str) -> bool:
        """Whether a person holds an office on the day of the text whose holder is called by the title."""
        return any(
            title in office.bare_titles and (self.published is None or days.overlaps(self.published))
            for office, days in self.offices.held_by(person)
        )

    @cached_property
    def _uses(self) -> Mapping[str, Uses]:
        """The uses of each title; one inside a longer title does not count."""
        found: dict[str, Uses] = {}
        taken = 0
        for start, end, meanings in self.spans:
            if meanings.title and end > taken:
                taken = end
                found.setdefault(meanings.title, Uses()).add(self._use(start, end, meanings.title))
        return found

    @cached_property
    def _phrases(self) -> tuple[Mapping[int, NameSpan], Mapping[int, NameSpan]]:
        """The longest phrase for an office that begins at an offset, and the longest that ends at one."""
        from_start: dict[int, NameSpan] = {}
        to_end: dict[int, NameSpan] = {}
        for span in self.spans:
            if span.meanings.offices:
                from_start.setdefault(span.start, span)
                # They come in the order of the text, so of those with one end the longest is first.
                to_end.setdefault(span.end, span)
        return from_start, to_end

    def _use(self, start: int, end: int, title: str) -> Occurrence:
        """How a title is used, alone or as a part of a phrase for an office."""
        words = self.page.language.words
        from_start, to_end = self._phrases
        phrase = from_start.get(start) or to_end.get(end)
        first, whole = (phrase.start, max(end, phrase.end)) if phrase else (start, end)
        offices: Sequence[Office] = phrase.meanings.offices if phrase else ()
        if whole == end:
            whole, offices = self._long_title(start, title) or (end, offices)
        before = title_before(self.page, first)
        has_article = before is not None and before.lower in words.articles
        if before is not None and before.capital and not has_article and self._is_longer(before.lower):
            return Occurrence(start, end, "none")
        name = self.names.behind(whole)
        if name is not None:
            return Occurrence(start, name.end, "another", self._bearer(name, title))
        name = self.names.set_off_behind(whole)
        if name is not None and (not name.persons or self._bearer(name, title)):
            return Occurrence(start, name.end, "another", self._bearer(name, title))
        if (first, whole) != (start, end):
            return Occurrence(first, whole, "another", self._holder(offices))
        if self._goes_on(end) or self._is_possessed(end) or after_server(self.page, start):
            return Occurrence(start, end, "none")
        link = word_after(self.page.text, end)
        if of_part(self.page, end, None) or (link is not None and link.lower in words.of_words):
            return Occurrence(start, end, "another")
        if not has_article and not self._lacks_article(start, end, before):
            is_other = before is not None and (
                before.lower.endswith(words.possessives)
                or (before.capital and before.lower not in words.function)
            )
            return Occurrence(start, end, "another" if is_other else "none")
        return Occurrence(start, end, "alone")

    def _lacks_article(self, start: int, end: int, before: Word | None) -> bool:
        """Whether a title stands alone in the style of telegrams: "Secretary said", "met with Secretary"."""
        text, roles = self.page.text, self.page.language.roles
        if before is not None:
            return before.lower in roles.before_title and roles.after_title.match(text, end) is not None
        return starts_sentence(text, start) and roles.after_first_title.match(text, end) is not None

    def _long_title(self, start: int, title: str) -> tuple[int, Sequence[Office]] | None:
        """Where a title that goes on ("Secretary of State") ends, and the offices that have it."""
        longer = self.offices.long_titles.get(title, {})
        text = self.page.text
        end = start + len(title)
        found = None
        for _ in range(_MOST_WORDS if longer else 0):
            word = word_after(text, end)
            if word is None:
                break
            end = word.end
            if offices := longer.get(text[start:end].lower()):
                found = end, offices
        return found

    def _holder(self, offices: Iterable[Office]) -> EntityId | None:
        """The one holder of offices on the day of the text, None if that is not certain."""
        if self.published is None:
            return None
        days = self.published
        holders = {person for office in offices for person in office.holders(days)}
        return holders.pop() if len(holders) == 1 else None

    def _is_longer(self, before: str) -> bool:
        """Whether the word before a title makes it longer, or a form of address: "Vice President"."""
        words = self.page.language.words
        return (
            before in self.page.language.offices.lesser
            or before in words.role_modifiers
            or before in words.titles
        )

    def _goes_on(self, end: int) -> bool:
        """Whether a hyphen or a word like "elect" makes somebody else of a title: "President-elect"."""
        text = self.page.text
        is_joined = text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isalnum()
        return is_joined or self.page.language.roles.tense_after.match(text, end) is not None

    def _is_possessed(self, end: int) -> bool:
        """Whether a possessive with a capital after it follows: "the President's Daily Brief"."""
        text = self.page.text
        for ending in self.page.language.words.possessives:
            if text.startswith(ending, end):
                after = word_after(text, end + len(ending))
                return after is not None and after.capital
        return False

    def _bearer(self, name: NamedPerson, title: str) -> EntityId | None:
        """The one person of a name who is called by the title, None for a stranger."""
        called = [person for person in name.persons if self._is_called(person, title)]
        return called[0] if len(called) == 1 else None
