"""Complete a date with what the dates beside it say: the year of a list, the day of a weekday."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dossier.recognise.dates.forms import Calendar, Form, FoundForm, Interval, Period, Shift, Weekday
from dossier.recognise.dates.tokens import Tokens
from dossier.recognise.dates.vocabulary import CODES

_SMALL: Final = "".join(CODES[name] for name in ("in", "on", "the", "from", "to", "by"))
#: What joins two dates that complete each other.
_BETWEEN: Final = re.compile(
    f"(?P<dash>{CODES['dash']})"
    f"|{CODES['comma']}?[{CODES['and']}{CODES['to']}{CODES['until']}{CODES['slash']}][{_SMALL}.]?[{_SMALL}]?"
    f"|{CODES['comma']}"
)
#: What separates a count from the date that it leads to.
_BEHIND: Final = re.compile(
    f"{CODES['comma']}[{CODES['in']}{CODES['on']}{CODES['by']}]{CODES['the']}?|{CODES['open']}"
)
_UNTIL: Final = frozenset(CODES[name] for name in ("dash", "to", "until"))
#: What separates a weekday from the day that it is: "Thursday (24 February)", "24 February, a Thursday".
_BEFORE_DAY: Final = re.compile(f"{CODES['open']}{CODES['the']}?")
_BEFORE_WEEKDAY: Final = re.compile(f"[{CODES['open']}{CODES['comma']}][{CODES['a']}{CODES['the']}]?")
#: What may stand in brackets between a day and its year.
_IN_BRACKETS: Final = re.compile(
    f"{CODES['open']}[^{CODES['open']}{CODES['close']}{CODES['paragraph']}]{{1,8}}{CODES['close']}{CODES['comma']}?"
)


def complete_from_neighbours(tokens: Tokens, found: Sequence[FoundForm]) -> list[FoundForm]:
    """The forms, each with what those beside it tell of it, in the order of the text."""
    told = decide_behind(tokens, year_behind_brackets(tokens, found))
    return complete_neighbours(tokens, join_weekdays(tokens, told))


def year_behind_brackets(tokens: Tokens, found: Sequence[FoundForm]) -> list[FoundForm]:
    """Give the day its year in "3 May (a Sunday) 1998"; without a comma, the year means that day."""
    out = list(found)
    starts = {item.start: i for i, item in enumerate(found)}
    for i, item in enumerate(found):
        form = item.form
        if not isinstance(form, Calendar) or form.year is not None or not form.month or form.which:
            continue
        gap = _IN_BRACKETS.match(tokens.codes, item.end)
        last = starts.get(gap.end()) if gap else None
        year = None if last is None else found[last].form
        if last is None or found[last].rule != "year" or not isinstance(year, Calendar):
            continue
        whole = replace(form, year=year.year, weekday=None)
        out[i] = replace(item, form=whole, rule="completed", because=(found[last].start, found[last].end))
        if gap and tokens.codes[gap.end() - 1] == CODES["close"]:
            out[last] = replace(found[last], form=whole, rule="completed", because=(item.start, item.end))
    return out


def join_weekdays(tokens: Tokens, found: Sequence[FoundForm]) -> list[FoundForm]:
    """Make one date of a weekday and the day beside it, which then has to be that weekday."""
    out = list(found)
    for i, (one, two) in enumerate(pairwise(found)):
        if _is_bare_weekday(one.form) and _is_day(two.form):
            weekday, day, between, at = one, two, _BEFORE_DAY, (i, i + 1)
        elif _is_day(one.form) and _is_bare_weekday(two.form):
            weekday, day, between, at = two, one, _BEFORE_WEEKDAY, (i + 1, i)
        else:
            continue
        gap = between.fullmatch(tokens.codes, one.end, two.start)
        if gap is None or (gap.end() - gap.start() == 1 and tokens.codes[one.end] == CODES["comma"]):
            continue
        form = day.form
        if form.year is None:  # type: ignore[union-attr]
            form = replace(form, weekday=weekday.form.weekday)  # type: ignore[union-attr,arg-type]
        out[at[0]] = replace(weekday, form=form, rule="completed", because=(day.start, day.end))
        out[at[1]] = replace(day, form=form)
    return out


def _is_bare_weekday(form: Form) -> bool:
    return isinstance(form, Weekday) and not (form.which or form.weeks)


def _is_day(form: Form) -> bool:
    return isinstance(form, Calendar) and form.day is not None and form.month is not None and not form.which


def decide_behind(tokens: Tokens, found: list[FoundForm]) -> list[FoundForm]:
    """Give a form the value of the date after it: "two years later, in 409 BC"."""
    out = list(found)
    for i, (item, behind) in enumerate(pairwise(found)):
        gap = _BEHIND.fullmatch(tokens.codes, item.end, behind.start)
        if gap is None:
            continue
        form = _coarsened(item.form, behind.form)
        if form is not None:
            rule = item.rule if form.year is None else "completed"
            out[i] = replace(item, form=form, rule=rule, because=(behind.start, behind.end))
    return out


def _coarsened(form: Form, behind: Form) -> Calendar | None:
    """The date after the words, only as precise as the unit that they count in."""
    counted = isinstance(form, Shift | Period) and not (isinstance(form, Shift) and form.from_now)
    if not counted or not isinstance(behind, Calendar) or behind.years > 1:
        return None
    if isinstance(form, Period) and form.which not in ("following", "previous"):
        return None
    unit = form.unit  # type: ignore[union-attr]
    if unit in ("day", "week"):
        return behind if behind.day is not None and behind.month is not None else None
    if behind.year is None:
        return None
    if unit in ("year", "decade", "century"):
        return Calendar(behind.year)
    if unit == "month" and behind.month is not None:
        return Calendar(behind.year, behind.month)
    return None


def complete_neighbours(tokens: Tokens, found: list[FoundForm]) -> list[FoundForm]:
    """Complete dates joined by "and", "to", "until" or a dash with each other's year, month and era.

    "between May and July 1931" are two months of 1931; "17 July - 2 August 1945" is one interval.
    """
    out: list[FoundForm] = []
    for item in reversed(found):
        if not out:
            out.append(item)
            continue
        gap = _BETWEEN.fullmatch(tokens.codes, item.end, out[-1].start)
        if gap is None:
            out.append(item)
            continue
        out[-1] = _same_span(item, out[-1])
        item = _complete(item, out[-1])
        if gap["dash"] and _is_interval(item, out[-1]):
            last = out.pop()
            form = Interval(item.form, last.form)  # type: ignore[arg-type]
            item = replace(item, end=last.end, form=form, rule="interval", because=None)
        elif tokens.codes[item.end] in _UNTIL:
            out[-1] = replace(out[-1], until=True)
        out.append(item)
    return out[::-1]


def _same_span(first: FoundForm, last: FoundForm) -> FoundForm:
    """Make both dates of "the 1890s and 1900s" decades."""
    one, two = first.form, last.form
    if not (isinstance(one, Calendar) and isinstance(two, Calendar)) or first.rule != last.rule:
        return last
    return replace(last, form=replace(two, years=10)) if (one.years, two.years) == (10, 100) else last


def _is_interval(first: FoundForm, last: FoundForm) -> bool:
    if not (isinstance(first.form, Calendar) and isinstance(last.form, Calendar)):
        return False
    return not (first.form.years > 1 or first.edge or last.edge or first.form.which or last.form.which)


def _complete(first: FoundForm, last: FoundForm) -> FoundForm:
    """The first of two joined dates with the parts that only the second one states."""
    one = first.form.last if isinstance(first.form, Interval) else first.form
    two = last.form.first if isinstance(last.form, Interval) else last.form
    if not (isinstance(one, Calendar) and isinstance(two, Calendar)) or one.year is not None or one.which:
        return first
    if two.year is None or one.month is None or two.lacks:
        return first
    over_new_year = two.month is not None and one.month <= 12 and two.month <= 12 and one.month > two.month
    year = two.year - over_new_year
    form: Form = replace(one, year=year)
    if isinstance(first.form, Interval):
        form = Interval(replace(first.form.first, year=year), replace(one, year=year))
    # Of "May, June and July 1931", the last gives both others their year.
    because = last.because or (last.start, last.end)
    return replace(first, form=form, rule="completed", because=because)
