"""Tests of a language that inflects names: listed names are found in all cases, and by rules of its code."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dossier.model.fields import Alias
from dossier.model.mentions import EntityId
from dossier.recognise.languages import language, load_language
from dossier.recognise.names.forms import Meanings, derive_forms
from dossier.recognise.names.gazetteer import GazetteerEntity, OfficeTerm
from dossier.recognise.names.offices import Offices
from dossier.recognise.names.vocabulary import NameLanguage

TERM = OfficeTerm("juhti mara", "mara", "2001", "2005", acting=False)
ENTITIES = (
    GazetteerEntity(EntityId("ada"), "person", "ada oja", (Alias("lada", "weak"),), offices=(TERM,)),
    GazetteerEntity(EntityId("mara"), "place", "mara"),
    GazetteerEntity(EntityId("union"), "organisation", "suur sadama liit"),
)


def load_toy(folder: Path, *, in_prose: bool = True, rules: str = "") -> NameLanguage:
    """A language in which names have no capitals, the country stands last, and endings are few."""
    names = folder / "names"
    names.mkdir(parents=True)
    (names / "words.yaml").write_text("capitals: false\n", encoding="utf-8")
    (names / "inflection.yaml").write_text(f"in_prose: {str(in_prose).lower()}\n", encoding="utf-8")
    (names / "declension.txt").write_text("* [aeiou]() n na\n* () in ina\n", encoding="utf-8")
    (names / "offices.yaml").write_text(
        "titles: ['{role} {name}']\nphrases: ['{role} {name}']\n", encoding="utf-8"
    )
    if rules:
        (folder / "rules.py").write_text(rules, encoding="utf-8")
    return load_language(folder).names


def forms(toy: NameLanguage) -> Mapping[str, Meanings]:
    return derive_forms(ENTITIES, Offices(ENTITIES, toy), toy, str.isdigit)


def test_every_listed_name_is_looked_for_in_its_cases(tmp_path: Path) -> None:
    found = forms(load_toy(tmp_path / "xt"))
    for text in ("ada oja", "adan ojan", "adana ojana"):
        assert found[text].names == ("ada",)
    for text in ("oja", "ojan", "ojana"):
        assert found[text].surnames == ("ada",)
    for text in ("lada", "ladan"):
        assert found[text].lesser == (("weak", ("ada",)),)
    for text in ("mara", "maran", "marana"):
        assert found[text].names == ("mara",)


def test_short_names_and_phrases_for_offices_are_too(tmp_path: Path) -> None:
    found = forms(load_toy(tmp_path / "xt"))
    assert ("short", ("union",)) in found["suurin sadaman"].lesser
    assert [office.role for office in found["juhtin maran"].offices] == ["juhti"]


def test_prose_that_does_not_inflect_names_has_the_listed_form_alone(tmp_path: Path) -> None:
    found = forms(load_toy(tmp_path / "xt", in_prose=False))
    assert found["ada oja"].names == ("ada",)
    assert not {"adan ojan", "ojan", "maran", "juhtin maran"} & found.keys()


def test_the_code_of_a_language_adds_forms_which_are_inflected_as_well(tmp_path: Path) -> None:
    rules = 'def name_forms(name, kind):\n    return [f"o {name}"] if kind == "place" else []\n'
    found = forms(load_toy(tmp_path / "xt", rules=rules))
    assert found["o mara"].names == found["on maran"].names == ("mara",)
    assert "o ada oja" not in found


def test_english_looks_for_what_is_listed() -> None:
    entity = GazetteerEntity(EntityId("minsk"), "place", "Minsk")
    english = language("en").names
    assert english.inflection is None
    assert set(derive_forms([entity], Offices([entity], english), english, str.isdigit)) == {"Minsk", "MINSK"}
