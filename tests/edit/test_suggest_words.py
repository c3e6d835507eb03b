"""Tests of the words for suggestions: every pattern matches and skips what its examples say."""

from __future__ import annotations

import pytest

from dossier.edit.suggest.clues import FILE, Clues
from dossier.recognise.language_data import PatternExample, pattern_examples
from dossier.recognise.languages import language

CLUES = Clues(language("en"))
EXAMPLES = list(pattern_examples(CLUES.language.folder / FILE, CLUES.words))


@pytest.mark.parametrize("example", [each for _, each in EXAMPLES], ids=lambda each: each.text)
def test_a_pattern_does_what_its_example_says(example: PatternExample) -> None:
    match = example.pattern.match(example.text, example.start)
    assert (match is not None and match.end() == example.end) == example.matches


def test_the_words_of_other_languages_count_as_well() -> None:
    assert {"agreement", "договор", "договір"} <= CLUES.words.agreements
    assert {"ukraine", "украина", "україна"} <= CLUES.territories
