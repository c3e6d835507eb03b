"""Tests of the plugin atomic-site on a MkDocs site without a dossier."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from small_sites import Site

CONFIG = """
site_name: Any site
theme: mkdocs
plugins: [atomic-site]
hooks: [hook.py]
"""
FILES = """
-- docs/index.md --
# First
-- hook.py --
import os


def on_post_page(output, page, config):
    if os.environ.get("FAIL"):
        raise RuntimeError("a mistake")
    return output
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path, FILES, CONFIG)


def test_a_failed_build_leaves_the_old_site_and_nothing_else(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.build()
    before = site.pages
    assert "First" in before["index.html"]
    site.write("-- docs/index.md --\n# Second\n")
    monkeypatch.setenv("FAIL", "1")
    with pytest.raises(RuntimeError):
        site.build()
    assert site.pages == before
    assert list(site.folder.glob(".site*")) == []
    monkeypatch.delenv("FAIL")
    assert "Second" in site.build().pages["index.html"]


def test_without_the_plugin_mkdocs_leaves_no_site(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the test above is for: MkDocs empties the folder first."""
    site.write(f"-- mkdocs.yml --\n{CONFIG.replace('[atomic-site]', '[]')}")
    site.build()
    monkeypatch.setenv("FAIL", "1")
    with pytest.raises(RuntimeError):
        site.build()
    assert "index.html" not in site.pages


@pytest.mark.parametrize("linked", ["docs", "."])
def test_a_site_that_a_link_leads_into_the_sources_is_refused(site: Site, linked: str) -> None:
    (site.folder / "site").symlink_to(site.folder / linked)
    with pytest.raises(Abort):
        site.build()
    assert "choose a separate folder" in site.messages[-1][1]
    assert (site.folder / "docs/index.md").is_file()
