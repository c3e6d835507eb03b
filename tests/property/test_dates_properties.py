"""Properties of dates in any text: spans, independence, and the shift of the publication date."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dossier.model.edtf import bounds, from_day_number, is_edtf
from dossier.model.mentions import DateMention, Document
from dossier.recognise.dates import find_dates
from dossier.recognise.languages import language

ENGLISH = language("en").dates
# Words that dates are made of, and words that they are mistaken for: what random letters never hit.
WORDS = st.sampled_from(
    """January May March Sept. june Tuesday Fri. spring Fall winter day week month years decade century
    the of in on by since until from between and or to at last next this that same following previous early late
    mid end beginning about c. ago later earlier before after today yesterday tomorrow morning quarter half first
    third twentieth two nine twenty-one a an 3 12 31 30th 1st 99 218 476 1812 1914 1989 2014 2021 2022 1990s '90s
    BC AD B.C. 2021-12-08 13.12.1981 9/11/2001 1914-18 3-5 , . ; – — ( ) “ ” " ' 's he she met will had was soldiers
    treaty room No. Resolution 2202 $1990 1,950 S/2015 _1999_ Theresa Prague Christmas Eve
    """.split()
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(WORDS, max_size=25).map(" ".join),
    st.lists(
        st.one_of(WORDS, st.sampled_from("\n\n,\n, ,-".split(",")), st.text(max_size=4)), max_size=12
    ).map("".join),
)
DATES = st.one_of(
    st.none(),
    st.dates().map(str),
    st.sampled_from(
        ["2021", "2021-06", "2015~", "2014-09/2015-02", "../2014", "2021-11-2X", "-0044", "no date"]
    ),
)


@given(TEXTS, DATES)
def test_any_text_gives_sound_mentions(text: str, date: str | None) -> None:
    found = find_dates(Document(text, date), ENGLISH)
    end = 0
    for mention in found:
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        assert is_edtf(mention.value), mention
        assert not text[mention.start : mention.end][0].isspace()


@given(TEXTS)
def test_spans_lie_on_word_boundaries(text: str) -> None:
    for mention in find_dates(Document(text, "2021-12-08"), ENGLISH):
        for edge in (mention.start, mention.end):
            inside = text[max(0, edge - 1) : edge + 1]
            assert not (0 < edge < len(text) and all(c.isalnum() or c == "_" for c in inside)), inside


@given(TEXTS, DATES, TEXTS)
def test_documents_do_not_know_of_each_other(text: str, date: str | None, other: str) -> None:
    before = find_dates(Document(text, date), ENGLISH)
    find_dates(Document(other, "1999-01-01"), ENGLISH)
    assert find_dates(Document(text, date), ENGLISH) == before


@given(TEXTS, st.lists(st.tuples(st.integers(0, 80), st.integers(1, 20)), max_size=4))
def test_no_date_overlaps_what_is_taken_or_excluded(text: str, cuts: list[tuple[int, int]]) -> None:
    spans = [(start, start + length) for start, length in cuts]
    document = Document(text, "2021-12-08", excluded=tuple(spans[:2]))
    for mention in find_dates(document, ENGLISH, spans[2:]):
        assert all(mention.end <= start or end <= mention.start for start, end in spans)


# Nothing but the publication date to count from, and no weekday, for its date moves by another day.
NEWS = """They met in June. | They will meet in June. | It began on May 10. | It is due on 20 December.
| Talks go on next month. | It fell last year. | It closed two years ago. | It grew in June last year.
| He wrote it this spring. | She spoke yesterday. | Votes are due by the end of the year.
| It grew in the first half of this year. | The next day they left. | A year later it stood.""".split("|")
TOLD = "It closed in 1990. | It ended on 3 May 1931. | That was in the 1980s. | Rome fell in 410 AD.".split(
    "|"
)
RELATIVE = st.lists(st.sampled_from(NEWS).map(str.strip), min_size=1, max_size=6).map(" ".join)
MIXED = st.lists(st.sampled_from([*NEWS[:10], *TOLD]).map(str.strip), max_size=6).map(" ".join)
# The days around the end of February are left out: a year later there is a leap day more or less.
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31)).filter(
    lambda day: (day.month, day.day) != (3, 1) and not (day.month == 2 and day.day > 20)
)


def a_year_later(day: date) -> date:
    return day.replace(year=day.year + 1)


def months(mention: DateMention) -> tuple[int, int]:
    """Year and month in which a value begins."""
    first = bounds(mention.value).first
    assert first is not None
    return from_day_number(first)[:2]


@given(RELATIVE, DAYS)
def test_a_year_later_every_relative_date_is_a_year_later(text: str, day: date) -> None:
    now, later = (find_dates(Document(text, str(d)), ENGLISH) for d in (day, a_year_later(day)))
    assert [(m.start, m.end, m.rule) for m in now] == [(m.start, m.end, m.rule) for m in later]
    assert now
    assert all(m.relative for m in now)
    assert [months(m) for m in later] == [(year + 1, month) for year, month in map(months, now)]


@given(MIXED, DAYS)
def test_no_date_told_in_full_moves_with_the_publication_date(text: str, day: date) -> None:
    now, later = (find_dates(Document(text, str(d)), ENGLISH) for d in (day, a_year_later(day)))
    assert [m for m in now if not m.relative] == [m for m in later if not m.relative]


@given(RELATIVE)
def test_without_a_publication_date_nothing_counts_from_one(text: str) -> None:
    assert find_dates(Document(text), ENGLISH) == []
