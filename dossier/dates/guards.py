"""What looks like a date and is left alone: numbers that count or number things, homographs, habits, names.

One small function a rule, asked once the grammar has matched; the words that it looks at are classes of
English (`dossier.dates.words`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dossier.dates.forms import Calendar, Found, Interval, Period, Shift
from dossier.dates.lexicon import AMBIGUOUS_MONTHS, CODES
from dossier.dates.tokens import Tokens
from dossier.dates.words import (
    COUNTED,
    DATE_PREPOSITIONS,
    DATED,
    DETERMINERS,
    EVENTS,
    FUNCTION_WORDS,
    HABITS,
    MEASURES,
    MONTH_PREPOSITIONS,
    NO_PLURALS,
    NUMBERED,
    PARTS_OF_DAY,
    PREFIXES,
    QUANTIFIERS,
    TIME_PREPOSITIONS,
)

_LONGEST_MONTH: Final = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
_EARLIEST_BARE_YEAR: Final = 1300
_LATEST_BARE_YEAR: Final = 2060
_JOINS: Final = frozenset(CODES[name] for name in ("dash", "and", "to", "until", "slash"))
_SKIPPED: Final = frozenset(CODES[name] for name in ("in", "on", "the", "early", "from", "until"))
_DATE_CODES: Final = frozenset(CODES[name] for name in ("month", "abbr", "season", "year"))
_DASH: Final = CODES["dash"]


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


def admits(tokens: Tokens, found: Found) -> bool:
    """Whether a form that the grammar read stands where a date can stand."""
    if not (_has_day(found) and _on_boundaries(tokens, found)):
        return False
    guard = _GUARDS.get(found.rule)
    return guard is None or guard(_around(tokens, found))


def _around(tokens: Tokens, found: Found) -> Around:
    return Around(
        tokens=tokens,
        found=found,
        first=tokens.word(found.start),
        last=tokens.word(found.end - 1),
        before=tokens.word(found.start - 1),
        after=tokens.word(found.end),
        raw_before=tokens.raw(found.start - 1),
        raw_after=tokens.raw(found.end),
    )


def _has_day(found: Found) -> bool:
    """30 February is no date; 29 February may be one."""
    form = found.form.first if isinstance(found.form, Interval) else found.form
    if not isinstance(form, Calendar) or form.month is None or form.day is None:
        return True
    return 1 <= form.day <= _LONGEST_MONTH.get(form.month, 31)


def _on_boundaries(tokens: Tokens, found: Found) -> bool:
    """No letter, digit, underscore, currency or slash touches it: "S/2015", "$1990", "foo_1990"."""
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
    """Whether a hyphen after a word leaves a number a date: mid-1907, August-24 September; not Kh-2000."""
    return tokens.codes[index] in _DATE_CODES or tokens.word(index) in PREFIXES


def _year(around: Around) -> bool:
    """A bare number is a year unless it numbers a thing, counts things, or is part of another number."""
    form = around.found.form
    if (
        not isinstance(form, Calendar)
        or CODES["era"] in around.tokens.codes[around.found.start : around.found.end]
    ):
        return around.last != "ad" or around.tokens.raw(around.found.end - 1) == "AD"
    index = around.found.end - 1
    if (
        _numbers_a_thing(around.tokens, around.found.start)
        or _counts(around)
        or _glued_to_number(around.tokens, index)
    ):
        return False
    if around.found.approximate:
        return not around.noun_follows
    year = form.year or 0
    if year % 100 == 0 and around.before == "of":
        return False
    if around.found.edge or _EARLIEST_BARE_YEAR <= year <= _LATEST_BARE_YEAR:
        return True
    return year >= 1000 and around.before in TIME_PREPOSITIONS


def _numbers_a_thing(tokens: Tokens, start: int) -> bool:
    """Room 1917; No. 2015; $1990; at 1945."""
    before = tokens.word(start - 1)
    if before == "." and tokens.codes[start - 1] == CODES["dot"]:
        return tokens.word(start - 2) in NUMBERED and tokens.word(start - 2) != "mile"
    return before in NUMBERED or tokens.codes[start - 1 : start] == CODES["hash"]


def _counts(around: Around) -> bool:
    """1812 mules; over 1500; 2015 dollars."""
    if around.before in QUANTIFIERS or (around.before == "at" and not around.found.edge):
        return True
    if around.after in MEASURES or around.raw_after in ("%", "°", "€", "$", "£"):
        return True
    if around.after in COUNTED:
        return around.before not in ("in", "since")
    if around.after in ("were", "are", "have"):
        return around.before not in DATE_PREPOSITIONS
    return (
        _is_plural(around.raw_after)
        and around.after not in DATED
        and around.before not in DATE_PREPOSITIONS | DETERMINERS
    )


def _is_plural(word: str) -> bool:
    if not (word.islower() and word.isalpha() and word.endswith("s")) or word in NO_PLURALS:
        return False
    return not word.endswith(("ss", "wards"))


def _glued_to_number(tokens: Tokens, index: int) -> bool:
    """1800-1234 is no year: a dash without spaces and more digits, where no range was read."""
    if tokens.codes[index + 1 : index + 2] != _DASH or not tokens.glued(index + 1):
        return False
    return tokens.glued(index + 2) and tokens.word(index + 2)[:1].isdigit()


def _year_range(around: Around) -> bool:
    if _numbers_a_thing(around.tokens, around.found.start) or _counts(around):
        return False
    return not (
        around.tokens.codes[around.found.end : around.found.end + 1] == _DASH
        and around.tokens.word(around.found.end + 1)[:1].isdigit()
    )


def _short_year(around: Around) -> bool:
    """Of '68, since '14: an apostrophe that touches the digits and no word before it."""
    if not around.tokens.glued(around.found.end - 1) or around.tokens.glued(around.found.start):
        return False
    return around.before in TIME_PREPOSITIONS and not around.noun_follows


def _year_of_era(around: Around) -> bool:
    return (
        around.before in DATE_PREPOSITIONS
        and not around.noun_follows
        and around.tokens.codes[around.found.end :][:1] != _DASH
    )


def _month(around: Around) -> bool:
    """A month alone: its name may be a verb, a modal or somebody's name."""
    name = around.last if around.last != "." else around.tokens.word(around.found.end - 2)
    if (
        not around.tokens.raw(around.found.end - 1 - (around.last == "."))[:1].isupper()
        or around.after == "day"
    ):
        return False
    form = around.found.form
    if around.found.edge or (isinstance(form, Calendar) and form.which) or around.after in EVENTS:
        return True
    if name in AMBIGUOUS_MONTHS or len(name) <= 4:
        return _has_month_context(around)
    return around.before in TIME_PREPOSITIONS or not around.name_precedes


def _has_month_context(around: Around) -> bool:
    """In May; the May uprising; from May to July; in April and May: but not "and May's cabinet"."""
    if around.before in MONTH_PREPOSITIONS:
        return not around.name_follows or around.before == "in"
    if around.before == "the":
        return around.noun_follows
    return _joined(around.tokens, around.found.end) or _joined_before(around.tokens, around.found.start)


def _joined(tokens: Tokens, index: int) -> bool:
    """Whether a dash, "and" or "to" joins another date: "(May-August 1950)"."""
    if tokens.codes[index : index + 1] not in _JOINS:
        return False
    following = tokens.codes[index + 1 : index + 4].lstrip("".join(_SKIPPED))
    return following[:1] in _DATE_CODES


def _joined_before(tokens: Tokens, index: int) -> bool:
    """Whether a join and a date come before: "in April and May"."""
    if tokens.codes[index - 1 : index] not in _JOINS:
        return False
    return tokens.codes[index - 2 : index - 1] in _DATE_CODES or tokens.word(index - 2).isdigit()


def _month_day(around: Around) -> bool:
    """Not "in March 12 ships sailed", which has a month and a number, nor "May 5 percent"."""
    month_first = around.tokens.codes[around.found.start] in (CODES["month"], CODES["abbr"])
    return not (month_first and around.before == "in") and around.after not in ("percent", "per")


def _days_of_month(around: Around) -> bool:
    form = around.found.form
    if (
        isinstance(form, Calendar)
        and form.year is None
        and around.tokens.word(around.found.end - 1).isdigit()
    ):
        return not (around.noun_follows and _is_plural(around.raw_after))
    return True


def _season(around: Around) -> bool:
    """A season needs a context of time: "the fall of Rome" and "winter coats" have none."""
    form = around.found.form
    pointed = around.found.edge or (isinstance(form, Calendar) and form.which)
    if around.after == "of":
        return False
    if around.noun_follows and around.after in EVENTS:
        return around.before != "a"
    if around.name_follows or pointed:
        return not around.name_follows
    if around.noun_follows:
        return False
    if _joined(around.tokens, around.found.end):
        return not around.before.isalpha() or around.before in FUNCTION_WORDS
    if around.before == "the":
        return around.tokens.word(around.found.start - 2) in TIME_PREPOSITIONS
    return around.before in TIME_PREPOSITIONS and around.first not in ("fall", "spring")


def _season_year(around: Around) -> bool:
    """The Prague Spring in 1968 is a name and a year."""
    return not (around.tokens.raw(around.found.start)[:1].isupper() and around.name_precedes)


def _feast(around: Around) -> bool:
    """Not "Christmas shopping", nor "a card for Christmas": one word needs a context of time."""
    if around.found.end - around.found.start > 1:
        return True
    return around.before in DATE_PREPOSITIONS and not around.noun_follows


def _weekday(around: Around) -> bool:
    """Not every Tuesday, Black Friday, the Sunday Times or Sunday school."""
    if len(around.last) < 6 or around.before in HABITS or around.name_precedes or around.after == "school":
        return False
    if around.before == "the" and around.first == around.last and _is_plural(around.raw_after):
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
        return False
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
    return not around.after[:1].isalnum() or around.after in ("and", "but", "when", "at", "on", "saw")


def _day_of_month(around: Around) -> bool:
    return around.before in DATE_PREPOSITIONS and not around.noun_follows and around.after != "of"


def _decade(around: Around) -> bool:
    """Only "the 1980's" is a decade; "1980's best film" has a year."""
    if around.last not in ("'s", "’s"):
        return True
    return bool(around.found.edge) or around.tokens.word(around.found.end - 3) in (
        "the",
        "early",
        "late",
        "mid",
    )


_GUARDS: Final[dict[str, Callable[[Around], bool]]] = {
    "year": _year,
    "year-range": _year_range,
    "year-of-era": _year_of_era,
    "short-year": _short_year,
    "month": _month,
    "month-day": _month_day,
    "days-of-month": _days_of_month,
    "season": _season,
    "season-year": _season_year,
    "feast": _feast,
    "weekday": _weekday,
    "period": _period,
    "period-edge": _period,
    "shift": _shift,
    "day-of-month": _day_of_month,
    "decade": _decade,
}
