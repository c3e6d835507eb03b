"""Words that are no dates: months that are names and verbs, common words, habits, lengths of time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dossier.recognise.dates.around import Around, is_plural, joined, joined_before
from dossier.recognise.dates.forms import Calendar, Period, Shift
from dossier.recognise.dates.lexicon import AMBIGUOUS_MONTHS, CODES
from dossier.recognise.dates.words import (
    CLAUSE_GOES_ON,
    DATE_PREPOSITIONS,
    EVENTS,
    FUNCTION_WORDS,
    HABITS,
    MONTH_PREPOSITIONS,
    PARTS_OF_DAY,
    SEASON_VERBS,
    STREETS,
    TIME_PREPOSITIONS,
    WEEKEND_PREPOSITIONS,
)

#: "the 12th of October last", as old papers put it.
#: "By spring", but "water from spring".
SPRING_PREPOSITIONS: Final = frozenset(
    "by since until till this last next late early mid during throughout".split()
)
QUARTER_PREPOSITIONS: Final = frozenset("in by since until till for during from of throughout over".split())
_AFTERTHOUGHTS: Final = frozenset(("last", "next"))
_POINTERS: Final = frozenset((CODES["last"], CODES["next"]))
_DAYS: Final = frozenset((CODES["day_number"], CODES["nth"]))


def _month(around: Around) -> bool:
    """A month alone: its name may be a verb, a modal or somebody's name."""
    if around.last in _AFTERTHOUGHTS:
        return not around.noun_follows
    if around.tokens.codes[around.found.end - 1] in _POINTERS:
        return False
    name = around.last if around.last != "." else around.tokens.word(around.found.end - 2)
    if (
        not around.tokens.raw(around.found.end - 1 - (around.last == "."))[:1].isupper()
        or around.after == "day"
    ):
        return False
    if _touches_a_day(around):
        return False
    form = around.found.form
    if around.found.edge or (isinstance(form, Calendar) and form.which) or around.after in EVENTS:
        return True
    if name in AMBIGUOUS_MONTHS or len(name) <= 4:
        return _has_month_context(around)
    return around.before in TIME_PREPOSITIONS or not around.name_precedes


def _touches_a_day(around: Around) -> bool:
    """30 February is no February; but "in March 12 ships sailed" has a month."""
    if around.tokens.codes[around.found.start - 1 : around.found.start] in _DAYS:
        return True
    return around.tokens.codes[around.found.end : around.found.end + 1] in _DAYS and around.before != "in"


def _has_month_context(around: Around) -> bool:
    """In May; the May uprising; from May to July; in April and May: but not "and May's cabinet"."""
    if around.before in MONTH_PREPOSITIONS:
        return not around.name_follows or around.before == "in"
    if around.before == "the":
        return around.noun_follows
    if around.before == "(" and around.after in (")", ";", ","):
        return True
    return joined(around.tokens, around.found.end) or joined_before(around.tokens, around.found.start)


def _month_day(around: Around) -> bool:
    """Not "in March 12 ships sailed", which has a month and a number, nor "May 5 percent"."""
    if around.last in _AFTERTHOUGHTS and around.noun_follows:
        return False
    month_first = around.tokens.codes[around.found.start] in (CODES["month"], CODES["abbr"])
    return not (month_first and around.before == "in") and around.after not in ("percent", "per")


def _season(around: Around) -> bool:
    """A season needs a context of time: "the fall of Rome", "winter coats" and "the Winter War" have none."""
    form = around.found.form
    pointed = around.found.edge or (isinstance(form, Calendar) and form.which)
    if around.after == "of" or around.raw_after == "War":
        return False
    if around.noun_follows and around.after in EVENTS:
        return around.before != "a"
    if around.name_follows or pointed:
        return not around.name_follows
    if around.noun_follows:
        return False
    if joined(around.tokens, around.found.end):
        return not around.before.isalpha() or around.before in FUNCTION_WORDS
    if around.before == "the":
        return _is_told_of(around)
    if around.first in ("fall", "spring"):
        return around.before in SPRING_PREPOSITIONS
    return around.before in TIME_PREPOSITIONS or around.before == "all"


def _is_told_of(around: Around) -> bool:
    """In the spring; they spent the autumn; "The winter was hard"."""
    before = around.tokens.word(around.found.start - 2)
    if before in TIME_PREPOSITIONS or before in ("spent", "passed", "all"):
        return True
    return around.tokens.raw(around.found.start - 1) == "The" and around.after in SEASON_VERBS


def _season_year(around: Around) -> bool:
    """The Prague Spring in 1968 is a name and a year; 1848 Summer Street an address."""
    return around.raw_after not in STREETS and not (
        around.tokens.raw(around.found.start)[:1].isupper() and around.name_precedes
    )


def _feast(around: Around) -> bool:
    """Not "Christmas shopping", nor "a card for Christmas": one word needs a context of time."""
    if around.found.end - around.found.start > 1:
        return True
    return around.before in DATE_PREPOSITIONS and not (around.name_follows or is_plural(around.raw_after))


def _weekday(around: Around) -> bool:
    """Not every Tuesday, Black Friday, the Sunday Times or Sunday school."""
    if len(around.last) < 6 or around.before in HABITS or around.name_precedes or around.after == "school":
        return False
    if around.before == "the" and around.first == around.last and is_plural(around.raw_after):
        return False
    if around.name_follows and around.after not in PARTS_OF_DAY:
        return around.before in DATE_PREPOSITIONS or around.first != around.last
    return True


def _period(around: Around) -> bool:
    """Not "the last year" (a length of time), "to this day", "the end of the day"."""
    form = around.found.form
    if not isinstance(form, Period):
        return True
    if around.first in ("last", "past") and (around.before == "the" or around.after == "of"):
        return False
    if form.which == "the" and form.unit in ("day", "weekend"):
        return form.unit == "weekend" and around.before in WEEKEND_PREPOSITIONS
    if form.which == "new":
        return bool(around.found.edge) or around.before in TIME_PREPOSITIONS
    if around.before == "to" and around.first == "this":
        return False
    if around.last == "years":
        return around.noun_follows
    return around.tokens.word(around.found.start + (around.first == "the")) not in ("turn", "dawn")


def _shift(around: Around) -> bool:
    """The words "two days after" end a clause, or it is two days after something."""
    if not isinstance(around.found.form, Shift) or around.last not in (
        "after",
        "before",
        "previously",
        "thereafter",
    ):
        return True
    return not around.after[:1].isalnum() or around.after in CLAUSE_GOES_ON


def _quarter(around: Around) -> bool:
    """In the third quarter; not the third quarter of a match, nor every third quarter."""
    return around.before in QUARTER_PREPOSITIONS and around.after != "of"


WORD_GUARDS: Final[dict[str, Callable[[Around], bool]]] = {
    "month": _month,
    "month-day": _month_day,
    "season": _season,
    "season-year": _season_year,
    "feast": _feast,
    "weekday": _weekday,
    "period": _period,
    "period-edge": _period,
    "shift": _shift,
    "quarter": _quarter,
}
