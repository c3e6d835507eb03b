from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.content import files
from dossier.content.files import replace, write_new


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
    def refuse(*_: object, **__: object) -> None:
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


WRITERS = {"write_new": write_new, "replace": replace}


@pytest.fixture(params=WRITERS)
def write(request: pytest.FixtureRequest) -> Callable[..., None]:
    return WRITERS[request.param]


@pytest.fixture(params=["by descriptors", "by paths"])
def outside(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that nothing may be written into; the system can hold on to folders, or knows paths alone."""
    if request.param == "by paths":
        monkeypatch.setattr(files, "_BY_DESCRIPTOR", False)
    (tmp_path / "outside").mkdir()
    (tmp_path / "content").mkdir()
    return tmp_path / "outside"


@pytest.mark.parametrize("link", ["articles", "articles/2022", "articles/2022/deep"])
def test_nothing_is_written_through_a_linked_folder(
    outside: Path, write: Callable[..., None], link: str
) -> None:
    content = outside.parent / "content"
    (content / link).parent.mkdir(parents=True, exist_ok=True)
    (content / link).symlink_to(outside)
    with pytest.raises(OSError, match="symbolic link") as caught:
        write(content / "articles/2022/deep/a.md", "text", within=content)
    assert caught.value.filename == str(content / link)
    assert names(outside) == []


@pytest.mark.parametrize("target", ["a.md", "nowhere.md"])
def test_nothing_is_written_through_a_linked_file(
    outside: Path, write: Callable[..., None], target: str
) -> None:
    (outside / "a.md").write_text("mine", encoding="utf-8")
    file = outside.parent / "content/a.md"
    file.symlink_to(outside / target)
    for within in (None, file.parent):
        with pytest.raises(OSError) as caught:  # noqa: PT011 - two kinds, each with its own words
            write(file, "text", within=within)
        assert caught.value.filename == str(file)
    assert file.is_symlink()
    assert names(outside) == ["a.md"]
    assert (outside / "a.md").read_text(encoding="utf-8") == "mine"


def test_the_folder_that_was_named_may_be_a_link(outside: Path, write: Callable[..., None]) -> None:
    named = outside.parent / "named"
    named.symlink_to(outside)
    write(named / "articles/a.md", "text", within=named)
    write(named / "b.md", "text")
    assert names(outside) == ["articles", "b.md"]
    assert names(outside / "articles") == ["a.md"]


@pytest.mark.skipif(not files._BY_DESCRIPTOR, reason="this system knows folders by their paths alone")
def test_a_folder_that_becomes_a_link_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    synchronise = os.fsync

    def exchange(descriptor: int) -> None:
        synchronise(descriptor)
        (tmp_path / "content/articles").rename(tmp_path / "moved")
        (tmp_path / "content/articles").symlink_to(tmp_path / "outside")

    monkeypatch.setattr(os, "fsync", exchange)
    write_new(tmp_path / "content/articles/a.md", "text", within=tmp_path / "content")
    assert names(tmp_path / "outside") == []
    assert names(tmp_path / "moved") == ["a.md"]


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_only_a_file_is_replaced(outside: Path, kind: str) -> None:
    there = outside / "a.md"
    if kind == "pipe":
        os.mkfifo(there)
    else:
        there.mkdir()
    with pytest.raises(OSError, match="not a regular file") as caught:
        replace(there, "text")
    assert caught.value.filename == str(there)
    assert names(outside) == ["a.md"]


@pytest.mark.parametrize(
    ("write", "call"),
    [(write, call) for write in WRITERS.values() for call in ("mkdir", "open", "fsync")]
    + [(replace, "replace")],
)
def test_an_error_names_the_file(
    outside: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[..., None], call: str
) -> None:
    """Whichever call of the system fails, and whether it names a file of its own or none."""
    content = outside.parent / "content"
    real_open = os.open

    def fail(*arguments: object, **options: object) -> int:
        if call == "open" and not str(arguments[0]).endswith(".part"):
            return real_open(*arguments, **options)  # type: ignore[arg-type]
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(OSError, match="No space left") as caught:
        write(content / "articles/a.md", "text", within=content)
    named = content / ("articles" if call == "mkdir" else "articles/a.md")
    assert (caught.value.filename, caught.value.filename2) == (str(named), None)
    assert [path for path in content.rglob("*") if path.is_file()] == []


def test_a_name_that_could_not_be_taken_is_given_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        write_new(tmp_path / "a.md", "text")
    assert names(tmp_path) == []
