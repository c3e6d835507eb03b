from __future__ import annotations

import os
from pathlib import Path

import pytest

from dossier.files import replace, write_new


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_and_its_folders(tmp_path: Path) -> None:
    write_new(tmp_path / "a" / "b" / "c.md", "é\n")
    assert (tmp_path / "a" / "b" / "c.md").read_bytes() == "é\n".encode()
    assert names(tmp_path / "a" / "b") == ["c.md"]


def test_line_ends_are_those_of_the_text(tmp_path: Path) -> None:
    write_new(tmp_path / "a.md", "a\r\nb\n")
    assert (tmp_path / "a.md").read_bytes() == b"a\r\nb\n"


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write_new(file, "other")
    assert file.read_text(encoding="utf-8") == "mine"
    assert names(tmp_path) == ["a.md"]


def test_a_link_that_leads_nowhere_counts_as_there(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(tmp_path / "elsewhere.md")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a.md", "other")
    assert names(tmp_path) == ["a.md"]


def test_the_file_can_be_read_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("", encoding="utf-8")
    write_new(tmp_path / "a.md", "")
    assert (tmp_path / "a.md").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_where_no_links_can_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    write_new(tmp_path / "a.md", "text")
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "text"
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a.md", "other")
    assert names(tmp_path) == ["a.md"]


def test_what_cannot_be_encoded_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_new(tmp_path / "a.md", "\ud800")
    (tmp_path / "b.md").write_text("mine", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        replace(tmp_path / "b.md", "\ud800")
    assert names(tmp_path) == ["b.md"]
    assert (tmp_path / "b.md").read_text(encoding="utf-8") == "mine"


def test_replacing_keeps_the_permissions(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o600)
    replace(file, "new")
    assert (file.read_text(encoding="utf-8"), file.stat().st_mode & 0o777) == ("new", 0o600)
