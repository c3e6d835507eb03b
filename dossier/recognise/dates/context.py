"""Describe what surrounds a date: its sentence, paragraph and heading, and the tense of its clause.

It computes only what `dossier.recognise.dates.resolving` weighs, once for each document, and decides nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from dossier.recognise.dates.cue_words import TenseWords
from dossier.recognise.dates.forms import Calendar, DateContext, FoundForm, Interval
from dossier.recognise.dates.notes import Notes
from dossier.recognise.dates.tense import Clauses
from dossier.recognise.dates.tokens import Tokens
from dossier.recognise.dates.vocabulary import CODES
from dossier.recognise.language_data import SentenceWords
from dossier.recognise.sentences import sentence_spans

_LAST_MONTH: Final = 12
_LONGEST_HEADING: Final = 100
_PARAGRAPH: Final = re.compile(r"[^\n]+(?:\n[^\S\n]*[^\s][^\n]*)*")
#: In tokens, and in characters: limits that keep the cost linear for a text without sentences.
_FARTHEST_CUE: Final = 25
_FARTHEST_BRACKET: Final = 400
_FARTHEST_PREPOSITION: Final = 7
_FARTHEST_VERB: Final = 12
_ENDS: Final = frozenset((CODES["dot"], CODES["paragraph"]))
_STOPS: Final = frozenset(CODES[name] for name in ("comma", "dot", "paragraph", "and"))
_OPENERS: Final = {"“": "”", "(": ")", "[": "]", "«": "»"}


@dataclass(frozen=True, slots=True)
class Layout:
    """Sentences and paragraphs of a text by their first offsets, and which paragraphs are headings."""

    sentences: list[int]
    paragraphs: list[int]
    headings: list[bool]

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence at an offset."""
        return max(0, bisect_right(self.sentences, offset) - 1)

    def paragraph_at(self, offset: int) -> int:
        """The number of the paragraph at an offset."""
        return max(0, bisect_right(self.paragraphs, offset) - 1)


def layout(text: str, headings: Sequence[tuple[int, int]], words: SentenceWords) -> Layout:
    """The layout of a text; headings as given, or else short paragraphs without a final stop."""
    spans = [match.span() for match in _PARAGRAPH.finditer(text)]
    if headings:
        told = sorted(headings)
        starts = [start for start, _ in told]
        kinds = []
        for start, end in spans:
            index = bisect_right(starts, end - 1) - 1
            kinds.append(index >= 0 and told[index][1] > start)
    else:
        kinds = [_looks_like_heading(text[start:end].strip()) for start, end in spans]
    told_apart = sentence_spans(text, words)
    sentences = sorted({start for start, _ in told_apart} | {start for start, _ in spans})
    return Layout(sentences, [start for start, _ in spans], kinds)


def _looks_like_heading(paragraph: str) -> bool:
    return len(paragraph) <= _LONGEST_HEADING and "\n" not in paragraph and paragraph[-1:] not in '.!?:;,…"”'


def contexts(
    tokens: Tokens,
    found: Sequence[FoundForm],
    headings: Sequence[tuple[int, int]],
    notes: Sequence[tuple[int, int]] = (),
) -> list[DateContext]:
    """The context of every form; `notes` are the spans of footnotes, as far as markup gives them."""
    parts = layout(tokens.text, headings, tokens.language.sentences)
    clauses = Clauses(tokens)
    known = Notes.of(tokens.text, notes, headings, tokens.language)
    out = [_context(tokens, item, parts, clauses, known) for item in found]
    years = _years_of_headings(found, out)
    above = _headings_above(parts.headings)
    first = parts.headings.index(True) if True in parts.headings else -1
    title, sections = years.pop(first, None), [above[context.paragraph] for context in out]
    return [
        replace(
            context,
            opening=not context.heading and (i == 0 or sections[i - 1] != section or out[i - 1].heading),
            section=years.get(section),
            title=title,
        )
        for i, (context, section) in enumerate(zip(out, sections, strict=True))
    ]


def _headings_above(headings: Sequence[bool]) -> list[int]:
    """The number of the last heading at or before each paragraph; 0 before the first."""
    above, last = [], 0
    for number, heading in enumerate(headings):
        last = number if heading else last
        above.append(last)
    return above


def _years_of_headings(
    found: Sequence[FoundForm], contexts: Sequence[DateContext]
) -> dict[int, tuple[int, int]]:
    """The years that each heading states, by the number of its paragraph."""
    years: dict[int, tuple[int, int]] = {}
    for item, context in zip(found, contexts, strict=True):
        form = item.form
        one, two = (form.first, form.last) if isinstance(form, Interval) else (form, form)
        if not context.heading or not (isinstance(one, Calendar) and isinstance(two, Calendar)):
            continue
        if one.year is None or two.year is None or one.years > 1:
            continue
        first, last = years.get(context.paragraph, (one.year, two.year))
        years[context.paragraph] = min(first, one.year), max(last, two.year)
    return years


def _context(tokens: Tokens, item: FoundForm, parts: Layout, clauses: Clauses, notes: Notes) -> DateContext:
    offset = tokens.starts[item.start]
    sentence = parts.sentence_at(offset)
    paragraph = parts.paragraph_at(offset)
    begin = max(parts.sentences[sentence], parts.paragraphs[paragraph])
    words = tokens.language.tense
    before = _words_before(tokens, item.start, begin)
    after = _words_after(tokens, item.end)
    tense = clauses.tense_of(item.start, item.end, begin)
    return DateContext(
        span=(offset, tokens.ends[item.end - 1]),
        sentence=sentence,
        paragraph=paragraph,
        heading=parts.headings[paragraph],
        fronted=len(before) <= 2,
        future=_looks_ahead(before, words) or (len(before) <= 2 and _looks_ahead(after[::-1], words)),
        tense=tense,
        towards=bool(before) and before[0] in words.towards,
        perfect=not (words.pluperfect.isdisjoint(before) and words.pluperfect.isdisjoint(after[:6])),
        lasting=not words.lasting.isdisjoint(before),
        side=clauses.is_side_clause(item.start, begin),
        aside=_aside(tokens, item, max(begin, offset - _FARTHEST_BRACKET)),
        reached=tense == "past" and not words.reaching.isdisjoint(before[:_FARTHEST_PREPOSITION]),
        in_name=_in_name(tokens, item),
        note=notes.hold(offset),
    )


def _words_before(tokens: Tokens, index: int, begin: int) -> list[str]:
    """The words of the sentence before a token, the nearest first, not too far back."""
    first = max(0, index - _FARTHEST_CUE, bisect_left(tokens.starts, begin, 0, index))
    return tokens.words[first:index][::-1]


def _words_after(tokens: Tokens, index: int) -> list[str]:
    """The words after a token up to the end of the sentence, as far as a cue for the token may be."""
    words: list[str] = []
    for i in range(index, min(index + _FARTHEST_VERB, len(tokens.starts))):
        if tokens.codes[i] in _ENDS:
            break
        words.append(tokens.words[i])
    return words


def _looks_ahead(said: Sequence[str], words: TenseWords) -> bool:
    """Whether words, the last first, contain a verb or noun of the future: "will", "due", "are to"."""
    if not words.future_cues.isdisjoint(said):
        return True
    markers, copulas = words.infinitive_markers, words.copulas
    return any(later in markers and earlier in copulas for later, earlier in pairwise(said))


def _aside(tokens: Tokens, item: FoundForm, begin: int) -> bool:
    when = tokens.word(item.end + (tokens.word(item.end) == ",")) in tokens.language.tense.when
    return (not when and _looks_away(tokens, item.start)) or _enclosed(
        tokens.text[begin : tokens.starts[item.start]]
    )


def _looks_away(tokens: Tokens, index: int) -> bool:
    """Whether "since" or "until" governs a date: no farther before it than the length of a noun phrase."""
    looking_away = tokens.language.tense.looking_away
    for i in range(index - 1, max(-1, index - 1 - _FARTHEST_PREPOSITION), -1):
        if tokens.codes[i] in _STOPS:
            return False
        if tokens.words[i] in looking_away:
            return True
    return False


def _in_name(tokens: Tokens, item: FoundForm) -> bool:
    """A year before a noun: "the 1956 treaty", "Reagan's 1987 speech"."""
    form = item.form
    if (isinstance(form, Calendar) and form.day is not None) or not isinstance(form, Calendar | Interval):
        return False
    season = isinstance(form, Calendar) and (form.month or 0) > _LAST_MONTH
    if season or tokens.codes[item.start] == CODES["the"]:
        return False
    language, after = tokens.language, tokens.word(item.end)
    if tokens.word(item.start - 1) not in language.tense.name_determiners:
        return False
    return after.isalpha() and after not in language.guards.function_words


def _enclosed(before: str) -> bool:
    """Whether a bracket or quotation is open at the end of a piece of text."""
    if before.count('"') % 2:
        return True
    return any(before.count(opener) > before.count(closer) for opener, closer in _OPENERS.items())
