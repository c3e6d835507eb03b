"""Tests of the words for the checks: every pattern matches and skips what its examples say."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from dossier.edit.check.wording import FILE, check_words
from dossier.recognise.language_data import PatternExample, pattern_examples
from dossier.recognise.languages import language

ENGLISH = language("en")
EXAMPLES = list(pattern_examples(ENGLISH.folder / FILE, check_words(ENGLISH)))


@pytest.mark.parametrize("example", [each for _, each in EXAMPLES], ids=lambda each: each.text)
def test_a_pattern_does_what_its_example_says(example: PatternExample) -> None:
    match = example.pattern.match(example.text, example.start)
    assert (match is not None and match.end() == example.end) == example.matches


def test_every_pattern_has_an_example_of_each_kind() -> None:
    words = check_words(ENGLISH)
    patterns = {f.name for f in fields(words) if isinstance(getattr(words, f.name), re.Pattern)}
    shown = {(name, example.matches) for name, example in EXAMPLES}
    assert shown == {(name, matches) for name in patterns for matches in (True, False)}
