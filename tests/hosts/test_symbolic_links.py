"""Tests that a host without our plugin publishes nothing to which a symbolic link in the dossier leads."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_sites import Site

from dossier.model.errors import ContentError

CONFIG = """
site_name: A site
docs_dir: docs
plugins: []
markdown_extensions: [{dossier: {content: docs/dossier}}]
"""
FILES = """
-- outside/a.md --
<b onclick='x()'>Ada Moss</b>
-- docs/index.md --
Welcome.
-- docs/dossier/articles/talks.md --
---
title: Talks
date: 2021-12-08
---
They spoke.
"""


@pytest.mark.parametrize("link", ["dossier/articles/evil.md", "dossier/articles/evil", "elsewhere"])
def test_a_symbolic_link_out_of_the_dossier_stops_the_build(link: str, tmp_path: Path) -> None:
    site = Site(tmp_path, FILES, CONFIG)
    outside, path = tmp_path / "outside", tmp_path / "docs" / link
    if link == "elsewhere":
        # The dossier's own folder may be reached through a link as well.
        (tmp_path / "docs/dossier/articles/evil.md").symlink_to(outside / "a.md")
        path.symlink_to(tmp_path / "docs/dossier/articles")
    else:
        path.symlink_to(outside / "a.md" if path.suffix else outside)
    with pytest.raises(ContentError, match="symbolic links are not followed"):
        site.build()
    assert not list((tmp_path / "site").rglob("*.html"))
