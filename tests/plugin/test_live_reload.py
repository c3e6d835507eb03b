"""The preview of each host shows new and changed files without a restart, and explains its pages."""

from __future__ import annotations

import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from host_environments import Combination
from host_marks import on_each
from page_looks import broken_rules
from playwright.sync_api import Browser, expect
from small_sites import CONFIG, DOSSIER, Site

PATIENCE = 90.0


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


class Preview:
    """A running preview."""

    def __init__(self, site: Site, combination: Combination) -> None:
        self.site = site
        port = free_port()
        self.address = f"http://127.0.0.1:{port}/"
        self._log = (site.folder / "serve.log").open("w", encoding="utf-8")
        self._process = subprocess.Popen(
            [*combination.command, "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=site.folder,
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=PATIENCE)
        self._log.close()

    def shows(self, page: str, *words: str) -> bool:
        """Whether the page comes to have all the words while we have patience."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self._process.poll() is None:
            found = self._get(page)
            if all(word in found for word in words):
                return True
            time.sleep(0.2)
        return False

    def says(self, words: str) -> bool:
        """Whether the preview comes to write the words while we have patience."""
        until = time.monotonic() + PATIENCE
        log = self.site.folder / "serve.log"
        while words not in log.read_text(encoding="utf-8", errors="replace"):
            if time.monotonic() > until or self._process.poll() is not None:
                return False
            time.sleep(0.1)
        return True

    def _get(self, page: str) -> str:
        try:
            with urllib.request.urlopen(f"{self.address}{page}", timeout=PATIENCE) as answer:
                return str(answer.read().decode("utf-8"))
        except (urllib.error.URLError, ConnectionError):
            return ""


@pytest.fixture(params=on_each())
def preview(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Preview]:
    config = CONFIG.replace("- dossier", "- dossier: {schema_dir: types}")
    config = config.replace("name: material,", f"name: {request.param.theme},")
    own_field = "-- types/person.yaml --\ntype: person\nfields: {rank: {value: string, label: Rank}}\n"
    running = Preview(Site(tmp_path, DOSSIER + own_field, config), request.param)
    yield running
    running.stop()


def test_new_and_changed_files_show_without_a_restart(preview: Preview) -> None:
    assert preview.shows("articles/a-call/", "dossier-link", "Vladimir Putin")

    preview.site.write("""
-- content/people/joe-biden.md --
---
title: Joe Biden
---
-- content/articles/another-call.md --
---
title: Another call
date: 2021-12-31
---
Joe Biden spoke with Vladimir Putin on 30 December 2021.
""")
    assert preview.shows("articles/another-call/", 'data-id="joe-biden"', "timeline/2021/#2021-12-30")
    assert preview.shows("people/joe-biden/", "Another call")
    assert preview.shows("people/vladimir-putin/", "Another call")

    preview.site.write("""
-- content/people/joe-biden.md --
---
title: Joseph Biden
aliases: [Joe Biden]
---
-- content/articles/another-call.md --
---
title: A call more
date: 2021-12-31
---
Nobody spoke with Joe Biden.
""")
    assert preview.shows("people/joe-biden/", "Joseph Biden", "A call more", "Nobody spoke with")
    assert preview.shows("people/vladimir-putin/", "A call</a>")


@pytest.mark.browser
def test_a_page_that_is_open_explains_itself_and_follows_by_itself(
    preview: Preview, browser: Browser
) -> None:
    preview.site.write("""
-- content/people/john-smith.md --
---
title: John Smith
---
-- content/people/adam-smith.md --
---
title: Adam Smith
---
-- content/articles/a-call.md --
---
title: A call
date: 2021-12-08
---
Angela Merkel spoke with Smith.
""")
    assert preview.shows("articles/a-call/", "spoke with Smith.")
    page = browser.new_page()
    page.goto(f"{preview.address}articles/a-call/")
    button = page.get_by_role("button", name="Explain", exact=True)
    panel = page.get_by_role("complementary", name="Explanations")
    button.press("Enter")
    panel.get_by_role("button", name="Not linked (1)").click()
    smith = panel.get_by_role("listitem").filter(has_text="spoke with Smith").first
    expect(smith).to_contain_text("John Smith")
    expect(smith.get_by_role("button", name="Copy [[john-smith|Smith]]")).to_be_visible()
    assert broken_rules(page, "aside.dossier-explain") == []
    page.keyboard.press("Escape")
    expect(panel.get_by_role("list").first).to_be_hidden()
    expect(button).to_be_focused()

    button.click()
    article = preview.site.folder / "content/articles/a-call.md"
    article.write_text(
        article.read_text(encoding="utf-8").replace("Smith", "[[john-smith|Smith]]"), encoding="utf-8"
    )
    # The page comes again with the panel open.
    expect(panel).to_contain_text("Linked: John Smith", timeout=PATIENCE * 1000)
    page.close()


def test_a_changed_type_shows_without_a_restart(preview: Preview) -> None:
    assert preview.shows("people/angela-merkel/", "Angela Merkel")
    preview.site.write("""
-- types/person.yaml --
type: person
fields: {rank: {value: string, label: Grade}}
-- content/people/angela-merkel.md --
---
title: Angela Merkel
rank: Chancellor
---
""")
    assert preview.shows("people/angela-merkel/", "Grade", "Chancellor")


def test_a_mistake_does_not_end_the_preview(preview: Preview) -> None:
    assert preview.shows("people/angela-merkel/", "Angela Merkel")
    person = preview.site.folder / "content/people/angela-merkel.md"
    person.write_text("---\ntitle: [\n---\n", encoding="utf-8")
    assert preview.says("content/people/angela-merkel.md:")
    person.write_text("---\ntitle: Angela Dorothea Merkel\n---\n", encoding="utf-8")
    assert preview.shows("people/angela-merkel/", "Angela Dorothea Merkel")
