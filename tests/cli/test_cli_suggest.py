"""Tests of ``dossier suggest`` as a list, as JSON and as a patch; rejected names never come again."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.pipeline import read_all

WriteFiles = Callable[[str], Path]
DOSSIER = """\
-- content/people/ada-example.md --
---
title: Ada Example
---
-- content/people/bob-sample.md --
---
title: Bob Sample
aliases:
  - Robert Sample   # as he signs
born: 1952
---
-- content/organisations/harbour-commission.md --
---
title: Harbour Safety Commission
aliases: [HSC]
---
-- content/articles/a.md --
---
title: A
date: 2022-01-13
---
The special counsel Robert Mueller met Ada Exemple in Tallinn.

Bob Sampel heard the Harbour Commission. Nobody knew Zyx.
-- content/articles/b.md --
---
title: B
date: 2022-01-14
---
Later Mueller came.
"""


@pytest.fixture
def folder(write_files: WriteFiles, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = write_files(DOSSIER)
    monkeypatch.chdir(found)
    return found


def suggest(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["suggest", *arguments])


def names() -> list[str]:
    result = suggest("--json")
    assert result.exit_code == 0, result.output
    return [each["name"] for each in json.loads(result.stdout)["names"]]


def test_a_list_with_places_and_sentences(folder: Path) -> None:
    result = suggest()
    assert result.exit_code == 0, result.output
    assert (
        "Robert Mueller  2 articles, 2 mentions\n  person: “Robert” is a given name, after “counsel”"
        in result.stdout
    )
    assert "  also Mueller\n" in result.stdout
    assert (
        "  content/articles/a.md:5:21\n    The special counsel *Robert Mueller* met Ada Exemple in Tallinn."
    ) in result.stdout
    assert "Ada Exemple  1 article, 1 mention\n  to ada-example: nearly “Ada Example”" in result.stdout


def test_json_says_the_same(folder: Path) -> None:
    found = json.loads(suggest("--format", "json").stdout)
    assert found == json.loads(suggest("--json").stdout)
    first = found["names"][0]
    assert (first["name"], first["forms"], first["type"]) == ("Robert Mueller", ["Mueller"], "person")
    assert first["places"][0] == {
        "file": "content/articles/a.md",
        "line": 5,
        "column": 21,
        "words": "Robert Mueller",
        "sentence": "The special counsel Robert Mueller met Ada Exemple in Tallinn.",
    }
    assert {(each["id"], each["alias"]) for each in found["aliases"]} == {
        ("ada-example", "Ada Exemple"),
        ("bob-sample", "Bob Sampel"),
        ("harbour-commission", "Harbour Commission"),
    }
    assert found["ambiguous"] == []


def test_a_limit(folder: Path) -> None:
    assert "Names without a page, the first 1 of 3; --limit 0 lists all" in suggest("--limit", "1").stdout
    assert "Names without a page, 3" in suggest("--limit", "0").stdout


def test_git_takes_the_patch_and_check_finds_nothing(folder: Path) -> None:
    result = suggest("--format", "patch")
    assert result.exit_code == 0, result.output
    assert result.stderr == "not in the patch: Zyx\n"
    subprocess.run(["git", "init", "--quiet"], check=True)
    subprocess.run(["git", "apply", "-"], input=result.stdout, text=True, check=True)
    assert "title: Robert Mueller\n" in Path("content/people/robert-mueller.md").read_text(encoding="utf-8")
    assert Path("content/places/tallinn.md").is_file()
    assert Path("content/people/ada-example.md").read_text(encoding="utf-8") == (
        "---\ntitle: Ada Example\naliases:\n  - Ada Exemple\n---\n"
    )
    assert "  - Robert Sample   # as he signs\n  - Bob Sampel\nborn: 1952\n" in Path(
        "content/people/bob-sample.md"
    ).read_text(encoding="utf-8")
    assert "aliases: [HSC, Harbour Commission]\n" in Path(
        "content/organisations/harbour-commission.md"
    ).read_text(encoding="utf-8")
    assert read_all(Path("content")).findings == []
    left = json.loads(suggest("--json").stdout)
    assert ([each["name"] for each in left["names"]], left["aliases"]) == (["Zyx"], [])


@pytest.mark.parametrize("parts", ["\r\n", "\u2028", "\x85"])
def test_git_takes_the_patch_of_a_file_with_other_ends_of_lines(folder: Path, parts: str) -> None:
    end = parts if parts == "\r\n" else "\n"
    text = f"---{end}title: Ada Example{end}---{end}One{parts}two.{end}"
    file = Path("content/people/ada-example.md")
    file.write_text(text, encoding="utf-8", newline="")
    result = suggest("--format", "patch")
    assert result.exit_code == 0, result.output
    subprocess.run(["git", "init", "--quiet"], check=True)
    subprocess.run(["git", "apply", "-"], input=result.stdout_bytes, check=True)
    wanted = text.replace(f"Example{end}", f"Example{end}aliases:{end}  - Ada Exemple{end}", 1)
    assert file.read_bytes() == wanted.encode()


def test_two_formats_are_wrong_use(folder: Path) -> None:
    result = suggest("--format", "patch", "--json")
    assert (result.exit_code, "contradict each other; give only one" in result.stderr) == (2, True)
    assert suggest("--format", "json", "--json").exit_code == 0


def test_a_patch_is_made_below_the_folder_of_the_repository(folder: Path) -> None:
    result = suggest("--format", "patch", "--content", str(folder / "content"))
    assert (result.exit_code, "--content" in result.stderr) == (2, True)


def test_what_is_rejected_is_kept_with_its_reason_and_stays_away(folder: Path) -> None:
    assert names() == ["Robert Mueller", "Tallinn", "Zyx"]
    result = suggest("--reject", "Robert  Mueller", "--reason", "not: ours", "--reject", "Zyx")
    assert (result.exit_code, result.stdout) == (0, "")
    file = Path("site_config/rejected.yaml")
    assert file.read_text(encoding="utf-8").splitlines()[-4:] == [
        "- name: Robert Mueller", '  reason: "not: ours"', "- name: Zyx", '  reason: "not: ours"',
    ]  # fmt: skip
    assert names() == ["Tallinn"]


def test_an_editors_own_lines_in_the_file_stay(folder: Path) -> None:
    file = Path("site_config/rejected.yaml")
    file.parent.mkdir()
    file.write_text("# mine\n- Zyx  # plain\n", encoding="utf-8")
    assert suggest("--reject", "Tallinn").exit_code == 0
    assert file.read_text(encoding="utf-8") == "# mine\n- Zyx  # plain\n- name: Tallinn\n"
    assert "already" in suggest("--reject", "tallinn").stderr
    assert file.read_text(encoding="utf-8").count("allinn") == 1
    assert names() == ["Robert Mueller"]


@pytest.mark.parametrize(
    "text", ["name: Zyx\n", "- {reason: x}\n", "- {name: x, raeson: y}\n", "- [a]\n", "{\n"]
)
def test_a_broken_file_of_rejected_names_is_wrong_use_with_its_place(folder: Path, text: str) -> None:
    file = Path("site_config/rejected.yaml")
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    for arguments in ((), ("--reject", "Tallinn")):
        result = suggest(*arguments)
        assert result.exit_code == 2, result.output
        assert "site_config/rejected.yaml:" in result.stderr
    assert file.read_text(encoding="utf-8") == text


def test_wrong_use(folder: Path) -> None:
    assert suggest("--reason", "why").exit_code == 2
    assert suggest("--reject", "…").exit_code == 2
    assert suggest("--format", "html").exit_code == 2
    assert not Path("site_config").exists()


KILLED_WHILE_WRITING = """
import os, signal
os.fsync = lambda descriptor: os.kill(os.getpid(), signal.SIGKILL)
from dossier.cli import main
main()
"""


def test_killed_while_it_writes_the_file_is_as_it_was(folder: Path) -> None:
    assert suggest("--reject", "Zyx").exit_code == 0
    file = Path("site_config/rejected.yaml")
    before = file.read_text(encoding="utf-8")
    command = [sys.executable, "-c", KILLED_WHILE_WRITING, "suggest", "--reject", "Tallinn"]
    assert subprocess.run(command, check=False, capture_output=True).returncode == -signal.SIGKILL
    assert file.read_text(encoding="utf-8") == before


def test_nothing_to_suggest(write_files: WriteFiles) -> None:
    folder = write_files("-- content/people/a.md --\n---\ntitle: A\n---\n")
    assert suggest("--content", str(folder / "content")).stdout == "nothing to suggest\n"
