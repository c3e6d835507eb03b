"""Set-up: versions pinned without addresses, and a script for continuous integration that runs as it is."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PINS = sorted((ROOT / "requirements").glob("*.txt"))
PIN = re.compile(r"([A-Za-z0-9._-]+)==(\S+)")


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(file: Path) -> dict[str, str]:
    """Names and versions of a file of pins."""
    found = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or line == "-r build.txt":
            continue
        match = PIN.fullmatch(line)
        assert match, f"{file.name}: {line} is not of the form name==version"
        found[normalised(match[1])] = match[2]
    return found


@pytest.mark.parametrize("file", PINS, ids=lambda path: path.name)
def test_pins_are_names_and_versions_only(file: Path) -> None:
    assert pinned(file)


def test_everything_that_the_project_asks_for_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    build = pinned(ROOT / "requirements" / "build.txt")
    test = build | pinned(ROOT / "requirements" / "test.txt")
    for wanted, have in (
        (project["project"]["dependencies"] + groups["build"], build),
        (groups["test"], test),
    ):
        names = {normalised(re.split(r"[<>=!~;\[ ]", entry, maxsplit=1)[0]) for entry in wanted}
        assert names <= have.keys(), "run make pins"


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
