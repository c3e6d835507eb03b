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
    """What the checks need to know of one language. A language without the file has nothing to look for.

    Attributes:
        ordinary: ordinary words, which no name should be, in lower case.
        short_nouns: what any country, body or text is called for short, in lower case.
        articles: what may stand before a name without being part of it, in lower case.
        made_before: ends at a mention of an agreement and presents it as made.
        made_after: begins behind a mention of an agreement and presents it as made.
        to_come_before: stands before a mention of an agreement and says that it is yet to be made.
        to_come_after: stands behind a mention of an agreement and says that it is yet to be made.
        office_itself: ends at the phrase of an office and means the office, whoever holds it.
        aside: ends at a mention and begins what is said beside the sentence's own day.
        after: ends at a date and makes it that of what came before.
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
    """What the folder of a language says for the checks.

    Raises:
        LanguageError: the file is wrong.
    """
    return read_data(language.folder / FILE, CheckWords, language.names.words)
