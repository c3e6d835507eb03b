"""Tests of replacing one folder by another, in each of the ways that operating systems offer."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from mkdocs_atomic_site import staging, swap

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="this call is Linux's")


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A new folder, an old one, and a name to spare."""
    new, old = tmp_path / "new ‘1’", tmp_path / "old"
    for folder in (new, old):
        folder.mkdir()
        (folder / "who").write_text(folder.name, encoding="utf-8")
    return new, old, tmp_path / "spare"


def who(folder: Path) -> str:
    return (folder / "who").read_text(encoding="utf-8")


def test_in_one_step_the_two_change_names(folders: tuple[Path, Path, Path]) -> None:
    new, old, spare = folders
    swap.put(new, old, spare)
    assert who(old) == "new ‘1’"
    assert sorted(path.name for path in old.parent.iterdir()) in (["new ‘1’", "old"], ["old", "spare"])


@ON_LINUX
def test_linux_exchanges_them(folders: tuple[Path, Path, Path]) -> None:
    new, old, spare = folders
    swap.put(new, old, spare)
    assert who(new) == "old"
    assert not spare.exists()


@ON_LINUX
def test_a_c_library_without_the_function_is_asked_for_the_call(
    folders: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    if platform.machine() not in swap._LINUX_CALLS:
        pytest.skip(f"the number of the call is not known for {platform.machine()}")
    syscall = ctypes.CDLL(None).syscall
    monkeypatch.setattr(ctypes, "CDLL", lambda name: SimpleNamespace(syscall=syscall))
    new, old, _ = folders
    assert swap._swapped_in_place(os.fsencode(new), os.fsencode(old))
    assert (who(old), who(new)) == ("new ‘1’", "old")


def test_where_nothing_stands_one_renaming_is_enough(folders: tuple[Path, Path, Path]) -> None:
    new, old, spare = folders
    swap.put(new, old.with_name("none"), spare)
    assert who(old.with_name("none")) == "new ‘1’"
    assert not spare.exists()


def test_in_two_steps_the_old_one_is_spare(
    folders: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_swapped_in_place", lambda first, second: False)
    new, old, spare = folders
    swap.put(new, old, spare)
    assert (who(old), who(spare)) == ("new ‘1’", "old")


def test_where_the_second_step_fails_the_old_one_is_put_back(folders: tuple[Path, Path, Path]) -> None:
    new, old, spare = folders
    with pytest.raises(FileNotFoundError):
        swap.put(new.with_name("none"), old, spare)
    assert who(old) == "old"
    assert not spare.exists()


@pytest.mark.parametrize(("pauses", "succeeds"), [((0, 0), True), ((0,), False)])
def test_a_folder_that_a_scanner_reads_is_renamed_later(
    folders: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch, pauses: tuple[int, ...], succeeds: bool
) -> None:
    """As on Windows, where no folder with an open file can be renamed."""
    rename, refusals = Path.rename, iter("12")

    def refused_twice(path: Path, target: Path) -> Path:
        if path.name.startswith("new") and next(refusals, ""):
            raise PermissionError(errno.EACCES, "Access is denied")
        return rename(path, target)

    monkeypatch.setattr(swap, "_swapped_in_place", lambda first, second: False)
    monkeypatch.setattr(swap, "_PAUSES", pauses)
    monkeypatch.setattr(Path, "rename", refused_twice)
    new, old, spare = folders
    if succeeds:
        swap.put(new, old, spare)
    else:
        with pytest.raises(PermissionError):
            swap.put(new, old, spare)
    assert who(old) == ("new ‘1’" if succeeds else "old")


def test_mount_points_are_found_without_what_python_lacks_on_windows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(path: Path) -> bool:
        raise NotImplementedError("Path.is_mount() is unsupported on this system")

    monkeypatch.setattr(Path, "is_mount", unsupported)
    opened = staging.open_staging(tmp_path / "site")
    assert not opened.is_within
    staging.discard(opened)


def test_only_what_builds_have_made_is_removed(tmp_path: Path) -> None:
    others = [
        ".site.building-notes",
        ".site.building-12345678.zip",
        ".site2.building-12345678",
        "site.building-12345678",
    ]
    for name in (*others, ".site.building-12345678", ".site.replaced-12345678"):
        (tmp_path / name).mkdir()
    (tmp_path / "site").mkdir()
    staging.discard(staging.open_staging(tmp_path / "site"))
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*others, "site"])


def test_a_folder_that_another_build_has_locked_is_left_alone(tmp_path: Path) -> None:
    first = staging.open_staging(tmp_path / "site")
    second = staging.open_staging(tmp_path / "site")
    assert first.folder.is_dir()
    assert first.folder != second.folder
    staging.discard(first)
    staging.discard(second)
    assert list(tmp_path.iterdir()) == []
