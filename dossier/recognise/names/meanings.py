"""Hold what a stretch of text may mean: entities by their names, and offices with all their holders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from dossier.model.edtf import Bounds
from dossier.model.mentions import EntityId

FormKind = Literal[
    "name",
    "weak",
    "bare",
    "short",
    "head",
    "acronym",
    "team",
    "school",
    "abbreviation",
    "given",
    "part",
    "surname",
    "role",
    "counterpart",
    "title",
]
_LESSER: Final[tuple[FormKind, ...]] = (
    "weak",
    "acronym",
    "abbreviation",
    "bare",
    "team",
    "school",
    "short",
    "head",
    "part",
)


@dataclass(frozen=True, slots=True)
class Holding:
    """One person's term in an office, its days as bounds; ``name`` is the person's."""

    person: EntityId
    days: Bounds
    acting: bool
    name: str = ""


@dataclass(slots=True, eq=False)
class Office:
    """An office with all its known holders.

    Attributes:
        role: the title without its country, in lower case.
        place: the country or body that it belongs to, "" where none is known.
        rank: shared by offices whose holders are counterparts.
        body: the body that its holder heads, where the title names it.
        names: the ways to write the role, the longest first.
        titles: the titles before a name, in lower case, that may be this office's ("minister").
        position: the entity of the office itself, if the gazetteer has one.
        phrases: the phrases for it that an editor lists, in lower case.
        bare_titles: the titles that alone may stand for the holder ("secretary"), in lower case.
        needs_country: whether the title is one that several countries have, and nothing says whose it is.
        excludes: words before a phrase that show that it is not meant, in lower case.
    """

    role: str
    place: str
    rank: str
    body: str = ""
    names: tuple[str, ...] = ()
    titles: frozenset[str] = frozenset()
    position: EntityId | None = None
    excludes: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()
    bare_titles: frozenset[str] = frozenset()
    needs_country: bool = False
    holdings: list[Holding] = field(default_factory=list)

    def holders(self, days: Bounds, *, acting: bool = False) -> tuple[EntityId, ...]:
        """The holders of the office on at least one of the days, in the order of their terms."""
        found = [h for h in self.holdings if h.days.overlaps(days) and (h.acting or not acting)]
        return tuple(dict.fromkeys(h.person for h in found))

    def called(self, title: str) -> bool:
        """Whether a title before a name, in lower case, may belong to this office: "minister"."""
        return title in self.titles

    def next_holder(self, day: int) -> EntityId | None:
        """The first person to take office after that day."""
        later = [h for h in self.holdings if h.days.first is not None and h.days.first > day]
        return min(later, key=lambda h: h.days.first or 0).person if later else None


@dataclass(frozen=True, slots=True)
class Form:
    """What a stretch of text may mean: an entity by one of its names, an office's holder, or a title alone.

    ``name`` is a full name, ``surname`` needs a person who has it, and ``weak``, ``short``, ``head`` and
    ``acronym`` mean an entity only once the document has introduced it. Some short forms count where the
    words beside them show what they are: ``bare``, the one word that is left of a company's name without its
    legal form; ``team``, a place where its team plays; ``school``, where somebody studies;
    ``abbreviation``, a state after a town; ``part``, a word of an official's name, after the office's title.
    """

    kind: FormKind
    entity: EntityId | None = None
    office: Office | None = None
    place: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Meanings:
    """Everything that one text may mean, sorted by kind: the `Form` values, made once for the gazetteer.

    ``of_people`` says whether it can only be a person's name or surname: no place, no common word.
    ``lesser`` holds the kinds that need an introduction, in the order in which they are tried.
    """

    names: tuple[EntityId, ...] = ()
    surnames: tuple[EntityId, ...] = ()
    lesser: tuple[tuple[FormKind, tuple[EntityId, ...]], ...] = ()
    offices: tuple[Office, ...] = ()
    counterpart: str = ""
    title: str = ""
    of_people: bool = False

    def entities(self) -> tuple[EntityId, ...]:
        """Everything that may be meant: the bearers of the name, then the holders of the offices."""
        lesser = (entity for _, entities in self.lesser for entity in entities)
        holders = (holding.person for office in self.offices for holding in office.holdings)
        positions = (office.position for office in self.offices if office.position)
        return tuple(dict.fromkeys((*self.names, *self.surnames, *lesser, *positions, *holders)))

    @classmethod
    def of(cls, forms: Iterable[Form]) -> Meanings:
        """Sort forms; a lesser one gives way to a name or surname ("Clinton" for the foundation).

        A team does not, because its place is left alone where it plays.
        """
        entities: dict[FormKind, list[EntityId]] = {}
        offices: list[Office] = []
        counterpart = title = ""
        for form in forms:
            title = title or form.title
            if form.entity is not None:
                entities.setdefault(form.kind, []).append(form.entity)
            if form.office is not None:
                offices.append(form.office)
            if form.kind == "counterpart":
                counterpart = counterpart or form.place
        names, surnames = tuple(entities.get("name", ())), tuple(entities.get("surname", ()))
        kinds = ("weak", "team") if names or surnames else _LESSER
        lesser = tuple((kind, tuple(entities[kind])) for kind in kinds if kind in entities)
        return cls(names, surnames, lesser, tuple(offices), counterpart, title)


class NameSpan(NamedTuple):
    """A stretch of text that a form covers, with what it may mean. Spans may nest and overlap."""

    start: int
    end: int
    meanings: Meanings
