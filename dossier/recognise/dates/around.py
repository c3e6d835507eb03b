"""What a guard asks of the words around a form: what stands before and after, and how it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dossier.recognise.dates.forms import Found
from dossier.recognise.dates.lexicon import CODES
from dossier.recognise.dates.tokens import Tokens
from dossier.recognise.dates.words import FUNCTION_WORDS, NO_PLURALS, TIME_PREPOSITIONS

_JOINS: Final = frozenset(CODES[name] for name in ("dash", "and", "to", "until", "slash"))
_SKIPPED: Final = frozenset(CODES[name] for name in ("in", "on", "the", "early", "from", "until"))
DATE_CODES: Final = frozenset(CODES[name] for name in ("month", "abbr", "season", "year"))


@dataclass(frozen=True, slots=True)
class Around:
    """A form with its words and those beside it: in lower case, and as they are written."""

    tokens: Tokens
    found: Found
    first: str
    last: str
    before: str
    after: str
    raw_before: str
    raw_after: str

    @property
    def noun_follows(self) -> bool:
        """Whether a word of an open class comes next, so that the form may be part of a noun phrase."""
        return self.after.isalpha() and self.after not in FUNCTION_WORDS

    @property
    def name_precedes(self) -> bool:
        """Whether a capitalised word of an open class comes before."""
        known = self.before in FUNCTION_WORDS or self.before in TIME_PREPOSITIONS
        return self.raw_before[:1].isupper() and not known

    @property
    def name_follows(self) -> bool:
        """Whether a capitalised word of an open class comes next."""
        return self.raw_after[:1].isupper() and self.noun_follows


def is_plural(word: str) -> bool:
    """Whether a word looks like the plural of a common noun ("mules"), and not like "was" or "onwards"."""
    if not (word.islower() and word.isalpha() and word.endswith("s")) or word in NO_PLURALS:
        return False
    return not word.endswith(("ss", "wards"))


def joined(tokens: Tokens, index: int) -> bool:
    """Whether a dash, "and" or "to" joins another date: "(May-August 1950)"."""
    if tokens.codes[index : index + 1] not in _JOINS:
        return False
    following = tokens.codes[index + 1 : index + 4].lstrip("".join(_SKIPPED))
    return following[:1] in DATE_CODES


def joined_before(tokens: Tokens, index: int) -> bool:
    """Whether a join and a date come before: "in April and May"."""
    if tokens.codes[index - 1 : index] not in _JOINS:
        return False
    return tokens.codes[index - 2 : index - 1] in DATE_CODES or tokens.word(index - 2).isdigit()
