"""Find what keeps people from reading a page: broken rules of axe-core, colours, content beyond the edge."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# WCAG 2.2 asks for it at level AA; axe-core leaves it off unless told. What is not broken need not be told.
_OPTIONS = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
# The rules that look at colours: what else a page says is the same in each scheme.
_OF_COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"]}


def broken_rules(
    page: Page, context: str | None = None, *, of_colours: bool = False
) -> list[tuple[str, str, str]]:
    """Impact and name of each rule that is broken, and where.

    The context is a selector of the part to look at. Of the rules, those of colours alone can be asked for.
    """
    options = _OF_COLOURS if of_colours else _OPTIONS
    found = Axe().run(page, context=context, options=options).response["violations"]
    return [(rule["impact"], rule["id"], node["html"][:200]) for rule in found for node in rule["nodes"]]


def is_dark(page: Page) -> bool:
    """Whether text is lighter than its ground."""
    text = page.evaluate("getComputedStyle(document.querySelector('h1')).color.match(/[\\d.]+/g).map(Number)")
    return sum(text[:3]) > 3 * 128


def sideways(page: Page) -> int:
    """By how many CSS pixels the page can be scrolled sideways."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
