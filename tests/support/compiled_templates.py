"""Compile each template once in a process and those that it forks; tests build hundreds of sites.

To compile the templates of a theme takes longer than to build a small site with them. Other processes compile
their own, because the mark that the security policy puts into a template differs between processes.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from typing import Any, Final

import jinja2
from jinja2.bccache import Bucket

_VARIABLE: Final = "DOSSIER_COMPILED_TEMPLATES"
"""Names the folder to the processes that this one starts."""


class _CompiledTemplates(jinja2.FileSystemBytecodeCache):
    """Templates that were compiled, one for each way of compiling."""

    def __init__(self, folder: str, environment: jinja2.Environment) -> None:
        super().__init__(folder)
        self._environment = environment

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The key of a template, which differs for each way of compiling."""
        how = self._environment
        key = (how.autoescape, sorted(how.extensions), how.trim_blocks, how.lstrip_blocks)
        return super().get_cache_key(f"{key}{name}", filename)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, unless the process cannot write: some are kept from it."""
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def make_folder() -> None:
    """Make the folder in which this process and those that it starts each have one."""
    os.environ[_VARIABLE] = tempfile.mkdtemp(prefix="compiled-templates-")


def remove_folder() -> None:
    """Remove the folder, with all that is in it."""
    shutil.rmtree(os.environ.pop(_VARIABLE), ignore_errors=True)


def share() -> None:
    """Let every environment of Jinja look for what this process, or one that it forked, has compiled."""
    if _VARIABLE not in os.environ:
        return
    folder = tempfile.mkdtemp(dir=os.environ[_VARIABLE])
    make = jinja2.Environment.__init__

    def made(self: jinja2.Environment, *arguments: Any, **options: Any) -> None:
        make(self, *arguments, **options)
        self.bytecode_cache = self.bytecode_cache or _CompiledTemplates(folder, self)

    jinja2.Environment.__init__ = made  # type: ignore[method-assign]
