"""The parts of names: what is derived from a name, and whether a written form fits a person."""

from __future__ import annotations

import doctest
import importlib

import pytest

from dossier.model.edtf import bounds
from dossier.model.mentions import EntityId
from dossier.recognise.names.fold import fold, spellings
from dossier.recognise.names.gazetteer import GazetteerEntity, OfficeTerm
from dossier.recognise.names.given_names import gender_of_given, is_given_name, same_given_name
from dossier.recognise.names.jurisdictions import jurisdiction
from dossier.recognise.names.offices import Offices
from dossier.recognise.names.people import make_person, misfit
from dossier.recognise.names.persons import parse_person, surname_spellings
from dossier.recognise.names.variants import name_variants

MODULES = ("fold", "persons", "given_names", "jurisdictions", "offices")


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
    parsed = parse_person(name)
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
    bush = make_person(GazetteerEntity(EntityId("b"), "person", "George W. Bush"))
    assert (misfit(bush, written.split()) is not None) is fits


def test_closer_given_names_fit_better() -> None:
    son = make_person(GazetteerEntity(EntityId("b"), "person", "George W. Bush"))
    father = make_person(GazetteerEntity(EntityId("a"), "person", "George H. W. Bush"))
    assert misfit(father, ["George", "H.W."]) == 0
    assert misfit(son, ["George", "H.W."])
    assert misfit(son, ["George", "W."]) == 0
    assert misfit(father, ["George", "W."])


def test_spellings() -> None:
    assert set(spellings("Schröder")) == {"Schroder", "Schroeder"}
    assert {"Zelensky", "Zelenskyy", "Zelenskiy"} <= surname_spellings("Zelensky")
    assert fold("L’Élysée – Łódź").text == "L'Elysee - Lodz"
    assert fold("e\u0301a").original(1) == 2


def test_variants() -> None:
    assert {"Minsk II", "Minsk-2", "Minsk 2"} <= name_variants("Minsk II", "agreement")
    assert "Open Skies Treaty" in name_variants("Treaty on Open Skies", "agreement")
    assert "Washington University" not in name_variants("University of Washington", "organisation")
    assert {"U.S. Senate", "US Senate", "Senate of the United States"} <= name_variants(
        "United States Senate", "organisation"
    )
    assert "Russian Foreign Ministry" in name_variants(
        "Ministry of Foreign Affairs of Russia", "organisation"
    )
    assert {"Kim Jong Un", "Kim Jong-Un"} <= name_variants("Kim Jong-un", "person")


def test_given_name_tables() -> None:
    assert same_given_name("sergey", "sergei")
    assert not same_given_name("sergey", "viktor")
    assert gender_of_given("hillary") == "f"
    assert gender_of_given("vladimir") == "m"
    assert is_given_name("jeb") or not is_given_name("moscow")


def test_unknown_jurisdiction_is_its_own_adjective() -> None:
    assert jurisdiction("the Harbour Union").adjectives == ("Harbour Union",)


def test_holders_by_date() -> None:
    def mayor(entity: str, start: str | None, end: str | None, *, acting: bool = False) -> GazetteerEntity:
        term = OfficeTerm("Mayor of Harbourtown", None, start, end, acting=acting)
        return GazetteerEntity(EntityId(entity), "person", f"Ada {entity.title()}", offices=(term,))

    offices = Offices(
        [mayor("first", None, "2001"), mayor("second", "2001-06", "2005"), mayor("third", "2007", "..")]
    )
    (office,) = offices.at("Harbourtown")
    assert office.holders(bounds("1990")) == ("first",)
    assert office.holders(bounds("2001")) == ("first", "second")
    assert office.holders(bounds("2006")) == ()
    assert office.holders(bounds("2050")) == ("third",)
    assert office.next_holder(bounds("2006").last or 0) == "third"
