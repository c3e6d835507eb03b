"""What holds on every page of the built dossier: links, anchors, ids, titles, hosts."""

from __future__ import annotations

import posixpath
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

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
    target = path
    if parts.path:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
        if (site / target).is_dir():
            target = posixpath.normpath(posixpath.join(target, "index.html"))
    if target.startswith("..") or not (site / target).is_file():
        return False
    return not parts.fragment or target not in ids or unquote(parts.fragment) in ids[target]


def test_no_page_has_an_id_twice(pages: dict[str, BeautifulSoup]) -> None:
    twice = {}
    for path, page in pages.items():
        counted = Counter(str(tag["id"]) for tag in page.find_all(id=True))
        repeated = [name for name, count in counted.items() if count > 1]
        if repeated:
            twice[path] = repeated
    assert twice == {}


def test_nothing_is_loaded_from_another_host(pages: dict[str, BeautifulSoup]) -> None:
    loaded = [
        (path, str(tag[key]))
        for path, page in pages.items()
        for name, key in _ADDRESSES[1:]
        for tag in page.find_all(name)
        if tag.get(key) and urlsplit(str(tag[key])).netloc and tag.get("rel") != ["canonical"]
    ]
    assert loaded == []


def test_every_page_has_one_heading_a_title_and_a_language(pages: dict[str, BeautifulSoup]) -> None:
    for path, page in pages.items():
        assert len(page.find_all("h1")) == 1, path
        assert page.title is not None, path
        assert page.title.get_text(strip=True), path
        assert isinstance(page.html, Tag), path
        assert page.html.get("lang") == "en", path


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
