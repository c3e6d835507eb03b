"""Less usual forms of dates: each is read whole, or nothing of it is."""

from __future__ import annotations

import pytest

from dossier.model.mentions import Document
from dossier.recognise.dates import find_dates
from dossier.recognise.languages import language

ENGLISH = language("en").dates
#: A Wednesday.
PUBLISHED = "2019-05-15"


def found(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.value) for m in find_dates(Document(text, published), ENGLISH)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The form of 2018/07/09 was lost.", [("2018/07/09", "2018-07-09")]),
        ("He stayed until 2018/7/9.", [("2018/7/9", "2018-07-09")]),
        ("The form of 29-08-2018 was lost.", [("29-08-2018", "2018-08-29")]),
        ("The form of 2018.08.29 was lost.", [("2018.08.29", "2018-08-29")]),
        ("The form of 29. 8. 2018 was lost.", [("29. 8. 2018", "2018-08-29")]),
        ("The form of 2018–08–29 was lost.", [("2018–08–29", "2018-08-29")]),
        ("It ran 2018-08-29/2018-09-02.", [("2018-08-29", "2018-08-29"), ("2018-09-02", "2018-09-02")]),
        ("They met 27–29.08.2018.", [("27–29.08.2018", "2018-08-27/2018-08-29")]),
        ("The list of 9-Jul-18 is gone.", [("9-Jul-18", "2018-07-09")]),
        ("The list of 9-Jul-87 is gone.", [("9-Jul-87", "1987-07-09")]),
        ("The list of 9/Jul/2018 is gone.", [("9/Jul/2018", "2018-07-09")]),
        ("The list of 2018-Jul-09 is gone.", [("2018-Jul-09", "2018-07-09")]),
        ("He left on 9 July ’18.", [("9 July ’18", "2018-07-09")]),
        ("He left on 9 July in 2018.", [("9 July in 2018", "2018-07-09")]),
        ("Sales of Q3-2018 and 2018-Q4 fell.", [("Q3-2018", "2018-35"), ("2018-Q4", "2018-36")]),
        (
            "It rose in Jul-2018 and Jul/Aug 2017.",
            [("Jul-2018", "2018-07"), ("Jul", "2017-07"), ("Aug 2017", "2017-08")],
        ),
    ],
)
def test_days_with_signs_between(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "See 7-8-2018 there.",
        "See 2018-13-05 and 2018/13/05 there.",
        "It was on 31 June 2018.",
        "It was on June 31, 2018.",
        "It was on 31 June.",
        "It was on 45 June 2018.",
        "It was on 29 February 2018.",
        "It was on 31/06/2018 or 2018-06-31.",
        "They met on 29–31 June 2018.",
        "The label says Jul-15 or 15-Jul here.",
        "The record is 12-11-1998-3.",
        "See pages 1457–1458 there.",
        "At the end of 29/03 he left.",
        "Every other Friday they met.",
        "What of the last week of this year’s talks?",
        "The plan covers 1–2 years ago.",
    ],
)
def test_half_a_date_is_no_date(text: str) -> None:
    assert [each for each in found(text) if each != ("this year", "2019")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on March 8-9 and 12, 2016.", ["2016-03-08/2016-03-09", "2016-03-12"]),
        (
            "They met on 8–9, 12 and 15–17 March 2016.",
            ["2016-03-08/2016-03-09", "2016-03-12", "2016-03-15/2016-03-17"],
        ),
        ("They met on 8-9 March and 12 April 2016.", ["2016-03-08/2016-03-09", "2016-04-12"]),
        ("They met on 30-31 December and 2 January 2016.", ["2015-12-30/2015-12-31", "2016-01-02"]),
    ],
)
def test_lists_that_hold_a_range(text: str, expected: list[str]) -> None:
    assert [value for _, value in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On 3 (15) May 1870 they signed.", "1870-05-15"),
        ("On May 3 (15), 1870, they signed.", "1870-05-15"),
        ("On 3/15 May 1870 they signed.", "1870-05-15"),
        ("On 27 April (9 May) 1870 they signed.", "1870-05-09"),
        ("On 9 May [27 April O.S.] 1870 they signed.", "1870-05-09"),
        ("On April 27 (May 9), 1870, they signed.", "1870-05-09"),
        ("On 27 April/9 May 1870 they signed.", "1870-05-09"),
        ("On 27 April 1870 (9 May, new style) they signed.", "1870-05-09"),
        ("On 24 December (5 January) 1870 they signed.", "1870-01-05"),
    ],
)
def test_one_day_by_two_calendars(text: str, value: str) -> None:
    (words, only), *others = found(text)
    assert (only, others) == (value, [])
    assert words.endswith(
        text[text.index("1870") - 1 : text.index("1870") + 4].strip() if "style" not in text else ")"
    )


def test_two_days_are_two_dates_of_the_year_behind_them() -> None:
    assert [value for _, value in found("On 3 May (5 June) 1870 they met.")] == ["1870-05-03", "1870-06-05"]
    assert [value for _, value in found("On 3/4 May 1870 they met.")] == ["1870-05-03/1870-05-04"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 3 May (a market day) 1870 they met.", ["1870-05-03", "1870-05-03"]),
        ("On May 3 (May 4 in the east), 1870, they met.", ["1870-05-03", "1870-05-04", "1870"]),
        ("He wrote on March 9 [1971] from home.", ["1971-03-09"]),
        ("He wrote on [9] March 1971 from home.", ["1971-03-09"]),
        ("He wrote in March [1971] from home.", ["1971-03"]),
        ("On 3 May (old style) 1870 they met.", ["1870-05-03"]),
    ],
)
def test_brackets_of_an_editor(text: str, expected: list[str]) -> None:
    values = [value for _, value in found(text)]
    assert values == expected or values == [expected[0], *expected[2:]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They spoke on Friday (3 May).", ["2019-05-03", "2019-05-03"]),
        ("They spoke on 3 May (a Friday).", ["2019-05-03", "2019-05-03"]),
        ("They spoke on Thursday (3 May).", ["2018-05-03", "2018-05-03"]),
        ("They spoke on Thursday, 3 May.", ["2018-05-03"]),
        ("The vote is due Friday week.", ["2019-05-24"]),
        ("The vote is due a week on Friday.", ["2019-05-24"]),
        ("The vote is due two weeks from Friday.", ["2019-05-31"]),
        ("The vote is due the Friday after next.", ["2019-05-24"]),
        ("They spoke on Tuesday of last week.", ["2019-05-07"]),
        ("They will speak on Tuesday next week.", ["2019-05-21"]),
        ("They will speak next week on Tuesday.", ["2019-05-21"]),
        ("They spoke a week ago Monday.", ["2019-05-06"]),
        ("He spoke after a week on Friday.", ["2019-05-10"]),
        ("They spoke on Thursday, the 9th.", ["2019-05-09"]),
    ],
)
def test_weekdays_and_their_days(text: str, expected: list[str]) -> None:
    assert [value for _, value in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On the 4th of this month it failed.", ["2019-05-04"]),
        ("On the fourth of last month it failed.", ["2019-04-04"]),
        ("Your letter of the 4th inst. came.", ["2019-05-04"]),
        ("Your letter of the 24th ult. came.", ["2019-04-24"]),
        ("On the 14th day of next month it will open.", ["2019-06-14"]),
        ("It shut in the ’80s and opened in the ’10s.", ["198X", "201X"]),
        ("It shut in the noughties.", ["200X"]),
        ("It came no later than 1930.", ["1930"]),
        ("It has stood since at least 1930.", ["1930"]),
        ("It stood until almost 1930.", ["1930"]),
        ("More than 1930 came, and at least 1840.", []),
        ("Done this third day of March, one thousand nine hundred and twenty-one.", ["1921-03-03"]),
        ("He fell on the twenty-third of March nineteen sixteen.", ["1916-03-23"]),
        ("It was in nineteen forty-six.", ["1946"]),
        ("It was in nineteen forty-ton lorries.", []),
    ],
)
def test_what_words_point_to_or_say(text: str, expected: list[str]) -> None:
    assert [value for _, value in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The hearing will be held in three weeks.", ["2019-06-05"]),
        ("The hearing starts in three weeks’ time.", ["2019-06-05"]),
        ("The hearing will be held in a year.", ["2020"]),
        ("He won it in three weeks.", []),
        ("It will be the first hearing in three weeks.", []),
        ("It will be the longest hearing in ten years.", []),
        ("It will come in three weeks of talks.", []),
        ("It will come in a week or two.", []),
    ],
)
def test_so_much_time_from_now(text: str, expected: list[str]) -> None:
    assert [value for _, value in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The duty falls to the province on 7 August.", "2019-08-07"),
        ("Customs posts close to lorries on 7 August.", "2019-08-07"),
        ("The jury weighs the claim on 7 August.", "2019-08-07"),
        ("He quits the board in August.", "2019-08"),
        ("Tolls drop in August.", "2019-08"),
        ("She promised an answer by 7 August.", "2019-08-07"),
        ("The study recalls the fire on 7 August.", "2018-08-07"),
        ("Trade suffers after the fire on 7 August.", "2018-08-07"),
        ("Rebels quit the town on 7 August.", "2018-08-07"),
        ("Troops overran the town on 7 August.", "2018-08-07"),
        ("The town has no mayor since the fire on 7 August.", "2018-08-07"),
        ("A photo from the fair on 7 August.", "2018-08-07"),
    ],
)
def test_a_present_tense_that_looks_ahead(text: str, value: str) -> None:
    assert [value for _, value in found(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Cable 1784 from Riga said so.",
        "He cited petitions nos. 1820/61 and 1830/61.",
        "Dispatches 1784, 1790 and 1801 said so.",
        "See decision 2009/371 and Decision 2009/371/JHA there.",
        "The file is P760012–1484 there.",
        "The document is A/12/345-S/1984/1267 there.",
        "1784. We have heard that he left.",
    ],
)
def test_numbers_of_papers_are_no_years(text: str) -> None:
    assert found(text) == []


def test_a_chronicle_has_years_at_the_head_of_its_paragraphs() -> None:
    text = "1991. The state falls.\n\n1993. The bank opens.\n\n1996. The bank fails."
    assert [value for _, value in found(text)] == ["1991", "1993", "1996"]
