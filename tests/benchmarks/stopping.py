"""Compare a strict build that stops for a warning with `dossier check` and with the whole build.

    python tests/benchmarks/stopping.py [--sizes 1000] [--rounds 3]

For each size it makes a synthetic dossier in which one mention is ambiguous. `dossier check` reads it,
``mkdocs build --strict`` stops for the warning, and ``mkdocs build`` builds the site, each in a separate
process, in turn. It reports the median of CPU seconds (user and system) with start and imports, and their
ratios. The last line is the share of a build of this repository's dossier that its checks take, measured
within the build.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from unittest.mock import patch

from build import COMMON, Cost, peak_mib
from check import ROOT, check
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from synthetic import make_dossier

from dossier.edit.check import BuildChecks

AMBIGUOUS = {
    "people/one-doubtful.md": "---\ntitle: Ada Doubtful\n---\n",
    "people/other-doubtful.md": "---\ntitle: Bela Doubtful\n---\n",
    "articles/doubtful.md": "---\ntitle: In doubt\ndate: 2020-01-02\n---\nThen Doubtful left.\n",
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", default="1000")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    for size in [int(size) for size in given.sizes.split(",")]:
        with tempfile.TemporaryDirectory() as folder:
            checked, stopped, whole = measure(Path(folder), size, given.rounds)
        print(
            f"{size:>6} articles: check {checked:.1f} s, strict build that stops {stopped:.1f} s, "
            f"whole build {whole:.1f} s; stopped to check {stopped / checked:.2f}, "
            f"stopped to whole {stopped / whole:.3f}",
            flush=True,
        )
    checks, whole = own_share()
    print(f"   content/: the checks take {checks:.3f} s of {whole:.2f} s, {checks / whole:.1%}")


def measure(folder: Path, size: int, rounds: int) -> tuple[float, float, float]:
    """CPU seconds of a check, of a strict build that stops, and of a whole build."""
    content, config = folder / "content", folder / "mkdocs.yml"
    make_dossier(content, size)
    for path, text in AMBIGUOUS.items():
        (content / path).write_text(text, encoding="utf-8")
    settings = COMMON.format(docs=content, site=folder / "site")
    config.write_text(f"{settings}plugins: [atomic-site, dossier]\n", encoding="utf-8")
    costs = [
        (check(content).cpu, build(config, 1, "--strict").cpu, build(config, 0).cpu) for _ in range(rounds)
    ]
    checked, stopped, whole = (median(column) for column in zip(*costs, strict=True))
    return checked, stopped, whole


def build(config: Path, status: int, *options: str) -> Cost:
    """Run ``mkdocs build`` in a process of its own, which must end with a status.

    Not with ``--quiet``, which also keeps MkDocs from counting warnings.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(config), *options]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, ended, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(ended) != status:
        raise SystemExit(f"mkdocs build {' '.join(options)}: status {os.waitstatus_to_exitcode(ended)}")
    return Cost(usage.ru_utime + usage.ru_stime, peak_mib(usage), 0)


def own_share() -> tuple[float, float]:
    """CPU seconds of the checks within a build of this repository's dossier, and of that build."""
    spent = []
    errors = BuildChecks.errors

    def timed(*arguments: object) -> object:
        start = time.process_time()
        found = errors(*arguments)  # type: ignore[arg-type]
        spent.append(time.process_time() - start)
        return found

    with tempfile.TemporaryDirectory() as folder, patch.object(BuildChecks, "errors", timed):
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=f"{folder}/site")
        start = time.process_time()
        build_site(config)
        return sum(spent), time.process_time() - start


if __name__ == "__main__":
    main()
