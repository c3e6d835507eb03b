"""Pages on narrow screens and with large text, and pictures of all kinds of page for people to look at."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import OpenVisit
from page_kinds import KINDS
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PICTURES = Path(__file__).parents[2] / "test-artifacts" / "screenshots"
# Pages of lists go on for long; their first four screens tell what they look like.
TALLEST = 4000


def sideways(page: Page) -> int:
    """By how many CSS pixels the page can be scrolled sideways."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_scrolls_sideways_at_320_pixels(look: OpenVisit, kinds: dict[str, str], kind: str) -> None:
    page = look(kinds[kind], viewport={"width": 320, "height": 640}).page
    assert sideways(page) <= 0


@pytest.mark.parametrize("kind", KINDS)
def test_text_can_be_twice_as_large(look: OpenVisit, kinds: dict[str, str], kind: str) -> None:
    page = look(kinds[kind], viewport={"width": 1280, "height": 900}).page
    size = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    before = float(page.evaluate(size))
    page.evaluate(
        "document.documentElement.style.fontSize ="
        " 2 * parseFloat(getComputedStyle(document.documentElement).fontSize) + 'px'"
    )
    if kind != "missing":  # That page has a size in its own body, which zooming enlarges.
        assert float(page.evaluate(size)) == pytest.approx(2 * before, rel=0.05)
    assert sideways(page) <= 0


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_opens_in_both_schemes(
    look: OpenVisit, kinds: dict[str, str], kind: str, scheme: str, width: int
) -> None:
    page = look(kinds[kind], color_scheme=scheme, viewport={"width": width, "height": 844}).page
    expect(page.locator("h1")).to_be_visible()
    assert sideways(page) <= 0
    assert is_dark(page) == (scheme == "dark")
    PICTURES.mkdir(parents=True, exist_ok=True)
    height = min(int(page.evaluate("document.documentElement.scrollHeight")), TALLEST)
    clip = {"x": 0, "y": 0, "width": width, "height": height}
    page.screenshot(path=PICTURES / f"{kind}-{width}-{scheme}.png", full_page=True, clip=clip)  # type: ignore[arg-type]


def is_dark(page: Page) -> bool:
    """Whether text is lighter than its ground."""
    text = page.evaluate("getComputedStyle(document.querySelector('h1')).color.match(/[\\d.]+/g).map(Number)")
    return sum(text[:3]) > 3 * 128
