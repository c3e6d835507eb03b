"""Load the files by which one language writes its dates, and compile them for the engine.

The engine itself reads no file and imports nothing from here: its caller gives it a `DateLanguage`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from dossier.recognise.dates.cue_words import GuardWords, TenseWords
from dossier.recognise.dates.files import GrammarFile, LexiconFile, Table
from dossier.recognise.dates.pattern import NotationError, PatternCompiler
from dossier.recognise.dates.vocabulary import (
    CODES,
    LABELS,
    MARKS,
    OTHER,
    RULE_NAMES,
    WORD_ROLES,
    DateLanguage,
    Grammar,
    Lexicon,
    Production,
    TokenShapes,
    letters,
)
from dossier.recognise.language_data import (
    NO_PATTERN,
    NO_WORDS,
    LanguageError,
    SentenceWords,
    read_data,
    read_rules,
)

_SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_EDGES: Final = {"start": "START", "middle": "MID", "end": "END"}
_COUNTED_UNITS: Final = frozenset(("day", "week", "fortnight", "month", "year", "decade"))
_UNITS: Final = _COUNTED_UNITS | {"century", "millennium", "quarter", "weekend", "daypart"}
_POINTERS: Final = frozenset(("this", "that", "last", "next", "following", "previous"))
_ERAS: Final = frozenset(("before", "after"))
_PARTS: Final = frozenset(("day", "month", "year"))
#: The roles whose words govern a date, for a language that does not list its prepositions one by one.
_WHEN: Final = (
    "in", "on", "at", "by", "since", "until", "during", "from", "to", "between", "of",
)  # fmt: skip
#: What a token is in any language; possessive, so that the cost of a long run of digits and dots is linear.
#: In order: a space as HTML writes it; 12/05/1981, 1981/05/12; 1981-12-13, with a time of day; 13-12-1981;
#: 1,950, 3.5, 13.12.1981, 5:30; the language's own tokens; a word, a number, or both (June, 12th, 1990s); a
#: blank line; a mark.
_EXPRESSION: Final = (
    r"(?P<space>&(?:nbsp|ensp|emsp|thinsp|\#160|\#8239|\#x[aA]0);)"
    r"|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}\b|\d{{4}}/\d{{1,2}}/\d{{1,2}}\b"
    r"|\d{{4}}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?\b"
    r"|\d{{4}}{dash}\d{{1,2}}{dash}\d{{1,2}}\b|\d{{1,2}}{dash}\d{{1,2}}{dash}\d{{4}}\b"
    r"|\d++(?:[.:]\d++|,\d{{3}}(?!\d))++"
    r"{own}"
    r"|[^\W_]++"
    r"|\n[^\S\n]*+\n\s*+"
    r"|[^\w\s]"
)


def load_date_language(
    folder: Path, rules: ModuleType | None = None, sentences: SentenceWords = NO_WORDS
) -> DateLanguage:
    """The dates of a language, from ``dates/`` in its folder and the code in its ``rules.py``.

    Raises:
        LanguageError: a file of the language is wrong.
    """
    dates = folder / "dates"
    file = dates / "lexicon.yaml"
    words = read_data(file, LexiconFile)
    _check(file, words)
    tense = read_data(dates / "tense.yaml", TenseWords)
    guards = _with_prepositions(read_data(dates / "guards.yaml", GuardWords, tense), words)
    readers: Mapping[str, Callable[[Any], Any]] = getattr(rules, "date_readers", {})
    asked: Mapping[str, Callable[[Any], bool]] = getattr(rules, "date_guards", {})
    known = RULE_NAMES | readers.keys()
    for name in asked:
        if name not in known:
            raise LanguageError(folder / "rules.py", "date_guards", _no_such_rule(name, known))
    codes = CODES | _own_codes(words)
    return DateLanguage(
        lexicon=_lexicon(file, words),
        shapes=_shapes(file, words, codes),
        grammar=_grammar(dates / "grammar.yaml", codes, known),
        guards=guards,
        tense=tense,
        note=words.note,
        notes=words.notes,
        sentences=sentences,
        rules=read_rules(dates / "rules.yaml"),
        refusals=read_rules(dates / "refusals.yaml"),
        own_guards=asked,
        own_readers=readers,
    )


def _own_codes(words: LexiconFile) -> dict[str, str]:
    """The codes of the classes that only this language has: the letters after those of the roles."""
    own = [name for name in words.classes if name not in CODES]
    return dict(zip(own, islice(letters(), len(CODES), None), strict=False))


def _check(file: Path, words: LexiconFile) -> None:
    """Check that a lexicon has everything needed to compile it."""
    for name in words.classes:
        if name in CODES and name not in WORD_ROLES:
            raise LanguageError(file, "classes", f"{name} is filled by a table or by the shape of a word")
        if not re.fullmatch("[a-z_]+", name):
            raise LanguageError(
                file, "classes", f"“{name}” is not the name of a class; use lower-case Latin letters"
            )
    if odd := sorted(words.capitalised_classes - CODES.keys() - words.classes.keys()):
        raise LanguageError(file, "capitalised_classes", f"there is no class {odd[0]}")
    for key in ("numeric_order", "slashed_order"):
        order = getattr(words, key)
        if order and sorted(order) != sorted(_PARTS):
            raise LanguageError(file, key, "write day, month and year in their order")
    for key in ("ordinal_number", "decade_number"):
        pattern = getattr(words, key)
        if pattern is not NO_PATTERN and pattern.groups != 1:
            raise LanguageError(file, key, "put the number, and nothing else, in a group")
    if words.own_tokens.groupindex:
        raise LanguageError(file, "own_tokens", "a group has a name; remove it")


def _with_prepositions(guards: GuardWords, words: LexiconFile) -> GuardWords:
    """The guards of a language; if it does not list its prepositions, the words of the roles replace them."""
    when = frozenset(word for role in _WHEN for word in words.classes.get(role, ()))
    every = frozenset(word for forms in words.classes.values() for word in forms)
    stand_ins = dict.fromkeys(
        (
            "time_prepositions", "month_prepositions", "date_prepositions", "quarter_prepositions",
            "weekend_prepositions", "season_prepositions", "season_introducers", "spring_prepositions",
        ),
        when,
    ) | {"function_words": every}  # fmt: skip
    missing: dict[str, Any] = {name: found for name, found in stand_ins.items() if not getattr(guards, name)}
    return replace(guards, **missing)


def _lexicon(file: Path, words: LexiconFile) -> Lexicon:
    numbers = _numbers(file, "ordinals", words.ordinals) | _numbers(file, "numbers", words.numbers)
    units = _values(file, "units", words.units, {unit: unit for unit in _UNITS} | {"daypart": "day"})
    feasts = {
        name: (int(month), int(day))
        for key, names in words.feasts.items()
        for month, day in [_month_and_day(file, key)]
        for name in names
    }
    return Lexicon(
        months=_numbers(file, "month_abbreviations", words.month_abbreviations, (1, 12))
        | _numbers(file, "months", words.months, (1, 12)),
        weekdays={
            form: day - 1
            for key, table in (
                ("weekdays", words.weekdays),
                ("weekday_abbreviations", words.weekday_abbreviations),
            )
            for form, day in _numbers(file, key, table, (1, 7)).items()
        },
        short_weekdays=frozenset(_forms(words.weekday_abbreviations)),
        seasons=_values(file, "seasons", words.seasons, _SEASONS),
        units=units,
        plural_units=words.plural_units,
        nights=words.nights,
        numbers=dict.fromkeys(words.classes.get("a", ()), 1) | numbers,
        decades=_numbers(file, "decades", words.decades, (0, 199)),
        quarters=_numbers(file, "quarters", words.quarters, (1, 4)),
        days=_numbers(file, "days", words.days, (-9, 9)),
        edges=_values(file, "edges", words.edges, _EDGES),
        pointers=_values(file, "pointers", words.pointers, {name: name for name in _POINTERS}),
        feasts=feasts,
        longest_feast=max((len(name.split()) for name in feasts), default=0),
        before_dates=tuple(words.classes[name][0] for name in ("in", "on") if words.classes.get(name))
        or ("",),
        before_christ=frozenset(
            "".join(form.replace(".", "").split())
            for form, era in _values(file, "eras", words.eras, {name: name for name in _ERAS}).items()
            if era == "before"
        ),
        numeric_order=words.numeric_order,
        slashed_order=words.slashed_order,
    )


def _forms(table: Table) -> list[str]:
    return [form for forms in table.values() for form in forms]


def _values(file: Path, key: str, table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
    """A mapping from each form of a table to the meaning of its row."""
    for name in table:
        if name not in values:
            nearest = get_close_matches(name, values, 1)
            hint = f"; did you mean {nearest[0]}?" if nearest else f"; use one of {', '.join(values)}"
            raise LanguageError(file, key, f"unknown {name}{hint}")
    return {form: values[name] for name, forms in table.items() for form in forms}


def _numbers(file: Path, key: str, table: Table, bounds: tuple[int, int] = (0, 9999)) -> dict[str, int]:
    """A mapping from each form of a table to the number of its row."""
    for name in table:
        if not (name.removeprefix("-").isdecimal() and bounds[0] <= int(name) <= bounds[1]):
            raise LanguageError(file, key, f"“{name}” is not a number from {bounds[0]} to {bounds[1]}")
    return {form: int(name) for name, forms in table.items() for form in forms}


def _month_and_day(file: Path, key: str) -> tuple[str, str]:
    month, _, day = key.partition("-")
    if not (month.isdecimal() and day.isdecimal() and 1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        raise LanguageError(file, "feasts", f"“{key}” is not a month and a day, such as 12-25")
    return month, day


def _shapes(file: Path, words: LexiconFile, codes: Mapping[str, str]) -> TokenShapes:
    of_units = [("unit" if unit in _COUNTED_UNITS else unit, forms) for unit, forms in words.units.items()]
    tables = (
        ("month", _forms(words.months)),
        ("abbr", _forms(words.month_abbreviations)),
        ("weekday", [*_forms(words.weekdays), *_forms(words.weekday_abbreviations)]),
        ("season", _forms(words.seasons)),
        *of_units,
        ("word_number", _forms(words.numbers)),
        ("word_ordinal", _forms(words.ordinals)),
        ("decade_word", _forms(words.decades)),
        ("quarter_code", _forms(words.quarters)),
        *((_name_of_day(int(day)), forms) for day, forms in words.days.items()),
        ("era", _forms(words.eras)),
        ("feast", [name.split()[0] for name in _forms(words.feasts)]),
        *words.classes.items(),
    )
    by_word = {
        form: codes[name]
        for name, listed in reversed(tables)
        for word in listed
        for form in _as_written(
            word, capitalised=name in words.capitalised_classes or word in words.capitalised_words
        )
    }
    try:
        token = re.compile(_EXPRESSION.format(
            dash=f"[{re.escape(MARKS['dash'])}]",
            own="" if words.own_tokens is NO_PATTERN else f"|{words.own_tokens.pattern}",
        ))  # fmt: skip
    except re.error as error:
        raise LanguageError(file, "own_tokens", f"not a regular expression: {error}") from None
    return TokenShapes(
        codes=by_word | {mark: CODES[name] for name, marks in MARKS.items() for mark in marks},
        token=token,
        ordinal_number=words.ordinal_number,
        decade_number=words.decade_number,
    )


def _name_of_day(day: int) -> str:
    return "today" if day == 0 else "yesterday" if day < 0 else "tomorrow"


def _as_written(word: str, *, capitalised: bool) -> list[str]:
    forms = [word.capitalize(), word.upper()]
    # The engine looks up a token with stops without spaces and without the last stop.
    squeezed = "".join(word.split()).strip(".") if "." in word else word
    return forms if capitalised else [word, squeezed, *forms]


def _grammar(file: Path, codes: Mapping[str, str], rules: frozenset[str]) -> Grammar:
    written = read_data(file, GrammarFile)
    try:
        compiler = PatternCompiler(written.macros, codes)
    except NotationError as error:
        raise LanguageError(file, "macros", str(error)) from None
    productions = tuple(
        _production(file, rule, notation, compiler, rules)
        for rule, notations in written.productions.items()
        for notation in notations
    )
    beginning_with: dict[str, list[Production]] = {
        prefix: [] for production in productions for prefix in production.pattern.prefixes
    }
    for production in productions:
        prefixes = production.pattern.prefixes
        for prefix, listed in beginning_with.items():
            if prefix in prefixes or prefix[0] in prefixes:
                listed.append(production)
    return Grammar(
        productions,
        {prefix: tuple(listed) for prefix, listed in beginning_with.items()},
        _beginnings(beginning_with.keys()),
    )


def _production(
    file: Path, rule: str, notation: str, compiler: PatternCompiler, rules: frozenset[str]
) -> Production:
    key = f"productions.{rule}"
    if rule not in rules:
        raise LanguageError(file, key, _no_such_rule(rule, rules))
    try:
        pattern = compiler.compile(notation)
    except NotationError as error:
        raise LanguageError(file, key, str(error)) from None
    if odd := sorted({label for _, label in pattern.labels} - LABELS):
        raise LanguageError(file, key, f"there is no label “{odd[0]}”")
    if "" in pattern.prefixes:
        raise LanguageError(file, key, f"“{notation}” may match nothing at all")
    return Production(rule, pattern)


def _no_such_rule(name: str, rules: frozenset[str]) -> str:
    nearest = get_close_matches(name, rules, 1)
    return f"there is no rule {name}{f'; did you mean {nearest[0]}?' if nearest else ''}"


def _beginnings(prefixes: Iterable[str]) -> re.Pattern[str]:
    """A pattern for a token that is a date alone, or that may begin one together with the next."""
    alone = {prefix for prefix in prefixes if len(prefix) == 1}
    together = {prefix[0] for prefix in prefixes} - alone
    choices = [f"[{''.join(sorted(alone))}]"] if alone else []
    if together:
        choices.append(f"[{''.join(sorted(together))}](?!{re.escape(OTHER)}|$)")
    return re.compile("|".join(choices)) if choices else NO_PATTERN
