"""No rule of axe-core is broken, best practices among them, on any kind of page."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import OpenVisit
from page_kinds import INDEXES, KINDS
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

VARIANTS = [("light", 1280), ("dark", 1280), ("light", 360), ("dark", 360)]
# The indexes are made alike, so of each both schemes and both widths are looked at, not all their pairs.
CASES = [(kind, *variant) for kind in KINDS for variant in VARIANTS[:: 3 if kind in INDEXES else 1]]


# WCAG 2.2 asks for it at level AA; axe-core leaves it off unless told.
TARGETS = {"rules": {"target-size": {"enabled": True}}}


def broken_rules(page: Page) -> list[tuple[str, str, str]]:
    """Impact and name of each rule that is broken, and where."""
    found = Axe().run(page, options=TARGETS).response["violations"]
    return [(rule["impact"], rule["id"], node["html"][:200]) for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize(("kind", "scheme", "width"), CASES)
def test_no_rule_of_axe_is_broken(
    look: OpenVisit, kinds: dict[str, str], kind: str, scheme: str, width: int
) -> None:
    visit = look(kinds[kind], color_scheme=scheme, viewport={"width": width, "height": 900})
    assert broken_rules(visit.page) == []
