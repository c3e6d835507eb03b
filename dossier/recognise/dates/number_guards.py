"""Refuse numbers that are no dates: counts, measures, prices, numbers of things.

Each guard has the name of the rule whose forms it sees, and gives None where such a form may be a date.
"""

from __future__ import annotations

import re
from typing import Final

from dossier.recognise.dates.forms import Calendar, Interval
from dossier.recognise.dates.surroundings import Refusal, Surroundings
from dossier.recognise.dates.vocabulary import CODES

_EARLIEST_BARE_YEAR: Final = 1300
_LATEST_BARE_YEAR: Final = 2060
_MOST_TELEPHONE_WORDS: Final = 3
_LONGEST_NUMBERED_LIST: Final = 20
_FEWEST_OF_CHRONICLE: Final = 3
_DASH: Final = CODES["dash"]
_JOINING_SIGNS: Final = frozenset((_DASH, CODES["slash"]))
_IN_LIST: Final = frozenset(CODES[name] for name in ("and", "comma", "to", "dash", "slash"))
#: The codes before the first token of a paragraph; "" before the first of the text.
_PARAGRAPH: Final = ("", CODES["paragraph"])
_NUMBERED_PARAGRAPH: Final = re.compile(f"(?:^|{CODES['paragraph']}){CODES['year']}{CODES['dot']}")
_THE: Final = CODES["the"]
_OF: Final = CODES["of"]
_COUNTING_PREPOSITIONS: Final = frozenset((CODES["in"], CODES["since"]))
_STRETCH_OPENERS: Final = frozenset((CODES["between"], CODES["from"]))
_LISTED: Final = frozenset((CODES["and"], CODES["comma"]))
_BEFORE_DECADE: Final = frozenset((_THE, CODES["early"]))
_CURRENCIES: Final = ("$", "£", "€")


def year(around: Surroundings) -> Refusal | None:
    """A bare number is a year unless it identifies or counts something, or is part of another number."""
    tokens, words, found = around.tokens, around.words, around.found
    form, index = found.form, found.end - 1
    if not tokens.words[index].isdigit() and tokens.codes[index] != CODES["era"]:
        return _spoken_year(around)
    if not isinstance(form, Calendar) or CODES["era"] in tokens.codes[found.start : found.end]:
        is_era = around.last not in words.uppercase_eras or tokens.raw(index).isupper()
        return None if is_era else around.refuse_for("may-be-a-word", index, index + 1)
    refusal = _numbers_something(around) or _counts(around) or _glued_to_number(around)
    if refusal is not None:
        return refusal
    if found.approximate:
        return around.refuse_for_after("counts-something") if around.noun_follows else None
    number = form.year or 0
    if number % 100 == 0 and around.before_code == _OF:
        return around.refuse_for_before("counts-something")
    if found.edge or _EARLIEST_BARE_YEAR <= number <= _LATEST_BARE_YEAR:
        return None
    if number >= 1000 and around.before in words.time_prepositions:
        return None
    return around.refuse("no-context")


def _spoken_year(around: Surroundings) -> Refusal | None:
    """In nineteen forty-five; not "nineteen forty-ton guns"."""
    if around.before not in around.words.time_prepositions:
        return around.refuse("no-context")
    counts = around.noun_follows or around.after_code == _DASH
    return around.refuse_for_after("counts-something") if counts else None


def _numbers_something(around: Surroundings) -> Refusal | None:
    """Room 1917; No. 2015; $ 1990."""
    tokens, words, start = around.tokens, around.words, around.found.start
    if around.before == "." and around.before_code == CODES["dot"]:
        if tokens.word(start - 2) in words.numbered_with_stop:
            return around.refuse_for("numbers-something", start - 2, start)
        return None
    if around.before in words.numbered:
        return around.refuse_for_before("numbers-something")
    if around.before_code == CODES["hash"] and around.before != "#":
        price = around.before in _CURRENCIES
        return around.refuse_for_before("measures-something" if price else "numbers-something")
    return _in_numbered_list(around) or _numbers_paragraph(around)


def _in_numbered_list(around: Surroundings) -> Refusal | None:
    """Resolutions 1929 and 1973; applications nos. 1950/72 and 1951/72."""
    tokens, words, start = around.tokens, around.words, around.found.start
    goes_on = around.after_code in _IN_LIST and tokens.word(around.found.end + 1)[:1].isdigit()
    if around.before_code not in _IN_LIST or (around.before_code == CODES["comma"] and not goes_on):
        return None
    for i in range(start - 2, max(-1, start - 2 - _LONGEST_NUMBERED_LIST), -1):
        word = tokens.words[i]
        if word[:1].isdigit() or (tokens.codes[i] in _IN_LIST and i < start - 2):
            continue
        stop = word == "."
        noun = tokens.word(i - 1) if stop else word
        if i < start - 2 and noun in (words.numbered_with_stop if stop else words.numbered):
            return around.refuse_for("numbers-something", i - stop, i + 1)
        return None
    return None


def _numbers_paragraph(around: Surroundings) -> Refusal | None:
    """Not "1693. We have received …" at the head of a text, unless such numbers make a chronicle."""
    tokens, start, end = around.tokens, around.found.start, around.found.end
    stops = around.after_code == CODES["dot"] and tokens.glued(end) and tokens.code(end + 1) not in _PARAGRAPH
    if around.before_code not in _PARAGRAPH or not stops:
        return None
    years = [tokens.words[m.end() - 2] for m in _NUMBERED_PARAGRAPH.finditer(tokens.codes)]
    if len(years) >= _FEWEST_OF_CHRONICLE and years == sorted(years):
        return None
    return around.refuse_for_after("numbers-something") if start == 0 else around.refuse("numbers-something")


def _counts(around: Surroundings) -> Refusal | None:
    """1812 mules; over 1500; 2015 dollars; at 1945."""
    words = around.words
    quantity = _is_quantity(around)
    if quantity is not None:
        return quantity
    if around.after in words.measures or around.raw_after in ("%", "°", *_CURRENCIES):
        return around.refuse_for_after("measures-something")
    if around.before in words.quantifiers and not _is_limit(around):
        return around.refuse_for_before("counts-something")
    if around.before_code == CODES["at"] and not around.found.edge:
        return around.refuse_for_before("measures-something")
    return around.refuse_for_after("counts-something") if _counts_what_follows(around) else None


def _is_limit(around: Surroundings) -> bool:
    """No later than 1920; since at least 1920; until almost 1920."""
    tokens, words, i = around.tokens, around.words, around.found.start - 1
    if tokens.word(i - 1) in words.earlier_or_later:
        return True
    while tokens.word(i) in words.quantifiers or tokens.code(i) == CODES["at"]:
        i -= 1
    return tokens.word(i) in words.limit_prepositions


def _counts_what_follows(around: Surroundings) -> bool:
    words = around.words
    if around.after in words.counted:
        return around.before_code not in _COUNTING_PREPOSITIONS and not _is_of_period(around)
    if around.after in words.plural_verbs:
        return around.before not in words.time_prepositions
    return (
        around.plural_follows
        and not _closes_stretch(around)
        and not _is_of_period(around)
        and around.after not in words.dated
        and around.before not in words.year_introducers
    )


def _closes_stretch(around: Surroundings) -> bool:
    """Between 1920 and 1925 roads were built."""
    return around.joined_before and around.tokens.code(around.found.start - 3) in _STRETCH_OPENERS


def _is_of_period(around: Surroundings) -> bool:
    """In the first five months of 2008 troops came; by the end of 2008 troops had come."""
    lexicon, part = around.tokens.language.lexicon, around.tokens.word(around.found.start - 2)
    return around.before_code == _OF and (part in lexicon.units or part in lexicon.edges)


def _is_quantity(around: Surroundings) -> Refusal | None:
    """1830 m; the 1500-metre race; 1921 Canal Street; tel. 2010 1945; the film "1984"."""
    tokens, words, end = around.tokens, around.words, around.found.end
    if around.after in words.unit_signs and tokens.code(end + 1) != CODES["dot"]:
        return around.refuse_for_after("measures-something")
    if around.after_code == _DASH and tokens.glued(end + 1):
        if tokens.word(end + 1) in words.hyphened_measures:
            return around.refuse_for("measures-something", end + 1, end + 2)
        return None
    if around.after in words.single_measures:
        return around.refuse_for_after("measures-something")
    return _is_address(around) or _is_telephone(around) or _is_title(around)


def _is_address(around: Surroundings) -> Refusal | None:
    """1921 Canal Street: a number, a name and a word such as "Street"; not "in 1921 Canal Street grew"."""
    words, end = around.words, around.found.end
    if not around.name_follows or around.before in words.lone_year_prepositions:
        return None
    for i in (1, 2):
        if around.tokens.raw(end + i) in words.streets:
            return around.refuse_for("part-of-a-name", end, end + i + 1)
    return None


def _is_telephone(around: Surroundings) -> Refusal | None:
    """Tel. 2010 1945: a number after "tel.", with any numbers between."""
    tokens, words, start = around.tokens, around.words, around.found.start
    for i in range(start - 1, max(-1, start - 1 - _MOST_TELEPHONE_WORDS), -1):
        word = tokens.words[i]
        if word in words.telephones:
            return around.refuse_for("numbers-something", i, i + 1)
        if not (word.isdigit() or word in (".", ":") or word in words.telephone_fillers):
            return None
    return None


def _is_title(around: Surroundings) -> Refusal | None:
    """A number alone in quotation marks."""
    if around.raw_before in ('"', "“", "«") and around.raw_after in ('"', "”", "»"):
        return around.refuse_for("part-of-a-name", around.found.start - 1, around.found.end + 1)
    return None


def _glued_to_number(around: Surroundings) -> Refusal | None:
    """1800-1234 and 2014/145 are no years: a sign without spaces and more digits, where no range was read."""
    tokens, end = around.tokens, around.found.end
    if around.after_code not in _JOINING_SIGNS or not tokens.glued(end):
        return None
    if tokens.glued(end + 1) and tokens.word(end + 1)[:1].isdigit():
        return around.refuse_for("joined-to-something", end, end + 2)
    return None


def year_range(around: Surroundings) -> Refusal | None:
    """Numbers of pages, counts, and the beginning of a longer number."""
    refusal = _numbers_something(around) or _counts(around)
    if refusal is not None:
        return refusal
    tokens, end, form = around.tokens, around.found.end, around.found.form
    if around.after_code in _JOINING_SIGNS and tokens.word(end + 1)[:1].isdigit():
        return around.refuse_for("joined-to-something", end, end + 2)
    if isinstance(form, Interval) and tokens.codes[end - 2] == CODES["slash"] and len(around.last) == 2:
        # “1950/51” is a year that begins in one and ends in the next; “1950/72” is the number of a file.
        years = (form.last.year or 0) - (form.first.year or 0)
        return around.refuse("numbers-something") if years > 1 else None
    return None


def short_year(around: Surroundings) -> Refusal | None:
    """Of '68, since '14, May '68: an apostrophe that touches the digits and no word before it."""
    tokens, last = around.tokens, around.found.end - 1
    if tokens.glued(last - 1):
        return around.refuse_for("joined-to-something", last - 2, last - 1)
    if around.noun_follows:
        return around.refuse_for_after("counts-something")
    placed = around.found.end - around.found.start > 2 or around.before in around.words.time_prepositions
    return None if placed and tokens.glued(last) else around.refuse("no-context")


def year_of_era(around: Surroundings) -> Refusal | None:
    """In 219; July 413; 535-554; the campaign of 552: but not "of 300 ships", "to 134"."""
    if around.noun_follows and not (around.name_follows or around.past_follows):
        return around.refuse_for_after("counts-something")
    glued = _glued_to_number(around)
    if glued is not None:
        return glued
    form = around.found.form
    if isinstance(form, Interval) or (isinstance(form, Calendar) and form.month is not None):
        return None
    governed = around.before in around.words.date_prepositions or around.before_code == _OF
    return None if around.found.edge or governed else around.refuse("no-context")


def days_of_month(around: Surroundings) -> Refusal | None:
    """Not "on May 3 and 12 ships"."""
    form = around.found.form
    may_count = isinstance(form, Calendar) and form.year is None and around.last.isdigit()
    if may_count and around.noun_follows and around.plural_follows:
        return around.refuse_for_after("counts-something")
    return None


def day_of_month(around: Surroundings) -> Refusal | None:
    """On the 13th; on the 19th and 22nd; a letter of the 6th; not the 49th parallel, the men of the 6th."""
    form = around.found.form
    if isinstance(form, Calendar) and form.which:
        return None
    if around.noun_follows and not around.past_follows:
        return around.refuse_for_after("numbers-something")
    if around.after_code == _OF:
        return around.refuse_for_after("goes-on")
    return None if _is_placed_day(around) else around.refuse("no-context")


def _is_placed_day(around: Surroundings) -> bool:
    tokens, words, start = around.tokens, around.words, around.found.start
    if around.before in words.date_prepositions:
        return True
    if tokens.codes[start] == CODES["weekday"]:
        # “Friday the 13th” alone may be a title.
        return tokens.codes[start + 1] != _THE
    if around.before in words.heads_before_day:
        return tokens.word(start - 2) in words.heads_before_day[around.before]
    follows = start - 2 if around.before_code == _THE else start - 1
    return tokens.code(follows) in _LISTED and tokens.code(follows - 1) == CODES["nth"]


def decade(around: Surroundings) -> Refusal | None:
    """Only "the 1980's" is a decade; "1980's best film" has a year."""
    tokens, end = around.tokens, around.found.end
    if tokens.codes[end - 1] != CODES["possessive"]:
        return None
    named = around.found.edge or tokens.code(end - 3) in _BEFORE_DECADE
    return None if named else around.refuse("no-context")
