"""The core needs no host: its commands say the same in an environment that has none as beside MkDocs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from host_environments import python

BARE = python("no-host")
SITE = {
    "mkdocs.yml": """\
site_name: The harbour
docs_dir: content
theme: {name: material}
plugins: [dossier]
markdown_extensions:
  - toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
  - material.extensions.preview
hooks: [hook.py]
""",
    "hook.py": "import mkdocs\n",
    "content/people/ada-moss.md": "---\ntitle: Ada Moss\n---\n",
    "content/articles/talks.md": """\
---
title: The talks
date: 2021-06-16
---
Ada Moss :material-check: spoke in June :smile: at 12:30-14:00 with Bo Sample. Moss left :material: and Bo Sample
stayed :octicons-mark-github-16:.
""",
}
COMMANDS = (
    "check --today 2022-01-01",
    "show ada-moss",
    "mentions ada-moss --json",
    "suggest",
    "annotate --content content",
)
REFUSED = ("build", "serve", "build --site-dir public")
REMARK = (
    "mkdocs.yml: material.extensions.emoji.twemoji, material.extensions.emoji.to_svg: this is part of a theme or "
    "host that is not installed here, so this command reads the texts without it\n"
)
SCRIPT = """
import json, sys
from importlib.util import find_spec
from click.testing import CliRunner
from dossier.cli import main
text = json.dumps({"doc_id": "a", "text": "Ada Moss left in June.", "date": "2021-06-16"})
told = {}
for command in sys.argv[1:]:
    result = CliRunner().invoke(main, command.split(), input=text)
    told[command] = (result.exit_code, result.stdout, result.stderr)
hosts = [name for name in ("mkdocs", "properdocs", "zensical", "material", "materialx") if find_spec(name)]
print(json.dumps({"told": told, "hosts": hosts}))
"""
Told = dict[str, tuple[int, str, str]]


def run(*command: str | Path, cwd: Path | None = None) -> str:
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dossier")
    for name, text in SITE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def told(interpreter: str | Path, folder: Path, *commands: str) -> tuple[Told, list[str]]:
    """The exit status, output and errors of each command, and the hosts and themes that are installed."""
    found = json.loads(run(interpreter, "-c", SCRIPT, *commands, cwd=folder))
    return {name: tuple(each) for name, each in found["told"].items()}, found["hosts"]


def test_commands_say_the_same_without_a_host(folder: Path) -> None:
    here, hosts = told(BARE, folder, *COMMANDS, *REFUSED)
    assert hosts == []
    for command in REFUSED:
        assert here.pop(command) == (
            2,
            "",
            'Error: MkDocs is not installed here; run: pip install "mkdocs>=1.6,<2" "mkdocs-material>=9.6,<10"\n',
        )
    beside, hosts = told(sys.executable, folder, *COMMANDS)
    assert {"mkdocs", "material"} <= set(hosts)
    assert {name: status for name, (status, _, _) in beside.items()} == dict.fromkeys(COMMANDS, 0)
    assert '"ada-moss"' in beside["annotate --content content"][1]
    for command, (_, _, errors) in here.items():
        assert errors.count(REMARK) == (not command.startswith("annotate")), command
    assert {
        name: (status, out, errors.replace(REMARK, "")) for name, (status, out, errors) in here.items()
    } == beside


def test_the_program_starts_without_a_host(folder: Path) -> None:
    assert run(BARE.with_name("dossier"), "--version", cwd=folder).startswith("dossier, version ")
