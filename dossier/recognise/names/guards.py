"""Decide whether a name is part of something else, or an ordinary word.

"Minsk" in "Minsk Group", "Clinton" in "Clinton Foundation", "Washington" in "George Washington
University": a wrong link is worse than none, so a name inside a longer one is left alone.
"""

from __future__ import annotations

import re
from typing import Final

from dossier.recognise.names.context import (
    MarkedText,
    Word,
    in_headline,
    starts_sentence,
    word_after,
    word_before,
)
from dossier.recognise.names.persons import is_family_first
from dossier.recognise.names.refusals import Refusal
from dossier.recognise.names.vocabulary import NameLanguage

_AMPERSAND: Final = re.compile(r"\s*&\s*[A-Z]")
_DOMAIN_STARTS: Final = frozenset("._@\\/")
_DOMAIN: Final = re.compile(r"\.[a-z]{2,}|[@\\_]\w|/[a-z]")
_POSTCODE: Final = re.compile(r"[A-Z]{2}(?= \d{5}\b)")
_POST_NOMINAL: Final = re.compile(r"[A-Z]{2,4}(?![\w’'-])")
_JOINED: Final = re.compile(r"-\w+")
# No name has more parts; otherwise a line of thousands would be read again from each of them.
_MOST_JOINED: Final = 8
_YEAR: Final = re.compile(r"\b(?:1\d|20)\d\d $")
_NUMERAL: Final = "IVX"
_JOINERS: Final = "-–/"
_DAY: Final = re.compile(r"\.? \d")


def inside_longer_name(page: MarkedText, start: int, end: int, *, single: bool) -> Refusal | None:
    """The refusal of a name that is not a surname, if it is part of a longer name for something else.

    ``single`` says that the name is a single word, which alone is weaker evidence.
    """
    if glued(page, start, end):
        return Refusal("joined")
    if continues(page, end, whole=not single) and not _before_a_person(page, start, end):
        return continued(page, end)
    first = _begins_earlier(page, start, end, single=single)
    return Refusal("longer-name", first.start, first.end) if first else None


def in_pair(page: MarkedText, start: int, end: int) -> bool:
    """Whether a dash or a slash joins a surname to another person's: "the Adams–Baker Talks"."""
    text, people = page.text, page.people
    if end + 1 in people and end < len(text) and text[end] in _JOINERS:
        return True
    return start - 1 in people and text[start - 1] in _JOINERS


def in_double_surname(page: MarkedText, start: int, end: int) -> bool:
    """Whether a hyphen joins a surname to another after "Mr" or "Mrs": "Mr Adams-Baker" has both."""
    text = page.text
    if text[end : end + 1] == "-":
        first = page.word_before(start)
    elif start > 0 and text[start - 1] == "-":
        first = page.word_before(text.rfind(" ", 0, start) + 1)
    else:
        return False
    return first is not None and first.lower in page.language.words.personal_titles


def continued(page: MarkedText, end: int) -> Refusal:
    """The refusal of a name that `continues`."""
    joined = _JOINED.match(page.text, end)
    if joined is not None:
        return Refusal("longer-name", end + 1, joined.end())
    word = word_after(page.text, end)
    return Refusal("longer-name", word.start, word.end) if word else Refusal("longer-name")


def glued(page: MarkedText, start: int, end: int) -> bool:
    """Whether other characters join the name into one token: "O'Brien", "example.com", "A & B"."""
    text = page.text
    # One character rules out most names, for a third of what a pattern costs.
    if text[end : end + 1] in _DOMAIN_STARTS and _DOMAIN.match(text, end):
        return True
    if text[start + 2 : start + 3] == " " and _POSTCODE.match(text, start):
        return True
    if _joined_by_ampersand(page, start, end):
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
        # "pro-Moscow" is an attitude towards a government, "pro-NATO" towards the body itself.
        words = page.language.words
        return prefix not in words.loose_prefixes or (
            prefix in words.attitudes and not text[start:end].isupper()
        )
    return False


def _joined_by_ampersand(page: MarkedText, start: int, end: int) -> bool:
    """Whether "&" joins two words into one name ("Baker & Sons"), and not two full names of persons."""
    text = page.text
    after = _AMPERSAND.match(text, end)
    if after is not None:
        return start not in page.starts or after.end() - 1 not in page.starts
    if text[max(0, start - 2) : start] == "& ":
        return start not in page.starts
    return False


def continues(page: MarkedText, end: int, *, person: bool = False, whole: bool = False) -> bool:
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
        # "NATO-Russia talks" concern both; the "NATO-Russia Council" is a third entity.
        end = joined.end()
    word = word_after(text, end)
    if word is None or not page.may_be_name(word) or word.start in page.starts:
        return False
    if word.start in page.begins and (whole or text[end - 2 : end].isupper()):
        return False
    language = page.language
    words = language.words
    if text[end - 1] == "." and language.patterns.legal_end.search(text[max(0, end - 16) : end]):
        return False
    lower = word.lower
    if person and lower in words.pronouns and text[word.end : word.end + 2].strip()[:1].islower():
        # "I told Adams I thought".
        return False
    if lower in words.short_months and _DAY.match(text, word.end):
        return False
    if lower in words.calendar or _begins_role(text, word, language):
        return False
    if lower in words.function and not _numeral(word) and word.text != word.text.upper():
        return False
    if (
        person
        and _POST_NOMINAL.match(text, word.start)
        and not _numeral(word)
        and word.text not in words.clubs
    ):
        return False
    return not in_headline(text, end - 1, end)


def _before_a_person(page: MarkedText, start: int, end: int) -> bool:
    """Whether "in" precedes a place and somebody's name follows: "In Belgrade Zoran Djindjic spoke"."""
    text, language = page.text, page.language
    words = language.words
    before, first = page.word_before(start), word_after(text, end)
    if before is None or first is None or before.lower not in words.before_places:
        return False
    if first.start in page.begins and starts_sentence(text, before.start):
        return True
    first_end = first.end
    second = word_after(text, first_end)
    if (
        second is None
        or not page.may_be_name(second)
        or not words.never_given.isdisjoint((first.lower, second.lower))
    ):
        return False
    if page.is_given_name(first.text) or is_family_first(text, first.start, first_end, language):
        return True
    return (
        starts_sentence(text, before.start)
        and words.common_words.isdisjoint((first.lower, second.lower))
        and language.patterns.verb_after.match(text, second.end) is not None
    )


def _begins_role(text: str, word: Word, language: NameLanguage) -> bool:
    """Whether the word, or a capitalised word after it, belongs to a role: "Press Secretary"."""
    words = language.words
    following: Word | None = word
    for _ in range(4):
        if following is None or following.lower not in words.role_modifiers:
            break
        following = word_after(text, following.end)
    return following is not None and following.lower in words.role_nouns


def _numeral(word: Word) -> bool:
    return word.text.strip(_NUMERAL) == ""


def _begins_earlier(page: MarkedText, start: int, end: int, *, single: bool) -> Word | None:
    """The word before a name that belongs to it and makes it a longer name."""
    text, language = page.text, page.language
    first = page.word_before(start)
    if first is None:
        return None
    words, lower = language.words, first.lower
    if lower in words.father_links:
        return first
    if lower in words.links:
        return _of_institution(list(page.words_back(start, 3)), language)
    if lower in words.foreign_links:
        return _governed(list(page.words_back(start, 3)), language)
    if not page.may_be_name(first):
        return None
    if lower in words.ordinals and not starts_sentence(text, first.start):
        return None if in_headline(text, start, end) else first
    if (
        lower in words.function
        or lower in words.calendar
        or lower in words.titles
        or lower in language.jurisdictions.demonyms
        or lower.endswith(words.possessives)
    ):
        return None
    if first.end in page.ends or in_headline(text, start, end):
        return None
    if starts_sentence(text, first.start):
        if not single:
            return None
        known = lower in words.common_words or lower.endswith(words.opener_endings)
        belongs = (
            lower in words.name_openers
            or page.is_given_name(first.text)
            or (text[start:end].lower() in words.place_surnames and not known)
        )
    else:
        belongs = single or lower in words.name_openers or lower in words.institutions
    return first if belongs else None


def _of_institution(before: list[Word], language: NameLanguage) -> Word | None:
    """The noun of an institution that "of" joins to the name: "Bank of England"."""
    words = language.words
    nearest = before[1:] if before[0].lower in words.articles else before
    if len(nearest) < 2 or not nearest[1].capital:
        return None
    link, head = nearest[0].lower, nearest[1].lower
    if link in words.of_words:
        return nearest[1] if head in words.institutions else None
    return nearest[1] if link in words.links and head in words.agreement_nouns else None


def _governed(before: list[Word], language: NameLanguage) -> Word | None:
    """The capitalised word that a small word of another language joins to the name: "Banco de México"."""
    nearest = before[1:]
    if nearest and nearest[0].lower in language.words.foreign_links:
        nearest = nearest[1:]
    return nearest[0] if nearest and nearest[0].capital else None


def after_personal_title(page: MarkedText, start: int) -> Refusal | None:
    """The refusal of a body's name after "Mr" or "Mrs", which makes it somebody's surname."""
    word = page.word_before(start)
    if word is None or word.lower not in page.language.words.personal_titles or not word.capital:
        return None
    return Refusal("somebody-else", word.start, word.end)


def has_longer_given_name(page: MarkedText, start: int) -> Refusal | None:
    """The refusal of a person's full name after a further given name: "John" before "Paul Jones"."""
    word = page.word_before(start)
    if word is None or not page.may_be_name(word) or word.lower in page.language.words.titles:
        return None
    if word.end in page.ends or not page.is_given_name(word.text):
        return None
    return Refusal("other-given-name", word.start, word.end)


def after_nation(page: MarkedText, start: int) -> Refusal | None:
    """The refusal of a place that a nation's adjective makes another: "British Columbia", "French Guinea"."""
    word = page.word_before(start)
    if word is None or not word.capital or word.text.isupper():
        return None
    if word.lower not in page.language.jurisdictions.demonyms:
        return None
    return Refusal("longer-name", word.start, word.end)


def year_before(text: str, start: int) -> bool:
    """Whether a year precedes: "2012 Olympics"."""
    return _YEAR.search(text[max(0, start - 6) : start]) is not None


def is_common_word(page: MarkedText, start: int, end: int) -> bool:
    """Whether a one-word name is an ordinary word where its capital is no evidence.

    So it is at the start of a sentence, in a headline, and in a language without capitals.
    """
    text, words = page.text, page.language.words
    word = text[start:end]
    lower = word.lower()
    if lower in words.calendar:
        return True
    capitals = len(word) > 1 and word == word.upper()
    if lower in words.function:
        return not capitals or in_headline(text, start, end)
    if lower not in words.common_words:
        return False
    return not words.capitals or starts_sentence(text, start) or in_headline(text, start, end)


def is_month_or_verb(text: str, start: int, end: int, language: NameLanguage) -> bool:
    """Whether a surname that is also a month or a verb ("May", "Will") is the month or verb here."""
    words = language.words
    word = text[start:end].lower()
    if word not in words.calendar and word not in words.function:
        return False
    before = word_before(text, start, language)
    if before is not None and (before.lower in words.before_months or before.lower[:1].isdigit()):
        return True
    if language.patterns.number_after.match(text, end):
        return True
    after = word_after(text, end)
    return after is not None and after.lower in words.modal_subjects
