"""Tests of the set-up: pinned versions without addresses, and a script for CI that runs."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "requirements" / "build.txt"
TEST = ROOT / "requirements" / "test.txt"
# Of the values that a marker may compare, those of one machine; a version of Python is what matters most.
MACHINES = [
    {"sys_platform": system, "platform_system": name, "os_name": family, "python_full_version": version}
    | {"python_version": version.rpartition(".")[0], "platform_python_implementation": "CPython"}
    for system, name, family in (
        ("linux", "Linux", "posix"),
        ("darwin", "Darwin", "posix"),
        ("win32", "Windows", "nt"),
    )
    for version in ("3.11.0", "3.11.9", "3.12.4", "3.13.1", "3.14.0")
]


def lines_of(file: Path) -> list[str]:
    return [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def pinned(file: Path) -> list[Requirement]:
    return [Requirement(line) for line in lines_of(file)]


def names(requirements: Iterable[Requirement | str]) -> set[str]:
    return {canonicalize_name(Requirement(str(one)).name) for one in requirements}


@pytest.mark.parametrize("file", [BUILD, TEST], ids=lambda path: path.name)
def test_pins_are_names_versions_and_markers_only(file: Path) -> None:
    assert pinned(file)
    for one in pinned(file):
        assert not one.url, one
        assert not one.extras, one
        assert [each.operator for each in one.specifier] == ["=="], one


@pytest.mark.parametrize("file", [BUILD, TEST], ids=lambda path: path.name)
@pytest.mark.parametrize("machine", MACHINES, ids=lambda m: f"{m['sys_platform']}-{m['python_full_version']}")
def test_no_machine_gets_two_versions_of_a_package(file: Path, machine: dict[str, str]) -> None:
    fit = [one for one in pinned(file) if one.marker is None or one.marker.evaluate(machine)]
    assert len(names(fit)) == len(fit)


def test_the_tests_run_with_what_the_site_is_built_with() -> None:
    assert set(lines_of(BUILD)) <= set(lines_of(TEST)), "run make pins UPGRADE="


def test_everything_that_the_project_asks_for_is_pinned() -> None:
    data = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project, groups = data["project"], data["dependency-groups"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["import"], *groups["build"]]
    assert names(wanted) <= names(pinned(BUILD)), "run make pins UPGRADE="
    assert names(groups["test"]) <= names(pinned(TEST)), "run make pins UPGRADE="


def test_the_script_for_continuous_integration_is_executable_bash() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    text = script.read_text(encoding="utf-8")
    assert text.startswith("#!/usr/bin/env bash\n")
    assert "set -euo pipefail" in text
    subprocess.run(["bash", "-n", script], check=True)


def test_no_file_names_a_package_host() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    hosts = [
        ".".join(parts)
        for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("debian", "org"))
    ]
    for name in listed.stdout.split("\0"):
        file = ROOT / name
        if not name or not file.is_file():
            continue
        content = file.read_bytes()
        assert not [host for host in hosts if host.encode() in content], name


def test_every_command_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for command in set(phony[1].split()) - {"browser"}:
        assert re.search(rf"^  make {command}\s+\S", shown, re.MULTILINE), command


def test_what_is_said_to_be_ours_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = text.partition("## What is ours and why\n")[2].partition("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    assert rows
    for row in rows:
        first, *others = re.findall(r"`([^`]+)`", row)
        folder = first.rpartition("/")[0]
        for name in (first, *(f"{folder}/{other}" for other in others)):
            places = [ROOT / root / name for root in ("dossier", "plugins")]
            assert any(place.is_dir() or place.with_suffix(".py").is_file() for place in places), name


def test_no_test_installs_from_the_network() -> None:
    for file in (ROOT / "tests").rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        if '"install"' in text and file != Path(__file__):
            assert '"--no-index"' in text, f"{file.name} installs without --no-index"
