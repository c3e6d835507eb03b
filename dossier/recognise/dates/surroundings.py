"""Describe the words beside a form for the guards: the engine's own and those of a language."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.recognise.dates.forms import FoundForm
from dossier.recognise.dates.tokens import Tokens
from dossier.recognise.dates.vocabulary import GuardWords


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
    def past_follows(self) -> bool:
        """Whether a past form comes next: "the assaults of the 19th failed"."""
        tense = self.tokens.language.tense
        return self.after.endswith(tense.past_endings) or self.after in tense.irregular_pasts
