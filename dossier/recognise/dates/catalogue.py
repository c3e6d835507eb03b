"""Every rule of dates as a record: what it reads, an example that a test runs, and what it leaves alone.

The examples are read with the publication date 2021-12-08. A rule whose name ends in ``, publication``
counted from the publication date; one in ``, narrative`` from a date that the text told before.
"""

from __future__ import annotations

from typing import Final

from dossier.recognise.rules import Rule

_WORDS_ALONE: Final = (
    Rule(
        "full-date",
        "A day, a month and a year in either order, with ordinals, “of”, commas, a weekday before.",
        "They signed on [[Wednesday, 16 June 2021]] in Geneva.",
        "2021-06-16",
        "days that the month has not: 30 February",
    ),
    Rule("iso-date", "Year, month and day as ISO 8601 writes them.", "Updated [[2021-06-16]].", "2021-06-16"),
    Rule(
        "numeric-date",
        "Day, month and year in numbers, with full stops or strokes; month first where only that fits.",
        "The order of [[16.6.2021]] was withdrawn.",
        "2021-06-16",
        "numbers that may be read both ways (9/11/2001), years of two digits",
    ),
    Rule(
        "days-of-month",
        "Several days of one month; a dash between two makes them an interval.",
        "They met on [[3–9 May 1931]].",
        "1931-05-03/1931-05-09",
        "numbers that count: “on May 3 and 12 ships”",
    ),
    Rule("month-year", "A month and a year.", "It was signed in [[June of 2021]].", "2021-06"),
    Rule(
        "season-year",
        "A season and a year; a winter of two years is the one that begins in the first.",
        "The river froze in the [[winter of 1683-84]].",
        "1683-24",
        "names: “the Prague Spring in 1968” has only the year",
    ),
    Rule("quarter-year", "A quarter of a year.", "Trade fell in [[the third quarter of 2005]].", "2005-35"),
    Rule(
        "anniversary",
        "The day of publication in another year.",
        "On [[this day in 1991]] the state was dissolved.",
        "1991-12-08",
    ),
    Rule(
        "year-of-era",
        "Three digits, with a month or season or without, in a text that tells a year like it with its era.",
        "War came in 220 BC. In [[autumn 219]] the town was taken.",
        "-0218-23",
        "three digits elsewhere, and what they count: “in July 413 ships sailed”",
    ),
    Rule("half-year", "A half of a year.", "Trade fell in [[the first half of 2005]].", "2005-40"),
    Rule(
        "year",
        "A number from 1000 to 2199, or any with BC, BCE, AD or CE; “about” and “circa” make it approximate.",
        "The abbey was built [[about 1250]].",
        "1250~",
        "numbers that count (1812 mules), number things (resolution 2202), cost ($1990), or are times",
    ),
    Rule("year-range", "Two years and a dash or a stroke.", "He was in office [[1907-08]].", "1907/1908"),
    Rule(
        "years-of-era", "Two years, the era after the second.", "They fought from [[264]] to 241 BC.", "-0263"
    ),
    Rule("decade", "A decade in digits or words.", "It closed in [[the late 1980s]].", "198X"),
    Rule(
        "century",
        "A century or a millennium, in digits or words, before Christ too.",
        "The wall is of [[the fourth century BC]].",
        "-0399/-0300",
        "“the turn of the century”, which says no century",
    ),
    Rule(
        "feast",
        "A feast that names one day, with its year.",
        "It ended on [[Christmas Day, 1991]].",
        "1991-12-25",
        "feasts that move, and “Christmas” without “on”, “by” or “before”",
    ),
    Rule(
        "interval",
        "Two dates and a dash, the first completed by the second.",
        "They met at Potsdam ([[17 July – 2 August 1945]]).",
        "1945-07-17/1945-08-02",
    ),
    Rule(
        "completed",
        "A date before “and”, “to” or “until” takes its year from the date after it; so does what counts on "
        "to a date right behind it.",
        "They met in [[May]] and July 1931.",
        "1931-05",
    ),
)
_PUBLICATION: Final = (
    Rule(
        "month-day, publication",
        "In news, a day without a year is the last one, or the next where the clause looks ahead or it is "
        "only weeks away.",
        "Talks will resume on [[10 January]].",
        "2022-01-10",
    ),
    Rule(
        "days-of-month, publication",
        "The same for several days of a month.",
        "They met on [[June 14-16]].",
        "2021-06-14/2021-06-16",
    ),
    Rule(
        "month, publication",
        "In news, a month without a year is the last one, or the next where the clause looks ahead.",
        "The ministers spoke in [[November]].",
        "2021-11",
        "“may” and “march” as verbs, and given names: April, May, June",
    ),
    Rule(
        "month-of-year, publication",
        "A month of this, the last or the next year.",
        "They met in [[June last year]].",
        "2020-06",
    ),
    Rule(
        "half-of-year, publication",
        "A half of this, the last or the next year.",
        "It grew in [[the first half of this year]].",
        "2021-40",
    ),
    Rule(
        "quarter, publication",
        "In news, a quarter without a year.",
        "Trade fell in [[the third quarter]].",
        "2021-35",
        "quarters of a match, of a town or of an hour",
    ),
    Rule(
        "season, publication",
        "In news, a season without a year, where a word of time points at it.",
        "The exercises held [[this spring]] alarmed them.",
        "2021-21",
        "“fall” and “spring” as common words, “winter coats”",
    ),
    Rule(
        "feast, publication",
        "In news, a feast without a year.",
        "A truce is due by [[Christmas Eve]].",
        "2021-12-24",
    ),
    Rule(
        "weekday, publication",
        "In news, the last day of that name, today included; the next where the clause looks ahead.",
        "They spoke by video on [[Tuesday]].",
        "2021-12-07",
        "every Tuesday, Black Friday, the Sunday Times",
    ),
    Rule(
        "period, publication",
        "This, the last or the next day, week, weekend, month, year and so on, from the day of publication.",
        "Talks will go on [[next month]].",
        "2022-01",
        "lengths of time (“the last year”) and “to this day”",
    ),
    Rule(
        "period-edge, publication",
        "The beginning, the middle or the end of such a period; EDTF has no sign for which part.",
        "It will be ready by [[the end of the year]].",
        "2021",
    ),
    Rule(
        "shift, publication",
        "So many units ago, or from now; as fine as the unit.",
        "The embassy closed [[two years ago]].",
        "2019",
        "numbers that are not told: “a few days ago”",
    ),
    Rule(
        "day-word, publication",
        "Today, tonight, yesterday, tomorrow, the day before yesterday, the day after tomorrow.",
        "The minister spoke [[yesterday]].",
        "2021-12-07",
        "“now”, and “today” in a narrative",
    ),
    Rule(
        "short-year, publication",
        "A year of two digits after an apostrophe, in the century that lies nearest.",
        "They had not met since [['14]].",
        "2014",
    ),
)
_NARRATIVE: Final = (
    Rule(
        "month-day, narrative",
        "In a narrative, a day without a year has the year that the telling has reached.",
        "The siege began on 3 May 1683. On [[10 June]] the wall fell.",
        "1683-06-10",
    ),
    Rule(
        "days-of-month, narrative",
        "The same for several days of a month.",
        "They met in May 1931 and again on [[June 3–5]].",
        "1931-06-03/1931-06-05",
    ),
    Rule(
        "month, narrative",
        "In a narrative, a month without a year has the year that the telling has reached, or the next where "
        "it would lie far back.",
        "In November 1683 they marched, and in [[January]] they were home.",
        "1684-01",
    ),
    Rule(
        "month-of-year, narrative",
        "A month of that year, the following or the previous one.",
        "He fell in 1793, in [[July of that year]].",
        "1793-07",
    ),
    Rule(
        "half-of-year, narrative",
        "A half of the year spoken of.",
        "In 1931 trade fell, and in [[the second half of the year]] it stopped.",
        "1931-41",
    ),
    Rule(
        "quarter, narrative",
        "A quarter of the year that the telling has reached.",
        "In May and June 1931 trade fell; in [[the third quarter]] it stopped.",
        "1931-35",
    ),
    Rule(
        "season, narrative",
        "A season of the year that the telling has reached.",
        "They met in May 1941, and [[that autumn]] they parted.",
        "1941-23",
    ),
    Rule(
        "feast, narrative",
        "A feast of the year that the telling has reached.",
        "They met in August 1814. On [[Christmas Eve]] they signed.",
        "1814-12-24",
    ),
    Rule(
        "day-of-month, narrative",
        "A day of the month spoken of, or with its weekday of the month that fits.",
        "They met on 3 May 1931 and parted on [[the 13th]].",
        "1931-05-13",
        "ordinals before a noun: “the 49th parallel”",
    ),
    Rule(
        "weekday, narrative",
        "The following, the previous or that day of the week, from the day spoken of; “on the Monday”.",
        "The vote on 3 May 1931 failed; it passed [[the following Tuesday]].",
        "1931-05-05",
    ),
    Rule(
        "period, narrative",
        "The same, that, the following or the previous day, week, month or year, from the date spoken of; "
        "the new year, the year that followed.",
        "In 301 BC they fought; in [[the following year]] they made peace.",
        "-0299",
    ),
    Rule(
        "period-edge, narrative",
        "The beginning, the middle or the end of the month, year, decade or century spoken of.",
        "The fort fell on 3 May 1931. By [[the end of the month]] all was over.",
        "1931-05",
        "“the end of the day”",
    ),
    Rule(
        "shift, narrative",
        "So many units later or earlier than the date spoken of; as fine as the unit.",
        "The pact was signed on 23 August 1939, and [[nine days later]] war came.",
        "1939-09-01",
        "days after a date that names no day, and “two days after” something",
    ),
    Rule(
        "short-year, narrative",
        "A year of two digits after an apostrophe, in the century spoken of.",
        "He was born in 1845 and remembered the spirit of [['48]].",
        "1848",
    ),
)
RULES: Final = (*_WORDS_ALONE, *_PUBLICATION, *_NARRATIVE)
