"""The words that dates are written with: each word to its class, and what it stands for.

Data only. The grammar (`dossier.recognise.dates.grammar`) is written in the names of these classes; the
tokens (`dossier.recognise.dates.tokens`) carry one class each.
"""

from __future__ import annotations

from itertools import count
from typing import Final

from dossier.recognise.dates.forms import Edge

_MONTH_NAMES: Final = (
    "january february march april may june july august september october november december".split()
)
_MONTH_ABBREVIATIONS: Final = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTHS: Final = {name: i for i, name in enumerate(_MONTH_NAMES, 1)} | _MONTH_ABBREVIATIONS
#: Months that are also a verb, a modal, an adjective or a given name: they need a context of dates.
AMBIGUOUS_MONTHS: Final = frozenset("march april may june august jan mar jun".split())

_WEEKDAY_NAMES: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS: Final = {name: i for i, name in enumerate(_WEEKDAY_NAMES)} | {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip

#: EDTF codes of the seasons (level 1, independent of the hemisphere).
SEASONS: Final = {"spring": 21, "springtime": 21, "summer": 22, "summertime": 22, "autumn": 23, "fall": 23,
                  "winter": 24, "wintertime": 24}  # fmt: skip

UNITS: Final = {
    "day": "day", "days": "day", "week": "week", "weeks": "week", "fortnight": "fortnight",
    "fortnights": "fortnight", "month": "month", "months": "month", "year": "year", "years": "year",
    "decade": "decade", "decades": "decade",
}  # fmt: skip

_ONES: Final = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen""".split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS: Final = {word: i for i, word in enumerate(_ONES)} | {word: 10 * i for i, word in enumerate(_TENS, 2)}
_ORDINAL_ONES: Final = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth""".split()
ORDINALS: Final = {word: i for i, word in enumerate(_ORDINAL_ONES, 1)} | {"twentieth": 20, "thirtieth": 30}

#: "the sixties": the decade of the twentieth century.
DECADE_WORDS: Final = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip

#: Which part of a period a qualifier picks out.
EDGES: Final[dict[str, Edge]] = {
    "early": "START", "earlier": "START", "beginning": "START", "start": "START", "outset": "START",
    "dawn": "START", "turn": "START", "opening": "START", "mid": "MID", "middle": "MID", "midst": "MID",
    "late": "END", "later": "END", "latter": "END", "end": "END", "close": "END", "closing": "END",
}  # fmt: skip

#: Feasts that name one day: month and day.
FEASTS: Final = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year eve": (12, 31), "new year day": (1, 1), "new years eve": (12, 31), "new years day": (1, 1),
    "bastille day": (7, 14), "valentine day": (2, 14), "st patrick day": (3, 17),
    "halloween": (10, 31), "all saints day": (11, 1), "armistice day": (11, 11), "veterans day": (11, 11),
    "epiphany": (1, 6), "canada day": (7, 1),
}  # fmt: skip

_CLASSES: Final = {
    "month": _MONTH_NAMES,
    "abbr": list(_MONTH_ABBREVIATIONS),
    "weekday": list(WEEKDAYS),
    "season": list(SEASONS),
    "unit": list(UNITS),
    "word_number": list(NUMBERS),
    "word_ordinal": list(ORDINALS),
    "decade_word": list(DECADE_WORDS),
    "daypart": ["morning", "afternoon", "evening", "night", "date"],
    "century": ["century", "centuries"],
    "millennium": ["millennium", "millennia"],
    "quarter": ["quarter"],
    "half": ["half"],
    "weekend": ["weekend"],
    "a": ["a", "an"],
    "the": ["the"],
    "of": ["of"],
    "in": ["in"],
    "on": ["on"],
    "at": ["at"],
    "by": ["by"],
    "to": ["to"],
    "until": ["until", "till", "through", "thru"],
    "since": ["since"],
    "during": ["during"],
    "from": ["from"],
    "between": ["between"],
    "and": ["and", "or"],
    "early": ["early", "late", "mid"],
    "edge": ["beginning", "start", "end", "close", "turn", "outset", "dawn", "midst", "middle"],
    "partial": ["latter", "opening", "closing"],
    "part": ["part", "stages", "portion", "parts", "days", "weeks", "months", "years"],
    "about": ["about", "around", "circa", "ca", "approximately", "roughly", "c"],
    "this": ["this", "current"],
    "that": ["that"],
    "same": ["same"],
    "last": ["last", "past"],
    "next": ["next", "following", "subsequent", "ensuing", "coming"],
    "previous": ["previous", "preceding", "prior"],
    "later": ["later"],
    "after": ["after", "afterward", "afterwards", "thereafter"],
    "before": ["before", "previously", "beforehand"],
    "hence": ["hence"],
    "now": ["now"],
    "final": ["final"],
    "ago": ["ago"],
    "earlier": ["earlier"],
    "today": ["today", "tonight"],
    "yesterday": ["yesterday"],
    "tomorrow": ["tomorrow"],
    "era": ["bc", "bce", "ad", "ce", "b.c", "a.d", "b.c.e", "c.e"],
    "followed": ["followed", "ensued"],
    "feast": sorted({name.split()[0] for name in FEASTS}),
    "new": ["new"],
}  # fmt: skip
PUNCTUATION: Final = {
    "comma": ",",
    "dot": ".",
    "dash": "-–—‐‑−",
    "slash": "/",
    "apostrophe": "'’‘`",
    "hash": "#$£€№§",
}
#: Classes that `dossier.recognise.dates.tokens` gives by the shape of a word and not by its letters.
SHAPES: Final = (
    "day_number", "two_digits", "three_digits", "year", "number", "nth", "decade", "short_decade", "iso",
    "numeric", "possessive", "paragraph", "quarter_code",
)  # fmt: skip
#: Only these count when they are written with a capital or in capitals.
_CAPITALISED: Final = frozenset({"abbr", "weekday", "feast"})
#: Months that in lower case are something else.
_VERBS: Final = frozenset({"march", "may", "august"})
OTHER: Final = "."

_letters = (chr(number) for number in count(ord("A")) if chr(number).isalpha())
#: The one-character code of every class: a text becomes a string of codes that `re` can run over.
CODES: Final = {name: next(_letters) for name in (*_CLASSES, *PUNCTUATION, *SHAPES)}


def _variants(word: str, *, capitalised: bool) -> list[str]:
    forms = [word.capitalize(), word.upper()]
    return forms if capitalised or word in _VERBS else [word, *forms]


#: A word or a punctuation mark, as written, to the code of its class.
CODE_OF: Final[dict[str, str]] = {
    form: CODES[name]
    for name, words in reversed(_CLASSES.items())
    for word in words
    for form in _variants(word, capitalised=name in _CAPITALISED)
} | {mark: CODES[name] for name, marks in PUNCTUATION.items() for mark in marks}
