"""Compare the site that this checkout builds with the one that another commit builds, file by file.

    make compare COMMIT=1a2b3c4

It builds ``content/`` of each with its own code and the installed packages, for one moment, and lists the files that
differ, are new or are gone. Uncommitted changes count; without a commit they are compared with HEAD. After a change
that should show nowhere, nothing is listed and the exit status is 0; otherwise it is 1.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
MOMENT = "1700000000"


def main() -> None:
    """Build both, compare and print."""
    commit = sys.argv[1] if len(sys.argv) > 1 else "HEAD"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        git("worktree", "add", "--quiet", "--detach", str(folder / "checkout"), commit)
        try:
            before = build(folder / "checkout", folder / "before")
        finally:
            git("worktree", "remove", "--force", str(folder / "checkout"))
        after = build(ROOT, folder / "after")
    changes = [
        *(f"differs: {path}" for path in sorted(before.keys() & after.keys()) if before[path] != after[path]),
        *(f"new: {path}" for path in sorted(after.keys() - before.keys())),
        *(f"gone: {path}" for path in sorted(before.keys() - after.keys())),
    ]
    for change in changes:
        print(change)
    print(f"{len(after)} files, {len(changes)} changes since {commit}")
    sys.exit(1 if changes else 0)


def git(*arguments: str) -> None:
    """Run git in this repository."""
    subprocess.run(["git", *arguments], cwd=ROOT, check=True)


def build(checkout: Path, site: Path) -> dict[str, bytes]:
    """Every file of the site that a checkout builds, by its path in the site."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(site)]
    path = os.pathsep.join([str(checkout), str(checkout / "plugins")])
    variables = os.environ | {"PYTHONPATH": path, "SOURCE_DATE_EPOCH": MOMENT, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=checkout, env=variables, check=True)
    return {
        file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()
    }


if __name__ == "__main__":
    main()
