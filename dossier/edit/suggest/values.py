"""Define the suggestions to an editor: names without a page, aliases, names that fit several items."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model.fields import AliasKind
from dossier.model.mentions import EntityId


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """Where words stand: the article, the offsets in its text (code points, end exclusive)."""

    article: EntityId
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NewName:
    """A name that articles mention and no item has.

    Attributes:
        name: its fullest form.
        forms: the other forms that were found, the most frequent first.
        kind: the type that it seems to be of, "" if nothing shows it.
        reasons: the reasons for that type.
        occurrences: its places, by article and offset.
    """

    name: str
    forms: tuple[str, ...]
    kind: str
    reasons: tuple[str, ...]
    occurrences: tuple[Occurrence, ...]

    @property
    def articles(self) -> int:
        """The number of articles that mention it."""
        return len({occurrence.article for occurrence in self.occurrences})


@dataclass(frozen=True, slots=True)
class NewAlias:
    """A form of a known item's name that articles use and recognition does not find."""

    entity: EntityId
    text: str
    reason: str
    language: str
    kind: AliasKind
    occurrences: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Words that fit several items; nothing in the text shows which is meant."""

    words: str
    candidates: tuple[EntityId, ...]
    occurrences: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """All suggestions, each kind sorted by number of articles, then of mentions, then by name."""

    names: tuple[NewName, ...]
    aliases: tuple[NewAlias, ...]
    ambiguous: tuple[Ambiguous, ...]
