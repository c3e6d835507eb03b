"""Extract the names of people from what pages write in place of an author."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

BY: Final = re.compile(
    r"^(?:(?:(?:written|posted|reported|published|text|story)\s+by|by|von|par|por|di|автори?|авторы|"
    r"geschrieben von|autor(?:in|en)?|authors?|auteur|автор тексту|автор текста)\s*:?\s+|(?:text|"
    r"текст)\s*:\s+)",
    re.IGNORECASE,
)
_AND: Final = re.compile(
    r"\s*(?:[,;|•/&]|\s(?:and|und|та|і|й|и|et|y|e|with|mit)\s)\s*(?:and\s+)?", re.IGNORECASE
)
_NO_NAME: Final = re.compile(
    r"https?:|www\.|@|^\W*$|^(?:admin|administrator|super ?user|newsroom|webredaktion|editor|editors|"
    r"staff|webmaster|root|user|guest|"
    r"anonymous|unknown|none|null|undefined|redaktion|редакция|редакція|wordpress|website|author)$|"
    r"\d{3}|[{}<>\[\]=]",
    re.IGNORECASE,
)
_AFTER_NAME: Final = re.compile(r"\s*(?:\(.*\)|\s[|–—-]\s.*|,?\s+(?:in|at|w)\s+[A-Z]\S+)$")
_ROLE: Final = re.compile(
    r"\b(?:correspondent|editor|reporter|writer|columnist|chief|journalist|analyst|fellow|director|bureau|"
    r"desk|korrespondent(?:in)?|redakteur(?:in)?|кореспондент\w*|корреспондент\w*|журналіст\w*|"
    r"журналист\w*)\b",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r"\s*\([^()]*\)")
_LONGEST: Final = 80
_MOST_WORDS: Final = 6
_MOST: Final = 20


def names_in(text: str, *, inverted: bool = False) -> list[str]:
    """The names in a byline; `inverted` where a comma parts a surname from a given name.

    >>> names_in("By Jane Doe, John Roe and Ann Poe"), names_in("Doe, Jane", inverted=True)
    (['Jane Doe', 'John Roe', 'Ann Poe'], ['Jane Doe'])
    """
    plain = _ASIDE.sub("", BY.sub("", text.strip()))
    if "://" in plain:
        return []
    if inverted and plain.count(",") == 1:
        family, given = (part.strip() for part in plain.split(","))
        plain = f"{given} {family}"
    parts = [_AFTER_NAME.sub("", part).strip(" .,:–—-") for part in _AND.split(plain)]
    return [part for part in parts if _is_name(part)]


def is_byline(line: str) -> bool:
    """Whether a line says who wrote, and nothing else: “By” and names.

    >>> is_byline("By Jane Doe and John Roe"), is_byline("By noon the square was empty")
    (True, False)
    """
    rest = BY.sub("", line)
    names = names_in(line)
    return rest != line and bool(names) and all(_is_spelt_as_name(name) for name in names)


def _is_spelt_as_name(name: str) -> bool:
    words = [word for word in re.split(r"[\s-]+", name) if word]
    return len(words) <= _MOST_WORDS and words[0][0].isupper() and words[-1][0].isupper()


def distinct(names: Iterable[str]) -> list[str]:
    """Each name once, in order, whatever its case."""
    known: dict[str, str] = {}
    for name in names:
        known.setdefault(" ".join(name.split()).casefold(), " ".join(name.split()))
    return list(known.values())[:_MOST]


def _is_name(text: str) -> bool:
    return 1 < len(text) <= _LONGEST and not _NO_NAME.search(text) and not _ROLE.search(text)
