"""Define what a check is, what it looks at and what it gives.

A check takes one argument: a dossier with its items and the mentions in its texts. It reads no files and no
clock, and takes from the dossier what several checks need. The documentation makes its page of checks from
these records. The function of a check yields problems; the record turns them into findings, so that code and
severity are in one place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from dossier.edit.check.days import certain_days, together
from dossier.edit.check.wording import CheckWords, check_words
from dossier.index.terms import Term, terms
from dossier.linking.locating import Locator
from dossier.model.edtf import Bounds
from dossier.model.findings import Finding, Location, Severity
from dossier.model.linked import LinkedDocument, Sentences
from dossier.model.mentions import DateMention, EntityId, Mention
from dossier.model.registry import Item, Registry
from dossier.recognise.languages import Language
from dossier.recognise.names.fold import fold
from dossier.recognise.names.roles import first_adverbial


@dataclass(frozen=True)
class ReadText:
    """The text of one item, as the site's build reads it."""

    item: Item
    linked: LinkedDocument = field(repr=False)
    registry: Registry = field(repr=False)

    @property
    def text(self) -> str:
        """The text as a reader sees it; all spans are offsets in it."""
        return self.linked.text

    @cached_property
    def mentions(self) -> list[Mention]:
        """Every mention, in the order of the text."""
        return [placed.mention for placed in self.linked.mentions]

    @cached_property
    def dates(self) -> list[DateMention]:
        """Every date, in the order of the text."""
        return [placed.mention for placed in self.linked.dates]

    @property
    def sentences(self) -> Sentences:
        """The sentences of the text."""
        return self.linked.sentences

    @cached_property
    def locator(self) -> Locator:
        """Finds the places in the file where parts of the text stand."""
        return Locator(self.item, self.text, self.registry)


class ReadTexts(Mapping[EntityId, ReadText]):
    """The texts of all items of a registry by id. Each is read when it is first asked for."""

    def __init__(self, registry: Registry, read: Callable[[Item], LinkedDocument]) -> None:
        self._registry: Final = registry
        self._read: Final = read
        self._texts: Final[dict[EntityId, ReadText]] = {}

    def __getitem__(self, item: EntityId) -> ReadText:
        if item not in self._texts:
            known = self._registry.items[item]
            self._texts[item] = ReadText(known, self._read(known), self._registry)
        return self._texts[item]

    def __iter__(self) -> Iterator[EntityId]:
        return iter(self._registry.items)

    def __len__(self) -> int:
        return len(self._registry.items)


@dataclass(frozen=True)
class CheckedDossier:
    """A dossier to check.

    Attributes:
        registry: all its items, drafts included.
        texts: the text of each, as the site's build reads it.
        language: the language of its texts and names.
        today: the day number of the day that counts as today.
        shared_sources: the text of ``sources.yaml``, "" where there is none.
    """

    registry: Registry
    texts: Mapping[EntityId, ReadText] = field(repr=False)
    language: Language = field(repr=False)
    today: int = 0
    shared_sources: str = field(default="", repr=False)
    _sentence_days: dict[tuple[EntityId, int], Bounds | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def words(self) -> CheckWords:
        """The words of the dossier's language that the checks look for."""
        return check_words(self.language)

    @cached_property
    def terms(self) -> Mapping[EntityId, tuple[Term, ...]]:
        """All terms of office, both by office and by holder."""
        return terms(self.registry)

    @cached_property
    def referred(self) -> frozenset[EntityId]:
        """The ids to which the front matter of another item refers."""
        return frozenset(
            reference.target
            for item in self.registry.items.values()
            for reference in self.registry.references(item)
            if not reference.spec.forbids and reference.target != item.id
        )

    @cached_property
    def beginnings(self) -> Mapping[EntityId, Bounds]:
        """When items such as people and organisations began to exist, where their files say so."""
        return dict(self._existence("from"))

    @cached_property
    def ends(self) -> Mapping[EntityId, Bounds]:
        """When items ceased to exist, where their files say so."""
        return dict(self._existence("until"))

    @cached_property
    def agreed(self) -> Mapping[EntityId, Bounds]:
        """When the agreements were agreed."""
        return dict(self._existence("agreed"))

    def _existence(self, kind: str) -> Iterator[tuple[EntityId, Bounds]]:
        names = {
            spec.type: [name for name, part in spec.fields.items() if part.exists == kind]
            for spec in self.registry.schema.types.values()
        }
        for item in self.registry.items.values():
            stated = [s for name in names[item.type.type] for s in item.fields[name]]
            if stated:
                yield item.id, together(certain_days(str(statement.value)) for statement in stated)

    def title(self, item: EntityId) -> str:
        """The title of an item, or its id where there is no such item."""
        known = self.registry.items.get(item)
        return known.title if known else item

    def articles(self) -> Iterator[tuple[Item, ReadText]]:
        """All articles that have a date, with their texts."""
        for item in self.registry.items.values():
            if item.type.layout == "article" and item.fields["date"]:
                yield item, self.texts[item.id]

    def sentence_days(self, item: Item, start: int) -> Bounds | None:
        """The days of which the sentence at an offset speaks, or None where it gives no date."""
        text = self.texts[item.id]
        first, last = text.sentences.at(start)
        key = item.id, first
        if key not in self._sentence_days:
            found = first_adverbial(text.text, text.dates, first, last, self.language.names)
            self._sentence_days[key] = certain_days(found.value) if found else None
        return self._sentence_days[key]

    def dates_beside(self, item: Item, start: int) -> Sequence[DateMention]:
        """Every date in the sentence at an offset of a text."""
        text = self.texts[item.id]
        first, last = (bisect_left(text.dates, at, key=_start) for at in text.sentences.at(start))
        return text.dates[first:last]

    def place_of(self, item: Item, start: int, end: int) -> Location:
        """Where a stretch of an item's plain text stands in its file."""
        return self.texts[item.id].locator.location(start, end)


def _start(date: DateMention) -> int:
    return date.start


def title_place(item: Item) -> Location:
    """Where an item's title stands, or the first line of its file."""
    stated = item.fields.first("title")
    return stated.location if stated else Location(1, 1)


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check reports about one place: path, line, column and entities as in a `Finding`."""

    path: str
    location: Location
    message: str
    hint: str = ""
    length: int = 0
    entities: frozenset[str] = frozenset()

    @classmethod
    def about(
        cls,
        item: Item,
        location: Location,
        message: str,
        hint: str = "",
        entities: frozenset[str] = frozenset(),
    ) -> Problem:
        """A remark on a place in an item's file."""
        return cls(item.path, location, message, hint, entities=entities)


Run = Callable[[CheckedDossier], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class Check:
    """An editorial rule, or a code of findings that are made while a dossier is read.

    Attributes:
        code: its stable name.
        severity: the severity of a finding, unless the configuration sets another.
        says: what it finds, in one or two sentences.
        fix: how to fix it.
        leaves: what looks similar and is not reported, in words, or "".
        run: gives the problems; None where the finding is made while the files are read.
    """

    code: str
    severity: Severity
    says: str
    fix: str
    leaves: str = ""
    run: Run | None = None

    def findings(self, dossier: CheckedDossier) -> Iterator[Finding]:
        """Everything that this check finds."""
        for problem in self.run(dossier) if self.run else ():
            line, column = problem.location.line, problem.location.column
            yield Finding(
                problem.path,
                line,
                column,
                self.code,
                problem.message,
                problem.hint,
                self.severity,
                problem.length,
                problem.entities,
            )


def check(code: str, severity: Severity, *, says: str, fix: str, leaves: str = "") -> Callable[[Run], Check]:
    """Make a check of the function below."""

    def record(run: Run) -> Check:
        return Check(code, severity, says, fix, leaves, run)

    return record


def name_key(text: str) -> str:
    """A name without regard to case, accents and the form of quotes, dashes and white space."""
    return " ".join(fold(text).text.casefold().split())
