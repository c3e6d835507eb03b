"""Refuse what looks like a date but is none, and say why: other numbers, homographs, habits, names.

Each rule has one small function, called after the grammar has matched: in `number_guards` for numbers, in
`word_guards` for words. The language lists the words that they check
(`dossier.recognise.dates.cue_words.GuardWords`); without such words, a form is admitted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from dossier.recognise.dates import number_guards, word_guards
from dossier.recognise.dates.forms import Calendar, FoundForm, Interval
from dossier.recognise.dates.surroundings import Reason, Refusal, Surroundings
from dossier.recognise.dates.tokens import Tokens
from dossier.recognise.dates.vocabulary import CODES, MARKS

_LONGEST_MONTH: Final = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
_DATE_CODES: Final = frozenset(CODES[name] for name in ("month", "abbr", "season", "year", "iso", "numeric"))
_MONTHS: Final = (CODES["month"], CODES["abbr"])
_DAYS: Final = frozenset(CODES[name] for name in ("day_number", "two_digits", "nth"))
_SIGNS: Final = (*MARKS["dash"], *MARKS["dot"])
#: Rules whose forms are numbers alone: behind a dash and a number they are a part of it.
_BARE_NUMBERS: Final = frozenset(("year", "year-range", "year-of-era", "decade"))
#: In characters: how much of what touches a date is told.
_MOST_TOLD: Final = 20
_TOUCHING_BEFORE: Final = re.compile(r"[^\s(\[\"“«]+$")
_TOUCHING_AFTER: Final = re.compile(r"[^\s.,;:!?)\]\"”»]+")
_NO_SUCH_DAY: Final[Reason] = "no-such-day"
_JOINED: Final[Reason] = "joined-to-something"
_OF_SIGNS: Final[Mapping[str, Reason]] = {
    **dict.fromkeys("$£€%°", "measures-something"),
    **dict.fromkeys("#№", "numbers-something"),
}
#: What a guard of a language refuses; only the language knows why.
OWN_GUARD: Final = "own-guard"


def refusal_of(tokens: Tokens, found: FoundForm) -> Refusal | None:
    """Why a form that the grammar read is no date; None where it is one."""
    if not _has_day(found):
        return Refusal(_NO_SUCH_DAY)
    joined = _joined_to(tokens, found)
    if joined is not None:
        return joined
    guard, own = _GUARDS.get(found.rule), tokens.language.own_guards.get(found.rule)
    if guard is None and own is None:
        return None
    around = Surroundings.of(tokens, found)
    refusal = None if guard is None else guard(around)
    if refusal is None and own is not None and not own(around):
        return Refusal(OWN_GUARD)
    return refusal


def _has_day(found: FoundForm) -> bool:
    """30 February is no date; 29 February may be one."""
    form = found.form.first if isinstance(found.form, Interval) else found.form
    if not isinstance(form, Calendar) or form.month is None or form.day is None:
        return True
    return 1 <= form.day <= _LONGEST_MONTH.get(form.month, 31)


def _joined_to(tokens: Tokens, found: FoundForm) -> Refusal | None:
    """What letter, digit, underscore, currency or slash touches a form: "S/2015", "$1990", "foo_1990"."""
    text, start, end = tokens.text, tokens.starts[found.start], tokens.ends[found.end - 1]
    if _touched_before(tokens, found):
        touching = _TOUCHING_BEFORE.search(text, max(0, start - _MOST_TOLD), start)
        return _refuse_joined(text[start - 1], touching)
    after = text[end : end + 1]
    if after and (after.isalnum() or after in "_%°=@\\"):
        return _refuse_joined(after, _TOUCHING_AFTER.match(text, end, end + _MOST_TOLD))
    return None


def _refuse_joined(sign: str, touching: re.Match[str] | None) -> Refusal:
    return Refusal(_OF_SIGNS.get(sign, _JOINED), touching.span() if touching else None)


def _touched_before(tokens: Tokens, found: FoundForm) -> bool:
    index = found.start
    text, start = tokens.text, tokens.starts[index]
    before = text[max(0, start - 1) : start]
    if not before:
        return False
    if before.isalnum() or before in "_$£€#№+=@\\":
        return True
    beyond = text[max(0, start - 2) : start - 1]
    if before == "/":
        joined = beyond.isalnum() and tokens.codes[index - 2] in _DATE_CODES
        return not joined or found.rule in _BARE_NUMBERS
    if not text[start].isdigit():
        # Part of “10-Apr-15”; but “Nov. 30-Dec. 1” has two dates.
        of_month = tokens.codes[max(0, index - 4) : max(0, index - 2)].rstrip(CODES["dot"])[-1:] in _MONTHS
        return beyond.isdigit() and before in _SIGNS and tokens.codes[index - 2] in _DAYS and not of_month
    if before in (".", ",", ":"):
        return beyond.isdigit()
    if before not in MARKS["dash"]:
        return False
    if beyond.isdigit():
        return tokens.codes[index - 2] not in _DATE_CODES or found.rule in _BARE_NUMBERS
    return beyond.isalpha() and before == "-" and not _may_be_joined(tokens, index - 2)


def _may_be_joined(tokens: Tokens, index: int) -> bool:
    """Whether a number after a word and hyphen may be a date: mid-1907, August-24 September; not Kh-2000."""
    return tokens.codes[index] in _DATE_CODES or tokens.word(index) in tokens.language.guards.joined_prefixes


_GUARDS: Final[dict[str, Callable[[Surroundings], Refusal | None]]] = {
    "year": number_guards.year,
    "year-range": number_guards.year_range,
    "year-of-era": number_guards.year_of_era,
    "short-year": number_guards.short_year,
    "days-of-month": number_guards.days_of_month,
    "day-of-month": number_guards.day_of_month,
    "decade": number_guards.decade,
    "month": word_guards.month,
    "month-year": word_guards.month_year,
    "month-day": word_guards.month_day,
    "season": word_guards.season,
    "season-year": word_guards.season_year,
    "feast": word_guards.feast,
    "weekday": word_guards.weekday,
    "period": word_guards.period,
    "period-edge": word_guards.period,
    "shift": word_guards.shift,
    "quarter": word_guards.quarter,
}
