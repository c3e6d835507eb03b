"""Whatever goes wrong, a build prints one line that says where, and never a traceback."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hostile_sites import CONFIG
from mkdocs.exceptions import Abort
from small_sites import DOSSIER, Site
from warm_processes import MKDOCS, run

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
    what = "the plugin or hook “hook.py” failed: ValueError: two\\nlines \\x1b[2J"
    assert told == [f"dossier: {where}{what} (--verbose shows where it came from)"]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("RecursionError()", "the plugin or hook “hook.py” failed: RecursionError ("),
        ("MemoryError()", "not enough memory"),
        (
            'PermissionError(13, "Permission denied", "x")',
            "the plugin or hook “hook.py” failed: PermissionError: ",
        ),
        (
            'TypeError("expected str, not NoneType")',
            "the plugin or hook “hook.py” failed: TypeError: expected str, not NoneType (",
        ),
    ],
)
def test_some_errors_are_known(tmp_path: Path, error: str, words: str) -> None:
    site = hooked(tmp_path, "page_content", error, "html, ")
    with pytest.raises(Abort):
        site.build()
    told = [text for _, text in site.messages if words in text]
    assert told
    assert "may not be made for pages without a file" not in told[0]


def test_only_at_a_page_without_a_file_is_that_said_to_be_the_reason(tmp_path: Path) -> None:
    site = hooked(tmp_path, "page_content", 'TypeError("not NoneType")', "html, page, ")
    hook = tmp_path / "hook.py"
    code = hook.read_text("utf-8").replace("raise", "if not page.file.abs_src_path: raise")
    hook.write_text(code, encoding="utf-8")
    with pytest.raises(Abort):
        site.build()
    words = "; it may not be made for pages without a file, which the plugin “dossier” adds ("
    assert any(words in text for _, text in site.messages)


PLUGIN = """
from mkdocs.plugins import BasePlugin


class Another(BasePlugin):
    def on_{event}(self, {arguments}**_):
        {statement}
"""
THEIRS = [
    ("env", "env, ", "[].pop()", "IndexError: pop from empty list"),
    ("post_page", "output, ", "{}['x']", "KeyError: 'x'"),
    ("files", "files, ", "files.get_file_from_path('x').page", "AttributeError: 'NoneType'"),
    ("nav", "nav, ", "import yaml; yaml.safe_load('a: [')", "ParserError: "),
]


@pytest.mark.parametrize(("event", "arguments", "statement", "error"), THEIRS)
@pytest.mark.parametrize("before", [True, False])
def test_a_fault_of_another_plugin_is_not_said_to_be_ours(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    event: str,
    arguments: str,
    statement: str,
    error: str,
    before: bool,
) -> None:
    both = "[another, dossier]" if before else "[dossier, another]"
    Site(tmp_path, DOSSIER, f"{PLAIN[: PLAIN.index('plugins:')]}plugins: {both}\n")
    (tmp_path / "another_plugin.py").write_text(
        PLUGIN.format(event=event, arguments=arguments, statement=statement), encoding="utf-8"
    )
    metadata = tmp_path / "another-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: another\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text("[mkdocs.plugins]\nanother = another_plugin:Another\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    done = mkdocs(tmp_path)
    told = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
    assert done.returncode == 1
    assert f"the plugin or hook “another” failed: {error}" in told[-1]
    assert "a bug in this program" not in done.stderr


def test_a_fault_of_a_markdown_extension_is_not_said_to_be_ours(tmp_path: Path) -> None:
    extension = (
        "from markdown.extensions import Extension\n"
        "from markdown.preprocessors import Preprocessor\n"
        "class Failing(Preprocessor):\n"
        "    def run(self, lines): raise LookupError('theirs')\n"
        "class Theirs(Extension):\n"
        "    def extendMarkdown(self, md): md.preprocessors.register(Failing(md), 'failing', 1)\n"
    )
    Site(tmp_path, DOSSIER, PLAIN + "markdown_extensions: ['theirs:Theirs']\n")
    (tmp_path / "theirs.py").write_text(extension, encoding="utf-8")
    done = mkdocs(tmp_path)
    assert done.returncode == 1
    assert "about.md:1:1: LookupError: theirs, in theirs (" in done.stderr


def test_a_fault_of_ours_is_to_be_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(tmp_path, DOSSIER, PLAIN)
    monkeypatch.setattr("dossier.pipeline.make_indexes", None)
    with pytest.raises(Abort):
        site.build()
    assert any("a bug in this program, please report it: TypeError" in text for _, text in site.messages)


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
    assert "articles/bad.md:2:9: error: yaml-syntax: YAML: a text without quotes contains “: ”" in lines[0]
    assert "Traceback" not in done.stdout + done.stderr


def mkdocs(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return run(MKDOCS, "build", *options, folder=folder)
