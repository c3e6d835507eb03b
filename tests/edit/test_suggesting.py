"""Tests of suggestions: names, their types, forms of known names, and what is not suggested."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.edit.suggest import Suggestions, suggest
from dossier.edit.suggest.clues import Clues
from dossier.edit.suggest.keys import is_form_of, key
from dossier.pipeline import read_all
from dossier.recognise.languages import language

WriteFiles = Callable[[str], Path]
ENGLISH = Clues(language("en"))
KNOWN = """\
-- content/people/ada-example.md --
---
title: Ada Example
aliases: [{text: Ада Приклад, lang: uk}]
---
-- content/organisations/harbour-commission.md --
---
title: Harbour Safety Commission of Northland
---
-- content/organisations/fishery-commission.md --
---
title: Fishery Safety Commission
---
-- content/places/northland.md --
---
title: Northland
---
"""


@pytest.fixture
def found(write_files: WriteFiles) -> Callable[..., Suggestions]:
    """The suggestions for the texts of articles, each of its own."""

    def find(*texts: str, rejected: tuple[str, ...] = (), known: str = KNOWN) -> Suggestions:
        archive = "".join(
            f"-- content/articles/a{number}.md --\n---\ntitle: T\ndate: 2022-01-0{number}\n---\n{text}\n"
            for number, text in enumerate(texts, start=1)
        )
        dossier = read_all(write_files(known + archive) / "content")
        return suggest(dossier.registry, dossier.indexes().documents.values(), ENGLISH, rejected)

    return find


Find = Callable[..., Suggestions]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Yesterday the special counsel Robert Mueller spoke.", "Robert Mueller", "person"),
        ("He met Ms von der Leyen.", "von der Leyen", "person"),
        ("It was Foreign Minister Baerbock who left.", "Baerbock", "person"),
        ("There came the minister, Kaja Kallas, and left.", "Kaja Kallas", "person"),
        ("They heard Prof. J. R. Smith of the university.", "J. R. Smith", "person"),
        ("They quarrelled over the Ottawa Convention.", "Ottawa Convention", "agreement"),
        ("Later came the Treaty on Open Skies.", "Treaty on Open Skies", "agreement"),
        ("Nobody recalls the Battle of Narva now.", "Battle of Narva", "event"),
        ("He wrote to the Finnish Broadcasting Company.", "Finnish Broadcasting Company", "organisation"),
        ("A report of the OPCW was read.", "OPCW", "organisation"),
        ("They met in Tallinn.", "Tallinn", "place"),
        ("They sailed past the Bay of Biscay.", "Bay of Biscay", "place"),
        ("She has been to Portugal.", "Portugal", "place"),
        (
            "There she was made Secretary of State of Southland.",
            "Secretary of State of Southland",
            "position",
        ),
        ("Вчора у Львові виступив Андрій Садовий.", "Андрій Садовий", "person"),
        ("Вчера он был в Ростове.", "Ростове", "place"),
    ],
)
def test_a_name_and_what_it_seems_to_be(found: Find, text: str, name: str, kind: str) -> None:
    kinds = {each.name: each.kind for each in found(text).names}
    assert kinds.get(name) == kind, kinds


@pytest.mark.parametrize(
    "text",
    [
        "Everything was said. Nobody spoke.",
        "It was on Tuesday, 4 January, in English, among Russians and French journalists.",
        "Ada Example spoke in Northland.",
        "He was asked by the President and the Foreign Minister.",
        "See `Robert Mueller` there.",
        "A Kremlin-backed plan, and the council; the Council said so.",
        "Chapter VII of the Charter says so.",
        "Point 9M729 was no name, nor was II.",
    ],
)
def test_what_is_no_name(found: Find, text: str) -> None:
    assert [each.name for each in found(text).names] == []


def test_one_capital_at_the_start_of_a_sentence_says_nothing(found: Find) -> None:
    assert found("Attempts failed. Tallinn fell.").names == ()
    (name,) = found("Tallinn fell.", "They left Tallinn.").names
    assert (name.name, len(name.occurrences)) == ("Tallinn", 2)


def test_forms_of_one_name_are_one(found: Find) -> None:
    (name,) = found(
        "Robert Mueller came. Mueller’s aides said that Mr Mueller left.",
        "Later Mueller spoke to R. Mueller.",
    ).names
    assert (name.name, name.forms, name.kind) == ("Robert Mueller", ("R. Mueller", "Mueller"), "person")
    assert (name.articles, len(name.occurrences)) == (2, 5)


def test_white_space_in_a_name_is_one_blank(found: Find) -> None:
    text = "- Yesterday the special\n  counsel Robert\n  Mueller spoke. Later R.\tMueller left."
    (name,) = found(text).names
    assert (name.name, name.forms, name.kind) == ("Robert Mueller", ("R. Mueller",), "person")
    plain = "Yesterday the special\n  counsel Robert\n  Mueller"
    assert name.occurrences[0].end == len(plain)


def test_the_acronym_that_a_text_gives_is_a_form(found: Find) -> None:
    text = "The Organisation for the Prohibition of Chemical Weapons (OPCW) spoke. Then the OPCW left."
    (name,) = found(text).names
    assert (name.name, name.forms) == ("Organisation for the Prohibition of Chemical Weapons", ("OPCW",))


def test_case_forms_of_one_name_are_one_and_the_nominative_leads(found: Find) -> None:
    (name,) = found("Дмитро Кулеба виступив. За словами Дмитра Кулеби, це все. Кулебу слухали.").names
    assert name.name == "Дмитро Кулеба"
    assert "Дмитра Кулеби" in name.forms


def test_two_namesakes_are_not_thrown_together(found: Find) -> None:
    names = found("George Miller and Frank Miller came. Mr Miller left.").names
    assert {(each.name, len(each.occurrences)) for each in names} == {
        ("George Miller", 1), ("Frank Miller", 1), ("Miller", 1),
    }  # fmt: skip


def test_the_most_mentioned_comes_first(found: Find) -> None:
    names = found(
        "They met in Tallinn and in Narva.", "They met in Tallinn.", "They met in Narva, in Narva."
    ).names
    assert [(each.name, each.articles, len(each.occurrences)) for each in names] == [
        ("Narva", 2, 3), ("Tallinn", 2, 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "entity", "alias", "reason"),
    [
        ("За словами Ади Приклад, це все.", "ada-example", "Ади Приклад", "case form"),
        ("It was Ada Exemple who came.", "ada-example", "Ada Exemple", "nearly “Ada Example”"),
        ("They asked the Harbour Commission.", "harbour-commission", "Harbour Commission", "short for"),
    ],
)
def test_a_form_of_a_known_name_is_an_alias(
    found: Find, text: str, entity: str, alias: str, reason: str
) -> None:
    suggested = found(text)
    assert [(each.entity, each.text) for each in suggested.aliases] == [(entity, alias)]
    assert reason in suggested.aliases[0].reason
    assert suggested.names == ()


def test_what_may_be_short_for_two_is_ambiguous(found: Find) -> None:
    suggested = found("They asked the Safety Commission.")
    assert suggested.aliases == ()
    (words,) = suggested.ambiguous
    assert (words.words, words.candidates) == (
        "Safety Commission", ("fishery-commission", "harbour-commission"),
    )  # fmt: skip


def test_what_recognition_left_open_is_ambiguous(found: Find) -> None:
    known = "-- content/people/a.md --\n---\ntitle: Ann Miller\n---\n-- content/people/b.md --\n---\ntitle: Bob Miller\n---\n"
    (words,) = found("Ann Miller met Bob Miller. Then Miller left.", known=known).ambiguous
    assert (words.words, words.candidates, len(words.occurrences)) == ("Miller", ("a", "b"), 1)


def test_what_was_rejected_stays_away_in_every_form(found: Find) -> None:
    text = "Robert Mueller came. Robert S. Mueller left. They heard Mueller’s aide in Tallinn."
    assert [each.name for each in found(text, rejected=("robert mueller",)).names] == ["Tallinn"]
    assert [each.name for each in found("They heard Mr Mueller.", rejected=("Robert Mueller",)).names] == []
    assert [each.name for each in found("Вчера он был в Ростове.", rejected=("Ростов",)).names] == []


@pytest.mark.parametrize(
    ("one", "other", "is_form"),
    [
        ("Mueller", "Robert Mueller", True),
        ("the Hague's", "Hague", True),
        ("Robert Mueller", "Mueller", False),
        ("Robert Miller", "Robert Mueller", False),
        ("Путина", "Владимир Путин", True),
    ],
)
def test_which_is_a_form_of_which(one: str, other: str, is_form: bool) -> None:
    assert is_form_of(key(one, ENGLISH), key(other, ENGLISH)) is is_form


def test_the_answer_does_not_hang_on_the_order_of_texts(found: Find) -> None:
    texts = ("Robert Mueller met Mr Kallas in Narva.", "Mueller met Kaja Kallas.", "They met in Narva.")
    one, other = found(*texts), found(*texts)
    assert one == other
    assert [n.name for n in found(*reversed(texts)).names] == [n.name for n in one.names]


def test_a_rare_given_name_alone_is_a_short_alias(found: Callable[..., Suggestions]) -> None:
    known = KNOWN + "-- content/people/thanom.md --\n---\ntitle: Thanom Kosa\n---\n"
    suggestions = found("Then Thanom called.", "We saw Thanom often. Adam left.", known=known)
    (alias,) = suggestions.aliases
    assert (alias.entity, alias.text, alias.kind, len(alias.occurrences)) == ("thanom", "Thanom", "short", 2)
