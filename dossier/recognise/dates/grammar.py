"""The grammar of dates: each production names a rule and says, in word classes, what it reads.

The notation is that of `dossier.recognise.dates.pattern`; what its labels mean is in
`dossier.recognise.dates.reading`. The longest match at a token wins; of equal ones the first in this list.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dossier.recognise.dates.pattern import Pattern, compile_pattern

MACROS: Final = {
    "MONTH": "(month | abbr dot?)",
    "NTH": "(day_number | nth)",
    # "Friday, 13 May", "Fri. 13 May", "Friday the 13th of May"
    "ON": "(weekday dot? comma? the?)?",
    "ANY": "(year | three_digits | two_digits | day_number | number)",
    # 1931 | 338 BC | AD 410
    "YEAR": "(year:ANY era:era | era:era year:ANY | year:year)",
    # early May | late in 1914 | mid-1948 | the end of the | the latter part of | about
    "QUALIFIER": """(the? (early (to | and | dash) (to dash)?)? edge:early (dash | part of | in)? the?
                   | the? edge:edge of the?
                   | the? edge:partial part of the?
                   | (edge:later | edge:earlier) in the?
                   | about:about dot? the?)?""",
    # the winter of 1930-31: the winter that begins in 1930
    "WINTER": "((dash | slash) tail:ANY)",
    # 3, 5 and 7
    "DAYS": "days:(NTH (comma the? NTH)*) (JOIN | slash) the? lastday:NTH",
    "JOIN": "(comma? and | to | until | dash)",
    "COUNT": "(n:day_number | n:two_digits | n:three_digits | n:word_number (dash? ones:word_number)? | n:a)",
    "AFTER": "(BACK | on:later | on:after | on:hence)",
    "BACK": "(back:earlier | back:before | back:ago)",
    "ORDINAL": "(ordinal:nth | tens:word_number dash? ordinal:word_ordinal | ordinal:word_ordinal)",
    "EARLIER_ORDINAL": "(first:nth | first:word_ordinal)",
    # the first half of the | the latter half of
    "HALF": "the? (half_number:word_ordinal | half_number:nth | edge:partial) half of the?",
    "UNIT": "(unit | century | quarter | weekend | daypart | millennium)",
    "POINTING": """(which:this | this which:last | this which:next | which:last | which:that same?
                  | the which:same | the? which:next | the? which:previous)""",
}


@dataclass(frozen=True, slots=True)
class Production:
    """One production: the rule's name and its pattern."""

    rule: str
    pattern: Pattern


def _production(rule: str, notation: str) -> Production:
    return Production(rule, compile_pattern(notation, MACROS))


PRODUCTIONS: Final = tuple(
    _production(rule, notation)
    for rule, notation in (
        # --- the words give all of it
        ("iso-date", "iso:iso"),
        ("numeric-date", "numeric:numeric"),
        ("full-date", "QUALIFIER ON the? day:NTH of? month:MONTH comma? of? YEAR"),
        ("full-date", "day:NTH dash month:MONTH dash year:year"),
        ("full-date", "QUALIFIER ON the? day:word_ordinal of month:MONTH comma? of? YEAR"),
        ("full-date", "(the | this)? day:NTH unit:unit of month:MONTH comma? of? YEAR"),
        ("full-date", "QUALIFIER ON month:MONTH the? day:NTH comma? of? YEAR"),
        ("days-of-month", "ON the? DAYS of? month:MONTH (comma? of? YEAR)?"),
        ("days-of-month", "ON month:MONTH the? DAYS (comma? of? YEAR)?"),
        ("month-year", "QUALIFIER month:MONTH (comma | of | in)? YEAR"),
        ("season-year", "QUALIFIER season:season (comma | in | of)? (the year)? YEAR WINTER?"),
        ("season-year", "QUALIFIER season:season of? year:ANY (dash | slash) tail:ANY era:era"),
        ("season-year", "year:year season:season"),
        ("quarter-year", "the? (ORDINAL | final:final | final:last) quarter:quarter of YEAR"),
        ("quarter-year", "code:quarter_code (of | comma | slash)? YEAR"),
        ("anniversary", "this unit:unit in year:year"),
        ("half-year", "HALF YEAR"),
        ("month-year", "HALF month:MONTH (comma | of)? YEAR"),
        ("decade", "HALF decade:decade"),
        ("year-range", "era:era year:ANY dash tail:ANY"),
        ("year-range", "QUALIFIER year:ANY (dash | slash) tail:ANY era:era?"),
        ("year", "QUALIFIER YEAR"),
        ("year", "about:about dot? year:three_digits"),
        ("years-of-era", "first:ANY (to | and | until) (the | about)? year:ANY era:era"),
        ("decade", "QUALIFIER the? (decade:decade | decade:year possessive) era:era?"),
        ("decade", "QUALIFIER the? apostrophe decade:short_decade"),
        ("decade", "the decade:decade_word"),
        ("decade", "the? edge:early dash? decade:decade_word"),
        ("century", "QUALIFIER the? ORDINAL dash? century:(century | millennium) era:era?"),
        ("century", "HALF ORDINAL dash? century:century era:era?"),
        ("centuries", "the? EARLIER_ORDINAL JOIN the? early? dash? ORDINAL century:century era:era?"),
        # --- the context gives the year, the era or the month
        ("year-of-era", "QUALIFIER ON (the? day:NTH of?)? month:MONTH comma? year:three_digits"),
        ("year-of-era", "QUALIFIER ON month:MONTH day:NTH comma? year:three_digits"),
        ("year-of-era", "QUALIFIER season:season (of | in)? year:three_digits"),
        ("year-of-era", "QUALIFIER year:three_digits (dash tail:three_digits)?"),
        ("short-year", "(month:MONTH | the? season:season of?)? apostrophe year:(two_digits | day_number)"),
        ("month-of-year", "QUALIFIER (month:MONTH | season:season) (of | comma | in)? POINTING unit:unit"),
        ("month-of-year", "the? ORDINAL quarter:quarter (of | in)? POINTING unit:unit"),
        ("month-of-year", "ON month:MONTH the? day:NTH (of | comma | in)? POINTING unit:unit"),
        ("month-of-year", "ON the? day:NTH of? month:MONTH (of | comma | in)? POINTING unit:unit"),
        ("month", "HALF month:MONTH"),
        ("half-of-year", "HALF (POINTING | the) unit:UNIT"),
        ("month-day", "QUALIFIER ON the? day:NTH of? month:MONTH"),
        ("month-day", "QUALIFIER ON the? day:word_ordinal of month:MONTH"),
        ("month-day", "QUALIFIER ON month:MONTH the? day:NTH"),
        ("month-day", "ON the? day:NTH of? month:MONTH (which:last | which:next)"),
        ("month", "QUALIFIER month:MONTH"),
        ("month", "month:MONTH (which:last | which:next)"),
        ("month", "QUALIFIER POINTING month:MONTH"),
        ("season", "QUALIFIER season:season"),
        ("season", "QUALIFIER POINTING edge:early? season:season"),
        ("season", "the season:season that which:followed"),
        ("quarter", "QUALIFIER the? ORDINAL dash? quarter:quarter"),
        ("quarter", "the? code:quarter_code"),
        ("day-of-month", "the day:nth"),
        ("day-of-month", "the day:nth (comma the? nth)* comma? and the? day:nth"),
        ("day-of-month", "weekday:weekday dot? comma? day:nth"),
        ("feast", "feast:feast"),
        # --- pointed at from the publication date or from a date told
        ("weekday", "weekday:weekday"),
        ("weekday", "POINTING weekday:weekday"),
        ("period", "QUALIFIER POINTING unit:UNIT"),
        ("period", "the unit:weekend"),
        ("period", "QUALIFIER the? which:new unit:unit"),
        ("period", "the unit:unit that which:followed"),
        ("period-edge", "the? edge:edge of (the | POINTING) unit:UNIT"),
        ("period-edge", "edge:early in the unit:UNIT"),
        ("period-edge", "the? edge:partial part of the unit:UNIT"),
        ("period-edge", "edge:early dash unit:UNIT"),
        ("period-edge", "(edge:later | edge:earlier) (in the | POINTING) unit:UNIT"),
        ("period-edge", "unit:unit (possessive | dash) edge:edge"),
        ("shift", "about:about? COUNT unit:UNIT AFTER"),
        ("shift", "about:about? COUNT unit:UNIT and a half:half AFTER"),
        ("shift", "about:about? COUNT and a half:half unit:UNIT AFTER"),
        ("shift", "about:about? half:half a unit:UNIT AFTER"),
        ("shift", "about:about? a quarter:quarter of? a? unit:century AFTER"),
        ("shift", "COUNT unit:unit from (today:today | yesterday:yesterday | tomorrow:tomorrow)"),
        ("shift", "COUNT unit:unit back:ago (today:today | yesterday:yesterday | tomorrow:tomorrow)"),
        ("shift", "COUNT unit:UNIT from on:now"),
        ("shift", "the unit:UNIT (back:before | on:after | on:next)"),
        ("day-word", "today:today"),
        ("day-word", "the? (unit:unit back:before)? yesterday:yesterday"),
        ("day-word", "the? (unit:unit on:after)? tomorrow:tomorrow"),
    )
)  # fmt: skip

_PREFIXES: Final = frozenset[str]().union(*(production.pattern.prefixes for production in PRODUCTIONS))
#: Which productions can begin with a pair of codes, or with a single one whatever follows.
BEGINNING_WITH: Final[dict[str, tuple[Production, ...]]] = {
    prefix: tuple(
        production
        for production in PRODUCTIONS
        if prefix in production.pattern.prefixes or prefix[0] in production.pattern.prefixes
    )
    for prefix in _PREFIXES
}
