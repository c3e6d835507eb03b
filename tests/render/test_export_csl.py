"""CSL-JSON of sources and articles, its dates, and the names of exported files."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import citeproc
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.content.loading import load_registry
from dossier.content.schema import load_schema
from dossier.content.schema.values import CSL_TYPES, KINDS
from dossier.model.edtf import is_edtf
from dossier.model.fields import SourceItem
from dossier.model.registry import Item
from dossier.render.export import Site, citation_paths, csl_of_article, csl_of_source, feed_path
from dossier.render.export.csl import DATES, NAMES, TEXTS, csl_date

WriteFiles = Callable[[str], Path]
QUICK = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
GRAMMAR = Path(citeproc.SCHEMA_PATH).parent
ARTICLE = """
-- articles/x.md --
---
title: A week in Geneva
date: 2022-01-27
authors: [Jane Doe, "News Agency, Inc."]
publisher: The Daily
language: en
summary: What was said.
{more}
---
The body itself.
"""


def source(**item: object) -> dict[str, object]:
    read = KINDS["source"].read({"title": "T", **item})
    assert isinstance(read, SourceItem)
    return csl_of_source(read)


def article(write_files: WriteFiles, more: str = "") -> Item:
    registry, findings = load_registry(write_files(ARTICLE.replace("{more}", more)), load_schema())
    assert findings == []
    return registry["x"]


@pytest.mark.parametrize(
    ("edtf", "csl"),
    [
        ("2015", {"date-parts": [[2015]]}),
        ("2015-02", {"date-parts": [[2015, 2]]}),
        ("2015-02-12", {"date-parts": [[2015, 2, 12]]}),
        ("2015-02-12T10:30:00Z", {"date-parts": [[2015, 2, 12]]}),
        ("2015~", {"date-parts": [[2015]], "circa": True}),
        ("2015-02?", {"date-parts": [[2015, 2]], "circa": True}),
        ("2014-09/2015-02", {"date-parts": [[2014, 9], [2015, 2]]}),
        ("2014~/2015", {"date-parts": [[2014], [2015]], "circa": True}),
        ("2014/2014-05", {"date-parts": [[2014], [2014, 5]]}),
        ("2014/2014", {"date-parts": [[2014]]}),
        ("2021-21", {"date-parts": [[2021]], "season": 1}),
        ("2021-24~", {"date-parts": [[2021]], "season": 4, "circa": True}),
        ("2021-30", {"date-parts": [[2021]], "season": 2}),
        ("2021-33", {"date-parts": [[2021, 1], [2021, 3]]}),
        ("2021-41", {"date-parts": [[2021, 7], [2021, 12]]}),
        ("2021-21/2021-23", {"date-parts": [[2021, 3], [2021, 11]]}),
        ("199X", {"date-parts": [[1990], [1999]]}),
        ("2021-11-2X", {"date-parts": [[2021, 11, 20], [2021, 11, 29]]}),
        ("2021-XX-XX", {"date-parts": [[2021]]}),
        ("2021-11-XX", {"date-parts": [[2021, 11]]}),
        ("2021-XX-12", {"date-parts": [[2021]]}),
        ("-0043", {"date-parts": [[-44]]}),
        ("0000", {"date-parts": [[-1]]}),
        ("2014-09/..", {"literal": "from 2014-09"}),
        ("../2014-09-05~", {"literal": "until 2014-09-05", "circa": True}),
        ("../-0043", {"literal": "until 0044 BC"}),
        ("[2014,2015-02]", {"literal": "2014 or 2015-02"}),
        ("{2014,2015}", {"literal": "2014 and 2015"}),
        ("[2014..2016]", {"date-parts": [[2014], [2016]]}),
        ("[..2014]", {"literal": "until 2014"}),
        ("[2014,2016..]", {"literal": "2014 or from 2016"}),
    ],
)
def test_what_csl_can_say_of_a_date(edtf: str, csl: dict[str, object]) -> None:
    assert csl_date(edtf) == csl


SINGLE = st.from_regex(
    r"(-?[0-2X][0-9X]{3}|Y[1-9][0-9]{4})(-([0-3][0-9]|[0-9X]X)(-[0-3X][0-9X])?)?[~?%]?", fullmatch=True
)
RANGE = st.builds("{}/{}".format, SINGLE | st.sampled_from(["", ".."]), SINGLE | st.sampled_from(["", ".."]))
MEMBER = SINGLE | st.builds("{}..{}".format, SINGLE | st.just(""), SINGLE | st.just(""))
SET = st.builds(
    lambda members, marks: f"{marks[0]}{','.join(members)}{marks[1]}",
    st.lists(MEMBER),
    st.sampled_from(["[]", "{}"]),
)
EDTF = (SINGLE | RANGE | SET).filter(is_edtf)


@QUICK
@given(EDTF)
def test_every_edtf_value_becomes_a_date_that_csl_knows(edtf: str) -> None:
    date = csl_date(edtf)
    assert date.keys() <= {"date-parts", "season", "circa", "literal"}
    assert ("literal" in date) != ("date-parts" in date)


def listed(name: str) -> set[str]:
    """The words that a part of CSL's grammar lists (RELAX NG, compact syntax)."""
    text = (GRAMMAR / name).read_text(encoding="utf-8")
    return set(re.findall(r'^\s*(?:\| )?"([^"]+)"', text, re.MULTILINE))


def test_all_types_are_those_of_the_standard() -> None:
    assert listed("csl-types.rnc") == CSL_TYPES


def test_all_variables_are_those_of_the_standard() -> None:
    made_by_a_processor = {"citation-number", "first-reference-note-number", "locator", "year-suffix"}
    older = {"event", "editor-translator"}
    assert listed("csl-variables.rnc") - made_by_a_processor - older == NAMES | DATES | TEXTS


def test_a_source_keeps_what_it_states() -> None:
    assert source(
        id="src-x",
        type="report",
        author=[{"family": "Doe", "given": "Jane"}, "United Nations"],
        issued="2014-09/2015-02",
        accessed="2022-01-03",
        archive="Internet Archive",
        URL="https://example.org/x",
    ) == {
        "id": "src-x",
        "type": "report",
        "title": "T",
        "author": [{"family": "Doe", "given": "Jane"}, {"literal": "United Nations"}],
        "issued": {"date-parts": [[2014, 9], [2015, 2]]},
        "accessed": {"date-parts": [[2022, 1, 3]]},
        "archive": "Internet Archive",
        "URL": "https://example.org/x",
    }


def test_a_source_without_type_and_id_gets_both_and_the_same_each_time() -> None:
    first, second, other = source(), source(), source(number="2")
    assert first["type"] == "document"
    assert first["id"] == second["id"] != other["id"]


def test_what_csl_does_not_know_is_kept_apart() -> None:
    item = source(type="tweet", shortTitle="S", event="Summit", host="Jane Doe", collection="Minsk")
    assert item["type"] == "document"
    assert item["custom"] == {"type": "tweet", "collection": "Minsk"}
    assert (item["title-short"], item["event-title"]) == ("S", "Summit")
    assert item["host"] == [{"literal": "Jane Doe"}]


def test_an_article_is_cited_as_the_page_that_was_read(write_files: WriteFiles) -> None:
    item = csl_of_article(article(write_files), "https://example.org/articles/x/", "The Dossier")
    assert item == {
        "id": "x",
        "type": "webpage",
        "title": "A week in Geneva",
        "author": [{"literal": "Jane Doe"}, {"literal": "News Agency, Inc."}],
        "container-title": "The Dossier",
        "publisher": "The Daily",
        "issued": {"date-parts": [[2022, 1, 27]]},
        "language": "en",
        "abstract": "What was said.",
        "URL": "https://example.org/articles/x/",
    }


def test_a_site_without_an_address_gives_none(write_files: WriteFiles) -> None:
    assert "URL" not in csl_of_article(article(write_files), "", "The Dossier")


def test_the_original_of_a_republished_article_stands_in_a_note(write_files: WriteFiles) -> None:
    more = "url: https://daily.example/1\narchive_url: https://archive.example/1"
    item = csl_of_article(article(write_files, more), "https://example.org/x/", "The Dossier")
    assert item["URL"] == "https://example.org/x/"
    assert item["note"] == (
        "Originally published at https://daily.example/1; archived at https://archive.example/1"
    )


@pytest.mark.parametrize("publish", ["excerpt", "metadata"])
def test_a_withheld_article_is_cited_where_it_can_be_read(write_files: WriteFiles, publish: str) -> None:
    more = f"publish: {publish}\nurl: https://daily.example/1\narchive_url: https://archive.example/1"
    item = csl_of_article(article(write_files, more), "https://example.org/x/", "The Dossier")
    assert item["URL"] == "https://daily.example/1"
    assert item["note"] == "Archived at https://archive.example/1"
    assert "container-title" not in item


def test_the_dossier_as_publisher_is_named_once(write_files: WriteFiles) -> None:
    item = csl_of_article(article(write_files), "", "The Daily")
    assert item["container-title"] == "The Daily"
    assert "publisher" not in item


@pytest.mark.parametrize(
    ("page", "bib", "feed"),
    [
        ("articles/x/", "articles/x/cite.bib", "articles/x/feed.xml"),
        ("articles/x.html", "articles/x.bib", "articles/x.xml"),
        ("articles/x/index.html", "articles/x/cite.bib", "articles/x/feed.xml"),
        ("", "cite.bib", "feed.xml"),
        ("index.html", "cite.bib", "feed.xml"),
    ],
)
def test_exports_stand_beside_their_page(page: str, bib: str, feed: str) -> None:
    assert citation_paths(page)["bib"] == bib
    assert feed_path(page) == feed


@pytest.mark.parametrize("url", ["https://example.org/d", "https://example.org/d/"])
def test_an_address_is_whole_where_the_site_has_one(url: str) -> None:
    site = Site("D", url, str)
    assert site.absolute("people/x/") == "https://example.org/d/people/x/"
    assert site.link("people/x/", "feed.xml") == site.identifier("people/x/") == site.absolute("people/x/")


@pytest.mark.parametrize(
    ("target", "origin", "way"),
    [
        ("articles/x/", "feed.xml", "articles/x/"),
        ("articles/x/", "people/y/feed.xml", "../../articles/x/"),
        ("articles/x.html", "people/y.xml", "../articles/x.html"),
        ("people/y/", "people/y/feed.xml", "../../people/y/"),
        ("", "feed.xml", "./"),
        ("", "people/y/feed.xml", "../../"),
        ("feed.xml", "feed.xml", "feed.xml"),
    ],
)
def test_an_address_is_relative_where_the_site_has_none(target: str, origin: str, way: str) -> None:
    assert Site("D", "", str).link(target, origin) == way


def test_an_identifier_without_an_address_is_lasting_and_its_own() -> None:
    site, other = Site("D", "", str), Site("E", "", str)
    assert site.identifier("x/") == Site("D", "", str).identifier("x/")
    assert site.identifier("x/").startswith("urn:uuid:")
    assert len({site.identifier("x/"), site.identifier("y/"), other.identifier("x/")}) == 3
