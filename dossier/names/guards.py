"""Guards: a name found in a text in, whether what stands around it makes it something else out.

"Minsk" in "Minsk Group", "Clinton" in "Clinton Foundation", "Washington" in "George Washington
University": a wrong link is worse than none, so a name inside a longer one is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Final

from dossier.names.context import Word, in_headline, starts_sentence, word_after, words_before
from dossier.names.fold import fold_word
from dossier.names.jurisdictions import demonyms
from dossier.names.persons import is_given_name
from dossier.names.words import CALENDAR, FUNCTION, ROLE_WORDS, TITLES

_AMPERSAND: Final = re.compile(r"\s*&\s*[A-Z]")
_OF_NAME: Final = re.compile(r" (?:of|for) (?:the )?([A-Z])")
_DOMAIN: Final = re.compile(r"\.[a-z]{2,}|[@/\\_]\w")
_NOBLE: Final = frozenset(
    "prince princess duke duchess earl count countess baron baroness marquess lord lady".split()
)
_COMPASS: Final = frozenset(
    """new north south east west northern southern eastern western central upper lower old great greater
    little saint st san santa fort port mount lake cape""".split()
)


def inside_longer_name(text: str, start: int, end: int, starts: Container[int], *, single: bool) -> bool:
    """Whether a name that is not a surname is a part of a longer name that is something else.

    Args:
        text: the document's text.
        start: offset of the name.
        end: its end.
        starts: offsets at which other names begin; one that follows directly is a name of its own.
        single: whether the name is one word, which says less by itself.
    """
    return (
        glued(text, start, end)
        or continues(text, end, starts)
        or _begins_earlier(text, start, end, single=single)
    )


def glued(text: str, start: int, end: int) -> bool:
    """Whether other characters make one token of the name: "O'Brien", "example.com", "A & B"."""
    if _DOMAIN.match(text, end) or _AMPERSAND.match(text, end):
        return True
    if start == 0:
        return False
    last = text[start - 1]
    if last in "@#/\\_$":
        return True
    if last in "'’" and start > 1 and text[start - 2].isalnum():
        return True
    if last in "-–" and start > 1 and text[start - 2].isalnum():
        head = re.search(r"[\w’'.]+$", text[max(0, start - 30) : start - 1])
        return (
            head is not None
            and not head.group()[:1].isupper()
            and last == "-"
            and head.group() not in _PREFIXES
        )
    before = text[max(0, start - 4) : start]
    return before.endswith("& ")


_PREFIXES: Final = frozenset({"pro", "anti", "ex", "non", "then", "post", "pre", "mid", "trans", "all"})


def continues(text: str, end: int, starts: Container[int]) -> bool:
    """Whether a capitalised word follows that belongs to the same name."""
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper() and end + 1 not in starts:
        return True
    word = word_after(text, end)
    if word is None or not word.capital or word.start in starts:
        return False
    if word.lower in CALENDAR or word.lower in ROLE_WORDS or (word.lower in FUNCTION and not _numeral(word)):
        return False
    return not in_headline(text, end - 1, end)


def _numeral(word: Word) -> bool:
    return word.text.strip("IVX") == ""


def _begins_earlier(text: str, start: int, end: int, *, single: bool) -> bool:
    words = words_before(text, start, 3)
    if not words:
        return False
    first = words[0]
    if first.lower in ("of", "the") and len(words) > 1:
        return _of_name(text, words)
    if not first.capital:
        return False
    lower = first.lower
    if lower in FUNCTION or lower in CALENDAR or lower in TITLES or lower in demonyms():
        return False
    if lower.endswith(("'s", "’s", "s'", "s’")) or in_headline(text, start, end):
        return False
    if starts_sentence(text, first.start):
        return single and (lower in _COMPASS or is_given_name(fold_word(first.text)))
    return single or lower in _COMPASS or lower == "university"


def _of_name(text: str, words: list[Word]) -> bool:
    """Whether a capitalised noun and "of" stand before the name: "Bank of England"."""
    head = words[1] if words[0].lower == "of" else words[2] if len(words) > 2 else None
    if words[0].lower == "the" and (len(words) < 3 or words[1].lower != "of"):
        return False
    if head is None or not head.capital or head.lower in FUNCTION or starts_sentence(text, head.start):
        return False
    return head.lower not in TITLES or head.lower in _NOBLE
