"""Inflection for the search index: names in Ukrainian or Russian in, the words that a reader may type out.

The linker reads English prose and needs none of this: only a search box meets "Путіна". A dictionary was
weighed against these rules: it knows fewer surnames, and the free one for Ukrainian is under the GPL.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

from dossier.recognise.names.cyrillic import roles_of
from dossier.recognise.names.declension import Cases, Language, Role, decline

_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
_UKRAINIAN: Final = re.compile(r"[іїєґІЇЄҐ]|\w['’ʼ]\w")
_RUSSIAN: Final = re.compile(r"[ыэъёЫЭЪЁ]")
_LANGUAGES: Final[tuple[Language, ...]] = ("ru", "uk")
_APOSTROPHES: Final = "'’ʼ"
_MARKS: Final = '«»"„“”().,;:!?'
# An acronym that is read as a word declines: "МИД", "МИДа"; one that is spelt out does not.
_READ_AS_WORD: Final = re.compile(r"^[БВГДЖЗКЛМНПРСТФХЦЧШЩ][АЕИІОУЭЯ][БВГДЖЗКЛМНПРСТФХЦЧШЩ]$")
# How a word is typed where the reader's keyboard or habit lacks the letter.
_SPELLINGS: Final = (str.maketrans("ёЁ", "еЕ"), str.maketrans("їЇ", "іІ"), str.maketrans("ґҐ", "гГ"))
_SPELT_OTHERWISE: Final = re.compile(f"[ёЁїЇґҐ{_APOSTROPHES}]")


def _forms_of_word(word: str, language: Language, role: Role | None) -> Cases:
    """The forms of a word, of one with hyphens by its last part and, where both decline, its first too."""
    if role is None or (word.isupper() and len(word) > 1 and not _READ_AS_WORD.search(word)):
        return ()
    first, hyphen, last = word.partition("-")
    if not hyphen:
        return decline(word, language, role)
    if not first or not last:
        return ()
    if "-" in last:
        return _wrapped(word, first, decline(first, language, role))
    second = decline(last, language, "n" if last.islower() and role != "g" else role)
    if not second or not (role in "gm" or last.islower()):
        return tuple(tuple(f"{first}-{form}" for form in case) for case in second)
    # "Жан-Клода", but "Франка-Вальтера": of two given names the first is met in both ways.
    unchanged = (first,) if role == "g" else ()
    return tuple(
        tuple(f"{one}-{other}" for one, other in _paired((*unchanged, *left), right))
        for left, right in zip(decline(first, language, role) or ((first,),) * 6, second, strict=False)
    )


def _wrapped(word: str, bare: str, cases: Cases) -> Cases:
    """The forms of a bare word with the quotation marks that stood around it."""
    before, _, after = word.partition(bare)
    return tuple(tuple(f"{before}{form}{after}" for form in case) for case in cases)


def _paired(left: tuple[str, ...], right: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The alternatives of two words side by side, the last of the shorter repeated."""
    for number in range(max(len(left), len(right))):
        yield left[min(number, len(left) - 1)], right[min(number, len(right) - 1)]


@lru_cache(maxsize=4096)
def inflected(name: str, language: str) -> tuple[str, ...]:
    """A name and its case forms, each once: the name itself, then by case from genitive to vocative.

    Where the letters do not tell a word's class, the forms of each class that is common are given.

    Args:
        name: the nominative, as it is written in the running text.
        language: ``ru`` or ``uk`` (ISO 639-1); for any other there are no forms and the result is empty.
    """
    if language not in _LANGUAGES:
        return ()
    words = name.split()
    if not words or not _CYRILLIC.search(name):
        return (name,)
    bare = [word.strip(_MARKS) or word for word in words]
    declined = [
        _wrapped(word, each, _forms_of_word(each, language, role))
        for word, each, role in zip(words, bare, roles_of(bare), strict=True)
    ]
    return tuple(dict.fromkeys([name, *_composed(words, declined)]))


def _composed(words: list[str], declined: list[Cases]) -> Iterator[str]:
    """The whole name by case: every word in that case, alternatives side by side."""
    for case in range(max(map(len, declined))):
        options = [
            forms[case] if case < len(forms) else (word,) for word, forms in zip(words, declined, strict=True)
        ]
        for number in range(max(map(len, options))):
            yield " ".join(each[min(number, len(each) - 1)] for each in options)


def languages_of(name: str, language: str | None) -> tuple[Language, ...]:
    """The languages in which a name is to be inflected: its own, else what its letters tell, else both.

    A name in Latin script, and one in another language, has none.
    """
    if language is not None:
        return tuple(each for each in _LANGUAGES if each == language)
    if not _CYRILLIC.search(name):
        return ()
    if _UKRAINIAN.search(name):
        return ("uk",)
    return ("ru",) if _RUSSIAN.search(name) else _LANGUAGES


def spellings(word: str) -> tuple[str, ...]:
    """A word and how else it is typed: "Зеленый", "Киів", with each apostrophe and with none."""
    if not _SPELT_OTHERWISE.search(word):
        return (word,)
    found = [word]
    for table in _SPELLINGS:
        found += [each.translate(table) for each in found]
    if any(mark in word for mark in _APOSTROPHES):
        found = [re.sub(f"[{_APOSTROPHES}]", mark, each) for each in found for mark in (*_APOSTROPHES, "")]
    return tuple(dict.fromkeys(found))


def search_words(names: Iterable[tuple[str, str | None]]) -> tuple[str, ...]:
    """The distinct words by which a reader may look for a thing, in the order of its names.

    Cyrillic names alone have any: what is written in Latin script stands on the page as it is. Names in other
    languages than Russian and Ukrainian give their own words. Words keep their capitals and hyphens, and lose
    the marks around them.

    Args:
        names: each name with its language (ISO 639-1), or with None where no one has said it.
    """
    found: dict[str, None] = {}
    for name, language in names:
        of_each = [inflected(name, each) for each in languages_of(name, language)]
        for form in chain((name,), *of_each):
            found.update(dict.fromkeys(_words(form)))
    return tuple(dict.fromkeys(chain.from_iterable(map(spellings, found))))


def _words(form: str) -> Iterator[str]:
    """The words of one form without the marks around them; single letters and other scripts left out."""
    for part in form.split():
        word = part.strip(_MARKS)
        if len(word) > 1 and _CYRILLIC.search(word):
            yield word
