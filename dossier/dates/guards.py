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

#: Words of closed classes, after which a noun phrase does not go on.
FUNCTION_WORDS: Final = frozenset(
    """a an the and or but nor so yet as at by for from in into of off on onto over per since than that
    though through till to until up upon via when where which while who whom whose with within
    without after before during between among against because if once unless whereas is are was were
    be been being has have had do does did will would shall should can could may might must not he
    she it they we i you his her its their our there this these those then also both either neither
    however just only even again already soon still later earlier ago did all some many most more
    about around under amid despite following""".split()
)
_TIME_PREPOSITIONS: Final = frozenset(
    """in by since until till during of from to through before after for between throughout around about
    circa within into late early mid last next this that and or toward towards over""".split()
)
#: Things that carry a number: "Room 1917", "Article 1945".
_NUMBERED: Final = frozenset(
    """no nos number numbers room rooms page pages p pp resolution resolutions article articles law laws
    flight section sections chapter paragraph para item line lines route highway road interstate
    model order directive decree document documents doc file case docket channel track lot gate
    platform bus train boeing airbus ship hull serial code extension box suite apartment apt unit
    squadron regiment division brigade battalion locomotive building block bill proposition
    amendment patent isbn issn rfc iso din volume vol issue fig figure table theorem psalm hymn opus
    op verse version build asteroid comet object zip postcode area grid point mile kilometre
    kilometer psi score regulation regulations protocol clause column""".split()
)
#: Measures and people: what a number before them counts.
_COUNTED: Final = frozenset(
    """men women people persons soldiers troops civilians prisoners casualties dead wounded horses ships
    tanks guns aircraft planes vehicles houses homes miles km kilometres kilometers metres meters
    feet yards acres hectares tons tonnes pounds kg kilograms dollars euros roubles rubles francs
    marks percent per students pupils workers members delegates votes seats copies pages volts watts
    mw mhz ghz rpm hp cc mm cm ft lb lbs hours minutes seconds days weeks months years fighters
    policemen officers sailors marines refugees inhabitants residents children families volunteers
    demonstrators protesters sheep cattle strong m degrees calories bytes mb gb tb million billion
    thousand hundred dozen rounds shells missiles rockets bombs cases deaths jobs companies villages
    towns cities signatures pieces barrels gallons litres liters""".split()
)
_QUANTIFIERS: Final = frozenset(
    "some over nearly almost than least most only exactly additional another numbering totalling".split()
)
_HABITS: Final = frozenset("every each a any one most alternate per".split())
_NO_PLURALS: Final = frozenset(
    "was is has his this its as us thus does perhaps always towards besides whereas".split()
)
_DETERMINERS: Final = frozenset("the his her their its our my 's ’s these those this that s".split())


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
        before in _NUMBERED
        or before in _QUANTIFIERS
        or before == "at"
        or tokens.codes[found.start - 1 : found.start] == CODES["hash"]
    ):
        return False
    if before == "." and tokens.word(found.start - 2) in _NUMBERED:
        return False
    if after in _COUNTED and before not in ("in", "since"):
        return False
    if (
        _is_plural(raw_after)
        and before not in _DETERMINERS
        and before not in ("in", "since", "during", "until")
    ):
        return False
    if found.approximate:
        return not after or not after.isalpha() or after in FUNCTION_WORDS
    if year < 1000:
        return False
    return 1300 <= year <= 2060 or before in _TIME_PREPOSITIONS or before in ("(", "-", "–")


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
        and word not in _NO_PLURALS
        and word.isalpha()
    )


def _year_range(tokens: Tokens, found: Found) -> bool:
    before, after = tokens.word(found.start - 1), tokens.word(found.end)
    return before not in _NUMBERED and after not in _COUNTED and after not in ("-", "–")


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
    if before in _TIME_PREPOSITIONS:
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
        return tokens.word(found.start - 2) in _TIME_PREPOSITIONS
    return before in _TIME_PREPOSITIONS and tokens.word(found.start) not in ("fall", "spring")


def _weekday(tokens: Tokens, found: Found) -> bool:
    name = tokens.word(found.end - 1)
    before, raw_before, raw_after = (
        tokens.word(found.start - 1),
        tokens.raw(found.start - 1),
        tokens.raw(found.end),
    )
    if (name in WEEKDAYS and len(name) < 6) or before in _HABITS:
        return False
    if raw_before[:1].isupper() and before not in FUNCTION_WORDS and before not in _TIME_PREPOSITIONS:
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
