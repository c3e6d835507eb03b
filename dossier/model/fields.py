"""Hold what validation returns: statements, records of statements, and texts by language.

Every field of an item is a tuple of statements, whether it was written short (``signed: 2015-02-12``)
or long (``signed: {value: 2015-02-12, sources: [...]}``), so everything after the schema reads one shape.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from dossier.model.findings import Location

DEFAULT_LANGUAGE: Final = "en"
AliasKind = Literal["full", "short", "weak", "former"]


@dataclass(frozen=True, slots=True)
class Text:
    """A text, or the same text in several languages. The key is a BCP 47 tag, "" where none is given."""

    by_language: Mapping[str, str]

    def __str__(self) -> str:
        """The text in English, else without a language, else in the first language given."""
        return self.in_language(DEFAULT_LANGUAGE)

    def in_language(self, language: str) -> str:
        """The text in a language, else without a language, else in the first language given."""
        return self.choose(language)[1]

    def choose(self, language: str) -> tuple[str, str]:
        """The language of the text that `in_language` gives ("" where none is stated), and that text."""
        for key in (language, ""):
            if key in self.by_language:
                return key, self.by_language[key]
        return next(iter(self.by_language.items()), ("", ""))

    def items(self) -> Iterator[tuple[str, str]]:
        """Language and text of each, in the order written."""
        yield from self.by_language.items()


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to write an entity's name, as an editor listed it.

    A ``weak`` one never links on its own, only once the document has introduced the entity. ``lang`` is a
    BCP 47 tag; ``start`` and ``end`` are EDTF dates between which the name was in use.
    """

    text: str
    kind: AliasKind = "full"
    lang: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """A passage of a text: its words, and those directly before and after it where they show which is meant.

    It is the TextQuoteSelector of the Web Annotation Data Model (W3C, 4.2.4).
    """

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class SourceItem:
    """A source in CSL data, or the id of one that is listed elsewhere.

    ``item`` is empty where only an id is given. Keys are CSL variables (``type``, ``title``, ``author`` …);
    names are lists of mappings with ``family`` and ``given`` or ``literal``; dates are EDTF. ``quotation`` is
    the passage that the source rests on, where the id is that of an article of the dossier.
    """

    id: str
    item: Mapping[str, object] = field(default_factory=dict)
    quotation: QuotedPassage | None = None


Value = str | bool | int | float | tuple[float, float] | Text | Alias | SourceItem


@dataclass(frozen=True, slots=True)
class Statement:
    """One value that the front matter states, with what it rests on.

    ``location`` is its place in the file, ``source_locations`` the place of each of its sources.
    """

    value: Value | Fields
    location: Location
    sources: tuple[SourceItem, ...] = ()
    note: Text | None = None
    source_locations: tuple[Location, ...] = ()


class Fields(Mapping[str, tuple[Statement, ...]]):
    """The statements of an item or of a record, by field. Frozen; absent fields are empty tuples."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Mapping[str, tuple[Statement, ...]]) -> None:
        self._statements = dict(statements)

    def __getitem__(self, name: str) -> tuple[Statement, ...]:
        return self._statements.get(name, ())

    def __contains__(self, name: object) -> bool:
        return name in self._statements

    def __iter__(self) -> Iterator[str]:
        return iter(self._statements)

    def __len__(self) -> int:
        return len(self._statements)

    def __repr__(self) -> str:
        return f"Fields({self._statements!r})"

    def first(self, name: str) -> Statement | None:
        """The first, preferred statement of a field."""
        statements = self[name]
        return statements[0] if statements else None

    def text(self, name: str) -> str:
        """The first value of a field as text, "" where it is not given."""
        statement = self.first(name)
        return "" if statement is None else str(statement.value)

    def texts(self, name: str) -> tuple[str, ...]:
        """All values of a field as text."""
        return tuple(str(statement.value) for statement in self[name])

    def records(self, name: str) -> tuple[Fields, ...]:
        """All values of a field that holds records."""
        return tuple(s.value for s in self[name] if isinstance(s.value, Fields))
