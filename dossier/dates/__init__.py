"""Dates: a document in, the dates that its text speaks of out, each with its place and its EDTF value.

Three steps: `tokens` makes classes of words, `finding` runs the grammar over them, `resolving` gives what it
found a value. The rules are described in `RULES`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

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
        document: the text, its publication date (EDTF or None), its headings, and what is excluded.
        taken: spans that are names already ("Theresa May"); a date never overlaps one.
    """
    tokens = tokenise(document.text)
    found = find_forms(tokens)
    values = resolve_all(document.date, found, contexts(tokens, found, document.headings))
    barred = sorted((*document.excluded, *taken))
    starts = [start for start, _ in barred]
    mentions: list[DateMention] = []
    for item, value in zip(found, values, strict=True):
        start, end = tokens.starts[item.start], tokens.ends[item.end - 1]
        if value is None or _overlaps(barred, starts, start, end):
            continue
        rule = item.rule if value.clock is None else f"{item.rule}, {value.clock}"
        mentions.append(
            DateMention(start, end, value.edtf(approximate=item.approximate), rule, value.relative)
        )
    return mentions


def _overlaps(barred: Sequence[tuple[int, int]], starts: Sequence[int], start: int, end: int) -> bool:
    index = bisect_right(starts, start)
    if index < len(barred) and barred[index][0] < end:
        return True
    return any(span_end > start for _, span_end in barred[max(0, index - 1) : index])
