"""Try changes to a dossier on one text: an alias, an id in its front matter, a link by hand.

Each change is read alone while there are few. Of many, those that concern different names share a reading, so
that a long text with hundreds of names costs a few readings and not hundreds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import itemgetter
from typing import Final, NamedTuple, TypeVar

from dossier.content.suppressions import without_suppressions
from dossier.edit.explain.values import one_line, typed
from dossier.edit.yaml_writer import flow
from dossier.linking.documents import Context, MarkdownDocument, document_of
from dossier.linking.linker import BY_HAND
from dossier.linking.locating import Locator
from dossier.model.fields import Alias
from dossier.model.linked import LinkedDocument
from dossier.model.mentions import EntityId, Mention
from dossier.model.registry import Item
from dossier.recognise.entities import gazetteer
from dossier.recognise.names.fold import fold_word
from dossier.recognise.recogniser import Recogniser

# A name has at most so many candidates, so each change for a single name gets a reading of its own.
_FEW: Final = 3
# Changes that would need one more reading are not tried, and no remedy names them.
_MOST: Final = 8
Change = TypeVar("Change", bound=Hashable)


class NewAlias(NamedTuple):
    """A further alias of an entity."""

    entity: EntityId
    alias: Alias

    @property
    def yaml(self) -> str:
        """The alias as it stands in a list of the entity's front matter."""
        text, kind = self.alias.text, self.alias.kind
        return flow(text if kind == "full" else {"text": text, "kind": kind})


class NewLink(NamedTuple):
    """``[[id|words]]`` in place of a stretch of the plain text."""

    entity: EntityId
    start: int
    end: int


class Trial:
    """What a text mentions after some changes.

    `grown` gives offsets of the unchanged plain text, in order, each with the number of characters that the
    changes before it have added.
    """

    def __init__(self, linked: LinkedDocument, grown: Sequence[tuple[int, int]] = ()) -> None:
        self._mentions: Final = sorted(
            (each.mention for each in linked.mentions), key=lambda each: each.start
        )
        self._starts: Final = [each.start for each in self._mentions]
        self._grown: Final = grown

    def links(self, start: int, entity: EntityId, *, by_hand: bool = False) -> bool:
        """Whether what begins at an offset of the unchanged text, or something around it, means an entity."""
        mention = self._at(start)
        return mention is not None and mention.entity == entity and (mention.rule == BY_HAND or not by_hand)

    def _at(self, start: int) -> Mention | None:
        before = bisect_right(self._grown, start, key=itemgetter(0)) - 1
        at = start + (self._grown[before][1] if before >= 0 else 0)
        found = bisect_right(self._starts, at) - 1
        return self._mentions[found] if found >= 0 and at < self._mentions[found].end else None


@dataclass(frozen=True)
class Trials:
    """Tries changes on one text.

    Attributes:
        context: the dossier.
        item: the article or entity that has the text.
        text: its plain text, without changes.
        locator: finds places of the plain text in the file.
        read: reads a document, as `dossier.linking.extension.read` does.
    """

    context: Context
    item: Item
    text: str
    locator: Locator
    read: Callable[[MarkdownDocument, Context], LinkedDocument]

    @cached_property
    def document(self) -> MarkdownDocument:
        """The text without changes."""
        return document_of(self.context.registry, self.item, without_suppressions(self.item.body))

    def aliases(self, changes: Iterable[NewAlias]) -> dict[NewAlias, Trial]:
        """A trial of each alias that was tried."""

        def concerns(change: NewAlias) -> frozenset[Hashable]:
            return self._rivals(change.entity).union(fold_word(change.alias.text).casefold().split())

        return _tried(changes, concerns, self._with_aliases)

    def declared(self, entities: Iterable[EntityId]) -> dict[EntityId, Trial]:
        """A trial of each entity's id in the front matter, where that was tried."""
        return _tried(entities, self._rivals, self._with_declared)

    def links(self, changes: Iterable[NewLink]) -> dict[NewLink, Trial]:
        """A trial of each link by hand whose words the file has as they are."""
        possible = [each for each in changes if self._offset(each.start, each.end) is not None]
        return _tried(possible, lambda each: frozenset(range(each.start, each.end)), self._with_links)

    def _with_aliases(self, changes: Sequence[NewAlias]) -> Trial:
        new: dict[EntityId, list[Alias]] = {}
        for change in changes:
            new.setdefault(change.entity, []).append(change.alias)
        entities = [
            replace(each, aliases=(*each.aliases, *new.get(each.id, ())))
            for each in gazetteer(self.context.registry)
        ]
        recogniser = Recogniser(entities, self.context.recogniser.language)
        return Trial(self.read(self.document, replace(self.context, recogniser=recogniser)))

    def _with_declared(self, entities: Sequence[EntityId]) -> Trial:
        changed = replace(self.document, declared=self.document.declared.union(entities))
        return Trial(self.read(changed, self.context))

    def _with_links(self, changes: Sequence[NewLink]) -> Trial:
        body, parts, grown = self.document.body, [], []
        position = more = 0
        for change in sorted(changes, key=lambda each: each.start):
            at, length = self._offset(change.start, change.end) or 0, change.end - change.start
            words = one_line(self.text[change.start : change.end])
            parts += [body[position:at], f"[[{change.entity}|{words}]]"]
            position, more = at + length, more + len(words) - length
            grown.append((change.end, more))
        changed = replace(self.document, body="".join([*parts, body[position:]]))
        # Names decide nothing here, and to find them is what costs.
        bare = replace(self.context, recogniser=Recogniser((), self.context.recogniser.language))
        return Trial(self.read(changed, bare), grown)

    def _rivals(self, entity: EntityId) -> frozenset[Hashable]:
        """What a change of an entity concerns: itself, and each name in the text that others have too."""
        return frozenset((entity, *self._shared.get(entity, ())))

    @cached_property
    def _shared(self) -> Mapping[EntityId, set[tuple[EntityId, ...]]]:
        """The bearers of each name of the text that several have, by each of them."""
        found: dict[EntityId, set[tuple[EntityId, ...]]] = {}
        for _, _, bearers in self.context.recogniser.possible_names(self.text):
            for bearer in bearers:
                found.setdefault(bearer, set()).add(bearers)
        return found

    def _offset(self, start: int, end: int) -> int | None:
        """The offset in the Markdown of a stretch of the plain text, None where markup interrupts it."""
        place = self.locator.location(start, end)
        row = place.line - self.item.body_line
        if not 0 <= row < len(self._lines):
            return None
        at = self._lines[row] + place.column - 1
        written = self.document.body[at : at + end - start]
        return at if typed(written) == typed(self.text[start:end]) else None

    @cached_property
    def _lines(self) -> list[int]:
        """The offsets at which the lines of the Markdown begin."""
        starts = [0]
        for line in self.document.body.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        return starts


def _tried(
    changes: Iterable[Change],
    concerns: Callable[[Change], frozenset[Hashable]],
    attempt: Callable[[Sequence[Change]], Trial],
) -> dict[Change, Trial]:
    """A trial of each change; changes that concern the same share none."""
    rounds: list[list[Change]] = []
    taken: list[set[Hashable]] = []
    for change in dict.fromkeys(changes):
        what = concerns(change)
        free = [number for number, others in enumerate(taken) if others.isdisjoint(what)]
        if len(rounds) < _FEW or (not free and len(rounds) < _MOST):
            free = [len(rounds)]
            rounds.append([])
            taken.append(set())
        if free:
            fewest = min(free, key=lambda number: len(rounds[number]))
            rounds[fewest].append(change)
            taken[fewest] |= what
    trials: dict[Change, Trial] = {}
    for each in rounds:
        trials.update(dict.fromkeys(each, attempt(each)))
    return trials
