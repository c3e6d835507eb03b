"""Sites that cannot be a dossier's: what the build says, in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort, BuildError
from small_sites import CONFIG, DOSSIER, Site

PAGEFIND = CONFIG.replace("- search", "- pagefind")


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_a_theme_other_than_material_is_refused_in_one_line(tmp_path: Path, theme: str) -> None:
    site = Site(tmp_path, DOSSIER, CONFIG.replace("{name: material, font: false}", f"{{name: {theme}}}"))
    with pytest.raises((Abort, BuildError)):
        site.build()
    told = [text for level, text in site.messages if level == "ERROR"]
    assert len(told) == 1
    assert "need the theme Material" in told[0]


def test_what_would_stand_in_the_folder_of_the_search_index_is_refused(tmp_path: Path) -> None:
    site = Site(tmp_path, DOSSIER + "-- content/pagefind/x.md --\n# A page\n", PAGEFIND)
    with pytest.raises((Abort, BuildError)):
        site.build()
    told = [text for level, text in site.messages if level == "ERROR" and "pagefind/x.md:1:1: " in text]
    assert len(told) == 1
    assert not (tmp_path / "site").exists()


def test_of_alike_findings_a_hundred_are_told_and_the_rest_is_counted(tmp_path: Path) -> None:
    fields = "".join(f"k{i}: x\n" for i in range(250))
    site = Site(tmp_path, f"{DOSSIER}-- content/places/kyiv.md --\n---\ntitle: Kyiv\n{fields}---\n", CONFIG)
    with pytest.raises((Abort, BuildError)):
        site.build()
    assert "the dossier has 250 errors, see above" in [text for _, text in site.messages]
    told = [text for _, text in site.messages if "places/kyiv.md:" in text]
    assert len(told) == 101
    assert "kyiv.md:103:1: error: unknown-field: from here on 150 more of this kind" in told[-1]
