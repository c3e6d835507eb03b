"""End a build with one line that says what failed, in which file and in whose code.

Only this module hides tracebacks from those who build a site; ``mkdocs build --verbose`` shows them.
"""

from __future__ import annotations

import logging
import os
import traceback
from collections.abc import Mapping
from pathlib import Path
from types import FrameType
from typing import Any, Final

from click import ClickException
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

import dossier
import mkdocs_atomic_site
import mkdocs_dossier
import mkdocs_pagefind
from dossier.model.findings import one_line

_TOLD_BY_THEMSELVES: Final = (ClickException, SystemExit, KeyboardInterrupt)
# MkDocs calls the methods of plugins here, and knows which plugin or hook each method is from.
_CALLS_PLUGINS: Final = "run_event"
_OURS: Final = tuple(
    f"{Path(package.__file__ or '').parent}{os.sep}"
    for package in (dossier, mkdocs_atomic_site, mkdocs_dossier, mkdocs_pagefind)
)


def end_in_one_line(
    error: BaseException, at: str, log: logging.Logger | logging.LoggerAdapter[logging.Logger]
) -> None:
    """Log what ended the build and end it, unless the error reports itself.

    `at` is the file that was being processed, "" where there was none.

    Raises:
        Abort: the error was logged.
    """
    if isinstance(error, _TOLD_BY_THEMSELVES):
        return
    # A text is converted as a whole, so its first line is the nearest known place.
    place = f"{at}:1:1: " if at else ""
    log.debug("Where it came from:", exc_info=error)
    log.error(one_line(f"{place}{_told(error)} (--verbose shows where it came from)"))
    raise Abort("The build has failed.")


def other_plugin_at_fault(error: BaseException) -> str:
    """The name in ``mkdocs.yml`` of the plugin or hook that raised an error; "" if it is ours or none.

    Where one plugin calls another, the called one counts.
    """
    names = _call_of_plugin(error)
    return str(getattr(names.get("self"), "_event_origins", {}).get(names.get("method"), ""))


def _call_of_plugin(error: BaseException) -> Mapping[str, Any]:
    """The variables of MkDocs where it called the plugin that failed; none if it was ours or no plugin."""
    for frame in reversed(_frames(error)):
        if _is_ours(frame):
            return {}
        if frame.f_code.co_name == _CALLS_PLUGINS and "method" in frame.f_locals:
            return frame.f_locals
    return {}


def _may_be_at_page_without_file(error: BaseException) -> bool:
    names = _call_of_plugin(error)
    item, others = names.get("item"), names.get("kwargs", {})
    pages = [each for each in (item, others.get("page")) if isinstance(each, Page)]
    if not pages:
        # Who is given all files may have failed at any of them.
        return isinstance(item, Files) or "files" in others
    return any(page.file.abs_src_path is None for page in pages)


def _told(error: BaseException) -> str:
    if isinstance(error, MemoryError):
        return "there is not enough memory; split the file into several"
    what = f"{type(error).__name__}: {error}".removesuffix(": ")
    plugin = other_plugin_at_fault(error)
    if plugin:
        # MkDocs gives such pages no path, and many a plugin asks each page for one.
        perhaps = "; it may not be made for pages without a file, which the plugin “dossier” adds"
        is_likely = "NoneType" in what and _may_be_at_page_without_file(error)
        return f"the plugin or hook “{plugin}” failed: {what}{perhaps * is_likely}"
    if isinstance(error, OSError):
        return f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}"
    if isinstance(error, RecursionError):
        return "its text is nested too deeply to be read; use fewer levels of nesting"
    frames = _frames(error)
    if any(_is_ours(frame) for frame in frames):
        return f"a bug in this program, please report it: {what}"
    module = frames[-1].f_globals.get("__name__") or frames[-1].f_code.co_filename if frames else ""
    return f"{what}{f', in {module}' if module else ''}"


def _frames(error: BaseException) -> list[FrameType]:
    """The calls that led to an error, the innermost last."""
    return [frame for frame, _ in traceback.walk_tb(error.__traceback__)]


def _is_ours(frame: FrameType) -> bool:
    return frame.f_code.co_filename.startswith(_OURS)
