"""Find given names that stand for a person whom a text names in full elsewhere.

"Sir Ian" and "Dr Mohan" are a title that goes with the given name; "Emmanuel and Brigitte Macron" share a
surname. A given name alone means anybody, so nothing else looks for them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

from dossier.model.mentions import EntityId
from dossier.recognise.names.context import word_after, word_before
from dossier.recognise.names.fold import encodable, fold_word
from dossier.recognise.names.meanings import Meanings, NameSpan
from dossier.recognise.names.persons import Person
from dossier.recognise.names.vocabulary import NameLanguage


class GivenTitles:
    """The titles of a language that go with a given name, prepared for searching texts."""

    def __init__(self, language: NameLanguage) -> None:
        titles = [f"{title}{end}" for title in language.words.before_given for end in (" ", ". ")]
        # For a few words, the search for the leftmost match is several times as fast as any other.
        self._automaton: Final = AhoCorasick(titles, matchkind=MatchKind.LeftmostFirst)

    def occur_in(self, text: str) -> bool:
        """Whether a text has one of them; this costs a thousandth of the pattern that finds the names."""
        return bool(self._automaton.find_matches_as_indexes(encodable(text)))


def given_name_spans(
    text: str,
    spans: Sequence[NameSpan],
    persons: Mapping[EntityId, Person],
    language: NameLanguage,
    titles: GivenTitles,
) -> list[NameSpan]:
    """Every place where a given name stands for one person.

    Args:
        text: the document's text.
        spans: the names found in it.
        persons: the persons of the gazetteer.
        language: the language of the text.
        titles: its titles that go with a given name.
    """
    found = dict(_before_a_shared_surname(text, spans, persons, language))
    if titles.occur_in(text):
        found.update(_after_titles(text, spans, persons, language))
    return [NameSpan(*place, Meanings(lesser=(("given", (person,)),))) for place, person in found.items()]


def _after_titles(
    text: str, spans: Sequence[NameSpan], persons: Mapping[EntityId, Person], language: NameLanguage
) -> Iterator[tuple[tuple[int, int], EntityId]]:
    """A given name after a title that goes with it, where the text names one such person in full."""
    named: defaultdict[str, set[EntityId]] = defaultdict(set)
    for start, end, meanings in spans:
        if " " in text[start:end]:
            for entity in meanings.names:
                for given in persons[entity].given if entity in persons else ():
                    named[given[0]].add(entity)
    for match in language.patterns.title_and_given.finditer(text):
        bearers = named.get(fold_word(match["given"]), set())
        after = word_after(text, match.end())
        goes_on = after is not None and after.capital and after.lower not in language.words.function
        if len(bearers) == 1 and not goes_on:
            yield match.span("given"), next(iter(bearers))


def _before_a_shared_surname(
    text: str, spans: Sequence[NameSpan], persons: Mapping[EntityId, Person], language: NameLanguage
) -> Iterator[tuple[tuple[int, int], EntityId]]:
    """A given name that "and" joins to the full name of somebody with the same surname."""
    joints = tuple(f" {word} " for word in language.words.and_words)
    last_letters = {joint[-2] for joint in joints}
    joined = [
        span
        for span in spans
        # The letter before the space, which is cheap to read, excludes most of them.
        if text[span[0] - 2 : span[0] - 1] in last_letters
        and span[2].names
        and text.endswith(joints, 0, span[0])
    ]
    bearers = {end: m.surnames for _, end, m in spans if m.surnames} if joined else {}
    for start, end, meanings in joined:
        if meanings.names[0] not in persons or end not in bearers:
            continue
        joint = word_before(text, start, language)
        given = word_before(text, joint.start, language) if joint and _joins(joint.lower, language) else None
        if given is None or not given.capital:
            continue
        earlier = word_before(text, given.start, language)
        if earlier is not None and earlier.capital and earlier.lower not in language.words.function:
            # "Prince George and Laura Bush".
            continue
        name = fold_word(given.text)
        others = [each for each in bearers[end] if each not in meanings.names]
        fitting = [each for each in others if any(known[0] == name for known in persons[each].given)]
        if len(fitting) == 1:
            yield (given.start, given.end), fitting[0]


def _joins(word: str, language: NameLanguage) -> bool:
    return word in language.words.and_words
