"""The work for a hostile file grows linearly with its length: the tests count calls and read no clock."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from hostile_texts import GAZETTEERS, UNITS, repeated
from slow_cases import slow

from dossier.linking.link_targets import LinkTargets
from dossier.model.findings import nearest
from dossier.model.mentions import Document
from dossier.recognise.languages import language
from dossier.recognise.names import NameFinder
from dossier.recognise.recogniser import Recogniser

ENGLISH = language("en").names
# Twice the text makes twice the calls, and a few more.
MOST = 2.4


def calls(run: Callable[[], object]) -> int:
    """How many functions, those of C included, a run calls. What is remembered between runs is there by then."""
    run()
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(before)
    return counted


@pytest.fixture(scope="module")
def recognisers() -> dict[str, Recogniser]:
    return {name: Recogniser(entities) for name, entities in GAZETTEERS.items()}


@pytest.mark.parametrize("length", [3_000, *slow(6_000)])
@pytest.mark.parametrize(("gazetteer", "unit"), UNITS)
def test_a_text_twice_as_long_takes_twice_the_work(
    recognisers: dict[str, Recogniser], gazetteer: str, unit: str, length: int
) -> None:
    def work(characters: int) -> int:
        document = Document(repeated(unit, characters), "2015-03-01")
        return calls(lambda: recognisers[gazetteer].recognise(document))

    assert work(2 * length) < MOST * work(length)


def test_names_within_names_make_no_more_hits_than_the_text_has_characters() -> None:
    finder = NameFinder(GAZETTEERS["repeated"], ENGLISH, lambda _: False)
    text = repeated("Zug ", 40_000) + "met Vladimir Putin"
    spans = finder.find(text)
    assert len(spans) < len(text)
    assert text[spans[-1].start : spans[-1].end] == "Vladimir Putin"


def test_names_within_names_are_all_found_in_prose() -> None:
    spans = NameFinder(GAZETTEERS["repeated"], ENGLISH, lambda _: False).find("Zug Zug Zug Zug met.")
    starts, ends = (0, 4, 8, 12), (15, 11, 7, 3)
    assert [span[:2] for span in spans] == [(start, end) for start in starts for end in ends if start < end]


def test_a_name_is_found_wherever_a_long_text_is_cut_to_be_searched() -> None:
    finder = NameFinder(GAZETTEERS[""], ENGLISH, lambda _: False)
    for shift in range(40):
        text = "x" * shift + " Vladimir Putin" * 2_000
        assert len([1 for start, end, _ in finder.find(text) if end - start == 14]) == 2_000


def test_a_guess_at_what_was_meant_hardly_costs_more_where_more_is_known() -> None:
    def work(count: int) -> int:
        known = [f"vladimir-putin-{number}" for number in range(count)]
        return calls(lambda: nearest("vladimir-puttin-1234", known))

    assert work(4_000) < 1.2 * work(1_000)


def test_a_guess_at_where_a_link_should_lead_hardly_costs_more_where_more_is_known() -> None:
    def work(count: int) -> int:
        targets = LinkTargets(f"people/vladimir-putin-{number}.md" for number in range(count))
        address = "../people/vladimir-puttin-123.md"
        assert "../people/vladimir-putin-" in targets.hint(address, "articles/a.md")
        return calls(lambda: targets.hint(address, "articles/a.md"))

    assert work(4_000) < 1.2 * work(1_000)
