"""Every stop of the Tab key is visible and marked, wide and narrow; a skip link leads past the tabs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from page_kinds import cases
from playwright.sync_api import Page
from site_visits import OpenVisit, add_style

pytestmark = pytest.mark.browser

STOPS = 60
# Whether the element with the focus, or the label that stands for it, can be seen and has an outline.
_FOCUSED = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const shows = each => {
        const box = each.getBoundingClientRect(), style = getComputedStyle(each);
        const inside = box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight
            && box.right > 0 && box.left < innerWidth;
        const seen = inside && each.checkVisibility({opacityProperty: true, visibilityProperty: true});
        const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
        const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
        const parts = [...each.getClientRects()].map(part => [part.left + part.width / 2, part.top + part.height / 2]);
        const hit = [[x, y], ...parts].some(([left, top]) => {
            const top_most = document.elementFromPoint(left, top);
            return top_most && (each.contains(top_most) || top_most.contains(each));
        });
        const marked = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
        return {seen: seen && hit, marked};
    };
    const all = [element, ...(element.labels || []), element.nextElementSibling].filter(Boolean);
    const candidates = element.matches("[type=radio], [type=checkbox]") ? all : [element];
    const found = candidates.map(shows);
    return {
        name: element.outerHTML.slice(0, 160),
        text: element.textContent.trim(),
        href: element.getAttribute("href") || "",
        in_main: !!element.closest("main"),
        seen: found.some(each => each.seen),
        marked: found.some(each => each.seen && each.marked),
    };
}"""


@dataclass(frozen=True)
class Stop:
    """An element that has the focus."""

    name: str
    text: str
    href: str
    in_main: bool
    seen: bool
    marked: bool


def stops(page: Page, most: int = STOPS) -> list[Stop]:
    """The first stops of the Tab key on a page, up to its end."""
    # What is seen and marked in the end is looked for, not how it gets there.
    add_style(page, "* { transition: none !important; scroll-behavior: auto !important }")
    found: list[Stop] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = page.evaluate(_FOCUSED)
        if focused is None:
            break
        found.append(Stop(**focused))
    return found


@pytest.mark.parametrize(("kind", "width"), [*cases(1280, facts_count=False), *cases(360, facts_count=False)])
def test_every_stop_is_seen_and_marked(look: OpenVisit, kinds: dict[str, str], kind: str, width: int) -> None:
    found = stops(look(kinds[kind], viewport={"width": width, "height": 800}).page)
    assert kind == "missing" or found[0].href.startswith("#") or any(stop.in_main for stop in found[:3])
    assert [stop.name for stop in found if not stop.seen] == []
    assert [stop.name for stop in found if not stop.marked] == []


def test_every_stop_of_a_short_page_is_seen(look: OpenVisit, built_site: Path) -> None:
    shortest = min((built_site / "people").glob("*/index.html"), key=lambda file: file.stat().st_size)
    path = shortest.parent.relative_to(built_site).as_posix() + "/"
    found = stops(look(path, viewport={"width": 1280, "height": 800}).page)
    assert len(found) > 10
    assert [stop.name for stop in found if not stop.seen] == []


def test_the_first_stop_leads_past_the_tabs(look: OpenVisit, kinds: dict[str, str]) -> None:
    page = look(kinds["article"], viewport={"width": 1280, "height": 800}).page
    assert stops(page, 1)[0].href.startswith("#")
    page.keyboard.press("Enter")
    assert stops(page, 1)[0].in_main
