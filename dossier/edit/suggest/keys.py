"""A name in, the key under which all its forms are one out.

Two spellings of a name have one key, whatever their case, accents, script and, in Russian and Ukrainian,
their case endings. What was rejected is known again by the same key.
"""

from __future__ import annotations

import re
from typing import Final

from dossier.model.ids import slug

POSSESSIVE: Final = re.compile(r"(?:['’]s|(?<=s)['’])$")
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
# Of nouns and adjectives; what is left is no word, but the same for every case of one.
_ENDING: Final = re.compile(
    r"(?:ами|ями|ого|его|ому|ему|ової|еві|ові|ыми|ими|ою|ею|ой|ей|ий|ый|ая|яя|ую|юю|ым|им|ом|ем|ах|ях|ої|ів|ам|ям"
    r"|[аяуюыиеоіїєйь])$"
)
_SHORTEST_STEM: Final = 3


def stem(word: str) -> str:
    """A Cyrillic word without its ending, in lower case; any other word in lower case."""
    lower = word.lower()
    if not _CYRILLIC.search(lower):
        return lower
    bare = _ENDING.sub("", lower)
    return bare if len(bare) >= _SHORTEST_STEM else lower


def key(name: str) -> str:
    """The key of a name: "The Mueller’s" and "Mueller" have one; "Мюллера" and "Мюллер" have one.

    >>> key("the Hague’s"), key("Путина") == key("Путин"), key("Erdoğan") == key("Erdogan")
    ('hague', True, True)
    """
    return slug(" ".join(stem(word) for word in _bare(name)))


def plain_key(name: str) -> str:
    """The key of a name in this case alone: "Путина" and "Путин" have two."""
    return slug(" ".join(_bare(name)))


def _bare(name: str) -> list[str]:
    words = POSSESSIVE.sub("", name.strip()).split()
    return words[1:] if len(words) > 1 and words[0].lower() == "the" else words


def is_form_of(one: str, other: str) -> bool:
    """Whether a key is that of a form of another name: the same, its last word, or without middle names.

    >>> is_form_of("mueller", "robert-mueller"), is_form_of("robert-s-mueller", "robert-mueller")
    (True, True)
    """
    if one == other:
        return True
    words, others = one.split("-"), other.split("-")
    if len(words) == 1:
        return len(others) > 1 and words[0] == others[-1]
    return len(others) > 1 and (words[0], words[-1]) == (others[0], others[-1])
