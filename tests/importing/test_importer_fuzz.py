"""Any bytes give an article that the strict reader accepts, or a refusal in one line, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from importing.hostile import ACCEPTED, SENTENCE

from dossier.content.schema import Validator, load_schema
from dossier.content.schema.values import read_id
from dossier.content.source import Source, parse_source
from dossier.importing import Original
from dossier.importing.article import import_page
from dossier.importing.entities import read_entities
from dossier.importing.metadata.evidence import clean
from dossier.importing.metadata.moments import find_moments
from dossier.importing.metadata.weblinks import page_address
from dossier.importing.sources import read_sources
from dossier.model.errors import ImportRefusedError
from dossier.model.ids import slug

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
SCHEMA = load_schema()
VALIDATOR = Validator()
TAGS = st.sampled_from(
    "p div ul li ol table tr td th blockquote h1 h2 a b i br pre code figure img time span article main aside script style form svg template noscript dl dt dd".split()
)
VALUES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "2021-06-16",
            "0001-01-01",
            "javascript:x",
            "https://a.example/b",
            "http://[",
            "display:none",
            "cookie",
            "datePublished",
            "author",
            "\x00",
            "'\"<>&",
        ]
    ),
)
ATTRIBUTES = st.sampled_from(
    "id class href src itemprop itemscope datetime content name property rel lang hidden style rowspan colspan start".split()
)
WORDS = st.one_of(
    st.just(SENTENCE),
    st.text(max_size=20),
    st.sampled_from(
        [
            "[[a]]",
            "---",
            "\n---\n",
            "# a",
            "&amp;",
            "&#0;",
            "<!--",
            "-->",
            "]]>",
            "16 June 2021",
            "By Jane Doe",
            "404 Not Found",
        ]
    ),
)
OPEN = st.builds(
    lambda tag, pairs: f"<{tag}{''.join(f' {n}={v!r}' for n, v in pairs)}>",
    TAGS,
    st.lists(st.tuples(ATTRIBUTES, VALUES), max_size=3),
)
CLOSE = TAGS.map("</{}>".format)
META = st.builds(
    lambda n, v: f"<meta {n} content='{v}'>",
    st.sampled_from(
        [
            "name=author",
            "name=date",
            "property=og:title",
            "property=og:url",
            "property=og:site_name",
            "charset=x",
        ]
    ),
    VALUES,
)
JSON_VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), VALUES),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                "@type @id @graph headline name author publisher datePublished url mainEntityOfPage inLanguage".split()
            ),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=8,
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    import json

    parts = draw(st.lists(st.one_of(OPEN, CLOSE, WORDS, META), max_size=30))
    data = draw(st.one_of(st.none(), JSON_VALUES))
    return f"<html><title>T</title><script type='application/ld+json'>{json.dumps(data)}</script>" + "".join(
        parts
    )


def check(data: bytes, name: str) -> None:
    try:
        page = import_page(Original(name, data), NOW)
    except ImportRefusedError as error:
        assert "\n" not in str(error)  # noqa: PT017 - most inputs raise nothing
        return
    source = parse_source(page.text, "a.md")
    assert isinstance(source, Source)
    assert source.body.strip("\n") == page.body.strip("\n")
    fields, findings = VALIDATOR.validate(source.front_matter, SCHEMA["article"])
    assert {finding.code for finding in findings} <= {"missing-field"}
    assert fields.text("title") == page.fields.get("title", "")
    assert page.id == "" or read_id(page.id)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(pages())
def test_pages(markup: str) -> None:
    check(markup.encode("utf-8", "surrogatepass"), "a.html")


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.html", "a.txt", "a.mhtml", "a"]))
def test_bytes(data: bytes, name: str) -> None:
    check(data, name)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from([case for case in ACCEPTED if len(case.data) < 5000]), st.data())
def test_damaged_pages(case: object, data: st.DataObject) -> None:
    whole = getattr(case, "data")  # noqa: B009
    start = data.draw(st.integers(0, len(whole)))
    check(
        whole[:start] + data.draw(st.binary(max_size=8)) + whole[start + data.draw(st.integers(0, 40)) :],
        "a.html",
    )


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_tables_and_lists(data: bytes) -> None:
    from pathlib import Path

    nowhere = Path("/nonexistent")
    for read in (
        lambda: read_entities(Original("a.csv", b"title,born\n" + data), "csv", "person", SCHEMA, nowhere),
        lambda: read_entities(
            Original("a.jsonl", b'{"title": "A"}\n' + data), "jsonl", "person", SCHEMA, nowhere
        ),
        lambda: read_sources(Original("a.json", data), nowhere),
    ):
        try:
            read()
        except ImportRefusedError as error:
            assert "\n" not in str(error)  # noqa: PT017 - most inputs raise nothing


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=100))
def test_what_is_made_of_words(text: str) -> None:
    made = slug(text)
    assert made == "" or (read_id(made) == made and len(made) <= 80)
    assert "\n" not in clean(text)
    assert all(len(moment.day) in (7, 10) for moment in find_moments(text))
    assert page_address(text) == "" or page_address(text).startswith("http")
