"""Read whose name stands beside a title: "Secretary of State William P. Rogers", "the Assistant (Lee)".

It looks at the words of the text and at who is called so in the gazetteer, before any name is resolved, so
that a title can be read with the names before and after it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from dossier.model.mentions import EntityId
from dossier.recognise.names.context import MarkedText, Word, word_after
from dossier.recognise.names.fold import fold_word
from dossier.recognise.names.meanings import NameSpan
from dossier.recognise.names.persons import Person, misfit

# No name with its titles has more words.
_MOST_WORDS: Final = 6
# How many characters before a title to look for the name that it follows.
_REACH: Final = 90
_NAME: Final = r"(?:[^\W\d_][\w’'-]*\.?[ \u00a0])+[^\W\d_][\w’'-]*"
_NAME_AT_LINE_START: Final = re.compile(rf"(?:^|\n)[^\w\n]*(?P<name>{_NAME}), $")


class NamedPerson(NamedTuple):
    """A name beside a title, and the persons of the gazetteer whom it may mean: none for a stranger."""

    start: int
    end: int
    persons: tuple[EntityId, ...]


@dataclass(frozen=True)
class TitledNames:
    """Finds the names beside titles for one document."""

    page: MarkedText
    persons: Mapping[EntityId, Person]
    spans: Sequence[NameSpan]

    @cached_property
    def names(self) -> Mapping[int, NamedPerson]:
        """The persons' names and surnames in the text by their first offset, the longest at each."""
        found: dict[int, NamedPerson] = {}
        for start, end, meanings in self.spans:
            if start in found:
                continue
            persons = tuple(name for name in meanings.names if name in self.persons) or meanings.surnames
            if persons:
                found[start] = NamedPerson(start, end, persons)
        return found

    def behind(self, end: int) -> NamedPerson | None:
        """The name that directly follows an offset, with the titles before it: "General", " Evren"."""
        page, words = self.page, self.page.language.words
        given: list[str] = []
        first: Word | None = None
        for _ in range(_MOST_WORDS):
            word = word_after(page.text, end)
            if word is None or not self._may_be_name(word):
                break
            first = first or word
            if known := self.names.get(word.start):
                return NamedPerson(first.start, known.end, self._fitting(known.persons, given))
            if word.lower not in words.titles or given:
                given.append(fold_word(word.text))
            end = word.end
            if page.text[end : end + 1] == "." and (len(word.text) == 1 or word.lower in words.titles):
                end += 1
        return NamedPerson(first.start, end, ()) if first is not None else None

    def set_off_behind(self, end: int) -> NamedPerson | None:
        """The name that punctuation sets off after an offset: " (Lee)", ", Ann Lee,", ", Mr. Lee"."""
        text, roles = self.page.text, self.page.language.roles
        for pattern in (roles.apposed_name, roles.name_in_brackets):
            match = pattern.match(text, end)
            if match is not None:
                start = match.start("name")
                known = self.behind(start - 1)
                if known is not None and known.persons:
                    return known
                return None if start in self.page.begins else NamedPerson(*match.span("name"), ())
        for mark in roles.sets_off:
            known = self.names.get(end + len(mark)) if text.startswith(mark, end) else None
            if known is not None and roles.name_end.match(text, known.end):
                return known
        return None

    def before(self, start: int, sets_off: Callable[[str], bool]) -> NamedPerson | None:
        """The name that a title at an offset follows, in a list or set off: "Ann Lee, Assistant to …".

        ``sets_off`` says whether the characters between a name and the title set the title off.
        """
        text = self.page.text
        near = text[max(0, start - _REACH) : start]
        listed = _NAME_AT_LINE_START.search(near)
        base = start - len(near)
        if listed is not None and (listed.start() > 0 or base == 0) and self._reads_as_name(listed["name"]):
            return NamedPerson(base + listed.start("name"), base + listed.end("name"), ())
        for mark in self.page.language.roles.set_off:
            if not near.endswith(mark) or not sets_off(mark):
                continue
            name = self._last_name(near[: -len(mark)])
            if name:
                last = start - len(mark)
                return NamedPerson(last - len(name), last, ())
        return None

    def _last_name(self, text: str) -> str:
        """The name with which a text ends, if it begins with a title or a known given name; "" for none."""
        words: list[str] = []
        for word in reversed(text.split(" ")[-_MOST_WORDS:]):
            is_inner = (
                len(word.rstrip(".")) < 2 or word.rstrip(".").lower() in self.page.language.words.titles
            )
            if not word[:1].isupper() or (words and not word[-1].isalnum() and not is_inner):
                break
            words.insert(0, word)
        while len(words) > 1 and not self._is_titled_or_given(words[0]):
            words = words[1:]
        name = " ".join(words)
        return name if len(words) > 1 and self._reads_as_name(name) else ""

    def _may_be_name(self, word: Word) -> bool:
        words, lower = self.page.language.words, word.lower
        return self.page.may_be_name(word) and lower not in words.function and lower not in words.calendar

    def _fitting(self, persons: Sequence[EntityId], given: Sequence[str]) -> tuple[EntityId, ...]:
        """Those whom the words before a surname fit."""
        if not given:
            return tuple(persons)
        return tuple(c for c in persons if misfit(self.persons[c], given, self.page.language) is not None)

    def _reads_as_name(self, name: str) -> bool:
        """Whether every word has a capital and none is a small word or a country's."""
        words, countries = self.page.language.words, self.page.language.jurisdictions
        return countries.find(name) is None and all(
            part[:1].isupper()
            and part.lower() not in words.function
            and part.lower() not in countries.demonyms
            for part in name.split()
            if part.lower() not in words.particles
        )

    def _is_titled_or_given(self, word: str) -> bool:
        return word.lower().rstrip(".") in self.page.language.words.titles or self.page.is_given_name(word)
