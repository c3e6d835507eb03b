"""Detect spoofed text, which looks different from what it says.

It contains invisible characters, characters that change the direction of text, or letters of one script that
look like those of another.

The rules for names are stricter than those for prose. Both are here, and several stages use them. They follow
Unicode's reports on security (UTS #39, 5.1: mixed scripts) and on the bidirectional algorithm (UAX #9, 3.1:
embeddings, overrides and isolates end with their paragraph).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape
from operator import itemgetter
from typing import Final

TURNS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that change the direction of the text after them."""
UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065\u206a-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
# HTML reads numbers and some names without a semicolon too; one of these names is invisible (13.2.5.73).
REFERENCE: Final = re.compile(
    r"&(?:\#0*(?P<decimal>[0-9]{1,7})(?![0-9]);?|\#[xX]0*(?P<hex>[0-9a-fA-F]{1,6})(?![0-9a-fA-F]);?"
    r"|[A-Za-z]{1,32};|shy)"
)
"""A character reference of HTML; a number may have any number of leading zeros."""
# Direction marks are normal in Hebrew and Arabic names, joiners in these, in Indic scripts and in emoji.
_MARKS: Final = "\u200e\u200f\u061c"
_JOINERS: Final = "\u200c\u200d"
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_NEEDS_NO_JOINER: Final = re.compile("[A-Za-z\u00c0-\u058f\u1e00-\u1fff]")
_LATIN: Final = (
    "A-Za-z\u00aa\u00ba\u00c0-\u02af\u1e00-\u1eff\u2c60-\u2c7f\ua722-\ua7ff\ufb00-\ufb06\uff21-\uff5a"
)
# Greek, Cyrillic, Armenian, Cherokee, Coptic and Lisu have letters that look like Latin ones.
_ALIKE: Final = (
    "\u0370-\u0373\u0376-\u03ff\u1f00-\u1fff\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f"
    "\u0531-\u0587\u13a0-\u13fd\uab70-\uabbf\u2c80-\u2ce3\ua4d0-\ua4ff"
)
_MIXED: Final = re.compile(f"[{_LATIN}][{_ALIKE}]|[{_ALIKE}][{_LATIN}]")
_ONE_CHANGE: Final = re.compile(f"[{_LATIN}]{{2,}}[{_ALIKE}]{{2,}}|[{_ALIKE}]{{2,}}[{_LATIN}]{{2,}}")
# Each of these looks like a letter of the other script, so a run of them alone may be spoofed.
_ALL_ALIKE: Final = re.compile(
    "[ABCEHIJKMOPSTXYaceijopsxy]+|[АВЕЅІЈКМНОРСТХУаеосрхуіјѕԁԛԝӏ]+|[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυιχ]+"
)
_RUNS: Final = re.compile(f"[{_LATIN}]+|[{_ALIKE}]+")
_WORD: Final = re.compile(r"[^\W\d_]+")
_STYLED: Final = re.compile("[\U0001d400-\U0001d7ff]")
_OPENS: Final = frozenset("\u202a\u202b\u202d\u202e")
_ISOLATES: Final = frozenset("\u2066\u2067\u2068")
_OVERRIDES: Final = frozenset("\u202d\u202e")
# Soft hyphens, and selectors of an emoji's style.
_COMMON: Final = "\u00ad\ufe0e\ufe0f"
_TURNING_ELEMENT: Final = re.compile(r"<bdo\b", re.IGNORECASE)
_BLANK: Final = re.compile(r"\n[ \t]*\n")


def referred(reference: re.Match[str]) -> str:
    """The character that a match of `REFERENCE` stands for; the reference itself where there is none."""
    if reference["decimal"]:
        return unescape(f"&#{reference['decimal']};")
    return unescape(f"&#x{reference['hex']};" if reference["hex"] else reference[0])


def named(sign: str) -> str:
    """A character as a message can show it: its number and its name."""
    return f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".rstrip()


def in_name(text: str) -> str:
    """What is misleading in a name, an alias, a title or another short text; "" if nothing is.

    >>> in_name("Vladimir \u0420utin")
    '“Рutin” mixes letters of different scripts'
    >>> in_name("VIPов и Газпром-Export"), in_name("Ελλάδα"), in_name("می\u200cخواهم")
    ('', '', '')
    """
    if text.isascii():
        return ""
    turn = TURNS.search(text)
    if turn:
        return f"{named(turn[0])} changes the direction of the text"
    unseen = next(_unseen(text), None)
    if unseen is not None:
        return f"{named(text[unseen])} is invisible"
    styled = _STYLED.search(text)
    if styled:
        return f"{named(styled[0])} is a mathematical symbol, not a letter"
    word = next((word for word in _WORD.findall(text) if _is_mixed(word)), "")
    return f"“{word}” mixes letters of different scripts" if word else ""


def in_prose(text: str) -> Iterator[tuple[int, str]]:
    """What is misleading in running text: the offset of each case, and a description.

    Overrides and the element ``bdo`` always are; embeddings and isolates are if they do not end in their
    paragraph. Only the first invisible character of a text is reported. A character reference counts as its
    character, even in code, because only the parser can tell what is code.

    >>> [what for _, what in in_prose("Pay &#8238;live&#8236;")]
    ['U+202E RIGHT-TO-LEFT OVERRIDE shows text out of its written order']
    """
    for match in _TURNING_ELEMENT.finditer(text):
        yield match.start(), "the element <bdo> shows text out of its written order"
    read = _Dereferenced(text)
    if read.text.isascii():
        return
    if TURNS.search(read.text):
        yield from ((read.original(at), what) for at, what in _turned(read.text))
    unseen = next((at for at in _unseen(read.text) if read.is_told(at)), None)
    if unseen is not None:
        what = f"{named(read.text[unseen])} is invisible and keeps the word from being recognised"
        yield read.original(unseen), what


class _Dereferenced:
    """A text in which each reference to an invisible or direction character is replaced by the character."""

    def __init__(self, text: str) -> None:
        self._references: set[int] = set()
        # Pairs of an offset in this text and the same place in the original, from which both count on.
        self._offsets = [(0, 0)]
        parts: list[str] = []
        position = length = 0
        for match in REFERENCE.finditer(text):
            sign = referred(match)
            if len(sign) == 1 and (TURNS.match(sign) or UNSEEN.match(sign)):
                parts += [text[position : match.start()], sign]
                length += match.start() - position + 1
                position = match.end()
                self._references.add(length - 1)
                self._offsets.append((length, position))
        self.text: Final = "".join([*parts, text[position:]])

    def original(self, at: int) -> int:
        """The offset in the original of one in this text."""
        here, there = self._offsets[bisect_right(self._offsets, at, key=itemgetter(0)) - 1]
        return there + at - here

    def is_told(self, at: int) -> bool:
        """Whether an invisible character matters: common ones matter only if they are spelt as references."""
        return at in self._references or self.text[at] not in _COMMON


def _unseen(text: str) -> Iterator[int]:
    is_right_to_left = _RIGHT_TO_LEFT.search(text) is not None
    for match in UNSEEN.finditer(text):
        before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        if match[0] in _MARKS and is_right_to_left:
            continue
        if match[0] in _JOINERS and before and after and not _NEEDS_NO_JOINER.match(before):
            continue
        if "\ufe00" <= match[0] <= "\ufe0f" and before and not before.isalnum():
            continue
        yield match.start()


def _is_mixed(word: str) -> bool:
    """Whether a word has letters of both Latin and a script that looks like it.

    A Latin abbreviation with a foreign ending ("VIPов") does not count: the script changes once, and neither
    part consists of look-alikes only.
    """
    if not _MIXED.search(word):
        return False
    return not _ONE_CHANGE.fullmatch(word) or any(_ALL_ALIKE.fullmatch(run) for run in _RUNS.findall(word))


def _turned(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for end in (*(match.start() for match in _BLANK.finditer(text)), len(text)):
        yield from ((start + at, what) for at, what in _turned_in_paragraph(text[start:end]))
        start = end


def _turned_in_paragraph(text: str) -> Iterator[tuple[int, str]]:
    opened: list[int] = []
    for match in TURNS.finditer(text):
        sign = match[0]
        if sign in _OVERRIDES:
            yield match.start(), f"{named(sign)} shows text out of its written order"
        if sign in _OPENS or sign in _ISOLATES:
            opened.append(match.start())
        elif opened and (text[opened[-1]] in _ISOLATES) == (sign == "\u2069"):
            opened.pop()
        else:
            yield match.start(), f"{named(sign)} ends a change of direction that never began"
    yield from ((at, f"{named(text[at])} does not end in its paragraph") for at in opened)
