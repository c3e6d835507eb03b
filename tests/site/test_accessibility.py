"""Every kind of page, in light and dark, wide and narrow, with large text, breaks no rule of axe-core.

In the dark scheme, only the rules on colours can give a different result than in the light one. To load few
pages, the tests make a narrow page narrower, and enlarge the text of a wide one.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from host_environments import Combination
from page_kinds import KINDS, cases
from page_looks import broken_rules, is_dark, sideways
from playwright.sync_api import Browser, Page, expect
from site_visits import OpenVisit

pytestmark = pytest.mark.browser

PICTURES = Path(__file__).parents[2] / "test-artifacts" / "screenshots"
# Pages of lists go on for long; their first four screens tell what they look like.
TALLEST = 4000
VARIANTS = [("light", 1280), ("dark", 1280), ("light", 360), ("dark", 360)]
# Colours are those of the scheme at any width, so dark pages are looked at wide, indexes too.
CASES = [
    *cases("light", 1280),
    *cases("dark", 1280, facts_count=False),
    *cases("light", 360, facts_count=False),
]


@pytest.mark.parametrize(("kind", "scheme", "width"), CASES)
def test_no_rule_of_axe_is_broken_and_nothing_runs_over(
    look: OpenVisit, kinds: dict[str, str], kind: str, scheme: str, width: int
) -> None:
    page = look(kinds[kind], color_scheme=scheme, viewport={"width": width, "height": 844}).page
    expect(page.locator("h1")).to_be_visible()
    assert is_dark(page) == (scheme == "dark")
    assert broken_rules(page, of_colours=scheme == "dark") == []
    assert sideways(page) <= 0
    if width == 360:
        page.set_viewport_size({"width": 320, "height": 640})
        assert sideways(page) <= 0
    elif scheme == "light":
        before = size_of_text(page)
        page.evaluate(
            "document.documentElement.style.fontSize ="
            " 2 * parseFloat(getComputedStyle(document.documentElement).fontSize) + 'px'"
        )
        if kind != "missing":  # That page has a size in its own body, which zooming enlarges.
            assert size_of_text(page) == pytest.approx(2 * before, rel=0.05)
        assert sideways(page) <= 0


def size_of_text(page: Page) -> float:
    """The size of a paragraph's text in CSS pixels."""
    return float(page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"))


@pytest.mark.xfail(
    reason="what is pressed has Material's accent for its words, which is too pale", strict=True
)
def test_the_timeline_can_be_read_in_the_colours_of_plain_material(look: OpenVisit) -> None:
    page = look("timeline/", viewport={"width": 1280, "height": 844}).page
    page.locator('link[href$="assets/site.css"]').evaluate("link => link.remove()")
    assert broken_rules(page, of_colours=True) == []


@pytest.mark.slow
@pytest.mark.parametrize(("scheme", "width"), VARIANTS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_of_every_kind_of_page_is_there_to_be_looked_at(
    look: OpenVisit, kinds: dict[str, str], kind: str, scheme: str, width: int, combination: Combination
) -> None:
    page = look(kinds[kind], color_scheme=scheme, viewport={"width": width, "height": 844}).page
    pictures = PICTURES / str(combination)
    pictures.mkdir(parents=True, exist_ok=True)
    height = min(int(page.evaluate("document.documentElement.scrollHeight")), TALLEST)
    clip = {"x": 0, "y": 0, "width": width, "height": height}
    file = pictures / f"{kind}-{width}-{scheme}.png"
    page.screenshot(path=file, full_page=True, clip=clip)  # type: ignore[arg-type]
    assert file.stat().st_size > 1_000
    assert sideways(page) <= 0


@pytest.mark.parametrize(
    ("html", "rule", "of_colours"),
    [
        ("<img src='data:,'>", "image-alt", False),
        ("<p style='color: #aaa; background: #fff'>Pale words.</p>", "color-contrast", False),
        ("<p style='color: #aaa; background: #fff'>Pale words.</p>", "color-contrast", True),
        (
            "<p>A <a href='#x' style='color: #111; text-decoration: none'>link</a> in words.</p>",
            "link-in-text-block",
            True,
        ),
        (
            2 * "<button style='width: 9px; height: 9px; padding: 0; border: 0; margin: 0'>a</button>",
            "target-size",
            False,
        ),
    ],
)
def test_a_rule_that_is_broken_is_found(browser: Browser, html: str, rule: str, of_colours: bool) -> None:
    page = browser.new_page()
    page.set_content(f"<!doctype html><html lang=en><title>A</title><main><h1>A</h1>{html}</main></html>")
    assert rule in [name for _, name, _ in broken_rules(page, of_colours=of_colours)]
    page.close()
