"""Refuse words that are no dates: verbs and names, common words, habits, lengths of time.

Each guard has the name of the rule whose forms it sees, and gives None where such a form may be a date.
"""

from __future__ import annotations

from typing import Final

from dossier.recognise.dates.forms import Calendar, Period, Shift, Weekday
from dossier.recognise.dates.surroundings import Refusal, Surroundings
from dossier.recognise.dates.vocabulary import CODES

#: In tokens: how far before “in ten years” the word may be that makes it a length of time.
_FARTHEST_RECORD: Final = 8
_THE: Final = CODES["the"]
_OF: Final = CODES["of"]
_LAST: Final = CODES["last"]
_POINTERS: Final = frozenset(CODES[name] for name in ("last", "next", "following"))
_DAYS: Final = frozenset((CODES["day_number"], CODES["nth"]))
#: A number of two digits that is no day of a month.
_NO_DAY: Final = CODES["two_digits"]
_GO_ON: Final = frozenset(CODES[name] for name in ("and", "to", "dash"))
_COUNTS: Final = frozenset(
    CODES[name] for name in ("day_number", "two_digits", "three_digits", "word_number", "a")
)
_JOINS: Final = frozenset((CODES["dash"], CODES["slash"]))
_ENDS_OF_DATE: Final = frozenset(CODES[name] for name in ("month", "abbr", "year", "day_number", "nth"))
_MONTHS: Final = frozenset((CODES["month"], CODES["abbr"]))


def month(around: Surroundings) -> Refusal | None:
    """A month alone: its name may be a verb, a modal or somebody's name."""
    tokens, words, last = around.tokens, around.words, around.found.end - 1
    if around.last in words.afterthoughts:
        return around.refuse_for_after("goes-on") if around.noun_follows else None
    if tokens.codes[last] in _POINTERS:
        return around.refuse_for("goes-on", last, last + 1)
    last -= around.last == "."
    if words.months_capitalised and not tokens.raw(last)[:1].isupper():
        return around.refuse("may-be-a-word")
    if around.after in words.month_compounds:
        return around.refuse_for_after("part-of-a-name")
    touching = _touches_a_day(around)
    if touching is not None:
        return touching
    form = around.found.form
    if around.found.edge or (isinstance(form, Calendar) and form.which) or around.after in words.events:
        return None
    if tokens.word(last) in words.ambiguous_months:
        return _lacks_month_context(around)
    if around.name_precedes and around.before not in words.time_prepositions:
        return around.refuse_for_before("part-of-a-name")
    return None


def _touches_a_day(around: Surroundings) -> Refusal | None:
    """30 February is not a month; but "in March 12 ships sailed" has one."""
    if around.before_code in _DAYS or around.before_code == _NO_DAY:
        return around.refuse_for_before("no-such-day")
    if around.after_code in _DAYS and around.before not in around.words.month_only_prepositions:
        return around.refuse_for_after("no-such-day")
    tokens, end = around.tokens, around.found.end
    # “Apr-15” may be a day or a year; “August-24 September” has both months.
    if around.after_code in _JOINS and tokens.glued(end) and tokens.glued(end + 1):
        unclear = tokens.word(end + 1).isdigit() and tokens.code(end + 1) != CODES["year"]
        if unclear and tokens.code(end + 2) not in _MONTHS:
            return around.refuse_for("joined-to-something", end, end + 2)
    return None


def month_year(around: Surroundings) -> Refusal | None:
    """Not "45 May 2022", which has no such day."""
    return around.refuse_for_before("no-such-day") if around.before_code == _NO_DAY else None


def _lacks_month_context(around: Surroundings) -> Refusal | None:
    """In May; the May uprising; from May to July; in April and May: but not "and May's cabinet"."""
    words = around.words
    if around.before in words.month_prepositions:
        if around.name_follows and around.before not in words.month_only_prepositions:
            return around.refuse_for_after("part-of-a-name")
        return None
    if around.before_code == _THE:
        dated = around.noun_follows
    elif around.before == "(" and around.after in (")", ";", ","):
        dated = True
    else:
        dated = around.joined_after or around.joined_before
    return None if dated else around.refuse("may-be-a-word")


def month_day(around: Surroundings) -> Refusal | None:
    """Not "in March 12 ships sailed", which has a month and a number, nor "May 5 percent"."""
    words = around.words
    if around.last in words.afterthoughts and around.noun_follows:
        return around.refuse_for_after("goes-on")
    month_first = around.tokens.codes[around.found.start] in _MONTHS
    if month_first and around.before in words.month_only_prepositions:
        noun = around.noun_follows
        return around.refuse_for_after("counts-something") if noun else around.refuse("counts-something")
    return around.refuse_for_after("measures-something") if around.after in words.percents else None


def season(around: Surroundings) -> Refusal | None:
    """A season needs a context of time: "the fall of Rome", "winter coats" and "the Winter War" have none."""
    words, form = around.words, around.found.form
    if around.after_code == _OF:
        return around.refuse_for_after("goes-on")
    if around.raw_after in words.season_compounds:
        return around.refuse_for_after("part-of-a-name")
    if around.first in words.adverbs:
        return None
    if around.noun_follows and around.after in words.events:
        return around.refuse_for_before("any-of-many") if around.before_code == CODES["a"] else None
    told = around.found.edge or (isinstance(form, Calendar) and form.which)
    if told and around.tokens.raw(around.found.end - 1).islower():
        return None
    if around.name_follows:
        return around.refuse_for_after("part-of-a-name")
    if told:
        return None
    ambiguous = around.first in words.ambiguous_seasons
    if around.noun_follows and not ambiguous and not around.past_follows:
        return around.refuse_for_after("part-of-a-name")
    if not around.noun_follows and _is_placed_season(around):
        return None
    if _follows_a_name(around):
        return around.refuse_for_before("part-of-a-name")
    return around.refuse("may-be-a-word" if ambiguous else "no-context")


def _is_placed_season(around: Surroundings) -> bool:
    words = around.words
    if around.joined_after:
        return not around.before.isalpha() or around.before in words.function_words
    if around.before_code == _THE:
        return _is_told_of(around)
    if around.first in words.ambiguous_seasons:
        return around.before in words.spring_prepositions
    return around.before in words.season_prepositions


def _is_told_of(around: Surroundings) -> bool:
    """In the spring; they spent the autumn; "The winter was hard"."""
    if around.tokens.word(around.found.start - 2) in around.words.season_introducers:
        return True
    return around.raw_before.istitle() and around.after in around.words.season_verbs


def season_year(around: Surroundings) -> Refusal | None:
    """The Prague Spring in 1968 is a name and a year; 1848 Summer Street is an address."""
    if around.raw_after in around.words.streets:
        return around.refuse_for_after("part-of-a-name")
    return around.refuse_for_before("part-of-a-name") if _follows_a_name(around) else None


def _follows_a_name(around: Surroundings) -> bool:
    return around.tokens.raw(around.found.start)[:1].isupper() and around.name_precedes


def feast(around: Surroundings) -> Refusal | None:
    """Not "Christmas shopping", nor "a card for Christmas": one word needs a context of time."""
    if around.found.end - around.found.start > 1 or around.first in around.words.adverbs:
        return None
    if around.before not in around.words.date_prepositions:
        return around.refuse("no-context")
    if around.name_follows or around.plural_follows:
        return around.refuse_for_after("part-of-a-name")
    return None


def weekday(around: Surroundings) -> Refusal | None:
    """Not every Tuesday, Black Friday, the Sunday Times or Sunday school."""
    words, form = around.words, around.found.form
    if around.last in around.tokens.language.lexicon.short_weekdays:
        return around.refuse("may-be-a-word")
    if around.before in words.habits and not _is_apposition(around):
        return around.refuse_for_before("any-of-many")
    if around.name_precedes:
        return around.refuse_for_before("part-of-a-name")
    if around.after in words.weekday_compounds:
        return around.refuse_for_after("part-of-a-name")
    if isinstance(form, Weekday) and (form.in_week or form.weeks):
        return _weeks(around)
    if around.tokens.codes[around.found.end - 1] in _POINTERS and around.noun_follows:
        return around.refuse_for_after("goes-on")
    alone = around.first == around.last
    if around.before_code == _THE and alone and around.plural_follows:
        return around.refuse_for_after("any-of-many")
    if around.name_follows and around.after not in words.parts_of_day:
        dated = around.before in words.date_prepositions or not alone
        return None if dated else around.refuse_for_after("part-of-a-name")
    return None


def _is_apposition(around: Surroundings) -> bool:
    """Reads "3 May (a Friday)", "3 May 2019, a Friday"."""
    tokens, start = around.tokens, around.found.start
    behind = tokens.code(start - 2) in (CODES["open"], CODES["comma"]) and around.before_code == CODES["a"]
    return behind and tokens.code(start - 3) in _ENDS_OF_DATE


def _weeks(around: Surroundings) -> Refusal | None:
    """Not "after a week on Friday", nor "a Monday week-long strike"."""
    if around.before in around.words.length_prepositions:
        return around.refuse_for_before("length-of-time")
    glued = around.after_code == CODES["dash"] and around.tokens.glued(around.found.end)
    return around.refuse_for_after("part-of-a-name") if glued else None


def period(around: Surroundings) -> Refusal | None:
    """Not "the last year" (a length of time), "to this day", "the end of the day"."""
    tokens, words, form = around.tokens, around.words, around.found.form
    if not isinstance(form, Period):
        return None
    start = around.found.start
    first = tokens.codes[start]
    if form.which == "last" and around.after_code == _OF:
        return around.refuse_for_after("goes-on")
    if first == _LAST and around.before_code == _THE:
        return around.refuse_for_before("length-of-time")
    if form.which == "the" and form.unit in ("day", "weekend"):
        return _the_day(around, form)
    if form.which == "new":
        dated = around.found.edge or around.before in words.time_prepositions
        return None if dated else around.refuse("no-context")
    if around.before_code == CODES["to"] and first == CODES["this"]:
        return around.refuse_for_before("set-phrase")
    if form.unit == "year" and around.last in tokens.language.lexicon.plural_units:
        return None if around.noun_follows else around.refuse("length-of-time")
    edge = start + (first == _THE)
    return around.refuse_for("set-phrase", edge, edge + 1) if tokens.word(edge) in words.vague_edges else None


def _the_day(around: Surroundings, form: Period) -> Refusal | None:
    """At the weekend; but "the end of the day"."""
    if form.unit == "day":
        return around.refuse("set-phrase")
    return None if around.before in around.words.weekend_prepositions else around.refuse("no-context")


def shift(around: Surroundings) -> Refusal | None:
    """The words "two days after" end a clause, or it is two days after something."""
    form = around.found.form
    if isinstance(form, Shift) and form.if_ahead:
        return _ahead(around)
    if not isinstance(form, Shift) or around.last not in around.words.open_shifts:
        return None
    ends = not around.after[:1].isalnum() or around.after in around.words.clause_goes_on
    return None if ends else around.refuse_for_after("goes-on")


def _ahead(around: Surroundings) -> Refusal | None:
    """Will be held in two weeks; not "the first vote in two weeks", nor "in two weeks of talks"."""
    tokens, words, start = around.tokens, around.words, around.found.start
    if around.after_code == _OF or (
        around.after_code in _GO_ON and tokens.code(around.found.end + 1) in _COUNTS
    ):
        return around.refuse_for_after("goes-on")
    for i in range(start - 1, max(-1, start - 1 - _FARTHEST_RECORD), -1):
        word = tokens.words[i]
        if not word.isalpha():
            break
        if word in words.records or word.endswith(words.record_endings):
            return around.refuse_for("length-of-time", i, i + 1)
    return None


def quarter(around: Surroundings) -> Refusal | None:
    """In the third quarter; not the third quarter of a match, nor every third quarter."""
    if around.after_code == _OF:
        return around.refuse_for_after("goes-on")
    return None if around.before in around.words.quarter_prepositions else around.refuse("no-context")
