"""Tests of the parts of names: what is derived from a name, and whether a written form fits a person."""

from __future__ import annotations

import doctest
import importlib

import pytest

from dossier.model.edtf import bounds
from dossier.model.mentions import EntityId
from dossier.recognise.languages import language
from dossier.recognise.names.context import MarkedText, Word
from dossier.recognise.names.fold import fold, spellings
from dossier.recognise.names.gazetteer import GazetteerEntity, OfficeTerm
from dossier.recognise.names.jurisdictions import Jurisdictions
from dossier.recognise.names.offices import Offices
from dossier.recognise.names.persons import make_person, misfit, parse_person, surname_spellings
from dossier.recognise.names.variants import name_variants

ENGLISH = language("en").names
MODULES = ("fold", "given_names", "jurisdictions", "templates")


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name: str) -> None:
    result = doctest.testmod(importlib.import_module(f"dossier.recognise.names.{name}"))
    assert result.attempted
    assert not result.failed


@pytest.mark.parametrize(
    ("name", "given", "surname"),
    [
        ("Vladimir Putin", ("Vladimir",), "Putin"),
        ("Ludwig van Beethoven", ("Ludwig",), "van Beethoven"),
        ("Marine Le Pen", ("Marine",), "Le Pen"),
        ("Bashar al-Assad", ("Bashar",), "al-Assad"),
        ("Xi Jinping", ("Jinping",), "Xi"),
        ("Kim Jong-un", ("Jong-un",), "Kim"),
        ("Kim Basinger", ("Kim",), "Basinger"),
        ("Raymond Chan Chi-chuen", ("Raymond", "Chi-chuen"), "Chan"),
        ("Martin Luther King Jr.", ("Martin", "Luther"), "King"),
        ("Elizabeth II", ("Elizabeth", "II"), ""),
        ("Peter the Great", ("Peter", "the", "Great"), ""),
        ("Pele", ("Pele",), ""),
    ],
)
def test_parts(name: str, given: tuple[str, ...], surname: str) -> None:
    parsed = parse_person(name, ENGLISH)
    assert (parsed.given, parsed.surname) == (given, surname)


@pytest.mark.parametrize(
    ("written", "fits"),
    [
        ("George", True),
        ("G.", True),
        ("George W.", True),
        ("George Walker", True),
        ("Georg", True),
        ("Jeb", False),
        ("H.", False),
    ],
)
def test_given_names_that_fit(written: str, fits: bool) -> None:
    bush = make_person(GazetteerEntity(EntityId("b"), "person", "George W. Bush"), ENGLISH)
    assert (misfit(bush, written.split(), ENGLISH) is not None) is fits


def test_closer_given_names_fit_better() -> None:
    son = make_person(GazetteerEntity(EntityId("b"), "person", "George W. Bush"), ENGLISH)
    father = make_person(GazetteerEntity(EntityId("a"), "person", "George H. W. Bush"), ENGLISH)
    assert misfit(father, ["George", "H.W."], ENGLISH) == 0
    assert misfit(son, ["George", "H.W."], ENGLISH)
    assert misfit(son, ["George", "W."], ENGLISH) == 0
    assert misfit(father, ["George", "W."], ENGLISH)


def test_spellings() -> None:
    assert set(spellings("Schröder")) == {"Schroder", "Schroeder"}
    assert {"Zelensky", "Zelenskyy", "Zelenskiy"} <= surname_spellings("Zelensky", ENGLISH)
    assert fold("L’Élysée – Łódź").text == "L'Elysee - Lodz"
    assert fold("e\u0301a").original(1) == 2


def test_variants() -> None:
    assert {"Minsk II", "Minsk-2", "Minsk 2"} <= name_variants("Minsk II", "agreement", ENGLISH)
    assert "Open Skies Treaty" in name_variants("Treaty on Open Skies", "agreement", ENGLISH)
    assert "Washington University" not in name_variants("University of Washington", "organisation", ENGLISH)
    assert {"U.S. Senate", "US Senate", "Senate of the United States"} <= name_variants(
        "United States Senate", "organisation", ENGLISH
    )
    assert "Russian Foreign Ministry" in name_variants(
        "Ministry of Foreign Affairs of Russia", "organisation", ENGLISH
    )
    assert {"Kim Jong Un", "Kim Jong-Un"} <= name_variants("Kim Jong-un", "person", ENGLISH)


def test_given_name_tables() -> None:
    known = ENGLISH.given_names
    assert known.same("sergey", "sergei")
    assert not known.same("sergey", "viktor")
    assert known.gender_of("hillary") == "f"
    assert known.gender_of("vladimir") == "m"
    assert known.is_given_name("olena")
    assert not known.is_given_name("moscow")


def test_unknown_jurisdiction_is_its_own_adjective() -> None:
    assert Jurisdictions(articles=["the"]).get("the Harbour Union").adjectives == ("Harbour Union",)


def test_holders_by_date() -> None:
    def mayor(entity: str, start: str | None, end: str | None, *, acting: bool = False) -> GazetteerEntity:
        term = OfficeTerm("Mayor of Harbourtown", None, start, end, acting=acting)
        return GazetteerEntity(EntityId(entity), "person", f"Ada {entity.title()}", offices=(term,))

    offices = Offices(
        [mayor("first", None, "2001"), mayor("second", "2001-06", "2005"), mayor("third", "2007", "..")],
        ENGLISH,
    )
    (office,) = offices.at("Harbourtown")
    assert office.holders(bounds("1990")) == ("first",)
    assert office.holders(bounds("2001")) == ("first", "second")
    assert office.holders(bounds("2006")) == ()
    assert office.holders(bounds("2050")) == ("third",)
    assert office.next_holder(bounds("2006").last or 0) == "third"


@pytest.mark.parametrize("others", [0, 50])
def test_a_word_that_the_text_has_in_small_letters_cannot_be_a_given_name(others: int) -> None:
    many = [f"Quarn{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(others)]
    text = f"{' '.join(many)} Zorbal, Quiffe and Vrelto: a zorbal, the quiffes, non-vrelto"
    nowhere: frozenset[int] = frozenset()
    page = MarkedText(text, ENGLISH, *[nowhere] * 5, frozenset())
    small = [
        word for word in (*many, "Zorbal", "Quiffe", "Vrelto") if page.cannot_be_given(_word(text, word))
    ]
    assert small == ["Zorbal"]


def _word(text: str, word: str) -> Word:
    return Word(word, text.index(word))
