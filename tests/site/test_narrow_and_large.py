"""Every kind of page on the narrowest screens and with text of twice the size."""

from __future__ import annotations

import pytest
from page_kinds import KINDS
from page_looks import sideways
from site_visits import OpenVisit

pytestmark = pytest.mark.browser


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
