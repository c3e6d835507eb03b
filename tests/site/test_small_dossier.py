"""Pictures, right-to-left text, a plain page, and cards by date, on a small dossier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from conftest import mkdocs_build
from playwright.sync_api import Page, expect
from site_server import served
from site_visits import Contexts, Visit
from small_dossier import PIXEL, write_dossier

ADDRESS = "https://example.org/north/"
PERSON = "people/ada-berg/"
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


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_scrolls_sideways_in_either_direction(contexts: Contexts, url: str, width: int) -> None:
    for path in PATHS:
        visit = Visit(contexts.page(viewport={"width": width, "height": 800}), url)
        visit.open(path)
        page = visit.page
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, path
        box = page.locator("h1").bounding_box()
        assert box is not None
        assert box["x"] >= 0, path
        assert box["x"] + box["width"] <= width, path
        assert visit.troubles == []
        page.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_no_rule_of_axe_is_broken(contexts: Contexts, url: str, scheme: str, width: int) -> None:
    for path in ("about/", PERSON, "articles/arabic/"):
        page = contexts.page(viewport={"width": width, "height": 800}, color_scheme=scheme)
        page.goto(url + path)
        found = Axe().run(page).response["violations"]
        assert [(path, rule["id"], node["html"]) for rule in found for node in rule["nodes"]] == []
        page.close()


@pytest.mark.browser
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
