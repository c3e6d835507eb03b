"""Refuse what looks like a date but is none: other numbers, homographs, habits, names.

Each rule has one small function, called after the grammar has matched. The language lists the words that it
checks (`dossier.recognise.dates.vocabulary.GuardWords`); without such words, a form is admitted.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dossier.recognise.dates.forms import Calendar, FoundForm, Interval, Period, Shift
from dossier.recognise.dates.surroundings import Surroundings
from dossier.recognise.dates.tokens import Tokens
from dossier.recognise.dates.vocabulary import CODES

_EARLIEST_BARE_YEAR: Final = 1300
_LATEST_BARE_YEAR: Final = 2060
_LONGEST_MONTH: Final = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
_MOST_TELEPHONE_WORDS: Final = 3
_DASH: Final = CODES["dash"]
_THE: Final = CODES["the"]
_OF: Final = CODES["of"]
_COUNTING_PREPOSITIONS: Final = frozenset((CODES["in"], CODES["since"]))
_STRETCH_OPENERS: Final = frozenset((CODES["between"], CODES["from"]))
_LISTED: Final = frozenset((CODES["and"], CODES["comma"]))
_POINTERS: Final = frozenset(CODES[name] for name in ("last", "next", "following"))
_DAYS: Final = frozenset((CODES["day_number"], CODES["nth"]))
_MONTHS: Final = frozenset((CODES["month"], CODES["abbr"]))
_BEFORE_DECADE: Final = frozenset((_THE, CODES["early"]))
_JOINS: Final = frozenset(CODES[name] for name in ("dash", "and", "to", "until", "slash"))
_SKIPPED: Final = "".join(CODES[name] for name in ("in", "on", "the", "early", "from", "until"))
_DATE_CODES: Final = frozenset(CODES[name] for name in ("month", "abbr", "season", "year"))


def admits(tokens: Tokens, found: FoundForm) -> bool:
    """Whether a form that the grammar read is where a date can be."""
    if not (_has_day(found) and _on_boundaries(tokens, found)):
        return False
    guard, own = _GUARDS.get(found.rule), tokens.language.own_guards.get(found.rule)
    if guard is None and own is None:
        return True
    around = Surroundings.of(tokens, found)
    return (guard is None or guard(around)) and (own is None or own(around))


def _has_day(found: FoundForm) -> bool:
    """30 February is no date; 29 February may be one."""
    form = found.form.first if isinstance(found.form, Interval) else found.form
    if not isinstance(form, Calendar) or form.month is None or form.day is None:
        return True
    return 1 <= form.day <= _LONGEST_MONTH.get(form.month, 31)


def _on_boundaries(tokens: Tokens, found: FoundForm) -> bool:
    """Whether no letter, digit, underscore, currency or slash touches it: "S/2015", "$1990", "foo_1990"."""
    text, start, end = tokens.text, tokens.starts[found.start], tokens.ends[found.end - 1]
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before and (before.isalnum() or before in "_$£€#/№+=@\\"):
        return False
    if text[start].isdigit() and before in (".", ",", ":", "-"):
        beyond = text[max(0, start - 2) : start - 1]
        if beyond.isdigit():
            return False
        if beyond.isalpha() and before == "-" and not _may_be_joined(tokens, found.start - 2):
            return False
    return not (after and (after.isalnum() or after in "_%°=@\\"))


def _may_be_joined(tokens: Tokens, index: int) -> bool:
    """Whether a number after a word and hyphen may be a date: mid-1907, August-24 September; not Kh-2000."""
    return tokens.codes[index] in _DATE_CODES or tokens.word(index) in tokens.language.guards.joined_prefixes


def _joined(tokens: Tokens, index: int) -> bool:
    """Whether a dash, "and" or "to" joins another date: "(May-August 1950)"."""
    if tokens.code(index) not in _JOINS:
        return False
    following = tokens.codes[index + 1 : index + 4].lstrip(_SKIPPED)
    return following[:1] in _DATE_CODES


def _joined_before(tokens: Tokens, index: int) -> bool:
    """Whether a join and a date come before: "in April and May"."""
    if tokens.code(index - 1) not in _JOINS:
        return False
    return tokens.code(index - 2) in _DATE_CODES or tokens.word(index - 2).isdigit()


# --- numbers: counts, numbers of things, prices, measures


def _year(around: Surroundings) -> bool:
    """A bare number is a year unless it identifies or counts something, or is part of another number."""
    tokens, words, found = around.tokens, around.words, around.found
    form, index = found.form, found.end - 1
    if not isinstance(form, Calendar) or CODES["era"] in tokens.codes[found.start : found.end]:
        return around.last not in words.uppercase_eras or tokens.raw(index).isupper()
    if _numbers_something(tokens, found.start) or _counts(around) or _glued_to_number(tokens, index):
        return False
    if found.approximate:
        return not around.noun_follows
    year = form.year or 0
    if year % 100 == 0 and around.before_code == _OF:
        return False
    if found.edge or _EARLIEST_BARE_YEAR <= year <= _LATEST_BARE_YEAR:
        return True
    return year >= 1000 and around.before in words.time_prepositions


def _numbers_something(tokens: Tokens, start: int) -> bool:
    """Room 1917; No. 2015; $1990; at 1945."""
    words, before = tokens.language.guards, tokens.word(start - 1)
    if before == "." and tokens.code(start - 1) == CODES["dot"]:
        return tokens.word(start - 2) in words.numbered_with_stop
    return before in words.numbered or (tokens.code(start - 1) == CODES["hash"] and before != "#")


def _counts(around: Surroundings) -> bool:
    """1812 mules; over 1500; 2015 dollars."""
    words = around.words
    if (
        _is_quantity(around)
        or around.before in words.quantifiers
        or (around.before_code == CODES["at"] and not around.found.edge)
    ):
        return True
    if around.after in words.measures or around.raw_after in ("%", "°", "€", "$", "£"):
        return True
    if around.after in words.counted:
        return around.before_code not in _COUNTING_PREPOSITIONS
    if around.after in words.plural_verbs:
        return around.before not in words.time_prepositions
    return (
        around.plural_follows
        and not _closes_stretch(around)
        and around.after not in words.dated
        and around.before not in words.year_introducers
    )


def _closes_stretch(around: Surroundings) -> bool:
    """Between 1920 and 1925 roads were built."""
    tokens, start = around.tokens, around.found.start
    return _joined_before(tokens, start) and tokens.code(start - 3) in _STRETCH_OPENERS


def _is_quantity(around: Surroundings) -> bool:
    """1830 m; the 1500-metre race; 1921 Canal Street; tel. 2010 1945; the film "1984"."""
    tokens, words, end = around.tokens, around.words, around.found.end
    if around.after in words.unit_signs and tokens.code(end + 1) != CODES["dot"]:
        return True
    if around.after_code == _DASH and tokens.glued(end + 1):
        return tokens.word(end + 1) in words.hyphened_measures
    if around.after in words.single_measures:
        return True
    return _is_address(around) or _is_telephone(tokens, around.found.start) or _is_title(around)


def _is_address(around: Surroundings) -> bool:
    """1921 Canal Street: a number, a name and a word such as "Street"; not "in 1921 Canal Street grew"."""
    words, end = around.words, around.found.end
    if not around.name_follows or around.before in words.lone_year_prepositions:
        return False
    return any(around.tokens.raw(end + i) in words.streets for i in (1, 2))


def _is_telephone(tokens: Tokens, index: int) -> bool:
    """Tel. 2010 1945: a number after "tel.", with any numbers between."""
    words = tokens.language.guards
    for i in range(index - 1, max(-1, index - 1 - _MOST_TELEPHONE_WORDS), -1):
        word = tokens.words[i]
        if word in words.telephones:
            return True
        if not (word.isdigit() or word in (".", ":") or word in words.telephone_fillers):
            return False
    return False


def _is_title(around: Surroundings) -> bool:
    """A number alone in quotation marks."""
    return around.raw_before in ('"', "“", "«") and around.raw_after in ('"', "”", "»")


def _glued_to_number(tokens: Tokens, index: int) -> bool:
    """1800-1234 is not a year: a dash without spaces and more digits, where no range was read."""
    if tokens.code(index + 1) != _DASH or not tokens.glued(index + 1):
        return False
    return tokens.glued(index + 2) and tokens.word(index + 2)[:1].isdigit()


def _year_range(around: Surroundings) -> bool:
    if _numbers_something(around.tokens, around.found.start) or _counts(around):
        return False
    return not (around.after_code == _DASH and around.tokens.word(around.found.end + 1)[:1].isdigit())


def _short_year(around: Surroundings) -> bool:
    """Of '68, since '14, May '68: an apostrophe that touches the digits and no word before it."""
    tokens, last = around.tokens, around.found.end - 1
    if not tokens.glued(last) or tokens.glued(last - 1) or around.noun_follows:
        return False
    return around.found.end - around.found.start > 2 or around.before in around.words.time_prepositions


def _year_of_era(around: Surroundings) -> bool:
    """In 219; July 413; 535-554; the campaign of 552: but not "of 300 ships", "to 134"."""
    noun = around.noun_follows and not (around.name_follows or around.past_follows)
    if noun or _glued_to_number(around.tokens, around.found.end - 1):
        return False
    form = around.found.form
    if isinstance(form, Interval) or (isinstance(form, Calendar) and form.month is not None):
        return True
    governed = around.before in around.words.date_prepositions or around.before_code == _OF
    return bool(around.found.edge) or governed


def _days_of_month(around: Surroundings) -> bool:
    form = around.found.form
    if isinstance(form, Calendar) and form.year is None and around.last.isdigit():
        return not (around.noun_follows and around.plural_follows)
    return True


def _day_of_month(around: Surroundings) -> bool:
    """On the 13th; on the 19th and 22nd; a letter of the 6th; not the 49th parallel, the men of the 6th."""
    if (around.noun_follows and not around.past_follows) or around.after_code == _OF:
        return False
    tokens, words, start = around.tokens, around.words, around.found.start
    if around.before in words.date_prepositions or tokens.codes[start] == CODES["weekday"]:
        return True
    if around.before in words.heads_before_day:
        return tokens.word(start - 2) in words.heads_before_day[around.before]
    follows = start - 2 if around.before_code == _THE else start - 1
    return tokens.code(follows) in _LISTED and tokens.code(follows - 1) == CODES["nth"]


def _decade(around: Surroundings) -> bool:
    """Only "the 1980's" is a decade; "1980's best film" has a year."""
    tokens, end = around.tokens, around.found.end
    if tokens.codes[end - 1] != CODES["possessive"]:
        return True
    return bool(around.found.edge) or tokens.code(end - 3) in _BEFORE_DECADE


# --- words: months that are also names or verbs, common words, habits, lengths of time


def _month(around: Surroundings) -> bool:
    """A month alone: its name may be a verb, a modal or somebody's name."""
    tokens, words, last = around.tokens, around.words, around.found.end - 1
    if around.last in words.afterthoughts:
        return not around.noun_follows
    if tokens.codes[last] in _POINTERS:
        return False
    last -= around.last == "."
    if words.months_capitalised and not tokens.raw(last)[:1].isupper():
        return False
    if around.after in words.month_compounds or _touches_a_day(around):
        return False
    form = around.found.form
    if around.found.edge or (isinstance(form, Calendar) and form.which) or around.after in words.events:
        return True
    if tokens.word(last) in words.ambiguous_months:
        return _has_month_context(around)
    return around.before in words.time_prepositions or not around.name_precedes


def _touches_a_day(around: Surroundings) -> bool:
    """30 February is not a month; but "in March 12 ships sailed" has one."""
    month_only = around.before in around.words.month_only_prepositions
    return around.before_code in _DAYS or (around.after_code in _DAYS and not month_only)


def _has_month_context(around: Surroundings) -> bool:
    """In May; the May uprising; from May to July; in April and May: but not "and May's cabinet"."""
    words = around.words
    if around.before in words.month_prepositions:
        return not around.name_follows or around.before in words.month_only_prepositions
    if around.before_code == _THE:
        return around.noun_follows
    if around.before == "(" and around.after in (")", ";", ","):
        return True
    return _joined(around.tokens, around.found.end) or _joined_before(around.tokens, around.found.start)


def _month_day(around: Surroundings) -> bool:
    """Not "in March 12 ships sailed", which has a month and a number, nor "May 5 percent"."""
    words = around.words
    if around.last in words.afterthoughts and around.noun_follows:
        return False
    month_first = around.tokens.codes[around.found.start] in _MONTHS
    if month_first and around.before in words.month_only_prepositions:
        return False
    return around.after not in words.percents


def _season(around: Surroundings) -> bool:
    """A season needs a context of time: "the fall of Rome", "winter coats" and "the Winter War" have none."""
    words, form = around.words, around.found.form
    pointed = around.found.edge or (isinstance(form, Calendar) and form.which)
    if around.after_code == _OF or around.raw_after in words.season_compounds:
        return False
    if around.first in words.adverbs:
        return True
    if around.noun_follows and around.after in words.events:
        return around.before_code != CODES["a"]
    if around.name_follows or pointed:
        return not around.name_follows
    if around.noun_follows:
        return False
    if _joined(around.tokens, around.found.end):
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


def _season_year(around: Surroundings) -> bool:
    """The Prague Spring in 1968 is a name and a year; 1848 Summer Street is an address."""
    return around.raw_after not in around.words.streets and not (
        around.tokens.raw(around.found.start)[:1].isupper() and around.name_precedes
    )


def _feast(around: Surroundings) -> bool:
    """Not "Christmas shopping", nor "a card for Christmas": one word needs a context of time."""
    if around.found.end - around.found.start > 1 or around.first in around.words.adverbs:
        return True
    return around.before in around.words.date_prepositions and not (
        around.name_follows or around.plural_follows
    )


def _weekday(around: Surroundings) -> bool:
    """Not every Tuesday, Black Friday, the Sunday Times or Sunday school."""
    words = around.words
    if around.last in around.tokens.language.lexicon.short_weekdays or around.before in words.habits:
        return False
    if around.name_precedes or around.after in words.weekday_compounds:
        return False
    if around.before_code == _THE and around.first == around.last and around.plural_follows:
        return False
    if around.name_follows and around.after not in words.parts_of_day:
        return around.before in words.date_prepositions or around.first != around.last
    return True


def _period(around: Surroundings) -> bool:
    """Not "the last year" (a length of time), "to this day", "the end of the day"."""
    tokens, words, form = around.tokens, around.words, around.found.form
    if not isinstance(form, Period):
        return True
    first = tokens.codes[around.found.start]
    if first == CODES["last"] and (around.before_code == _THE or around.after_code == _OF):
        return False
    if form.which == "the" and form.unit in ("day", "weekend"):
        return form.unit == "weekend" and around.before in words.weekend_prepositions
    if form.which == "new":
        return bool(around.found.edge) or around.before in words.time_prepositions
    if around.before_code == CODES["to"] and first == CODES["this"]:
        return False
    if form.unit == "year" and around.last in tokens.language.lexicon.plural_units:
        return around.noun_follows
    return tokens.word(around.found.start + (first == _THE)) not in words.vague_edges


def _shift(around: Surroundings) -> bool:
    """The words "two days after" end a clause, or it is two days after something."""
    if not isinstance(around.found.form, Shift) or around.last not in around.words.open_shifts:
        return True
    return not around.after[:1].isalnum() or around.after in around.words.clause_goes_on


def _quarter(around: Surroundings) -> bool:
    """In the third quarter; not the third quarter of a match, nor every third quarter."""
    return around.before in around.words.quarter_prepositions and around.after_code != _OF


_GUARDS: Final[dict[str, Callable[[Surroundings], bool]]] = {
    "year": _year,
    "year-range": _year_range,
    "year-of-era": _year_of_era,
    "short-year": _short_year,
    "days-of-month": _days_of_month,
    "day-of-month": _day_of_month,
    "decade": _decade,
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
