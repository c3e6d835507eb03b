"""Describe the words beside a form for the guards, and name the reasons why they refuse it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from dossier.recognise.dates.cue_words import GuardWords
from dossier.recognise.dates.forms import FoundForm
from dossier.recognise.dates.tokens import Tokens
from dossier.recognise.dates.vocabulary import CODES

_JOINS: Final = frozenset(CODES[name] for name in ("dash", "and", "to", "until", "slash"))
_SKIPPED: Final = "".join(CODES[name] for name in ("in", "on", "the", "early", "from", "until"))
_DATE_CODES: Final = frozenset(CODES[name] for name in ("month", "abbr", "season", "year"))
#: Why something is no date; ``refusals.yaml`` of a language says each in a sentence.
Reason = Literal[
    "any-of-many", "counts-something", "ends-before-it-begins", "goes-on", "joined-to-something",
    "length-of-time", "may-be-a-word", "measures-something", "no-context", "no-such-day",
    "nothing-to-count-from", "numbers-something", "part-of-a-name", "set-phrase",
]  # fmt: skip


class Refusal(NamedTuple):
    """Why a form is no date.

    Attributes:
        rule: the name of the reason: a `Reason`, or another one of the language's own.
        because: the place in the text of the words that stand in the way, or None.
    """

    rule: str
    because: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A form with its words and those beside it: in lower case, and as they are written.

    Attributes:
        words: the classes of words that the language has for its guards.
        first: its first word.
        last: its last word.
        before: the word before it; `raw_before` as it is written, `before_code` its class.
        after: the word after it; `raw_after` as it is written, `after_code` its class.
    """

    tokens: Tokens
    found: FoundForm
    words: GuardWords
    first: str
    last: str
    before: str
    after: str
    raw_before: str
    raw_after: str
    before_code: str
    after_code: str

    @classmethod
    def of(cls, tokens: Tokens, found: FoundForm) -> Surroundings:
        """The surroundings of a form."""
        start, end = found.start, found.end
        return cls(
            tokens=tokens,
            found=found,
            words=tokens.language.guards,
            first=tokens.word(start),
            last=tokens.word(end - 1),
            before=tokens.word(start - 1),
            after=tokens.word(end),
            raw_before=tokens.raw(start - 1),
            raw_after=tokens.raw(end),
            before_code=tokens.code(start - 1),
            after_code=tokens.code(end),
        )

    @property
    def noun_follows(self) -> bool:
        """Whether a word of an open class comes next, so that the form may be part of a noun phrase."""
        return self.after.isalpha() and self.after not in self.words.function_words

    @property
    def name_precedes(self) -> bool:
        """Whether a capitalised word of an open class comes before."""
        words = self.words
        known = self.before in words.function_words or self.before in words.time_prepositions
        return self.raw_before[:1].isupper() and not known

    @property
    def name_follows(self) -> bool:
        """Whether a capitalised word of an open class comes next."""
        return self.raw_after[:1].isupper() and self.noun_follows

    @property
    def plural_follows(self) -> bool:
        """Whether a word that looks like a plural noun comes next."""
        return self.words.is_plural(self.raw_after)

    @property
    def joined_after(self) -> bool:
        """Whether a dash, "and" or "to" joins another date: "(May-August 1950)"."""
        if self.after_code not in _JOINS:
            return False
        end = self.found.end
        following = self.tokens.codes[end + 1 : end + 4].lstrip(_SKIPPED)
        return following[:1] in _DATE_CODES

    @property
    def joined_before(self) -> bool:
        """Whether a join and a date come before: "in April and May"."""
        if self.before_code not in _JOINS:
            return False
        index = self.found.start - 2
        return self.tokens.code(index) in _DATE_CODES or self.tokens.word(index).isdigit()

    @property
    def past_follows(self) -> bool:
        """Whether a past form comes next: "the assaults of the 19th failed"."""
        tense = self.tokens.language.tense
        return self.after.endswith(tense.past_endings) or self.after in tense.irregular_pasts

    def refuse(self, reason: Reason) -> Refusal:
        """Refuse the form, whatever is beside it."""
        return Refusal(reason)

    def refuse_for(self, reason: Reason, start: int, end: int) -> Refusal:
        """Refuse the form because of the tokens from one up to another."""
        return Refusal(reason, self.tokens.span(start, end))

    def refuse_for_before(self, reason: Reason) -> Refusal:
        """Refuse the form because of the word before it."""
        return self.refuse_for(reason, self.found.start - 1, self.found.start)

    def refuse_for_after(self, reason: Reason) -> Refusal:
        """Refuse the form because of the word after it."""
        return self.refuse_for(reason, self.found.end, self.found.end + 1)
