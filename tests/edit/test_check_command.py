"""Tests of the command `dossier check`: its options, its exit statuses, and watching."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main

WriteFiles = Callable[[str], Path]
RIGHT = (
    "-- content/people/a.md --\n---\ntitle: Jane Doe\n---\n"
    "-- content/articles/x.md --\n---\ntitle: X\ndate: 2021\npublisher: P\n---\nJane Doe.\n"
)
NOTED = "-- content/people/a.md --\n---\ntitle: Jane Doe\n---\n"
WARNED = f"{RIGHT}-- content/articles/b.MD --\n"
WRONG = "-- content/people/a.md --\n---\ntitle: A person\nbron: 1\n---\n-- content/people/b.md --\n"
FUTURE = "-- content/articles/x.md --\n---\ntitle: X\ndate: 2030-05-05\npublisher: P\n---\n"


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)

    def run(folder: Path, *options: str, env: dict[str, str] | None = None) -> Result:
        monkeypatch.chdir(folder)
        return CliRunner().invoke(main, ["check", *options], env=env)

    return run


@pytest.mark.parametrize(
    ("archive", "options", "status"),
    [
        (RIGHT, (), 0),
        (RIGHT, ("--strict",), 0),
        (NOTED, ("--strict",), 0),
        (WARNED, (), 0),
        (WARNED, ("--strict",), 1),
        (WRONG, (), 1),
        (WRONG, ("--format", "sarif"), 1),
        (RIGHT, ("--format", "xml"), 2),
        (RIGHT, ("--settings", "missing.yaml"), 2),
        (RIGHT, ("--today", "soon"), 2),
        (RIGHT, ("--today", "2021"), 2),
        (RIGHT, ("--content", "elsewhere"), 2),
    ],
)
def test_the_exit_status(
    write_files: WriteFiles,
    check: Callable[..., Result],
    archive: str,
    options: tuple[str, ...],
    status: int,
) -> None:
    assert check(write_files(archive), *options).exit_code == status


def test_findings_go_to_the_output_and_their_number_beside_it(
    write_files: WriteFiles, check: Callable[..., Result]
) -> None:
    result = check(write_files(WRONG))
    firsts = [line for line in result.stdout.splitlines() if not line.startswith("    ")]
    assert [line.split(" ")[:2] for line in firsts] == [
        ["content/people/a.md:2:8:", "unmentioned-entity"],
        ["content/people/a.md:3:1:", "unknown-field"],
        ["content/people/b.md:1:1:", "front-matter-missing"],
    ]
    assert result.stderr == "2 errors, 1 note\n"


def test_a_clean_dossier_says_so(write_files: WriteFiles, check: Callable[..., Result]) -> None:
    result = check(write_files(RIGHT))
    assert (result.stdout, result.stderr) == ("", "no findings\n")


def test_paths_can_be_opened_from_where_the_command_runs(
    write_files: WriteFiles, check: Callable[..., Result]
) -> None:
    folder = write_files(WRONG)
    (folder / ".git").mkdir()
    (folder / "sub").mkdir()
    text = check(folder / "sub", "--content", "../content")
    assert text.stdout.startswith("../content/people/a.md:")
    github = check(folder / "sub", "--content", "../content", "--format", "github")
    assert github.stdout.startswith("::notice file=content/people/a.md,")


def test_json_is_both_a_format_and_an_option(write_files: WriteFiles, check: Callable[..., Result]) -> None:
    one, other = check(write_files(WRONG), "--json"), check(write_files(WRONG), "--format", "json")
    assert one.stdout == other.stdout
    assert len(json.loads(one.stdout)["findings"]) == 3
    assert check(write_files(WRONG), "--json", "--format", "sarif").exit_code == 2


def test_settings_are_found_beside_the_schema_or_where_they_are_named(
    write_files: WriteFiles, check: Callable[..., Result]
) -> None:
    off = "severities: {unmentioned-entity: off}\n"
    folder = write_files(f"{NOTED}-- site_config/checks.yaml --\n{off}-- mine.yaml --\nseverities:\n")
    assert check(folder).stderr == "no findings\n"
    assert check(folder, "--settings", "mine.yaml").stderr == "1 note\n"
    (folder / "own" / "types").mkdir(parents=True)
    assert check(folder, "--schema", "own/types").stderr == "1 note\n"
    (folder / "own" / "checks.yaml").write_text(off)
    assert check(folder, "--schema", "own/types").stderr == "no findings\n"


def test_settings_are_those_of_the_sites_configuration(
    write_files: WriteFiles, check: Callable[..., Result]
) -> None:
    off = "severities: {unmentioned-entity: off}\n"
    site = "-- mkdocs.yml --\nsite_name: A\ndocs_dir: content\n"
    folder = write_files(f"{NOTED}{site}-- site_config/checks.yaml --\n{off}-- mine.yaml --\n{off}")
    (folder / "sub").mkdir()
    assert check(folder / "sub", "--content", "../content").stderr == "no findings\n"
    (folder / "site_config" / "checks.yaml").unlink()
    assert check(folder).stderr == "1 note\n"
    write_files(f"{site}plugins: [{{dossier: {{checks: mine.yaml}}}}]\n")
    assert check(folder).stderr == "no findings\n"
    (folder / "mine.yaml").unlink()
    assert (missing := check(folder)).exit_code == 1
    assert "mine.yaml:1:1: unreadable-file" in missing.stdout


def test_a_line_of_the_settings_is_shown_where_it_is(
    write_files: WriteFiles, check: Callable[..., Result]
) -> None:
    result = check(write_files(f"{RIGHT}-- site_config/checks.yaml --\nseverities: {{nonsense: off}}\n"))
    assert result.exit_code == 1
    assert result.stdout.startswith(
        "site_config/checks.yaml:1:14: check-setting there is no check “nonsense”"
    )
    assert "~~~~~~~^" in result.stdout


@pytest.mark.parametrize(
    ("options", "epoch", "found"),
    [
        (("--today", "2030-05-05"), None, False),
        (("--today", "2030-05-04"), None, True),
        ((), "1904169600", False),  # 2030-05-05
        ((), "1904083200", True),
        (("--today", "2031-01-01"), "0", False),
    ],
)
def test_today_is_what_it_is_said_to_be(
    write_files: WriteFiles,
    check: Callable[..., Result],
    options: tuple[str, ...],
    epoch: str | None,
    found: bool,
) -> None:
    result = check(write_files(FUTURE), *options, env={"SOURCE_DATE_EPOCH": epoch} if epoch else None)
    assert ("date-in-future" in result.stdout) is found


def test_a_wrong_epoch_is_wrong_use(write_files: WriteFiles, check: Callable[..., Result]) -> None:
    assert check(write_files(RIGHT), env={"SOURCE_DATE_EPOCH": "soon"}).exit_code == 2


def test_wrong_use_is_said_without_a_traceback(write_files: WriteFiles, check: Callable[..., Result]) -> None:
    folder = write_files("-- types/vessel.yaml --\ntype: vessel\n")
    missing = check(folder)
    assert (missing.exit_code, "there is no dossier folder" in missing.stderr) == (2, True)
    assert check(folder, "--watch").exit_code == 2
    (folder / "content").mkdir()
    wrong = check(folder, "--schema", "types")
    assert (wrong.exit_code, "vessel.yaml:1:1: error: schema" in wrong.stderr) == (2, True)


class Watched:
    """A watching command, whose remarks are read as they come."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-c", "from dossier.cli import main; main()", "check", "--watch"]
        self.process = subprocess.Popen(
            command, cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ
        )
        self.remarks: list[str] = []
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.remarks.append(line.rstrip("\n"))

    def runs(self) -> int:
        return sum("waiting for changes" in remark for remark in self.remarks)

    def wait(self, runs: int) -> None:
        # A run that never comes must fail the test and not hang it; nothing is measured here.
        last = time.monotonic() + 120
        while self.runs() < runs and self.process.poll() is None and time.monotonic() < last:
            time.sleep(0.05)
        assert self.runs() >= runs, self.remarks


def test_watching_checks_again_after_a_change_and_ends_cleanly(write_files: WriteFiles) -> None:
    folder = write_files(f"{RIGHT}-- site_config/schema/own.yaml --\ntype: person\n")
    watched = Watched(folder)
    try:
        watched.wait(1)
        assert watched.remarks[0] == "no findings"
        for number in range(20):
            (folder / "content" / "people" / f"p{number}.md").write_text("---\ntitel: A\n---\n")
        watched.wait(2)
        # Changes at once give one more run, or two where they took longer than a moment to write.
        assert any(remark.startswith("40 errors") for remark in watched.remarks), watched.remarks
        before = watched.runs()
        # Reading the files, which a run does, gives no run.
        time.sleep(1.5)
        assert watched.runs() == before
        (folder / "site_config" / "schema" / "own.yaml").write_text("type: vessel\n")
        watched.wait(before + 1)
        assert any("own.yaml:1:1: error: schema" in remark for remark in watched.remarks)
        (folder / "site_config" / "checks.yaml").write_text("severities: {}\n")
        watched.wait(before + 2)
        watched.process.send_signal(signal.SIGINT)
        assert watched.process.wait() == 130
        watched.reader.join()
        assert not any("Traceback" in remark for remark in watched.remarks)
    finally:
        watched.process.kill()
        watched.process.wait()
        watched.reader.join()
        for stream in (watched.process.stdout, watched.process.stderr):
            assert stream is not None
            stream.close()
