"""Build a site as another machine would: other time zone, locale, hash seed, day, file order and user."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ELSEWHERE = Path(__file__).parent / "elsewhere"
ANOTHER_DAY = {"PYTHONPATH": str(ELSEWHERE), "TODAY": "2031-02-28T23:59:50+00:00", "FILE_ORDER": "first"}
CONDITIONS = {
    "time zone": {"TZ": "Pacific/Kiritimati"},
    "locale without UTF-8": {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "hash seed": {"PYTHONHASHSEED": "4242"},
    "day and order of files": ANOTHER_DAY,
    "another order of files": ANOTHER_DAY | {"FILE_ORDER": "second", "TODAY": "1999-12-31T12:00:00+00:00"},
    "user": {"HOME": "/nonexistent", "USER": "somebody", "LOGNAME": "somebody", "TMPDIR": "."},
}
ALL = {name: value for settings in CONDITIONS.values() for name, value in settings.items()}


def build(folder: Path, target: Path, umask: int = 0o022, **environment: str) -> dict[str, str]:
    """Build a project from another folder than its own, and give each file's digest."""
    settings = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8", "SITE_URL": "https://a.example/b/"}
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--strict",
            "--config-file",
            folder / "mkdocs.yml",
            "--site-dir",
            target,
        ],
        cwd=target.parent,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings, **environment},
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return digests(target)


def digests(site: Path) -> dict[str, str]:
    """The digest of each file of a site, by its path."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    assert files
    return {str(file.relative_to(site)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
