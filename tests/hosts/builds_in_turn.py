"""Build sites one after the other in one process, and write what each build logs as JSON.

``python builds_in_turn.py FOLDER …`` runs in an environment of its own, which takes a second to load MkDocs.
"""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError


class _Messages(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.told: list[tuple[str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append((record.levelname, record.getMessage()))


def _built(folder: Path) -> list[tuple[str, str]]:
    """What a strict build logs, level and text of each message."""
    messages, logger = _Messages(), logging.getLogger("mkdocs")
    logger.addHandler(messages)
    logger.setLevel(logging.INFO)
    try:
        config = load_config(str(folder / "mkdocs.yml"), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except (Abort, BuildError) as error:
        messages.told.append(("ABORTED", str(error)))
    finally:
        logger.removeHandler(messages)
    return messages.told


if __name__ == "__main__":
    print(json.dumps({folder: _built(Path(folder)) for folder in sys.argv[1:]}))
