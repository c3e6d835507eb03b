"""Tests of BibTeX and RIS: hand-checked records, and what independent readers make of them."""

from __future__ import annotations

import re
from typing import Any

import latexcodec  # noqa: F401 - registers the codec "ulatex"
import pytest
import rispy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from dossier.render.export import bibtex, ris
from dossier.render.export.bibtex import citation_key, escape

QUICK = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
REPORT = {
    "id": "src-report",
    "type": "report",
    "title": "R&D in 50 % of {all} cases: a_b #1 ~ ^ \\ $",
    "author": [
        {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
        {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
        {"literal": "Barnes and Noble, Inc."},
    ],
    "editor": [{"family": "Зеленський", "given": "Володимир"}],
    "publisher": "OSCE",
    "publisher-place": "Vienna",
    "number": "S/2015/544",
    "issued": {"date-parts": [[2015, 2, 12]]},
    "accessed": {"date-parts": [[2022, 1]]},
    "page": "35–54",
    "language": "en",
    "URL": "https://example.org/a_b?x=%20#y",
    "archive": "Internet Archive",
    "note": "Seen.",
}
NEWS = {
    "id": "src-news",
    "type": "article-newspaper",
    "title": "What now?",
    "container-title": "The Moscow Times",
    "volume": "3",
    "issue": "4",
    "issued": {"date-parts": [[2014, 9], [2015, 2]], "circa": True},
}


def as_bibtex(item: dict[str, Any]) -> Any:
    return parse_string(bibtex(item), "bibtex").entries[citation_key(item)]


def as_ris(item: dict[str, Any]) -> dict[str, Any]:
    (record,) = rispy.loads(ris(item))
    return dict(record)


def test_a_report_as_bibtex() -> None:
    assert bibtex(REPORT) == (
        "@techreport{src-report,\n"
        "  author = {van {Beethoven}, Ludwig and {King}, Jr., Martin Luther and {Barnes and Noble, Inc.}},\n"
        "  editor = {{Зеленський}, Володимир},\n"
        "  title = {{R\\&D in 50 \\% of \\textbraceleft{}all\\textbraceright{} cases: a\\_b \\#1 "
        "\\textasciitilde{} \\textasciicircum{} \\textbackslash{} \\$}},\n"
        "  institution = {OSCE},\n"
        "  address = {Vienna},\n"
        "  language = {en},\n"
        "  number = {S/2015/544},\n"
        "  pages = {35--54},\n"
        "  year = {2015},\n"
        "  month = feb,\n"
        "  date = {2015-02-12},\n"
        "  url = {https://example.org/a_b?x=%20#y},\n"
        "  urldate = {2022-01},\n"
        "  note = {Internet Archive, Seen.},\n"
        "}\n"
    )


def test_a_reader_of_bibtex_parts_the_names() -> None:
    people = as_bibtex(REPORT).persons["author"]
    parts = [(p.prelast_names, p.last_names, p.lineage_names, p.first_names + p.middle_names) for p in people]
    assert parts == [
        (["van"], ["{Beethoven}"], [], ["Ludwig"]),
        ([], ["{King}"], ["Jr."], ["Martin", "Luther"]),
        ([], ["{Barnes and Noble, Inc.}"], [], []),
    ]


def test_a_news_article_as_bibtex() -> None:
    entry = as_bibtex(NEWS)
    assert entry.type == "article"
    assert dict(entry.fields) == {
        "title": "{What now?}",
        "journal": "{The Moscow Times}",
        "volume": "3",
        "number": "4",
        "year": "2014--2015",
        "date": "2014-09~/2015-02~",
    }


@pytest.mark.parametrize(
    ("issued", "fields"),
    [
        ({"date-parts": [[2015]]}, {"year": "2015", "date": "2015"}),
        ({"date-parts": [[2021]], "season": 1}, {"year": "2021", "date": "2021-21"}),
        ({"date-parts": [[-44]]}, {"year": "-44", "date": "-0043"}),
        ({"date-parts": [[-1]]}, {"year": "-1", "date": "0000"}),
        ({"literal": "from 2014"}, {"year": "from 2014"}),
        ({"date-parts": [[2014, 1], [2014, 3]]}, {"year": "2014", "date": "2014-01/2014-03"}),
        ({}, {}),
    ],
)
def test_dates_in_bibtex(issued: dict[str, object], fields: dict[str, str]) -> None:
    entry = as_bibtex({"id": "a", "type": "document", "title": "T", "issued": issued})
    assert {key: value for key, value in entry.fields.items() if key != "title"} == fields


def test_a_key_that_tex_bars_stays_unique() -> None:
    keys = {citation_key({"id": name}) for name in ("a b", "a-b", "a, b", "a\u00a0b")}
    assert len(keys) == 4
    assert "a-b" in keys
    assert all(re.fullmatch(r"[\w.:-]+", key) for key in keys)


@QUICK
@given(st.text())
def test_braces_balance_whatever_is_escaped(text: str) -> None:
    depth = 0
    for character in escape(text):
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0
    assert "\n" not in escape(text)


PRINTABLE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).filter(str.strip)
NAMES = st.lists(
    st.one_of(
        st.fixed_dictionaries({"literal": PRINTABLE}),
        st.fixed_dictionaries({"family": PRINTABLE, "given": PRINTABLE}),
    ),
    max_size=3,
)
ITEMS = st.fixed_dictionaries(
    {"id": PRINTABLE, "type": st.sampled_from(["book", "webpage", "treaty"]), "title": PRINTABLE},
    optional={"author": NAMES, "note": PRINTABLE, "URL": PRINTABLE, "container-title": PRINTABLE},
)


@QUICK
@given(ITEMS)
def test_any_item_is_one_entry_of_bibtex(item: dict[str, Any]) -> None:
    entries = parse_string(bibtex(item), "bibtex").entries
    assert list(entries) == [citation_key(item)]
    title = entries[citation_key(item)].fields["title"]
    assert title == "{" + escape(" ".join(item["title"].split())) + "}"


@QUICK
@given(st.text("ab #%&_~\\", min_size=1))
def test_tex_prints_what_was_given(text: str) -> None:
    printed = escape(text).encode("ascii").decode("latex").replace("{}", "")
    assert printed.split() == text.split()


def test_a_report_as_ris() -> None:
    assert ris(REPORT).split("\r\n") == [
        "TY  - RPRT",
        "ID  - src-report",
        "AU  - van Beethoven, Ludwig",
        "AU  - King, Martin Luther, Jr.",
        "AU  - Barnes and Noble, Inc.",
        "ED  - Зеленський, Володимир",
        "TI  - R&D in 50 % of {all} cases: a_b #1 ~ ^ \\ $",
        "PY  - 2015",
        "DA  - 2015/02/12/",
        "Y2  - 2022/01//",
        "CY  - Vienna",
        "SP  - 35",
        "EP  - 54",
        "PB  - OSCE",
        "M1  - S/2015/544",
        "UR  - https://example.org/a_b?x=%20#y",
        "LA  - en",
        "DB  - Internet Archive",
        "N1  - Seen.",
        "ER  - ",
        "",
    ]


def test_what_ris_has_no_tag_for_is_a_note() -> None:
    record = as_ris(NEWS)
    assert (record["type_of_reference"], record["year"], record["date"]) == ("NEWS", "2014", "2014/09//")
    assert record["notes"] == ["Date: 2014-09 to 2015-02", "The date is uncertain."]
    assert as_ris({"id": "t", "type": "treaty", "title": "T"})["type_of_work"] == "treaty"
    assert as_ris({"id": "t", "type": "book", "title": "T", "issued": {"literal": "from 2014"}})["notes"] == [
        "Date: from 2014"
    ]


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@QUICK
@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_no_value_breaks_a_line_of_ris(title: str, name: str, note: str) -> None:
    item = {"id": "a", "type": "book", "title": title, "author": [{"literal": name}], "note": note}
    record = ris(item)
    assert record.endswith("ER  - \r\n")
    for line in record.split("\r\n")[:-1]:
        assert re.match(r"[A-Z][A-Z0-9]  - ", line)
        assert len(line.splitlines()) == 1
