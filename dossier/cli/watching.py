"""Call a function after each change in some folders and files, until the user interrupts it.

Several changes at once, as an editor or a checkout makes them, cause one call.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_QUIET: Final = 0.3
_ENDINGS: Final = (".md", ".yaml", ".yml")
# Reading a file gives events too; only these change what a check finds.
_CHANGES: Final = frozenset(("created", "deleted", "modified", "moved"))


def watch(folders: Iterable[Path], files: Iterable[Path], run: Callable[[], None]) -> None:
    """Call `run` now and after each change, each time after a moment without changes.

    The files need not exist. The other files in their folders are not watched, because they may be anything.

    Raises:
        KeyboardInterrupt: the user ended it.
    """
    handler = _Handler()
    observer = Observer()
    beside = {file.parent.resolve(): False for file in files if file.parent.is_dir()}
    for folder, recursive in sorted({**beside, **{folder.resolve(): True for folder in folders}}.items()):
        observer.schedule(handler, str(folder), recursive=recursive)
    observer.start()
    try:
        while True:
            handler.changed.clear()
            run()
            handler.wait()
    finally:
        observer.stop()
        observer.join()


class _Handler(FileSystemEventHandler):
    def __init__(self) -> None:
        self.changed = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        paths = [str(event.src_path), str(event.dest_path)]
        if event.event_type in _CHANGES and (event.is_directory or any(p.endswith(_ENDINGS) for p in paths)):
            self.changed.set()

    def wait(self) -> None:
        """Return after something has changed and then nothing has for a moment."""
        # The timeout lets an interruption reach this thread on every system.
        while not self.changed.wait(_QUIET):
            pass
        self.changed.clear()
        while self.changed.wait(_QUIET):
            self.changed.clear()
