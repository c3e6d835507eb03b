"""Every built page of the dossier: parsed strictly, complete, light, and with links that lead somewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from page_faults import PAGE_FAULTS, Pages, broken_links, count_of_cards, faults, parse_errors, unreached
from page_kinds import ENTITIES, KINDS, html_file
from page_weights import KB, heavy_cards, heavy_html, own_files


def test_no_kind_of_page_has_a_parse_error(built_site: Path, kinds: dict[str, str]) -> None:
    assert parse_errors(built_site, [html_file(built_site, path) for path in kinds.values()]) == {}


@pytest.mark.slow
def test_no_page_has_a_parse_error(built_site: Path) -> None:
    assert parse_errors(built_site, built_site.rglob("*.html")) == {}


@pytest.mark.parametrize("what", PAGE_FAULTS)
def test_on_no_page(pages: Pages, what: str) -> None:
    assert faults(pages, PAGE_FAULTS[what]) == {}


def test_every_link_anchor_and_asset_is_there(built_site: Path, pages: Pages) -> None:
    assert broken_links(built_site, pages) == []


def test_a_link_is_marked_where_it_has_a_card_and_nowhere_else(built_site: Path, pages: Pages) -> None:
    found = count_of_cards(built_site, pages)
    assert found["dossier-link", True] > len(pages)
    assert found["dossier-date", True] > 0


def test_every_page_can_be_come_to(built_site: Path, pages: Pages) -> None:
    assert unreached(built_site, pages) == set()


def test_every_file_of_the_dossier_has_a_page(dossier: Path, pages: Pages) -> None:
    files = [
        file
        for folder in ("articles", *ENTITIES.values())
        for file in (dossier / "content" / folder).rglob("*.md")
    ]
    assert files
    assert {
        f"{file.relative_to(dossier / 'content').with_suffix('').as_posix()}/index.html" for file in files
    } <= pages.keys()


def test_every_article_is_in_the_feed_and_can_be_cited(built_site: Path, pages: Pages) -> None:
    articles = [path for path in pages if re.fullmatch(r"articles/[^/]+/index\.html", path)]
    feed = BeautifulSoup((built_site / "feed.xml").read_bytes(), "xml")
    assert len(feed.find_all("entry")) == len(articles)
    for path in articles:
        [cited] = json.loads((built_site / path).with_name("cite.json").read_text(encoding="utf-8"))
        assert pages[path].h1
        assert cited["title"] == pages[path].h1.get_text()


@pytest.mark.parametrize("kind", KINDS)
def test_our_own_styles_and_scripts_are_small(built_site: Path, kinds: dict[str, str], kind: str) -> None:
    ours = own_files(built_site, kinds[kind])
    assert ours or kind == "missing"
    assert sum(ours.values()) <= 12 * KB, ours


def test_no_html_and_no_card_is_heavy(built_site: Path, pages: Pages) -> None:
    assert heavy_html(built_site, pages) == {}
    assert heavy_cards(built_site) == []
