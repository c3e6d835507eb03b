"""Run Python code in a separate process that has already loaded MkDocs and the commands.

It is a real process: it can be killed, has its own folder and variables, and has an exit status. It does not
do what only a fresh start does, such as reading PYTHONHASHSEED.
"""

from __future__ import annotations

import atexit
import functools
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO

MKDOCS = "import sys; sys.argv[0] = 'mkdocs'; from mkdocs.__main__ import cli; cli(prog_name='mkdocs')"
DOSSIER = "from dossier.cli import main; main()"


class Process:
    """A process that was started; its output is there when it has ended."""

    def __init__(
        self, pid: int, status: socket.socket, stdout: IO[bytes] | None, stderr: IO[bytes] | None
    ) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._status, self._stdout, self._stderr = status, stdout, stderr

    def poll(self) -> int | None:
        """The exit status, or minus the signal that ended it; None while it runs."""
        if self.returncode is None and not select.select([self._status], [], [], 0)[0]:
            return None
        return self.wait()

    def wait(self, patience: float | None = None) -> int:
        """Wait for the end; the exit status, or minus the signal that ended it.

        A process that takes longer than our patience, in seconds, is killed.
        """
        if self.returncode is None:
            if not select.select([self._status], [], [], patience)[0]:
                self.kill()
                raise TimeoutError(f"process {self.pid} did not end in {patience} seconds")
            self.returncode = int(self._status.recv(16))
            self._status.close()
        return self.returncode

    def communicate(self, patience: float | None = None) -> tuple[str, str]:
        """Wait for the end; what it wrote to its output and to its errors."""
        self.wait(patience)
        return _text(self._stdout), _text(self._stderr)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def send_signal(self, number: signal.Signals) -> None:
        os.kill(self.pid, number)


def _text(file: IO[bytes] | None) -> str:
    if file is None or file.closed:
        return ""
    with file:
        file.seek(0)
        return file.read().decode("utf-8", "replace").replace("\r\n", "\n")


@functools.cache
def _server() -> socket.socket:
    """The connection to the process that forks; it ends with this one."""
    ours, its = socket.socketpair()
    program = Path(__file__).with_name("warm_server.py")
    process = subprocess.Popen(
        [sys.executable, program, str(its.fileno())],
        pass_fds=[its.fileno()],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        | {"NO_MKDOCS_2_WARNING": "1"},
        cwd=Path(__file__).parents[2],
    )
    its.close()

    def end() -> None:
        ours.close()
        process.wait()

    atexit.register(end)
    return ours


def start(
    code: str,
    *arguments: str,
    folder: Path,
    variables: dict[str, str] | None = None,
    stdin: bytes = b"",
    errors_apart: bool = True,
    terminal: int | None = None,
) -> Process:
    """Start code with arguments in a folder; its errors go where its output goes unless they are to be apart.

    `terminal` is the descriptor of one that the process gets as its own.
    """
    mask = os.umask(0)
    os.umask(mask)
    wanted = {
        "code": code,
        "arguments": [str(argument) for argument in arguments],
        "folder": str(folder),
        "variables": dict(os.environ) if variables is None else variables,
        "umask": mask,
        "terminal": terminal is not None,
    }
    ours, its = socket.socketpair()
    if terminal is not None:
        output = errors = None
        files = [terminal] * 3
        _ask(wanted, [*files, its.fileno()])
    else:
        output = tempfile.TemporaryFile()  # noqa: SIM115 - closed when it is read
        errors = tempfile.TemporaryFile() if errors_apart else None  # noqa: SIM115
        with tempfile.TemporaryFile() as given:
            given.write(stdin)
            given.seek(0)
            _ask(wanted, [each.fileno() for each in (given, output, errors or output, its)])
    its.close()
    return Process(int(_answer()), ours, output, errors)


def _ask(wanted: dict[str, object], files: list[int]) -> None:
    text = json.dumps(wanted).encode() + b"\n"
    sent = socket.send_fds(_server(), [text], files)
    if sent < len(text):
        _server().sendall(text[sent:])


def _answer() -> bytes:
    answer = b""
    while not answer.endswith(b"\n"):
        more = _server().recv(64)
        assert more, "the process that forks has ended"
        answer += more
    return answer


def run(
    code: str,
    *arguments: str,
    folder: Path,
    variables: dict[str, str] | None = None,
    stdin: bytes = b"",
    errors_apart: bool = True,
    patience: float | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run code with arguments in a folder; what it wrote and its exit status."""
    process = start(
        code, *arguments, folder=folder, variables=variables, stdin=stdin, errors_apart=errors_apart
    )
    output, errors = process.communicate(patience)
    assert process.returncode is not None
    return subprocess.CompletedProcess(list(arguments), process.returncode, output, errors)
