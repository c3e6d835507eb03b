from __future__ import annotations

import pytest

from dossier.model.mentions import Document
from dossier.recognise.dates import find_dates, refused_dates
from dossier.recognise.languages import language

ENGLISH = language("en").dates


def values(text: str, date: str | None = "2021-12-08") -> list[tuple[str, str]]:
    """The words of each date and its value."""
    return [(text[m.start : m.end], m.value) for m in find_dates(Document(text, date), ENGLISH)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Signed on 16 June 2021.", "2021-06-16"),
        ("Signed on June 16, 2021.", "2021-06-16"),
        ("Signed on the 3rd of May 1683.", "1683-05-03"),
        ("SIGNED JUNE 16, 2021", "2021-06-16"),
        ("Signed on Wed., 16 June 2021.", "2021-06-16"),
        ("Signed on 2021-06-16.", "2021-06-16"),
        ("Signed on 16.6.2021.", "2021-06-16"),
        ("Signed in June of 2021.", "2021-06"),
        ("Signed in Sept. 2014.", "2014-09"),
        ("It stood in 1830.", "1830"),
        ("It stood in the late 1860s.", "186X"),
        ("It stood in the sixties.", "196X"),
        ("It stood in the seventeenth century.", "16XX"),
        ("It stood in the 4th century BC.", "-0399/-0300"),
        ("It fell in 301 BC.", "-0300"),
        ("It fell in AD 70.", "0070"),
        ("It lay idle in the winter of 1683-84.", "1683-24"),
        ("It was built about 1250.", "1250~"),
        ("The war of 1914-18 ended.", "1914/1918"),
        ("They met on 3–9 May 1931.", "1931-05-03/1931-05-09"),
        ("They met from 17 July – 2 August 1945.", "1945-07-17/1945-08-02"),
        ("Sales rose in the third quarter of 2005.", "2005-35"),
        ("Sales rose in the first half of 2022.", "2022-40"),
    ],
)
def test_words_that_give_the_whole_date(text: str, value: str) -> None:
    (found,) = values(text)
    assert found[1] == value


@pytest.mark.parametrize(
    "text",
    [
        "A force of 1,950 men and 1812 mules crossed.",
        "They march on; it may fall, and they spring up.",
        "See page 1917, resolution 2202 and S/2015.",
        "It cost $1990, or 12.5 percent, at 5:30.",
        "The second half was better than the first.",
        "Rooms are cleaned every Tuesday.",
        "April Jones met June Carter and August Wilson in the lobby.",
        "Prices fall and spring back; the summer house and winter coats were sold.",
        "Flight 1907 carried 2014 passengers over 1999 miles.",
        "The score was 3-5 in the second half, minutes later 4-5.",
        "See pages 1914-1918 and paragraphs 3-5 of Law No. 1920.",
        "The hotel has 1917 rooms and stands at 1600 Pennsylvania Avenue.",
        "The Sunday Times and the Friday prayers are weekly.",
        "The IL-1962 and the Kh-2000 flew at 2000 feet, and S-300 missiles at 1998 km.",
        "He ran 1500 metres in 2015 seconds at 2000 °C.",
        "A crowd of 1500 gathered; 1800 were arrested; some 2000 fled.",
        "For two years and ten months she lived there, within a week of work.",
        "Chapter 11, Section 1983 and UN document A/1990/5.",
        "It happened one day, some years ago, a few months later.",
        "It is still so to this day, and at the end of the day that counts.",
        "In the past week, over the last two years, for the next three months.",
        "The order of 9/11/2001 may be read both ways.",
        "On 30 February and on 31 April nothing happened.",
    ],
)
def test_what_looks_like_a_date_is_left_alone(text: str) -> None:
    assert values(text) == []


def test_members_of_a_list_complete_each_other() -> None:
    assert [v for _, v in values("They met between May and July 1931.")] == ["1931-05", "1931-07"]
    assert [v for _, v in values("They met on May 3 and 5, 1931.")] == ["1931-05-03", "1931-05-05"]


def test_a_history_carries_its_year_along() -> None:
    text = (
        "On 28 June 1914 shots fell. On 23 July came a note, two days later the answer. War came in August."
    )
    assert [v for _, v in values(text)] == ["1914-06-28", "1914-07-23", "1914-07-25", "1914-08"]


def test_news_counts_from_its_publication() -> None:
    text = "They spoke on Tuesday and will meet next month. They last met in June."
    assert [v for _, v in values(text)] == ["2021-12-07", "2022-01", "2021-06"]


def test_excluded_and_taken_spans_hold_no_date() -> None:
    text = "In 2014 and in 2015."
    document = Document(text, "2021-12-08", excluded=((3, 7),))
    assert [m.value for m in find_dates(document, ENGLISH)] == ["2015"]
    assert find_dates(document, ENGLISH, taken=[(14, 19)]) == []


def test_a_name_that_holds_a_month_moves_no_date() -> None:
    text = "In June 1990 they met. Theresa May came in August."
    assert [m.value for m in find_dates(Document(text), ENGLISH, taken=[(23, 34)])] == ["1990-06", "1990-08"]


def test_an_excluded_date_may_still_be_counted_from() -> None:
    document = Document("On `5 May 1990` and two days later they met.", excluded=((3, 15),))
    assert [m.value for m in find_dates(document, ENGLISH)] == ["1990-05-07"]


def test_barred_spans_may_overlap_each_other() -> None:
    assert find_dates(Document('0"2000', excluded=((0, 3), (1, 2))), ENGLISH) == []


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("They met in June.", "2015", "2015-06"),
        ("They met last year.", "2015-03", "2014"),
        ("They met last month.", "2015-03", "2015-02"),
        ("They met in June.", "2015~", "2015-06"),
        ("They met this winter.", "2022-01-20", "2021-24"),
        ("They met last winter.", "2022-01-20", "2020-24"),
        ("The election of 20 December is near.", "2021-12-08", "2021-12-20"),
        ("The election of 20 November was fair.", "2021-12-08", "2021-11-20"),
    ],
)
def test_the_publication_date_and_its_precision(text: str, published: str, value: str) -> None:
    assert [v for _, v in values(text, published)] == [value]


@pytest.mark.parametrize("published", ["2015", "2015-03", "../2014", "1990/2014", None])
def test_no_day_is_counted_from_a_publication_that_names_none(published: str | None) -> None:
    assert values("They met yesterday, last week and on Tuesday.", published) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The year of a name, of a bracket or of a look back moves nothing.
        ("On 2 May 1914 they met, bound by the 1839 treaty. On 9 May they parted.", "1914-05-09"),
        ("On 2 May 1914 they met (he was born in 1839). On 9 May they parted.", "1914-05-09"),
        ("On 2 May 1914 they met for the first time since 1839. On 9 May they parted.", "1914-05-09"),
        # What is told later corrects what came before it.
        ("In 1914 war came. In May they had hoped. In January 1915 they despaired.", "1914-05"),
    ],
)
def test_where_the_telling_is(text: str, expected: str) -> None:
    assert expected in [v for _, v in values(text, "2010-01-01")]


def test_a_heading_tells_the_year_of_its_section() -> None:
    text = "The war\n\n1916\n\nThe treaty of 1839 was long forgotten. On 9 May they met."
    assert values(text, "2010-01-01")[-1] == ("9 May", "1916-05-09")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("War came in 404 BC and for the rest of that decade.", ["-0403", "-0408/-0399"]),
        ("War came in 404 BC, and in that century it went on.", ["-0403", "-0499/-0400"]),
        ("It was built in 301 BC. The year before, in 302 BC, it was begun.", ["-0300", "-0301", "-0301"]),
        ("AD 66-73 and 336–323 BC.", ["0066/0073", "-0335/-0322"]),
        ("In the 5th and 4th centuries BC.", ["-0499/-0400", "-0399/-0300"]),
        ("On the 5th day of May, 1821.", ["1821-05-05"]),
        ("In the 1890s and 1900s.", ["189X", "190X"]),
        ("From Nov. 30-Dec. 1, 2021.", ["2021-11-30/2021-12-01"]),
    ],
)
def test_eras_and_less_usual_forms(text: str, expected: list[str]) -> None:
    assert [v for _, v in values(text, "2010-01-01")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 3 May 2021 they met. Two days later they parted.", [None, "3 May 2021"]),
        ("On 3 May 1683 it began. On 10 June it fell; on 2 July", [None, "3 May 1683", "10 June"]),
        # A date in passing moves nothing: the one before it gives the year.
        (
            "On 2 May 1914 they met, bound by the 1839 treaty. On 9 May they parted.",
            [None, None, "2 May 1914"],
        ),
        # A day cannot count from a year: the last day counts.
        ("On 3 May 1931 they met. In 1931 it rained. A day later", [None, None, "3 May 1931"]),
        ("In June it fell. In 1914 they left, in 1915 they came.", ["1914", None, None]),
        ("War\n\n1916\n\nOn 9 May they met.", [None, "1916"]),
        ("They met between May and July 1931.", ["July 1931", None]),
        ("They met in May, June and July 1931.", ["July 1931", "July 1931", None]),
        ("They met from 17 July – 2 August 1945.", [None]),
        ("In 301 BC it fell. Two years later, in 299 BC, it rose.", [None, "299 BC", None]),
        ("From 264 to 241 BC, in the 5th and 4th centuries BC.", ["241 BC", None, "4th centuries BC", None]),
        ("War came in 220 BC. In autumn 219 they fled.", [None, "220 BC"]),
    ],
)
def test_which_date_another_one_counts_from(text: str, expected: list[str | None]) -> None:
    found = find_dates(Document(text, "2010-01-01"), ENGLISH)
    assert [m.because and text[slice(*m.because)] for m in found] == expected


def test_what_counts_from_the_publication_counts_from_no_date_in_the_text() -> None:
    text = "On 3 May 2021 they met. They spoke on Tuesday, last week and in June."
    assert [m.because for m in find_dates(Document(text, "2021-12-08"), ENGLISH)] == [None] * 4


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("It cost $1990 and is 1830 m long.", [("1990", "measures-something", "$"), ("1830", "measures-something", "m")]),
        ("It stands at 1600 Canal Street.", [("1600", "part-of-a-name", "Canal Street")]),
        ("See No. 1920 and A/1990/5.", [("1920", "numbers-something", "No."), ("1990/5", "joined-to-something", "A/")]),
        ("They led the Prague Spring.", [("Spring", "part-of-a-name", "Prague")]),
        ("The fall of Rome, a summer campaign.", [("fall", "goes-on", "of"), ("summer", "any-of-many", "a")]),
        # What has no value in the end.
        ("On 29 February 2021 they met.", [("29 February 2021", "no-such-day", "")]),
        # The day is refused, and the month without it is a date.
        ("In March 12 ships sailed.", []),
        ("On May 3 and 12 ships sailed.", [("12", "counts-something", "ships")]),
    ],
)  # fmt: skip
def test_why_something_is_no_date(text: str, refused: list[tuple[str, str, str]]) -> None:
    found = refused_dates(Document(text, "2021-12-08"), ENGLISH)
    told = [(text[m.start : m.end], m.rule, text[slice(*m.because)] if m.because else "") for m in found]
    assert told == refused


def test_names_and_what_is_excluded_are_no_refused_dates() -> None:
    text = "Sunday Times, Sunday Times, Sunday Times."
    document = Document(text, "2021-12-08", excluded=((0, 12),))
    assert [m.start for m in refused_dates(document, ENGLISH, taken=[(14, 26)])] == [28]
