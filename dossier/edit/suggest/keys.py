"""Make a key from a name that is the same for all its forms.

Two spellings of a name have one key, whatever their capitals, accents, script and, in Russian and Ukrainian,
their case endings. Rejected names are recognised by the same key.
"""

from __future__ import annotations

from typing import Final

from dossier.edit.suggest.clues import Clues
from dossier.model.ids import slug

_SHORTEST_STEM: Final = 3


def stem(word: str, clues: Clues) -> str:
    """A word in lower case, without its case ending."""
    lower = word.lower()
    bare = clues.without_case_ending(lower)
    return bare if len(bare) >= _SHORTEST_STEM else lower


def key(name: str, clues: Clues) -> str:
    """The key of a name: "The Mueller’s" and "Mueller" have one; "Мюллера" and "Мюллер" have one.

    >>> from dossier.recognise.languages import language
    >>> english = Clues(language("en"))
    >>> key("the Hague’s", english), key("Путина", english) == key("Путин", english)
    ('hague', True)
    """
    return slug(" ".join(stem(word, clues) for word in _bare(name, clues)))


def plain_key(name: str, clues: Clues) -> str:
    """The key of a name in this grammatical case only: "Путина" and "Путин" have two."""
    return slug(" ".join(_bare(name, clues)))


def _bare(name: str, clues: Clues) -> list[str]:
    words = clues.words.possessive.sub("", name.strip()).split()
    return words[1:] if len(words) > 1 and words[0].lower() in clues.words.articles else words


def is_form_of(one: str, other: str) -> bool:
    """Whether one key belongs to a form of another name: the same, its last word, or without middle names.

    >>> is_form_of("mueller", "robert-mueller"), is_form_of("robert-s-mueller", "robert-mueller")
    (True, True)
    """
    if one == other:
        return True
    words, others = one.split("-"), other.split("-")
    if len(words) == 1:
        return len(others) > 1 and words[0] == others[-1]
    return len(others) > 1 and (words[0], words[-1]) == (others[0], others[-1])
