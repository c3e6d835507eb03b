"""Tests of what other plugins may do to files, pages and the navigation of a dossier."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort, BuildError
from small_sites import CONFIG, DOSSIER, Site

GONE = """
-- content/articles/gone.md --
---
title: A text that is removed
date: 2021-12-09
---
Vladimir Putin spoke of it.
"""
HOOK = """
from mkdocs.plugins import event_priority

seen = []

@event_priority({priority})
def on_files(files, **_):
    files.remove(files.get_file_from_path("articles/gone.md"))
    return files

def on_config(config):
    config.extra_javascript += ["https://example.org/a.js", "//example.org/b.js", "c.js"]
    config.extra["polyfills"] = ["https://example.org/d.js"]
    return config

def on_page_markdown(markdown, page, **_):
    page.meta["revision_date"] = "today"
    seen.append(page.file.src_uri)

def on_page_content(html, page, **_):
    seen.append(page.file.src_uri)

def on_post_build(config):
    with open(config.site_dir + "/seen.txt", "w") as file:
        file.write("\\n".join(seen))
"""


def hooked(folder: Path, priority: int) -> Site:
    site = Site(
        folder,
        DOSSIER + GONE.lstrip(),
        f"{CONFIG}hooks: [hook.py]\nextra_javascript: [https://example.org/own.js]\n",
    )
    (folder / "hook.py").write_text(HOOK.format(priority=priority), encoding="utf-8")
    return site


def test_plugins_remove_files_see_every_page_and_add_no_scripts_of_other_hosts(tmp_path: Path) -> None:
    site = hooked(tmp_path, 50).build()
    assert not [path for path, html in site.pages.items() if "A text that is removed" in html]
    assert not [path for path, html in site.pages.items() if "gone" in html]
    about = site.pages["about/index.html"]
    assert "https://example.org/own.js" in about
    assert 'src="../c.js"' in about
    added = ["https://example.org/a.js", "//example.org/b.js", "https://example.org/d.js"]
    assert [address for address in added if f'"{address}"' in about] == []
    told = [text for _, text in site.messages if "Pages load nothing from other hosts" in text]
    assert [text.split()[4] for text in told] == added
    # The text says “thirty years earlier”, so this page is known only after all texts are read.
    seen = (tmp_path / "site" / "seen.txt").read_text(encoding="utf-8").split()
    assert seen.count("timeline/1991.md") == seen.count("about.md") == 2
    shows_date = [path for path, html in site.pages.items() if "md-source-file__fact" in html]
    assert "about/index.html" in shows_date
    assert not [path for path in shows_date if path.startswith("timeline/")]


def test_a_file_that_is_removed_too_late_ends_the_build_in_one_line(tmp_path: Path) -> None:
    site = hooked(tmp_path, -50)
    with pytest.raises((Abort, BuildError)):
        site.build()
    (told,) = [text for level, text in site.messages if level == "ERROR"]
    assert told.startswith(
        "articles/gone.md:1:1: another plugin removes this file after the plugin “dossier”"
    )
    assert not (tmp_path / "site" / "index.html").exists()
