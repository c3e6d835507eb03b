"""Whatever goes wrong, those who build a site read one line that says where, and never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hostile_sites import CONFIG
from mkdocs.exceptions import Abort
from small_sites import DOSSIER, Site

PLAIN = CONFIG.replace("pagefind, ", "")
HOOK = """
def on_{event}({arguments}**_):
    raise {error}
"""


def hooked(folder: Path, event: str, error: str, arguments: str = "") -> Site:
    site = Site(folder, DOSSIER, PLAIN + "hooks: [hook.py]\n")
    (folder / "hook.py").write_text(
        HOOK.format(event=event, error=error, arguments=arguments), encoding="utf-8"
    )
    return site


@pytest.mark.parametrize(
    ("event", "arguments", "where"),
    [
        ("page_content", "html, ", "about.md:1:1: "),
        ("page_context", "context, ", "about.md:1:1: "),
        ("post_build", "", ""),
        ("files", "files, ", ""),
    ],
)
def test_an_error_of_any_hook_is_told_in_one_line(
    tmp_path: Path, event: str, arguments: str, where: str
) -> None:
    site = hooked(tmp_path, event, 'ValueError("two\\nlines \\x1b[2J")', arguments)
    with pytest.raises(Abort):
        site.build()
    told = [text for level, text in site.messages if level == "ERROR" and "ValueError" in text]
    what = "a fault of the program, please report it: ValueError: two\\nlines \\x1b[2J"
    assert told == [f"dossier: {where}{what} (--verbose shows where it came from)"]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("RecursionError()", "nested too deeply"),
        ("MemoryError()", "not enough memory"),
        ('PermissionError(13, "Permission denied", "x")', "It was at x."),
    ],
)
def test_some_errors_are_known(tmp_path: Path, error: str, words: str) -> None:
    site = hooked(tmp_path, "page_content", error, "html, ")
    with pytest.raises(Abort):
        site.build()
    assert any(words in text for _, text in site.messages)


@pytest.mark.parametrize("verbose", [False, True])
def test_only_who_asks_sees_where_it_came_from(tmp_path: Path, verbose: bool) -> None:
    hooked(tmp_path, "post_build", 'ValueError("x")')
    done = mkdocs(tmp_path, *(["--verbose"] if verbose else []))
    assert done.returncode == 1
    assert ("Traceback" in done.stdout + done.stderr) is verbose


def test_findings_are_read_one_a_line(tmp_path: Path) -> None:
    site = Site(tmp_path, DOSSIER, PLAIN)
    site.write("-- content/articles/bad.md --\n---\ntitle: A: b\ndate: 2021\n---\n")
    done = mkdocs(tmp_path)
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.startswith("ERROR")]
    assert done.returncode == 1
    assert len(lines) == 2
    assert "articles/bad.md:2:9: error: yaml-syntax: YAML: “: ” stands in a text" in lines[0]
    assert "Traceback" not in done.stdout + done.stderr


def mkdocs(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=folder, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
