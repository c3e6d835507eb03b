"""What several folders of tests share: dossiers written as strings, and the flag that renews goldens."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

_FILE = re.compile(r"^-- (?P<path>\S+) --\n", re.MULTILINE)

WriteFiles = Callable[[str], Path]


# A build that is to land must give the same answer twice; at the desk new examples are tried each time.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate-goldens", action="store_true", help="write what comes out now into the golden files"
    )


def _files_in(archive: str) -> dict[str, str]:
    """The files of a txtar archive: each begins with a line ``-- its/path --``."""
    parts = _FILE.split(archive)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.fixture
def write_files(tmp_path: Path) -> WriteFiles:
    """Writes a txtar archive into the test's temporary folder and gives that folder."""

    def write(archive: str) -> Path:
        for path, text in _files_in(archive).items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return tmp_path

    return write
