"""Build a small dossier with a search by ``mkdocs build`` in a separate process that can be made to fail."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import warm_processes

MKDOCS = (sys.executable, "-m", "mkdocs")
CONFIG = """
site_name: A dossier
site_url: https://dossier.example/sub/
docs_dir: content
theme: {name: material, font: false}
plugins: [pagefind, atomic-site, dossier]
hooks: [fault.py]
"""
CONTENT = {
    "people/jane-doe.md": "---\ntitle: Jane Doe\naliases: [J. Doe]\n---\nShe met John Roe in Harbour.\n",
    "people/john-roe.md": "---\ntitle: John Roe\nborn: 1950-05-07\n---\n",
    "places/harbour.md": "---\ntitle: Harbour\n---\n",
    "agreements/accord.md": "---\ntitle: Harbour Accord\nsigned: 2015-02-12\nsigned_at: harbour\n---\nText.\n",
    "articles/talks.md": "---\ntitle: Talks\ndate: 2021-12-08\n---\nOn Tuesday Jane Doe spoke in Harbour.\n",
    "articles/signed.md": (
        "---\ntitle: Signed\ndate: 2015-02-13\nupdated: 2016-01-02\n---\nJohn Roe signed the Harbour Accord.\n"
    ),
    "about.md": "---\ntitle: About\n---\nAbout Jane Doe.\n",
}
# Loaded as a hook of MkDocs; FAULT names a moment and what happens then, such as "on_env kill".
FAULT = """
import errno, logging, os, pkgutil, signal, time
from pathlib import Path
from mkdocs.plugins import event_priority

MOMENT, _, WHAT = os.environ.get("FAULT", "").partition(" ")


def happen():
    if WHAT == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if WHAT == "full":
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    if WHAT == "wait":
        Path("waiting").touch()
        while not Path("go-on").exists():
            time.sleep(0.02)
    if WHAT == "warn":
        logging.getLogger("mkdocs.plugins").warning("Something is odd.")
    if WHAT == "raise":
        raise RuntimeError("a mistake in another plugin")


def event(name, priority=0):
    @event_priority(priority)
    def hook(*args, **options):
        if name == MOMENT:
            happen()

    return hook


on_config, on_pre_build, on_files, on_nav = map(event, ("on_config", "on_pre_build", "on_files", "on_nav"))
on_page_markdown, on_env, on_post_template = map(event, ("on_page_markdown", "on_env", "on_post_template"))
on_post_page, on_post_build = event("on_post_page"), event("on_post_build", -100)


def around(when, path):
    owner, _, function = path.rpartition(".")
    owner = pkgutil.resolve_name(owner)
    real = getattr(owner, function)

    def instead(*args, **options):
        if when == "before":
            happen()
        result = real(*args, **options)
        if when == "after":
            happen()
        if when == "removing":
            around("after", "os.unlink")
        return result

    setattr(owner, function, instead)


if MOMENT.partition(":")[1]:
    # "after:mkdocs_atomic_site.staging.put": beside a function that the last steps of a build call.
    around(*MOMENT.split(":"))

if os.environ.get("NO_EXCHANGE"):
    from mkdocs_atomic_site import swap

    swap._swapped_in_place = lambda first, second: False
"""


class Project:
    """A folder with ``mkdocs.yml``, content and the built site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.site = folder / "site"

    def fill(self, config: str = CONFIG) -> Project:
        """Write the small dossier."""
        for name, text in {"mkdocs.yml": config, "fault.py": FAULT}.items():
            self.write(name, text)
        for name, text in CONTENT.items():
            self.write(f"content/{name}", text)
        return self

    def write(self, name: str, text: str) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    command = (*MKDOCS, "build")

    def environment(self, **more: str) -> dict[str, str]:
        """That of a build; Material prints a notice about MkDocs 2 otherwise."""
        return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1", **more}

    def start(self, *options: str, fault: str = "", **environment: str) -> warm_processes.Process:
        """Start a build in a process that has loaded MkDocs already."""
        variables = self.environment(FAULT=fault, **environment)
        return warm_processes.start(
            warm_processes.MKDOCS,
            "build",
            *options,
            folder=self.folder,
            variables=variables,
            errors_apart=False,
        )

    def start_cold(self, fault: str = "") -> subprocess.Popen[str]:
        """Start a build as a shell does."""
        return subprocess.Popen(
            self.command,
            cwd=self.folder,
            env=self.environment(FAULT=fault),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def build(self, *options: str, fault: str = "", **environment: str) -> tuple[int, str]:
        """Exit code and what was said."""
        process = self.start(*options, fault=fault, **environment)
        said, _ = process.communicate()
        return process.wait(), said

    def left_over(self) -> list[str]:
        """What is hidden in the project and in its site."""
        return [path.name for path in (*self.folder.glob(".*"), *self.site.glob(".atomic-site*"))]


def digest(folder: Path) -> str:
    """One value for the names and bytes of all files of a folder."""
    found = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        found.update(f"{file.relative_to(folder).as_posix()}\0".encode())
        found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()


def is_one_line(said: str) -> bool:
    """Whether one line alone says what is wrong, and no traceback. MkDocs may have named the page before."""
    errors = re.findall(
        r"^error\b(?!   -  Error (?:building|reading) page)", said, re.MULTILINE | re.IGNORECASE
    )
    return "Traceback" not in said and len(errors) == 1


def was_killed(code: int) -> bool:
    return code == -signal.SIGKILL


def in_namespace(script: str, project: Project, fault: str = "") -> subprocess.CompletedProcess[str]:
    """Run a script of the shell where mounting changes nothing for anybody else; skip where that is refused."""
    namespace = ["unshare", "--map-root-user", "--mount"]
    try:
        tried = subprocess.run(
            [*namespace, "mount", "-t", "tmpfs", "none", str(project.folder)],
            capture_output=True,
            text=True,
            check=False,
        )
        refusal = tried.stderr.strip() if tried.returncode else ""
    except FileNotFoundError as error:
        refusal = str(error)
    if refusal:
        pytest.skip(f"this machine lets nobody mount in a namespace of their own: {refusal}")
    return subprocess.run(
        [*namespace, "sh", "-euc", script, "sh", *MKDOCS],
        cwd=project.folder,
        env=project.environment(FAULT=fault),
        capture_output=True,
        text=True,
        check=False,
    )
