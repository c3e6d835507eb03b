"""Offices: the terms of a gazetteer in, the phrases that name an office and its holders on a date out.

"The US President" is whoever held the office then. Kept apart from names because a phrase names the
office, and only a date makes a person of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from dossier.model.edtf import Bounds, EDTFError, bounds
from dossier.model.mentions import EntityId
from dossier.recognise.names.gazetteer import GazetteerEntity, OfficeTerm
from dossier.recognise.names.jurisdictions import Jurisdiction, jurisdiction
from dossier.recognise.names.persons import parse_person

_MINISTER: Final = re.compile(r"minister (?:of|for) (?:the )?(.+)", re.IGNORECASE)
_SECRETARY: Final = re.compile(r"secretary (?:of|for) (?!state$)(?:the )?(.+)", re.IGNORECASE)
_OF_BODY: Final = re.compile(
    r"((?!Minister|Secretary of State|High Representative)[^,]+?) of (?:the )?([A-Z].*)"
)
_OF_SOMEONE: Final = re.compile(r" (?:of|to) the (?:President|Prime Minister|Chancellor)\b")
_FIELDS: Final = {
    "foreign affairs": "foreign", "external affairs": "foreign", "defence": "defence", "defense": "defence",
    "internal affairs": "interior", "the interior": "interior", "economic affairs": "economy",
}  # fmt: skip
_SPELLINGS: Final = (
    ("defence", "defense"),
    ("adviser", "advisor"),
    ("general secretary", "secretary general"),
)
_LEADING: Final = {
    "p": ("president",),
    "m": ("prime minister", "taoiseach"),
    "c": ("chancellor",),
    "l": (
        "supreme leader",
        "general secretary",
        "leader",
        "secretary general",
        "first minister",
        "president",
    ),
    "k": ("king", "queen", "emir", "sultan", "pope", "president", "prime minister"),
}
_SAME_RANK: Final = {
    "taoiseach": "prime minister",
    "foreign minister": "foreign", "foreign secretary": "foreign", "secretary of state": "foreign",
    "defence minister": "defence", "defence secretary": "defence", "secretary of defence": "defence",
}  # fmt: skip
_MODIFIERS: Final = ("then", "acting", "outgoing", "incoming", "current", "new")
_LESSER: Final = frozenset({"vice", "deputy", "assistant", "under", "first"})
# Nouns of bodies that stand for one of them beside a title: "the Commission president".
_BODY_NOUNS: Final = frozenset({"Commission", "Council", "Assembly", "Parliament"})
_NO_PHRASE: Final = frozenset({"senator", "representative", "member", "member of parliament"})


@dataclass(frozen=True, slots=True)
class Holding:
    """One person's term in an office, its days as bounds."""

    person: EntityId
    days: Bounds
    acting: bool
    surname: str = ""


@dataclass(slots=True, eq=False)
class Office:
    """An office with all who are known to have held it.

    ``role`` is the title without its country, in lower case; ``rank`` is shared by offices that call
    each other counterparts. ``position`` is the entity of the office itself, if the gazetteer has one.
    """

    role: str
    place: str
    rank: str
    body: str = ""
    position: EntityId | None = None
    excludes: tuple[str, ...] = ()
    holdings: list[Holding] = field(default_factory=list)

    def holders(self, days: Bounds, *, acting: bool = False) -> tuple[EntityId, ...]:
        """Who held the office on at least one of the days, in the order of their terms."""
        found = [h for h in self.holdings if h.days.overlaps(days) and (h.acting or not acting)]
        return tuple(dict.fromkeys(h.person for h in found))

    def called(self, title: str) -> bool:
        """Whether a title in front of a name, lower case, may be this office's: "minister"."""
        if title in role_names(self.role):
            return True
        words = self.role.split()
        return words[0] not in _LESSER and title in (words[0], words[-1])

    def next_holder(self, day: int) -> EntityId | None:
        """Who took office first after that day."""
        later = [h for h in self.holdings if h.days.first is not None and h.days.first > day]
        return min(later, key=lambda h: h.days.first or 0).person if later else None


def term_days(term: OfficeTerm) -> Bounds:
    """The days of a term; an end that cannot be read counts as open."""
    return Bounds(_edge(term.start, first=True), _edge(term.end, first=False))


def _edge(value: str | None, *, first: bool) -> int | None:
    if not value or value == "..":
        return None
    try:
        found = bounds(value)
    except EDTFError:
        return None
    return found.first if first else found.last


def bare_role(title: str, place: Jurisdiction | None) -> tuple[str, str]:
    """A title without the country that it belongs to, lower case, and the body that it heads.

    >>> bare_role("Minister of Foreign Affairs of Russia", jurisdiction("Russia"))
    ('foreign minister', '')
    >>> bare_role("President of the European Commission", jurisdiction("European Union"))
    ('president', 'European Commission')
    """
    role, body = _OF_SOMEONE.sub("", title), ""
    for name in place.names if place else ():
        role = re.sub(rf"\s+(?:of|for)\s+(?:the\s+)?{re.escape(name)}(?!\w|\s+[A-Z])", "", role, count=1)
    for name in (*place.names, *place.adjectives) if place else ():
        role = re.sub(rf"^{re.escape(name)}\s+", "", role)
    for pattern, kind in ((_MINISTER, "minister"), (_SECRETARY, "secretary")):
        match = pattern.search(role)
        if match and match[1].lower() in _FIELDS:
            role = role[: match.start()] + f"{_FIELDS[match[1].lower()]} {kind}"
    if match := _OF_BODY.fullmatch(role):
        role, body = match[1], match[2]
    role = role.replace("-", " ") if "general" in role.lower() else role
    # "Ambassador to Russia": what the office is directed to keeps its capitals.
    role, to, aim = role.partition(" to ")
    return role.lower().replace("defense", "defence").replace("advisor", "adviser") + to + aim, body


def role_names(role: str) -> set[str]:
    """The ways to write a bare role, lower case."""
    names = {role}
    for one, other in _SPELLINGS:
        names |= {name.replace(one, other) for name in names}
    if match := re.fullmatch(r"(?:(deputy|first deputy) )?(\w+) (minister|secretary)", role):
        before, subject, kind = match.groups()
        prefix = f"{before} " if before else ""
        subject_of = {"foreign": "foreign affairs", "interior": "the interior", "prime": ""}.get(
            subject, subject
        )
        if subject_of:
            names |= {f"{prefix}{kind} of {subject_of}", f"{prefix}{kind} for {subject_of}"}
    if role == "taoiseach":
        names |= {"prime minister", "premier"}
    if role == "prime minister":
        names |= {"premier", "prime-minister", "head of government"}
    if "secretary general" in role or "general secretary" in role:
        names |= {name.replace(" ", "-") for name in names} | {"chief", "head"}
    if role.startswith("high representative"):
        names |= {"high representative", "foreign policy chief", "top diplomat"}
    if _SAME_RANK.get(role) == "foreign":
        names.add("top diplomat")
    if match := re.fullmatch(r"(\w+) secretary", role):
        names.add(f"secretary of {match[1]}")
    if role.startswith("vice "):
        names.add(role.replace("vice ", "vice-", 1))
    if role == "press secretary":
        names |= {"spokesman", "spokeswoman", "spokesperson"}
    return names


class Offices:
    """All offices of a gazetteer, and the phrases that name them."""

    def __init__(self, entities: Iterable[GazetteerEntity]) -> None:
        self._offices: dict[tuple[str, str, str], Office] = {}
        self._by_position: dict[EntityId, Office] = {}
        self._by_person: defaultdict[EntityId, list[tuple[Office, Bounds]]] = defaultdict(list)
        entities = list(entities)
        self._positions = [e for e in entities if e.type == "position"]
        for entity in self._positions:
            self._add_position(entity)
        for entity in entities:
            for term in entity.offices:
                self._add_term(entity, term)

    def _add_position(self, entity: GazetteerEntity) -> None:
        place = jurisdiction(entity.jurisdiction) if entity.jurisdiction else _place_of(entity.name)
        role, body = bare_role(entity.name, place)
        where = place.names[0] if place else ""
        office = Office(role, where, _SAME_RANK.get(role, role), body, entity.id, entity.excludes)
        self._by_position[entity.id] = office
        self._offices.setdefault((role, where.casefold(), body), office)

    def _add_term(self, person: GazetteerEntity, term: OfficeTerm) -> None:
        office = self._by_position.get(term.position) if term.position else None
        if office is None:
            place = jurisdiction(term.jurisdiction) if term.jurisdiction else _place_of(term.title)
            role, body = bare_role(term.title, place)
            where = place.names[0] if place else ""
            key = (role, where.casefold(), body)
            office = self._offices.setdefault(key, Office(role, where, _SAME_RANK.get(role, role), body))
        days = term_days(term)
        office.holdings.append(Holding(person.id, days, term.acting, parse_person(person.name).surname))
        office.holdings.sort(key=lambda h: (h.days.first is not None, h.days.first or 0))
        self._by_person[person.id].append((office, days))

    def held_by(self, person: EntityId) -> list[tuple[Office, Bounds]]:
        """The offices of a person with the days of each term."""
        return self._by_person.get(person, [])

    def among(self, persons: Iterable[EntityId]) -> list[EntityId]:
        """Those who are known to have held an office."""
        holders = self._by_person
        return [person for person in persons if person in holders]

    def at(self, place: str) -> list[Office]:
        """The offices of a country or body."""
        return [office for (_, where, _), office in self._offices.items() if where == place.casefold()]

    def phrases(self) -> Iterable[tuple[str, Office]]:
        """Every phrase that names an office, with the office."""
        for entity in self._positions:
            for phrase in (entity.name, *(a.text for a in entity.aliases), *entity.phrases):
                for written in (phrase, phrase[:1].lower() + phrase[1:], _title_case(phrase)):
                    yield written, self._by_position[entity.id]
        for office in dict.fromkeys(self._offices.values()):
            yield from ((phrase, office) for phrase in _derived(office))
        for place in {office.place for office in self._offices.values() if office.place}:
            leader = self.leader(place)
            if leader is not None:
                yield from ((phrase, leader) for phrase in _leader_phrases(jurisdiction(place)))

    def leader(self, place: str) -> Office | None:
        """The office whose holder is called the leader of a country."""
        offices = {
            o.role: o
            for o in self.at(place)
            if not o.body or o.role in ("general secretary", "secretary general")
        }
        for role in _LEADING[jurisdiction(place).leader]:
            for name, office in offices.items():
                if name == role or (role == "general secretary" and name.startswith(role)):
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


def _place_of(title: str) -> Jurisdiction | None:
    match = re.search(r" of (?:the )?([A-Z].*)$", title)
    return jurisdiction(match[1]) if match else None


def _derived(office: Office) -> set[str]:
    if not office.place or office.role in _NO_PHRASE or office.role.split()[0] in _NO_PHRASE:
        return set()
    place = jurisdiction(office.body or office.place)
    found: set[str] = set()
    if office.role == "press secretary":
        found |= {f"{seat} {word}" for seat in place.seats for word in role_names(office.role)}
    names = role_names(office.role)
    if office.body:
        names |= {"head", "chief"} if office.role in ("president", "chairman", "director") else set()
        found |= _of_known_body(office, names)
    for role in names:
        for modifier in _MODIFIERS:
            found |= {f"{adjective} {modifier} {role}" for adjective in place.adjectives}
            found |= {f"{name}'s {modifier} {role}" for name in place.names}
        for written in {role, _title_case(role), role[:1].upper() + role[1:]}:
            found |= {f"{adjective} {written}" for adjective in place.adjectives}
            found |= {f"{name}'s {written}" for name in place.names}
            found |= {f"{written} of {article}{name}" for name in place.names for article in ("", "the ")}
    return found


def _of_known_body(office: Office, names: Iterable[str]) -> set[str]:
    """Phrases without the country or the body: "the Commission president", "the Soviet party leader"."""
    found: set[str] = set()
    first, _, last = office.body.rpartition(" ")
    if first and last in _BODY_NOUNS:
        found |= {f"{last} {role}" for role in names} | {f"{role} of the {last}" for role in names}
    if last == "Party" and "general secretary" in names:
        adjectives = jurisdiction(office.place).adjectives
        for role in ("general secretary", "party leader", "party chief"):
            found |= {f"{adj} {text}" for adj in adjectives for text in (role, _title_case(role))}
    return found


def _leader_phrases(place: Jurisdiction) -> set[str]:
    found = {
        f"{word} {leader}" for word in (*place.adjectives, *place.seats) for leader in ("leader", "Leader")
    }
    found |= {f"{name}'s leader" for name in place.names}
    found |= {f"{seat} chief" for seat in place.seats} | {f"master of the {seat}" for seat in place.seats}
    return found


def _title_case(phrase: str) -> str:
    small = {"of", "for", "the", "and", "to"}
    words = [w if w in small else w[:1].upper() + w[1:] for w in phrase.split(" ")]
    return re.sub(r"(?<=-)[a-z]", lambda m: m[0].upper(), " ".join(words))
