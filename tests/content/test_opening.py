from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.content.opening import open_named, open_regular

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
ODD: dict[str, Callable[[Path], None]] = {
    "pipe": os.mkfifo,
    "link to a device": lambda path: path.symlink_to("/dev/zero"),
    "link to a file": lambda path: path.symlink_to("real"),
    "link to nothing": lambda path: path.symlink_to("nowhere"),
    "folder": lambda path: path.mkdir(),
}


@pytest.mark.parametrize("kind", ODD)
def test_only_a_regular_file_is_opened(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "real").write_bytes(b"text")
    ODD[kind](tmp_path / "odd")
    opened: list[object] = []
    monkeypatch.setattr(os, "open", lambda *arguments: opened.append(arguments))
    with pytest.raises(OSError, match=r"not followed|not a regular file") as caught:
        open_regular(tmp_path / "odd")
    assert (caught.value.filename, opened) == (str(tmp_path / "odd"), [])


@pytest.mark.parametrize("kind", ["pipe", "link to a device", "link to a file"])
def test_what_takes_the_place_of_a_file_before_it_is_opened(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"text")
    (tmp_path / "real").write_bytes(b"text")
    real_open = os.open

    def exchange(*arguments: object) -> int:
        file.unlink()
        ODD[kind](file)
        return real_open(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", exchange)
    with pytest.raises(OSError, match=r"symbolic links|not a regular file"):
        open_regular(file)


def test_what_was_named_may_be_a_link_or_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"text")
    (tmp_path / "link").symlink_to("real")
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_bytes, args=(b"text" * 50_000,))
    writer.start()
    with open_named(tmp_path / "link") as link, open_named(tmp_path / "pipe") as pipe:
        assert (link.read(), len(pipe.read())) == (b"text", 200_000)
    writer.join()


def test_what_was_named_and_is_neither(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="not a regular file"):
        open_named(Path("/dev/zero"))
    with pytest.raises(IsADirectoryError, match="name a file"):
        open_named(tmp_path)
