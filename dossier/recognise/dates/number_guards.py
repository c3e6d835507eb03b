"""Numbers that are no dates: what they count, number, cost or measure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dossier.recognise.dates.around import Around, is_plural, joined_before
from dossier.recognise.dates.forms import Calendar, Interval
from dossier.recognise.dates.lexicon import CODES
from dossier.recognise.dates.tokens import Tokens
from dossier.recognise.dates.words import (
    COUNTED,
    DATE_PREPOSITIONS,
    DATED,
    DETERMINERS,
    FIXED,
    IRREGULAR_PASTS,
    MEASURES,
    NUMBERED,
    QUANTIFIERS,
    SCHEDULES,
    SINGLE_MEASURES,
    STREETS,
    TELEPHONES,
    TIME_PREPOSITIONS,
    UNIT_SIGNS,
    WRITINGS,
)

_EARLIEST_BARE_YEAR: Final = 1300
_LATEST_BARE_YEAR: Final = 2060
_DASH: Final = CODES["dash"]
_LISTED: Final = frozenset((CODES["and"], CODES["comma"]))


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
    return before in NUMBERED or (tokens.codes[start - 1 : start] == CODES["hash"] and before != "#")


def _counts(around: Around) -> bool:
    """1812 mules; over 1500; 2015 dollars."""
    if (
        _is_quantity(around)
        or around.before in QUANTIFIERS
        or (around.before == "at" and not around.found.edge)
    ):
        return True
    if around.after in MEASURES or around.raw_after in ("%", "°", "€", "$", "£"):
        return True
    if around.after in COUNTED:
        return around.before not in ("in", "since")
    if around.after in ("were", "are", "have"):
        return around.before not in TIME_PREPOSITIONS
    return (
        is_plural(around.raw_after)
        and not _closes_stretch(around)
        and around.after not in DATED | SCHEDULES
        and around.before not in DATE_PREPOSITIONS | DETERMINERS
    )


def _closes_stretch(around: Around) -> bool:
    """Between 1920 and 1925 roads were built."""
    tokens, start = around.tokens, around.found.start
    return joined_before(tokens, start) and tokens.word(start - 3) in ("between", "from")


def _is_quantity(around: Around) -> bool:
    """1830 m; the 1500-metre race; 1921 Canal Street; tel. 2010 1945; the film "1984"."""
    tokens, end = around.tokens, around.found.end
    if around.after in UNIT_SIGNS and tokens.codes[end + 1 : end + 2] != CODES["dot"]:
        return True
    if tokens.codes[end : end + 1] == _DASH and tokens.glued(end + 1):
        return tokens.word(end + 1) in MEASURES | SINGLE_MEASURES
    if around.after in SINGLE_MEASURES:
        return True
    return _is_address(around) or _is_telephone(tokens, around.found.start) or _is_title(around)


def _is_address(around: Around) -> bool:
    """1921 Canal Street: a number, a name and what towns are made of; not "in 1921 Canal Street grew"."""
    if not around.name_follows or around.before in ("in", "since", "by", "until", "during"):
        return False
    return any(around.tokens.raw(around.found.end + i) in STREETS for i in (1, 2))


def _is_telephone(tokens: Tokens, index: int) -> bool:
    """Tel. 2010 1945: a number after "tel.", whatever numbers are between."""
    for i in range(index - 1, max(-1, index - 4), -1):
        if tokens.word(i) in TELEPHONES:
            return True
        if not (tokens.word(i).isdigit() or tokens.word(i) in (".", ":", "no")):
            return False
    return False


def _is_title(around: Around) -> bool:
    """A number alone in quotation marks."""
    return around.raw_before in ('"', "“", "«") and around.raw_after in ('"', "”", "»")


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
    """Of '68, since '14, May '68: an apostrophe that touches the digits and no word before it."""
    tokens, last = around.tokens, around.found.end - 1
    if not tokens.glued(last) or tokens.glued(last - 1) or around.noun_follows:
        return False
    return around.found.end - around.found.start > 2 or around.before in TIME_PREPOSITIONS


def _year_of_era(around: Around) -> bool:
    """In 219; July 413; 535-554; the campaign of 552: but not "of 300 ships", "to 134"."""
    noun = around.noun_follows and not (around.name_follows or _verb_follows(around))
    if noun or _glued_to_number(around.tokens, around.found.end - 1):
        return False
    form = around.found.form
    if isinstance(form, Interval) or (isinstance(form, Calendar) and form.month is not None):
        return True
    return bool(around.found.edge) or around.before in DATE_PREPOSITIONS | {"of"}


def _days_of_month(around: Around) -> bool:
    form = around.found.form
    if (
        isinstance(form, Calendar)
        and form.year is None
        and around.tokens.word(around.found.end - 1).isdigit()
    ):
        return not (around.noun_follows and is_plural(around.raw_after))
    return True


def _verb_follows(around: Around) -> bool:
    """The assaults of the 19th failed."""
    return around.after.endswith("ed") or around.after in IRREGULAR_PASTS


def _day_of_month(around: Around) -> bool:
    """On the 13th; on the 19th and 22nd; a letter of the 6th; not the 49th parallel, the men of the 6th."""
    if (around.noun_follows and not _verb_follows(around)) or around.after == "of":
        return False
    tokens, start = around.tokens, around.found.start
    if around.before in DATE_PREPOSITIONS or tokens.codes[start] == CODES["weekday"]:
        return True
    if around.before == "for":
        return tokens.word(start - 2) in FIXED
    if around.before == "of":
        return tokens.word(start - 2) in WRITINGS
    follows = start - 2 if around.before == "the" else start - 1
    return tokens.codes[follows] in _LISTED and tokens.codes[follows - 1] == CODES["nth"]


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


NUMBER_GUARDS: Final[dict[str, Callable[[Around], bool]]] = {
    "year": _year,
    "year-range": _year_range,
    "year-of-era": _year_of_era,
    "short-year": _short_year,
    "days-of-month": _days_of_month,
    "day-of-month": _day_of_month,
    "decade": _decade,
}
