"""Every fact is in the HTML: nothing is lost where no script runs, on any kind of page."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from conftest import OpenVisit
from page_kinds import KINDS
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

# What scripts add are controls, what these report, and the names of the rows of the timeline's picture.
ADDED = "button, select, label, input, [role=status], .scroll + div"


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def main_text(page: Page) -> str:
    """The words of the main part, folded or not, without the controls that only scripts can serve."""
    return str(
        page.evaluate(
            """added => {
                const main = document.querySelector("main");
                for (const each of main.querySelectorAll("details")) each.open = true;
                for (const each of main.querySelectorAll(added)) each.remove();
                return main.innerText;
            }""",
            ADDED,
        )
    )


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_is_lost_without_scripts(look: OpenVisit, kinds: dict[str, str], kind: str) -> None:
    size = {"width": 1280, "height": 900}
    with_scripts = words(main_text(look(kinds[kind], viewport=size).page))
    without = words(main_text(look(kinds[kind], viewport=size, java_script_enabled=False).page))
    assert sum(without.values()) > 20
    assert with_scripts - without == Counter()
