from __future__ import annotations

import doctest
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.content.schema.values import read_id
from dossier.model import ids as module
from dossier.model.ids import slug


@pytest.mark.parametrize(
    ("title", "identifier"),
    [
        ("Minsk II", "minsk-ii"),
        ("Radosław Sikorski", "radoslaw-sikorski"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("François Hollande", "francois-hollande"),
        ("Franc\u0327ois Hollande", "francois-hollande"),
        ("Strasse & Straße", "strasse-strasse"),
        ("People’s Republic", "peoples-republic"),
        ("O'Brien", "obrien"),
        ("P5+1", "p5-1"),
        ("U.S.–Russia talks", "u-s-russia-talks"),
        ("Сергей Лавров", "sergey-lavrov"),
        ("Борис Ельцин", "boris-yeltsin"),
        ("Дмитрий Медведев", "dmitry-medvedev"),
        ("Юрий Ушаков", "yury-ushakov"),
        ("Михаил Горбачёв", "mikhail-gorbachev"),
        ("Подъезд", "podyezd"),
        ("Володимир Зеленський", "volodymyr-zelenskyi"),
        ("Юлія Тимошенко", "yuliia-tymoshenko"),
        ("Дем’янов Лаз", "demianov-laz"),
        ("Київ", "kyiv"),
        ("Згурський", "zghurskyi"),
        ("Луганськ", "luhansk"),
        ("Луганск", "lugansk"),
        ("Αθήνα", "athina"),
        ("北京", "beijing"),
        ("…!?", ""),
        ("", ""),
    ],
)
def test_a_title_gives_its_id(title: str, identifier: str) -> None:
    assert slug(title) == identifier


def test_a_long_title_is_cut_between_words() -> None:
    title = "Memorandum on the performance of the provisions of the Protocol on the results of consultations"
    assert slug(title) == "memorandum-on-the-performance-of-the-provisions-of-the-protocol-on-the-results"
    assert slug("a" * 200) == "a" * 80


@given(st.text())
def test_whatever_the_title_it_is_an_id_or_empty(title: str) -> None:
    identifier = slug(title)
    assert identifier == "" or (read_id(identifier) == identifier and len(identifier) <= 80)
    assert re.fullmatch(r"[a-z0-9-]*", identifier)
    assert slug(identifier) == identifier


def test_the_examples_hold() -> None:
    assert doctest.testmod(module).failed == 0
