"""A title in, an id out that a file's name may have.

Cyrillic is written in Latin letters as the states write it in passports and on maps: Ukrainian by the
resolution of the Cabinet of Ministers No. 55 of 2010, Russian by BGN/PCGN without its apostrophes.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Container

LONGEST: Final = 80
_RUSSIAN: Final = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" "),
        strict=True,
    )
)
_UKRAINIAN: Final = _RUSSIAN | {"г": "h", "ґ": "g", "и": "y", "і": "i", "ї": "i", "є": "ie", "й": "i"}
_OTHERS: Final = {
    "ў": "u",
    "ј": "j",
    "љ": "lj",
    "њ": "nj",
    "ђ": "dj",
    "ћ": "c",
    "џ": "dz",
    "ѓ": "g",
    "ќ": "k",
}
_UKRAINIAN_FIRST: Final = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_UKRAINIAN_INSIDE: Final = {"ю": "iu", "я": "ia"}
_LATIN: Final = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
)
_UKRAINIAN_LETTERS: Final = re.compile("[іїєґ]")
_APOSTROPHES: Final = re.compile("['’ʼ`´]")


def slug(text: str, language: str = "") -> str:
    """An id made of a text: lower-case ASCII letters, digits and hyphens; "" where nothing is left.

    >>> slug("Der Außenminister: Gespräche"), slug("Зустріч у Женеві", "uk"), slug("Щит и меч", "ru")
    ('der-aussenminister-gesprache', 'zustrich-u-zhenevi', 'shchit-i-mech')
    """
    words = re.findall(r"\w+", _APOSTROPHES.sub("", unicodedata.normalize("NFC", text).lower()))
    ukrainian = language.startswith("uk") or _UKRAINIAN_LETTERS.search(text.lower()) is not None
    latin = [part for word in words for part in re.findall("[a-z0-9]+", _word(word, ukrainian=ukrainian))]
    return _shortened("-".join(latin))


def free_slug(wanted: str, taken: Container[str]) -> str:
    """The id, or where it is taken the first one that is free with a number after it."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def _word(word: str, *, ukrainian: bool) -> str:
    table = _UKRAINIAN if ukrainian else _RUSSIAN
    letters = []
    for number, letter in enumerate(word):
        special = (_UKRAINIAN_INSIDE if number else _UKRAINIAN_FIRST) if ukrainian else {}
        letters.append(special.get(letter) or table.get(letter) or _OTHERS.get(letter, letter))
    joined = "".join("" if letter in "ъь" else letter for letter in letters)
    plain = unicodedata.normalize("NFKD", joined.translate(_LATIN))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _shortened(text: str) -> str:
    """At most `LONGEST` characters, cut between words where that leaves enough."""
    if len(text) <= LONGEST:
        return text
    cut = text[: LONGEST + 1].rpartition("-")[0]
    return cut if len(cut) > LONGEST // 2 else text[:LONGEST].rstrip("-")
