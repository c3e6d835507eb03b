"""Run a command in a real pseudo-terminal, which shows questions, progress and interruption."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import time
from pathlib import Path

from warm_processes import start

_PATIENCE = 60.0


class Terminal:
    """Runs Python code with arguments in a folder, with a terminal for standard input, output and error."""

    def __init__(self, folder: Path, *arguments: str, code: str = "", **environment: str) -> None:
        script = f"{code}\nfrom dossier.cli import main\nmain(prog_name='dossier')"
        self.shown = ""
        kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        variables = {**kept, "TERM": "xterm", "COLUMNS": "80", **environment}
        self._descriptor, other_end = pty.openpty()
        self._process = start(script, *arguments, folder=folder, variables=variables, terminal=other_end)
        os.close(other_end)

    def wait_for(self, text: str) -> str:
        """What was shown up to a text that must come."""
        while text not in self.shown:
            assert self._read(), f"“{text}” never came: {self.shown!r}"
        return self.shown

    def type(self, text: str) -> None:
        """Press keys."""
        os.write(self._descriptor, text.encode())

    def interrupt(self) -> None:
        """Press Ctrl-C, and again where it came between a question and the reading of its answer."""
        before = self.shown
        for _ in range(int(_PATIENCE)):
            self.type("\x03")
            while select.select([self._descriptor], [], [], 1)[0]:
                # The terminal itself shows the key; anything else is the command's answer.
                if not self._read() or self.shown.replace("^C", "").rstrip() != before.rstrip():
                    return

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the command."""
        self._process.send_signal(number)

    def end(self) -> int:
        """Wait for the end; the exit status, or minus the signal that ended it."""
        while self._read():
            pass
        os.close(self._descriptor)
        return self._process.wait()

    def _read(self) -> bool:
        """Read on; whether there is more to come."""
        deadline = time.monotonic() + _PATIENCE
        while not select.select([self._descriptor], [], [], 0.2)[0]:
            assert time.monotonic() < deadline, f"nothing more was shown after {self.shown!r}"
        try:
            found = os.read(self._descriptor, 4096)
        except OSError:  # Linux says so at the end
            return False
        self.shown += found.decode(errors="replace")
        return bool(found)


def plain(text: str) -> str:
    """Without the escapes of a terminal, and with plain line ends."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text).replace("\r\n", "\n")
