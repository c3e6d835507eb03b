"""Derive an id from a title: plain ASCII words with hyphens, as in a file's name.

It stands alone because all code that writes files for an editor needs the same id for the same title. Tables
of our own transliterate Russian and Ukrainian as English-language media do: the two read the same letters
differently, and a general table has only one reading for each letter. anyascii covers the other scripts.

Ukrainian: resolution 55 of the Cabinet of Ministers (2010). Russian: BGN/PCGN (1947) without its marks,
and -y for the endings -ий and -ый.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import count, pairwise
from typing import TYPE_CHECKING, Final

from anyascii import anyascii

from dossier.model.site_paths import PAGES_OF_FOLDERS, is_device

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST: Final = 80
_APOSTROPHES: Final = re.compile(r"['’‘ʼ`´]")
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]+")
# Letters and pairs of letters that the other of the two languages does not have.
_UKRAINIAN: Final = re.compile(r"[іїєґ]|[сцз]ьк|[бвмпф]['’ʼ]")
_RUSSIAN: Final = re.compile(r"[ыэёъ]")

_SHARED: Final = {
    "а": "a", "б": "b", "в": "v", "д": "d", "е": "e", "ж": "zh", "з": "z", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "ь": "",
}  # fmt: skip
_FROM_RUSSIAN: Final = _SHARED | {
    "г": "g", "и": "i", "й": "y", "щ": "shch", "ъ": "", "ы": "y", "э": "e", "ю": "yu", "я": "ya", "ё": "yo",
}  # fmt: skip
_FROM_UKRAINIAN: Final = _SHARED | {
    "г": "h", "ґ": "g", "и": "y", "і": "i", "ї": "i", "й": "i", "є": "ie", "щ": "shch", "ю": "iu", "я": "ia",
}  # fmt: skip
# The resolution writes these differently at the beginning of a word.
_BEGINNING: Final = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_Y_BEFORE_E: Final = frozenset("аеёиоуыэюяйъь")


def slug(title: str, language: str = "") -> str:
    """The id that a title suggests: lower-case ASCII letters and digits, joined by single hyphens.

    At most 80 characters, cut between words. Empty where the title has no letter and no digit. Cyrillic is
    read as Ukrainian where `language`, a BCP 47 tag, or the letters say so, and as Russian otherwise.

    >>> slug("Talks in Vienna, 13–14 January")
    'talks-in-vienna-13-14-january'
    >>> slug("Владимир Зеленский"), slug("Володимир Зеленський")
    ('vladimir-zelensky', 'volodymyr-zelenskyi')
    >>> slug("Frank-Walter Steinmeier’s formula")
    'frank-walter-steinmeiers-formula'
    """
    text = unicodedata.normalize("NFC", title).lower()
    looks_ukrainian = _UKRAINIAN.search(text) is not None and not _RUSSIAN.search(text)
    is_ukrainian = looks_ukrainian or language.partition("-")[0].lower() == "uk"
    text = _APOSTROPHES.sub("", text)
    write = _ukrainian if is_ukrainian else _russian
    plain = anyascii(_CYRILLIC.sub(lambda word: write(word.group()), text)).lower()
    return _shortened(re.findall(r"[a-z0-9]+", _APOSTROPHES.sub("", plain)))


def file_id(title: str, language: str = "") -> str:
    """The id that a title gives a file: its slug, with a number where no file may have that name.

    Empty where the title has no letter and no digit.

    >>> file_id("Talks in Vienna"), file_id("CON"), file_id("Index")
    ('talks-in-vienna', 'con-1', 'index-1')
    """
    wanted = slug(title, language)
    return f"{wanted}-1" if wanted in PAGES_OF_FOLDERS or is_device(wanted) else wanted


def free_id(wanted: str, is_taken: Callable[[str], bool]) -> str:
    """The id, or, if it is taken, the id with the first free number after it."""
    if not is_taken(wanted):
        return wanted
    return next(numbered for number in count(2) if not is_taken(numbered := f"{wanted}-{number}"))


def _russian(word: str) -> str:
    stem = re.sub(r"[иы]й$", "ы", word)
    written = (_russian_letter(stem, at) for at in range(len(stem)))
    return "".join(written)


def _russian_letter(word: str, at: int) -> str:
    letter, before = word[at], word[at - 1] if at else ""
    if letter == "е" and (not before or before in _Y_BEFORE_E):
        return "ye"
    if letter == "ё" and before and before in "жчшщ":
        return "e"
    return _FROM_RUSSIAN.get(letter, letter)


def _ukrainian(word: str) -> str:
    written = [_BEGINNING.get(word[0]) or _FROM_UKRAINIAN.get(word[0], word[0])]
    for before, letter in pairwise(word):
        # "зг" is "zgh", because "zh" is another letter.
        written.append("gh" if before + letter == "зг" else _FROM_UKRAINIAN.get(letter, letter))
    return "".join(written)


def _shortened(words: list[str]) -> str:
    """As many words as fit, joined; if the first word is too long, its beginning."""
    whole = "-".join(words)
    if len(whole) <= _LONGEST:
        return whole
    cut = whole[: _LONGEST + 1]
    return cut.rpartition("-")[0] or cut[:_LONGEST]


def title_from_id(identifier: str) -> str:
    """A title for an item of which only the id is known.

    >>> title_from_id("talks-in-vienna")
    'Talks in vienna'
    """
    return identifier.replace("-", " ").capitalize()
