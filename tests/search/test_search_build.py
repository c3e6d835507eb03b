"""Tests of what the search plugin makes of a site, and of its messages."""

from __future__ import annotations

import doctest
import gzip
import hashlib
import json
import re
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from search_sites import MATERIAL, built, mkdocs_build, write_site

from mkdocs_pagefind import canonical, document, indexing
from mkdocs_pagefind.config import PagefindConfig
from mkdocs_pagefind.document import lean_copy
from mkdocs_pagefind.labels import LABELS
from mkdocs_pagefind.page_meta import PageSearch

SEARCH = f"{MATERIAL}plugins: [pagefind]\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the pages in stock Material, which nobody may change."""
    return built(tmp_path_factory.mktemp("stock"), SEARCH)


def _digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in (folder / "pagefind").rglob("*") if path.is_file())
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.mark.slow
def test_two_builds_are_identical(tmp_path: Path) -> None:
    pages = {
        f"a/p{number}.md": f"---\nsearch: {{filters: {{Year: {2000 + number % 7}}}, words: [w{number % 11}]}}\n---\n"
        f"# Page {number}\n\n" + " ".join(f"word{number * k % 997}" for k in range(60))
        for number in range(300)
    }
    one, other = (
        built(tmp_path / name, SEARCH, {"index.md": "# Home\n", **pages}) for name in ("one", "other")
    )
    assert len(_digests(one)) > 300
    assert _digests(one) == _digests(other)


def test_only_what_a_page_loads_is_published(site: Path) -> None:
    names = {path.name.split(".")[0] for path in (site / "pagefind").iterdir()}
    assert names == {
        *("open", "dialog", "options", "facet-0", "facet-1", "facet-2"),
        *("pagefind", "pagefind-worker", "pagefind-entry", "wasm", "index", "filter", "fragment"),
    }


def test_pages_carry_one_small_script_and_nothing_hidden(site: Path) -> None:
    page = (site / "people" / "putin" / "index.html").read_text(encoding="utf-8")
    assert '<script src="../../pagefind/open.js"></script>' in page
    assert "Путіна" not in page
    assert len(gzip.compress((site / "pagefind" / "open.js").read_bytes(), mtime=0)) <= 1024


def test_what_the_first_opening_loads_is_small(site: Path) -> None:
    script = site / "pagefind" / "dialog.js"
    assert len(gzip.compress(script.read_bytes(), mtime=0)) <= 3584


def _addresses(site: Path) -> dict[str, dict[str, Any]]:
    """What is shown of each page, by its address."""
    files = (site / "pagefind" / "fragment").iterdir()
    texts = (gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd") for file in files)
    return {data["url"]: data for data in map(json.loads, texts)}


def test_the_index_holds_what_pages_say(site: Path) -> None:
    fragments = _addresses(site)
    assert sorted(fragments) == [
        "/",
        "/articles/letters/",
        "/articles/talks/",
        "/people/lukashenka/",
        "/people/putin/",
    ]
    putin = fragments["/people/putin/"]
    assert putin["filters"] == {"Type": ["Person"], "Year": ["2021", "2022"], "_kind": ["Person"]}
    assert putin["content"] == "xqeverypage He met others."
    assert putin["meta"]["title"] == "Vladimir Putin"
    counts = json.loads((site / "pagefind" / "facet-0.json").read_text(encoding="utf-8"))
    assert counts == {"Article": 2, "Person": 2}


def test_chosen_facets_in_their_order(tmp_path: Path) -> None:
    config = f"{MATERIAL}plugins:\n  - pagefind: {{facets: [Year, Person, Colour]}}\n"
    site = built(tmp_path, config)
    assert sorted(path.name for path in (site / "pagefind").glob("facet-*")) == [
        "facet-0.json",
        "facet-1.json",
    ]
    assert '"facets":["Year","Person"]' in (site / "pagefind" / "options.js").read_text(encoding="utf-8")


def test_odd_front_matter_gives_warnings_and_a_site(tmp_path: Path) -> None:
    pages = {
        "index.md": "---\nsearch: no\n---\n# Home\n\nSearch: no.\n",
        "odd.md": "---\nsearch: {boost: high, filters: [1], colour: red}\n---\n# Odd\n\nText.\n",
        "text.md": "---\nsearch: soon\n---\n# Text\n\nText.\n",
    }
    done = mkdocs_build(write_site(tmp_path, SEARCH, pages))
    assert done.returncode == 0, done.stderr
    warnings = [line for line in done.stderr.splitlines() if line.startswith("WARNING")]
    assert len(warnings) == 4
    assert all("pagefind: odd.md: search" in line or "pagefind: text.md: search" in line for line in warnings)


def test_two_searches_are_warned_of(tmp_path: Path) -> None:
    done = mkdocs_build(write_site(tmp_path, f"{MATERIAL}plugins: [search, pagefind]\n"))
    assert done.returncode == 0
    assert "readers get two searches" in done.stderr


def test_an_unknown_label_is_warned_of(tmp_path: Path) -> None:
    config = f"{MATERIAL}plugins:\n  - pagefind: {{labels: {{serch: Suche, search: Suche}}}}\n"
    done = mkdocs_build(write_site(tmp_path, config))
    assert "There is no label 'serch'" in done.stderr
    assert '"Suche"' in (tmp_path / "site" / "pagefind" / "open.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo 'the disk is full' >&2; exit 3", "status 3: the disk is full"),
        ("exit 1", "status 1: it said nothing"),
    ],
)
def test_a_failing_program_gives_one_message(tmp_path: Path, script: str, said: str) -> None:
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    done = mkdocs_build(write_site(tmp_path / "site", SEARCH), PAGEFIND_BINARY_PATH=str(program))
    assert done.returncode == 1
    assert f"Pagefind could not make the search index: {program} ended with {said}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_program_gives_one_message(tmp_path: Path) -> None:
    missing = str(tmp_path / "none")
    done = mkdocs_build(write_site(tmp_path, SEARCH), PAGEFIND_BINARY_PATH=missing)
    assert done.returncode == 1
    assert f"{missing} could not be started: No such file or directory" in done.stderr
    assert "Traceback" not in done.stderr


def test_options_of_pagefind_in_the_environment_change_nothing(site: Path, tmp_path: Path) -> None:
    done = mkdocs_build(write_site(tmp_path / "other", SEARCH), PAGEFIND_EXCLUDE_SELECTORS="p")
    assert done.returncode == 0
    assert _digests(site) == _digests(tmp_path / "other" / "site")


def test_switched_off(tmp_path: Path) -> None:
    site = built(tmp_path, f"{MATERIAL}plugins:\n  - pagefind: {{enabled: false}}\n")
    assert not (site / "pagefind").exists()
    assert "pagefind" not in (site / "index.html").read_text(encoding="utf-8")


def test_a_dirty_build_keeps_the_whole_index(tmp_path: Path) -> None:
    site = built(tmp_path, SEARCH)
    before = _digests(site)
    (tmp_path / "docs" / "index.md").write_text("# New\n", encoding="utf-8")
    assert mkdocs_build(tmp_path, "--dirty").returncode == 0
    assert _digests(site) == before


def test_a_preview_indexes_again_after_a_change(tmp_path: Path) -> None:
    config = load_config(str(write_site(tmp_path, SEARCH) / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    (tmp_path / "docs" / "new.md").write_text("# New\n\nText.\n", encoding="utf-8")
    build(config)
    config.plugins.on_shutdown()
    assert "/new/" in _addresses(tmp_path / "site")
    page = (tmp_path / "site" / "new" / "index.html").read_text(encoding="utf-8")
    assert page.count("pagefind/open.js") == 1


def test_nothing_is_left_in_the_temporary_folder(tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    done = mkdocs_build(write_site(tmp_path, SEARCH), TMPDIR=str(temporary))
    assert done.returncode == 0
    failed = mkdocs_build(tmp_path, PAGEFIND_BINARY_PATH=sys.executable, TMPDIR=str(temporary))
    assert failed.returncode == 1
    assert list(temporary.iterdir()) == []


def test_values_cannot_break_out_of_the_copy() -> None:
    search = PageSearch(filters={'a"b': ('"><script>x</script>',)}, words=("<b>",), kind='"', summary="'>")
    copy = lean_copy('"><h1>', "", "<p>text</p>", search)
    assert "<script>" not in copy
    assert "<b>" not in copy
    assert copy.count("<h1>") == 0


def test_the_documentation_names_every_option_setting_and_label() -> None:
    text = (Path(__file__).parents[2] / "docs" / "search.md").read_text(encoding="utf-8")
    first_cells = set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))
    options = {name for name, _ in PagefindConfig._schema}
    assert first_cells == options | set(LABELS) | {setting.name for setting in fields(PageSearch)}
    assert all(f"| {words} |" in text for words in LABELS.values())


@pytest.mark.parametrize("module", [canonical, document, indexing])
def test_examples_in_docstrings(module: object) -> None:
    tried = doctest.testmod(module)
    assert tried.attempted
    assert not tried.failed
