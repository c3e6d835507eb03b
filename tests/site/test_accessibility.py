"""Every kind of page in light and dark, wide and narrow: no rule of axe-core is broken and nothing runs over.

In the dark scheme only the rules of colours can give another answer than in the light one. A picture of each stays for people to look at.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from page_kinds import KINDS
from page_looks import broken_rules, is_dark, sideways
from playwright.sync_api import Browser, Page, expect
from site_visits import OpenVisit

pytestmark = pytest.mark.browser

PICTURES = Path(__file__).parents[2] / "test-artifacts" / "screenshots"
# Pages of lists go on for long; their first four screens tell what they look like.
TALLEST = 4000
WIDTHS = (1280, 360)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_rule_of_axe_is_broken_in_either_scheme(
    look: OpenVisit, kinds: dict[str, str], kind: str, width: int
) -> None:
    for scheme in ("light", "dark"):
        page = look(kinds[kind], color_scheme=scheme, viewport={"width": width, "height": 844}).page
        expect(page.locator("h1")).to_be_visible()
        assert is_dark(page) == (scheme == "dark")
        assert broken_rules(page, of_colours=scheme == "dark") == []
        assert sideways(page) <= 0
        keep_picture(page, f"{kind}-{width}-{scheme}")


@pytest.mark.xfail(
    reason="what is pressed has Material's accent for its words, which is too pale", strict=True
)
def test_the_timeline_can_be_read_in_the_colours_of_plain_material(look: OpenVisit) -> None:
    page = look("timeline/", viewport={"width": 1280, "height": 844}).page
    page.locator('link[href$="assets/site.css"]').evaluate("link => link.remove()")
    assert broken_rules(page, of_colours=True) == []


def keep_picture(page: Page, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    height = min(int(page.evaluate("document.documentElement.scrollHeight")), TALLEST)
    size = page.viewport_size
    assert size is not None
    clip = {"x": 0, "y": 0, "width": size["width"], "height": height}
    page.screenshot(path=PICTURES / f"{name}.jpg", type="jpeg", full_page=True, clip=clip)  # type: ignore[arg-type]


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
