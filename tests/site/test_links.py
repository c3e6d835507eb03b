"""Tests of links in the built dossier: they lead somewhere, keep their form, and have cards as stated."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup
from page_faults import broken_links, count_of_cards, unreached


def test_every_link_anchor_and_asset_is_there(built_site: Path, pages: dict[str, BeautifulSoup]) -> None:
    assert broken_links(built_site, pages) == []


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("", encoding="utf-8")
    html = '<a href="gone/">x</a><a href="#gone">x</a><a href="./#here">x</a><i id="here"></i><img src="../a.png">'
    broken = broken_links(tmp_path, {"index.html": BeautifulSoup(html, "html.parser")})
    assert broken == [("index.html", "gone/"), ("index.html", "#gone"), ("index.html", "../a.png")]


def test_a_link_is_marked_where_it_has_a_card_and_nowhere_else(
    built_site: Path, pages: dict[str, BeautifulSoup]
) -> None:
    found = count_of_cards(built_site, pages)
    assert found["dossier-link", True] > 1_000
    assert found["dossier-date", True] > 100
    assert found["dossier-date", False] > 1


def test_every_page_can_be_come_to(built_site: Path, pages: dict[str, BeautifulSoup]) -> None:
    """From the home page, by links alone."""
    assert unreached(built_site, pages) == set()


def test_links_in_prose_hold_the_contract(pages: dict[str, BeautifulSoup]) -> None:
    page = pages["articles/call-of-7-december-2021/index.html"]
    links = {
        str(link["data-id"]): link for link in page.select("a.dossier-link") if link.parent.name == "span"
    }
    expected = {
        "ada-berg": "person",
        "carl-dahl": "person",
        "president-of-sudmark": "position",
        "lake-commission": "organisation",
        "council-of-coasts": "organisation",
        "east-bank": "place",
        "lake-accords": "agreement",
        "aldamouth-summit": "event",
    }
    for identifier, kind in expected.items():
        link = links[identifier]
        assert link["data-type"] == kind
        assert str(link["href"]).endswith(f"/{identifier}/")
    dates = {str(time["data-edtf"]) for time in page.select("a.dossier-date > time")}
    assert {"2021-06", "2015", "2022-01-30", "2022-01-31", "2021-12-07"} <= dates
