"""Tests of what the summary of a pull request says about the files that it changes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / ".github" / "flag_code.py"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet")
    write(tmp_path, "content/articles/old.md", "Old")
    write(tmp_path, "mkdocs.yml", "site_name: A")
    commit(tmp_path)
    return tmp_path


def git(folder: Path, *words: str) -> bytes:
    names = ("-c", "user.name=A", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *names, *words], cwd=folder, capture_output=True, check=True).stdout


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "A change")


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def note(folder: Path) -> str:
    """What the workflow writes for the last commit."""
    raw = git(folder, "diff", "--raw", "-z", "--no-renames", "HEAD^1", "HEAD")
    done = subprocess.run([sys.executable, SCRIPT], input=raw, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    "name", ["content/articles/new.md", "content/pictures/a.jpg", "README.md", "docs/a.md"]
)
def test_texts_and_pictures_are_not_flagged(repository: Path, name: str) -> None:
    write(repository, name, "New")
    commit(repository)
    assert note(repository).startswith("### Content only")


@pytest.mark.parametrize(
    "name",
    [
        "mkdocs.yml",
        "Makefile",
        "pyproject.toml",
        "hooks/a.py",
        "plugins/a/theme/a.html",
        "site_config/overrides/main.html",
        "site_config/schema/vessel.yaml",
        "requirements/build.txt",
        ".ci/run",
        ".github/workflows/site.yml",
        "dossier/pipeline.py",
        "tests/model/test_a.py",
        "content/a.html",
        "content/pictures/A.SVG",
        "content/a.js",
    ],
)
def test_what_runs_is_flagged(repository: Path, name: str) -> None:
    write(repository, name, "New")
    write(repository, "content/articles/new.md", "New")
    commit(repository)
    said = note(repository)
    assert said.startswith("### Code is changed")
    assert f"code: {name}\n" in said
    assert "new.md" not in said


def test_links_and_programs_in_content_are_flagged(repository: Path) -> None:
    (repository / "content/passwords.md").symlink_to("/etc/passwd")
    write(repository, "content/run.md", "#!/bin/sh").chmod(0o755)
    commit(repository)
    said = note(repository)
    assert "symbolic link: content/passwords.md\n" in said
    assert "program: content/run.md\n" in said


def test_code_that_is_removed_or_moved_into_content_is_flagged(repository: Path) -> None:
    (repository / "mkdocs.yml").rename(repository / "content/mkdocs.md")
    commit(repository)
    assert "code: mkdocs.yml\n" in note(repository)


@pytest.mark.parametrize(
    "name",
    [
        "plugins/```\n# Approved\n```.py",
        "plugins/<img src=x onerror=alert(1)>.py",
        "plugins/$(touch broken); `touch broken`.py",
        "plugins/[click](https://evil.example).py",
        "plugins/\u202eyp.txet.py",
        "plugins/::error::a\r\n::warning::b.py",
        f"plugins/{'a' * 240}.py",
    ],
)
def test_names_of_files_are_shown_and_do_nothing(repository: Path, name: str) -> None:
    write(repository, name, "New")
    commit(repository)
    said = note(repository)
    fence = re.search(r"^(`{3,})text\n(.*)\n\1\n\Z", said, re.MULTILINE | re.DOTALL)
    assert fence, said
    assert "\n" not in fence[2]
    assert fence[2].startswith("code: plugins/")
    assert fence[1] not in fence[2]
    assert fence[2].isprintable()
    assert not (repository / "broken").exists()


def test_a_name_that_is_no_text_is_shown_as_well(repository: Path) -> None:
    raw = b":000000 100644 0000000 1111111 A\0plugins/\xff.py\0"
    done = subprocess.run([sys.executable, SCRIPT], input=raw, capture_output=True, check=True)
    assert b"code: plugins/\\udcff.py" in done.stdout


def test_a_long_list_is_cut_and_says_so(repository: Path) -> None:
    for number in range(250):
        write(repository, f"plugins/{number}.py", "")
    commit(repository)
    assert "… and 50 more" in note(repository)


def test_where_no_change_is_seen_none_is_called_harmless() -> None:
    done = subprocess.run([sys.executable, SCRIPT], input=b"", capture_output=True, check=True)
    assert done.stdout.startswith(b"### No change was seen")
