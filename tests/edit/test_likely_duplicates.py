"""Two files on one person: which names are taken for one person's, and what such a pair covers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from checking import TODAY, findings, sections

from dossier.content.schema import load_schema
from dossier.edit.check import BuildChecks, FirstMentions, Request
from dossier.edit.check.likely_duplicates import likely_duplicates
from dossier.model.fields import Fields
from dossier.model.findings import Finding
from dossier.model.mentions import EntityId
from dossier.model.registry import Item, Registry
from dossier.pipeline import read_all
from dossier.recognise.languages import language

WriteFiles = Callable[[str], Path]
ENGLISH = language("en").names
SCHEMA = load_schema(None)
CASE = Path(__file__).parent / "cases" / "likely-duplicate.txt"
DOBRYNIN = {"anatoliy-f-dobrynin", "anatoly-f-dobrynin"}
ALLOWED = "title: Anatoly F. Dobrynin # dossier: allow likely-duplicate: father and son"
THREE_MENTIONS = [("ambiguous-mention", 6), ("ambiguous-mention", 6), ("ambiguous-mention", 6)]


def pairs(*titles: str) -> list[tuple[str, str]]:
    person = SCHEMA.types["person"]
    items = [
        Item(EntityId(f"p{n}"), person, f"people/p{n}.md", title, Fields({}), "")
        for n, title in enumerate(titles)
    ]
    found = likely_duplicates(Registry(SCHEMA, items, {}), ENGLISH)
    return [(pair.first.title, pair.second.title) for pair in found]


@pytest.mark.parametrize(
    "titles",
    [
        ("Anatoliy F. Dobrynin", "Anatoly F. Dobrynin"),
        ("Anatoliy F. Dobrynin", "Anatoly Dobrynin"),
        ("Yasir Arafat", "Yasser Arafat"),
        ("Alexander Haig", "Aleksandr Haig"),
        ("Mohammed Morsi", "Muhammad Morsi"),
        ("Yelena Bonner", "Elena Bonner"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Bashar al-Assad", "Bashar Assad"),
        ("Gerhard Schröder", "Gerhard Schroeder"),
        ("Zbigniew Brzezinski", "Zbignew Brzezinski"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("J. F. Reed", "John Fitzgerald Reed"),
        ("Bill J. Reed", "William J. Reed"),
        ("Alfred Atherton, Jr.", "Alfred Atherton Jr"),
    ],
    ids=" ".join,
)
def test_spellings_of_one_name_are_one_person(titles: tuple[str, str]) -> None:
    assert pairs(*titles) == [titles]


@pytest.mark.parametrize(
    "titles",
    [
        ("George H. W. Bush", "George W. Bush"),
        ("Kim Jong-il", "Kim Jong-un"),
        ("Xi Jinping", "Xi Jiping"),
        ("Robert Kennedy", "Roger Kennedy"),
        ("Robert Kennedy", "Robert Kennedy Jr."),
        ("Mohammed Morsi", "Muhammad Ali"),
        ("J. Smith", "John Smith"),
        ("Bill Reed", "William Reed"),
        ("Mario Rossi", "Maria Rossi"),
        ("Frances Reed", "Francis Reed"),
        ("Jane Reed", "Anne Reed"),
        ("Jean Reed", "Joan Reed"),
        ("Donald Reed", "Ronald Reed"),
        ("Rajesh Rao", "Rakesh Rao"),
        ("John Smith", "John A. Smith", "John B. Smith"),
        ("J. F. Smith", "John F. Smith", "James F. Smith"),
        ("Peter the Great", "Petr the Great"),
        ("John Smith", "John Smith"),
    ],
    ids=" ".join,
)
def test_names_that_two_people_may_have_are_not(titles: tuple[str, ...]) -> None:
    assert pairs(*titles) == []


@pytest.mark.parametrize(
    ("first", "second", "are_one"),
    [
        ("title: J. Smith\nborn: 1950-02-03", "title: John Smith\nborn: 1950-02-03", True),
        ("title: J. Smith\nborn: 1950", "title: John Smith\nborn: 1950", False),
        ("title: J. Smith\nsame_as: [wikidata:Q1]", "title: John Smith\nsame_as: [wikidata:Q1]", True),
        ("title: Yasir Reed\nsame_as: [wikidata:Q1]", "title: Yasser Reed\nsame_as: [wikidata:Q2]", False),
        ("title: Yasir Reed\nsame_as: [wikidata:Q1]", "title: Yasser Reed\nsame_as: [viaf:2]", True),
        ("title: J. Smith\npositions: [{position: p, from: 1990}]",
         "title: John Smith\npositions: [{position: p, from: 1989, to: 1995}]", True),
        ("title: J. Smith\npositions: [{position: p, from: 1990}]",
         "title: John Smith\npositions: [{position: p, from: 1980, to: 1989}]", False),
        ("title: George Bush\npositions: [{position: p, from: 1989, to: 1993}]",
         "title: George W. Bush\npositions: [{position: p, from: 2001, to: 2009}]", False),
        ("title: Yasir Reed\ndied: 1950", "title: Yasser Reed\nborn: 1960", False),
        ("title: Yasir Reed\nborn: 1950~", "title: Yasser Reed\nborn: 1960", True),
        ("title: Yasir Reed\ncitizenship: [x]", "title: Yasser Reed\ncitizenship: [y]", False),
        ("title: Abu Ammar\naliases: [Yasir Reed]", "title: Yasser Reed", True),
        ("title: Abu Ammar\naliases: [{text: Yasir Reed, kind: weak}]", "title: Yasser Reed", False),
    ],
)  # fmt: skip
def test_what_else_the_files_say_decides(
    write_files: WriteFiles, first: str, second: str, are_one: bool
) -> None:
    folder = write_files(
        f"-- content/people/a.md --\n---\n{first}\n---\n-- content/people/b.md --\n---\n{second}\n---\n"
    )
    registry = read_all(folder / "content").registry
    found = [(pair.first.id, pair.second.id) for pair in likely_duplicates(registry, ENGLISH)]
    assert found == [("a", "b")] * are_one


def test_a_name_that_many_share_is_compared_with_none() -> None:
    people = [f"Yas{'s' * (n % 2)}er {letter}. Reed" for n, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")]
    assert pairs(*people, "Yasser Reed") == []


def of_dobrynin(found: list[Finding]) -> list[tuple[str, int]]:
    """The findings on him, whatever the file, each with its line."""
    return [(each.code, each.line) for each in found if each.entities == DOBRYNIN]


def archive(**changed: str) -> str:
    """The dossier of the case, with some files added or replaced."""
    files = {path: text for path, text in sections(CASE.read_text(encoding="utf-8")).items() if "/" in path}
    return "".join(f"-- {path} --\n{text}" for path, text in (files | changed).items())


@pytest.mark.parametrize(
    ("title", "severities", "expected"),
    [
        ("title: Anatoly F. Dobrynin", "", [("likely-duplicate", 2)]),
        (ALLOWED, "", [*THREE_MENTIONS, ("shared-name", 3)]),
        ("title: Anatoly F. Dobrynin", "likely-duplicate: off", [*THREE_MENTIONS, ("shared-name", 3)]),
        ("title: Anatoly F. Dobrynin", "ambiguous-mention: error", [*THREE_MENTIONS, ("likely-duplicate", 2)]),
    ],
)  # fmt: skip
def test_a_pair_covers_what_follows_from_it(
    write_files: WriteFiles, title: str, severities: str, expected: list[tuple[str, int]]
) -> None:
    folder = write_files(archive().replace("title: Anatoly F. Dobrynin", title))
    settings = folder / "checks.yaml"
    settings.write_text(f"severities: {{{severities}}}\n", encoding="utf-8")
    assert of_dobrynin(findings(folder / "content", settings)) == expected


def test_a_comment_on_a_covered_mention_is_used(write_files: WriteFiles) -> None:
    comment = "<!-- dossier: allow ambiguous-mention: the paper gives no more -->\nOn Monday"
    folder = write_files(archive().replace("On Monday", comment))
    assert [f for f in findings(folder / "content") if f.code == "suppression-unused"] == []


def told_by_build(folder: Path) -> list[Finding]:
    """What a build tells, which hands on its findings one by one."""
    dossier = read_all(folder / "content")
    checks = BuildChecks.of(Request(folder / "content", TODAY, settings=folder / "checks.yaml"))
    first = FirstMentions(lambda: checks.likely_duplicates(dossier.context))
    return [told for each in dossier.findings for told in first.of(checks.applied([each], dossier.registry))]


def test_a_build_tells_the_first_mention_that_fits_a_pair(write_files: WriteFiles) -> None:
    folder = write_files(archive() + "-- checks.yaml --\n")
    (told,) = told_by_build(folder)
    assert (told.code, told.path) == ("ambiguous-mention", "articles/talks.md")
    assert told.hint == "they may be one person in two files; “dossier check” says what to do"
    write_files("-- checks.yaml --\nseverities: {likely-duplicate: off}\n")
    assert of_dobrynin(told_by_build(folder)) == THREE_MENTIONS
    write_files(archive().replace("title: Anatoly F. Dobrynin", ALLOWED) + "-- checks.yaml --\n")
    assert of_dobrynin(told_by_build(folder)) == THREE_MENTIONS
