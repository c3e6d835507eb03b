"""Formatted citations: their wording, their safety, and the style behind them."""

from __future__ import annotations

import string
from typing import Any

import citeproc
import pytest
from bs4 import BeautifulSoup
from citations import badly_cited
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lake_dossier import write_lake_dossier
from lxml import etree

from dossier.content.loading import load_registry
from dossier.content.schema import load_schema
from dossier.content.schema.values import CSL_TYPES, KINDS
from dossier.model.fields import SourceItem
from dossier.render.export import Bibliography, csl_of_source
from dossier.render.export.bibliography import STYLE
from dossier.render.export.csl import DATES, NAMES, TEXTS

QUICK = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
BIBLIOGRAPHY = Bibliography()


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[SourceItem]:
    """The sources of an invented dossier."""
    content = write_lake_dossier(tmp_path_factory.mktemp("lake")) / "content"
    return list(load_registry(content, load_schema())[0].sources.values())


def html(**item: object) -> str:
    """The citation of a source as it would stand in front matter."""
    written = {key.replace("_", "-"): value for key, value in item.items()}
    read = KINDS["source"].read({"title": "Title", **written})
    assert isinstance(read, SourceItem)
    return str(BIBLIOGRAPHY.entry(csl_of_source(read)))


def words(**item: object) -> str:
    return BeautifulSoup(html(**item), "html.parser").get_text()


def test_the_style_fits_the_grammar_of_csl() -> None:
    grammar = etree.RelaxNG(etree.parse(citeproc.SCHEMA_PATH))
    assert grammar.validate(etree.parse(STYLE)), grammar.error_log


@pytest.mark.parametrize(
    ("item", "citation"),
    [
        (
            {
                "type": "article-newspaper",
                "title": "The Minsk Deal: What Was Agreed",
                "container_title": "The Moscow Times",
                "issued": "2015-02-12",
            },
            "“The Minsk Deal: What Was Agreed”. <cite>The Moscow Times</cite>, 12 February 2015.",
        ),
        (
            {
                "type": "legislation",
                "title": "Resolution 2166 (2014)",
                "author": [{"literal": "United Nations Security Council"}],
                "number": "S/RES/2166 (2014)",
                "issued": "2014-07-21",
            },
            "United Nations Security Council. <cite>Resolution 2166 (2014)</cite>. S/RES/2166 (2014), 21 July 2014.",
        ),
        (
            {
                "type": "document",
                "title": "On the Treaty on Open Skies",
                "genre": "Press statement",
                "author": [{"family": "Pompeo", "given": "Michael R."}],
                "publisher": "Department of State",
                "issued": "2020-05-21",
            },
            "Michael R. Pompeo. <cite>On the Treaty on Open Skies</cite>. Press statement, Department of State, 21 May 2020.",
        ),
        (
            {"type": "treaty", "title": "Final Act", "event_place": "Helsinki", "issued": "1975-08-01"},
            "<cite>Final Act</cite>. Helsinki, 1 August 1975.",
        ),
        (
            {
                "type": "legal_case",
                "title": "Three vessels",
                "authority": "ITLOS",
                "number": "Case No. 26",
                "issued": "2019",
            },
            "<cite>Three vessels</cite>. ITLOS, Case No. 26, 2019.",
        ),
        (
            {
                "type": "chapter",
                "title": "On Minsk",
                "author": [{"family": "Doe", "given": "Jane"}],
                "editor": [{"family": "Roe", "given": "Ann"}, {"family": "Poe", "given": "E. A."}],
                "container_title": "A Book",
                "edition": "2",
                "volume": "3",
                "page": "35-54",
                "publisher_place": "Oxford",
                "publisher": "A Press",
                "issued": "2016",
                "ISBN": "978-3-16-148410-0",
            },
            "Jane Doe. “On Minsk”. Edited by Ann Roe and E. A. Poe, <cite>A Book</cite>, edition 2, vol. 3, pp. 35–54, Oxford: A Press, 2016. ISBN 978-3-16-148410-0.",
        ),
        (
            {
                "type": "manuscript",
                "title": "Letter",
                "archive": "State Archive",
                "archive_place": "Kyiv",
                "issued": "1991~",
                "original_title": "Лист",
                "original_date": "1990",
            },
            "<cite>Letter</cite>. Circa 1991. First published as <cite>Лист</cite>, 1990. State Archive, Kyiv.",
        ),
    ],
)
def test_a_citation_says_what_is_stated(item: dict[str, object], citation: str) -> None:
    assert html(**item) == citation


def test_an_address_is_a_link_that_shows_it() -> None:
    assert html(type="webpage", URL="https://example.org/?a=1&b='2'", accessed="2022-05-03") == (
        '“Title”. <a class="dossier-external" href="https://example.org/?a=1&amp;b=&#39;2&#39;" rel="noopener" data-search-exclude>'
        "https://example.org/?a=1&amp;b=&#39;2&#39;</a> (accessed 3 May 2022)"
    )


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "https:", "//example.org", "ftp://a"]
)
def test_only_an_address_of_the_web_is_a_link(address: str) -> None:
    item = {"id": "a", "type": "webpage", "title": "T", "URL": address}
    assert str(BIBLIOGRAPHY.entry(item)) == f"“T”. {address}"


@pytest.mark.parametrize(
    ("title", "citation"),
    [
        ("What Now?", "“What Now?” <cite>C</cite>."),
        ("Stop!", "“Stop!” <cite>C</cite>."),
        ("To be continued …", "“To be continued …” <cite>C</cite>."),
        ("Acme Inc.", "“Acme Inc.” <cite>C</cite>."),
        ("He said “why?”", "“He said ‘why?’” <cite>C</cite>."),
        ("One, two,", "“One, two”. <cite>C</cite>."),
        ("What?. No.. Yes", "“What?. No.. Yes”. <cite>C</cite>."),
        ("[A report on Minsk]", "[A report on Minsk]. <cite>C</cite>."),
        ("etc. and so on", "“etc. and so on”. <cite>C</cite>."),
        ("[A] and [B]", "“[A] and [B]”. <cite>C</cite>."),
    ],
)
def test_punctuation_is_neither_doubled_nor_lost(title: str, citation: str) -> None:
    assert html(type="webpage", title=title, container_title="C") == citation


def test_punctuation_in_italics_and_names() -> None:
    assert html(type="report", title="Why?", author=["Acme Inc."]) == "Acme Inc. <cite>Why?</cite>"
    assert words(type="report", author=[{"family": "King", "given": "M. L.", "suffix": "Jr."}]) == (
        "M. L. King Jr. Title."
    )
    two = [{"family": "King", "suffix": "Jr."}, {"family": "Doe"}]
    assert words(type="report", title="Why?", author=two, translator=two) == (
        "King Jr. and Doe. Why? Translated by King Jr. and Doe."
    )
    assert words(type="webpage", container_title="Yahoo!", issued="2014") == "“Title”. Yahoo!, 2014."
    assert words(type="webpage", publisher="Acme Inc.", event_place="Washington, D.C.") == (
        "“Title”. Washington, D.C., Acme Inc."
    )


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2015-02", "February 2015"),
        ("2015?", "Circa 2015"),
        ("2021-21", "Spring 2021"),
        ("2014-09-05/2014-09-19", "5–19 September 2014"),
        ("2014-09/2015-02", "September 2014–February 2015"),
        ("2014/2016", "2014–2016"),
        ("2014-09-30/2014-10-01", "30 September–1 October 2014"),
        ("2014/2014-05", "2014 to 2014-05"),
        ("2014-05/2014-05-03", "2014-05 to 2014-05-03"),
        ("2014-09/..", "from 2014-09"),
        ("-0043", "44 BC"),
    ],
)
def test_dates_in_words(edtf: str, said: str) -> None:
    assert words(type="report", issued=edtf) == f"Title. {said}."


def test_a_note_stands_last() -> None:
    assert words(type="report", URL="https://a.example", note="Seen.") == "Title. https://a.example (Seen.)"


def test_names_are_joined_as_in_prose() -> None:
    people = [
        {"family": "A"},
        {"literal": "B"},
        {"family": "Gogh", "given": "C.", "non-dropping-particle": "van"},
    ]
    assert words(type="report", author=people) == "A, B and C. van Gogh. Title."
    assert words(type="speech", translator=people[:1], interviewer=people[1:2]) == (
        "“Title”. Translated by A, interview by B."
    )


def test_nothing_that_is_stated_gets_lost() -> None:
    hidden = {  # Of no use to a reader, or said by another variable.
        "abstract", "annote", "citation-key", "citation-label", "container-title-short", "division",
        "jurisdiction", "keyword", "license", "number-of-pages", "number-of-volumes", "page-first",
        "PMCID", "PMID", "printing-number", "references", "reviewed-genre", "source", "title-short",
    }  # fmt: skip
    markers = dict(
        zip(sorted(TEXTS | NAMES), (a + b for a in "qzxj" for b in string.ascii_lowercase), strict=False)
    )
    item: dict[str, Any] = {"id": "a", "type": "report"}
    item |= {v: [{"literal": f"W{m}W"}] if v in NAMES else f"W{m}W" for v, m in markers.items()}
    item["URL"] = f"https://example.org/W{markers['URL']}W"
    citation = str(BIBLIOGRAPHY.entry(item))
    lost = {variable for variable, marker in markers.items() if f"W{marker}W" not in citation}
    assert lost == hidden


def test_a_title_in_another_language_says_which() -> None:
    item = {"id": "a", "type": "webpage", "title": "Что “такое”?", "publisher": "П"}
    assert BIBLIOGRAPHY.entry(item | {"language": "ru"}) == '“<span lang="ru">Что ‘такое’?</span>” П.'
    for language in ("en-GB", "Russian, mostly", 'ru" onclick="x'):
        assert BIBLIOGRAPHY.entry(item | {"language": language}) == "“Что ‘такое’?” П.", language


def test_dates_that_are_stated_are_shown() -> None:
    shown = DATES - {"available-date", "submitted"}
    for variable in shown:
        item = {"id": "a", "type": "report", "title": "T", variable: {"date-parts": [[1987, 12, 8]]}}
        assert "8 December 1987" in BIBLIOGRAPHY.entry(item), variable


@pytest.mark.parametrize("kind", sorted(CSL_TYPES))
def test_every_type_has_a_title_in_quotes_or_italics(kind: str) -> None:
    assert html(type=kind) in ("“Title”.", "<cite>Title</cite>.")


def test_markup_of_the_content_stays_text() -> None:
    bad = '<img src=x onerror="a()">&amp;<span class="nocase">x</span>'
    found = BeautifulSoup(
        html(type="report", title=bad, author=[bad], publisher=bad, genre=bad), "html.parser"
    )
    assert [tag.name for tag in found.find_all(True)] == ["cite"]
    assert found.get_text() == f"{bad}. {bad}. {bad}, {bad}."


@QUICK
@given(st.text(min_size=1), st.text(min_size=1), st.text(min_size=1))
def test_no_text_becomes_markup(title: str, name: str, url: str) -> None:
    item = {"id": "a", "type": "report", "title": title, "author": [{"literal": name}], "URL": url}
    found = BeautifulSoup(BIBLIOGRAPHY.entry(item), "html.parser")
    assert {tag.name for tag in found.find_all(True)} <= {"cite", "a"}
    assert all(tag["href"].startswith(("http://", "https://")) for tag in found.find_all("a"))


def test_what_was_formatted_before_has_no_part_in_it(sources: list[SourceItem]) -> None:
    items = [csl_of_source(source) for source in sources]
    twin = {**items[0], "id": "other"}
    shared = Bibliography()
    forwards = [shared.entry(item) for item in [*items, twin]]
    fresh = [Bibliography().entry(item) for item in [*items, twin]]
    again = [shared.entry(item) for item in reversed([*items, twin])]
    assert forwards == fresh == again[::-1]


def test_the_sources_of_a_dossier_read_well(
    sources: list[SourceItem], capfd: pytest.CaptureFixture[str]
) -> None:
    assert len({source.item["type"] for source in sources}) > 5
    assert badly_cited(sources) == []
    assert capfd.readouterr() == ("", "")


def test_a_citation_that_reads_badly_is_found() -> None:
    read = KINDS["source"].read({"title": "Who, what, .", "type": "report"})
    assert isinstance(read, SourceItem)
    assert badly_cited([read]) != []
