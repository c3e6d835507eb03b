"""Pictures, right-to-left text, a plain page, and cards by date, on a small dossier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from northland_dossier import PIXEL, write_dossier
from page_faults import cards_of_links
from page_looks import broken_rules, sideways
from playwright.sync_api import Page, expect
from site_fixtures import mkdocs_build
from site_server import served
from site_visits import Contexts, Visit
from slow_cases import slow

ADDRESS = "https://example.org/north/"
PERSON = "people/ada-berg/"
TOUCH = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
PATHS = ("", "about/", PERSON, "people/carl-dahl/", "articles/arabic/", "timeline/", "explore/", "relations/")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier as it is built for an address of its own."""
    folder = write_dossier(tmp_path_factory.mktemp("published"), site_url=ADDRESS)
    mkdocs_build(folder, folder / "site")
    return folder / "site"


@pytest.fixture(scope="module", params=["ltr", "rtl"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the dossier, written from left to right and from right to left."""
    folder = write_dossier(tmp_path_factory.mktemp("small"), direction=request.param)
    mkdocs_build(folder, folder / "site")
    with served(folder / "site") as address:
        yield address


def soup(site: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup((site / path / "index.html").read_text(encoding="utf-8"), "html.parser")


def test_a_picture_has_its_words_and_its_credit(published: Path) -> None:
    figure = soup(published, PERSON).select_one("figure.dossier-portrait")
    assert figure is not None
    image, caption = figure.img, figure.figcaption
    assert image is not None
    assert caption is not None
    assert image["alt"] == "Ada Berg at a desk"
    assert (published / PERSON / str(image["src"])).resolve().read_bytes() == PIXEL
    assert caption.get_text(strip=True) == "Bo Lens, CC BY 4.0"
    assert caption.a
    assert caption.a["href"] == "https://example.org/ada"


def test_without_a_picture_there_is_a_placeholder(published: Path) -> None:
    page = soup(published, "people/carl-dahl/")
    placeholder = page.select_one(".dossier-portrait")
    assert placeholder is not None
    assert placeholder["aria-hidden"] == "true"
    assert placeholder.get_text(strip=True) == "CD"
    assert page.select("main img") == []


def test_other_sites_get_the_picture_with_its_whole_address(published: Path) -> None:
    page = soup(published, PERSON)
    told = {
        str(tag.get("property") or tag.get("name")): tag["content"]
        for tag in page.select("head meta[content]")
    }
    assert told["og:image"] == f"{ADDRESS}images/ada.png"
    assert told["og:image:alt"] == "Ada Berg at a desk"
    assert told["twitter:card"] == "summary_large_image"
    assert told["og:url"] == f"{ADDRESS}{PERSON}"
    link = page.select_one("link[rel=canonical]")
    assert link is not None
    assert link["href"] == f"{ADDRESS}{PERSON}"


def test_pictures_come_from_the_site_alone(published: Path) -> None:
    for file in published.rglob("*.html"):
        for image in BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser").find_all("img"):
            assert (file.parent / str(image["src"])).resolve().is_relative_to(published.resolve())


def test_text_in_another_language_says_which(published: Path) -> None:
    text = soup(published, "articles/arabic/").select_one(".dossier-text")
    assert text is not None
    assert (text["lang"], text["dir"]) == ("ar", "auto")
    facts = soup(published, PERSON).select_one(".dossier-facts")
    assert facts is not None
    assert [name.get_text() for name in facts.select("[lang=he]")] == ["עדה ברג"]
    assert text.select_one('a[data-id="ada-berg"]') is not None


def test_a_link_is_marked_where_it_has_a_card_and_nowhere_else(published: Path) -> None:
    marked, unmarked = set(), set()
    for file in published.rglob("*.html"):
        for link, card in cards_of_links(BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")):
            is_there = card != "" and (published / "assets/dossier/cards" / card).is_file()
            assert link.has_attr("data-card") == is_there, (file, link)
            (marked if is_there else unmarked).add(card)
    assert {"ada-berg.json", "carl-dahl.json", "dates/2014-06-07.json"} <= marked
    assert {"early.json", "about.json", "dates/2013-05-04.json", "dates/2013-05.json", ""} <= unmarked


# What is tapped and asked for is the same in both directions.
IN_ONE_DIRECTION = pytest.mark.parametrize("url", ["ltr", *slow("rtl")], indirect=True, scope="module")

UNCARDED = "articles/uncarded/"
WITHOUT_CARD = {
    "a day that is only spoken of": ("4 May 2013", "timeline/2013/"),
    "a month that is only spoken of": ("May 2013", "timeline/2013/"),
    "a time without a place of its own": ("the 1790s", "timeline/"),
    "a page": ("About us", "about/"),
    "an article": ("Early", "articles/early/"),
}


@pytest.mark.browser
@IN_ONE_DIRECTION
@pytest.mark.parametrize("what", WITHOUT_CARD)
def test_by_touch_a_link_without_a_card_is_followed_at_once(contexts: Contexts, url: str, what: str) -> None:
    words, path = WITHOUT_CARD[what]
    visit = Visit(contexts.page(**TOUCH), url)
    visit.open(UNCARDED)
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    visit.page.locator(".dossier-text").get_by_role("link", name=words, exact=True).tap()
    visit.page.wait_for_url(f"{url}{path}*", wait_until="load")
    assert [address for address in asked if "/cards/" in address] == []
    assert visit.troubles == []
    visit.page.close()


@pytest.mark.browser
@IN_ONE_DIRECTION
def test_by_mouse_and_keyboard_no_card_is_asked_for_that_there_is_not(contexts: Contexts, url: str) -> None:
    visit = Visit(contexts.page(), url)
    visit.page.clock.install()
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url.partition("/cards/")[2]))
    visit.open(UNCARDED)
    links = visit.page.locator(".dossier-text a:is(.dossier-link, .dossier-date)")
    assert links.count() >= 7
    for link in links.all():
        link.hover()
        # As long as a script may wait before it asks, on the page's own clock.
        visit.page.clock.run_for(350)
        visit.page.keyboard.press("Escape")
        link.focus()
        visit.page.keyboard.press("Escape")
    assert {each for each in asked if each} == {"carl-dahl.json", "dates/2014-06-07.json"}
    assert visit.troubles == []
    visit.page.close()


@pytest.mark.browser
@IN_ONE_DIRECTION
@pytest.mark.parametrize("answer", ["nothing", "no such file", "another page", "half of it", "too late"])
def test_by_touch_a_link_is_followed_at_once_where_its_card_does_not_come(
    contexts: Contexts, url: str, answer: str
) -> None:
    page = contexts.page(**TOUCH)
    answers = {
        "nothing": lambda route: route.abort("internetdisconnected"),
        "no such file": lambda route: route.fulfill(status=404, body="{}"),
        "another page": lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"),
        "half of it": lambda route: route.fulfill(body='{"title": ', content_type="application/json"),
        "too late": lambda _: None,
    }
    page.route("**/cards/**", answers[answer])
    page.goto(f"{url}{UNCARDED}")
    page.locator('.dossier-text [data-id="carl-dahl"]').tap()
    page.wait_for_url(f"{url}people/carl-dahl/", timeout=10_000)
    page.close()


@pytest.mark.browser
def test_nothing_scrolls_sideways_in_either_direction(contexts: Contexts, url: str) -> None:
    visit = Visit(contexts.page(viewport={"width": 1280, "height": 800}), url)
    page = visit.page
    for path in PATHS:
        visit.open(path)
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert sideways(page) <= 0, path
            box = page.locator("h1").bounding_box()
            assert box is not None
            assert box["x"] >= 0, path
            assert box["x"] + box["width"] <= width, path
    assert visit.troubles == []
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_no_rule_of_axe_is_broken(contexts: Contexts, url: str, scheme: str, width: int) -> None:
    page = contexts.page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    for path in ("about/", PERSON, "articles/arabic/"):
        page.goto(url + path)
        assert broken_rules(page, of_colours=scheme == "dark") == [], path
    page.close()


@pytest.mark.browser
@IN_ONE_DIRECTION
def test_a_card_tells_what_was_true_when_the_article_was_written(contexts: Contexts, url: str) -> None:
    assert office(contexts.page(), f"{url}articles/held/") == ["President of Northland"]
    [early] = office(contexts.page(), f"{url}articles/early/")
    assert early == "President of Northland, 7 June 2014 to 20 May 2019"


def office(page: Page, address: str) -> list[str]:
    """What the card of a person says on an article."""
    page.goto(address)
    page.locator('.dossier-text [data-id="ada-berg"]').hover()
    expect(page.locator(".dossier-card dt")).to_have_text("Positions")
    told = page.locator(".dossier-card dd").all_inner_texts()
    page.close()
    return told
