"""Find what would link words that are not linked: try each change, and name those that work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from dossier.content.suppressions import without_suppressions
from dossier.edit.explain.values import Evidence, Remedy
from dossier.linking.documents import Context, document_of
from dossier.linking.extension import read
from dossier.linking.linker import BY_HAND
from dossier.linking.locating import Locator
from dossier.model.fields import Alias
from dossier.model.linked import LinkedDocument
from dossier.model.mentions import EntityId
from dossier.model.registry import Item
from dossier.recognise.entities import gazetteer
from dossier.recognise.names.fold import fold_word
from dossier.recognise.names.given_names import are_alike
from dossier.recognise.recogniser import Recogniser

# Nobody wants to read more ways than these, and each costs a reading of the text.
_MOST_CANDIDATES: Final = 3
#: The reasons that another alias can overcome.
_BY_ALIAS: Final = frozenset(("not-listed", "ambiguous-surname"))
_NOT_INTRODUCED: Final = "not-introduced"
_OTHER_GIVEN_NAME: Final = "other-given-name"


class Wanted(NamedTuple):
    """A stretch of the plain text that is not linked: its candidates, and what stands in the way."""

    start: int
    end: int
    rule: str
    candidates: tuple[EntityId, ...]
    because: tuple[Evidence, ...]


class _NewAlias(NamedTuple):
    """An alias that may help, and how many characters before the stretch it begins."""

    entity: EntityId
    text: str
    earlier: int


class Remedies:
    """Finds what would link words of one text."""

    def __init__(self, context: Context, item: Item, linked: LinkedDocument) -> None:
        self._context: Final = context
        self._item: Final = item
        self._text: Final = linked.text
        self._document: Final = document_of(context.registry, item, without_suppressions(item.body))
        self._locator: Final = Locator(item, linked.text)

    def of(self, wanted: Sequence[Wanted]) -> list[tuple[Remedy, ...]]:
        """For each stretch the changes after which it is linked; those that help elsewhere too come first."""
        aliases = [list(self._new_aliases(each)) for each in wanted]
        changed = self._read_with([alias for each in aliases for alias in each])
        found = []
        for each, new in zip(wanted, aliases, strict=True):
            good = (alias for alias in new if _is_linked(changed, each.start - alias.earlier, alias.entity))
            found.append((*map(self._of_alias, good), *self._declared(each), *self._by_hand(each)))
        return found

    def _by_hand(self, wanted: Wanted) -> Iterator[Remedy]:
        """``[[id|words]]``; it is tried for one candidate, as it works alike for all."""
        words = _one_line(self._text[wanted.start : wanted.end])
        body, at = self._document.body, self._offset(wanted.start, wanted.end)
        if not wanted.candidates or at is None:
            return
        first = f"[[{wanted.candidates[0]}|{words}]]"
        rest = body[at + wanted.end - wanted.start :]
        changed = replace(self._document, body=f"{body[:at]}{first}{rest}")
        if not _is_linked(read(changed, self._context), wanted.start, wanted.candidates[0], by_hand=True):
            return
        for entity in wanted.candidates[:_MOST_CANDIDATES]:
            write = f"[[{entity}|{words}]]"
            yield Remedy("link", entity, f"write {write} here", self._item.path, "", write)

    def _declared(self, wanted: Wanted) -> Iterator[Remedy]:
        """The entity's id in the front matter."""
        for entity in wanted.candidates[:_MOST_CANDIDATES]:
            field = self._declaring_field(entity)
            if not field or entity in self._document.forbidden:
                continue
            changed = replace(self._document, declared=self._document.declared | {entity})
            if _is_linked(read(changed, self._context), wanted.start, entity):
                says = f"add {entity} to “{field}” in the front matter"
                yield Remedy("declare", entity, says, self._item.path, field, entity)

    def _declaring_field(self, entity: EntityId) -> str:
        """The field of the item's front matter in which such an entity is declared, "" if there is none."""
        kind = self._context.registry[entity].type.type
        fields = self._item.type.fields.items()
        return next((name for name, spec in fields if spec.declares and kind in (spec.to or (kind,))), "")

    def _new_aliases(self, wanted: Wanted) -> Iterator[_NewAlias]:
        words = _one_line(self._text[wanted.start : wanted.end])
        for entity in wanted.candidates[:_MOST_CANDIDATES]:
            is_given_name = wanted.rule == _NOT_INTRODUCED and self._is_person(entity)
            if wanted.rule in _BY_ALIAS or is_given_name:
                yield _NewAlias(entity, words, 0)
            elif wanted.rule == _OTHER_GIVEN_NAME and wanted.because:
                given = wanted.because[0].words
                if self._is_like(given, entity):
                    yield _NewAlias(entity, f"{given} {words}", len(given) + 1)

    def _is_person(self, entity: EntityId) -> bool:
        return self._context.registry[entity].type.named_as == "person"

    def _is_like(self, given: str, entity: EntityId) -> bool:
        """Whether a given name may be another spelling of the entity's."""
        first = fold_word(self._context.registry[entity].title).split()[0]
        return are_alike(fold_word(given).lower(), first.lower())

    def _of_alias(self, alias: _NewAlias) -> Remedy:
        item = self._context.registry[alias.entity]
        is_part = set(fold_word(alias.text).split()) < set(fold_word(item.title).split())
        write = f"{{text: {alias.text}, kind: short}}" if is_part else alias.text
        says = f"add {write if is_part else f'“{write}”'} to “aliases” in {item.path}"
        return Remedy("alias", alias.entity, says, item.path, "aliases", write)

    def _read_with(self, aliases: Sequence[_NewAlias]) -> LinkedDocument:
        """The text as it would be read with further aliases, all at once: making the names is what costs."""
        if not aliases:
            return LinkedDocument(self._item.id)
        entities = [
            replace(
                each, aliases=(*each.aliases, *(Alias(new.text) for new in aliases if new.entity == each.id))
            )
            for each in gazetteer(self._context.registry)
        ]
        recogniser = Recogniser(entities, self._context.recogniser.language)
        return read(self._document, replace(self._context, recogniser=recogniser))

    def _offset(self, start: int, end: int) -> int | None:
        """The offset in the Markdown of a stretch of the plain text, None where markup interrupts it."""
        place = self._locator.location(start, end)
        lines = self._document.body.splitlines(keepends=True)
        row = place.line - self._item.body_line
        if not 0 <= row < len(lines):
            return None
        at = sum(map(len, lines[:row])) + place.column - 1
        words = self._text[start:end]
        return at if self._document.body[at : at + len(words)] == words else None


def _is_linked(linked: LinkedDocument, start: int, entity: EntityId, *, by_hand: bool = False) -> bool:
    """Whether the stretch at an offset, or one around it, means the entity."""
    mentions = (placed.mention for placed in linked.mentions)
    return any(
        m.entity == entity and m.start <= start < m.end and (m.rule == BY_HAND or not by_hand)
        for m in mentions
    )


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
