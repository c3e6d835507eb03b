"""Tests of the workflows: valid by GitHub's schema, clean by zizmor, with no more rights than stated."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml

from dossier.content.schema import load_schema
from dossier.edit.starting import Installation, Start, starter_files
from dossier.model.hosts import MATERIALX, PROPERDOCS

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SCRIPTS = Path(sysconfig.get_path("scripts"))
OTHER = "other.yml"


def run(*command: str | Path) -> str:
    environment = os.environ | {"NO_COLOR": "1"}
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workflow that `dossier init` writes: no part of this repository, but it has to be as good.

    Beside it is one for the other host and theme.
    """
    path = PurePosixPath(".github/workflows/site.yml")
    file = tmp_path_factory.mktemp("generated") / path
    file.parent.mkdir(parents=True)
    for start, name in ((Start("A"), path.name), (Start("A", host=PROPERDOCS, theme=MATERIALX), OTHER)):
        text = starter_files(start, Installation("mkdocs-dossier"), load_schema())[path]
        file.with_name(name).write_text(str(text), encoding="utf-8")
    return file


def read(workflow: Path) -> dict[Any, Any]:
    # YAML 1.1 reads the key "on" as true.
    data: dict[Any, Any] = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    return data


def test_there_are_workflows() -> None:
    assert WORKFLOWS


def test_valid_by_the_schema(generated: Path) -> None:
    checker = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows")
    run(*checker, *WORKFLOWS, generated, generated.with_name(OTHER))


def test_dependabot_is_valid_by_the_schema() -> None:
    checker = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.dependabot")
    run(*checker, ROOT / ".github" / "dependabot.yml")


def test_zizmor_finds_nothing() -> None:
    run(SCRIPTS / "zizmor", "--offline", "--no-progress", "--persona", "pedantic", ROOT / ".github")


def test_zizmor_finds_nothing_in_the_generated_workflow(generated: Path) -> None:
    run(SCRIPTS / "zizmor", "--offline", "--no-progress", "--persona", "pedantic", generated.parents[1])


def test_the_generated_workflow_is_short_and_pins_the_same_actions(generated: Path) -> None:
    text = generated.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 40
    used = re.findall(r"uses: (.*)", text)
    assert used
    known = [
        line for file in WORKFLOWS for line in re.findall(r"uses: (.*)", file.read_text(encoding="utf-8"))
    ]
    assert set(used) <= set(known)


def test_the_generated_workflow_has_the_least_rights(generated: Path) -> None:
    workflow = read(generated)
    assert workflow["permissions"] == {}
    rights = {name: job["permissions"] for name, job in workflow["jobs"].items()}
    assert rights == {"build": {"contents": "read"}, "deploy": {"pages": "write", "id-token": "write"}}
    assert workflow[True] == {"push": {"branches": ["main"]}, "pull_request": None}
    deploy = workflow["jobs"]["deploy"]
    assert deploy["if"] == "github.event_name == 'push'"
    assert not [step for step in deploy["steps"] if "run" in step or "checkout" in step["uses"]]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit_with_the_version_beside(workflow: Path) -> None:
    used = re.findall(r"uses: (.*)", workflow.read_text(encoding="utf-8"))
    assert used
    for action in used:
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


# Every job, its rights, and nothing else: a new job or right is to be written down here as well.
RIGHTS = {
    "site.yml": {
        "flag": {"contents": "read"},
        "audit": {"contents": "read"},
        "build": {"contents": "read"},
        "elsewhere": {"contents": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    },
    "release.yml": {
        "build": {"contents": "read"},
        "publish": {"id-token": "write", "attestations": "write"},
    },
}
TRIGGERS = {
    "site.yml": {"push": {"branches": ["main"]}, "pull_request": None},
    "release.yml": {"push": {"tags": ["v[0-9]+.[0-9]+.[0-9]+*"]}},
}


def jobs() -> list[tuple[str, str, dict[str, Any]]]:
    found = [(file.name, name, job) for file in WORKFLOWS for name, job in read(file)["jobs"].items()]
    assert found
    return found


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_each_job_has_the_rights_that_are_written_down(workflow: Path) -> None:
    data = read(workflow)
    assert data["permissions"] == {}
    assert {name: job["permissions"] for name, job in data["jobs"].items()} == RIGHTS[workflow.name]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_only_these_events_start_a_workflow(workflow: Path) -> None:
    """Above all not `pull_request_target`, which runs a stranger's change with the rights of the repository."""
    assert read(workflow)[True] == TRIGGERS[workflow.name]


def test_jobs_that_may_write_run_no_code_of_the_repository_and_never_for_pull_requests() -> None:
    writers = [(file, name, job) for file, name, job in jobs() if "write" in job["permissions"].values()]
    assert [(file, name) for file, name, _ in writers] == [("release.yml", "publish"), ("site.yml", "deploy")]
    for file, name, job in writers:
        assert not [step for step in job["steps"] if "run" in step or "checkout" in step["uses"]], name
        assert job["environment"]["name"]
        assert "pull_request" not in read(ROOT / ".github/workflows" / file)[True] or (
            job["if"] == "github.event_name == 'push' && github.ref == 'refs/heads/main'"
        )


def test_no_script_holds_an_expression() -> None:
    """What others write, a branch's name or a title, reaches a script as a variable and never as a part of it."""
    for file, name, job in jobs():
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), f"{file}: {name}: {step}"


def test_no_checkout_keeps_its_credentials() -> None:
    checkouts = [step for *_, job in jobs() for step in job["steps"] if "checkout" in step.get("uses", "")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_every_job_ends_at_some_time() -> None:
    assert all(1 <= job["timeout-minutes"] <= 60 for *_, job in jobs())


def test_pipes_fail_where_a_part_of_them_does() -> None:
    """Only a shell that is named is started with `pipefail`."""
    for *_, job in jobs():
        for step in job["steps"]:
            assert "|" not in step.get("run", "") or step["shell"] == "bash", step


def test_a_release_is_attested_and_published_without_a_password() -> None:
    steps = read(ROOT / ".github/workflows/release.yml")["jobs"]["publish"]["steps"]
    used = [step["uses"].partition("@")[0] for step in steps]
    assert used == [
        "actions/download-artifact",
        "actions/attest-build-provenance",
        "pypa/gh-action-pypi-publish",
    ]
    assert steps[-1]["with"] == {"packages-dir": "dist", "attestations": True}


def test_a_publication_is_never_stopped_half_way() -> None:
    for workflow in WORKFLOWS:
        stopped = read(workflow)["concurrency"]["cancel-in-progress"]
        assert stopped in (False, "${{ github.event_name == 'pull_request' }}"), workflow.name


# What Windows lacks, or allows only to administrators, and modules of `tests/support` that use it.
ONLY_POSIX = re.compile(
    r"\b(?:fcntl|pty|termios|resource|symlink_to|mkfifo|SIGKILL|fork|umask|AF_UNIX"
    r"|warm_processes|terminal import|site_fixtures|other_machines|side_by_side)\b"
)


def test_what_runs_on_windows_and_macos_needs_neither_make_nor_posix() -> None:
    steps = read(ROOT / ".github/workflows/site.yml")["jobs"]["elsewhere"]["steps"]
    commands = "\n".join(step.get("run", "") for step in steps)
    assert not re.search(r"\bmake\b|\.venv", commands)
    folders = re.findall(r"\btests/(\w+)", commands)
    assert folders
    for folder in folders:
        for file in (ROOT / "tests" / folder).rglob("*.py"):
            found = ONLY_POSIX.findall(file.read_text(encoding="utf-8"))
            assert not found, f"{file.name} does not run on Windows: {found}"
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    told = contributing.partition("On Windows, these folders of tests can run:")[2].partition(";")[0]
    assert re.findall(r"`(\w+)`", told) == folders


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_no_secrets(workflow: Path) -> None:
    assert not re.search(r"\$\{\{[^}]*\bsecrets\b", workflow.read_text(encoding="utf-8"))
