from __future__ import annotations

import errno
import os
import threading
import time
from pathlib import Path

import pytest

from dossier.content import locks
from dossier.content.locks import locked

MANY = 8


def refuse(number: int) -> object:
    def instead(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return instead


@pytest.fixture(params=["folders can be locked", "folders cannot be locked"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if request.param == "folders cannot be locked":
        fcntl = pytest.importorskip("fcntl", reason="this system has no such locks anyway")
        monkeypatch.setattr(fcntl, "flock", refuse(errno.EBADF))
    return tmp_path


def count_up(file: Path) -> None:
    with locked(file.parent):
        number = int(file.read_text(encoding="utf-8"))
        time.sleep(0.005)
        file.write_text(str(number + 1), encoding="utf-8")


def test_one_at_a_time_and_nothing_is_left(folder: Path) -> None:
    file = folder / "count"
    file.write_text("0", encoding="utf-8")
    threads = [threading.Thread(target=count_up, args=(file,)) for _ in range(MANY)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert file.read_text(encoding="utf-8") == str(MANY)
    assert [path.name for path in folder.iterdir()] == ["count"]


def test_a_lock_that_is_never_given_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "_PATIENCE", 0.1)
    with locked(folder):
        with (
            pytest.raises(TimeoutError, match="another command is changing files here") as caught,
            locked(folder),
        ):
            pass
        assert caught.value.filename == str(folder)
    with locked(folder):
        pass


def test_a_failure_gives_the_lock_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "_PATIENCE", 0.1)
    with pytest.raises(ValueError, match="a mistake"), locked(folder):
        raise ValueError("a mistake")
    with locked(folder):
        assert folder.is_dir()
    assert list(folder.iterdir()) == []


def test_what_a_killed_process_leaves_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fcntl = pytest.importorskip("fcntl", reason="this system removes it by itself")
    monkeypatch.setattr(fcntl, "flock", refuse(errno.EBADF))
    monkeypatch.setattr(locks, "_PATIENCE", 0.1)
    (tmp_path / ".dossier-lock.part").touch()
    with pytest.raises(TimeoutError, match=r"remove \.dossier-lock\.part"), locked(tmp_path):
        pass


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), locked(tmp_path / "none"):
        pass
