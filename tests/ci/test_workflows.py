"""The workflows: valid by GitHub's schema, free of what zizmor finds, and with no more rights than said."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SCRIPTS = Path(sysconfig.get_path("scripts"))


def run(*command: str | Path) -> str:
    environment = os.environ | {"NO_COLOR": "1"}
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def read(workflow: Path) -> dict[Any, Any]:
    # YAML 1.1 reads the key "on" as true.
    data: dict[Any, Any] = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    return data


def test_there_are_workflows() -> None:
    assert WORKFLOWS


def test_valid_by_the_schema() -> None:
    checker = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows")
    run(*checker, *WORKFLOWS)


def test_dependabot_is_valid_by_the_schema() -> None:
    checker = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.dependabot")
    run(*checker, ROOT / ".github" / "dependabot.yml")


def test_zizmor_finds_nothing() -> None:
    run(SCRIPTS / "zizmor", "--offline", "--no-progress", "--persona", "pedantic", ROOT / ".github")


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit_with_the_version_beside(workflow: Path) -> None:
    used = re.findall(r"uses: (.*)", workflow.read_text(encoding="utf-8"))
    assert used
    for action in used:
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_only_publishing_may_write_and_it_runs_no_code_of_the_repository(workflow: Path) -> None:
    data = read(workflow)
    assert data["permissions"] == {}
    assert "pull_request_target" not in data[True]
    for name, job in data["jobs"].items():
        if name == "deploy":
            assert job["permissions"] == {"pages": "write", "id-token": "write"}
            assert "pull_request" not in job["if"]
            assert not any("run" in step or "checkout" in step["uses"] for step in job["steps"])
        else:
            assert job["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_no_secrets(workflow: Path) -> None:
    assert not re.search(r"\$\{\{[^}]*\bsecrets\b", workflow.read_text(encoding="utf-8"))
