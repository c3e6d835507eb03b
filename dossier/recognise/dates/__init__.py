"""Find the dates that a text mentions, each with its place and its EDTF value.

There are three steps: `tokens` gives each word a class, `finding` runs the grammar of a language over them,
and `resolving` gives each date a value when it is needed. The words, the grammar and the rules come from a
language (`dossier.recognise.languages`); the code here knows none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from dossier.model.mentions import DateMention, Document, RefusedDate
from dossier.recognise.dates.context import contexts
from dossier.recognise.dates.finding import find_forms, is_number_or_date, refused_forms
from dossier.recognise.dates.forms import FoundForm
from dossier.recognise.dates.narrative import Resolved
from dossier.recognise.dates.resolving import resolve_all
from dossier.recognise.dates.surroundings import Reason
from dossier.recognise.dates.tokens import Tokens, tokenise
from dossier.recognise.dates.vocabulary import DateLanguage

__all__ = ["DateLanguage", "Dates", "find_dates", "is_number_or_date", "refused_dates"]


def find_dates(
    document: Document, language: DateLanguage, taken: Sequence[tuple[int, int]] = ()
) -> list[DateMention]:
    """The dates that a text mentions, in the order of the text, without overlaps.

    Args:
        document: the text, its publication date (EDTF or None), its headings, and what is excluded: dates in
            that are not returned, but others may count from them.
        language: the language of the text.
        taken: spans that are already names ("Theresa May"): what looks like a date there is none.
    """
    return list(Dates.of(document, language, taken))


def refused_dates(
    document: Document, language: DateLanguage, taken: Sequence[tuple[int, int]] = ()
) -> list[RefusedDate]:
    """What can be read as a date and is none, with the reason, in the order of the text, without overlaps.

    Nothing in it overlaps a date that `find_dates` finds with the same arguments, a name or what is excluded.
    The sentence for each reason is among the ``refusals`` of the language.
    """
    return Dates.of(document, language, taken).refused(taken)


class Dates(Sequence[DateMention]):
    """The dates of one document, computed when the first of them is used.

    Their places are cheap to find, and a text without offices needs no more. Their values depend on the whole
    text and cause most of the cost of recognition.
    """

    def __init__(self, document: Document, tokens: Tokens, found: Sequence[FoundForm]) -> None:
        self._document = document
        self._tokens = tokens
        self._found = found

    @classmethod
    def of(cls, document: Document, language: DateLanguage, taken: Sequence[tuple[int, int]] = ()) -> Dates:
        """The dates of a document, as `find_dates` gives them."""
        tokens, names = tokenise(document.text, language), _Barred.of(taken)
        starts, ends = tokens.starts, tokens.ends
        found = [
            item for item in find_forms(tokens) if not names.overlap(starts[item.start], ends[item.end - 1])
        ]
        return cls(document, tokens, found)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where a date may be, in the order of the text: there is no date elsewhere."""
        starts, ends = self._tokens.starts, self._tokens.ends
        return [(starts[item.start], ends[item.end - 1]) for item in self._found]

    @overload
    def __getitem__(self, index: int) -> DateMention: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[DateMention]: ...
    def __getitem__(self, index: int | slice) -> DateMention | Sequence[DateMention]:
        return self._mentions[index]

    def __len__(self) -> int:
        return len(self._mentions) if self._found else 0

    def refused(self, taken: Sequence[tuple[int, int]]) -> list[RefusedDate]:
        """What is no date, as `refused_dates` gives it, where `taken` are the same names as before."""
        elsewhere = [*taken, *self._document.excluded, *((each.start, each.end) for each in self)]
        barred = _Barred.of(elsewhere)
        refused = [
            RefusedDate(*span, _reason(value))
            for span, value in zip(self.spans, self._values, strict=True)
            if not (value and value.sound) and not barred.overlap(*span)
        ]
        barred = _Barred.of([*elsewhere, *self.spans])
        read = [
            RefusedDate(*self._tokens.span(form.start, form.end), refusal.rule, refusal.because)
            for form, refusal in refused_forms(self._tokens)
        ]
        end = 0
        # Of the stretches that begin at one word, the longest says most.
        for each in sorted(read, key=lambda each: (each.start, -each.end)):
            if each.start >= end and not barred.overlap(each.start, each.end):
                refused.append(each)
                end = each.end
        return sorted(refused, key=lambda each: each.start)

    @cached_property
    def _values(self) -> list[Resolved | None]:
        around = contexts(self._tokens, self._found, self._document.headings, self._document.notes)
        return resolve_all(self._document.date, self._found, around)

    @cached_property
    def _mentions(self) -> tuple[DateMention, ...]:
        excluded = _Barred.of(self._document.excluded)
        mentions: list[DateMention] = []
        for item, (start, end), value in zip(self._found, self.spans, self._values, strict=True):
            if value is None or not value.sound or excluded.overlap(start, end):
                continue
            rule = item.rule if value.clock is None else f"{item.rule}, {value.clock}"
            because = value.because if item.because is None else self._tokens.span(*item.because)
            edtf = value.edtf(approximate=item.approximate)
            mentions.append(DateMention(start, end, edtf, rule, value.relative, because))
        return tuple(mentions)


def _reason(value: Resolved | None) -> Reason:
    """Why a form has no sound value."""
    if value is None:
        return "nothing-to-count-from"
    return "ends-before-it-begins" if value.first.exists and value.last.exists else "no-such-day"


@dataclass(frozen=True, slots=True)
class _Barred:
    """Spans in order, without overlaps, to check whether a date touches one."""

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
