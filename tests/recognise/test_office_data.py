"""Tests of the data on offices and the spelling of names: its examples, and that every part is used."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from dossier.model.edtf import bounds
from dossier.model.mentions import Document, EntityId
from dossier.recognise import languages
from dossier.recognise.language_data import PatternExample, pattern_examples
from dossier.recognise.languages import language
from dossier.recognise.names.gazetteer import GazetteerEntity, OfficeTerm
from dossier.recognise.names.jurisdictions import Jurisdiction, Jurisdictions
from dossier.recognise.names.office_words import OfficeWords
from dossier.recognise.names.offices import Offices, bare_role, role_names
from dossier.recognise.names.templates import fill
from dossier.recognise.names.vocabulary import NameLanguage
from dossier.recognise.recogniser import Recogniser

FOLDER = Path(languages.__file__).parent / "en" / "names"
ENGLISH = language("en").names
DATA = {"offices": ENGLISH.offices, "roles": ENGLISH.roles, "spelling": ENGLISH.spelling}
EXAMPLES = [
    (f"{name}.{key}", example)
    for name, data in DATA.items()
    for key, example in pattern_examples(FOLDER / f"{name}.yaml", data)
]


@pytest.mark.parametrize(("key", "example"), EXAMPLES)
def test_a_pattern_finds_and_leaves_what_its_examples_say(key: str, example: PatternExample) -> None:
    match = example.pattern.match(example.text, example.start)
    assert (match is not None and match.end() == example.end) is example.matches, key


@pytest.mark.parametrize(
    ("whose", "text", "linked"),
    [
        ({}, "The Foreign Minister spoke.", []),
        ({}, "Foreign Minister Lee spoke.", []),
        ({}, "Foreign Minister Okafor spoke.", ["Foreign Minister", "Okafor"]),
        (
            {},
            "Foreign Minister Okafor spoke. The Foreign Minister left.",
            ["Foreign Minister", "Okafor", "Foreign Minister"],
        ),
        ({"jurisdiction": "Northland"}, "The Foreign Minister spoke.", ["Foreign Minister"]),
        ({"organisation": "Lake League"}, "The Foreign Minister spoke.", ["Foreign Minister"]),
        ({"jurisdiction": "Northland"}, "The Greek Foreign Minister spoke.", []),
    ],
)
def test_a_title_of_several_countries_needs_one(whose: dict[str, str], text: str, linked: list[str]) -> None:
    office = GazetteerEntity(EntityId("fm"), "position", "Foreign Minister", **whose)
    term = OfficeTerm("Foreign Minister", whose.get("jurisdiction"), "2000", None, EntityId("fm"))
    holder = GazetteerEntity(EntityId("okafor"), "person", "Ada Okafor", offices=(term,))
    found = Recogniser([office, holder]).recognise(Document(text, "2010-05-01"))
    assert [text[m.start : m.end] for m in found.mentions] == linked


def test_every_pattern_has_examples_of_both_kinds() -> None:
    patterns = {
        f"{name}.{each.name}"
        for name, data in DATA.items()
        for each in dataclasses.fields(data)
        if isinstance(getattr(data, each.name), re.Pattern)
    }
    assert {(key, example.matches) for key, example in EXAMPLES} == {
        (key, matches) for key in patterns for matches in (True, False)
    }


@pytest.mark.parametrize(
    ("title", "place", "role", "body"),
    [
        ("Minister of Foreign Affairs of Russia", "Russia", "foreign minister", ""),
        ("President of the European Commission", "European Union", "president", "European Commission"),
        ("President of the United States", "United States", "president", ""),
        ("US Secretary of Defense", "United States", "defence secretary", ""),
        ("French Ambassador to Russia", "France", "ambassador to Russia", ""),
        ("Secretary-General of NATO", "NATO", "secretary general", ""),
        ("Advisor to the President of Ukraine", "Ukraine", "adviser", ""),
        ("Minister of the Interior", "", "minister of the interior", ""),
    ],
)
def test_a_title_without_its_country(title: str, place: str, role: str, body: str) -> None:
    where = ENGLISH.jurisdictions.get(place) if place else None
    assert bare_role(title, where, ENGLISH) == (role, body)


def test_the_other_names_of_a_role() -> None:
    assert role_names("foreign minister", ENGLISH) == {
        "foreign minister", "minister of foreign affairs", "minister for foreign affairs", "top diplomat",
    }  # fmt: skip
    assert role_names("deputy defence minister", ENGLISH) >= {
        "deputy defense minister", "deputy minister of defence",
    }  # fmt: skip
    assert role_names("prime minister", ENGLISH) == {
        "prime minister", "premier", "prime-minister", "head of government",
    }  # fmt: skip
    assert role_names("secretary general", ENGLISH) == {
        "secretary general", "secretary-general", "chief", "head",
    }  # fmt: skip
    assert role_names("vice president", ENGLISH) == {"vice president", "vice-president"}


@pytest.mark.parametrize(
    ("office", "title", "expected"),
    [
        ("Deputy Assistant to the President for Trade", "president", {"orlo"}),
        ("Press Secretary of the President of Northland", "president", {"orlo"}),
        ("Vice President of Northland", "president", {"orlo"}),
        ("Assistant to the Vice President for Trade", "president", set()),
        ("Assistant to the Presidency", "president", set()),
        ("Deputy Secretary of Defense", "secretary", {"kost"}),
        ("Assistant Secretary of Commerce for Ports", "secretary", {"bo"}),
        ("Special Assistant to the Deputy Secretary of State", "secretary", set()),
        ("Executive Secretary", "secretary", set()),
    ],
)
def test_whom_the_holder_of_an_office_serves(office: str, title: str, expected: set[str]) -> None:
    held = {"orlo": "President of Northland", "kost": "Secretary of Defense", "bo": "Secretary of Commerce",
            "vandel": "Secretary of State", "servant": office}  # fmt: skip
    offices = Offices(
        (
            GazetteerEntity(
                EntityId(name), "person", name, offices=(OfficeTerm(each, "Northland", "1977", "1981"),)
            )
            for name, each in held.items()
        ),
        ENGLISH,
    )
    assert offices.superiors(EntityId("servant"), title, bounds("1978-03-20")) == expected
    assert offices.superiors(EntityId("servant"), title, bounds("1990")) == set()


def test_another_language_has_another_order_and_no_articles() -> None:
    toy = NameLanguage(
        offices=OfficeWords(
            titles=("{role} {adjective}",),
            other_names={"talo {word}": ("{word}talo",)},
            ranks={"talo": "head"},
            leading={"t": ("talo",)},
            phrases=("{role} {adjective}",),
            leader_phrases=("{seat}in mies",),
        ),
        jurisdictions=Jurisdictions([Jurisdiction(("Mara",), ("maralainen",), "t", ("Palatsi",))]),
    )
    term = OfficeTerm("talo maralainen", "Mara", "2001", "2005")
    offices = Offices([GazetteerEntity(EntityId("a"), "person", "Ada Oja", offices=(term,))], toy)
    (office,) = offices.at("mara")
    assert (office.role, office.rank, office.holders(bounds("2003"))) == ("talo", "head", ("a",))
    assert {phrase for phrase, _ in offices.phrases()} == {
        "talo maralainen", "Talo maralainen", "Palatsiin mies",
    }  # fmt: skip
    assert role_names("talo suuri", toy) == {"talo suuri", "suuritalo"}


def test_a_template_with_an_unknown_part_is_an_error() -> None:
    with pytest.raises(KeyError, match="nation"):
        list(fill(["{nation} {role}"], role=["head"]))


def test_percent_signs_in_a_template_stay() -> None:
    assert list(fill(["100% {role}"], role=["%s"])) == ["100% %s"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The US President, Joseph Biden, spoke.", ["joe"]),
        ("The US President, Ann Lee, spoke.", []),
        ("The US President, speaking in Rome, agreed.", ["joe"]),
    ],
)
def test_a_name_set_off_after_a_phrase_must_be_its_holders(text: str, found: list[str]) -> None:
    term = OfficeTerm("President of the United States", "United States", "2021-01-20", None)
    joe = GazetteerEntity(EntityId("joe"), "person", "Joe Biden", offices=(term,))
    mentions = Recogniser([joe]).recognise(Document(text, "2021-12-08")).mentions
    assert [m.entity for m in mentions if m.rule == "position"] == found
