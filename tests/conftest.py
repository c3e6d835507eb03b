"""What several folders of tests share: dossiers written as strings, a browser, and the flag that renews goldens."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

_FILE = re.compile(r"^-- (?P<path>\S+) --\n", re.MULTILINE)

WriteFiles = Callable[[str], Path]
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


# Machines are shared, so no example has a deadline. A build that is to land must give the same answer twice;
# at the desk new examples are tried each time.
settings.register_profile("desk", deadline=None)
settings.load_profile("desk")
settings.register_profile("ci", deadline=None, derandomize=True)
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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser that is installed, else Playwright's own, with a new profile; one for all tests of a worker.

    Where there is none, the tests fail.
    """
    named = os.environ.get("DOSSIER_CHROMIUM")
    program = named or next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=_FLAGS)
        yield started
        started.close()
