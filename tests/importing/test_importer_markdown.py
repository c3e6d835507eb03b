"""Markdown files of other programs: what they say has a field here or a free key, and the text stays as it is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dossier.content.schema import Validator, load_schema
from dossier.content.source import Source, parse_source
from dossier.importing import Original
from dossier.importing.article import Imported, import_page
from dossier.model.errors import ImportRefusedError

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
BODY = (
    "Text with *emphasis*, `code`, [a link](https://www.example.org/) and a note.[^1]\n\n| a | b |\n| --- | --- |\n"
    "| 1 | 2 |\n\n<div>raw</div>\n\n[^1]: The note.\n"
)


def imported(text: str, name: str = "a.md") -> Imported:
    return import_page(Original(name, text.encode()), NOW)


def test_the_text_stays_as_it_is() -> None:
    page = imported(f"---\ntitle: Talks\n---\n{BODY}")
    assert page.body == BODY.strip("\n")
    source = parse_source(page.text, "a.md")
    assert isinstance(source, Source)
    assert source.body.strip("\n") == BODY.strip("\n")


@pytest.mark.parametrize(
    ("front_matter", "field", "value"),
    [
        ("title: 'Talks: the second day'", "title", "Talks: the second day"),
        ("date: 2021-06-16", "date", "2021-06-16"),
        ("pubDate: 2021-06-16T10:00:00+02:00", "date", "2021-06-16"),
        ("publish_date: 16 June 2021", "date", "2021-06-16"),
        ("lastmod: 2021-07-01", "updated", "2021-07-01"),
        ("author: Jane Roe", "authors", ["Jane Roe"]),
        ("authors: [Jane Roe, John Doe]", "authors", ["Jane Roe", "John Doe"]),
        ("authors: [{name: Jane Roe}]", "authors", ["Jane Roe"]),
        ("lang: en-GB", "language", "en-GB"),
        ("canonical_url: https://www.example.org/a/", "url", "https://www.example.org/a/"),
        ("source: https://www.example.org/a/", "url", "https://www.example.org/a/"),
        ("excerpt: In short", "summary", "In short"),
        ("tags: [talks, gas]", "tags", ["talks", "gas"]),
        ("draft: true", "status", "draft"),
        ("layout: post", "x_layout", "post"),
        ("source: Reed Agency", "x_source", "Reed Agency"),
        ("x_desk: foreign", "x_desk", "foreign"),
        ("Web-Site Map: 7", "x_web_site_map", "7"),
        ("params: {a: [1]}", "x_params", '{"a": ["1"]}'),
    ],
)
def test_what_front_matter_says_is_kept(front_matter: str, field: str, value: object) -> None:
    fields = imported(f"---\n{front_matter}\n---\n# Talks\n\n{BODY}").fields
    assert fields[field] == value


def test_what_has_no_field_is_said_and_valid() -> None:
    page = imported(f"---\ntitle: Talks\ndate: 2021-06-16\nlayout: post\nparams: {{a: 1}}\n---\n{BODY}")
    assert [str(remark) for remark in page.remarks if not remark.is_missing] == [
        "kept: x_layout: an article has no field “layout”", "kept: x_params: an article has no field “params”",
    ]  # fmt: skip
    source = parse_source(page.text, "a.md")
    assert isinstance(source, Source)
    _, findings = Validator().validate(source.front_matter, load_schema()["article"])
    assert findings == []


@pytest.mark.parametrize(
    "text",
    [
        "# Talks\n\nText.",
        "# Talks #\n\nText.",
        "\nTalks\n=====\n\nText.",
        "---\ntitle: talks\n---\n# Talks\n\nText.",
    ],
)
def test_the_first_heading_is_the_title_and_stands_once(text: str) -> None:
    page = imported(text)
    assert str(page.fields["title"]).lower() == "talks"
    assert page.body == "Text."


def test_another_heading_stays() -> None:
    page = imported("---\ntitle: Talks\n---\n# The second day\n\nText.")
    assert page.body == "# The second day\n\nText."


def test_a_date_that_stands_alone_at_the_head_is_that_of_the_text() -> None:
    page = imported("# Talks\n\n*Published on 16 June 2021*\n\nText of 3 May 2019.")
    assert page.fields["date"] == "2021-06-16"
    assert "*Published on 16 June 2021*" in page.body


def test_toml_is_read() -> None:
    page = imported('+++\ntitle = "Talks"\ndate = 2021-06-16T10:00:00Z\nauthors = ["Jane Roe"]\n+++\n\nText.')
    assert [page.fields[name] for name in ("title", "date", "authors")] == [
        "Talks",
        "2021-06-16",
        ["Jane Roe"],
    ]
    assert page.body == "Text."


@pytest.mark.parametrize(
    "text",
    ["---\ntitle: [\n---\nText.", "---\ntitle: x\n", "+++\nx\n+++\nText.", "---\ntitle: x\n---\n"],
)
def test_what_cannot_be_read_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(ImportRefusedError, match=r"a\.md") as refused:
        imported(text)
    assert "\n" not in str(refused.value)
