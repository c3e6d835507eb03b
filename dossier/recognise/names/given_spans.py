"""Find given names that stand for a person whom a text names in full elsewhere.

"Sir Ian" and "Dr Mohan" are a title that goes with the given name; "Emmanuel and Brigitte Macron" share a
surname. A given name alone means anybody, so nothing else looks for them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dossier.model.mentions import EntityId
from dossier.recognise.names.context import word_after, word_before
from dossier.recognise.names.fold import fold_word
from dossier.recognise.names.meanings import Meanings, NameSpan
from dossier.recognise.names.persons import Person
from dossier.recognise.names.vocabulary import NameLanguage


def given_name_spans(
    text: str, spans: Sequence[NameSpan], persons: Mapping[EntityId, Person], language: NameLanguage
) -> list[NameSpan]:
    """Every place where a given name stands for one person.

    Args:
        text: the document's text.
        spans: the names found in it.
        persons: the persons of the gazetteer.
        language: the language of the text.
    """
    found = dict(_before_a_shared_surname(text, spans, persons, language))
    # Looking for the words first costs a hundredth of the pattern.
    if any(f"{title}{end}" in text for title in language.words.before_given for end in (" ", ". ")):
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
    joined = [s for s in spans if s.meanings.names and joints and text.endswith(joints, 0, s.start)]
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
