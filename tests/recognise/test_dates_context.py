"""Tests of how nearby words change a date: the verb that governs it, the date from which it counts."""

from __future__ import annotations

import pytest

from dossier.model.mentions import Document
from dossier.recognise.dates import find_dates
from dossier.recognise.languages import language

ENGLISH = language("en").dates
WEDNESDAY = "2021-12-08"


def values(text: str, date: str | None = WEDNESDAY) -> list[str]:
    """The values of the dates of a text."""
    return [mention.value for mention in find_dates(Document(text, date), ENGLISH)]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy leaves for Vienna on Friday.",
        "Envoys meet the commission on Friday.",
        "The office reopens on Friday.",
        "The convoy should reach the town by Friday.",
        "The bridge could be closed on Friday.",
        "The rebels agreed to leave by Friday.",
        "The miners were told to return on Friday.",
        "The hearing is on Friday.",
        "The hearing is in the old town on Friday.",
        "The state holds a vote on Friday.",
        "The match, to be played on Friday, is sold out.",
        "They will get there on Friday at the earliest.",
        "They may have to wait until Friday.",
    ],
)
def test_a_clause_that_looks_ahead_has_the_next_friday(text: str) -> None:
    assert values(text) == ["2021-12-10"]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy left for Vienna on Friday.",
        "The envoy could not be reached on Friday.",
        "The rebels should have left on Friday.",
        "Papers seized on Friday will be returned.",
        "The shop was open until Friday.",
        "On Friday ministers said that the talks will go on.",
        "A limited truce began on Friday.",
    ],
)
def test_a_clause_that_looks_back_has_the_last_friday(text: str) -> None:
    assert values(text) == ["2021-12-03"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A commission set up in October will report.", "2021-10"),
        ("The men had been thought lost until 22 October.", "2021-10-22"),
        ("With the vote on January 20, both sides are nervous.", "2022-01-20"),
        ("The January 20 summit worries him.", "2022-01-20"),
        ("He faces trial in March.", "2022-03"),
        ("They vowed to pay by March.", "2022-03"),
        ("They have been there since late October.", "2021-10"),
        ("A note of the 3rd came.", None),
        ("His note of the 3rd came.", "2021-12-03"),
        ("The session opens on the 15th.", "2021-12-15"),
        ("Votes are due by the end of the week.", "2021-12-06/2021-12-12"),
        ("Results came over the weekend.", "2021-12-04/2021-12-05"),
        ("Flights resume at the weekend.", "2021-12-11/2021-12-12"),
        ("It takes effect in the new year.", "2022"),
        ("They meet again a week from today.", "2021-12-15"),
        ("It grew in the second quarter of last year.", "2020-34"),
        ("It fell in Q3 2019.", "2019-35"),
        ("It will be ready by spring.", "2022-21"),
    ],
)
def test_news_without_a_year(text: str, value: str | None) -> None:
    if value is not None:
        assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Just told: that counts, in news too.
        (
            "Dec. 8, 2021. He was charged in May 2003, left that July and was tried a year later.",
            ["2003-07", "2004"],
        ),
        ("In May 2009 she fell ill. The following month she resigned.", ["2009-06"]),
        ("The pact of 1920, signed that October, was void.", ["1920-10"]),
        # Now: not what was told.
        ("I lost them in 2009. This July I found them.", ["2021-07"]),
        (
            "On this day in 1991 they signed; two weeks later, on December 22, they met.",
            ["1991-12-22", "1991-12-22"],
        ),
    ],
)
def test_what_points_in_news(text: str, expected: list[str]) -> None:
    assert values(text)[-len(expected) :] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # By the way: a relative or participial clause moves nothing.
        ("In May 1905 the fleet, which had sailed the previous autumn, was lost. Peace came in August.", "1905-08"),
        ("The pact was signed on 3 May 1921; it followed that of 1902, renewed in 1911. In June it lapsed.", "1921-06"),
        ("On 3 May 1855 they signed. It was to run until 1870. They met again the following month.", "1855-06"),
        ("In 1931 he became consul. He stayed until the spring of 1939. That September he fled.", "1939-09"),
        # The year goes on.
        ("War came in 1934. In the following year troops landed; by May there were more. In October they marched.", "1935-10"),
        ("They sailed on 22 December 1935. In January they landed.", "1936-01"),
        # A date right behind decides.
        ("He wrote of the war of 1812. The town fell two years later, in 409 BC, to a fleet.", "-0408"),
        ("It opened in 1914. Half a century later it closed.", "1964"),
        ("It opened in 1914. A quarter of a century later it closed.", "1939"),
        ("It opened in May 1914. A year and a half later it closed.", "1915-11"),
        ("On 3 September 1939 they met. The winter that followed was hard.", "1939-24"),
        ("On 3 September 1939 they met. The army spent the autumn on the march.", "1939-23"),
        ("They landed on Friday 2 April 1982. Ships left on the Monday.", "1982-04-05"),
        ("They landed on 2 April 1982. On Sunday, 11th they prayed.", "1982-04-11"),
        ("He wrote on March 29, 1951. An answer of the next week is lost; one came on the 6th.", "1951-04-06"),
    ],
)  # fmt: skip
def test_where_a_history_has_got_to(text: str, expected: str) -> None:
    assert expected in values(text, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fleet sailed in 415 BC. Help came in July 413.", ["-0414", "-0412-07"]),
        ("The fleet sailed in 415 BC. In July 413 ships came.", ["-0414", "-0414-07"]),
        ("The wars of 535–554 began in AD 535. In autumn 541 a king rose.", ["0535/0554", "0535", "0541-23"]),
        ("They sailed in 415 BC with 134 ships, then raised to 160.", ["-0414"]),
        ("In the winter of 416–415 BC they wrote.", ["-0415-24"]),
        ("Rises in Spain (January 1820) and Naples (July) failed.", ["1820-01", "1820-07"]),
        ("On 4 May 1863 they met. Assaults on the 19th and 22nd failed.", ["1863-05-04", "1863-05-19", "1863-05-22"]),
        ("From October 22 to 24, 1956 they met.", ["1956-10-22/1956-10-24"]),
        ("From 3 to 9 May 2021 they met.", ["2021-05-03/2021-05-09"]),
        ("In the night of 8/9 July 1711 they fled.", ["1711-07-08/1711-07-09"]),
        ("They met on 16\u00a0June&nbsp;1812.", ["1812-06-16"]),
    ],
)  # fmt: skip
def test_eras_lists_and_stretches(text: str, expected: list[str]) -> None:
    assert values(text, None) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He lives at 1848 Summer Street and at 1921 Canal Street.",
        "The pass lies at 1830 m; the line has 1900 V and the dose was 1990 mg.",
        "The 1500-metre race and 1918 foot.",
        "Ask at the hotel (tel. 2010 1945).",
        'The film "1984" was shown, and “1917” too.',
        "It ran on Windows 2000.",
        "The Winter War was short.",
    ],
)
def test_numbers_that_are_no_years(text: str) -> None:
    assert values(text, "2010-01-01") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between 1920 and 1925 roads were built.", ["1920", "1925"]),
        ("In June 1948 roads were shut. Flights began two days later, on June 26.", ["1948-06-26", "1948-06-26"]),
        ("The port opened in May 1985. Talks had been held in 1980. Votes that June changed all.", ["1985-06"]),
        ("The law of 1919 stood; its preface came in June.", ["1919", "1919-06"]),
        ("It was praised in May 1931 and 1935. The peace of 1414, made in war, held until October.", ["1414-10"]),
        ("It fell in 1944 and closed in 1967. It was honoured last week.", ["2009-12-21/2009-12-27"]),
        ("It fell in 1944, 1950 and 1967. A book will appear this spring.", ["2010-21"]),
    ],
)  # fmt: skip
def test_asides_and_the_day_of_writing_in_a_history(text: str, expected: list[str]) -> None:
    assert values(text, "2010-01-01")[-len(expected) :] == expected


#: An encyclopedia's text, saved long after most of what it tells.
SAVED = "2009-12-19"
RECENT = (
    "Flood\n\nThe dam broke on 20 March 2003. On April 9, Lowtown fell. The mayor left on 13 December.\n\n"
    "Relief\n\nOn 31 March 2004, a bridge was opened. A second one failed in April; it held in November. "
    "On 31 January 2005 the town voted. A law was passed on 15 October. On 22 February 2006 the mill burnt.\n\n"
    "Return\n\nOn 1 January 2009 the camp was closed. On June 29, the last tents went. "
    "In 2008 the law had been changed; on 27 November the council had agreed."
)


def test_a_history_may_reach_the_year_of_writing() -> None:
    assert values(RECENT, SAVED) == [
        "2003-03-20", "2003-04-09", "2003-12-13", "2004-03-31", "2004-04", "2004-11", "2005-01-31", "2005-10-15",
        "2006-02-22", "2009-01-01", "2009-06-29", "2008", "2008-11-27",
    ]  # fmt: skip


def test_the_year_of_a_heading_is_that_of_its_section() -> None:
    text = "2007: Flood\n\nThe dam broke on 3 June.\n\nReaction\n\nA vote is due on Friday."
    assert values(text, SAVED)[:2] == ["2007", "2007-06-03"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # In one paragraph, the days after a day of last year are of that year.
        ("On 7 August 2008 he spoke. It was night. On 8 August they marched.", ["2008-08-07", "2008-08-08"]),
        ("In the first five months of 2008 troops came.", ["2008"]),
        ("The vote on August 20 failed.", ["2009-08-20"]),
        # A look back leaves the narrative where it is.
        (
            "On 3 March 1958 they met. In February 1959 he was chosen; the vote had been held in December. In May he left.",
            ["1958-03-03", "1959-02", "1958-12", "1959-05"],
        ),
    ],
)
def test_what_was_told_before_the_day_of_writing(text: str, expected: list[str]) -> None:
    assert values(text, SAVED) == expected
