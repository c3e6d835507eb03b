"""Languages that are little more than a folder: listed names are found, and no one else is linked."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.model.mentions import Document, EntityId
from dossier.recognise.languages import load_language
from dossier.recognise.names.gazetteer import GazetteerEntity
from dossier.recognise.recogniser import Recogniser

GIVEN = "m: pata kolo\nf: mina\n"


def recogniser(folder: Path, words: str, names: dict[str, str], given: str = "") -> Recogniser:
    """What finds names, by the words of a language; ``names`` gives the type of each name."""
    files = folder / "names"
    files.mkdir()
    (files / "words.yaml").write_text(words, encoding="utf-8")
    (files / "given_names.txt").write_text(given, encoding="utf-8")
    entities = [
        GazetteerEntity(EntityId(name.lower().replace(" ", "-")), kind, name) for name, kind in names.items()
    ]
    return Recogniser(entities, load_language(folder))


def found(known: Recogniser, text: str) -> list[tuple[str, str]]:
    """The words of each mention with its entity."""
    return [(text[m.start : m.end], m.entity) for m in known.recognise(Document(text, "2021-12-08")).mentions]


NAMES = {
    "Pata Rumi": "person",
    "Sela Tovi": "person",
    "Lomaka": "place",
    "Lomaka Sopo": "agreement",
}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hodo Pata Rumi nela Lomaka.", [("Pata Rumi", "pata-rumi"), ("Lomaka", "lomaka")]),
        ("Pata Rumi nela. Zo Rumi gela.", [("Pata Rumi", "pata-rumi"), ("Rumi", "pata-rumi")]),
        ("Hodo Lomaka Sopo gela.", [("Lomaka Sopo", "lomaka-sopo")]),
        ("Hodo Lomaka Vila gela.", []),
        ("Zo nela Kolo Rumi.", []),
        # Nothing tells whether the first word is a word or a name.
        ("Kolo Tovi gela.", []),
    ],
)
def test_a_language_without_word_lists(tmp_path: Path, text: str, names: list[tuple[str, str]]) -> None:
    assert found(recogniser(tmp_path, "{}", NAMES), text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("hodo pata rumi nela lomaka.", [("pata rumi", "pata-rumi"), ("lomaka", "lomaka")]),
        ("hodo pata rumi nela. zo rumi gela.", [("pata rumi", "pata-rumi"), ("rumi", "pata-rumi")]),
        ("hodo lomaka sopo gela.", [("lomaka sopo", "lomaka-sopo")]),
        ("hodo lomaka vila gela.", [("lomaka", "lomaka")]),
        ("hodo mina rumi gela. zo rumi nela.", []),
        ("hodo kolo lomaka gela.", []),
        # A given name that no table has, but the gazetteer.
        ("hodo sela rumi gela.", []),
    ],
)
def test_a_language_without_capitals(tmp_path: Path, text: str, names: list[tuple[str, str]]) -> None:
    small = {name.lower(): kind for name, kind in NAMES.items()}
    assert found(recogniser(tmp_path, "capitals: false", small, GIVEN), text) == names


@pytest.mark.parametrize("capitals", [True, False])
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Zo Rumi Pata nela. Zo Rumi gela.", [("Rumi Pata", "rumi-pata"), ("Rumi", "rumi-pata")]),
        ("Zo nela Rumi Kolo. Zo Rumi gela.", []),
        # Names of other languages keep their order.
        ("Zo Kolo Hand nela. Zo Hand gela.", [("Kolo Hand", "kolo-hand"), ("Hand", "kolo-hand")]),
    ],
)
def test_a_language_in_which_surnames_stand_first(
    tmp_path: Path, text: str, names: list[tuple[str, str]], *, capitals: bool
) -> None:
    words = f"capitals: {str(capitals).lower()}\nsurname_first: true"
    persons = dict.fromkeys(("Rumi Pata", "Kolo Hand"), "person")
    if not capitals:
        text = text.lower()
        persons = {name.lower(): kind for name, kind in persons.items()}
        names = [(written.lower(), entity) for written, entity in names]
    assert found(recogniser(tmp_path, words, persons, GIVEN), text) == names
