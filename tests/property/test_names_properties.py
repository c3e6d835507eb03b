"""Properties of names and dates in any text: whole words, no overlap, no error, no memory of other texts."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st
from sample_gazetteer import SAMPLE

from dossier.model.mentions import Document, Recognition
from dossier.recognise.languages import language
from dossier.recognise.names import NameFinder
from dossier.recognise.recogniser import Recogniser

# Awkward values by hand: what stands around names in texts, and what breaks careless offsets.
PIECES = st.sampled_from(
    [
        "Vladimir Putin", "V.Putin", "Putin", "Bush", "George W. Bush", "George Bush", "Mrs Clinton", "Clinton",
        "the US President", "a US President", "Russian counterpart", "then", "former", "Minsk", "Minsk II",
        "Minsk Group", "Georgia", "OSCE", "(TCG)", "Trilateral Contact Group", "May", "in May 2022", "2002",
        " ", " ", " ", "  ", "\n", "\n\n", "\t", "\u00a0", ".", ", ", "'s", "’s", "-", "–", "&", "\"", "(", ")",
        "of ", "the ", "Of The ", "Bank of ", "é", "e\u0301", "\u0301", "İ", "ß", "ﬁ", "\u200b", "😀", "\ud800",
        "A.", "A. B. ", "PUTIN", "putin", "x", "X", "University", "'", "/", "@", "#",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=60))
RECOGNISER = Recogniser(SAMPLE)
FINDER = NameFinder(SAMPLE, language("en").names, lambda _: False)


def recognise(text: str) -> Recognition:
    return RECOGNISER.recognise(Document(text, "2021-12-08"))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example("e\u0301Putin\u0301 George\u0301 W. Bush\u0301")
@example("Putin\ud800 Minsk")
def test_spans_are_whole_words_and_do_not_overlap(text: str) -> None:
    found = recognise(text)
    spans = sorted((s.start, s.end) for s in (*found.mentions, *found.unresolved, *found.dates))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    for mention in (*found.mentions, *found.unresolved):
        assert not (text[mention.start - 1 : mention.start].isalnum() and text[mention.start].isalnum())
        assert not (text[mention.end - 1].isalnum() and text[mention.end : mention.end + 1].isalnum())


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.lists(TEXTS, max_size=3))
def test_a_text_is_read_alike_whatever_was_read_before(text: str, others: list[str]) -> None:
    fresh = Recogniser(SAMPLE).recognise(Document(text, "2021-12-08"))
    for other in others:
        recognise(other)
    assert recognise(text) == fresh


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=20).map("".join), st.sets(st.sampled_from([e.id for e in SAMPLE])))
def test_forbidden_entities_are_never_linked(text: str, forbidden: set[str]) -> None:
    found = RECOGNISER.recognise(Document(text, "2021-12-08", forbidden=frozenset(forbidden)))  # type: ignore[arg-type]
    assert not {m.entity for m in found.mentions} & forbidden
    assert not {c for u in found.unresolved for c in u.candidates} & forbidden


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=20).map("".join), st.integers(0, 40), st.integers(1, 20))
def test_excluded_text_holds_nothing(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    excluded = ((start, end),) if start < end else ()
    found = RECOGNISER.recognise(Document(text, "2021-12-08", excluded=excluded))
    for span in (*found.mentions, *found.unresolved, *found.dates):
        assert not any(span.start < b and a < span.end for a, b in excluded)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_every_span_says_what_it_may_mean(text: str) -> None:
    for start, end, meanings in FINDER.find(text):
        assert 0 <= start < end <= len(text)
        names = (*meanings.names, *meanings.surnames, *meanings.lesser)
        assert names or meanings.offices or meanings.counterpart or meanings.title
