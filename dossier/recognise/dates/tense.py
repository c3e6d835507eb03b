"""Decide by the governing verb whether the clause of a date looks back or ahead from the day of writing.

The nearest verb before the date decides ("the men arrested in May will appear on Friday" has two); if there
is none, the verb after it does.
"""

from __future__ import annotations

from typing import Final

from dossier.recognise.dates.forms import Tense
from dossier.recognise.dates.tokens import Tokens
from dossier.recognise.dates.vocabulary import CODES

#: In tokens: limits that keep the cost linear for a text without sentences.
_FARTHEST_BEFORE: Final = 25
_FARTHEST_AFTER: Final = 12
_SUBJECT_WITHIN: Final = 5
_FARTHEST_PLAN: Final = 5
_COPULA_WITHIN: Final = 2
_PLACE_WITHIN: Final = 6
_LONGEST_SIDE_CLAUSE: Final = 10
#: In letters: "ed" alone does not make "red" a past form.
_SHORTEST_PAST: Final = 4
_STOPS: Final = frozenset((CODES["dot"], CODES["paragraph"]))
_CLAUSES: Final = frozenset(";:")


class Clauses:
    """The clauses of one text. It reads the tense of each word only once, however many dates are near it."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._words = tokens.language.tense
        self._said: dict[int, Tense] = {}
        self._side: dict[int, bool] = {}

    def tense_of(self, start: int, end: int, begin: int) -> Tense:
        """The tense that the words of the sentence give the date from one token up to another.

        `begin` is the offset at which the sentence begins.
        """
        tokens = self._tokens
        if tokens.code(start - 1) == CODES["since"]:
            return "past"
        if _at_the_limit(tokens, end):
            return "future"
        found, fronted = self._before(start, begin)
        if not found:
            found = self._after(end, fronted=fronted)
        if found:
            return found
        before = tokens.word(start - 1)
        return "future" if before in self._words.limits or self._in_present(start, end, begin) else ""

    def is_side_clause(self, start: int, begin: int) -> bool:
        """Whether a date is in a side clause that looks back: "which had left", ", renewed in"."""
        tokens, words, had = self._tokens, self._words, False
        for i in range(start - 1, max(0, start - 1 - _LONGEST_SIDE_CLAUSE), -1):
            word = tokens.words[i]
            if tokens.starts[i] < begin or word in _CLAUSES:
                return False
            if had and word in words.relatives:
                return True
            had = had or word in words.pluperfect
            if i not in self._side:
                self._side[i] = _opens_side_clause(tokens, i)
            if self._side[i]:
                return True
        return False

    def _before(self, start: int, begin: int) -> tuple[Tense, bool]:
        """The tense of the nearest verb before a date, and whether hardly a word precedes the date."""
        tokens, fronting, present = self._tokens, self._words.fronting, self._words.present
        for i in range(start - 1, max(-1, start - 1 - _FARTHEST_BEFORE), -1):
            word = tokens.words[i]
            if tokens.starts[i] < begin or word in _CLAUSES:
                return "", start - i <= _COPULA_WITHIN and tokens.word(start - 1) in fronting
            found = self._said_by(i)
            if found == "past" and self._is_promise(i, start):
                return "future", False
            if found or (word in present and _is_set_for(tokens, i, start)):
                return found or "future", False
        return "", start == 1 and tokens.word(0) in fronting

    def _after(self, end: int, *, fronted: bool) -> Tense:
        """The tense of the first verb after a date; a past one counts only if the date opens the sentence."""
        tokens = self._tokens
        farthest = _FARTHEST_AFTER if fronted else _SUBJECT_WITHIN
        for i in range(end, min(end + farthest, len(tokens.starts))):
            if tokens.codes[i] in _STOPS or tokens.words[i] in _CLAUSES:
                break
            found = self._said_by(i)
            if found:
                return found if fronted or found == "future" else ""
        return ""

    def _is_promise(self, index: int, start: int) -> bool:
        """Reads "promised an answer by Friday", but not "had promised"."""
        tokens, words = self._tokens, self._words
        limited = tokens.word(start - 1) in words.limits and tokens.words[index].startswith(words.plans)
        return limited and tokens.word(index - 1) not in words.pluperfect

    def _in_present(self, start: int, end: int, begin: int) -> bool:
        """Whether the sentence tells in the present tense what happens on a date ("Powers move on 12 April").

        It does if a verb before the date can be neither past nor perfect, nor tells of what was said or was.
        """
        tokens, words = self._tokens, self._words
        if tokens.word(start - 1) not in words.fronting and tokens.code(end) not in _STOPS:
            return False
        first = max(0, start - _FARTHEST_BEFORE)
        while first < start and tokens.starts[first] < begin:
            first += 1
        last = end
        while last < min(end + _FARTHEST_BEFORE, len(tokens.starts)) and tokens.codes[last] not in _STOPS:
            last += 1
        if any(self._bars_present(i) for i in (*range(first, start), *range(end, last))):
            return False
        verb = next((i for i in range(start - 1, first, -1) if _may_be_present_verb(tokens, i)), None)
        if verb is None or tokens.words[verb] in words.statives:
            return False
        return words.looking_back.isdisjoint(tokens.words[verb + 1 : start])

    def _bars_present(self, index: int) -> bool:
        """Whether a word shows that its sentence is not in the simple present."""
        word, words = self._tokens.words[index], self._words
        unclear = word in words.lasting or word in words.copulas or word in words.either_tense
        return unclear or self._said_by(index) == "past"

    def _said_by(self, index: int) -> Tense:
        found = self._said.get(index)
        if found is None:
            found = self._said[index] = _said_by(self._tokens, index)
        return found


def _opens_side_clause(tokens: Tokens, index: int) -> bool:
    """Reads ", renewed in 1905", ", signed at Tartu that October"."""
    words = tokens.language.tense
    if tokens.word(index - 1) != "," or tokens.word(index - 2) in words.connectives:
        return False
    if tokens.word(index + 1) not in words.after_participles:
        return False
    return tokens.word(index).endswith(words.past_endings) and _is_past(tokens, index)


def _at_the_limit(tokens: Tokens, end: int) -> bool:
    """Reads "Saturday at the earliest"."""
    return tokens.code(end) == CODES["at"] and tokens.word(end + 2) in tokens.language.tense.extremes


def _is_set_for(tokens: Tokens, index: int, start: int) -> bool:
    """Reads "the hearing is on Friday", "the summit is in Bali in December"."""
    in_place = tokens.word(index + 1) in tokens.language.tense.place_prepositions
    return start - index <= (_PLACE_WITHIN if in_place else _COPULA_WITHIN)


def _said_by(tokens: Tokens, index: int) -> Tense:
    """What one word says about the time of its clause: a verb, a modal, or "to" after a plan."""
    word, words = tokens.word(index), tokens.language.tense
    if word in words.modals:
        return _modal(tokens, index)
    if word in words.future:
        return "future"
    if word in words.infinitive_markers:
        return "future" if _planned(tokens, index) else ""
    if word in words.finite_past:
        return "" if tokens.word(index + 1) in words.infinitive_markers else "past"
    if word in words.schedules or (word in words.schedules_of_many and _has_subject(tokens, index)):
        return "future"
    return "past" if _is_past(tokens, index) else ""


def _modal(tokens: Tokens, index: int) -> Tense:
    """Reads "may go", but not "could not go", "should have gone" or the month."""
    if not tokens.raw(index).islower():
        return ""
    words, following = tokens.language.tense, tokens.word(index + 1)
    if following in words.perfect_auxiliaries and tokens.word(index + 2) not in words.infinitive_markers:
        return "past"
    return "past" if tokens.word(index) in words.past_modals and following in words.negations else "future"


def _planned(tokens: Tokens, index: int) -> bool:
    """Reads "are to go", "hope to go", "told the men to go", "the match, to be played"."""
    words, before = tokens.language.tense, tokens.word(index - 1)
    if before in words.copulas or (before == "," and tokens.word(index + 1) in words.infinitive_copulas):
        return True
    plans = words.plans
    return any(tokens.word(i).startswith(plans) for i in range(index - 1, index - 1 - _FARTHEST_PLAN, -1))


def _has_subject(tokens: Tokens, index: int) -> bool:
    """Reads "unions meet", "England play", "they leave"; not "the play", "to meet"."""
    before, raw = tokens.word(index - 1), tokens.raw(index - 1)
    if before in tokens.language.tense.pronouns:
        return True
    if before in tokens.language.guards.function_words:
        return False
    return before.isalpha() and (raw[:1].isupper() or tokens.language.guards.is_plural(raw))


def _may_be_present_verb(tokens: Tokens, index: int) -> bool:
    """Reads "hears" in "the court hears the case", "move" in "powers move to Belfast"."""
    guards, words, word = tokens.language.guards, tokens.language.tense, tokens.words[index]
    if not (word.isalpha() and tokens.raw(index).islower()) or word in guards.function_words:
        return False
    if word.endswith((*words.past_endings, *words.adverb_endings, *words.no_present_endings)):
        return False
    following = tokens.raw(index + 1)
    opens = (
        following[:1].isupper() or following[:1].isdigit() or tokens.word(index + 1) in guards.function_words
    )
    if not (opens or tokens.word(index + 1).endswith(words.adverb_endings)):
        return False
    before = tokens.word(index - 1)
    if guards.is_plural(word):
        noun = before.isalpha() and before not in guards.function_words and before not in guards.determiners
        return before in words.singular_pronouns or (noun and not guards.is_plural(tokens.raw(index - 1)))
    return before in words.pronouns or guards.is_plural(before)


def _is_past(tokens: Tokens, index: int) -> bool:
    """A past form; not the participle of "will be held", of "is closed", nor a bare form after "to"."""
    words, word = tokens.language.tense, tokens.word(index)
    regular = word.endswith(words.past_endings) and len(word) >= _SHORTEST_PAST and word not in words.no_pasts
    if not (regular or word in words.irregular_pasts) or not tokens.raw(index).islower():
        return False
    before = tokens.word(index - 1)
    if before.endswith(words.adverb_endings):
        before = tokens.word(index - 2)
    if before in words.before_participles or before in words.modals:
        return False
    return not (word in words.plan_participles and tokens.word(index + 1) in words.plan_particles)
