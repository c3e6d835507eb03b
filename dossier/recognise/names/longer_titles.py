"""Decide whether a phrase for an office is only part of a longer title, or of the title of somebody else.

"Soviet Chief" in "the Soviet Chief of Protocol", "Cypriot leader" in "the Turkish Cypriot leader" and
"Secretary of State" in "the Deputy Assistant Secretary of State" are not those offices.
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
)
from dossier.recognise.names.meanings import Office
from dossier.recognise.names.refusals import Refusal
from dossier.recognise.names.vocabulary import NameLanguage

_HYPHENS: Final = "-‐‑–"
_JOINED_BEFORE: Final = re.compile(r"[\w’'.]+$")
_JOINED_AFTER: Final = re.compile(rf"[{_HYPHENS}/]\w+")
# How many characters before a hyphen to look for the start of the word that it joins.
_REACH: Final = 30
_DASHES: Final = "—–"


def longer_title(page: MarkedText, start: int, end: int, office: Office | None) -> Refusal | None:
    """The refusal of a phrase for an office, with the words that make it part of a longer title.

    ``office`` is the office that the phrase names, None where it may be one of several.
    """
    return (
        _joined(page, start, end)
        or _of_lesser(page, start)
        or _of_community(page, start, end, office)
        or of_part(page, end, office)
    )


def _joined(page: MarkedText, start: int, end: int) -> Refusal | None:
    """The refusal of a phrase that a hyphen joins to another word: "pro-Russian president"."""
    text, roles = page.text, page.language.roles
    if start > 1 and text[start - 1] in _HYPHENS and text[start - 2].isalnum():
        joined = _JOINED_BEFORE.search(text, max(0, start - _REACH), start - 1)
        if joined is not None and joined[0].lower() not in roles.tenses:
            return Refusal("longer-office", joined.start(), joined.end())
    after = _JOINED_AFTER.match(text, end)
    if after is not None and not roles.tense_after.match(text, end):
        return Refusal("longer-office", end + 1, after.end())
    return None


def _of_lesser(page: MarkedText, start: int) -> Refusal | None:
    """The refusal of a phrase after "Deputy", "Vice" or "Assistant"; "Under" needs its capital."""
    word = title_before(page, start)
    if word is None or word.lower not in page.language.offices.lesser:
        return None
    if word.lower in page.language.words.function and (
        not word.capital or starts_sentence(page.text, word.start)
    ):
        return None
    return Refusal("longer-office", word.start, word.end)


def _of_community(page: MarkedText, start: int, end: int, office: Office | None) -> Refusal | None:
    """The refusal of a phrase after another people's adjective, or after another word of its title.

    The leader of the Turkish Cypriots is not that of Cyprus, and a Press Counselor is not the Counselor.
    """
    word = title_before(page, start)
    if word is None or not word.capital or word.lower in _words_of(office, page.language):
        return None
    if begins_with_country(page.text[start:end], page.language):
        found = _is_of_people(page, word) or _goes_before(page, word)
    else:
        found = page.language.jurisdictions.by_adjective(word.text) is not None or _goes_before(page, word)
    return Refusal("longer-office", word.start, word.end) if found else None


def _words_of(office: Office | None, language: NameLanguage) -> frozenset[str]:
    """The words, in lower case, by which the country of an office is called."""
    if office is None or not office.place:
        return frozenset()
    country = language.jurisdictions.get(office.place)
    return frozenset(name.lower().rstrip(".") for name in (*country.names, *country.adjectives))


def _is_of_people(page: MarkedText, word: Word) -> bool:
    """Whether a word before a country's adjective makes another people of it."""
    return word.lower in page.language.jurisdictions.demonyms or word.lower in page.language.offices.peoples


def _goes_before(page: MarkedText, word: Word) -> bool:
    """Whether a capitalised word before a title belongs to it: no name, and not the first of a sentence."""
    words, roles, lower = page.language.words, page.language.roles, word.lower
    if lower in words.function or lower in words.calendar or lower in words.personal_titles:
        return False
    if word.text[-1] == ".":
        return False
    if lower in roles.tenses or lower in roles.passed_over or lower in roles.nobody:
        return False
    if word.end in page.ends or word.end in page.joints or starts_sentence(page.text, word.start):
        return False
    before = page.word_before(word.start)
    if before is not None and before.lower in words.locatives:
        return False
    return not lower.endswith(words.possessives) and not in_headline(page.text, word.start, word.end)


def begins_with_country(phrase: str, language: NameLanguage) -> bool:
    """Whether a phrase begins with the adjective or the name of a country or body: "West German minister"."""
    words = phrase.split(" ")
    countries = language.jurisdictions
    for size in range(1, min(4, len(words))):
        first = " ".join(words[:size])
        if countries.by_adjective(first) is not None or countries.find(first) is not None:
            return True
    return False


def of_part(page: MarkedText, end: int, office: Office | None) -> Refusal | None:
    """The refusal of a phrase before "of Protocol" or "for Congressional Relations".

    Not before its own country, nor before a country's adjective: "told the minister of Turkish plans".
    """
    text, language = page.text, page.language
    link = word_after(text, end)
    if link is None or link.lower not in language.offices.part_links:
        return None
    noun = word_after(text, link.end)
    if noun is not None and noun.lower in language.words.articles:
        noun = word_after(text, noun.end)
    if noun is None or noun.lower in language.words.function or _is_own(text, noun, office, language):
        return None
    if noun.capital:
        found = (
            noun.lower not in language.jurisdictions.demonyms and noun.lower not in language.words.calendar
        )
    else:
        found = _last_word(text, end) in language.offices.incomplete
    return Refusal("longer-office", link.start, noun.end) if found else None


def _last_word(text: str, end: int) -> str:
    return text[max(0, end - _REACH) : end].rpartition(" ")[2].lower()


def _is_own(text: str, noun: Word, office: Office | None, language: NameLanguage) -> bool:
    """Whether the name at a word is that of the office's country or body."""
    if office is None:
        return False
    own = language.jurisdictions.get(office.place).names if office.place else ()
    return any(text.startswith(name, noun.start) for name in (*own, office.body) if name)


def title_before(page: MarkedText, start: int) -> Word | None:
    """The word directly before an offset, without what a dash joins to it: "Aide" in "Lee—Aide"."""
    word = page.word_before(start)
    return _after_dash(word) if word is not None else None


def _after_dash(word: Word) -> Word:
    cut = max(word.text.rfind(dash) for dash in _DASHES) + 1
    return Word(word.text[cut:], word.start + cut, opens=True) if 0 < cut < len(word.text) else word


def after_server(page: MarkedText, start: int) -> Word | None:
    """The word for somebody who serves the holder: "Assistant" before "to the President"."""
    language = page.language
    skipped = language.words.articles | language.words.of_words | language.offices.aim_links
    for word in map(_after_dash, page.words_back(start, 4)):
        if word.lower not in skipped:
            return word if word.lower in language.offices.servers else None
    return None
