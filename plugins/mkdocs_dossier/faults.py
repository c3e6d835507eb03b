"""An exception that ended a build in; one line that says what and in which file, out.

It is the one place that keeps tracebacks from those who build a site. ``mkdocs build --verbose`` shows them.
"""

from __future__ import annotations

import logging
from typing import Final

from click import ClickException
from mkdocs.exceptions import Abort

from dossier.findings import one_line

_TOLD_BY_THEMSELVES: Final = (ClickException, SystemExit, KeyboardInterrupt)


def end_in_one_line(
    error: BaseException, at: str, log: logging.Logger | logging.LoggerAdapter[logging.Logger]
) -> None:
    """Say what ended the build and end it, unless the error says so itself.

    `at` is the file that was being worked on, "" where it was none.

    Raises:
        Abort: the error was told.
    """
    if isinstance(error, _TOLD_BY_THEMSELVES):
        return
    # A text is converted as a whole, so its first line is as near as one can come.
    place = f"{at}:1:1: " if at else ""
    log.debug("Where it came from:", exc_info=error)
    log.error(one_line(f"{place}{_told(error)} (--verbose shows where it came from)"))
    raise Abort("The build has failed.")


def _told(error: BaseException) -> str:
    if isinstance(error, RecursionError):
        return "its text is nested too deeply to be read; take levels of nesting away"
    if isinstance(error, MemoryError):
        return "there is not enough memory; split the file into several"
    return f"a fault of the program, please report it: {type(error).__name__}: {error}"
