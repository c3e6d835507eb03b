"""Whether the clause of a date looks back from the day of writing or ahead: the verb that governs it.

The nearest verb before the date decides ("the men arrested in May will appear on Friday" has two); where
there is none, the verb after it.
"""

from __future__ import annotations

from typing import Final, Literal

from dossier.recognise.dates.around import is_plural
from dossier.recognise.dates.lexicon import CODES
from dossier.recognise.dates.tokens import Tokens
from dossier.recognise.dates.words import IRREGULAR_PASTS, NO_PASTS, PLANS, SCHEDULES, SCHEDULES_OF_MANY

Tense = Literal["", "past", "future"]

#: "will meet on Friday", "the deadline of 20 October".
_FUTURE: Final = frozenset(
    """will shall would 'll ’ll due scheduled expected slated planned upcoming forthcoming deadline looms
    ahead earliest""".split()
)
#: "should arrive by Friday"; but "could not" and "should have" look back.
_MODALS: Final = frozenset("should could might may must would".split())
_FINITE_PAST: Final = frozenset("was were had did".split())
_PRESENT: Final = frozenset("is are".split())
#: After these a participle is part of what a modal says ("will be held"), or an adjective ("a limited").
_BEFORE_PARTICIPLES: Final = frozenset(
    "be get stay remain keep is are to will a an the its their his her our no".split()
)
#: "On Friday ministers met" opens with its date; in "Friday talks" the date is part of a noun phrase.
_OPENING: Final = frozenset("on in by at during".split())
_PRONOUNS: Final = frozenset("they we you i who".split())
#: Tokens: bounds that keep a text without sentences from costing more than it is long.
_FARTHEST_BEFORE: Final = 25
_FARTHEST_AFTER: Final = 12
_SUBJECT_WITHIN: Final = 5
_FARTHEST_PLAN: Final = 5
_COPULA_WITHIN: Final = 2
_PLACE_WITHIN: Final = 6
_LONGEST_SIDE_CLAUSE: Final = 10
_PARENTHESES: Final = frozenset("however therefore moreover meanwhile too also then".split())
_AFTER_PARTICIPLES: Final = frozenset("in at on by to with from for under near as since".split())
_RELATIVES: Final = frozenset("which who whom whose".split())
_STOPS: Final = frozenset((CODES["dot"], CODES["paragraph"]))
_CLAUSES: Final = frozenset(";:")


class Clauses:
    """The clauses of one text. What a word says of time is asked once, however many dates stand around it."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._said: dict[int, Tense] = {}
        self._side: dict[int, bool] = {}

    def tense_of(self, start: int, end: int, begin: int) -> Tense:
        """How the words of its sentence put the date from a token up to another.

        `begin` is the offset at which the sentence begins.
        """
        tokens = self._tokens
        governor = tokens.word(start - 1)
        if governor == "since":
            return "past"
        if _at_the_limit(tokens, end):
            return "future"
        found, fronted = self._before(start, begin)
        if not found:
            found = self._after(end, fronted=fronted)
        if not found and governor in ("by", "until", "till"):
            return "future"
        return found

    def is_side_clause(self, start: int, begin: int) -> bool:
        """Whether a date stands in a clause that looks back by the way: "which had left", ", renewed in"."""
        tokens, had = self._tokens, False
        for i in range(start - 1, max(0, start - 1 - _LONGEST_SIDE_CLAUSE), -1):
            word = tokens.words[i]
            if tokens.starts[i] < begin or word in _CLAUSES:
                return False
            if had and word in _RELATIVES:
                return True
            had = had or word == "had"
            if i not in self._side:
                self._side[i] = _opens_side_clause(tokens, i)
            if self._side[i]:
                return True
        return False

    def _before(self, start: int, begin: int) -> tuple[Tense, bool]:
        """What the nearest verb before a date says, and whether hardly a word stands before it."""
        tokens = self._tokens
        for i in range(start - 1, max(-1, start - 1 - _FARTHEST_BEFORE), -1):
            word = tokens.words[i]
            if tokens.starts[i] < begin or word in _CLAUSES:
                return "", start - i <= _COPULA_WITHIN and tokens.word(start - 1) in _OPENING
            found = self._said_by(i)
            if found or (word in _PRESENT and _is_set_for(tokens, i, start)):
                return found or "future", False
        return "", start == 1 and tokens.word(0) in _OPENING

    def _after(self, end: int, *, fronted: bool) -> Tense:
        """What the first verb after a date says; a past one only where the date opens the sentence."""
        tokens = self._tokens
        farthest = _FARTHEST_AFTER if fronted else _SUBJECT_WITHIN
        for i in range(end, min(end + farthest, len(tokens.starts))):
            if tokens.codes[i] in _STOPS or tokens.words[i] in _CLAUSES:
                break
            found = self._said_by(i)
            if found:
                return found if fronted or found == "future" else ""
        return ""

    def _said_by(self, index: int) -> Tense:
        found = self._said.get(index)
        if found is None:
            found = self._said[index] = _said_by(self._tokens, index)
        return found


def _opens_side_clause(tokens: Tokens, index: int) -> bool:
    """Reads ", renewed in 1905", ", signed at Tartu that October"."""
    before, word, after = (tokens.word(i) for i in (index - 2, index, index + 1))
    if tokens.word(index - 1) != "," or before in _PARENTHESES or after not in _AFTER_PARTICIPLES:
        return False
    return word.endswith("ed") and _is_past(tokens, index)


def _at_the_limit(tokens: Tokens, end: int) -> bool:
    """Reads "Saturday at the earliest"."""
    return tokens.word(end) == "at" and tokens.word(end + 2) in ("earliest", "latest")


def _is_set_for(tokens: Tokens, index: int, start: int) -> bool:
    """Reads "the hearing is on Friday", "the summit is in Bali in December"."""
    near = _COPULA_WITHIN if tokens.word(index + 1) not in ("in", "at", "on") else _PLACE_WITHIN
    return start - index <= near


def _said_by(tokens: Tokens, index: int) -> Tense:
    """What one word says of the time of its clause: a verb, a modal, or "to" after a plan."""
    word = tokens.word(index)
    if word in _MODALS:
        return _modal(tokens, index)
    if word in _FUTURE:
        return "future"
    if word == "to":
        return "future" if _planned(tokens, index) else ""
    if word in _FINITE_PAST:
        return "" if tokens.word(index + 1) == "to" else "past"
    if word in SCHEDULES or (word in SCHEDULES_OF_MANY and _has_subject(tokens, index)):
        return "future"
    return "past" if _is_past(tokens, index) else ""


def _modal(tokens: Tokens, index: int) -> Tense:
    """Reads "may go", but not "could not go", "should have gone" or the month."""
    if not tokens.raw(index).islower():
        return ""
    following = tokens.word(index + 1)
    if (following == "have" and tokens.word(index + 2) != "to") or (
        tokens.word(index) == "could" and following == "not"
    ):
        return "past"
    return "future"


def _planned(tokens: Tokens, index: int) -> bool:
    """Reads "are to go", "hope to go", "told the men to go", "the match, to be played"."""
    before = tokens.word(index - 1)
    if before in ("is", "are", "was", "were") or (tokens.word(index + 1) == "be" and before == ","):
        return True
    return any(tokens.word(i).startswith(PLANS) for i in range(index - 1, index - 1 - _FARTHEST_PLAN, -1))


def _has_subject(tokens: Tokens, index: int) -> bool:
    """Reads "unions meet", "England play", "they leave"; not "the play", "to meet"."""
    before, raw = tokens.word(index - 1), tokens.raw(index - 1)
    return before in _PRONOUNS or (before.isalpha() and (raw[:1].isupper() or is_plural(raw)))


def _is_past(tokens: Tokens, index: int) -> bool:
    """A past form; not the participle of "will be held", of "is closed", nor a bare form after "to"."""
    word, raw = tokens.word(index), tokens.raw(index)
    if not raw.islower() or not (
        word in IRREGULAR_PASTS or (word.endswith("ed") and len(word) > 3 and word not in NO_PASTS)
    ):
        return False
    before = tokens.word(index - 1)
    if before.endswith("ly"):
        before = tokens.word(index - 2)
    if before in _BEFORE_PARTICIPLES or before in _MODALS:
        return False
    return not (word == "set" and tokens.word(index + 1) in ("to", "for"))
