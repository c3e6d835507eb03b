"""What holds on every page of the built dossier: links, anchors, no orphans, no other hosts."""

from __future__ import annotations

import posixpath
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup
from small_dossier import cards_of_links

_ADDRESSES = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("source", "src"))


def _addresses(page: BeautifulSoup) -> list[str]:
    return [str(tag[key]) for name, key in _ADDRESSES for tag in page.find_all(name) if tag.get(key)]


def test_every_link_anchor_and_asset_is_there(built_site: Path, pages: dict[str, BeautifulSoup]) -> None:
    ids = {path: {str(tag["id"]) for tag in page.find_all(id=True)} for path, page in pages.items()}
    broken = [
        (path, address)
        for path, page in pages.items()
        if path != "404.html"  # Served for any address, so the theme's links there are absolute.
        for address in _addresses(page)
        if not _leads_somewhere(built_site, ids, path, address)
    ]
    assert broken == []


def _leads_somewhere(site: Path, ids: dict[str, set[str]], path: str, address: str) -> bool:
    """Whether an address on a page leads outside, or to a file of the site and an anchor that it has."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return True
    target = _target(site, path, address)
    if target.startswith("..") or not (site / target).is_file():
        return False
    return not parts.fragment or target not in ids or unquote(parts.fragment) in ids[target]


def _target(site: Path, path: str, address: str) -> str:
    """The file of the site that a relative address on a page means, "" for one of another site."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return ""
    if not parts.path:
        return path
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    return posixpath.normpath(posixpath.join(target, "index.html")) if (site / target).is_dir() else target


def test_a_link_is_marked_where_it_has_a_card_and_nowhere_else(
    built_site: Path, pages: dict[str, BeautifulSoup]
) -> None:
    found = Counter()
    for path, page in pages.items():
        for link, card in cards_of_links(page):
            is_there = card != "" and (built_site / "assets/dossier/cards" / card).is_file()
            assert link.has_attr("data-card") == is_there, (path, link)
            found[link["class"][0], is_there] += 1
    assert found["dossier-link", True] > 5_000
    assert found["dossier-date", True] > 1_000
    assert found["dossier-date", False] > 100


def test_every_page_can_be_come_to(built_site: Path, pages: dict[str, BeautifulSoup]) -> None:
    """From the home page, by links alone."""
    reached, ahead = {"index.html"}, ["index.html"]
    while ahead:
        path = ahead.pop()
        for link in pages[path].select("a[href]"):
            target = _target(built_site, path, str(link["href"]))
            if target in pages and target not in reached:
                reached.add(target)
                ahead.append(target)
    assert pages.keys() - reached - {"404.html"} == set()


def test_nothing_is_loaded_from_another_host(pages: dict[str, BeautifulSoup]) -> None:
    loaded = [
        (path, str(tag[key]))
        for path, page in pages.items()
        for name, key in _ADDRESSES[1:]
        for tag in page.find_all(name)
        if tag.get(key) and urlsplit(str(tag[key])).netloc and tag.get("rel") != ["canonical"]
    ]
    assert loaded == []


def test_links_in_prose_hold_the_contract(pages: dict[str, BeautifulSoup]) -> None:
    page = pages["articles/video-call-of-7-december-2021/index.html"]
    links = {
        str(link["data-id"]): link for link in page.select("a.dossier-link") if link.parent.name == "span"
    }
    expected = {
        "vladimir-putin": "person",
        "joe-biden": "person",
        "kremlin": "organisation",
        "white-house": "organisation",
        "nato": "organisation",
        "ukraine": "place",
        "minsk-agreements": "agreement",
        "geneva-summit-2021": "event",
    }
    for identifier, kind in expected.items():
        link = links[identifier]
        assert link["data-type"] == kind
        assert str(link["href"]).endswith(f"/{identifier}/")
    dates = {str(time["data-edtf"]) for time in page.select("a.dossier-date > time")}
    assert {"2021-06", "2015", "2022-01-30", "2022-01-31"} <= dates


def test_the_dossier_holds_what_it_promises(pages: dict[str, BeautifulSoup]) -> None:
    counted = Counter(path.split("/")[0] for path in pages if path.count("/") >= 2)
    assert counted["articles"] >= 15
    assert counted["people"] >= 30
    assert counted["agreements"] >= 15
    assert counted["events"] >= 15
