"""Tests that plugins of others work beside a dossier, or are refused in one line that names them."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from host_environments import python
from northland_dossier import PIXEL
from page_facts import site_facts
from plugin_cases import CASES, PluginCase
from site_server import served
from site_visits import Contexts, Visit
from slow_cases import slow
from small_sites import DOSSIER, Site

CONFIG = """
site_name: A dossier
site_url: https://example.org/d/
docs_dir: content
theme: {{name: {theme}, font: false}}
plugins:
  - search
  - dossier: {{trusted_authors: {trusted}}}
"""
UNPUBLISHED = """
-- content/articles/a-draft.md --
---
title: Secret title
date: 2021-12-09
status: draft
---
Secret words of Angela Merkel: ![x](../images/secret.png)
-- content/articles/withheld.md --
---
title: Withheld
date: 2021-12-10
publish: metadata
publisher: The Paper
summary: A summary.
---
Secret words of Angela Merkel.
"""
ARCHIVE = f"{DOSSIER}\n![The hall](../images/hall.png)\n{UNPUBLISHED.lstrip()}"
KINDS = ("headings", "mentions", "dates", "backlinks")
VARIABLES = {
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
    "GIT_CONFIG_GLOBAL": os.devnull,
    **{f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    **{f"GIT_{who}_DATE": "2022-01-02T03:04:05Z" for who in ("AUTHOR", "COMMITTER")},
}
REFUSED = [case for case in CASES if case.outcome == "refused"]
WORKING = [case for case in CASES if case.outcome != "refused"]
TOGETHER = [case for case in WORKING if not case.alone]
ALONE = [case for case in WORKING if case.alone]


def named(case: PluginCase) -> str:
    return case.listed + ", trusted" * case.trusted


def write(folder: Path, cases: Iterable[PluginCase], theme: str = "material") -> Path:
    """Write a dossier with the plugins of some cases, as a repository of one commit; gives its folder."""
    cases = list(cases)
    config = CONFIG.format(theme=theme, trusted=str(any(case.trusted for case in cases)).lower())
    config += "".join(f"  - {case.listed}\n" for case in cases)
    Site(folder, ARCHIVE + "".join(case.files for case in cases), config)
    (folder / "content" / "images").mkdir()
    for name in ("hall.png", "secret.png"):
        (folder / "content" / "images" / name).write_bytes(PIXEL)
    if any(case.plugin.startswith("git-") for case in cases):
        for arguments in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "All")):
            subprocess.run(("git", *arguments), cwd=folder, env=os.environ | VARIABLES, check=True)
    return folder


def built(folders: Sequence[Path], environment: str = "plugins") -> dict[Path, list[list[str]]]:
    """What a strict build of each folder logs: level and text of each message."""
    script = Path(__file__).with_name("builds_in_turn.py")
    command = (str(python(environment)), "-P", str(script), *map(str, folders))
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | VARIABLES)
    assert done.returncode == 0, done.stderr
    return {Path(folder): told for folder, told in json.loads(done.stdout.splitlines()[-1]).items()}


class Builds:
    """The dossier without others' plugins, with all that work together, and with each of the rest."""

    def __init__(self, root: Path) -> None:
        self.plain = write(root / "plain", ())
        self.together = write(root / "together", TOGETHER)
        self.of = {case: write(root / str(number), [case]) for number, case in enumerate((*ALONE, *REFUSED))}
        self.told = built([self.plain, self.together, *self.of.values()])


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Builds:
    return Builds(tmp_path_factory.mktemp("builds"))


def facts_of(site: Path) -> dict[str, dict[str, list[object]]]:
    """The parts of each page that must not be lost; pages count as equal however addresses end."""
    facts = site_facts(site)
    return {
        kind: {
            path if path.endswith("index.html") else path.replace(".html", "/index.html"): [
                (*each[:2], each[-1]) if isinstance(each, tuple) else each
                for each in found  # type: ignore[attr-defined]
            ]
            for path, found in facts[kind].items()
        }
        for kind in KINDS
    }


def assert_all_is_there(plain: Path, other: Path) -> None:
    """Fail where a page of a site has lost something, or where unpublished words are in a file."""
    expected, found = facts_of(plain / "site"), facts_of(other / "site")
    for kind in KINDS:
        assert expected[kind]
        for path, wanted in expected[kind].items():
            assert [each for each in wanted if each not in found[kind][path]] == [], (kind, path)
    for file in (other / "site").rglob("*"):
        assert file.is_dir() or b"Secret" not in file.read_bytes(), file
    assert not (other / "site" / "images" / "secret.png").exists()


def assert_it_works(case: PluginCase, folder: Path, told: list[list[str]]) -> None:
    assert [text for level, text in told if level not in ("INFO", "DEBUG")] == []
    assert not case.told or any(case.told in text for _, text in told)
    for path, words in case.shows:
        assert words in (folder / "site" / path).read_text(encoding="utf-8"), path


def test_plugins_that_work_together_lose_nothing(builds: Builds) -> None:
    for case in TOGETHER:
        assert_it_works(case, builds.together, builds.told[builds.together])
    assert_all_is_there(builds.plain, builds.together)
    plain, together = (site_facts(each / "site") for each in (builds.plain, builds.together))
    assert plain["files"].keys() - together["files"].keys() == set()


@pytest.mark.parametrize("case", ALONE, ids=named)
def test_a_plugin_works_alone_and_nothing_is_lost(builds: Builds, case: PluginCase) -> None:
    assert_it_works(case, builds.of[case], builds.told[builds.of[case]])
    assert_all_is_there(builds.plain, builds.of[case])
    for page in (builds.of[case] / "site").rglob("*.html"):
        assert "https://unpkg.com" not in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", REFUSED, ids=named)
def test_a_plugin_is_refused_in_one_line_before_anything_is_built(builds: Builds, case: PluginCase) -> None:
    told = builds.told[builds.of[case]]
    assert [level for level, _ in told] == ["ERROR", "ABORTED"]
    assert case.told in told[0][1]
    assert "\n" not in told[0][1]
    assert not (builds.of[case] / "site").exists()


@pytest.mark.parametrize("case", slow(*TOGETHER), ids=named)
def test_each_of_those_works_alone_too(builds: Builds, tmp_path: Path, case: PluginCase) -> None:
    folder = write(tmp_path / "alone", [case])
    assert_it_works(case, folder, built([folder])[folder])
    assert_all_is_there(builds.plain, folder)


@pytest.mark.slow
def test_the_plugins_of_materialx_are_treated_as_those_of_material(tmp_path: Path) -> None:
    cases = [case for case in CASES if case.plugin.startswith("material/") and case.told]
    folders = [write(tmp_path / str(number), [case], "materialx") for number, case in enumerate(cases)]
    for folder in folders:
        file = folder / "mkdocs.yml"
        file.write_text(file.read_text("utf-8").replace("material/", "materialx/"), "utf-8")
    told = built(folders, "materialx")
    for case, folder in zip(cases, folders, strict=True):
        assert any(case.told.replace("material/", "materialx/") in text for _, text in told[folder]), case


def test_a_page_without_a_file_has_no_date_of_a_file(builds: Builds) -> None:
    pages = {path.parent.name: path.read_text("utf-8") for path in builds.together.glob("site/*/index.html")}
    assert "md-source-file__fact" in pages["about"]
    assert "md-source-file__fact" not in pages["timeline"] + pages["articles"] + pages["people"]


def test_a_navigation_of_authors_runs_no_script(builds: Builds) -> None:
    facts = site_facts(builds.together / "site")
    assert facts["navigation"]["index.html"][:3] == [  # type: ignore[index]
        (".", "Home"),
        ("articles/", "All <b>texts</b>"),
        ("#", "Script"),
    ]


def test_pictures_open_in_the_box(builds: Builds, contexts: Contexts) -> None:
    with served(builds.together / "site") as url:
        visit = Visit(contexts.page(), url)
        visit.open("articles/a-call/")
        visit.page.locator("a.glightbox").click()
        visit.page.locator(".gslide-image img").wait_for()
        assert visit.path == "articles/a-call/"
        visit.page.close()
    assert visit.troubles == []
