"""Atom feeds, and all files that a dossier exports."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from uuid import UUID

import feedparser
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

import dossier.render.export
from dossier.content.loading import load_registry
from dossier.content.schema import load_schema
from dossier.index import backlinks
from dossier.linking import LinkedDocument, Placed
from dossier.model.mentions import EntityId, Mention
from dossier.model.registry import Item, Registry
from dossier.render.export import ExportFile, Site, entity_feed, export_files, site_feed

WriteFiles = Callable[[str], Path]
EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
QUICK = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00")
DOSSIER = """
-- people/jane-doe.md --
---
title: Jane Doe
---
-- people/nobody.md --
---
title: Nobody
---
-- places/minsk.md --
---
title: Minsk
---
-- articles/early.md --
---
title: Early & <b>bold</b>
date: 2014-09-05
updated: 2015-02-12
authors: [Ann Roe, Eve Poe]
publisher: The Daily
summary: What they said.
people: [jane-doe]
---
Early body.
-- articles/2021/late.md --
---
title: Late
date: 2021-12-08
publisher: The Daily
publish: metadata
summary: {en: In English., uk: Українською.}
---
Secret body of Jane Doe.
-- articles/month.md --
---
title: Month
date: 2016-03
publish: excerpt
---
Shown paragraph.

Secret paragraph.
"""


@pytest.fixture
def registry(write_files: WriteFiles) -> Registry:
    registry, findings = load_registry(write_files(DOSSIER), load_schema())
    assert findings == []
    return registry


def in_folders(path: str) -> str:
    return path.removesuffix(".md") + "/"


def as_files(path: str) -> str:
    return path.removesuffix(".md") + ".html"


UNKNOWN = Site("A dossier", "", in_folders)
KNOWN = Site("A dossier", "https://example.org/d/", in_folders)


def articles(registry: Registry) -> list[Item]:
    return [item for item in registry.items.values() if item.type.type == "article"]


def links(registry: Registry) -> Any:
    """Backlinks of a dossier whose late article speaks of Minsk."""
    documents = []
    for article in articles(registry):
        mentions = ()
        if article.id == "late":
            mentions = (Placed(Mention(0, 5, EntityId("minsk"), "test"), "mention-1"),)
        documents.append(LinkedDocument(article.id, "Minsk.", mentions, (), ()))
    return backlinks(registry, documents)


def check_atom(text: str) -> Any:
    """Hold a feed to what RFC 4287 demands, and give what an independent reader reads in it."""
    feed = etree.fromstring(text.encode())
    assert feed.tag == f"{ATOM}feed"
    for part in [feed, *feed.findall(f"{ATOM}entry")]:
        for once in ("id", "title", "updated"):
            assert len(part.findall(ATOM + once)) == 1
        assert len(part.findall(f"{ATOM}published")) <= 1
        alternates = [
            link for link in part.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"
        ]
        assert len(alternates) == 1
    for moment in [*feed.iter(f"{ATOM}updated"), *feed.iter(f"{ATOM}published")]:
        assert MOMENT.fullmatch(moment.text or "")
    assert feed.findall(f"{ATOM}author/{ATOM}name")
    identifiers = [one.text for one in feed.iter(f"{ATOM}id")]
    assert len(set(identifiers)) == len(identifiers)
    assert feed.find(f"{ATOM}updated").text == max(
        one.text for one in feed.findall(f"{ATOM}entry/{ATOM}updated")
    )
    read = feedparser.parse(text.encode())
    assert not read.bozo
    assert read.version == "atom10"
    return read


def test_the_feed_of_a_dossier(registry: Registry) -> None:
    read = check_atom(site_feed(KNOWN, articles(registry)))
    assert (read.feed.id, read.feed.title, read.feed.updated) == (
        "https://example.org/d/",
        "A dossier",
        "2021-12-08T00:00:00+00:00",
    )
    assert [(link.rel, link.href) for link in read.feed.links] == [
        ("alternate", "https://example.org/d/"),
        ("self", "https://example.org/d/feed.xml"),
    ]
    assert [(e.id, e.title, e.link) for e in read.entries] == [
        ("https://example.org/d/articles/2021/late/", "Late", "https://example.org/d/articles/2021/late/"),
        ("https://example.org/d/articles/month/", "Month", "https://example.org/d/articles/month/"),
        (
            "https://example.org/d/articles/early/",
            "Early & <b>bold</b>",
            "https://example.org/d/articles/early/",
        ),
    ]


def test_an_entry_says_what_the_page_says(registry: Registry) -> None:
    late, month, early = check_atom(site_feed(KNOWN, articles(registry))).entries
    assert [author.name for author in early.authors] == ["Ann Roe", "Eve Poe"]
    assert (early.published, early.updated) == ("2014-09-05T00:00:00+00:00", "2015-02-12T00:00:00+00:00")
    assert early.summary == "What they said."
    assert [author.name for author in late.authors] == ["The Daily"]
    assert late.summary == "In English."
    assert "summary" not in month


def test_a_month_is_not_told_as_its_first_day(registry: Registry) -> None:
    month = check_atom(site_feed(KNOWN, articles(registry))).entries[1]
    assert "published" not in month
    assert month.updated == "2016-03-01T00:00:00+00:00"


@pytest.mark.parametrize("url", ["", "https://example.org/d/"])
def test_a_feed_never_holds_a_body(registry: Registry, url: str) -> None:
    site = dataclasses.replace(KNOWN, url=url)
    files = list(export_files(registry, links(registry), site))
    assert len(files) == 12
    for file in files:
        assert not re.search("body|paragraph", file.content), file.path


def test_a_site_without_an_address_has_relative_links_and_made_ids(registry: Registry) -> None:
    feed = entity_feed(UNKNOWN, registry["jane-doe"], articles(registry))
    read = check_atom(feed)
    assert read.feed.title == "Jane Doe – A dossier"
    raw = re.findall(r'href="([^"]*)"', feed)
    assert raw == [
        "../../people/jane-doe/",
        "../../people/jane-doe/feed.xml",
        *[f"../../articles/{name}/" for name in ("2021/late", "month", "early")],
    ]
    base = "file:///site/people/jane-doe/feed.xml"
    assert urljoin(base, raw[2]) == "file:///site/articles/2021/late/"
    assert all(UUID(one.id).version == 5 for one in [read.feed, *read.entries])
    assert read.entries == check_atom(entity_feed(UNKNOWN, registry["jane-doe"], articles(registry))).entries


def test_a_page_has_one_id_in_all_feeds(registry: Registry) -> None:
    whole = check_atom(site_feed(UNKNOWN, articles(registry)))
    person = check_atom(entity_feed(UNKNOWN, registry["jane-doe"], articles(registry)))
    assert [e.id for e in whole.entries] == [e.id for e in person.entries]
    assert whole.feed.id != person.feed.id


def variants(article: Item, dates: list[str]) -> list[Item]:
    """An article as many times as there are dates, each with an id and a file of its own."""
    found = []
    for number, date in enumerate(dates):
        (statement,) = article.fields["date"]
        fields = type(article.fields)({"date": (dataclasses.replace(statement, value=date),)})
        name = f"a{number:03d}"
        found.append(
            dataclasses.replace(
                article, id=EntityId(name), path=f"articles/{name}.md", title=name, fields=fields
            )
        )
    return found


def test_a_feed_has_thirty_entries_and_the_latest_first(registry: Registry) -> None:
    many = variants(registry["month"], [f"{2000 + number}" for number in range(40)])
    read = check_atom(site_feed(KNOWN, many))
    assert [entry.title for entry in read.entries] == [f"a{number:03d}" for number in range(39, 9, -1)]
    assert site_feed(KNOWN, many) == site_feed(KNOWN, reversed(many))


@pytest.mark.parametrize(
    ("date", "updated", "published"),
    [
        ("2014-09-05~", "2014-09-05", False),
        ("2014-09-05T10:00:00Z", "2014-09-05", True),
        ("2014", "2014-01-01", False),
        ("2014-09/2015-02", "2014-09-01", False),
        ("../2014-09-05", "2014-09-05", False),
        ("-0043", "0001-01-01", False),
        ("Y12345", "9999-12-31", False),
    ],
)
def test_any_date_gives_a_moment(registry: Registry, date: str, updated: str, published: bool) -> None:
    (entry,) = check_atom(site_feed(KNOWN, variants(registry["month"], [date]))).entries
    assert entry.updated == f"{updated}T00:00:00+00:00"
    assert ("published" in entry) == published


def test_a_feed_without_articles_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        site_feed(KNOWN, [])


ARTICLE = load_registry(EXAMPLES, load_schema())[0].of_type("article")[0]


@QUICK
@given(st.text(min_size=1))
def test_a_feed_is_well_formed_whatever_a_title_holds(title: str) -> None:
    article = dataclasses.replace(ARTICLE, title=title)
    feed = site_feed(Site(title, "", in_folders), [article])
    found = etree.fromstring(feed.encode()).findtext(f"{ATOM}entry/{ATOM}title")
    allowed = re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", title)
    assert found == allowed


@pytest.mark.parametrize("address", [in_folders, as_files])
def test_all_files_of_a_dossier(registry: Registry, address: Callable[[str], str]) -> None:
    files = {
        file.path: file.content for file in export_files(registry, links(registry), Site("D", "", address))
    }
    names = {
        in_folders: ("{}/feed.xml", "{}/cite.{}"),
        as_files: ("{}.xml", "{}.{}"),
    }[address]
    pages = [f"articles/{name}" for name in ("2021/late", "early", "month")]
    assert set(files) == {
        "feed.xml",
        names[0].format("people/jane-doe"),
        names[0].format("places/minsk"),
        *[names[1].format(page, ending) for page in pages for ending in ("bib", "ris", "json")],
    }


def test_each_file_holds_what_its_name_says(registry: Registry) -> None:
    files = {file.path: file.content for file in export_files(registry, links(registry), KNOWN)}
    assert [e.title for e in check_atom(files["places/minsk/feed.xml"]).entries] == ["Late"]
    assert files["articles/early/cite.bib"].startswith(
        "@misc{early,\n  author = {{Ann Roe} and {Eve Poe}},\n"
    )
    assert files["articles/early/cite.ris"].startswith("TY  - ELEC\r\nID  - early\r\n")
    (item,) = json.loads(files["articles/early/cite.json"])
    assert item["URL"] == "https://example.org/d/articles/early/"
    assert item["container-title"] == "A dossier"


def test_files_have_the_names_that_addresses_stand_for(registry: Registry) -> None:
    site = Site("D", "", lambda path: f"caf%C3%A9/{path.removesuffix('.md')}/")
    paths = [file.path for file in export_files(registry, links(registry), site)]
    assert "café/articles/early/cite.bib" in paths


def test_a_dossier_without_articles_exports_nothing(write_files: WriteFiles) -> None:
    registry, _ = load_registry(write_files("-- people/a.md --\n---\ntitle: A\n---\n"), load_schema())
    assert list(export_files(registry, {}, KNOWN)) == []


def test_the_same_dossier_gives_the_same_files(registry: Registry) -> None:
    first, second = (list(export_files(registry, links(registry), UNKNOWN)) for _ in range(2))
    assert first == second
    assert all(isinstance(file, ExportFile) for file in first)


def test_the_facade_names_all_that_it_gives() -> None:
    public = {name for name, value in vars(dossier.render.export).items() if not name.startswith("_")}
    modules = {path.stem for path in Path(dossier.render.export.__file__).parent.glob("*.py")}
    assert public - (modules - {"bibtex", "ris"}) == set(dossier.render.export.__all__)
