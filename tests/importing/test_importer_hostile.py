"""Each hostile page is refused in one line or becomes a correct article, and nothing else happens."""

from __future__ import annotations

import io
import os
import re
import threading
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from importing.hostile import ACCEPTED, REFUSED, Case

from dossier.content import opening
from dossier.content.schema import Validator, load_schema
from dossier.content.source import Source, parse_source
from dossier.importing import read_file, read_stream
from dossier.importing.article import Imported, import_page
from dossier.model.errors import ImportRefusedError

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)


def imported(case: Case) -> Imported:
    return _imported(case.data, case.file)


@cache
def _imported(data: bytes, file: str) -> Imported:
    return import_page(read_stream(io.BytesIO(data), file), NOW)


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_refused(case: Case) -> None:
    with pytest.raises(ImportRefusedError, match=case.refused) as caught:
        imported(case)
    assert str(caught.value).startswith(f"{case.file}: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("case", ACCEPTED, ids=lambda case: case.name)
def test_accepted(case: Case) -> None:
    page = imported(case)
    for name, value in (case.fields or {}).items():
        assert page.fields.get(name) == value, name
    to_review = {remark.field for remark in page.remarks if remark.needs_review}
    assert set(case.to_review) <= to_review
    assert page.fields.get("status") == ("draft" if to_review else None)
    assert case.within in page.body
    assert not case.without or case.without not in page.text
    assert "\n" not in "".join(str(remark) for remark in page.remarks)


@pytest.mark.parametrize("case", ACCEPTED, ids=lambda case: case.name)
def test_the_strict_reader_finds_only_what_is_missing(case: Case) -> None:
    page = imported(case)
    schema = load_schema()
    source = parse_source(page.text, "a.md")
    assert isinstance(source, Source)
    fields, findings = Validator().validate(source.front_matter, schema["article"])
    absent = {name for name in ("title", "date") if name not in page.fields}
    assert {(f.code, re.search("“(.*?)”", f.message)[1]) for f in findings} == {
        ("missing-field", name) for name in absent
    }  # type: ignore[index]
    for name in ("title", "date", "publisher", "language", "url"):
        assert fields.text(name) == page.fields.get(name, "")
    assert source.body.strip("\n") == page.body.strip("\n")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="this is a folder"):
        read_file(tmp_path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="cannot be read: No such file"):
        read_file(tmp_path / "none.html")


def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(ImportRefusedError, match="cannot be read: "):
        read_file(tmp_path / "a")


def test_a_file_that_may_not_be_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # Whoever runs the tests may be root, who may read everything; the answer of the system is what counts.
    file = tmp_path / "a.html"
    file.write_bytes(b"x")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(ImportRefusedError, match="cannot be read: Permission denied"):
        read_file(file)


def test_a_device() -> None:
    with pytest.raises(ImportRefusedError, match="not a regular file"):
        read_file(Path("/dev/zero"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_that_nobody_writes_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setattr(opening, "_PATIENCE", 0.1)
    with pytest.raises(ImportRefusedError, match="nothing came through this pipe"):
        read_file(tmp_path / "pipe")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_bytes, args=(b"text" * 50_000,))
    writer.start()
    assert len(read_file(tmp_path / "pipe").data) == 200_000
    writer.join()


def test_a_stream_without_end() -> None:
    with Path("/dev/zero").open("rb") as endless, pytest.raises(ImportRefusedError, match="over 32 MB"):
        read_stream(endless, "standard input")
