"""Fixtures for several folders of tests: dossiers written as strings, a browser, renewing goldens."""

from __future__ import annotations

import gc
import os
import re
import shutil
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import compiled_templates
import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright
from site_visits import Contexts

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


# Those that build sites, start processes and open browsers come first, so that no worker ends with a long file.
_FIRST = (
    "package",
    "demo",
    "site",
    "faults",
    "search",
    "hosts",
    "importing",
    "hostile",
    "plugin",
    "cli",
    "edit",
    "content",
)
_HERE = ("127.", "::1", "localhost", "0.0.0.0")


def pytest_configure(config: pytest.Config) -> None:
    """Compile each template once in each worker, and in each process that forks for it."""
    # A shell that runs the tests in the background has them ignore this signal, and with them the processes
    # that they start, interrupt and wait for.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if not hasattr(config, "workerinput"):
        compiled_templates.make_folder()
    compiled_templates.share()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        compiled_templates.remove_folder()


def pytest_collection_finish() -> None:
    """Spare the garbage collector what is there for the whole run: eight thousand tests and the libraries."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the folders that take longest."""
    order = {name: number for number, name in enumerate(_FIRST)}
    root = Path(__file__).parent
    items.sort(key=lambda item: order.get(item.path.relative_to(root).parts[0], len(order)))


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


class _Doorkeeper:
    """Refuses what a test asks of other machines, and remembers it."""

    def __init__(self) -> None:
        self.refused: list[object] = []

    def admit(self, host: object) -> None:
        """Refuse a host that is not this machine, by name or number."""
        name = host.decode() if isinstance(host, bytes) else host
        if isinstance(name, str) and name and not name.startswith(_HERE):
            self.refused.append(name)
            raise OSError(f"a test asks the network: {name}")


def _is_number(host: object) -> bool:
    """Whether a host is written as a number in any form, so that nobody is asked what it is."""
    try:
        socket.inet_aton(str(host))
    except OSError:
        return ":" in str(host)
    return True


@pytest.fixture(scope="session")
def doorkeeper() -> Iterator[_Doorkeeper]:
    """Stands between this process and the network until the last test has ended."""
    keeper, patch = _Doorkeeper(), pytest.MonkeyPatch()
    connect, resolve = socket.socket.connect, socket.getaddrinfo

    def connected(each: socket.socket, address: object) -> None:
        if each.family != getattr(socket, "AF_UNIX", None) and isinstance(address, tuple):
            keeper.admit(address[0])
        connect(each, address)  # type: ignore[arg-type]

    def resolved(host: object, *rest: object, **options: object) -> object:
        if not _is_number(host):
            keeper.admit(host)
        return resolve(host, *rest, **options)  # type: ignore[arg-type]

    patch.setattr(socket.socket, "connect", connected)
    patch.setattr(socket, "getaddrinfo", resolved)
    yield keeper
    patch.undo()


@pytest.fixture(autouse=True)
def no_network(doorkeeper: _Doorkeeper) -> Iterator[None]:
    """Fails a test that connects to another machine or asks for its address, even if that is caught."""
    doorkeeper.refused.clear()
    yield
    assert doorkeeper.refused == []


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


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Iterator[Contexts]:
    """Contexts of the browser that tests share."""
    contexts = Contexts(browser)
    yield contexts
    contexts.close()
