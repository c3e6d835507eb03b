"""Compare the cost of `dossier check` with that of a bare MkDocs build of the same pages.

    python tests/benchmarks/check.py [--sizes 1000,5000]

For each size it makes a synthetic dossier. MkDocs with Material alone builds its pages, from Markdown in
which every link and list is written by hand (see ``by_hand.py``), and `dossier check` reads its files. Each
runs in a separate process with nothing kept from an earlier run. Reports CPU seconds (user and system) with
start and imports, peak memory, and the ratio of CPU seconds, which must stay under 0.25. The last line is the
dossier of this repository.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from build import HERE, Cost, build, peak_mib
from synthetic import make_dossier

ROOT = HERE.parents[1]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", default="1000,5000")
    for size in [int(size) for size in parser.parse_args().sizes.split(",")]:
        with tempfile.TemporaryDirectory() as folder:
            bare, checked = measure(Path(folder), size)
        print(
            f"{size:>6} articles: check {checked.cpu:.1f} s {checked.memory:.0f} MiB, "
            f"bare build {bare.cpu:.1f} s {bare.memory:.0f} MiB ({bare.pages} pages), "
            f"ratio of CPU {checked.cpu / bare.cpu:.3f}",
            flush=True,
        )
    own = check(ROOT / "content")
    print(f"   content/: check {own.cpu:.2f} s {own.memory:.0f} MiB")


def measure(folder: Path, size: int) -> tuple[Cost, Cost]:
    """The cost of a bare build and of a check, for one size."""
    make_dossier(folder / "content", size)
    by_hand = folder / "by-hand"
    hook = f"hooks: [{HERE / 'by_hand.py'}]\nextra: {{by_hand: {by_hand}}}\n"
    build(folder, "written", folder / "content", "plugins: [search, dossier]\n" + hook)
    return build(folder, "bare", by_hand, "plugins: [search]\n"), check(folder / "content")


def check(content: Path) -> Cost:
    """Run ``dossier check`` in a process of its own."""
    command = [str(Path(sys.executable).with_name("dossier")), "check", "--content", str(content)]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=content.parent
    )
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit("dossier check failed")
    return Cost(usage.ru_utime + usage.ru_stime, peak_mib(usage), 0)


if __name__ == "__main__":
    main()
