"""Define what the words of a date say and what surrounds them: the interface between finding and resolving.

`dossier.recognise.dates.finding` makes forms from a text and `dossier.recognise.dates.context` describes
their surroundings; `dossier.recognise.dates.resolving` needs nothing else to give them a value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from dossier.recognise.dates.points import Unit

Which = Literal[
    "", "this", "that", "last", "next", "following", "previous", "the", "new",
    "year this", "year that", "year last", "year next", "year following", "year previous",
    "month this", "month that", "month last", "month next", "month following", "month previous",
]  # fmt: skip

#: Words that point forward or back, in units: years, months, weeks.
STEPS: Final = {"last": -1, "previous": -1, "next": 1, "following": 1}


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date by its parts, some of which the context may give ("May 10", "that autumn", "1812").

    Attributes:
        year: astronomical, or None where the words do not say.
        month: 1 to 12 or an EDTF code of a season, quarter or half.
        day: day of the month.
        years: 1, or 10 for a decade, 100 for a century (`year` is then its first).
        which: the word that points ("last June", "the following May", "June of that year", "the 2nd of this
            month").
        lacks: the part of the year that the context must give: the "century" ("the spirit of '68").
        weekday: the day of the week that shows which month or year is meant ("Sunday, 9th"); 0 is Monday.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    years: int = 1
    which: Which = ""
    lacks: Literal["", "century"] = ""
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week ("on Tuesday", "last Friday").

    Attributes:
        weekday: 0 is Monday.
        which: the word that points to it, or to its week.
        in_week: whether `which` points to its week ("Tuesday of last week").
        weeks: how many weeks after the next such day ("Monday week"), or before the last.
    """

    weekday: int
    which: Which = ""
    in_week: bool = False
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class Period:
    """A unit that words point to: "last week", "that day", "the following year", "(the end of) the year"."""

    unit: Unit
    which: Which


@dataclass(frozen=True, slots=True)
class Shift:
    """A number of units before or after: "two days later", "a year ago".

    Attributes:
        amount: negative for the past.
        unit: what is counted.
        from_now: counted from the time of writing ("ago", "yesterday"), not from a date in the text.
        on_day: the day counted from, in days from then: "two years ago tomorrow" is a day.
        if_ahead: whether it is a date only where the clause looks ahead ("will be held in two weeks"), and
            elsewhere a length of time.
    """

    amount: int
    unit: Unit
    from_now: bool = False
    on_day: int | None = None
    if_ahead: bool = False


@dataclass(frozen=True, slots=True)
class Interval:
    """From one date to another, written as one ("3-9 May 1931", "1914-18")."""

    first: Calendar
    last: Calendar


Form = Calendar | Weekday | Period | Shift | Interval
Edge = Literal["", "START", "MID", "END"]
#: Whether a clause looks back from the day of writing or ahead.
Tense = Literal["", "past", "future"]


@dataclass(frozen=True, slots=True)
class FoundForm:
    """A form and its place.

    Attributes:
        start: first token.
        end: one past the last token.
        form: what the words say.
        rule: the name of the production that read it.
        edge: which part of it the words mean ("late", "the end of").
        approximate: whether the words say "about".
        until: whether "to", "until" or a dash joins it to the date before: it cannot be earlier than that.
        because: the first token and one past the last of the date beside it that completes it, or None.
    """

    start: int
    end: int
    form: Form
    rule: str
    edge: Edge = ""
    approximate: bool = False
    until: bool = False
    because: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class DateContext:
    """The surroundings of one date.

    Attributes:
        span: its place in the text, in characters; the end is exclusive.
        sentence: the number of its sentence in the text.
        paragraph: the number of its paragraph.
        heading: whether it is in a heading.
        fronted: whether it opens its sentence ("In 1947, ...").
        future: whether the words before it in its sentence look ahead.
        tense: whether the verb that governs it looks back or ahead from the day of writing.
        towards: whether "by", "for", "before" or "until" governs it.
        perfect: whether the clause looks back from the point that the narrative has reached ("had").
        lasting: whether the clause covers the time from then to now ("have").
        side: whether it is in a side clause that looks back ("which had", ", signed in").
        aside: whether it is in brackets, in a quotation, or after "since" and the like.
        reached: whether the narrative continues until then ("stayed until 1939"), and does not only plan to.
        in_name: whether it precedes a noun that it identifies ("the 1956 treaty").
        note: whether it is in a footnote or an editor's note, which may speak of what came after the text.
        opening: whether it is the first date after a heading.
        section: first and last of the years that the heading above it states, or None.
        title: the same for the document's first heading.
    """

    span: tuple[int, int]
    sentence: int
    paragraph: int
    heading: bool
    fronted: bool
    future: bool
    tense: Tense
    towards: bool
    perfect: bool
    lasting: bool
    side: bool
    aside: bool
    reached: bool
    in_name: bool
    note: bool = False
    opening: bool = False
    section: tuple[int, int] | None = None
    title: tuple[int, int] | None = None
