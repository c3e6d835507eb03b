"""Every rule of dates does what its record says, and every pattern of the data finds what its examples mark."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from dossier.model.mentions import Document
from dossier.recognise.dates import find_dates, reading, refused_dates
from dossier.recognise.dates.cue_words import GuardWords, TenseWords
from dossier.recognise.dates.files import LexiconFile
from dossier.recognise.dates.surroundings import Reason
from dossier.recognise.dates.vocabulary import RULE_NAMES
from dossier.recognise.language_data import PatternExample, Rule, pattern_examples, read_data
from dossier.recognise.languages import language, language_folders

PUBLISHED = "2021-12-08"
FOLDERS = [folder / "dates" for folder in language_folders() if (folder / "dates").is_dir()]
RULES = [
    (folder.parent.name, rule) for folder in FOLDERS for rule in language(folder.parent.name).dates.rules
]
REFUSALS = [
    (folder.parent.name, reason)
    for folder in FOLDERS
    for reason in language(folder.parent.name).dates.refusals
]
FILES = {"lexicon.yaml": LexiconFile, "guards.yaml": GuardWords, "tense.yaml": TenseWords}
PATTERNS = [
    (f"{folder.parent.name}/{name}", key, example)
    for folder in FOLDERS
    for name, shape in FILES.items()
    if (folder / name).is_file()
    # Only the words may include those of another file, and no pattern is made of them.
    for key, example in pattern_examples(folder / name, read_data(folder / name, shape, TenseWords()))
]


@pytest.mark.parametrize(("code", "rule"), RULES, ids=[f"{code} {rule.name}" for code, rule in RULES])
def test_the_example_of_a_rule(code: str, rule: Rule) -> None:
    before, marked, after = re.split(r"\[\[|\]\]", rule.example)
    found = find_dates(Document(before + marked + after, PUBLISHED), language(code).dates)
    span = (len(before), len(before) + len(marked))
    assert [(m.value, m.rule) for m in found if (m.start, m.end) == span] == [(rule.gives, rule.name)]


@pytest.mark.parametrize(
    ("code", "reason"), REFUSALS, ids=[f"{code} {reason.name}" for code, reason in REFUSALS]
)
def test_the_example_of_a_reason_why_something_is_no_date(code: str, reason: Rule) -> None:
    before, marked, after = re.split(r"\[\[|\]\]", reason.example)
    text = before + marked + after
    found = refused_dates(Document(text, PUBLISHED), language(code).dates)
    told = [(m.start, m.end, m.rule, text[slice(*m.because)] if m.because else "") for m in found]
    assert told == [(len(before), len(before) + len(marked), reason.name, reason.gives)]


def test_english_explains_every_reason_once() -> None:
    assert sorted(each.name for each in language("en").dates.refusals) == sorted(get_args(Reason))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_every_production_is_described_once(folder: Path) -> None:
    dates = language(folder.parent.name).dates
    described = [rule.name for rule in dates.rules]
    assert len(set(described)) == len(described)
    names = {name.partition(",")[0] for name in described}
    assert {production.rule for production in dates.grammar.productions} - {"centuries"} <= names


@pytest.mark.parametrize(("file", "key", "example"), PATTERNS)
def test_the_example_of_a_pattern(file: str, key: str, example: PatternExample) -> None:
    spans = [match.span() for match in example.pattern.finditer(example.text)]
    assert ((example.start, example.end) in spans) is example.matches


def test_the_examples_of_patterns_are_found() -> None:
    assert {key for file, key, _ in PATTERNS if file == "en/lexicon.yaml"} == {
        "own_tokens", "ordinal_number", "decade_number", "note", "notes",
    }  # fmt: skip


def test_the_engine_reads_every_rule_that_it_names() -> None:
    assert reading.READERS.keys() | reading.LISTS.keys() == RULE_NAMES
    assert not reading.READERS.keys() & reading.LISTS.keys()
