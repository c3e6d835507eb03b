"""Find the phrases that name an office, and who held it on a date, from the terms of a gazetteer.

"The US President" is the person who held the office then. It is separate from names because a phrase names
the office, and only with a date does it mean a person.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Final

from dossier.model.edtf import Bounds, period
from dossier.model.mentions import EntityId
from dossier.recognise.names.gazetteer import GazetteerEntity, OfficeTerm
from dossier.recognise.names.jurisdictions import Jurisdiction
from dossier.recognise.names.meanings import Holding, Office
from dossier.recognise.names.office_words import OfficeWords
from dossier.recognise.names.templates import fill, matching
from dossier.recognise.names.vocabulary import NameLanguage

_ROLE: Final = "{role}"


def days_in_office(term: OfficeTerm) -> Bounds:
    """The days of a term; an end that cannot be read counts as open."""
    return period(term.start, term.end)


def bare_role(title: str, place: Jurisdiction | None, language: NameLanguage) -> tuple[str, str]:
    """A title without the country that it belongs to, in lower case, and the body that its holder heads.

    "Minister of Foreign Affairs of Russia" is ("foreign minister", ""), "President of the European
    Commission" is ("president", "European Commission").
    """
    words = language.offices
    role, body = words.of_someone.sub("", title), ""
    for pattern in _patterns_of_place(place, words.titles) if place else ():
        role = pattern.sub("", role, count=1)
    for template, short in words.field_titles.items():
        match = matching(template, field=".+").search(role)
        if match and match["field"].lower() in words.fields:
            (written,) = fill((short,), field=(words.fields[match["field"].lower()],))
            role = role[: match.start()] + written
    if match := words.of_body.fullmatch(role):
        role, body = match["role"], match["body"]
    if any(word in role.lower() for word in words.hyphen_words):
        role = role.replace("-", " ")
    role, aim = _aim_apart(role, words)
    role = role.lower()
    for spelling, usual in words.usual_spellings.items():
        role = role.replace(spelling, usual)
    return role + aim, body


@lru_cache(maxsize=4096)
def _patterns_of_place(place: Jurisdiction, titles: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Patterns for the words that tie a title to a country: first after the role, then before it."""
    named = [("{name}", word) for word in place.names]
    named += [("{adjective}", word) for word in place.adjectives]
    found = []
    for behind in (True, False):
        for part, word in named:
            shapes = [t for t in titles if part in t and t.startswith(_ROLE) == behind]
            around = "|".join(_with_gaps(shape.replace(_ROLE, ""), part, word) for shape in shapes)
            if around:
                found.append(rf"(?:{around})(?!\w|\s+[A-Z])" if behind else f"^(?:{around})")
    return tuple(map(re.compile, found))


def _with_gaps(shape: str, part: str, word: str) -> str:
    """A pattern for the words around the role in a title, with the country filled in and any white space."""
    return re.escape(word).join(r"\s+".join(map(re.escape, text.split(" "))) for text in shape.split(part))


def _aim_apart(role: str, words: OfficeWords) -> tuple[str, str]:
    """A title, and where its holder is sent, which keeps its capitals: "Ambassador", " to Russia"."""
    for word in words.sent_to:
        head, link, aim = role.partition(f" {word} ")
        if link:
            return head, link + aim
    return role, ""


def role_names(role: str, language: NameLanguage) -> set[str]:
    """The ways to write a bare role, in lower case."""
    words = language.offices
    names = {role}
    for usual, other in words.other_spellings.items():
        names |= {name.replace(usual, other) for name in names}
    for template, templates in words.other_names.items():
        if match := matching(template, rest=".+").fullmatch(role):
            names.update(fill(templates, **_parts(match, words)))
    if any(each in role for each in words.hyphenated):
        names |= {name.replace(" ", "-") for name in names}
    return names


def _parts(match: re.Match[str], words: OfficeWords) -> dict[str, tuple[str, ...]]:
    """The parts of a role that matched a template; a ``field`` as it is in the long title, if it is there."""
    parts = match.groupdict()
    if "field" in parts:
        parts["field"] = words.long_fields.get(parts["field"], parts["field"])
    return {name: (value,) if value else () for name, value in parts.items()}


def _bare_titles(role: str, names: Iterable[str], words: OfficeWords) -> Iterator[str]:
    """The titles that alone may stand for the holder of an office with these names: "secretary"."""
    lesser = (words.lesser | words.never_alone).intersection(role.split())
    for title in words.bare_titles:
        links = tuple(f"{title} {link} " for link in words.part_links)
        if lesser.issubset(title.split()) and any(n == title or n.startswith(links) for n in names):
            yield title


def is_generic(title: str, language: NameLanguage) -> bool:
    """Whether a title is one that several countries have and names no country: "Foreign Minister"."""
    role, body = bare_role(title, None, language)
    return not body and any(matching(each).fullmatch(role) for each in language.offices.generic)


class Offices:
    """All offices of a gazetteer, and the phrases that name them in a language."""

    def __init__(self, entities: Iterable[GazetteerEntity], language: NameLanguage) -> None:
        self.language = language
        self._offices: dict[tuple[str, str, str], Office] = {}
        self._at: defaultdict[str, list[Office]] = defaultdict(list)
        self._by_position: dict[EntityId, Office] = {}
        self._by_person: defaultdict[EntityId, list[tuple[Office, Bounds]]] = defaultdict(list)
        self._titles_of: defaultdict[EntityId, list[tuple[str, Office, Bounds]]] = defaultdict(list)
        entities = list(entities)
        self._positions = [e for e in entities if e.type == "position"]
        for entity in self._positions:
            self._add_position(entity)
        for entity in entities:
            for term in entity.offices:
                self._add_term(entity, term)

    def _add_position(self, entity: GazetteerEntity) -> None:
        office = self._read(entity.name, entity.jurisdiction)
        office.position = entity.id
        is_placed = entity.jurisdiction or entity.organisation
        office.needs_country = not is_placed and is_generic(entity.name, self.language)
        listed = (entity.name, *(alias.text for alias in entity.aliases), *entity.phrases)
        office.phrases = frozenset(map(str.lower, listed))
        office.excludes = frozenset(excluded.lower().rstrip("-") for excluded in entity.excludes)
        self._by_position[entity.id] = office
        self._keep(office)

    def _add_term(self, person: GazetteerEntity, term: OfficeTerm) -> None:
        office = self._by_position.get(term.position) if term.position else None
        if office is None:
            office = self._keep(self._read(term.title, term.jurisdiction))
        days = days_in_office(term)
        office.holdings.append(Holding(person.id, days, term.acting, person.name))
        office.holdings.sort(key=lambda h: (h.days.first is not None, h.days.first or 0))
        self._by_person[person.id].append((office, days))
        self._titles_of[person.id].append((self._usual(term.title), office, days))

    def _read(self, title: str, jurisdiction: str | None) -> Office:
        """The office of a title."""
        words = self.language.offices
        if not jurisdiction and (named := words.place_of_title.search(title)):
            jurisdiction = named["place"]
        place = self.language.jurisdictions.get(jurisdiction) if jurisdiction else None
        role, body = bare_role(title, place, self.language)
        also = {role}
        if body.lower() in words.governments:
            # The chairman of a council of ministers is called prime minister as well.
            role, body = words.head_of_government, ""
        names = role_names(role, self.language)
        parts = role.split()
        short = {parts[0], parts[-1]} if parts and parts[0] not in words.lesser else set()
        rank = words.ranks.get(role, role)
        # Texts give the title of their own country to its counterparts: "the Iranian Foreign Secretary".
        counterparts = {title for title, each in words.ranks.items() if each == rank}
        return Office(
            role,
            place.names[0] if place else "",
            rank,
            body,
            tuple(sorted(names, key=lambda name: (-len(name), name))),
            frozenset(names | short | also | counterparts),
            bare_titles=frozenset(_bare_titles(role, names, words)),
        )

    def _keep(self, office: Office) -> Office:
        """Keep an office unless an equal one is known; returns the one that is kept."""
        key = office.role, office.place.casefold(), office.body
        known = self._offices.setdefault(key, office)
        if known is office:
            self._at[office.place.casefold()].append(office)
        return known

    def held_by(self, person: EntityId) -> list[tuple[Office, Bounds]]:
        """The offices of a person, with the days of each term."""
        return self._by_person.get(person, [])

    def superiors(self, person: EntityId, title: str, days: Bounds) -> set[EntityId]:
        """The holders of offices called by a title alone whom a person serves on one of the days.

        Serves the President: an Assistant to the President, or a Vice President.
        """
        found: set[EntityId] = set()
        for written, office, held in self._titles_of.get(person, ()):
            if not office.place or not held.overlaps(days):
                continue
            for other in self.at(office.place):
                if title in other.bare_titles and other is not office and self._is_below(written, other):
                    found.update(other.holders(days))
        return found

    def _is_below(self, written: str, other: Office) -> bool:
        """Whether a title, in lower case, is one of somebody who serves the holder of another office."""
        words = self.language.offices
        if other.body.lower() not in written:
            return False
        for name in other.names:
            head, found, rest = written.partition(f" {name}")
            if not found or rest[:1].isalnum():
                continue
            before = head.split()
            if words.lesser.issuperset(before):
                return True
            if before[-1] not in words.lesser and not words.servers.isdisjoint(before):
                return True
        return False

    def _usual(self, title: str) -> str:
        """A title in lower case and the usual spelling."""
        title = title.lower()
        for spelling, usual in self.language.offices.usual_spellings.items():
            title = title.replace(spelling, usual)
        return title

    def of_position(self, entity: EntityId) -> Office | None:
        """The office of a position's own entity, None for any other entity."""
        return self._by_position.get(entity)

    def among(self, persons: Iterable[EntityId]) -> list[EntityId]:
        """Those who are known to have held an office."""
        holders = self._by_person
        return [person for person in persons if person in holders]

    def at(self, place: str) -> list[Office]:
        """The offices of a country or body."""
        return self._at.get(place.casefold(), [])

    def phrases(self) -> Iterator[tuple[str, Office]]:
        """Every phrase that names an office, with the office."""
        for entity in self._positions:
            for phrase in (entity.name, *(a.text for a in entity.aliases), *entity.phrases):
                for written in (phrase, phrase[:1].lower() + phrase[1:], self._title_case(phrase)):
                    yield written, self._by_position[entity.id]
        for office in self._offices.values():
            yield from ((phrase, office) for phrase in self._derived(office))
        for place in sorted(self.places()):
            leader = self.leader(place)
            if leader is not None:
                where = self.language.jurisdictions.get(place)
                for phrase in self._fill(self.language.offices.leader_phrases, where):
                    yield phrase, leader

    def titles_alone(self) -> Iterator[tuple[str, str]]:
        """Every title that alone may stand for a holder, as written in a text, with the title."""
        words = self.language.offices
        known = {title for office in self._offices.values() for title in office.bare_titles}
        for title in sorted(known):
            yield self._title_case(title), title
            if title in words.hyphenated:
                yield self._title_case(title.replace(" ", "-")), title

    @cached_property
    def long_titles(self) -> Mapping[str, Mapping[str, list[Office]]]:
        """By each title that may stand alone, those that it begins ("secretary of state"), with offices."""
        found: dict[str, dict[str, list[Office]]] = {}
        for office in self._offices.values():
            for title in office.bare_titles:
                for name in office.names:
                    if name.startswith(title + " "):
                        found.setdefault(title, {}).setdefault(name, []).append(office)
        return found

    def leader(self, place: str) -> Office | None:
        """The office whose holder is the leader of a country."""
        words = self.language.offices
        offices = {o.role: o for o in self.at(place) if not o.body or o.role in words.leading_of_bodies}
        for role in words.leading.get(self.language.jurisdictions.get(place).leader, ()):
            for name, office in offices.items():
                if matching(role).fullmatch(name):
                    return office
        return None

    def counterpart(self, office: Office, place: str) -> Office | None:
        """The office of another country that corresponds to one."""
        for other in self.at(place):
            if other.body:
                continue
            if other.role == office.role or other.rank == office.rank:
                return other
        home = self.leader(office.place)
        return self.leader(place) if home is office else None

    def places(self) -> set[str]:
        """The countries and bodies that have an office."""
        return {office.place for office in self._offices.values() if office.place}

    def _derived(self, office: Office) -> set[str]:
        """The phrases for an office that follow from its title and country."""
        words = self.language.offices
        if not office.place or not words.no_phrase.isdisjoint((office.role, office.role.partition(" ")[0])):
            return set()
        place = self.language.jurisdictions.get(office.body or office.place)
        names = set(office.names)
        found: set[str] = set()
        if office.role in words.of_seats:
            found.update(self._fill(words.seat_phrases, place, role=office.names))
        if office.body:
            names.update(words.names_of_heads.get(office.role, ()))
            found.update(self._of_known_body(office, names))
        found.update(self._fill(words.modified_phrases, place, role=names, modifier=words.modifiers))
        written = {form for name in names for form in self._written(name)}
        found.update(self._fill(words.phrases, place, role=written))
        return found

    def _of_known_body(self, office: Office, names: Iterable[str]) -> Iterator[str]:
        """Phrases without the country or the body: "the Commission president", "the Soviet party leader"."""
        words = self.language.offices
        if match := words.body_noun.fullmatch(office.body):
            yield from fill(words.body_phrases, noun=(match["noun"],), role=tuple(names))
        if words.party.fullmatch(office.body):
            place = self.language.jurisdictions.get(office.place)
            called = [role for name in names for role in words.party_heads.get(name, ())]
            written = [form for role in called for form in (role, self._title_case(role))]
            yield from self._fill(words.party_phrases, place, role=written)

    def _fill(self, templates: Iterable[str], place: Jurisdiction, **parts: Iterable[str]) -> Iterator[str]:
        """The phrases that templates make with the names of a country or body."""
        choices = {part: tuple(words) for part, words in parts.items()}
        return fill(templates, name=place.names, adjective=place.adjectives, seat=place.seats, **choices)

    def _written(self, role: str) -> tuple[str, ...]:
        """A role in lower case, in title case, and with only a first capital."""
        return role, self._title_case(role), role[:1].upper() + role[1:]

    def _title_case(self, phrase: str) -> str:
        small = self.language.offices.small_in_titles
        words = [w if w in small else w[:1].upper() + w[1:] for w in phrase.split(" ")]
        return re.sub(r"(?<=-)[^\W\d_]", lambda m: m[0].upper(), " ".join(words))
