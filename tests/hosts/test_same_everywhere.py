"""Tests that the same dossier gives the same site on each host with each theme."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from host_environments import COMBINATIONS, NEWEST, USUAL, Combination
from host_marks import on_each
from lxml import html
from page_facts import differences, site_facts
from site_fixtures import BuiltOn
from small_sites import DOSSIER, Site

OTHERS = [each for each in COMBINATIONS if each != USUAL]
KINDS = (
    "files metadata navigation headings mentions dates backlinks links text markup feeds data search".split()
)
# What opens when the check box with this id is checked.
OPENED = {"__drawer": "md-sidebar--primary", "__toc": "md-sidebar--secondary", "__search": "md-search"}
WARNED = f"""
{DOSSIER.strip()}
-- content/articles/unknown.md --
---
title: Who was there
date: 2021-12-09
---
# Who was there

Angela Merkel was there.

# Who was not
"""
CONFIG = """
site_name: A dossier
docs_dir: content
theme: {{name: {theme}, font: false}}
plugins: [atomic-site, dossier]
"""


@pytest.mark.parametrize(
    ("dossier", "combination"),
    [
        *(("lake", each) for each in OTHERS),
        ("northland", NEWEST),
        *(pytest.param("northland", each, marks=pytest.mark.slow) for each in OTHERS if each != NEWEST),
    ],
    ids=str,
)
def test_nothing_differs_but_what_is_the_theme_s(
    built_on: BuiltOn, dossier: str, combination: Combination
) -> None:
    usual, other = site_facts(built_on(dossier, USUAL)), site_facts(built_on(dossier, combination))
    assert differences(usual, other) == {}


def test_what_is_compared_is_there(built_on: BuiltOn) -> None:
    facts = site_facts(built_on("lake", USUAL))
    assert {kind for kind, by_path in facts.items() if any(by_path.values())} == set(KINDS)


@pytest.mark.parametrize("combination", COMBINATIONS, ids=str)
def test_no_control_opens_a_part_that_the_page_lacks(built_on: BuiltOn, combination: Combination) -> None:
    pages = {
        file: html.fromstring(file.read_bytes()) for file in built_on("lake", combination).rglob("*.html")
    }
    labels = "//label[not(contains(@class, 'md-overlay'))]"
    assert [
        (file.parent.name, box)
        for file, page in pages.items()
        for box in {each.get("for") for each in page.xpath(labels)} & OPENED.keys()
        if not page.find_class(OPENED[box])
    ] == []


@pytest.mark.parametrize("combination", on_each(always=[NEWEST]))
def test_a_strict_build_stops_for_a_warning_and_leaves_the_old_site(
    tmp_path: Path, combination: Combination
) -> None:
    site = Site(tmp_path, WARNED.lstrip(), CONFIG.format(theme=combination.theme))
    old = tmp_path / "site" / "index.html"
    old.parent.mkdir()
    old.write_text("old", encoding="utf-8")
    done = subprocess.run(
        (*combination.command, "build", "--strict"), cwd=site.folder, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "articles/unknown.md:9" in done.stderr
    assert "Aborted with 1 warnings in strict mode!" in done.stdout
    assert old.read_text(encoding="utf-8") == "old"
    assert [file.name for file in old.parent.iterdir()] == ["index.html"]
