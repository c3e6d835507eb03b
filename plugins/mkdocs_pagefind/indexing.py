"""Run Pagefind on a folder of lean copies and move its index into the site.

It stands alone because it is the only place that knows Pagefind's program and the files that it writes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import quote

from pagefind.service import get_executable

from mkdocs_pagefind.canonical import UnknownFormatError, put_in_order
from mkdocs_pagefind.document import EXCLUDED

_NEEDED: Final = ("filter", "fragment", "index", "pagefind-entry.json", "pagefind-worker.js", "pagefind.js")
"""What a page loads. Pagefind's own user interfaces, half a megabyte, are left out."""
_UNSAFE: Final = frozenset('%#?"<>\\ ')


class IndexingError(Exception):
    """Pagefind could not start or has failed; the text says why in one line."""


def copy_path(dest_uri: str) -> PurePosixPath:
    """The path of a page's lean copy, from which Pagefind derives the page's address.

    `dest_uri` is the page's file in the site. Pagefind does not escape signs that have a meaning in an
    address. Letters are not escaped, since a file's name may have only 255 bytes.

    >>> str(copy_path("what is c#/index.html"))
    'what%20is%20c%23/index.html'
    """
    return PurePosixPath("".join(quote(sign) if sign in _UNSAFE else sign for sign in dest_uri))


def build_index(copies: Path, output: Path, *, language: str, keep_index_html: bool) -> None:
    """Index the lean copies in `copies` and put what a page loads into `output`, which replaces an old one.

    `language` is an IETF tag. With `keep_index_html` addresses end in ``index.html``. Raises IndexingError.
    """
    # Pagefind runs in another folder, so no path may be relative, as TMPDIR may make it.
    copies = copies.absolute()
    made = copies.with_name("index")
    _run(copies, made, language, keep_index_html)
    try:
        put_in_order(made)
    except UnknownFormatError as error:
        raise IndexingError(f"its files are not of a known version: {error}") from error
    if output.exists():
        shutil.rmtree(output)
    output.mkdir(parents=True)
    for path in sorted(made.iterdir()):
        if path.name in _NEEDED or path.suffix in (".pf_meta", ".pagefind"):
            shutil.move(path, output / path.name)


def _run(copies: Path, made: Path, language: str, keep_index_html: bool) -> None:
    program = _program()
    command = [program, "--site", str(copies), "--output-path", str(made), "--silent"]
    command += ["--force-language", language]
    command += [word for selector in EXCLUDED for word in ("--exclude-selectors", selector)]
    command += ["--keep-index-url"] if keep_index_html else []
    # Pagefind also takes options from environment variables and from a file in its working folder.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    try:
        done = subprocess.run(  # noqa: S603 - the program of the installed package; no shell
            command,
            cwd=copies.parent,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise IndexingError(f"{program} could not be started: {error.strerror}") from error
    if done.returncode != 0:
        said = " ".join((done.stderr or done.stdout).split()) or "it said nothing"
        raise IndexingError(f"{program} ended with status {done.returncode}: {said[:500]}")


def _program() -> str:
    try:
        found = get_executable()
    except FileNotFoundError as error:
        raise IndexingError(str(error)) from error
    if found is None:
        raise IndexingError("its program is not installed: pip install 'pagefind[bin]'")
    return str(found)
