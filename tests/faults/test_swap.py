"""Whatever interrupts a build, the served site is the old one or the new one, byte for byte."""

from __future__ import annotations

import re
import shutil
import signal
import stat
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from fault_sites import Project, digest, in_namespace, is_one_line, was_killed
from mkdocs.commands.build import build
from mkdocs.config import load_config
from slow_cases import slow

PUT = "mkdocs_atomic_site.staging.put"
NOT_YET = (
    "on_config",
    "on_pre_build",
    "on_files",
    "on_nav",
    "on_page_markdown",
    "on_env",
    "on_post_template",
    "on_post_page",
    "before:mkdocs_pagefind.plugin.build_index",
    "after:mkdocs_pagefind.plugin.build_index",
    "on_post_build",
    "before:mkdocs_atomic_site.staging._keep_hidden",
    f"before:{PUT}",
)
DONE = (f"after:{PUT}", f"removing:{PUT}", "after:mkdocs_atomic_site.publishing.publish")


@dataclass(frozen=True)
class Versions:
    """A project whose site is old and whose content is new, and what either site is."""

    folder: Path
    old: str
    new: str


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    folder = tmp_path_factory.mktemp("versions")
    project = Project(folder).fill()
    succeed(project.build("--strict"))
    project.write("content/people/jim-poe.md", "---\ntitle: Jim Poe\n---\nHe met Jane Doe in Harbour.\n")
    project.write("content/about.md", "---\ntitle: About\n---\nAbout Jim Poe.\n")
    succeed(project.build("--strict", "--site-dir", "next"))
    old, new = digest(project.site), digest(folder / "next")
    assert old != new
    shutil.rmtree(folder / "next")
    return Versions(folder, old, new)


@pytest.fixture
def project(versions: Versions, tmp_path: Path) -> Project:
    """A copy of the project, so that each test has an old site and new content."""
    shutil.copytree(versions.folder, tmp_path, dirs_exist_ok=True)
    return Project(tmp_path)


def succeed(built: tuple[int, str]) -> None:
    code, said = built
    assert code == 0, said


def fail(built: tuple[int, str], *words: str) -> None:
    """The build ends with 1 and says why in one line."""
    code, said = built
    assert code == 1, said
    assert is_one_line(said), said
    for word in words:
        assert word in said


def names_a_file(said: str) -> bool:
    """Whether the line that says why a build has failed tells at which file of the site or of the search."""
    failed = next(line for line in said.splitlines() if "has failed" in line or "has not made" in line)
    return re.search(r"(?:/site/|/pages/|/index/|pagefind)\S*\.[a-z_]+\b", failed) is not None


@pytest.mark.parametrize("moment", NOT_YET)
def test_killed_before_the_end_the_old_site_is_served(
    project: Project, versions: Versions, moment: str
) -> None:
    code, said = project.build(fault=f"{moment} kill")
    assert was_killed(code), said
    assert digest(project.site) == versions.old
    assert project.left_over()


@pytest.mark.parametrize("moment", DONE)
def test_killed_at_the_very_end_the_new_site_is_served(
    project: Project, versions: Versions, moment: str
) -> None:
    code, said = project.build(fault=f"{moment} kill")
    assert was_killed(code), said
    assert digest(project.site) == versions.new


@pytest.mark.parametrize("files", [40, *slow(1, 80)])
def test_killed_from_outside_once_some_files_are_written(
    project: Project, versions: Versions, files: int
) -> None:
    process = project.start_cold()
    while process.poll() is None:
        if sum(path.is_file() for path in project.folder.glob(".site.building-*/**/*")) >= files:
            process.kill()
            break
    process.communicate()
    assert was_killed(process.returncode)
    assert digest(project.site) in (versions.old, versions.new)


def test_the_next_build_removes_what_killed_builds_have_left(project: Project, versions: Versions) -> None:
    for moment in ("on_env", "on_post_build", f"after:{PUT}"):
        project.build(fault=f"{moment} kill")
    assert project.left_over()
    succeed(project.build())
    assert digest(project.site) == versions.new
    assert project.left_over() == []


def test_a_first_build_that_is_killed_leaves_no_site(project: Project, versions: Versions) -> None:
    shutil.rmtree(project.site)
    assert was_killed(project.build(fault="on_post_build kill")[0])
    assert not project.site.exists()
    succeed(project.build())
    assert digest(project.site) == versions.new


def test_where_names_cannot_be_exchanged_the_site_is_renamed_twice(
    project: Project, versions: Versions
) -> None:
    succeed(project.build(NO_EXCHANGE="1"))
    assert digest(project.site) == versions.new
    assert project.left_over() == []


def test_killed_between_the_two_renamings_the_next_build_puts_the_site_back(
    project: Project, versions: Versions
) -> None:
    assert was_killed(project.build(fault="after:pathlib.Path.rename kill", NO_EXCHANGE="1")[0])
    assert not project.site.exists()
    # An error that names nothing, and MkDocs is between two files.
    fail(project.build(fault="on_env full"), "No space left", f"It was below {project.site}; its disk has")
    assert digest(project.site) == versions.old
    succeed(project.build())
    assert digest(project.site) == versions.new
    assert project.left_over() == []


def test_two_builds_at_a_time_do_not_mix(project: Project, versions: Versions) -> None:
    waiting = project.start(fault="on_post_page wait")
    while not (project.folder / "waiting").exists():
        assert waiting.poll() is None, waiting.communicate()[0]
        time.sleep(0.02)
    succeed(project.build())
    assert digest(project.site) == versions.new
    assert len(project.left_over()) == 1, "the slow build has kept its folder"
    (project.folder / "go-on").touch()
    succeed((waiting.wait(), waiting.communicate()[0]))
    assert digest(project.site) == versions.new
    assert project.left_over() == []


@pytest.mark.parametrize(
    "moment", ["on_post_page", "on_post_build", *slow("on_config", "on_files", "on_env")]
)
def test_a_mistake_in_another_plugin_leaves_the_old_site(
    project: Project, versions: Versions, moment: str
) -> None:
    code, said = project.build(fault=f"{moment} raise")
    assert code == 1
    assert "a mistake in another plugin" in said
    assert digest(project.site) == versions.old
    assert project.left_over() == []


def test_an_error_in_the_dossier_leaves_the_old_site(project: Project, versions: Versions) -> None:
    project.write("content/people/jim-poe.md", "---\ntitel: Jim Poe\n---\n")
    code, said = project.build()
    assert code == 1
    assert "Traceback" not in said
    assert digest(project.site) == versions.old
    assert project.left_over() == []


def test_a_strict_build_with_warnings_leaves_the_old_site(project: Project, versions: Versions) -> None:
    code, said = project.build("--strict", fault="on_post_page warn")
    assert code == 1
    assert "in strict mode" in said
    assert digest(project.site) == versions.old
    assert project.left_over() == []
    succeed(project.build(fault="on_post_page warn"))
    assert digest(project.site) == versions.new


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_stopped_by_hand_the_old_site_stays(project: Project, versions: Versions, sign: int) -> None:
    process = project.start_cold(fault="on_post_page wait")
    while not (project.folder / "waiting").exists():
        assert process.poll() is None, process.communicate()[0]
        time.sleep(0.02)
    process.send_signal(sign)
    said, _ = process.communicate()
    assert process.returncode != 0
    assert "Traceback" not in said
    assert digest(project.site) == versions.old
    if sign == signal.SIGINT:
        assert project.left_over() == []


# Where it fails: MkDocs' own copying, the plugin's own files, a page, the search's copies, its program.
@pytest.mark.parametrize("share", [0.02, 0.97, *slow(0.5, 0.9)])
def test_on_a_full_disk_the_old_site_stays(project: Project, versions: Versions, share: float) -> None:
    room = int(share * sum(path.stat().st_size for path in project.site.rglob("*") if path.is_file()))
    done = in_namespace(
        f"""
        mkdir disk; mount -t tmpfs -o size=64m none disk; cp -a site disk/site
        used=$(du -s --block-size=1 disk | cut -f1); mount -o remount,size=$((used + {room})) disk
        code=0; "$@" build --site-dir disk/site || code=$?
        mkdir result; cp -a disk/. result/; exit $code
        """,
        project,
    )
    said = done.stdout + done.stderr
    fail((done.returncode, said), "No space left on device", "Free some space")
    assert names_a_file(said), said
    assert "; its disk has 0.0 MB left." in said
    assert [path.name for path in (project.folder / "result").iterdir()] == ["site"]
    assert digest(project.folder / "result/site") == versions.old


def test_with_no_room_for_temporary_files_the_old_site_stays(project: Project, versions: Versions) -> None:
    done = in_namespace(
        'mkdir disk; mount -t tmpfs -o size=16k none disk; TMPDIR="$PWD/disk" "$@" build', project
    )
    said = done.stdout + done.stderr
    fail((done.returncode, said), "No space left on device")
    assert names_a_file(said), said
    assert digest(project.site) == versions.old
    assert project.left_over() == []


@pytest.mark.parametrize("most", [20_000, *slow(2_000, 200_000)])
def test_where_no_larger_file_may_be_written_the_old_site_stays(
    project: Project, versions: Versions, most: int
) -> None:
    done = subprocess.run(
        ["sh", "-c", f'ulimit -f {most // 512}; "$@"', "sh", *project.command],
        cwd=project.folder,
        env=project.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    fail((done.returncode, said), "File too large")
    assert names_a_file(said), said
    assert digest(project.site) == versions.old
    assert project.left_over() == []


@pytest.mark.parametrize("folder", ["site", "."])
def test_a_read_only_folder_is_said_and_stays(project: Project, versions: Versions, folder: str) -> None:
    done = in_namespace(
        f'mount --bind {folder} {folder}; mount -o remount,bind,ro {folder}; cd "$PWD"; "$@" build',
        project,
    )
    fail((done.returncode, done.stdout + done.stderr), "Read-only file system", "--site-dir")
    assert digest(project.site) == versions.old
    assert project.left_over() == []


def test_a_mount_point_is_filled_once_all_is_built(project: Project, versions: Versions) -> None:
    script = 'mount --bind site site; "$@" build'
    failed = in_namespace(script, project, fault="on_post_build raise")
    assert failed.returncode == 1
    assert digest(project.site) == versions.old
    done = in_namespace(script, project)
    assert done.returncode == 0, done.stderr
    assert "replaced one by one" in done.stderr
    assert digest(project.site) == versions.new
    assert project.left_over() == []


def test_a_symbolic_link_stays_one(project: Project, versions: Versions) -> None:
    project.site.rename(project.folder / "release")
    project.site.symlink_to("release")
    succeed(project.build())
    assert project.site.is_symlink()
    assert digest(project.site) == versions.new
    assert project.left_over() == []


def test_a_file_in_its_place_is_not_replaced(project: Project) -> None:
    shutil.rmtree(project.site)
    project.site.write_text("mine", encoding="utf-8")
    fail(project.build(), "Not a folder")
    assert project.site.read_text(encoding="utf-8") == "mine"


def test_mode_and_hidden_files_stay(project: Project, versions: Versions) -> None:
    hidden = {".git/refs/main": "1", ".nojekyll": "", ".well-known/security.txt": "Contact: …"}
    for name, text in hidden.items():
        project.write(f"site/{name}", text)
    project.site.chmod(0o2751)
    for _ in range(2):
        succeed(project.build())
        assert stat.S_IMODE(project.site.stat().st_mode) == 0o2751
        for name, text in hidden.items():
            assert (project.site / name).read_text(encoding="utf-8") == text
    for name in (".git", ".well-known"):
        shutil.rmtree(project.site / name)
    (project.site / ".nojekyll").unlink()
    assert digest(project.site) == versions.new


def test_a_new_site_has_the_mode_that_any_new_folder_has(project: Project) -> None:
    shutil.rmtree(project.site)
    succeed(project.build())
    (project.folder / "any").mkdir()
    assert project.site.stat().st_mode == (project.folder / "any").stat().st_mode


@pytest.mark.parametrize("command", ["build", "serve"])
def test_a_build_in_parts_is_refused(project: Project, versions: Versions, command: str) -> None:
    done = subprocess.run(
        [*project.command[:-1], command, "--dirty"],
        cwd=project.folder,
        env=project.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    fail((done.returncode, done.stdout + done.stderr), "cannot be built in part")
    assert digest(project.site) == versions.old


def test_a_program_that_builds_finds_the_folder_where_it_was(
    project: Project, versions: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``mkdocs gh-deploy`` reads it after building."""
    monkeypatch.chdir(project.folder)
    config = load_config("mkdocs.yml")
    before = config.site_dir
    build(config)
    assert config.site_dir == before == str(project.site)
    assert digest(project.site) == versions.new
