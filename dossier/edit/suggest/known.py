"""Find the known item of whose name an unrecognised name may be a form, with the reason.

Recognition refuses what could be something else. An editor who sees the sentence can decide, and lists an
alias.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Final

from rapidfuzz.distance import Indel

from dossier.content.listed_names import names_of
from dossier.edit.suggest.clues import Clues, is_numeral
from dossier.edit.suggest.grouping import initials
from dossier.edit.suggest.keys import plain_key
from dossier.model.ids import slug
from dossier.model.mentions import EntityId
from dossier.model.registry import Registry
from dossier.recognise.case_forms import languages_of, search_words
from dossier.recognise.names.person_forms import is_rare_name

GIVEN_NAME: Final = "the given name alone"
CASE_FORM: Final = "a case form of a name in its file"
_ALIKE: Final = 0.86
_SHORTEST_ALIKE: Final = 6
_SHORTEST_ACRONYM: Final = 3

Likeness = tuple[EntityId, str]
Head = tuple[tuple[str, ...], bool]


class KnownNames:
    """The names of everything that a text can mention, by keys under which their forms are found."""

    def __init__(self, registry: Registry, clues: Clues) -> None:
        self._clues: Final = clues
        self.keys: Final[defaultdict[str, set[EntityId]]] = defaultdict(set)
        self._slugs: Final[defaultdict[str, dict[str, tuple[EntityId, str]]]] = defaultdict(dict)
        self._initials: Final[defaultdict[str, dict[EntityId, str]]] = defaultdict(dict)
        self._cyrillic: Final[defaultdict[str, set[EntityId]]] = defaultdict(set)
        self._heads: Final[defaultdict[str, list[tuple[EntityId, Head]]]] = defaultdict(list)
        self._given: Final[defaultdict[str, set[EntityId]]] = defaultdict(set)
        self._registry: Final = registry
        for item in registry.entities():
            names = list(names_of(item))
            for name, _ in names:
                self._add(item.id, name, is_item=item.type.named_as not in ("person", "position"))
                if item.type.named_as == "person" and " " in name:
                    self._given[name.split()[0]].add(item.id)
            for word in search_words(names):
                self._cyrillic[word].add(item.id)

    def _add(self, entity: EntityId, name: str, *, is_item: bool) -> None:
        self.keys[plain_key(name, self._clues)].add(entity)
        written = slug(name)
        self._slugs[_first_letters(written)].setdefault(written, (entity, name))
        if is_item:
            head = _head_part(name, self._clues)
            self._heads[head[0][-1] if head[0] else ""].append((entity, head))
            self._initials[initials(name, self._clues).upper()][entity] = name

    def is_name(self, name: str) -> bool:
        """Whether an item has exactly this name: if recognition did not find it, it refused it."""
        return plain_key(name, self._clues) in self.keys

    def form_of(self, form: str) -> Likeness | None:
        """The only item that a form may mean, with the reason; None for none and for several."""
        for rule in (self._case_form, self._acronym, self._given_name, self._nearly, self._shorter):
            found: Mapping[EntityId, str] = dict(rule(form))
            if len(found) == 1:
                return next(iter(found.items()))
        return None

    def several(self, name: str) -> tuple[EntityId, ...]:
        """The items that a shorter form may mean, if there are several."""
        found = dict(self._shorter(name))
        return tuple(found) if len(found) > 1 else ()

    def _case_form(self, form: str) -> Iterator[Likeness]:
        """Case forms of a Cyrillic name: each word is a form of one of the item's words."""
        sets = [self._cyrillic.get(word, set()) for word in form.split()]
        for entity in sorted(set.intersection(*sets)) if languages_of(form, None) and sets else ():
            yield entity, CASE_FORM

    def _given_name(self, form: str) -> Iterator[Likeness]:
        """A given name that hardly anybody else has, used alone, as in Thailand: "Thanat"."""
        if form in self._given and is_rare_name(form, self._clues.language.names):
            for entity in self._given[form]:
                yield entity, GIVEN_NAME

    def _acronym(self, form: str) -> Iterator[Likeness]:
        if len(form) >= _SHORTEST_ACRONYM and form.isupper() and form.isalpha():
            for entity, name in self._initials.get(form, {}).items():
                yield entity, f"the initials of “{name}”"

    def _nearly(self, form: str) -> Iterator[Likeness]:
        """Another spelling: the same number of words and first letters, and nearly the same other letters."""
        wanted = slug(form)
        if len(wanted) < _SHORTEST_ALIKE or any(letter.isdigit() for letter in wanted):
            return
        for known, (entity, name) in self._slugs.get(_first_letters(wanted), {}).items():
            if _numerals(known) != _numerals(wanted):
                continue
            if known == wanted:
                yield entity, f"another spelling of “{name}”"
            elif Indel.normalized_similarity(wanted, known) >= _ALIKE:
                matcher = SequenceMatcher(None, wanted, known, autojunk=False)
                if matcher.ratio() >= _ALIKE:
                    yield entity, f"nearly “{name}”"

    def _shorter(self, form: str) -> Iterator[Likeness]:
        """Short forms: a longer name with words left out, or its words before "of"."""
        words, is_whole = _head_part(form, self._clues)
        if len(words) < 2 or not is_whole:
            return
        for entity, (head, whole) in self._heads.get(words[-1], ()):
            if _in_order(words, head) and (words, True) != (head, whole):
                yield entity, f"short for “{self._registry[entity].title}”"


def _head_part(name: str, clues: Clues) -> Head:
    """The words of a name before "of", "on" or "for", as in an id, and whether they are the whole name."""
    words: list[str] = []
    for word in name.split():
        if word in clues.words.cut and words:
            return tuple(words), False
        if word.lower() not in clues.words.articles:
            words += slug(word).split("-")
    return tuple(words), True


def _in_order(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether a name contains the words in this order."""
    rest = iter(name)
    return all(word in rest for word in words)


def _first_letters(written: str) -> str:
    """The first letter of each word of an id."""
    return "".join(word[0] for word in written.split("-") if word)


def _numerals(words: str) -> list[str]:
    return [word for word in words.split("-") if is_numeral(word.upper())]
