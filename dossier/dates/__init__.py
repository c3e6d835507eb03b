"""Dates: a document in, the dates that its text speaks of out, each with its place and its EDTF value.

Three steps: `tokens` makes classes of words, `finding` runs the grammar over them, `resolving` gives what it
found a value. The rules are described in `RULES`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.dates.catalogue import RULES
from dossier.dates.context import contexts
from dossier.dates.finding import find_forms
from dossier.dates.resolving import resolve_all
from dossier.dates.tokens import tokenise
from dossier.mentions import DateMention, Document

__all__ = ["RULES", "find_dates"]


def find_dates(document: Document, taken: Sequence[tuple[int, int]] = ()) -> list[DateMention]:
    """The dates that a text speaks of, in the order of the text, none overlapping another.

    Args:
        document: the text, its publication date (EDTF or None), its headings, and what is excluded: dates in
            that are not given back, but others may count from them.
        taken: spans that are names already ("Theresa May"): what looks like a date there is none.
    """
    tokens = tokenise(document.text)
    names, excluded = _Barred.of(taken), _Barred.of(document.excluded)
    found = [
        item
        for item in find_forms(tokens)
        if not names.overlap(tokens.starts[item.start], tokens.ends[item.end - 1])
    ]
    values = resolve_all(document.date, found, contexts(tokens, found, document.headings))
    mentions: list[DateMention] = []
    for item, value in zip(found, values, strict=True):
        start, end = tokens.starts[item.start], tokens.ends[item.end - 1]
        if value is None or excluded.overlap(start, end):
            continue
        rule = item.rule if value.clock is None else f"{item.rule}, {value.clock}"
        mentions.append(
            DateMention(start, end, value.edtf(approximate=item.approximate), rule, value.relative)
        )
    return mentions


@dataclass(frozen=True, slots=True)
class _Barred:
    """Spans in order, none overlapping another, to ask whether a date touches one."""

    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, spans: Iterable[tuple[int, int]]) -> _Barred:
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(spans):
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        return cls(starts, ends)

    def overlap(self, start: int, end: int) -> bool:
        return bisect_right(self.ends, start) < bisect_left(self.starts, end)
