from __future__ import annotations

from datetime import date

import edtf
import pytest

from dossier.model.edtf import (
    Bounds,
    EDTFError,
    bounds,
    day_number,
    first_day,
    format_date,
    from_day_number,
    is_edtf,
    period,
)

READ_BY_BOTH = [
    "2015", "2015-02", "2016-02", "2015-02-12", "1900-02", "0001-01-01", "9999-12-31",
    "201X", "19XX", "2014-09/2015-02", "2014/2015-02-12", "2015-02-12/2015-02-12", "2004-02-01/2005",
    "2021-21", "2021-22", "2021-23",
]  # fmt: skip


def ordinals(value: str) -> tuple[int, int]:
    """The first and last day that the library `edtf` gives a value."""
    parsed = edtf.parse_edtf(value)
    first, last = parsed.lower_strict(), parsed.upper_strict()
    return date(*first[:3]).toordinal(), date(*last[:3]).toordinal()


@pytest.mark.parametrize("value", READ_BY_BOTH)
def test_bounds_agree_with_the_edtf_library(value: str) -> None:
    assert bounds(value) == Bounds(*ordinals(value))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021-11-2X", (2021, 11, 20), (2021, 11, 29)),
        ("2015-02-3X", None, None),
        ("2015-02-2X", (2015, 2, 20), (2015, 2, 28)),
        ("2015-XX", (2015, 1, 1), (2015, 12, 31)),
        ("2015-XX-XX", (2015, 1, 1), (2015, 12, 31)),
        ("2015-1X", (2015, 10, 1), (2015, 12, 31)),
        ("2015~", (2015, 1, 1), (2015, 12, 31)),
        ("2015-06?", (2015, 6, 1), (2015, 6, 30)),
        ("2015%", (2015, 1, 1), (2015, 12, 31)),
        ("2021-24", (2021, 12, 1), (2022, 2, 28)),
        ("2021-33", (2021, 1, 1), (2021, 3, 31)),
        ("2022-40", (2022, 1, 1), (2022, 6, 30)),
        ("2022-41", (2022, 7, 1), (2022, 12, 31)),
        ("-0043-03-15", (-43, 3, 15), (-43, 3, 15)),
        ("-0000", (0, 1, 1), (0, 12, 31)),
        ("[2014,2016]", (2014, 1, 1), (2016, 12, 31)),
        ("{2014-05..2014-07}", (2014, 5, 1), (2014, 7, 31)),
        ("Y12345", (12345, 1, 1), (12345, 12, 31)),
        ("2021-12-07T10:30:00Z", (2021, 12, 7), (2021, 12, 7)),
    ],
)
def test_bounds(value: str, first: tuple[int, int, int] | None, last: tuple[int, int, int] | None) -> None:
    if first is None or last is None:
        with pytest.raises(EDTFError):
            bounds(value)
    else:
        assert bounds(value) == Bounds(day_number(*first), day_number(*last))


@pytest.mark.parametrize("value", ["../2014", "/2014"])
def test_an_interval_may_have_no_start(value: str) -> None:
    assert bounds(value) == Bounds(None, day_number(2014, 12, 31))


@pytest.mark.parametrize("value", ["2014-09/..", "2014-09/"])
def test_an_interval_may_have_no_end(value: str) -> None:
    assert bounds(value) == Bounds(day_number(2014, 9, 1), None)


@pytest.mark.parametrize(
    "value",
    [
        "", " ", "12 February 2015", "2015-2-12", "20150212", "2015-13", "2015-00", "2015-02-30",
        "2015-02-00", "2021-02-29", "15-02-12", "2015/02/12", "/", "../..", "2015/2014", "[]", "[2014", "NO",
        "2015-42", "２０１５",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(EDTFError):
        bounds(value)
    assert not is_edtf(value)


@pytest.mark.parametrize("number", [1, 59, 60, 366, 735641, 0, -1, -365, -366, -146097, 3652059, 3652060])
def test_day_numbers_and_dates_are_inverse(number: int) -> None:
    assert day_number(*from_day_number(number)) == number


def test_day_numbers_are_those_of_the_standard_library() -> None:
    for year in (1, 4, 100, 400, 1899, 1900, 2000, 2015, 2024, 9999):
        for month in (1, 2, 3, 12):
            first = date(year, month, 1)
            assert day_number(year, month, 1) == first.toordinal()
            assert from_day_number(first.toordinal()) == (year, month, 1)


def test_the_calendar_goes_on_before_the_first_and_after_the_last_year_of_the_standard_library() -> None:
    assert from_day_number(day_number(-400, 2, 29)) == (-400, 2, 29)
    assert day_number(0, 3, 1) - day_number(0, 2, 28) == 2
    assert day_number(-100, 3, 1) - day_number(-100, 2, 28) == 1
    assert from_day_number(day_number(9999, 12, 31) + 1) == (10000, 1, 1)


def test_a_period_is_open_where_a_value_is_absent_or_wrong() -> None:
    assert period("2015", "2016-02") == Bounds(day_number(2015, 1, 1), day_number(2016, 2, 29))
    assert period(None, "2016") == Bounds(None, day_number(2016, 12, 31))
    assert period("2015", "..") == Bounds(day_number(2015, 1, 1), None)
    assert period("spring", "") == Bounds(None, None)


def test_dates_are_formatted_with_the_precision_given() -> None:
    assert format_date(2015) == "2015"
    assert format_date(2015, 2) == "2015-02"
    assert format_date(2015, 2, 9) == "2015-02-09"
    assert format_date(44) == "0044"
    assert format_date(-43, 3) == "-0043-03"
    assert format_date(12345) == "Y12345"


def test_covering_and_overlapping_include_both_ends() -> None:
    february = bounds("2015-02")
    assert february.covers(day_number(2015, 2, 1))
    assert february.covers(day_number(2015, 2, 28))
    assert not february.covers(day_number(2015, 3, 1))
    assert february.overlaps(bounds("2015-02-28/2015-03"))
    assert not february.overlaps(bounds("2015-03"))
    assert february.overlaps(bounds("../2015-02-01"))
    assert not february.overlaps(bounds("2015-03/.."))


def test_values_sort_by_their_first_day_else_by_their_last() -> None:
    values = ["2015-02", "2014/..", "../2013", "2015-02-12", ""]
    assert sorted(values, key=first_day) == ["", "../2013", "2014/..", "2015-02", "2015-02-12"]


@pytest.mark.parametrize(
    "value", ["2015T", "2015-02T10:00", "2015-02-12T", "2015-02-12T99:99", "Y" + "9" * 5000]
)
def test_what_only_looks_like_a_date_and_time_is_refused(value: str) -> None:
    assert not is_edtf(value)
