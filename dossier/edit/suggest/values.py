"""What is suggested to an editor, as values: names without a page, aliases, names that fit several."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model.mentions import EntityId


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """Where words stand: the article, the offsets in its text (code points, end exclusive)."""

    article: EntityId
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NewName:
    """A name that articles mention and nothing bears.

    Attributes:
        name: its fullest form.
        forms: the other forms that were met, the most frequent first.
        kind: the type that it seems to be of, "" where nothing tells.
        reasons: why that type.
        occurrences: where it stands, by article and offset.
    """

    name: str
    forms: tuple[str, ...]
    kind: str
    reasons: tuple[str, ...]
    occurrences: tuple[Occurrence, ...]

    @property
    def articles(self) -> int:
        """In how many articles it stands."""
        return len({occurrence.article for occurrence in self.occurrences})


@dataclass(frozen=True, slots=True)
class NewAlias:
    """A form that articles write and recognition does not find, of an item that the dossier knows."""

    entity: EntityId
    text: str
    reason: str
    language: str
    is_weak: bool
    occurrences: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Words that fit several items, with nothing in the text to tell which is meant."""

    words: str
    candidates: tuple[EntityId, ...]
    occurrences: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """All of them, each kind by how much it matters: articles, then mentions, then name."""

    names: tuple[NewName, ...]
    aliases: tuple[NewAlias, ...]
    ambiguous: tuple[Ambiguous, ...]
