"""A language is a folder: the engine reads an unknown one, with case endings and another order of words."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.model.mentions import Document
from dossier.recognise.dates import DateLanguage, find_dates, is_number_or_date, refused_dates
from dossier.recognise.dates.loading import load_date_language
from dossier.recognise.language_data import LanguageError, SentenceWords
from dossier.recognise.languages import load_language

# The second form of a noun is its genitive. Nothing has a capital, the year stands first, and the month
# before the day; "later" stands behind what is counted, and so does what points at a unit.
LEXICON = """
months: {1: oniro onirat, 2: duro durat, 3: tiro tirat, 4: karo karat, 5: pemo pemat, 6: sisto sistat,
  7: luto lutat, 8: okto oktat, 9: noro norat, 10: desto destat, 11: elvo elvat, 12: zimo zimat}
weekdays: {1: lundo lundat, 2: mardo mardat}
seasons: {winter: gelo gelat}
units: {day: dan danat dani, week: nedo nedat nedi, month: luno lunat luni, year: saro sarat sari}
plural_units: dani nedi luni sari
numbers: {1: un, 2: du, 3: tri, 20: dusek}
days: {-2: preiro, -1: iro, 0: ora, 1: kras, 2: pokras}
pointers: {last: pasta pastat, next: vena venat}
eras: {before: [a. k.], after: [p. k.]}
classes:
  in: en
  until: gis
  last: pasta pastat
  next: vena venat
  later: postu
  past_of: antu
own_tokens:
  pattern: '(?i:[ap]\\.\\s?k\\.)|\\d{1,4}-(?:to|ek)\\b'
ordinal_number: '(\\d{1,2})-to'
decade_number: '(\\d{2,4})-ek'
numeric_order: year month day
slashed_order: month day year
"""
GRAMMAR = """
macros:
  DAY: (day:day_number | day:nth)
  COUNT: (n:word_number ones:word_number? | n:day_number)
productions:
  numeric-date: [numeric:numeric]
  full-date: [year:year unit? month:month DAY]
  month-day: [month:month DAY]
  month-year: [year:year unit? month:month]
  month: [month:month]
  year: [year:year era:era?, year:three_digits era:era]
  decade: [decade:decade]
  season: [season:season]
  weekday: [weekday:weekday]
  period: [unit:unit (which:last | which:next)]
  shift: [COUNT unit:unit (on:later | back:past_of)]
  day-word: [yesterday:yesterday | today:today | tomorrow:tomorrow]
"""
GUARDS = """
plural_endings: ok
adverbs: gelat
"""
TENSE = "future: volas"
MADE = {"lexicon": LEXICON, "grammar": GRAMMAR, "guards": GUARDS, "tense": TENSE}


def write(folder: Path, **files: str) -> None:
    """Write the toy language, with some of its files otherwise."""
    (folder / "dates").mkdir(parents=True)
    for name, text in (MADE | files).items():
        (folder / "dates" / f"{name}.yaml").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> DateLanguage:
    folder = tmp_path_factory.mktemp("xx")
    write(folder)
    return load_date_language(folder)


def found(text: str, toy: DateLanguage, date: str | None = "2021-12-08") -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.value) for m in find_dates(Document(text, date), toy)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Konvis en 2014 sarat tirat 12-to en Luk.", [("2014 sarat tirat 12-to", "2014-03-12")]),
        ("Konvis 2014 tiro 12.", [("2014 tiro 12", "2014-03-12")]),
        ("Konvis en 2014 sarat tirat.", [("2014 sarat tirat", "2014-03")]),
        ("Konvis en 2014.3.12.", [("2014.3.12", "2014-03-12")]),
        ("Konvis en 3/12/2014.", [("3/12/2014", "2014-03-12")]),
        ("Konvis en 1990-ek.", [("1990-ek", "199X")]),
        ("Falis en 301 a. k.", [("301 a. k.", "-0300")]),
        ("Falis en 301 A.K. danis.", [("301 A.K.", "-0300")]),
    ],
)
def test_what_the_words_give_in_full(toy: DateLanguage, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, toy) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("En tirat 12 konvis.", [("tirat 12", "2021-03-12")]),
        ("En norat konvis.", [("norat", "2021-09")]),
        ("Volas en norat.", [("norat", "2022-09")]),
        ("Konvis iro, ne preiro.", [("iro", "2021-12-07"), ("preiro", "2021-12-06")]),
        ("Volas pokras.", [("pokras", "2021-12-10")]),
        ("Konvis en saro pasta.", [("saro pasta", "2020")]),
        ("Konvis en lundat.", [("lundat", "2021-12-06")]),
        ("Gelat danis.", [("Gelat", "2021-24")]),
    ],
)
def test_what_the_day_of_writing_completes(
    toy: DateLanguage, text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text, toy) == expected


@pytest.mark.parametrize(
    ("words", "value"),
    [("tri dani postu", "2014-03-15"), ("dusek tri dani postu", "2014-04-04"), ("2 sari antu", "2012")],
)
def test_what_counts_from_a_date_told(toy: DateLanguage, words: str, value: str) -> None:
    text = f"Konvis en 2014 tirat 12 gis mard, et {words} danis."
    assert found(text, toy, None)[-1] == (words, value)


@pytest.mark.parametrize("text", ["1812 mulok konvis.", "The treaty of 12 March 2014 came two days later."])
def test_what_is_no_date_of_the_language(toy: DateLanguage, text: str) -> None:
    assert [value for words, value in found(text, toy) if words != "2014"] == []


def test_a_number_before_a_noun_in_the_singular_is_a_year(toy: DateLanguage) -> None:
    assert found("1812 mulo konvis.", toy) == [("1812", "1812")]


@pytest.mark.parametrize(
    ("name", "is_one"), [("tirat 12", True), ("2014", True), ("5-to", True), ("tirat", False), ("Luk", False)]
)
def test_a_name_that_is_only_a_date(toy: DateLanguage, name: str, is_one: bool) -> None:
    assert is_number_or_date(name, toy) is is_one


def test_a_language_with_no_file_finds_nothing(tmp_path: Path) -> None:
    assert found("On 12 March 2014 they met, 2014-03-12.", load_date_language(tmp_path)) == []


def test_words_of_its_own_and_code_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "xx"
    write(folder, grammar=GRAMMAR + "  market: [season:season month:month]\n")
    (folder / "language.yaml").write_text("abbreviations: hr", encoding="utf-8")
    (folder / "rules.py").write_text(
        "from dossier.recognise.dates.forms import Calendar\n\n\n"
        "def market(match):\n    return Calendar(None, match.lexicon.months[match.word('month')], 1)\n\n\n"
        "date_readers = {'market': market}\n"
        "date_guards = {'year': lambda around: around.after != 'metrat'}\n",
        encoding="utf-8",
    )
    language = load_language(folder)
    assert language.sentences == language.dates.sentences == SentenceWords(frozenset({"hr"}))
    assert found("Konvis gelo tirat.", language.dates) == [("gelo tirat", "2021-03-01")]
    assert found("En 2014 metrat.", language.dates) == []
    assert [m.rule for m in refused_dates(Document("En 2014 metrat."), language.dates)] == ["own-guard"]
    assert found("En 2014 konvis.", language.dates) == [("2014", "2014")]


def test_code_for_a_rule_that_there_is_not(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "rules.py").write_text("date_guards = {'years': bool}", encoding="utf-8")
    with pytest.raises(
        LanguageError, match=r"rules\.py: date_guards: there is no rule years; did you mean year"
    ):
        load_language(tmp_path)


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"grammar": "productions: {full-dates: [year:year]}"}, "did you mean full-date?"),
        ({"grammar": "productions: {year: [year:yaer]}"}, "no class “yaer”"),
        ({"grammar": "productions: {year: [ERA year:year]}"}, "no macro “ERA”"),
        ({"grammar": "macros: {A: B, B: A}\nproductions: {year: [A]}"}, "A includes itself"),
        ({"grammar": "productions: {year: [yaer:year]}"}, "no label “yaer”"),
        ({"grammar": "productions: {year: ['(year:year']}"}, "not closed"),
        ({"grammar": "productions: {year: ['year:year)']}"}, "not opened"),
        ({"grammar": "productions: {year: [year:year + era:era]}"}, "“+” means nothing"),
        ({"grammar": "productions: {year: ['year:year?']}"}, "may match nothing"),
        ({"lexicon": "months: {13: trelvo}"}, "“13” is not a number from 1 to 12"),
        ({"lexicon": "weekdays: {lundo: lundo}"}, "“lundo” is not a number"),
        ({"lexicon": "seasons: {wintr: gelo}"}, "did you mean winter?"),
        ({"lexicon": "feasts: {midwinter: [gelo dan]}"}, "not a month and a day"),
        ({"lexicon": "classes: {month: oniro}"}, "filled by a table"),
        ({"lexicon": "classes: {Month: oniro}"}, "not the name of a class"),
        ({"lexicon": "capitalised_classes: monht"}, "no class monht"),
        ({"lexicon": "numeric_order: day month"}, "in their order"),
        ({"lexicon": "ordinal_number: '\\d+-to'"}, "in a group"),
        ({"lexicon": "own_tokens: '(?P<era>x)'"}, "a group has a name"),
        ({"guards": "plural_ending: ok"}, "did you mean plural_endings?"),
    ],
)
def test_a_file_that_cannot_be_used_says_what_is_wrong(
    tmp_path: Path, files: dict[str, str], problem: str
) -> None:
    write(tmp_path, **files)
    with pytest.raises(LanguageError, match=r"^dates/\w+\.yaml: ") as error:
        load_date_language(tmp_path)
    assert problem in str(error.value)
