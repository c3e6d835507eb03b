"""Tests of names and dates together: which wins where they meet, and that nothing overlaps."""

from __future__ import annotations

from itertools import pairwise

import pytest
from sample_gazetteer import SAMPLE

from dossier.model.mentions import Document, EntityId, Recognition
from dossier.recognise.names.gazetteer import GazetteerEntity
from dossier.recognise.recogniser import Recogniser

RECOGNISER = Recogniser(
    (
        *SAMPLE,
        GazetteerEntity(EntityId("theresa-may"), "person", "Theresa May"),
        GazetteerEntity(EntityId("resolution"), "agreement", "Resolution 2202"),
    )
)


def recognise(text: str, date: str | None = "2021-12-08") -> Recognition:
    return RECOGNISER.recognise(Document(text, date))


def words(text: str, spans: tuple[object, ...]) -> list[str]:
    return [text[span.start : span.end] for span in spans]  # type: ignore[attr-defined]


def test_full_name_wins_over_date() -> None:
    text = "On 3 June 2019 Theresa May spoke of Resolution 2202."
    found = recognise(text)
    assert words(text, found.mentions) == ["Theresa May", "Resolution 2202"]
    assert words(text, found.dates) == ["3 June 2019"]


def test_date_wins_over_surname() -> None:
    text = "Theresa May left in May 2022, and May had said why. In May she had not."
    found = recognise(text)
    assert [(m.start, m.entity) for m in found.mentions] == [(0, "theresa-may"), (34, "theresa-may")]
    assert words(text, found.dates)[0] == "May 2022"


def test_the_date_that_another_one_counts_from_is_where_the_text_has_it() -> None:
    text = "On  3  May  2021  they met.  Two days later  they parted."
    first, second = recognise(text).dates
    assert second.because == (first.start, first.end)
    assert text[first.start : first.end] == "3  May  2021"


def test_position_on_the_date_of_the_sentence() -> None:
    assert [m.entity for m in recognise("In 2002 the US President spoke.").mentions] == ["george-w-bush"]
    assert [m.entity for m in recognise("Then the US President spoke.").mentions] == ["joe-biden"]


def test_position_in_front_of_its_holder() -> None:
    text = "US President Joe Biden spoke."
    position, person = recognise(text).mentions
    assert (position.entity, position.via) == ("president-of-the-united-states", None)
    assert (person.entity, person.via) == ("joe-biden", "president-of-the-united-states")
    assert text[person.start : person.end] == "Joe Biden"


def test_position_alone_is_the_person_by_way_of_it() -> None:
    (mention,) = recognise("The US President spoke.").mentions
    assert (mention.entity, mention.via) == ("joe-biden", "president-of-the-united-states")


def test_position_in_front_of_another_name() -> None:
    found = recognise("US President Ada Example spoke.")
    assert [m.entity for m in found.mentions] == ["president-of-the-united-states"]


@pytest.mark.parametrize("date", [None, "2021", "2021-12", "2021-12-08", "2021-11-2X", "nonsense"])
def test_any_publication_date(date: str | None) -> None:
    assert recognise("Joe Biden met the German chancellor on Tuesday.", date).mentions


def test_nothing_overlaps_and_all_is_in_order() -> None:
    text = (
        "US President Joe Biden met Russian President Vladimir Putin on 16 June 2021. Bill Clinton, "
        "Hillary Clinton and Bush did not. Clinton, the Minsk agreements and the Organization waited in Georgia."
    )
    found = recognise(text)
    assert found.mentions
    assert found.unresolved
    assert found.dates
    everything = sorted((s.start, s.end) for s in (*found.mentions, *found.unresolved, *found.dates))
    assert all(a[1] <= b[0] for a, b in pairwise(everything))
    for spans in (found.mentions, found.unresolved, found.dates):
        assert list(spans) == sorted(spans, key=lambda span: span.start)  # type: ignore[attr-defined]
