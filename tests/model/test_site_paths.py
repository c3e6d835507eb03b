from __future__ import annotations

import pytest

from dossier.model.site_paths import (
    TIMELINE,
    date_anchor,
    date_page,
    date_year,
    index_of,
    relative,
    year_page,
)


@pytest.mark.parametrize(
    ("value", "anchor", "year"),
    [
        ("2021-06-16", "2021-06-16", 2021),
        ("2021-06", "2021-06", 2021),
        ("2021", "2021", 2021),
        ("2021-22", "2021-22", 2021),
        ("2014-09-05/2014-09-19", "2014-09-05", 2014),
        ("2021-06~", "2021-06", 2021),
        ("~2021-06", "2021-06", 2021),
        ("2021-?06", "2021-06", 2021),
        ("../2014", "2014", 2014),
        ("2014/..", "2014", 2014),
        ("[2014-05,2014-06]", "2014-05", 2014),
        ("2021-11-2X", "2021-11-2X", 2021),
        ("199X", "199X", None),
        ("18XX", "18XX", None),
        ("-0043", "-0043", None),
        ("0000", "0000", None),
    ],
)
def test_where_a_date_stands_on_the_timeline(value: str, anchor: str, year: int | None) -> None:
    assert date_anchor(value) == anchor
    assert date_year(value) == year


def test_a_date_leads_to_its_year_or_to_the_overview() -> None:
    assert date_page("2021-06", frozenset({2021})) == "timeline/2021.md#2021-06"
    assert date_page("2021-06", frozenset({2020})) == TIMELINE
    assert date_page("199X", frozenset({1990, 2021})) == TIMELINE


def test_pages_and_the_ways_between_them() -> None:
    assert index_of("people") == "people/index.md"
    assert year_page(70) == "timeline/0070.md"
    assert relative("people/putin.md", "articles/2021") == "../../people/putin.md"
    assert relative("people/putin.md", "people") == "putin.md"
    assert relative("timeline/2021.md#2021-06", "") == "timeline/2021.md#2021-06"
