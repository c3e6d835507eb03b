"""Compare whole builds with the plugin and with Material for MkDocs alone, on the same pages and links.

    python tests/benchmarks/build.py [--sizes 1000,5000]

For each size it makes a synthetic dossier and builds it in separate processes: with the plugin and Material's
search; by MkDocs alone with the same search, from Markdown in which every link and list is written by hand
(see ``by_hand.py``); and with the plugin and Pagefind, whose process counts too. Reports CPU seconds (user
and system), peak memory, their ratios, and how both grow with the articles.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from synthetic import make_dossier

HERE = Path(__file__).parent
COMMON = """
site_name: Benchmark
docs_dir: {docs}
site_dir: {site}
theme: {{name: material, font: false}}
markdown_extensions: [attr_list, footnotes, tables, toc]
not_in_nav: "*"
nav: [index.md]
"""


@dataclass(frozen=True)
class Cost:
    """CPU seconds and peak MiB of one process, with the pages that it built."""

    cpu: float
    memory: float
    pages: int


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", default="1000,5000")
    sizes = [int(size) for size in parser.parse_args().sizes.split(",")]
    results = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            results[size] = measure(Path(folder), size)
            with_plugin, bare, with_pagefind = results[size]
            print(
                f"{size:>6} articles, {with_plugin.pages} pages: "
                f"dossier {with_plugin.cpu:.1f} s {with_plugin.memory:.0f} MiB, "
                f"by hand {bare.cpu:.1f} s {bare.memory:.0f} MiB ({bare.pages} pages), "
                f"ratio CPU {with_plugin.cpu / bare.cpu:.2f} memory {with_plugin.memory / bare.memory:.2f}; "
                f"with pagefind in place of search {with_pagefind.cpu:.1f} s {with_pagefind.memory:.0f} MiB, "
                f"ratio CPU {with_pagefind.cpu / bare.cpu:.2f} memory {with_pagefind.memory / bare.memory:.2f}",
                flush=True,
            )
    first, last = sizes[0], sizes[-1]
    if first != last:
        for name, index in (("dossier", 0), ("by hand", 1)):
            growth = results[last][index].cpu / results[first][index].cpu
            print(f"{name}: {last / first:.1f} times the articles take {growth:.1f} times the CPU time")


def measure(folder: Path, size: int) -> tuple[Cost, Cost, Cost]:
    """The cost with the plugin, without it, and with Pagefind in place of Material's search, for one size."""
    make_dossier(folder / "content", size)
    by_hand = folder / "by-hand"
    plugins = "plugins: [search, dossier]\n"
    hook = f"hooks: [{HERE / 'by_hand.py'}]\nextra: {{by_hand: {by_hand}}}\n"
    build(folder, "written", folder / "content", plugins + hook)
    with_plugin = build(folder, "dossier", folder / "content", plugins)
    bare = build(folder, "bare", by_hand, "plugins: [search]\n")
    with_pagefind = build(folder, "pagefind", folder / "content", "plugins: [pagefind, dossier]\n")
    return with_plugin, bare, with_pagefind


def build(folder: Path, name: str, docs: Path, plugins: str) -> Cost:
    """Run ``mkdocs build`` in a process of its own."""
    config = folder / f"{name}.yml"
    site = folder / f"site-{name}"
    config.write_text(COMMON.format(docs=docs, site=site) + plugins, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(command, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{name}: mkdocs failed")
    pages = sum(1 for _ in site.rglob("*.html"))
    return Cost(usage.ru_utime + usage.ru_stime, peak_mib(usage), pages)


def peak_mib(usage: resource.struct_rusage) -> float:
    """Peak resident memory in MiB (the kernel says KiB on Linux, bytes on macOS)."""
    return usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


if __name__ == "__main__":
    main()
