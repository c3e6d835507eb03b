"""Spoofed text is reported however it is written: as the character, as any reference to it, as an element."""

from __future__ import annotations

import sys
from html.entities import html5

import pytest

from dossier.content.spoofing import TURNS, UNSEEN, in_prose

DECEIVING = [
    chr(code) for code in range(sys.maxunicode + 1) if TURNS.match(chr(code)) or UNSEEN.match(chr(code))
]
NAMES: dict[str, list[str]] = {}
for _name, _sign in html5.items():
    if _sign in DECEIVING:
        NAMES.setdefault(_sign, []).append(_name)


def references(sign: str) -> list[str]:
    code = ord(sign)
    numbers = [
        f"#{code};",
        f"#{code} ",
        f"#x{code:x};",
        f"#X{code:X};",
        f"#x{code:06x};",
        f"#{'0' * 5000}{code};",
    ]
    return [f"&{written}" for written in (*numbers, *NAMES.get(sign, ()))]


def told(text: str) -> list[int]:
    return [at for at, _ in in_prose(text)]


def test_a_reference_deceives_as_the_character_does() -> None:
    for sign in DECEIVING:
        for written in references(sign):
            assert 6 in told(f"One Tw{written}o three."), (sign.encode("unicode_escape"), written)


@pytest.mark.parametrize(
    "name", ["ZeroWidthSpace", "NoBreak", "shy", "lrm", "rlm", "zwj", "zwnj", "ic", "af", "it"]
)
def test_html_has_names_for_what_cannot_be_seen(name: str) -> None:
    assert told(f"Two&{name};three.") == [3]


@pytest.mark.parametrize(
    "text",
    [
        "&nbsp;&mdash;&amp;&eacute;&#233;&#xE9; &#; &x; & &#x; &#99999999;",
        "&amp;#8238; and &amp;shy; are only shown",
        "שלום&lrm; and &rlm;שלום",
        "one &#8296;שלום&#8297; two",
        "Außen\u00administer ☺\ufe0f ☺&#xFE0F;",
        "می&zwnj;خواهم",
        "<bdi>שלום</bdi> &lt;bdo&gt;",
    ],
)
def test_what_belongs_to_a_text_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("element", ["<bdo dir=rtl>", "<BDO>", "<bdo\ndir='rtl'>", "<bdo/>"])
def test_an_element_that_turns_text_is_told(element: str) -> None:
    assert told(f"Pay {element}live</bdo> now") == [4]


def test_places_are_those_of_the_text_as_it_is_written() -> None:
    text = "a &#8238;b&#8236; &shy;c \u202ed\u202c\n\n&#8234;e"
    assert [text[at : at + 3] for at in told(text)] == ["&#8", "\u202ed\u202c", "&#8", "&sh"]
