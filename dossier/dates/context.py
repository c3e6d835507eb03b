"""What stands around a date in its sentence: whether it looks ahead, whether it is an aside."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dossier.dates.forms import Calendar, Found, Interval
from dossier.dates.guards import FUNCTION_WORDS
from dossier.dates.tokens import Tokens
from dossier.sentences import sentence_spans

_FUTURE: Final = frozenset(
    """will shall would due scheduled expected set planned plans plan until till upcoming forthcoming
    deadline slated expects hopes intends aims ahead going begins starts opens ends runs expires
    takes resumes 'll ’ll""".split()
)
_RETROSPECT: Final = frozenset("since until".split())


@dataclass(frozen=True, slots=True)
class Context:
    """What the resolver asks of a date's surroundings.

    Attributes:
        sentence: the number of the sentence.
        future: whether the words before it in its sentence look ahead.
        aside: whether it leaves the running date where it is: in brackets, quoted, in a name, in retrospect.
    """

    sentence: int
    future: bool
    aside: bool


def contexts(tokens: Tokens, found: Sequence[Found]) -> list[Context]:
    """The context of every form."""
    spans = sentence_spans(tokens.text)
    starts = [start for start, _ in spans]
    out: list[Context] = []
    for item in found:
        offset = tokens.starts[item.start]
        number = max(0, bisect_right(starts, offset) - 1)
        first = starts[number] if starts else 0
        out.append(Context(number, _future(tokens, item, first), _aside(tokens, item, first)))
    return out


def _future(tokens: Tokens, item: Found, sentence_start: int) -> bool:
    index = item.start - 1
    for index in range(item.start - 1, max(-1, item.start - 25), -1):
        if tokens.starts[index] < sentence_start:
            return False
        if tokens.word(index) in _FUTURE:
            return True
    return False


def _aside(tokens: Tokens, item: Found, sentence_start: int) -> bool:
    if tokens.word(item.start - 1) in _RETROSPECT:
        return True
    return _in_name(tokens, item) or _bracketed(tokens, item, sentence_start)


def _in_name(tokens: Tokens, item: Found) -> bool:
    """A year before a noun: "the 1956 treaty", "Reagan's 1987 speech"."""
    form = item.form
    if not isinstance(form, Calendar | Interval) or (isinstance(form, Calendar) and form.day is not None):
        return False
    before, after = tokens.word(item.start - 1), tokens.word(item.end)
    if before not in ("the", "a", "an", "his", "her", "their", "its", "'s", "’s", "this", "that", "of"):
        return False
    return after.isalpha() and after not in FUNCTION_WORDS


def _bracketed(tokens: Tokens, item: Found, sentence_start: int) -> bool:
    text = tokens.text[sentence_start : tokens.starts[item.start]]
    if text.count("(") > text.count(")"):
        return True
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1
