"""What looks like a date and is left alone: numbers that count or number things, homographs, habits, names.

One small function a rule, asked once the grammar has matched; the words that it looks at are classes of
English (`dossier.recognise.dates.words`).
"""

from __future__ import annotations

from typing import Final

from dossier.recognise.dates.around import DATE_CODES, Around
from dossier.recognise.dates.forms import Calendar, Found, Interval
from dossier.recognise.dates.number_guards import NUMBER_GUARDS
from dossier.recognise.dates.tokens import Tokens
from dossier.recognise.dates.word_guards import WORD_GUARDS
from dossier.recognise.dates.words import PREFIXES

_LONGEST_MONTH: Final = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
_GUARDS: Final = NUMBER_GUARDS | WORD_GUARDS


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
    return tokens.codes[index] in DATE_CODES or tokens.word(index) in PREFIXES
