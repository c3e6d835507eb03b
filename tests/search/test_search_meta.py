"""Tests of what a page may say about itself for the search; nothing that it says breaks the build."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_pagefind.page_meta import PageSearch, read_page_search


def test_all_settings() -> None:
    value = {
        "exclude": False,
        "boost": "2.5",
        "filters": {
            "Type": "Person",
            "Year": [2021, "2022", 2021],
            "Day": datetime.date(2021, 6, 16),
            "None": [],
        },
        "words": ["Путіна", " two\n words ", "Путіна", None],
        "kind": "Person",
        "summary": "A\nsentence.",
    }
    found, complaints = read_page_search(
        {**value, "filters": {k: v for k, v in value["filters"].items() if k != "None"}}
    )
    assert complaints == []
    assert found == PageSearch(
        boost=2.5,
        filters={"Type": ("Person",), "Year": ("2021", "2022"), "Day": ("2021-06-16",)},
        words=("Путіна", "two words"),
        kind="Person",
        summary="A sentence.",
    )


@pytest.mark.parametrize("value", [None, True, {}])
def test_nothing_said(value: object) -> None:
    assert read_page_search(value) == (PageSearch(), [])


@pytest.mark.parametrize("value", [False, {"exclude": True}, {"exclude": "yes"}])
def test_left_out(value: object) -> None:
    assert read_page_search(value) == (PageSearch(exclude=True), [])


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        ("Person", "search should be a mapping of settings, not 'Person'"),
        ({"excluded": True}, "search has no setting 'excluded'; use one of exclude, boost,"),
        ({"exclude": 7}, "search.exclude should be true or false, not 7"),
        ({"boost": "high"}, "search.boost should be a number from 1 to 10, not 'high'"),
        ({"boost": 0.5}, "search.boost should be a number from 1 to 10, not 0.5"),
        ({"boost": float("nan")}, "search.boost should be a number from 1 to 10, not nan"),
        ({"boost": True}, "search.boost should be a number from 1 to 10, not True"),
        ({"filters": ["Person"]}, "search.filters should map facets to values, not ['Person']"),
        ({"filters": {"any": "x"}}, "search.filters cannot have a facet named 'any'"),
        ({"filters": {"::": "x"}}, "search.filters cannot have a facet named '::'"),
        ({"filters": {"Type": {"a": 1}}}, "search.filters.Type should be text, not {'a': 1}"),
        ({"words": [["a"]]}, "search.words should be text, not ['a']"),
        ({"kind": ["a"]}, "search.kind should be text, not ['a']"),
    ],
)
def test_odd_values_are_told_of(value: object, complaint: str) -> None:
    found, complaints = read_page_search(value)
    assert found == PageSearch()
    assert [text[: len(complaint)] for text in complaints] == [complaint]


def test_a_facet_loses_signs_that_pagefind_reads() -> None:
    found, _ = read_page_search({"filters": {"Spoken: of [all]": ["a, b: [c]"]}})
    assert found.filters == {"Spoken of all": ("a, b: [c]",)}


_SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.binary()
_VALUES = st.recursive(
    _SCALARS, lambda inner: st.lists(inner) | st.dictionaries(_SCALARS.filter(bool), inner), max_leaves=8
)
_KEYS = st.sampled_from(["exclude", "boost", "filters", "words", "kind", "summary"])


@given(_VALUES | st.dictionaries(_KEYS, _VALUES))
def test_nothing_raises(value: object) -> None:
    found, _ = read_page_search(value)
    assert 1 <= found.boost <= 10
    assert all(values and all(values) for values in found.filters.values())
