"""Every fact is in the HTML: nothing is lost where no script runs, on any kind of page."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from page_kinds import cases
from playwright.sync_api import Page
from site_visits import OpenVisit

pytestmark = pytest.mark.browser


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def main_text(page: Page) -> str:
    """What a reader sees of the main part. The words of a control are its value and do not count."""
    return page.locator("main").inner_text()


@pytest.mark.parametrize("kind", cases())
def test_no_word_is_lost_without_scripts(look: OpenVisit, kinds: dict[str, str], kind: str) -> None:
    size = {"width": 1280, "height": 900}
    with_scripts = words(main_text(look(kinds[kind], viewport=size).page))
    without = words(main_text(look(kinds[kind], viewport=size, java_script_enabled=False).page))
    assert sum(without.values()) > 20
    assert with_scripts - without == Counter()
