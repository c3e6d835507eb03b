"""Guards: a name found in a text in, whether what stands around it makes it something else out.

"Minsk" in "Minsk Group", "Clinton" in "Clinton Foundation", "Washington" in "George Washington
University": a wrong link is worse than none, so a name inside a longer one is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from dossier.recognise.names.context import (
    Word,
    in_headline,
    starts_sentence,
    word_after,
    word_before,
    words_before,
)
from dossier.recognise.names.fold import fold_word
from dossier.recognise.names.given_names import is_given_name
from dossier.recognise.names.jurisdictions import demonyms
from dossier.recognise.names.persons import is_family_first
from dossier.recognise.names.place_words import PLACE_SURNAMES
from dossier.recognise.names.words import (
    AGREEMENT_NOUNS,
    ATTITUDES,
    CALENDAR,
    COMMON_WORDS,
    FUNCTION,
    INSTITUTIONS,
    PUBLIC_HEADS,
    ROLE_MODIFIERS,
    ROLE_NOUNS,
    SMALL_NOUNS,
    TITLES,
)

_AMPERSAND: Final = re.compile(r"\s*&\s*[A-Z]")
_DOMAIN: Final = re.compile(r"\.[a-z]{2,}|[@\\_]\w|/[a-z]")
_POSTCODE: Final = re.compile(r"[A-Z]{2}(?= \d{5}\b)")
_LEGAL_END: Final = re.compile(r"\b(?:Inc|Corp|Co|Ltd|Bros|Cos|D\.C)\.$")
_POST_NOMINAL: Final = re.compile(r"[A-Z]{2,4}(?![\w’'-])")
_CLUBS: Final = frozenset("FC AFC SC CF BC RFC".split())
_JOINED: Final = re.compile(r"-\w+")
# No name has more parts than these; a line of thousands would be read anew from each of them.
_MOST_JOINED: Final = 8
_YEAR: Final = re.compile(r"\b(?:1\d|20)\d\d $")
_AT: Final = frozenset("in from to near outside".split())
_HEADS: Final = INSTITUTIONS | PUBLIC_HEADS | SMALL_NOUNS | CALENDAR
_VERB: Final = re.compile(
    r" (?:[a-z]+ed|[a-z]+s|said|had|will|would|could|can|may|wrote|spoke|left|won|lost|told)\b"
)
_LINKS: Final = frozenset("of on for the".split())
_OF_MORE: Final = re.compile(r" of (?:the )?[A-Z]")
_COMPASS: Final = frozenset(
    """new north south east west northern southern eastern western central upper lower old great greater
    little saint st san santa fort port mount lake cape team fc club miss radio""".split()
)
# Endings of ordinary words that begin sentences: "Meanwhile", "Reportedly", "Speaking".
_ENDINGS: Final = ("ly", "ing", "ed", "while", "ever", "wise", "s")
_PREFIXES: Final = frozenset("ex non then post pre mid trans all un anti pro".split())


@dataclass(frozen=True, slots=True)
class Page:
    """A text with where its names begin and end, and the given names that the gazetteer knows.

    ``starts`` are the offsets at which persons' full names begin, ``begins`` those of all names,
    ``ends`` those at which names of other things than persons end, ``joints`` those at which any name
    or surname begins or ends, so that a hyphen there joins two of them.
    """

    text: str
    starts: AbstractSet[int]
    begins: AbstractSet[int]
    ends: AbstractSet[int]
    joints: AbstractSet[int]
    given: AbstractSet[str]

    def is_given_name(self, word: str) -> bool:
        """Whether the word is a given name, by the table or by the gazetteer."""
        folded = fold_word(word)
        return folded in self.given or is_given_name(folded.lower())


def inside_longer_name(page: Page, start: int, end: int, *, single: bool) -> bool:
    """Whether a name that is not a surname is a part of a longer name that is something else.

    ``single`` says that the name is one word, which says less by itself.
    """
    if glued(page, start, end):
        return True
    if continues(page, end, whole=not single) and not _before_a_person(page, start, end):
        return True
    return _begins_earlier(page, start, end, single=single)


def glued(page: Page, start: int, end: int) -> bool:
    """Whether other characters make one token of the name: "O'Brien", "example.com", "A & B"."""
    text = page.text
    if _DOMAIN.match(text, end) or _POSTCODE.match(text, start) or _joined_by_ampersand(page, start, end):
        return True
    if start == 0:
        return False
    last = text[start - 1]
    if last in "@#\\_$":
        return True
    if start == 1 or not text[start - 2].isalnum():
        return False
    if last in "'’":
        return True
    if last == "-":
        head = re.search(r"[\w’'.]+$", text[max(0, start - 30) : start - 1])
        if head is None or start - 1 in page.joints:
            return False
        prefix = head.group().lower()
        # "pro-Moscow" is an attitude to a government, "pro-NATO" to the body itself.
        return prefix not in _PREFIXES or (prefix in ATTITUDES and not text[start:end].isupper())
    return False


def _joined_by_ampersand(page: Page, start: int, end: int) -> bool:
    """Whether "&" makes one name of two ("Baker & Sons"), and does not join two full names of persons."""
    text = page.text
    after = _AMPERSAND.match(text, end)
    if after is not None:
        return start not in page.starts or after.end() - 1 not in page.starts
    if text[max(0, start - 2) : start] == "& ":
        return start not in page.starts
    return False


def continues(page: Page, end: int, *, person: bool = False, whole: bool = False) -> bool:
    """Whether a capitalised word follows that belongs to the same name.

    ``whole`` says that the name has several words, so that another name may follow it directly.
    """
    text = page.text
    for _ in range(_MOST_JOINED):
        if text[end : end + 1] != "-" or not text[end + 1 : end + 2].isupper() or end + 1 in page.starts:
            break
        joined = _JOINED.match(text, end)
        if end + 1 not in page.joints or joined is None:
            return True
        # "NATO-Russia talks" are of both, the "NATO-Russia Council" is a third.
        end = joined.end()
    word = word_after(text, end)
    if word is None or not word.capital or word.start in page.starts:
        return False
    if word.start in page.begins and (whole or text[end - 2 : end].isupper()):
        return False
    if text[end - 1] == "." and _LEGAL_END.search(text[max(0, end - 16) : end]):
        return False
    if word.lower in CALENDAR or _begins_role(text, word):
        return False
    if word.lower in FUNCTION and not _numeral(word) and word.text != word.text.upper():
        return False
    if person and _POST_NOMINAL.match(text, word.start) and not _numeral(word) and word.text not in _CLUBS:
        return False
    return not in_headline(text, end - 1, end)


def _before_a_person(page: Page, start: int, end: int) -> bool:
    """Whether "in" stands before a place and somebody's name after it: "In Belgrade Zoran Djindjic spoke"."""
    text = page.text
    before, first = word_before(text, start), word_after(text, end)
    if before is None or first is None or before.lower not in _AT:
        return False
    if first.start in page.begins and starts_sentence(text, before.start):
        return True
    first_end = first.start + len(first.text)
    second = word_after(text, first_end)
    if second is None or not second.capital or not {first.lower, second.lower}.isdisjoint(_HEADS):
        return False
    if page.is_given_name(first.text) or is_family_first(text, first.start, first_end):
        return True
    return (
        starts_sentence(text, before.start)
        and COMMON_WORDS.isdisjoint((first.lower, second.lower))
        and _VERB.match(text, second.start + len(second.text)) is not None
    )


def _begins_role(text: str, word: Word) -> bool:
    """Whether the word, or one of the capitalised words that follow it, is a role's: "Press Secretary"."""
    following: Word | None = word
    for _ in range(4):
        if following is None or following.lower not in ROLE_MODIFIERS:
            break
        following = word_after(text, following.start + len(following.text))
    return following is not None and following.lower in ROLE_NOUNS


def _numeral(word: Word) -> bool:
    return word.text.strip("IVX") == ""


def _begins_earlier(page: Page, start: int, end: int, *, single: bool) -> bool:
    text = page.text
    first = word_before(text, start)
    if first is None:
        return False
    if first.lower in _LINKS:
        return _of_institution(words_before(text, start, 3))
    if not first.capital:
        return False
    lower = first.lower
    if lower in FUNCTION or lower in CALENDAR or lower in TITLES or lower in demonyms() or first.possessive:
        return False
    if first.start + len(first.text) in page.ends or in_headline(text, start, end):
        return False
    if starts_sentence(text, first.start):
        if not single:
            return False
        known = lower in COMMON_WORDS or lower.endswith(_ENDINGS)
        return (
            lower in _COMPASS
            or page.is_given_name(first.text)
            or (text[start:end].lower() in PLACE_SURNAMES and not known)
        )
    return single or lower in _COMPASS or lower in INSTITUTIONS


def _of_institution(words: list[Word]) -> bool:
    """Whether an institution's noun and "of" stand before the name: "Bank of England"."""
    links = words[1:] if words[0].lower == "the" else words
    if len(links) < 2 or not links[1].capital:
        return False
    link, head = links[0].lower, links[1].lower
    return head in INSTITUTIONS if link == "of" else link in _LINKS and head in AGREEMENT_NOUNS


def has_longer_given_name(page: Page, start: int) -> bool:
    """Whether a further given name stands before a person's full name: "John" before "Paul Jones"."""
    word = word_before(page.text, start)
    if word is None or not word.capital or word.lower in TITLES:
        return False
    return word.start + len(word.text) not in page.ends and page.is_given_name(word.text)


def of_more(text: str, end: int) -> bool:
    """Whether "of" and a capital follow: "Supreme Court of Ohio"."""
    return _OF_MORE.match(text, end) is not None


def after_nation(text: str, start: int) -> bool:
    """Whether a nation's adjective makes another place of this one: "British Columbia", "French Guinea"."""
    word = word_before(text, start)
    return word is not None and word.capital and word.lower in demonyms() and not word.text.isupper()


def year_before(text: str, start: int) -> bool:
    """Whether a year stands before: "2012 Olympics"."""
    return _YEAR.search(text[max(0, start - 6) : start]) is not None


def common_word(text: str, start: int, end: int) -> bool:
    """Whether a one-word name is an ordinary word where the capital means nothing."""
    word = text[start:end]
    lower = word.lower()
    if lower in CALENDAR:
        return True
    capitals = len(word) > 1 and word == word.upper()
    if lower in FUNCTION:
        return not capitals or in_headline(text, start, end)
    if lower not in COMMON_WORDS:
        return False
    return starts_sentence(text, start) or in_headline(text, start, end)
