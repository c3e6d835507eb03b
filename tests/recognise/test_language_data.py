"""Tests of the files of a language: what they may say, and what is wrong with files that cannot be used."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dossier.recognise.language_data import (
    NO_PATTERN,
    NO_WORDS,
    LanguageError,
    PatternExample,
    Rule,
    pattern_examples,
    read_data,
    read_rules,
)
from dossier.recognise.languages import language, load_language


@dataclass(frozen=True)
class Shape:
    """One field of each kind."""

    titles: frozenset[str] = frozenset()
    ranks: tuple[str, ...] = ()
    months: Mapping[str, int] = field(default_factory=dict)
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    capitals: bool = True
    longest: int = 7
    sign: str = "."
    before: re.Pattern[str] = NO_PATTERN


@dataclass(frozen=True)
class Known:
    """What was read of another file."""

    nobles: frozenset[str] = frozenset({"duke", "earl"})
    number: int = 3


def read(folder: Path, text: str) -> Shape:
    file = folder / "words.yaml"
    file.write_text(text, encoding="utf-8")
    return read_data(file, Shape, Known())


def test_every_kind_of_value(tmp_path: Path) -> None:
    assert read(
        tmp_path,
        "titles: >-\n  mr mrs\n  no on\nranks: [vice admiral, no]\nmonths: {jan: 1}\nforms: {1: one first}\n"
        "capitals: false\nlongest: 12\nsign: no\nbefore: '(?i)dr\\.'",
    ) == Shape(
        titles=frozenset({"mr", "mrs", "no", "on"}),
        ranks=("vice admiral", "no"),
        months={"jan": 1},
        forms={"1": ("one", "first")},
        capitals=False,
        longest=12,
        sign="no",
        before=re.compile(r"(?i)dr\."),
    )


def test_a_file_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    assert read_data(tmp_path / "words.yaml", Shape) == Shape()
    assert read_rules(tmp_path / "rules.yaml") == ()


def test_a_key_that_is_not_there_has_its_default(tmp_path: Path) -> None:
    assert read(tmp_path, "titles: mr") == Shape(titles=frozenset({"mr"}))


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("ranks: b a b", ("b", "a")),
        ("ranks: >-\n  {titles} c\ntitles: a b", ("a", "b", "c")),
        ("ranks: >-\n  {more} c\nlists: {more: a b}", ("a", "b", "c")),
        ("ranks: >-\n  x {nobles}", ("x", "duke", "earl")),
        ("ranks: >-\n  {more} !b c\nlists: {more: a b}", ("a", "c")),
        ("ranks: >-\n  !b {more}\nlists: {more: a b}", ("a", "b")),
        ("ranks: >-\n  a b c !{more} a\nlists: {more: a b}", ("c", "a")),
        ("ranks: >-\n  {one} d\nlists: {one: '{two} c', two: a b}", ("a", "b", "c", "d")),
    ],
)
def test_lists_include_and_exclude_in_their_order(tmp_path: Path, text: str, ranks: tuple[str, ...]) -> None:
    assert read(tmp_path, text).ranks == ranks


def test_a_pattern_holds_a_list_the_longest_word_first(tmp_path: Path) -> None:
    before = read(tmp_path, "before: '{titles} \\w{2}'\ntitles: [mr, mr. s]").before
    assert before.pattern == r"(?:mr\.\ s|mr) \w{2}"


def test_an_empty_list_makes_a_pattern_that_never_matches(tmp_path: Path) -> None:
    assert not read(tmp_path, "before: 'a|{titles}'\ntitles: ''").before.search("b")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("title: mr", "title: unknown key; did you mean titles?"),
        ("zzz: mr", "zzz: unknown key"),
        ("ranks: {a: b}", "ranks: write words, or a list of them"),
        ("ranks: [[a]]", "ranks: write words, or a list of them"),
        ("ranks: '{noble}'", "ranks: there is no list {noble}"),
        ("ranks: '{number}'", "ranks: there is no list {number}"),
        ("ranks: '{ranks}'", "ranks: {ranks} includes itself"),
        ("ranks: '{one}'\nlists: {one: '{two}', two: '{one}'}", "two: {one} includes itself"),
        ("months: jan", "months: write a mapping"),
        ("months: {jan: one}", "months.jan: “one” is not a number"),
        ("capitals: yes", "capitals: write true or false"),
        ("longest: [1]", "longest: write one value"),
        ("before: '('", "before: not a regular expression: "),
        ("before: {pattern: a, find: [b]}", "before: unknown key find"),
        ("before: {finds: ['[[a]]']}", "before: write a regular expression"),
        ("- titles", "write a mapping"),
        ("titles: [", "this is not YAML: "),
    ],
)
def test_a_file_that_cannot_be_used(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(LanguageError) as error:
        read(tmp_path, text)
    assert str(error.value).startswith(f"{tmp_path.name}/words.yaml: {problem}")
    assert error.value.file == tmp_path / "words.yaml"


def test_the_examples_of_a_pattern_say_where_it_matches(tmp_path: Path) -> None:
    data = read(tmp_path, "before: {pattern: 'dr\\.', finds: ['a [[dr.]] b'], leaves: ['[[dr]]']}\ntitles: a")
    assert list(pattern_examples(tmp_path / "words.yaml", data)) == [
        ("before", PatternExample(data.before, "a dr. b", 2, 5, matches=True)),
        ("before", PatternExample(data.before, "dr", 0, 2, matches=False)),
    ]


def test_rules_are_records(tmp_path: Path) -> None:
    file = tmp_path / "rules.yaml"
    file.write_text("- {name: year, says: A year., example: 'In [[2014]].', gives: 2014}", encoding="utf-8")
    assert read_rules(file) == (Rule("year", "A year.", "In [[2014]].", "2014"),)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name: year", "write a list of rules"),
        ("- {name", "this is not YAML: "),
        ("- {name: a, says: b, example: c, gives: d}\n- {name: year}", "rule 2: "),
        ("- {name: a, says: b, example: c, gives: d, given: e}", "rule 1: "),
    ],
)
def test_rules_that_cannot_be_used(tmp_path: Path, text: str, problem: str) -> None:
    file = tmp_path / "rules.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LanguageError, match=problem):
        read_rules(file)


def test_a_language_is_known_by_its_code() -> None:
    assert language("en").code == "en"
    assert language("en") is language("en")
    with pytest.raises(KeyError):
        language("xx")


def test_a_language_may_begin_with_an_empty_folder(tmp_path: Path) -> None:
    begun = load_language(tmp_path)
    assert (begun.code, begun.sentences, begun.dates.rules) == (tmp_path.name, NO_WORDS, ())
    assert begun.dates.grammar.productions == ()
