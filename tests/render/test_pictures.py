from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.render.pictures import Link, fan, gutter, mark, ring, stroke_width

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
PATH = re.compile(r"(?:[MCQVLlz]|-?\d+(?:\.\d+)?|[ ])+")


def points(path: str) -> list[float]:
    return [float(number) for number in NUMBER.findall(path)]


def test_the_curves_of_a_fan_begin_at_one_point_and_end_at_their_rows() -> None:
    for rows in range(1, 12):
        curves = fan(rows)
        assert len(curves) == rows
        # In units of the whole picture a row's own box begins 20 further down than the one before.
        assert {points(curve)[1] + 20 * row for row, curve in enumerate(curves)} == {rows * 10}
        assert {tuple(points(curve)[-2:]) for curve in curves} == {(100, 10)}
    assert fan(0) == ()


def test_a_curve_of_four_times_the_weight_is_twice_as_wide() -> None:
    assert float(stroke_width(100, 100)) == 2 * float(stroke_width(25, 100)) == 10


def test_types_that_are_shown_together_have_marks_of_their_own() -> None:
    assert len({mark(number) for number in range(8)}) == 8
    assert mark(8) == mark(0)


def test_lines_of_a_gutter_run_from_row_to_row() -> None:
    width, strips = gutter(4, [Link(3, 0)])
    assert width == 20
    assert [strip.line for strip in strips] == [
        "M10 20Q10 10 20 10", "M10 0V20", "M10 0V20", "M10 0Q10 10 20 10",
    ]  # fmt: skip
    assert [bool(strip.arrow) for strip in strips] == [True, False, False, False]


def test_links_to_one_row_share_a_track_and_others_keep_apart() -> None:
    shared, strips = gutter(3, [Link(1, 0), Link(2, 0)])
    assert shared == 20
    assert strips[1].line == "M10 0V20M10 0Q10 10 20 10"
    crossing, _ = gutter(4, [Link(2, 0), Link(3, 1)])
    assert crossing == 30
    after_one_another, _ = gutter(4, [Link(1, 0), Link(3, 2)])
    assert after_one_another == 20


def test_a_row_may_be_reached_from_above_and_from_below() -> None:
    _, strips = gutter(3, [Link(0, 1), Link(2, 1)])
    assert strips[1].line == "M10 0Q10 10 20 10M10 20Q10 10 20 10"
    assert strips[0].line == "M10 20Q10 10 20 10"


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda t: t[0] != t[1]), max_size=20))
def test_every_line_of_a_gutter_goes_on_in_the_next_row(pairs: list[tuple[int, int]]) -> None:
    _, strips = gutter(10, [Link(*pair) for pair in pairs])

    def at_edge(line: str, edge: int) -> set[float]:
        """The tracks whose line touches the upper (0) or lower (20) edge of a row."""
        turns = {float(x) for x, y in re.findall(r"M(\d+) (\d+)Q", line) if int(y) == edge}
        return turns | {float(x) for x in re.findall(r"M(\d+) 0V20", line)}

    for above, below in itertools.pairwise(strips):
        assert at_edge(above.line, 20) == at_edge(below.line, 0)
    assert at_edge(strips[0].line, 0) == at_edge(strips[-1].line, 20) == set()


GROUPS = [["a", "b", "c"], ["d", "e"], ["f", "g", "h", "i"]]


def test_no_two_labels_of_a_ring_stand_in_one_place() -> None:
    drawn = ring(GROUPS, [("a", "f", 1.0), ("b", "d", 2.0)])
    assert sorted(drawn.spots) == sorted("abcdefghi")
    for left in (True, False):
        heights = [spot.y for spot in drawn.spots.values() if spot.left is left]
        assert all(later - earlier >= 24 for earlier, later in itertools.pairwise(heights))
    assert all(0 < s.y < drawn.height and 0 < s.x < drawn.width for s in drawn.spots.values())
    assert all((s.x < drawn.width / 2) == s.left for s in drawn.spots.values())


def test_groups_stay_together_and_tied_nodes_move_towards_each_other() -> None:
    apart = ring([["a", "b", "c"], ["x", "y", "z"]], [("a", "z", 1.0), ("b", "y", 1.0), ("c", "x", 1.0)])
    left = [name for name, spot in apart.spots.items() if spot.left]
    right = [name for name, spot in apart.spots.items() if not spot.left]
    # One side is turned round, so that no curve crosses another.
    ties = {"a": "z", "b": "y", "c": "x"}
    assert {frozenset(left), frozenset(right)} == {frozenset("abc"), frozenset("xyz")}
    assert [ties.get(name, name) for name in left] == [ties.get(name, name) for name in right]


def test_curves_stay_within_the_picture() -> None:
    drawn = ring(GROUPS, [])
    for one in drawn.spots:
        for other in drawn.spots:
            path = drawn.curve(one, other)
            assert PATH.fullmatch(path)
            numbers = points(path)
            assert all(0 <= x <= drawn.width for x in numbers[::2])
            assert all(0 <= y <= drawn.height for y in numbers[1::2])


@pytest.mark.parametrize("groups", [[], [[]], [["a"]]])
def test_a_ring_of_little_is_still_a_ring(groups: list[list[str]]) -> None:
    drawn = ring(groups, [])
    assert list(drawn.spots) == [name for group in groups for name in group]
    assert drawn.height > 0


def test_a_ring_is_the_same_whatever_the_machine() -> None:
    # Worked out once and written down: it must hold on every processor.
    drawn = ring(GROUPS, [("a", "f", 1.0), ("b", "d", 2.0), ("e", "i", 3.0)])
    assert drawn.curve("a", "f") == "M256 60C382 60 459 63 585 63"
