"""What a reader has to download: a first visit, our own styles and scripts, our HTML, a card."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from page_kinds import KINDS, html_file
from playwright.sync_api import Browser, Request
from site_server import packed
from site_visits import OpenVisit, Visit

KB = 1024
OURS = ("assets/dossier/", "assets/site.css", "pagefind/")


@pytest.mark.browser
def test_a_first_visit_of_an_article_is_light(
    browser: Browser, site_url: str, pages: dict[str, BeautifulSoup]
) -> None:
    articles = [path for path in pages if re.fullmatch(r"articles/[^/]+/index\.html", path)]
    assert len(articles) >= 15
    for path in articles:
        # A context of its own: nothing is in its cache.
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        visit = Visit(context.new_page(), site_url)
        finished: list[Request] = []
        visit.page.on("requestfinished", lambda request, done=finished: done.append(request))
        visit.open(path.removesuffix("index.html"))
        visit.page.wait_for_load_state("networkidle")
        sizes = [request.sizes() for request in finished if request.url.startswith("http")]
        cookies = context.cookies()
        context.close()
        assert visit.troubles == []
        assert cookies == []
        assert len(sizes) <= 12, path
        assert sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes) <= 70 * KB, path


@pytest.mark.parametrize("kind", KINDS)
def test_our_own_styles_and_scripts_are_small(built_site: Path, kinds: dict[str, str], kind: str) -> None:
    files = loaded_files(built_site, kinds[kind])
    ours = {name: len(packed((built_site / name).read_bytes())) for name in files if name.startswith(OURS)}
    assert ours or kind == "missing"
    assert sum(ours.values()) <= 12 * KB, ours


def loaded_files(site: Path, path: str) -> list[str]:
    """The style sheets and scripts that a page of the site names, by their paths in the site."""
    page = BeautifulSoup(html_file(site, path).read_text(encoding="utf-8"), "html.parser")
    named = [tag["href"] for tag in page.select("link[rel~=stylesheet]")]
    named += [tag["src"] for tag in page.select("script[src]")]
    return [urlsplit(urljoin(f"https://host/{path}", str(address))).path[1:] for address in named]


def test_html_is_little_more_than_the_text(built_site: Path, pages: dict[str, BeautifulSoup]) -> None:
    over = {}
    for path, page in pages.items():
        html = (built_site / path).read_bytes()
        beyond = len(packed(html)) - len(packed(visible_text(page).encode()))
        if beyond > 8 * KB:
            over[path] = beyond
    assert over == {}


def visible_text(page: BeautifulSoup) -> str:
    """The words of a page's body that are read, white space made one."""
    body = page.body
    assert body is not None
    unread = {"script", "style", "template"}
    words = (text for text in body.find_all(string=True) if text.parent and text.parent.name not in unread)
    return " ".join(" ".join(words).split())


def test_a_card_is_a_small_file(built_site: Path) -> None:
    cards = list((built_site / "assets" / "dossier" / "cards").rglob("*.json"))
    assert len(cards) > 100
    assert [card.name for card in cards if card.stat().st_size >= 10_000] == []


@pytest.mark.browser
def test_a_card_is_fetched_when_it_is_wanted_and_once(look: OpenVisit, kinds: dict[str, str]) -> None:
    visit = look(kinds["article"], viewport={"width": 1280, "height": 900})
    fetched: list[str] = []
    visit.page.on("request", lambda request: fetched.append(request.url))
    link = visit.page.locator(".dossier-text .dossier-link").first
    for _ in range(2):
        link.hover()
        visit.page.locator(".dossier-card").wait_for()
        visit.page.keyboard.press("Escape")
        visit.page.mouse.move(0, 0)
    assert len([url for url in fetched if "/assets/dossier/cards/" in url]) == 1
