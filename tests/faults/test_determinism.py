"""Two builds of one commit give the same bytes, whatever the machine, its folders, its settings and the day."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fault_sites import Project
from other_machines import ANOTHER_DAY, CONDITIONS, build, differing


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("first")
    return build(Project(folder).fill().folder, folder / "site")


def succeed(project: Project) -> None:
    """Build in a process that has loaded MkDocs, where nothing depends on how it starts."""
    code, said = project.build("--strict")
    assert code == 0, said


@pytest.mark.parametrize("changed", CONDITIONS)
def test_a_small_site_under_other_conditions(tmp_path: Path, first: dict[str, str], changed: str) -> None:
    project = Project(tmp_path).fill()
    assert differing(first, build(project.folder, tmp_path / "site", **CONDITIONS[changed])) == []


def test_a_small_site_in_another_folder_written_in_another_order(
    tmp_path: Path, first: dict[str, str]
) -> None:
    folder = tmp_path / "Ünter “ordnung” & <b>"
    folder.mkdir()
    filled = Project(tmp_path / "filled").fill().folder
    for file in sorted((path for path in filled.rglob("*") if path.is_file()), reverse=True):
        copy = folder / file.relative_to(filled)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
        os.utime(copy, (86_400, 86_400))
    assert differing(first, build(folder, folder / "ö ä", umask=0o077)) == []


def test_a_small_site_with_the_line_ends_of_windows(tmp_path: Path, first: dict[str, str]) -> None:
    """Git writes them into a working copy there, and some editors begin a file with a byte order mark."""
    project = Project(tmp_path).fill()
    for file in tmp_path.rglob("*.*"):
        if file.suffix in (".md", ".yml"):
            file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert differing(first, build(project.folder, tmp_path / "site")) == []


def test_the_conditions_are_really_others(tmp_path: Path) -> None:
    """The other day and the other order reach what builds the site."""
    (tmp_path / "folder").mkdir()
    for name in "abcdefgh":
        (tmp_path / "folder" / name).touch()
    program = (
        "import os, pathlib; from mkdocs.utils import get_build_date;"
        "print(get_build_date(), *(p.name for p in pathlib.Path('folder').iterdir()),"
        "*(e.name for e in os.scandir('folder')))"
    )
    said = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=os.environ | ANOTHER_DAY,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert said[0] == "2031-02-28"
    assert sorted(said[1:9]) == sorted(said[9:]) == list("abcdefgh")
    assert said[1:9] != said[9:]


def test_pages_tell_the_day_of_their_article_or_none(tmp_path: Path) -> None:
    project = Project(tmp_path).fill()
    succeed(project)
    site_map = (project.site / "sitemap.xml").read_text(encoding="utf-8")
    assert sorted(line.strip() for line in site_map.splitlines() if "lastmod" in line) == [
        "<lastmod>2016-01-02</lastmod>",
        "<lastmod>2021-12-08</lastmod>",
    ]
    assert site_map.count("<loc>") > 10


@pytest.mark.parametrize("date", ["1955-05-15", "2014-09", "2110-01-01"])
def test_articles_of_any_date_can_be_in_the_site_map(tmp_path: Path, date: str) -> None:
    """A compressed file holds seconds from 1970 to 2106, and MkDocs knows days alone."""
    project = Project(tmp_path).fill()
    for name in ("talks", "signed"):
        project.write(f"content/articles/{name}.md", f"---\ntitle: {name}\ndate: {date}\n---\nText.\n")
    succeed(project)
    packed = (project.site / "sitemap.xml.gz").read_bytes()
    assert packed[4:8] == bytes(4), "no moment"
