"""What looks like a date and is left alone: numbers that count or number things, homographs, habits, names.

One small function a rule, asked once the grammar has matched; the words that it looks at are classes of
English (measures, things that are numbered, function words).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dossier.dates.forms import Calendar, Found, Period, Shift
from dossier.dates.lexicon import AMBIGUOUS_MONTHS, CODES, MONTHS, SEASONS, WEEKDAYS
from dossier.dates.tokens import Tokens
from dossier.dates.words import (
    COUNTED,
    DETERMINERS,
    FUNCTION_WORDS,
    HABITS,
    NO_PLURALS,
    NUMBERED,
    QUANTIFIERS,
    TIME_PREPOSITIONS,
)


def admits(tokens: Tokens, found: Found) -> bool:
    """Whether a form that the grammar read stands where a date can stand."""
    if not _on_boundaries(tokens, found):
        return False
    guard = _GUARDS.get(found.rule)
    if guard is not None and not guard(tokens, found):
        return False
    form = found.form
    return not (isinstance(form, Calendar) and form.month is not None and form.day is not None) or _has_day(
        form
    )


def _has_day(form: Calendar) -> bool:
    longest = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
    return form.month is not None and form.day is not None and 1 <= form.day <= longest.get(form.month, 31)


def _on_boundaries(tokens: Tokens, found: Found) -> bool:
    """No letter, digit, underscore, currency or slash touches it: "S/2015", "$1990", "foo_1990"."""
    text, start, end = tokens.text, tokens.starts[found.start], tokens.ends[found.end - 1]
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and (before.isalnum() or before in "_$£€#/№+=@\\"):
        return False
    if before in (".", ",", ":", "-") and text[start - 2 : start - 1].isdigit():
        return False
    return not (after and (after.isalnum() or after in "_%°=@\\"))


def _year(tokens: Tokens, found: Found) -> bool:
    if not isinstance(found.form, Calendar) or (found.end - found.start > 1 and not found.approximate):
        return _era_year(tokens, found)
    before, after = tokens.word(found.start - 1), tokens.word(found.end)
    raw_after = tokens.raw(found.end)
    year = found.form.year or 0
    if (
        before in NUMBERED
        or before in QUANTIFIERS
        or before == "at"
        or tokens.codes[found.start - 1 : found.start] == CODES["hash"]
    ):
        return False
    if before == "." and tokens.word(found.start - 2) in NUMBERED:
        return False
    if after in COUNTED and before not in ("in", "since"):
        return False
    if (
        _is_plural(raw_after)
        and before not in DETERMINERS
        and before not in ("in", "since", "during", "until")
    ):
        return False
    if found.approximate:
        return not after or not after.isalpha() or after in FUNCTION_WORDS
    if year < 1000:
        return False
    return 1300 <= year <= 2060 or before in TIME_PREPOSITIONS or before in ("(", "-", "–")


def _era_year(tokens: Tokens, found: Found) -> bool:
    """A year with an era is one; "5 CE marks" is not worth a rule."""
    last = tokens.raw(found.end - 1)
    first = tokens.raw(found.start)
    return not ((last.islower() and last.isalpha() and last in ("ad", "ce")) or first == "ad")


def _is_plural(word: str) -> bool:
    return (
        word.islower()
        and word.endswith("s")
        and not word.endswith("ss")
        and word not in NO_PLURALS
        and word.isalpha()
    )


def _year_range(tokens: Tokens, found: Found) -> bool:
    before, after = tokens.word(found.start - 1), tokens.word(found.end)
    return before not in NUMBERED and after not in COUNTED and after not in ("-", "–")


def _month(tokens: Tokens, found: Found) -> bool:
    """A month alone: its name is also a verb, a modal and a given name."""
    form = found.form
    if not isinstance(form, Calendar) or form.which or found.edge:
        return (
            not isinstance(form, Calendar)
            or form.which != "this"
            or tokens.word(found.start) != "this"
            or True
        )
    name = tokens.word(found.end - 1).rstrip(".")
    before, raw_before = tokens.word(found.start - 1), tokens.raw(found.start - 1)
    if before in TIME_PREPOSITIONS:
        return True
    if name in AMBIGUOUS_MONTHS or len(name) < 4 or name == "sept":
        return before == "the" and tokens.raw(found.end).islower()
    return not (raw_before[:1].isupper() and before not in FUNCTION_WORDS and before != "the")


def _month_day(tokens: Tokens, found: Found) -> bool:
    first = tokens.word(found.start).rstrip(".")
    if first in MONTHS and tokens.word(found.start - 1) == "in":
        return False
    return tokens.word(found.end) not in ("%", "percent")


def _season(tokens: Tokens, found: Found) -> bool:
    form = found.form
    if not isinstance(form, Calendar):
        return False
    after, raw_after = tokens.word(found.end), tokens.raw(found.end)
    if after == "of" or (after.isalpha() and after not in FUNCTION_WORDS and not form.which):
        return False
    if raw_after[:1].isupper():
        return False
    if form.which or found.edge:
        return True
    before = tokens.word(found.start - 1)
    if before == "the":
        return tokens.word(found.start - 2) in TIME_PREPOSITIONS
    return before in TIME_PREPOSITIONS and tokens.word(found.start) not in ("fall", "spring")


def _weekday(tokens: Tokens, found: Found) -> bool:
    name = tokens.word(found.end - 1)
    before, raw_before, raw_after = (
        tokens.word(found.start - 1),
        tokens.raw(found.start - 1),
        tokens.raw(found.end),
    )
    if (name in WEEKDAYS and len(name) < 6) or before in HABITS:
        return False
    if raw_before[:1].isupper() and before not in FUNCTION_WORDS and before not in TIME_PREPOSITIONS:
        return False
    after = raw_after.lower()
    if (
        raw_after[:1].isupper()
        and raw_after.isalpha()
        and after not in ("morning", "night", "evening", "afternoon")
    ):
        return before in ("on", "last", "next", "by", "since", "until", "late", "early")
    return after != "school"


def _period(tokens: Tokens, found: Found) -> bool:
    form = found.form
    if not isinstance(form, Period):
        return True
    before, first = tokens.word(found.start - 1), tokens.word(found.start)
    if before == "the" and first in ("last", "past", "current"):
        return first == "current"
    if form.which == "the" and form.unit in ("day", "weekend"):
        return False
    if before == "to" and first == "this":
        return False
    return not (found.edge and tokens.word(found.start + (first == "the")) in ("turn", "dawn"))


def _shift(tokens: Tokens, found: Found) -> bool:
    form = found.form
    last = tokens.word(found.end - 1)
    if not isinstance(form, Shift) or last not in ("after", "before", "earlier", "previously"):
        return True
    after = tokens.word(found.end)
    if last == "earlier":
        return True
    return not after or not after[0].isalnum() or after in ("and", "but", "when", "in", "at", "on")


def _day_of_month(tokens: Tokens, found: Found) -> bool:
    before, after = tokens.word(found.start - 1), tokens.word(found.end)
    if before not in ("on", "by", "until", "to", "and", "from", "till", "since"):
        return False
    return not after or not after[0].isalnum() or (after in FUNCTION_WORDS and after != "of")


def _decade(tokens: Tokens, found: Found) -> bool:
    last = tokens.word(found.end - 1)
    if last in ("'s", "’s"):
        return tokens.word(found.end - 3) in ("the", "early", "late", "mid", "-", "–")
    return True


_GUARDS: Final[dict[str, Callable[[Tokens, Found], bool]]] = {
    "year": _year,
    "year-range": _year_range,
    "month": _month,
    "month-day": _month_day,
    "season": _season,
    "weekday": _weekday,
    "period": _period,
    "period-edge": _period,
    "shift": _shift,
    "day-of-month": _day_of_month,
    "decade": _decade,
}
SEASON_WORDS: Final = frozenset(SEASONS)
