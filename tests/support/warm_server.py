"""Wait with MkDocs and the commands loaded, and fork a process for each requested run.

`warm_processes` starts it, and passes in the first argument the socket for its requests. Runs share what each would
compute again with the same result, such as the words of the language.
"""

from __future__ import annotations

import contextlib
import fcntl
import gc
import importlib
import json
import os
import select
import signal
import socket
import sys
import tempfile
import termios
import time
from pathlib import Path
from typing import Any

from compiled_templates import share

LOADED = """
babel.dates bs4 citeproc click feedgen.feed frontmatter jinja2 lxml.etree lxml.html markdown mkdocs.__main__
markdown.extensions.abbr markdown.extensions.admonition markdown.extensions.attr_list markdown.extensions.footnotes
markdown.extensions.smarty markdown.extensions.tables markdown.extensions.toc
mkdocs.commands.build mkdocs.commands.serve mkdocs.theme material pydantic trafilatura
dossier.cli.annotate dossier.cli.check dossier.cli.importing dossier.cli.mentions dossier.cli.new dossier.cli.schema
dossier.cli.show dossier.cli.suggest dossier.pipeline mkdocs_dossier.plugin mkdocs_pagefind.plugin
""".split()


def load() -> None:
    """Import what runs will need; what is not there is imported by the run that needs it."""
    for name in LOADED:
        try:
            importlib.import_module(name)
        except ModuleNotFoundError as error:
            if error.name is None or not name.startswith(error.name):
                raise


def read_ahead() -> None:
    """Read what every run would read again: the words of English, the types, the style sheets of the theme."""
    language = importlib.import_module("dossier.recognise.languages").language
    schema = importlib.import_module("dossier.content.schema")
    source = importlib.import_module("dossier.content.source")
    stylesheets = importlib.import_module("mkdocs_dossier.stylesheets")
    language("en")
    validator = schema.Validator()
    for spec in schema.load_schema().types.values():
        validator.validate(source.Tree("", {}), spec)
    for package in ("material", "dossier.render"):
        for sheet in sorted(Path(importlib.import_module(package).__path__[0]).rglob("*.css")):
            stylesheets.pruned(sheet.read_text(encoding="utf-8"), stylesheets.UsedNames())


def request(control: socket.socket) -> tuple[dict[str, Any], list[int]] | None:
    """What is asked for, with the files that stand for its input, output, errors and status; None at the end."""
    text, files = b"", []
    while not text.endswith(b"\n"):
        more, descriptors, _, _ = socket.recv_fds(control, 1 << 16, 4)
        if not more:
            return None
        text += more
        files += descriptors
    return json.loads(text), files


def serve(control: socket.socket) -> dict[str, Any]:
    """Fork for each request; returns in the process that is to run it, and never in this one."""
    woken, waker = os.pipe()
    os.set_blocking(waker, False)
    os.set_blocking(woken, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(waker)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    running: dict[int, int] = {}
    while True:
        ready, _, _ = select.select([control, woken], [], [])
        if woken in ready:
            os.read(woken, 4096)
            tell_of_ended(running)
        if control not in ready:
            continue
        asked = request(control)
        if asked is None:
            sys.exit(0)
        wanted, files = asked
        process = os.fork()
        if process == 0:
            signal.set_wakeup_fd(-1)
            for number in (control.fileno(), woken, waker, *running.values()):
                os.close(number)
            become(wanted, files)
            return wanted
        running[process] = files.pop()
        for file in files:
            os.close(file)
        control.sendall(f"{process}\n".encode())


def tell_of_ended(running: dict[int, int]) -> None:
    """Write the status of each process that has ended to whoever started it."""
    for process in list(running):
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            file = running.pop(process)
            # Where the pipe is broken, nobody waits for it any more.
            with contextlib.suppress(BrokenPipeError):
                os.write(file, str(os.waitstatus_to_exitcode(status)).encode())
            os.close(file)


def become(wanted: dict[str, Any], files: list[int]) -> None:
    """Take on what a new process would have: input and output, folder, variables, signals."""
    os.close(files.pop())
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    if wanted["terminal"]:
        os.setsid()
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(line_buffering=stream is sys.stderr or wanted["terminal"])  # type: ignore[union-attr]
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.chdir(wanted["folder"])
    os.environ.clear()
    os.environ.update(wanted["variables"])
    os.umask(wanted["umask"])
    time.tzset()
    tempfile.tempdir = None
    sys.argv = ["-c", *wanted["arguments"]]
    # The first is the folder of this file; a run looks in its own folder and where its variables say.
    named = wanted["variables"].get("PYTHONPATH", "")
    sys.path[:1] = ["", *(named.split(os.pathsep) if named else [])]
    importlib.invalidate_caches()


if __name__ == "__main__":
    connection = socket.socket(fileno=int(sys.argv[1]))
    share()
    load()
    read_ahead()
    # What is there now is not searched for garbage again in every run, and runs are short.
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    exec(compile(serve(connection)["code"], "<string>", "exec"), {"__name__": "__main__"})
