"""Tests of what other programs read in the built dossier: feeds, citations, the cards of other sites."""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
import rispy
from bs4 import BeautifulSoup
from pybtex.database import parse_string

ATOM = "{http://www.w3.org/2005/Atom}"
ARTICLE = re.compile(r"articles/[^/]+/index\.html")
FEEDS = 'head link[type="application/atom+xml"]'
Pages = dict[str, BeautifulSoup]


def meta(page: BeautifulSoup, name: str) -> str:
    """What a page says of itself under a name, "" if nothing."""
    tag = page.select_one(f'meta[property="{name}"], meta[name="{name}"]')
    return str(tag["content"]) if tag else ""


def beside(path: str, address: str) -> str:
    """The path in the site of what a page's relative address means."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address))


def test_every_page_names_the_feed_of_the_site(pages: Pages) -> None:
    for path, page in pages.items():
        if path != "404.html":
            assert "feed.xml" in [beside(path, str(link["href"])) for link in page.select(FEEDS)], path


def test_the_feeds_that_pages_name_are_atom(built_site: Path, pages: Pages) -> None:
    named = {beside(path, str(link["href"])) for path, page in pages.items() for link in page.select(FEEDS)}
    assert "people/ada-berg/feed.xml" in named
    assert named == {file.relative_to(built_site).as_posix() for file in built_site.rglob("feed.xml")}
    for name in sorted(named):
        root = ElementTree.fromstring((built_site / name).read_bytes())
        assert root.tag == f"{ATOM}feed"
        for part in ("id", "title", "updated"):
            assert root.findtext(f"{ATOM}{part}"), (name, part)
        assert root.findall(f"{ATOM}entry"), name
        for entry in root.findall(f"{ATOM}entry"):
            assert entry.findtext(f"{ATOM}title"), name


def test_the_feed_of_the_site_has_the_articles(built_site: Path, pages: Pages) -> None:
    read = feedparser.parse((built_site / "feed.xml").read_bytes())
    assert not read.bozo
    titles = {str(page.h1.get_text()) for path, page in pages.items() if ARTICLE.fullmatch(path) and page.h1}
    assert {entry.title for entry in read.entries} <= titles
    assert len(read.entries) == len(titles)


def test_every_article_can_be_cited(built_site: Path, pages: Pages) -> None:
    for path in filter(ARTICLE.fullmatch, pages):
        folder = (built_site / path).parent
        page = pages[path]
        assert page.h1
        title = page.h1.get_text()
        files = {str(link["href"]) for link in page.select("a[download]")}
        assert files == {"cite.bib", "cite.ris", "cite.json"}, path
        [csl] = json.loads((folder / "cite.json").read_text(encoding="utf-8"))
        assert csl["title"] == title
        [ris] = rispy.loads((folder / "cite.ris").read_text(encoding="utf-8"))
        assert title in (ris.get("title"), ris.get("primary_title"))
        [bibtex] = parse_string((folder / "cite.bib").read_text(encoding="utf-8"), "bibtex").entries.values()
        assert bibtex.fields["title"]


def test_every_page_has_a_card_for_other_sites(pages: Pages) -> None:
    for path, page in pages.items():
        if path == "404.html":
            continue
        assert page.h1
        assert meta(page, "og:title") == page.h1.get_text(), path
        assert meta(page, "og:site_name"), path
        assert meta(page, "og:type") == ("article" if ARTICLE.fullmatch(path) else "website"), path
        assert meta(page, "twitter:card") == "summary", path
        assert meta(page, "description") == meta(page, "og:description") != "", path
        published = page.select_one(".dossier-byline time") if ARTICLE.fullmatch(path) else None
        if published is not None:
            assert meta(page, "article:published_time") == published["datetime"], path


@pytest.mark.parametrize(("path", "language"), [("people/ada-berg", "uk"), ("people/ada-berg", "ru")])
def test_names_in_other_languages_say_which(pages: Pages, path: str, language: str) -> None:
    names = pages[f"{path}/index.html"].select(f'.dossier-facts [lang="{language}"]')
    assert names
    assert all(re.search("[А-яІі]", name.get_text()) for name in names)


def test_words_in_other_scripts_are_marked_on_every_page(pages: Pages) -> None:
    unmarked = {
        (path, text.strip())
        for path, page in pages.items()
        for text in page.find_all(string=re.compile("[\u0400-\u04ff\u0590-\u06ff]"))
        if text.find_parent("main") and text.find_parent(lang=True).name == "html"
        and not text.find_parent(["script", "cite"])
    }  # fmt: skip
    assert unmarked == set()
