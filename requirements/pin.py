"""Write ``build.txt`` and ``test.txt``: the exact versions of everything that ``pyproject.toml`` asks for.

A fresh environment gets the newest versions that fit the ranges; what pip then lists is the pin.
The files hold names and versions only, so any index or mirror can serve them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

_HERE = Path(__file__).parent
_HEAD = "# Written by `make pins` from the ranges in pyproject.toml; do not edit by hand.\n"


def main() -> None:
    """Pin both lists; the second leaves out what the first has."""
    project = tomllib.loads((_HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = f"{folder}/bin/python"
        build = _installed(python, [*project["project"]["dependencies"], *groups["build"]])
        test = [line for line in _installed(python, groups["test"]) if line not in build]
    _write("build.txt", "# What `make site` installs.\n", build)
    _write("test.txt", "# What `make test` installs on top.\n-r build.txt\n", test)


def _installed(python: str, requirements: list[str]) -> list[str]:
    pip = [python, "-m", "pip", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--quiet", *requirements], check=True)
    listed = subprocess.run([*pip, "freeze"], check=True, capture_output=True, text=True)
    return listed.stdout.splitlines()


def _write(name: str, says: str, lines: list[str]) -> None:
    _HERE.joinpath(name).write_text(_HEAD + says + "".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
