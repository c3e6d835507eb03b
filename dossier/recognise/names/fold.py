"""Fold a text: write every letter, quotation mark and dash in its plainest spelling.

Names are compared folded, so that "Erdoğan" and "Erdogan" are equal. Case is kept, since it distinguishes
"May" from "may". One character becomes one character, so offsets stay the same; only combining marks are
removed, and `Folded.original` corrects the offsets of a text that has any. The tables belong to scripts and
not to a language: "ł" has no other plain spelling anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from itertools import product
from typing import Final

_PLAIN: Final = (
    dict(zip("łŁøØđĐıİßæÆœŒþÞðÐħŧ", "lLoOdDiIsaAoOtTdDht", strict=True))
    | dict.fromkeys("’‘ʼ´`ʹ", "'")
    | dict.fromkeys("‐‑‒–−", "-")
    | dict.fromkeys("“”„«»", '"')
)
# How people write a letter when they cannot type its mark: each of these is another spelling.
_SPELLED_OUT: Final = {
    "ä": ("a", "ae"), "ö": ("o", "oe"), "ü": ("u", "ue"), "ø": ("o", "oe"), "å": ("a", "aa"),
    "æ": ("a", "ae"), "œ": ("o", "oe"), "ß": ("s", "ss"), "þ": ("t", "th"), "ð": ("d", "dh"),
    "Ä": ("A", "Ae"), "Ö": ("O", "Oe"), "Ü": ("U", "Ue"), "Ø": ("O", "Oe"), "Å": ("A", "Aa"),
    "Æ": ("A", "Ae"), "Œ": ("O", "Oe"), "Þ": ("T", "Th"), "Ð": ("D", "Dh"),
}  # fmt: skip
_MOST_SPELLINGS: Final = 8
_MARKS: Final = re.compile("[\u0300-\u036f]+")


class _Table(dict[int, str]):
    """What each character folds to, computed the first time that it occurs."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    if character in _PLAIN:
        return _PLAIN[character]
    if character.isspace():
        return " "
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    if character.isalpha():
        base = unicodedata.normalize("NFD", character)[0]
        if base.isalpha():
            return _PLAIN.get(base, base)
    return character


_TABLE: Final = _Table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. ``marks`` are the ends, in `text`, of the letters that lost a combining mark."""

    text: str
    marks: tuple[int, ...] = ()

    def original(self, offset: int) -> int:
        """The offset in the text before folding."""
        return offset + bisect_right(self.marks, offset) if self.marks else offset


def fold(text: str) -> Folded:
    """Fold a text.

    >>> fold("François Hollande’s").text
    "Francois Hollande's"
    """
    if text.isascii() or not _MARKS.search(text):
        return Folded(text.translate(_TABLE))
    parts: list[str] = []
    marks: list[int] = []
    length = last = 0
    for match in _MARKS.finditer(text):
        part = text[last : match.start()]
        parts.append(part)
        length += len(part)
        marks.extend([length] * (match.end() - match.start()))
        last = match.end()
    parts.append(text[last:])
    return Folded("".join(parts).translate(_TABLE), tuple(marks))


def fold_word(text: str) -> str:
    """A name or a word, folded."""
    return text if text.isascii() and text.isalpha() else fold(text).text


def encodable(text: str) -> str:
    """The text with "?" for each surrogate that stands alone, which no automaton can read."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def spellings(name: str) -> list[str]:
    """The folded spellings of a name: "Schröder" is also "Schroder" and "Schroeder"."""
    name = " ".join(unicodedata.normalize("NFC", name).split())
    if _SPELLED_OUT.keys().isdisjoint(name):
        return [fold_word(name)]
    choices = [_SPELLED_OUT.get(character, (character,)) for character in name]
    several = [list(choice) for choice in choices]
    if sum(len(choice) > 1 for choice in choices) > 3:
        alike = [[choice[min(n, len(choice) - 1)] for choice in choices] for n in (0, 1)]
        return [fold_word("".join(one)) for one in alike]
    found = [fold_word("".join(letters)) for letters in product(*several)]
    return list(dict.fromkeys(found))[:_MOST_SPELLINGS]
