"""The parts of a Cyrillic name: its words in, what each of them is in it out.

Kept from the endings in ``declension.py`` because the same word declines otherwise as a given name, as a
woman's surname, as a noun and as an adjective, and only the name as a whole tells which it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Final

from dossier.recognise.names.declension import Role

_PATRONYMIC: Final = re.compile(r"(?:[оеєй]вич|ьич|кич|мич)$|(?:[оеєії]вна|ична|инична)$")
_FEMININE: Final = re.compile(r"[ая]$")
_PARTICLES: Final = frozenset("Аль Ван Де Ди Ді Дю Ла Ле Фон".split())
_CONJUNCTION: Final = re.compile(r"^(?:и|і|й|та|[—–-])$")
# The genitive and other cases after a noun: "Федерации" in "Совет Федерации" stays as it is.
_OBLIQUE: Final = re.compile(r"(?:[ыи]х|[еоё]го|ої|[оеі]й|[иыіїеую])$")
_PLURAL: Final = re.compile(r"(?:ые|[кгхжшчщ]ие)$|[^ао]і$")
_ADJECTIVE: Final = re.compile(r"(?:[ыио]й|ая|яя|[оеы]е|[кгхжшчщн]ие)$|[сцз]ьк[аеі]$")
# In Ukrainian an adjective is told from a noun by the noun that follows: pairs of endings.
_AGREEING: Final = (
    (re.compile(r"[нтвкчщ]а$|[нр]ня$"), re.compile(r"[аяь]$")),
    (re.compile(r"[нтвк]е$"), re.compile(r"[оея]$")),
    (re.compile(r"[^аоуи]і$"), re.compile(r"[иії]$")),
)


@lru_cache(maxsize=1)
def _given_names() -> dict[str, str]:
    """Each given name of the table, in lower case: ``m``, ``f`` or ``x``, as the table's head says."""
    table = files("dossier.recognise.names").joinpath("cyrillic_names.txt").read_text(encoding="utf-8")
    parted = (line.partition(": ") for line in table.splitlines() if not line.startswith("#"))
    return {name: kind for kind, _, names in parted for name in names.split()}


def _kind_of_given_name(word: str) -> str:
    """``m``, ``f`` or ``x`` for a given name, of one with a hyphen by its first part; else empty."""
    plain = word.lower().replace("’", "'").replace("ʼ", "'")
    known = _given_names()
    return known.get(plain) or known.get(plain.partition("-")[0], "")


def _patronymic_kind(word: str) -> str:
    """``m`` or ``f`` for a patronymic; empty for another word."""
    if not _PATRONYMIC.search(word.lower()):
        return ""
    return "f" if _FEMININE.search(word) else "m"


def _roles_of_person(words: list[str], kind: str) -> list[Role | None]:
    """What each word of a person's name is; None for what does not decline."""
    surname: Role = "f" if kind == "f" else "m" if kind == "m" else "x"
    roles: list[Role | None] = []
    for number, word in enumerate(words):
        middle = 0 < number < len(words) - 1
        if word[:1].islower() or (middle and word in _PARTICLES):
            roles.append(None)
        elif number == 0 or (middle and (_patronymic_kind(word) or _kind_of_given_name(word))):
            roles.append("g" if _given_name_declines(word, kind) else None)
        else:
            roles.append(surname)
    return roles


def _given_name_declines(word: str, kind: str) -> bool:
    """Whether it does: not "Хиллари" and "Сьюзан", and not "Ламберто", which has the ending of "Дмитро"."""
    return _FEMININE.search(word) is not None if kind == "f" else kind == "m" or not word.endswith("о")


def _agrees(word: str, following: str) -> bool:
    """Whether a word before a noun is its adjective."""
    if _ADJECTIVE.search(word):
        return True
    return any(first.search(word) and second.search(following) for first, second in _AGREEING)


def _roles_of_thing(words: list[str]) -> list[Role | None]:
    """What each word of another name is: adjectives and the noun that they lead to; None for the rest."""
    roles: list[Role | None] = []
    head = plural = False
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if _CONJUNCTION.search(word):
            roles.append(None)
            head = plural = False
        elif not head and following and _agrees(word, following):
            roles.append("a")
            plural = plural or _PLURAL.search(word) is not None
        elif not head:
            roles.append("p" if plural else "n")
            head = True
        elif word in _PARTICLES:
            roles.append(None)
        elif _stands_beside(word):
            roles.append("n")
        else:
            roles += [None] * (len(words) - len(roles))
            break
    return roles


def _stands_beside(word: str) -> bool:
    """Whether a word after a noun is in the nominative too: "Станиця Луганська", a surname."""
    if _ADJECTIVE.search(word) and not word.endswith("ой"):
        return True
    return word[:1].isupper() and not word.isupper() and not _OBLIQUE.search(word)


def roles_of(words: list[str]) -> list[Role | None]:
    """What each word of a name is, a person's told by the given name or the patronymic."""
    patronymic = next(filter(None, map(_patronymic_kind, words[1:-1])), "")
    kind = patronymic or _kind_of_given_name(words[0])
    return _roles_of_person(words, kind) if kind else _roles_of_thing(words)


def is_cyrillic_given_name(word: str) -> bool:
    """Whether a word is a given name of the table or a patronymic, in the nominative."""
    return bool(_kind_of_given_name(word) or _patronymic_kind(word))
