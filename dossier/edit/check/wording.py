"""Hold the words of one language that the checks look for in texts and names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from dossier.recognise.language_data import NO_PATTERN, read_data
from dossier.recognise.languages import Language

FILE: Final = "check.yaml"


@dataclass(frozen=True, slots=True)
class CheckWords:
    """What the checks need to know about one language; nothing, if the language has no such file.

    Attributes:
        ordinary: ordinary words, which make bad names, in lower case.
        short_nouns: short nouns for any country, body or text, in lower case.
        articles: words that may stand before a name without being part of it, in lower case.
        made_before: ends at a mention of an agreement and presents it as made.
        made_after: begins after a mention of an agreement and presents it as made.
        to_come_before: stands before a mention of an agreement and says that it is yet to be made.
        to_come_after: stands after a mention of an agreement and says that it is yet to be made.
        office_itself: ends at the phrase of an office and means the office, whoever holds it.
        aside: ends at a mention and begins an aside, to which the sentence's date does not apply.
        after: ends at a date and makes it the date of an earlier event.
    """

    ordinary: frozenset[str] = frozenset()
    short_nouns: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    made_before: re.Pattern[str] = NO_PATTERN
    made_after: re.Pattern[str] = NO_PATTERN
    to_come_before: re.Pattern[str] = NO_PATTERN
    to_come_after: re.Pattern[str] = NO_PATTERN
    office_itself: re.Pattern[str] = NO_PATTERN
    aside: re.Pattern[str] = NO_PATTERN
    after: re.Pattern[str] = NO_PATTERN


@cache
def check_words(language: Language) -> CheckWords:
    """The words for the checks in the folder of a language.

    Raises:
        LanguageError: the file has an error.
    """
    return read_data(language.folder / FILE, CheckWords, language.names.words)
