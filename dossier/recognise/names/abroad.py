"""Recognise where a body's name means the body of another country.

"The Supreme Court of India" and "Russia's Foreign Ministry" are not the Supreme Court and the Foreign
Ministry of the gazetteer, whose own names say to which country they belong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from dossier.model.mentions import EntityId
from dossier.recognise.names.context import MarkedText
from dossier.recognise.names.fold import fold_word
from dossier.recognise.names.gazetteer import GazetteerEntity
from dossier.recognise.names.jurisdictions import Jurisdiction
from dossier.recognise.names.refusals import Refusal
from dossier.recognise.names.vocabulary import NameLanguage

_WORD: Final = re.compile(r"[\w.'-]*\w")
_CAPITALISED: Final = re.compile(r"[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,2}")
# No name of a country in the tables has more words.
_MOST_WORDS: Final = 3


@dataclass(frozen=True, slots=True)
class Countries:
    """Knows the countries that the names of bodies say, for one document."""

    page: MarkedText
    _own: dict[EntityId, frozenset[Jurisdiction]] = field(default_factory=dict)

    def belongs_to_another(self, body: GazetteerEntity, start: int, end: int) -> Refusal | None:
        """The refusal of a body's name without a country, beside a country that is not its own."""
        found = self._after(end) or self._before(start)
        if found is None or not self._has_head(start, end):
            return None
        country, first, last = found
        own = self._countries_of(body)
        if not own or country in own or any(_countries(self.page.text[start:end], self.page.language)):
            return None
        return Refusal("other-country", first, last)

    def _has_head(self, start: int, end: int) -> bool:
        """Whether one of its words is a noun for a body that many countries have: "Court", "Ministry"."""
        words = self.page.language.words
        heads = (words.institutions, words.small_nouns, words.public_heads)
        return any(word in head for word in self.page.text[start:end].lower().split() for head in heads)

    def _after(self, end: int) -> tuple[Jurisdiction, int, int] | None:
        """The country after "of": "of India", "of the United States"."""
        text, language = self.page.text, self.page.language
        link = language.patterns.of_more.match(text, end)
        name = _CAPITALISED.match(text, link.end() - 1) if link else None
        if name is None:
            return None
        words = name.group().split()
        for size in range(len(words), 0, -1):
            written = " ".join(words[:size])
            bare = (
                written.removesuffix(language.spelling.possessive)
                if language.spelling.possessive
                else written
            )
            if country := language.jurisdictions.find(bare):
                return country, name.start(), name.start() + len(bare)
        return None

    def _before(self, start: int) -> tuple[Jurisdiction, int, int] | None:
        """The country whose possessive or adjective precedes: "India's", "the Indian"."""
        text, language = self.page.text, self.page.language
        word = self.page.word_before(start)
        if word is None or not word.capital:
            return None
        possessive = next((p for p in language.words.possessives if word.lower.endswith(p)), "")
        if not possessive:
            country = language.jurisdictions.by_adjective(word.text) or language.jurisdictions.find(word.text)
            return (country, word.start, word.end) if country else None
        before = list(self.page.words_back(start, _MOST_WORDS))
        for size in range(len(before), 0, -1):
            first = before[size - 1].start
            if country := language.jurisdictions.find(text[first : word.end - len(possessive)]):
                return country, first, word.end
        return None

    def _countries_of(self, body: GazetteerEntity) -> frozenset[Jurisdiction]:
        """The countries that the names of a body say; read only once."""
        own = self._own.get(body.id)
        if own is None:
            names = (body.name, *(alias.text for alias in body.aliases))
            own = frozenset(c for name in names for c in _countries(name, self.page.language))
            self._own[body.id] = own
        return own


def _countries(name: str, language: NameLanguage) -> Iterator[Jurisdiction]:
    """The countries and bodies that a name says, by their names or adjectives."""
    words = [match.group() for match in _WORD.finditer(fold_word(name))]
    for first, word in enumerate(words):
        if country := language.jurisdictions.by_adjective(word):
            yield country
        for size in range(1, _MOST_WORDS + 1):
            part = " ".join(words[first : first + size]).removesuffix(language.spelling.possessive or " ")
            if country := language.jurisdictions.find(part):
                yield country
