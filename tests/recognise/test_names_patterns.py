"""Each pattern of names finds what its examples mark, and skips what they say that it skips."""

from __future__ import annotations

from pathlib import Path

import pytest

import dossier.recognise.languages
from dossier.recognise.language_data import PatternExample, pattern_examples
from dossier.recognise.languages import language

LANGUAGES = Path(dossier.recognise.languages.__file__).parent
ENGLISH = language("en").names
SOURCES = {"patterns.yaml": ENGLISH.patterns, "transliteration.yaml": ENGLISH.transliteration}
EXAMPLES = [
    (key, example)
    for file, data in SOURCES.items()
    for key, example in pattern_examples(LANGUAGES / "en" / "names" / file, data)
]


@pytest.mark.parametrize(
    ("key", "example"), EXAMPLES, ids=[f"{key}: {example.text}" for key, example in EXAMPLES]
)
def test_example(key: str, example: PatternExample) -> None:
    found = example.pattern.match(example.text, example.start)
    assert (found is not None and found.end() == example.end) is example.matches, key


def test_every_pattern_has_an_example_of_both_kinds() -> None:
    shown = {(key, example.matches) for key, example in EXAMPLES}
    patterns = [*ENGLISH.patterns.__dataclass_fields__, "surname_article"]
    assert {(key, kind) for key in patterns for kind in (True, False)} == shown
