"""Weigh what a reader has to download: a page's own HTML, its styles and scripts, a first visit."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from page_kinds import html_file
from playwright.sync_api import Browser, Request
from site_server import packed
from site_visits import Visit

KB = 1024
OURS = ("assets/dossier/", "assets/site.css", "pagefind/")


def loaded_files(file: Path, path: str) -> list[str]:
    """The style sheets and scripts that a page of a site names, by their paths in the site."""
    page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
    named = [tag["href"] for tag in page.select("link[rel~=stylesheet]")]
    named += [tag["src"] for tag in page.select("script[src]")]
    return [urlsplit(urljoin(f"https://host/{path}", str(address))).path[1:] for address in named]


def beyond_the_text(html: bytes, page: BeautifulSoup) -> int:
    """By how many bytes a packed page is more than the words of its body that are read, packed."""
    body = page.body
    assert body is not None
    unread = {"script", "style", "template"}
    words = (text for text in body.find_all(string=True) if text.parent and text.parent.name not in unread)
    return len(packed(html)) - len(packed(" ".join(" ".join(words).split()).encode()))


def first_visit(browser: Browser, site_url: str, path: str) -> list[int]:
    """The bytes of each answer that a browser with nothing in its cache gets for a page."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    visit = Visit(context.new_page(), site_url)
    finished: list[Request] = []
    visit.page.on("requestfinished", lambda request: finished.append(request))
    visit.open(path)
    visit.page.wait_for_load_state("networkidle")
    sizes = [request.sizes() for request in finished if request.url.startswith("http")]
    cookies = context.cookies()
    context.close()
    assert visit.troubles == []
    assert cookies == []
    return [size["responseBodySize"] + size["responseHeadersSize"] for size in sizes]


def own_files(site: Path, path: str) -> dict[str, int]:
    """The bytes, packed, of each style sheet and script of ours that a page of a site names."""
    files = loaded_files(html_file(site, path), path)
    return {name: len(packed((site / name).read_bytes())) for name in files if name.startswith(OURS)}


def heavy_html(site: Path, pages: Mapping[str, BeautifulSoup]) -> dict[str, int]:
    """The pages that have over 8 KB beyond the words that are read, packed, and how much they have."""
    over = {path: beyond_the_text((site / path).read_bytes(), page) for path, page in pages.items()}
    return {path: beyond for path, beyond in over.items() if beyond > 8 * KB}


def heavy_cards(site: Path) -> list[str]:
    """The cards of 10,000 bytes or more. Fails where there are hardly any cards."""
    cards = list((site / "assets" / "dossier" / "cards").rglob("*.json"))
    assert len(cards) > 100
    return [card.name for card in cards if card.stat().st_size >= 10_000]
