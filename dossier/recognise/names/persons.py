"""A person's name: the written name in, its parts out, and whether a given name in a text may be theirs.

Apart from the other forms because only persons have surnames, initials and given names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dossier.recognise.names.fold import fold_word
from dossier.recognise.names.given_names import groups_of, is_given_name
from dossier.recognise.names.words import FAMILY_FIRST, PARTICLES, REGNAL, SUFFIXES, TITLES

_KOREAN: Final = re.compile(r"[A-Z][a-z]+-[a-z]+")
# One or two syllables of Chinese, Korean or Vietnamese as they are written in Latin letters.
_SYLLABLES: Final = re.compile(
    r"(?:(?:zh|ch|sh|ng|ph|th|tr|kh|[bpmfdtnlgkhjqxzcsryw])?[aeiou]{1,3}(?:ng|nh|[nrkmptlh])?-?){1,2}"
)
_GIVEN_LAST: Final = re.compile(r" ([A-Z][a-z]+(?:-[A-Za-z][a-z]+)?)(?: [A-Z][a-z]+)?(?![\w-])")
_LONG: Final = 5
_ARTICLE: Final = re.compile(r"(?:al|el|ul|as|ash|an|ar)-(?=[A-Z])", re.IGNORECASE)
_SLAVIC_ENDINGS: Final = (
    (re.compile(r"(?<=[sc]k)(?:yy|iy|ii|yi|yj|ij|i|y|yi)$"), ("y", "i", "yy", "iy", "yi")),
    (re.compile(r"(?<=[oe])(?:v|ff)$"), ("v", "ff")),
    (re.compile(r"(?<=v)(?:ich|ych|itch)$"), ("ich", "ych", "itch")),
    (re.compile(r"(?<=enk)[oa]$"), ("o", "a")),
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of one written name, folded. ``surname`` is "" where the name has none to stand alone."""

    given: tuple[str, ...]
    surname: str
    suffix: str = ""
    family_first: bool = False


def parse_person(name: str) -> PersonName:
    """The parts of a name.

    >>> parse_person("Ursula von der Leyen")
    PersonName(given=('Ursula',), surname='von der Leyen', suffix='', family_first=False)
    >>> parse_person("Kim Jong-un").surname
    'Kim'
    """
    words = fold_word(name).replace(",", " ").split()
    while len(words) > 2 and words[0].lower().rstrip(".") in TITLES:
        words = words[1:]
    suffix = ""
    if len(words) > 2 and words[-1].lower().rstrip(".") in SUFFIXES:
        suffix = words.pop().lower().rstrip(".")
    if len(words) < 2 or _has_no_surname(words):
        return PersonName(tuple(words), "", suffix)
    if len(words) == 3 and _KOREAN.fullmatch(words[2]) and is_given_name(words[0].lower()):
        # "Raymond Chan Chi-chuen": a Western given name, the family name, a Chinese given name.
        return PersonName((words[0], words[2]), words[1], suffix)
    if _family_comes_first(words):
        return PersonName(tuple(words[1:]), words[0], suffix, family_first=True)
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return PersonName(tuple(words[:start]), " ".join(words[start:]), suffix)


def _has_no_surname(words: list[str]) -> bool:
    """Rulers and saints: "Elizabeth II", "Peter the Great", "Catherine of Aragon"."""
    last = _ARTICLE.sub("", words[-1])
    return last.lower() in REGNAL or any(w in ("the", "of") for w in words) or not last[:1].isupper()


def _family_comes_first(words: list[str]) -> bool:
    if len(words) == 2 and _KOREAN.fullmatch(words[1]):
        return True
    if words[0].lower() not in FAMILY_FIRST or len(words) > 3:
        return False
    rest = [word.lower() for word in words[1:]]
    return all(_SYLLABLES.fullmatch(word) and not is_given_name(word) for word in rest)


def is_family_first(text: str, start: int, end: int) -> bool:
    """Whether given names follow a family name that stands first: "Kim Geun-tae", "Xi Zhongxun"."""
    family, match = text[start:end], _GIVEN_LAST.match(text, end)
    if match is None or not (family.lower() in FAMILY_FIRST or len(family) < _LONG):
        return False
    return _family_comes_first([family, match[1]])


def surname_spellings(surname: str) -> set[str]:
    """The surname with the other Latin endings of a Slavic name, and without an Arabic article.

    >>> sorted(surname_spellings("Zelensky"))[:2]
    ['Zelenski', 'Zelenskiy']
    """
    found = {surname}
    bare = _ARTICLE.sub("", surname)
    if bare != surname:
        found |= {bare, "al-" + bare, "Al-" + bare, "al " + bare, "Al " + bare, "el-" + bare}
    for pattern, endings in _SLAVIC_ENDINGS:
        if pattern.search(surname):
            found |= {pattern.sub(ending, surname) for ending in endings}
    first, _, rest = surname.partition(" ")
    if rest and first.islower():
        found.add(first.capitalize() + " " + rest)
        if first == "von" and " " not in rest:
            found.add(rest)
    return found


@lru_cache(maxsize=65536)
def romanisation_key(word: str) -> str:
    """A key that Latin spellings of one Cyrillic or Arabic name share ("Sergei", "Sergey", "Sergeï")."""
    key = word.lower().replace("'", "").replace("-", "")
    for pattern, replacement in (
        ("ks", "x"), ("ph", "f"), ("kh", "h"), ("ou", "u"), ("ck", "k"), ("tch", "ch"), ("yu", "u"),
        ("iu", "u"), ("ju", "u"), ("ya", "a"), ("ia", "a"), ("ja", "a"),
        ("ye", "e"), ("je", "e"), ("yo", "e"),
    ):  # fmt: skip
        key = key.replace(pattern, replacement)
    key = re.sub(r"[ijy]+", "i", key)
    key = re.sub(r"(.)\1", r"\1", key)
    return re.sub(r"i$", "", key)


@lru_cache(maxsize=65536)
def clues_to(token: str) -> frozenset[str | int]:
    """The clues that a given name or initial in a text, folded, gives to those whom it may stand for."""
    token = token.rstrip(".")
    if len(token) < 2:
        return frozenset({f"{token}…"} if token else ())
    return _clues(token.lower()) | {f"{token[0]}."}


@lru_cache(maxsize=65536)
def clues_of(known: str) -> frozenset[str | int]:
    """The clues of a known given name, folded: it may be meant by what shares one of them."""
    known = known.rstrip(".")
    if len(known) < 2:
        return frozenset({f"{known}.", f"{known}…"} if known else ())
    return _clues(known.lower()) | {f"{known[0]}…"}


def _clues(name: str) -> frozenset[str | int]:
    """The key of its spellings, and the numbers of the groups of names that one person may go by."""
    return groups_of(name) | {romanisation_key(name)}
