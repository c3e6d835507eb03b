"""Find what would link words that are not linked: try each change, and name those that work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from dossier.edit.explain.trials import NewAlias, NewLink, Trials
from dossier.edit.explain.values import Evidence, Remedy, one_line
from dossier.model.fields import Alias
from dossier.model.mentions import EntityId
from dossier.recognise.names.fold import fold_word
from dossier.recognise.names.given_names import are_alike
from dossier.recognise.names.offices import is_generic

# Nobody wants to read more ways than these.
_MOST_CANDIDATES: Final = 3
#: The reasons that another alias can overcome.
_BY_ALIAS: Final = frozenset(("not-listed", "ambiguous-surname"))
_QUOTES: Final = "“”‘’«»\"'"
_NOT_INTRODUCED: Final = "not-introduced"
_OTHER_GIVEN_NAME: Final = "other-given-name"


class Wanted(NamedTuple):
    """A stretch of the plain text that is not linked: its candidates, and what stands in the way."""

    start: int
    end: int
    rule: str
    candidates: tuple[EntityId, ...]
    because: tuple[Evidence, ...]


class Remedies:
    """Finds what would link words of one text."""

    def __init__(self, trials: Trials) -> None:
        self._trials: Final = trials
        self._registry: Final = trials.context.registry
        self._item: Final = trials.item
        self._text: Final = trials.text

    def of(self, wanted: Sequence[Wanted]) -> list[tuple[Remedy, ...]]:
        """For each stretch the changes after which it is linked; those that help elsewhere too come first."""
        aliases = [list(self._new_aliases(each)) for each in wanted]
        declared = [self._to_declare(each) for each in wanted]
        links = [list(_new_links(each)) for each in wanted]
        by_alias = self._trials.aliases(change for each in aliases for change in each)
        by_id = self._trials.declared(entity for each in declared for entity in each)
        by_hand = self._trials.links(change for each in links for change in each)
        found = []
        for number, (start, *_) in enumerate(wanted):
            good = [
                self._of_alias(each)
                for each in aliases[number]
                if each in by_alias and by_alias[each].links(start, each.entity)
            ]
            good += [
                self._of_declared(entity, field)
                for entity, field in declared[number].items()
                if entity in by_id and by_id[entity].links(start, entity)
            ]
            good += [
                self._of_link(each)
                for each in links[number]
                if each in by_hand and by_hand[each].links(start, each.entity, by_hand=True)
            ]
            found.append(tuple(good))
        return found

    def _of_link(self, link: NewLink) -> Remedy:
        write = f"[[{link.entity}|{one_line(self._text[link.start : link.end])}]]"
        return Remedy("link", link.entity, f"write {write} here", self._item.path, "", write)

    def _of_declared(self, entity: EntityId, field: str) -> Remedy:
        says = f"add {entity} to “{field}” in the front matter"
        return Remedy("declare", entity, says, self._item.path, field, entity)

    def _of_alias(self, alias: NewAlias) -> Remedy:
        path, write = self._registry[alias.entity].path, alias.yaml
        shown = f"“{write}”" if write == alias.alias.text else write
        return Remedy("alias", alias.entity, f"add {shown} to “aliases” in {path}", path, "aliases", write)

    def _to_declare(self, wanted: Wanted) -> dict[EntityId, str]:
        """The candidates that the text's front matter can declare, each with the field for it."""
        document = self._trials.document
        settled = document.forbidden | document.declared
        fields = {
            each: self._declaring_field(each)
            for each in wanted.candidates[:_MOST_CANDIDATES]
            if each not in settled
        }
        return {entity: field for entity, field in fields.items() if field}

    def _declaring_field(self, entity: EntityId) -> str:
        """The field of the item's front matter in which such an entity is declared, "" if there is none."""
        kind = self._registry[entity].type.type
        fields = self._item.type.fields.items()
        return next((name for name, spec in fields if spec.declares and kind in (spec.to or (kind,))), "")

    def _new_aliases(self, wanted: Wanted) -> Iterator[NewAlias]:
        words = one_line(self._text[wanted.start : wanted.end]).strip(_QUOTES)
        for entity in wanted.candidates[:_MOST_CANDIDATES]:
            if self._is_bare_title(entity, words):
                continue
            is_given_name = wanted.rule == _NOT_INTRODUCED and self._is_person(entity)
            if wanted.rule in _BY_ALIAS or is_given_name:
                yield self._new_alias(entity, words)
            elif wanted.rule == _OTHER_GIVEN_NAME and wanted.because:
                given = wanted.because[0].words
                if self._is_like(given, entity):
                    yield self._new_alias(entity, f"{given} {words}")

    def _is_bare_title(self, entity: EntityId, words: str) -> bool:
        """Whether words are a title that several countries have, and so no alias of a position."""
        if self._registry[entity].type.type != "position":
            return False
        language = self._trials.context.recogniser.language.names
        first, _, rest = words.partition(" ")
        return is_generic(rest if first.lower() in language.words.articles else words, language)

    def _new_alias(self, entity: EntityId, words: str) -> NewAlias:
        title = self._registry[entity].title
        is_part = set(fold_word(words).split()) < set(fold_word(title).split())
        return NewAlias(entity, Alias(words, "short" if is_part else "full"))

    def _is_person(self, entity: EntityId) -> bool:
        return self._registry[entity].type.named_as == "person"

    def _is_like(self, given: str, entity: EntityId) -> bool:
        """Whether a given name may be another spelling of the entity's."""
        first = fold_word(self._registry[entity].title).split()[0]
        return are_alike(fold_word(given).lower(), first.lower())


def _new_links(wanted: Wanted) -> Iterator[NewLink]:
    return (NewLink(each, wanted.start, wanted.end) for each in wanted.candidates[:_MOST_CANDIDATES])
